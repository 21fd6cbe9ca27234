import fc from "fast-check";
import type { SourceList } from "../../../src/portfolio";
import { RowIdentity } from "../../../src/workbook/columns/results/row-identity";
import { cutRows } from "../../../src/workbook/columns/results/row-pieces";
import type { PlannedColumn } from "../../../src/workbook/columns/results/result-plan";

/** A list of names of these lengths, its place, and a column of texts of those lengths to write. */
function listOf(lengths: readonly { name: number; text: number }[]) {
  const rowCount = lengths.length;
  const list: SourceList = {
    kind: "region",
    name: "Clients",
    sheet: "Clients",
    top: 0,
    left: 0,
    rowCount,
    columns: [
      {
        index: 0,
        header: "Client",
        headerFormat: "General",
        numbers: new Float64Array(rowCount).fill(Number.NaN),
        others: new Map(lengths.map(({ name }, row) => [row, "x".repeat(name)])),
      },
    ],
    decimalSeparator: ".",
  };
  const identity = RowIdentity.of(
    list,
    { version: 1, columns: [{ header: "Client", role: "client" }] },
    {
      sheetId: "1",
      sheet: "Clients",
      table: null,
      area: { top: 0, left: 0, rowCount: rowCount + 1, columnCount: 1 },
      own: [],
      headers: [{ position: 0, value: "Client" }],
      extent: { used: null, tables: [], below: null },
      id: "r1",
      leftover: 0,
      deadNames: [],
      takenNames: [],
    },
  );
  const column: PlannedColumn = {
    column: "action",
    existing: null,
    name: "keyfolio.action.r1",
    scope: null,
    header: "Action",
    cells: lengths.map(({ text }) => "y".repeat(text)),
  };
  return { identity, column };
}

const length = fc.oneof(fc.nat(50), fc.integer({ min: 100_000, max: 900_000 }));

describe("cutRows", () => {
  it("covers every row once, in order, and keeps each piece of several rows below the limits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: length, text: length }), { minLength: 1, maxLength: 12 }),
        (lengths) => {
          const { identity, column } = listOf(lengths);
          const pieces = cutRows(identity, [column], lengths.length);
          expect(
            pieces.flatMap(({ first, count }) => Array.from({ length: count }, (_, r) => first + r)),
          ).toEqual(lengths.map((_, row) => row));
          for (const { first, count } of pieces) {
            const rows = lengths.slice(first, first + count);
            const read = rows.reduce((sum, { name }) => sum + name, 0);
            const written = rows.reduce((sum, { text }) => sum + text, 0);
            if (count > 1) {
              expect(read).toBeLessThanOrEqual(1_000_000);
              expect(written).toBeLessThanOrEqual(4_000_000);
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("takes one piece while everything fits", () => {
    const { identity, column } = listOf(Array.from({ length: 2000 }, () => ({ name: 40, text: 60 })));
    expect(cutRows(identity, [column], 2000)).toEqual([{ first: 0, count: 2000 }]);
  });

  it("has one piece without rows when no cell is to be written", () => {
    const { identity, column } = listOf([{ name: 5, text: 5 }]);
    expect(cutRows(identity, [{ ...column, cells: null }], 1)).toEqual([{ first: 0, count: 0 }]);
  });
});
