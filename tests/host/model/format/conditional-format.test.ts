import type { ConditionalFormatRecord } from "../../../../src/host/workbook-record";
import { type StartedExcel, startExcel } from "../../../excel";
import { sheetOf } from "../../../workbook-records";

let excel: StartedExcel;
afterEach(() => excel.stop());

async function started() {
  excel = await startExcel([
    sheetOf("Matrix", [
      ["Class", "X", "Y"],
      ["A", 3, 5],
      ["B", 8, 1],
    ]),
  ]);
}

function kept(): ConditionalFormatRecord[] {
  return excel.host.workbook.$toRecord().sheets[0].conditionalFormats;
}

function refused(code: string) {
  return expect.objectContaining({ code });
}

test("a colour scale keeps two or three points", async () => {
  await started();
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Matrix").getRange("B2:C3");
    const { colorScale } = range.conditionalFormats.add("ColorScale");
    colorScale.criteria = {
      minimum: { type: "LowestValue", color: "#FFFFFF" },
      maximum: { type: "Number", formula: "10", color: "#2e7d32" },
    };
    colorScale.load("threeColorScale");
    await context.sync();
    expect(colorScale.threeColorScale).toBe(false);
  });
  expect(kept()).toEqual([
    {
      areas: [{ row: 1, column: 1, rows: 2, columns: 2 }],
      priority: 1,
      type: "ColorScale",
      points: [
        { kind: "LowestValue", color: "#FFFFFF" },
        { kind: "Number", value: 10, color: "#2E7D32" },
      ],
    },
  ]);
});

test("rules on values, texts and formulas keep their look", async () => {
  await started();
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Matrix").getRange("B2:C3");
    const value = range.conditionalFormats.add("CellValue");
    value.cellValue.rule = { formula1: "0.1", formula2: "=$B$2", operator: "Between" };
    value.cellValue.format.font.color = "#C00000";
    value.cellValue.format.fill.color = "#FFC7CE";
    const text = range.conditionalFormats.add("ContainsText");
    text.textComparison.rule = { operator: "BeginsWith", text: "A" };
    text.textComparison.format.font.bold = true;
    const custom = range.conditionalFormats.add("Custom");
    custom.custom.rule.formula = '=$A2="A"';
    custom.stopIfTrue = true;
    range.conditionalFormats.add("DataBar").dataBar.positiveFormat.fillColor = "#5B9BD5";
    await context.sync();
  });
  expect(kept()).toMatchObject([
    { type: "DataBar", color: "#5B9BD5", priority: 1 },
    { type: "Custom", formula: '=$A2="A"', stopIfTrue: true, priority: 2 },
    { type: "ContainsText", operator: "BeginsWith", text: "A", bold: true, priority: 3 },
    {
      type: "CellValue",
      operator: "Between",
      formula1: "=0.1",
      formula2: "=$B$2",
      font: "#C00000",
      fill: "#FFC7CE",
      priority: 4,
    },
  ]);
});

test("the newest comes first; a priority that is set moves the others", async () => {
  await started();
  await excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getItem("Matrix").getRange("B2:C3");
    const first = conditionalFormats.add("Custom");
    conditionalFormats.add("DataBar");
    conditionalFormats.load("items/type");
    await context.sync();
    expect(conditionalFormats.items.map(({ type }) => type)).toEqual(["DataBar", "Custom"]);
    first.priority = 0;
    await context.sync();
  });
  expect(kept().map(({ type, priority }) => [type, priority])).toEqual([
    ["Custom", 1],
    ["DataBar", 2],
  ]);
});

test("a range shows the formats that touch it; clearing it leaves what lies outside", async () => {
  await started();
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Matrix");
    sheet.getRange("A1:C3").conditionalFormats.add("DataBar");
    const inside = sheet.getRange("B2").conditionalFormats;
    const outside = sheet.getRange("F9").conditionalFormats;
    const counts = [inside.getCount(), outside.getCount()];
    await context.sync();
    expect(counts.map(({ value }) => value)).toEqual([1, 0]);
    inside.clearAll();
    await context.sync();
  });
  const [{ areas }] = kept();
  const cells = areas.flatMap(({ row, column, rows, columns }) =>
    Array.from(
      { length: rows * columns },
      (_, at) => `${row + Math.floor(at / columns)},${column + (at % columns)}`,
    ),
  );
  expect(cells.sort()).toEqual(["0,0", "0,1", "0,2", "1,0", "1,2", "2,0", "2,1", "2,2"]);
});

test("areas and formulas follow inserted rows, and a format ends with its cells", async () => {
  await started();
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Matrix");
    const custom = sheet.getRange("B2:C3").conditionalFormats.add("Custom");
    custom.custom.rule.formula = "=$A$2=1";
    await context.sync();
    sheet.getRange("1:1").insert("Down");
    await context.sync();
    expect(kept()).toMatchObject([
      { areas: [{ row: 2, column: 1, rows: 2, columns: 2 }], formula: "=$A$3=1" },
    ]);
    sheet.getRange("3:4").delete("Up");
    await context.sync();
  });
  expect(kept()).toEqual([]);
});

test("a deleted format is gone, another type's rule is not there, icon sets are refused by name", async () => {
  await started();
  await excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getItem("Matrix").getRange("B2:C3");
    const bar = conditionalFormats.add("DataBar");
    const other = bar.customOrNullObject;
    other.load("rule/formula");
    await context.sync();
    expect(other.isNullObject).toBe(true);
    bar.delete();
    await context.sync();
    bar.stopIfTrue = true;
    await expect(context.sync()).rejects.toEqual(refused("ItemNotFound"));
    conditionalFormats.add("IconSet");
    await expect(context.sync()).rejects.toEqual(refused("NotImplemented"));
  });
});
