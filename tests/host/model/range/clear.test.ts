import { sheetOf } from "../../../workbook-records";
import { type StartedExcel, startExcel } from "../../../excel";

let excel: StartedExcel;
const areas = [{ row: 0, column: 0, rows: 10, columns: 4 }];
beforeEach(async () => {
  const sheet = sheetOf("Clients", [["Client"], ["Oak"]]);
  sheet.cells[1].format = { fill: "#FFEECC", font: { bold: true } };
  sheet.conditionalFormats = [{ areas, priority: 1, type: "Custom", formula: "=TRUE", fill: "#EEF3F6" }];
  excel = await startExcel([sheet]);
});
afterEach(() => excel.stop());

const cellOf = (context: Excel.RequestContext) =>
  context.workbook.worksheets.getItem("Clients").getRange("A2");
const sheetNow = async () => (await excel.host.toRecord()).sheets[0];

test.each(["Formats", undefined] as const)("clear(%p) takes conditional formats of the cells, too, and of no others", async (what) => {
  await excel.run((context) => Promise.resolve(cellOf(context).clear(what)));
  const { cells, conditionalFormats } = await sheetNow();
  expect(cells.some(({ format }) => format)).toBe(false);
  expect(conditionalFormats[0].areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0)).toBe(39);
}); // prettier-ignore

test("contents are cleared without formats", async () => {
  await excel.run((context) => Promise.resolve(cellOf(context).clear("Contents")));
  const { cells, conditionalFormats } = await sheetNow();
  expect(cells.find(({ row }) => row === 1)?.format).toEqual({ fill: "#FFEECC", font: { bold: true } });
  expect(conditionalFormats[0].areas).toEqual(areas);
});

test("the style Normal takes formats of the cells' own off, and leaves conditional formats", async () => {
  await excel.run((context) => {
    cellOf(context).style = "Normal";
    return Promise.resolve();
  });
  const { cells, conditionalFormats } = await sheetNow();
  expect(cells.some(({ format }) => format)).toBe(false);
  expect(conditionalFormats[0].areas).toEqual(areas);
});
