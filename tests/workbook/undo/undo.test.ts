import type { SheetRecord, WorkbookRecord } from "../../../src/host/workbook-record";
import { classifyAndReport, classifyRows, portfolioReport } from "../../../src/workbook";
import { addSampleList } from "../../../src/workbook/add-sample-list";
import { findOwnWork, removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import type { StartedExcel } from "../../excel";
import { OpenExcel } from "../../misfortunes/open-excel";
import { sheetOf, sheetWithTable, workbookOf, type Cell } from "../../workbook-records";
import { clients, invoices, request } from "../lists";
import { openWorkbook, ordered } from "../session";

const forms: [string, (rows: Cell[][]) => SheetRecord][] = [
  ["a region", (rows) => sheetOf("Clients", rows)],
  ["a table", (rows) => sheetWithTable("Clients", "Deals", rows)],
];
const dressed = (): WorkbookRecord => {
  const sheet = sheetOf("Clients", clients);
  for (const cell of sheet.cells) {
    if (cell.row === 0) cell.format = { fill: "#FFF2CC", font: { bold: true } };
    if (cell.column === 2) cell.format = { numberFormat: "#,##0.00" };
  }
  sheet.columns = [{ index: 2, width: 123 }];
  return workbookOf([sheet, sheetOf("Notes", [["mine"]])]);
};

describe.each(forms)("undoing a run on %s", (_, sheetWith) => {
  test.each([
    ["rows", classifyRows],
    ["report", portfolioReport],
    ["both", classifyAndReport],
    [
      "both, with the Proof sheet",
      (asked: typeof request) => classifyAndReport({ ...asked, isUnattended: true }),
    ],
  ] as const)("leaves the workbook as it was before: %s", async (__, run) => {
    const { host } = await openWorkbook([sheetWith(clients), sheetOf("Notes", [["mine"]])]);
    const before = ordered(await host.toRecord());
    const { trace } = await run(request);
    const taken = await undoRun(trace);
    expect(taken.stays).toEqual([]);
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("gives back the classes of the run before", async () => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    host.workbook.worksheets.getItem("Clients").getRange("C2:C3").values = [[700], [6300]];
    host.workbook.worksheets.getItem("Clients").getRange("D4").formulas = [["=1/4"]];
    host.workbook.worksheets.getItem("Clients").getRange("E5").values = [["'12"]];
    const before = ordered(await host.toRecord());
    const { trace } = await classifyRows(request);
    expect(ordered(await host.toRecord())).not.toEqual(before);
    expect((await undoRun(trace)).stays).toEqual([]);
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test.each([
    ["gives back the classes of the run before", false],
    ["gives them back beside their clients, who stand elsewhere by now,", true],
  ])("%s where all headers have been renamed that tell rows from each other", async (__, isTurned) => {
    const { host } = await openWorkbook([sheetWith(clients)]);
    await classifyRows(request);
    const sheet = host.workbook.worksheets.getItem("Clients");
    sheet.getRange("C2:C3").values = [[700], [6300]];
    const before = sheet.getRange("A2:H7").formulas!;
    const { trace } = await classifyRows(request);
    sheet.getRange("A1:C1").values = [["Who", "Manager", "What"]];
    if (isTurned) sheet.getRange("A2:H7").formulas = [...sheet.getRange("A2:H7").formulas!].reverse();
    expect((await undoRun(trace)).stays).toEqual([]);
    expect(sheet.getRange("A2:H7").formulas).toEqual(isTurned ? [...before].reverse() : before);
  });
});

test("undoing takes off the look of new columns beside a dressed region", async () => {
  const { host } = await openWorkbook(dressed());
  const before = ordered(await host.toRecord());
  const { trace } = await classifyRows(request);
  await undoRun(trace);
  expect(ordered(await host.toRecord())).toEqual(before);
});

test.each([
  ["the header row", 0],
  ["the first row", 1],
])(
  "undoing takes off the look of new headers, also where somebody has typed beside them: %s",
  async (_, row) => {
    const list = sheetOf("Clients", clients);
    // The last header alone: new ones are dressed like it.
    list.cells.find((cell) => cell.row === 0 && cell.column === 2)!.format = { fill: "#DDEBF7" };
    const { host } = await openWorkbook(workbookOf([list]));
    const { trace } = await classifyRows(request);
    const sheet = host.workbook.worksheets.getItem("Clients");
    const column = sheet.getUsedRange().columnCount;
    sheet.getCell(row, column).values = [["mine"]];
    await undoRun(trace);
    const { cells } = (await host.toRecord()).sheets[0];
    expect(cells.filter((cell) => cell.column > 2)).toMatchObject([{ row, column, value: "mine" }]);
  },
);

describe("undoing takes back", () => {
  test("a list of clients that was made of lines, with its columns", async () => {
    const { host } = await openWorkbook([sheetOf("Journal", invoices)]);
    const before = ordered(await host.toRecord());
    const { trace } = await classifyAndReport(request);
    expect((await host.toRecord()).sheets.map(({ name }) => name)).toContain("Clients");
    expect((await undoRun(trace)).stays).toEqual([]);
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("the sample in which somebody has changed something stays, and is told", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const { sheetId } = await addSampleList("en");
    const sheet = host.workbook.worksheets.items.find(({ id }) => id === sheetId)!;
    const [table] = sheet.tables.items;
    table.columns.getItemAt(0).name = "Account";
    const { sheets, stays } = await undoRun({ sampleSheet: sheetId, activeSheet: "" });
    expect([sheets, stays]).toEqual([[], [{ kind: "sheetChanged", sheet: sheet.name, address: null }]]);
  });

  test("the sample", async () => {
    const { host } = await openWorkbook([sheetOf("Notes", [["mine"]])]);
    const before = ordered(await host.toRecord());
    const { sheetId } = await addSampleList("ru-RU");
    expect((await undoRun({ sampleSheet: sheetId, activeSheet: "" })).stays).toEqual([]);
    expect(ordered(await host.toRecord())).toEqual(before);
  });
});

describe("removing Keyfolio", () => {
  test.each(forms)("leaves the workbook as it was before all runs: %s", async (_, sheetWith) => {
    for (const language of ["en", "ru"] as const) {
      const { host } = await openWorkbook([sheetWith(clients), sheetOf("Notes", [["mine"]])]);
      const before = ordered(await host.toRecord());
      await classifyAndReport({ ...request, language, isUnattended: true });
      expect((await host.toRecord()).sheets.map(({ name }) => name)).toContain(
        language === "en" ? "Proof" : "Проверка",
      );
      host.workbook.worksheets.getItem("Clients").getRange("C2:C3").values = [[700], [6300]];
      await classifyAndReport({ ...request, language: "en" });
      host.workbook.worksheets.getItem("Clients").getRange("C2:C3").values = [[5200], [1800]];
      expect(await findOwnWork()).toMatchObject({ stays: [], hasSettings: true });
      expect((await removeKeyfolio()).stays).toEqual([]);
      host.workbook.worksheets.getItem("Clients").activate();
      expect(ordered(await host.toRecord())).toEqual(before);
    }
  });
});

test("a row inserted below others has their number format beside the list again, as Excel gave it", async () => {
  const numberFormat = "0.00";
  const sheet = sheetOf("Clients", clients);
  for (let row = 1; row < clients.length; row++)
    sheet.cells.push({ row, column: 3, format: { numberFormat } });
  const { host } = await openWorkbook([sheet]);
  const { trace } = await classifyRows(request);
  host.workbook.worksheets.getItem("Clients").getRange("4:4").insert("Down");
  await undoRun(trace);
  const { cells } = (await host.toRecord()).sheets[0];
  expect(cells.filter(({ column }) => column === 3)).toEqual(
    clients.map((_, i) => ({ row: i + 1, column: 3, format: { numberFormat } })),
  );
});

test("a row inserted among the last ones has its number format again though those below it have gone", async () => {
  const record = () => {
    const sheet = sheetOf("Clients", clients);
    for (const row of [1, 2, 5, 6])
      sheet.cells.push({ row, column: 3, format: { numberFormat: row % 2 === 0 ? "@" : "dd/mm/yyyy" } });
    return workbookOf([sheet]);
  };
  for (const at of [5, 6, 7]) {
    const twin = await OpenExcel.aside(record());
    const { host } = await openWorkbook(record());
    const { trace } = await classifyRows(request);
    for (const { workbook } of [host, twin]) {
      const sheet = workbook.worksheets.getItem("Clients");
      sheet.getRange(`${at}:${at}`).insert("Down");
      sheet.getRange(`A${at}:C${at}`).values = [["Late Comer", "Petrov", 5]];
      sheet.getRange(`${at + 1}:8`).delete("Up");
    }
    await undoRun(trace);
    const sheets = ordered(await host.toRecord()).sheets;
    expect([at, sheets]).toEqual([at, ordered(await twin.toRecord()).sheets]);
    twin.dispose();
  }
});

test("number formats of blank cells beside the list stay in their rows when the list has been sorted since", async () => {
  const sheet = sheetOf("Clients", clients);
  sheet.cells.push({ row: 2, column: 3, format: { numberFormat: "0.00" } });
  const { host } = await openWorkbook([sheet]);
  const { trace } = await classifyRows(request);
  const body = host.workbook.worksheets.getItem("Clients").getRange("A2:H7");
  body.formulas = [...body.formulas!].reverse();
  await undoRun(trace);
  const { cells } = (await host.toRecord()).sheets[0];
  expect(cells.filter(({ column }) => column === 3)).toEqual([
    { row: 2, column: 3, format: { numberFormat: "0.00" } },
  ]);
});

type Deed = (sheet: ReturnType<StartedExcel["host"]["workbook"]["worksheets"]["getItem"]>) => void;
const sorts: Deed = (sheet) => {
  const body = sheet.getRange(`A2:H${sheet.getUsedRangeOrNullObject(true)!.rowCount}`);
  body.formulas = [...body.formulas!].reverse();
};
const adds: Deed = (sheet) => void (sheet.getRange("A8:C8").values = [["Late Comer", "Petrov", 5]]);
const inserts: Deed = (sheet) => {
  sheet.getRange("4:4").insert("Down");
  sheet.getRange("A4:C4").values = [["Very Late Comer", "Petrov", 6]];
};

test.each<[string, Deed[]]>([
  ["with a client who was added below", [adds, sorts]],
  ["and a row was inserted then", [sorts, inserts]],
])(
  "number formats of blank cells beside the list stay where they are when it has been sorted since, %s",
  async (_, deeds) => {
    const record = () => {
      const sheet = sheetOf("Clients", clients);
      for (const row of [1, 2, 5])
        sheet.cells.push({ row, column: 3, format: { numberFormat: "dd/mm/yyyy" } });
      return workbookOf([sheet]);
    };
    const twin = await OpenExcel.aside(record());
    const { host } = await openWorkbook(record());
    const { trace } = await classifyRows(request);
    for (const { workbook } of [host, twin]) {
      const sheet = workbook.worksheets.getItem("Clients");
      for (const deed of deeds) deed(sheet);
    }
    await undoRun(trace);
    expect(ordered(await host.toRecord()).sheets).toEqual(ordered(await twin.toRecord()).sheets);
    twin.dispose();
  },
);
