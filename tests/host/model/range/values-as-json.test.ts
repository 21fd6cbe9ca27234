import { type StartedExcel, startExcel } from "../../../excel";
import { sheetOf } from "../../../workbook-records";

const card = {
  type: "String",
  basicValue: "Key",
  properties: {
    Share: { type: "Double", basicValue: 0.125, numberFormat: "0.0%" },
    Why: "It brings 12.5% of all revenue.",
  },
  layouts: { card: { title: "Aster", sections: [{ layout: "List", properties: ["Share", "Why"] }] } },
} as const;

let excel: StartedExcel | null = null;
afterEach(() => {
  excel?.stop();
  excel = null;
});

const open = async (apiLevel: "1.18" | "1.19") =>
  (excel = await startExcel([sheetOf("Clients", [["Client", 1.5, true, null], ["Aster"], ["Birch"]])], {
    apiLevel,
  }));

const write = (range: Excel.Range, values: unknown[][]) => {
  range.valuesAsJson = values as Excel.CellValue[][];
};

describe("Range.valuesAsJson", () => {
  test("a text with a card is the text to values, formulas and other formulas, and gives its card back", async () => {
    const { run, host } = await open("1.19");
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Clients");
      write(sheet.getRange("B2"), [[card]]);
      sheet.getRange("C2").formulas = [['=IF(B2="Key",COUNTIF(B:B,"Key"),0)']];
      const cell = sheet.getRange("B2").load("values,formulas,text,valueTypes,valuesAsJson");
      const formula = sheet.getRange("C2").load("values");
      await context.sync();
      return [cell.values, cell.formulas, cell.text, cell.valueTypes, cell.valuesAsJson, formula.values];
    });
    expect(read).toEqual([
      [["Key"]],
      [["Key"]],
      [["Key"]],
      [["String"]],
      [[{ ...card, basicType: "String" }]],
      [[1]],
    ]);
    expect((await host.toRecord()).sheets[0].cells.find(({ card }) => card)?.value).toBe("Key");
  });

  test("cells without a card say their types", async () => {
    const { run } = await open("1.19");
    const read = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Clients").getRange("A1:D1").load("valuesAsJson");
      await context.sync();
      return range.valuesAsJson;
    });
    expect(read).toEqual([
      [
        { type: "String", basicType: "String", basicValue: "Client" },
        { type: "Double", basicType: "Double", basicValue: 1.5 },
        { type: "Boolean", basicType: "Boolean", basicValue: true },
        { type: "Empty", basicType: "Empty", basicValue: "" },
      ],
    ]);
  });

  test("whatever is entered into the cell takes the card away", async () => {
    const { run } = await open("1.19");
    const cards = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Clients");
      write(sheet.getRange("B2:B4"), [[card], [card], [card]]);
      sheet.getRange("B2").values = [["Key"]];
      sheet.getRange("B3").clear(Excel.ClearApplyTo.contents);
      const range = sheet.getRange("B2:B4").load("valuesAsJson");
      await context.sync();
      return range.valuesAsJson.map(([cell]) => "properties" in cell);
    });
    expect(cards).toEqual([false, false, true]);
  });

  test("the card goes where the cell goes", async () => {
    const { run } = await open("1.19");
    const cards = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Clients");
      write(sheet.getRange("B2"), [[card]]);
      sheet.getRange("1:1").insert(Excel.InsertShiftDirection.down);
      const range = sheet.getRange("B2:B3").load("valuesAsJson");
      await context.sync();
      return range.valuesAsJson.map(([cell]) => "properties" in cell);
    });
    expect(cards).toEqual([false, true]);
  });

  test.each([
    ["a plain value", "Key"],
    ["a value of another type", { type: "Double", basicValue: "Key" }],
    ["a layout of a property that is not there", { ...card, properties: { Share: 1 } }],
    ["a property without a value", { ...card, properties: { ...card.properties, Why: null } }],
  ])("%s is refused, and nothing is written", async (_, value) => {
    const { run } = await open("1.19");
    await expect(
      run(async (context) => {
        write(context.workbook.worksheets.getItem("Clients").getRange("A2"), [[value]]);
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
    const left = await run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Clients").getRange("A2").load("values");
      await context.sync();
      return cell.values;
    });
    expect(left).toEqual([["Aster"]]);
  });

  test("an Excel before ExcelApi 1.19 does not have it", async () => {
    await open("1.18");
    expect("valuesAsJson" in Excel.Range.prototype).toBe(false);
  });
});
