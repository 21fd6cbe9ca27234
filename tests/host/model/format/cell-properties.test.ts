import type { SheetRecord } from "../../../../src/host/workbook-record";
import { sheetOf } from "../../../workbook-records";
import { useWorksheet, type WorksheetInUse } from "../worksheet-in-use";

let sheet: WorksheetInUse;
afterEach(() => sheet.stop());

const asked = { format: { indentLevel: true, font: { bold: true } } };
const look = (indentLevel: number, bold: boolean) => ({ format: { font: { bold }, indentLevel } });

/** What the genuine client gives back for the cells. */
const propertiesOf = (address: string, options: Excel.CellPropertiesLoadOptions = asked) =>
  sheet.run(async (target, context) => {
    const properties = target.getRange(address).getCellProperties(options);
    await context.sync();
    return properties.value;
  });

const groups: SheetRecord = {
  ...sheetOf("Groups", []),
  cells: [
    { row: 0, column: 0, value: "North", format: { font: { bold: true } } },
    { row: 1, column: 0, value: "Aster", format: { horizontal: "Left", indent: 2 } },
    { row: 2, column: 0, value: "Birch" },
    { row: 0, column: 1, value: 10, format: { numberFormat: "0.00", fill: "#FFFF00" } },
  ],
};

test("getCellProperties tells indent and bold of each cell, rows by columns", async () => {
  sheet = await useWorksheet([groups]);
  expect(await propertiesOf("A1:B3")).toEqual([
    [look(0, true), look(0, false)],
    [look(2, false), look(0, false)],
    [look(0, false), look(0, false)],
  ]);
});

test("only what is asked for is answered", async () => {
  sheet = await useWorksheet([groups]);
  expect(await propertiesOf("A2", { format: { indentLevel: true, wrapText: false } })).toEqual([
    [{ format: { indentLevel: 2 } }],
  ]);
  expect(
    await propertiesOf("B1", { address: true, hidden: true, format: { fill: { color: true } } }),
  ).toEqual([[{ address: "Groups!B1", hidden: false, format: { fill: { color: "#FFFF00" } } }]]);
});

test("a cell has the look of its row or column when it has none of its own", async () => {
  sheet = await useWorksheet([
    {
      ...groups,
      rows: [{ index: 4, format: { indent: 3 } }],
      columns: [{ index: 2, format: { font: { bold: true } } }],
    },
  ]);
  expect(await propertiesOf("B5:C6")).toEqual([
    [look(3, false), look(3, false)],
    [look(0, false), look(0, true)],
  ]);
});

test("what the add-in sets is what it reads, and getCellProperties agrees with format", async () => {
  sheet = await useWorksheet([groups]);
  const read = await sheet.run(async (target, context) => {
    target.getRange("A3").format.indentLevel = 4;
    target.getRange("A3").format.font.bold = true;
    const properties = target.getRange("A3").getCellProperties(asked);
    const { format } = target.getRange("A3");
    format.load("indentLevel");
    format.font.load("bold");
    await context.sync();
    return [properties.value, format.indentLevel, format.font.bold];
  });
  expect(read).toEqual([[[look(4, true)]], 4, true]);
});

test("it came with ExcelApi 1.9; the client itself refuses it below", async () => {
  sheet = await useWorksheet([groups], { apiLevel: "1.9" });
  expect(await propertiesOf("A1")).toEqual([[look(0, true)]]);
  sheet.stop();
  sheet = await useWorksheet([groups], { apiLevel: "1.8" });
  await expect(propertiesOf("A1")).rejects.toMatchObject({ code: "ApiNotFound" });
});

test("a property that the host does not keep is refused by its name", async () => {
  sheet = await useWorksheet([groups]);
  await expect(propertiesOf("A1", { format: { shrinkToFit: true } })).rejects.toMatchObject({
    code: "ApiNotFound",
    message: expect.stringContaining("format.shrinkToFit") as string,
  });
});

test("20,000 rows of one column are about one megabyte", async () => {
  sheet = await useWorksheet([groups]);
  const { journal } = sheet.excel.host;
  journal.clear();
  const properties = await propertiesOf("A1:A20000");
  expect(properties).toHaveLength(20_000);
  const [request] = journal.requests;
  expect(request.replyBytes).toBeGreaterThan(900_000);
  expect(request.replyBytes).toBeLessThan(1_100_000);
});

test("hidden and very hidden sheets are told apart", async () => {
  sheet = await useWorksheet([
    groups,
    sheetOf("Aside", [], { visibility: "Hidden" }),
    sheetOf("Away", [], { visibility: "VeryHidden" }),
  ]);
  const seen = await sheet.run(async (_, context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    await context.sync();
    return worksheets.items.map(({ visibility }) => visibility);
  });
  expect(seen).toEqual(["Visible", "Hidden", "VeryHidden"]);
});
