import { type StartedExcel, startExcel } from "../excel";
import { sheetOf, sheetWithTable, workbookOf } from "../workbook-records";

const rows = [
  ["Client", "Sales"],
  ["Aster", 120],
  ["Birch", 80],
];

let excel: StartedExcel;

afterEach(() => excel.stop());

describe("an open workbook", () => {
  beforeEach(async () => {
    excel = await startExcel([sheetOf("Clients", rows), sheetOf("Notes", [])]);
  });

  test("is read and written through the genuine client", async () => {
    const seen = await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Clients").getRange("A1:B3");
      range.load("values,address");
      await context.sync();
      context.workbook.worksheets.getItem("Notes").getRange("A1").values = [["=SUM(Clients!B2:B3)"]];
      const sum = context.workbook.worksheets.getItem("Notes").getRange("A1");
      sum.load("values,formulas");
      await context.sync();
      return [range.address, range.values, sum.values, sum.formulas];
    });
    expect(seen).toEqual(["Clients!A1:B3", rows, [[200]], [["=SUM(Clients!B2:B3)"]]]);
  });

  test("comes back as a record with the changes and without loss", async () => {
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem("Clients").getRange("B3").values = [[90]];
      await context.sync();
    });
    const { sheets } = await excel.host.toRecord();
    expect(sheets.map(({ name }) => name)).toEqual(["Clients", "Notes"]);
    const cells = sheets[0].cells.map(({ row, column, value }) => [row, column, value]);
    expect(cells.sort(([a, b], [c, d]) => Number(a) - Number(c) || Number(b) - Number(d))).toEqual([
      [0, 0, "Client"],
      [0, 1, "Sales"],
      [1, 0, "Aster"],
      [1, 1, 120],
      [2, 0, "Birch"],
      [2, 1, 90],
    ]);
  });

  test("keeps one store of settings for both ways to them", async () => {
    await excel.run(async (context) => {
      context.workbook.settings.add("keyfolio.policy", { version: 1 });
      context.workbook.settings.add("keyfolio.language", "ru");
      await context.sync();
    });
    const { settings } = Office.context.document;
    await new Promise<void>((done) => settings.refreshAsync(() => done()));
    expect([settings.get("keyfolio.policy"), settings.get("keyfolio.language")]).toEqual([
      { version: 1 },
      "ru",
    ]);
    settings.set("keyfolio.policy", { version: 2 });
    settings.remove("keyfolio.language");
    await new Promise<void>((done) => settings.saveAsync(() => done()));
    const values = await excel.run(async (context) => {
      const policy = context.workbook.settings.getItem("keyfolio.policy");
      policy.load("value");
      const language = context.workbook.settings.getItemOrNullObject("keyfolio.language");
      await context.sync();
      return [policy.value, language.isNullObject];
    });
    expect(values).toEqual([{ version: 2 }, true]);
    expect((await excel.host.toRecord()).settings).toEqual({ "keyfolio.policy": { version: 2 } });
  });

  test("tells the page when cells change", async () => {
    const heard: string[] = [];
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Clients");
      sheet.onChanged.add(async (event) => void heard.push(event.address));
      await context.sync();
      sheet.getRange("B2:B3").values = [[1], [2]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(["B2:B3"]);
  });

  test("a range that is kept follows its cells when rows are inserted above", async () => {
    const address = await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Clients");
      const kept = sheet.getRange("A3:B3");
      await context.sync();
      sheet.getRange("2:2").insert("Down");
      await context.sync();
      kept.load("address,values");
      await context.sync();
      return [kept.address, kept.values];
    });
    expect(address).toEqual(["Clients!A4:B4", [["Birch", 80]]]);
  });
});

test("the record that it was opened from is not changed", async () => {
  const record = workbookOf([sheetWithTable("Clients", "Clients", rows)], {
    settings: { "keyfolio.language": "en" },
  });
  const before = structuredClone(record);
  excel = await startExcel(record);
  await excel.run(async (context) => {
    context.workbook.tables.getItem("Clients").getDataBodyRange().values = [
      ["a", 1],
      ["b", 2],
    ];
    context.workbook.worksheets.getItem("Clients").name = "Renamed";
    context.workbook.settings.add("keyfolio.language", "ru");
    await context.sync();
  });
  expect(record).toEqual(before);
});

test("a workbook that cannot be saved says so, and on the web it cannot be changed", async () => {
  excel = await startExcel([sheetOf("Clients", rows)], { readOnly: true, mode: "web" });
  await excel.run(async (context) => {
    context.workbook.load("readOnly");
    await context.sync();
    expect(context.workbook.readOnly).toBe(true);
    context.workbook.worksheets.getItem("Clients").getRange("A1").values = [["x"]];
    await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

test("numbers are dressed in the language of the data, Excel itself speaks its own", async () => {
  excel = await startExcel([sheetOf("Clients", [[1234.5]])], { language: "en-US", dataLanguage: "ru-RU" });
  const separator = await excel.run(async (context) => {
    const { numberFormat } = context.workbook.application.cultureInfo;
    numberFormat.load("numberDecimalSeparator");
    await context.sync();
    return numberFormat.numberDecimalSeparator;
  });
  expect([Office.context.displayLanguage, Office.context.contentLanguage, separator]).toEqual([
    "en-US",
    "ru-RU",
    ",",
  ]);
});

test("the globals of the page are there while Excel runs, and gone afterwards", async () => {
  excel = await startExcel([sheetOf("Clients", rows)]);
  expect(globalThis.Excel).toBe(excel.window.Excel);
  excel.stop();
  expect("Excel" in globalThis).toBe(false);
});
