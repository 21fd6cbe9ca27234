import fc from "fast-check";
import { type DressedArea, heightRuns, joinRows } from "../../../../src/workbook/report/paint/looks";
import type { Look } from "../../../../src/workbook/report/paint/page/page";

/** What each cell looks like in the end. A line under a block stands under each of its rows; one above it once. */
function painted(looks: readonly DressedArea[]): Record<string, Look> {
  const cells: Record<string, Look> = {};
  for (const { area, look } of looks) {
    const { top, ...rest } = look;
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = (cells[`${row},${column}`] ??= {});
        Object.assign(cell, JSON.parse(JSON.stringify(rest)));
        if (top !== undefined && row === area.row) cell.top = top;
      }
    }
  }
  return cells;
}

const small = (max: number) => fc.integer({ min: 1, max });
const looks: fc.Arbitrary<DressedArea[]> = fc.array(
  fc.record({
    area: fc.record({ row: small(6), column: small(4), rows: small(2), columns: small(3) }),
    look: fc.record(
      {
        bold: fc.boolean(),
        color: fc.constantFrom("#111111", "#222222"),
        bottom: fc.constantFrom("#333333", "#444444"),
        top: fc.constantFrom("#555555"),
      },
      { requiredKeys: [] },
    ),
  }),
  { maxLength: 30 },
);

test("joined looks paint the same picture", () => {
  fc.assert(fc.property(looks, (given) => expect(painted(joinRows(given))).toEqual(painted(given))));
});

test("rows of the same dress become one look per column", () => {
  const rows = Array.from({ length: 50 }, (_, row): DressedArea[] => [
    { area: { row, column: 1, rows: 1, columns: 1 }, look: { bold: true } },
    { area: { row, column: 2, rows: 1, columns: 1 }, look: { format: "0%" } },
    { area: { row, column: 1, rows: 1, columns: 5 }, look: { bottom: "#EEEEEE" } },
  ]);
  expect(joinRows(rows.flat()).map(({ area }) => area.rows)).toEqual([50, 50, 50]);
});

test("a look that a later one covers stays below it", () => {
  const cell = { row: 1, column: 1, rows: 1, columns: 1 };
  const next = { ...cell, row: 2 };
  const given = [
    { area: cell, look: { bold: true } },
    { area: next, look: { bold: false } },
    { area: next, look: { bold: true } },
  ];
  expect(painted(joinRows(given))).toEqual(painted(given));
});

test("rows of one height are set at once", () => {
  expect(
    heightRuns(
      new Map([
        [3, 17],
        [1, 15],
        [4, 17],
        [7, 17],
      ]),
    ),
  ).toEqual([
    { row: 1, rows: 1, points: 15 },
    { row: 3, rows: 2, points: 17 },
    { row: 7, rows: 1, points: 17 },
  ]);
});
