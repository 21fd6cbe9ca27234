import { readWorkbook, writeWorkbook } from "../../../../src/host/xlsx";
import { partsOf } from "../package-of";
import { sheetRecord, workbookRecord } from "../records";

const long = "Find out why it fluctuates, agree on a plan; brings 3.95 M, varies by 96%";
const wrapped = { wrapText: true, font: { size: 10 } };
const record = workbookRecord([
  sheetRecord({
    columns: [{ index: 1, width: 190 }],
    rows: [{ index: 3, height: 60 }],
    merges: [{ row: 4, column: 1, rows: 1, columns: 2 }],
    cells: [
      { row: 0, column: 1, value: long, format: wrapped },
      { row: 1, column: 1, value: long },
      { row: 2, column: 1, value: "Short", format: wrapped },
      { row: 3, column: 1, value: long, format: wrapped },
      { row: 4, column: 1, value: long, format: wrapped },
    ],
  }),
]);

test("a row that fits its wrapped text says its height, as Excel's file does, and fits it again when it is read", async () => {
  const bytes = await writeWorkbook(record);
  const rows = (await partsOf(bytes)).get("xl/worksheets/sheet1.xml")!.match(/<row [^>]*>/g)!;
  expect(rows).toEqual([
    '<row r="1" ht="27">',
    '<row r="2">',
    '<row r="3">',
    '<row r="4" ht="60" customHeight="1">',
    '<row r="5">',
  ]);
  const { record: again } = await readWorkbook(bytes);
  expect(again.sheets[0].rows).toEqual([{ index: 3, height: 60 }]);
});
