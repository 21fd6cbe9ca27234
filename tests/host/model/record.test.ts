import fc from "fast-check";
import { openWorkbook } from "../../../src/host/model/workbook";
import type { CellFormatRecord, CellRecord, SheetRecord } from "../../../src/host/workbook-record";
import { sheetOf, tableOf, workbookOf } from "../../workbook-records";

const color = fc.constantFrom("#0B6E6E", "#FFFFFF", "#C00000");
const line = fc.record({ style: fc.constantFrom("Thin", "Medium", "Dash", "Double" as const), color });
const format: fc.Arbitrary<CellFormatRecord> = fc
  .record(
    {
      numberFormat: fc.constantFrom("0.0%", "#,##0", "@", "dd.mm.yyyy"),
      font: fc.record(
        { bold: fc.constant(true), size: fc.constantFrom(9, 20), color, name: fc.constant("Arial") },
        { requiredKeys: ["size"] },
      ),
      fill: color,
      borders: fc.record({ top: line, bottom: line }, { requiredKeys: ["top"] }),
      horizontal: fc.constantFrom("Left", "Center", "Right" as const),
      vertical: fc.constantFrom("Top", "Center" as const),
      wrapText: fc.constant(true),
      indent: fc.integer({ min: 1, max: 3 }),
      locked: fc.constant(false),
    },
    { requiredKeys: [] },
  )
  .filter((record) => Object.keys(record).length > 0);
const content: fc.Arbitrary<Partial<CellRecord>> = fc.oneof(
  fc.record({
    value: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.string({ minLength: 1 }),
    ),
  }),
  fc.record({ value: fc.constant({ error: "#DIV/0!" }) }),
  fc.record({ value: fc.constantFrom("=1+1", "#N/A", "0012"), quotePrefix: fc.constant(true) }),
  fc.record({
    value: fc.oneof(fc.integer(), fc.constant("cached"), fc.constant({ error: "#NAME?" })),
    formula: fc.constantFrom(
      "=A1*2",
      "=SUM(B:B)",
      "=KAM.KEYSHARE(A1:A9)",
      "=Rate*2",
      "=Nobody!A1",
      "=SUM(Clients[Sales])",
    ),
  }),
  fc.constant({}),
);
const cells = fc
  .uniqueArray(fc.tuple(fc.nat(12), fc.nat(6), content, fc.option(format, { nil: undefined })), {
    selector: ([row, column]) => `${row} ${column}`,
    maxLength: 25,
  })
  .map((list) =>
    list
      .map(([row, column, held, worn]): CellRecord => ({
        row: row + 10,
        column,
        ...held,
        ...(worn && { format: worn }),
      }))
      .filter((cell) => Object.keys(cell).length > 2)
      .sort((one, other) => one.row - other.row || one.column - other.column),
  );
const lines = (size: "width" | "height") =>
  fc
    .uniqueArray(
      fc.record(
        { index: fc.nat(30), [size]: fc.constantFrom(20, 33.75), hidden: fc.constant(true), format },
        { requiredKeys: ["index", size] },
      ),
      { selector: ({ index }) => index, maxLength: 4 },
    )
    .map((list) => list.sort((one, other) => one.index - other.index));

/** "-0" is no number of a workbook. */
function withoutNegativeZero(sheet: SheetRecord): SheetRecord {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => (Object.is(cell.value, -0) ? { ...cell, value: 0 } : cell)),
  };
}

test("a workbook that nobody touched comes back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(cells, lines("width"), lines("height"), async (held, columns, rows) => {
      const table = [
        ["Client", "Sales"],
        ["Aster", 120],
      ];
      const record = workbookOf(
        [
          withoutNegativeZero({ ...sheetOf("Data", []), cells: held, columns, rows } as SheetRecord),
          sheetOf("Table", table, {
            tables: [tableOf("Clients", table)],
            tabColor: "#0B6E6E",
            frozen: { rows: 1, columns: 0 },
          }),
        ],
        {
          names: [{ name: "Rate", formula: "=0.2", visible: false, scope: null, comment: "of tax" }],
          settings: { "keyfolio.policy": { version: 1 } },
          activeSheet: 1,
        },
      );
      const before = structuredClone(record);
      const workbook = await openWorkbook(record);
      await workbook.$calculate();
      expect(workbook.$toRecord()).toEqual(before);
      expect(record).toEqual(before);
      workbook.$dispose();
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("what is given out does not change with the workbook", async () => {
  const workbook = await openWorkbook(workbookOf([sheetOf("Data", [[1]])]));
  const before = workbook.$toRecord();
  workbook.worksheets.getItem("Data").getRange("A1").values = [[2]];
  workbook.worksheets.getItem("Data").getRange("A1").format.font.bold = true;
  expect(before.sheets[0].cells).toEqual([{ row: 0, column: 0, value: 1 }]);
  workbook.$dispose();
});
