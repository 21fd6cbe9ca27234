import path from "node:path";
import { readFileSync } from "node:fs";
import { readWorkbook } from "../../src/host/xlsx";
import { sampleTextsOf } from "../../src/locales/sample-texts";
import { addSampleList, classifyRows, findSources, isFirstRun, readList } from "../../src/workbook";
import { sheetOf, sheetWithTable, workbookOf } from "../workbook-records";
import { clients, request } from "./lists";
import { openWorkbook, ordered, problemOfRun, rowsOf } from "./session";

const own = () => [sheetOf("Mine", clients)];

describe.each([
  ["1.9", "en", "en-US", "Sample clients", "Clients"],
  ["1.20", "en", "en-GB", "Sample clients", "Clients"],
  ["1.9", "ru", "ru-RU", "Пример клиентов", "Клиенты"],
  ["1.20", "ru", "RU", "Пример клиентов", "Клиенты"],
] as const)("at ExcelApi %s, the sample in %s (%s)", (apiLevel, language, displayLanguage, sheet, table) => {
  const open = (sheets = own()) => openWorkbook(sheets, { apiLevel, language: displayLanguage });

  test("is a table on a new sheet in view; the user's sheets stay as they were", async () => {
    const { host } = await open();
    const before = await host.toRecord();
    const reference = await addSampleList(displayLanguage);
    const after = await host.toRecord();
    expect(after.sheets.map(({ name }) => name)).toEqual(["Mine", sheet]);
    expect(after.activeSheet).toBe(1);
    expect(after.sheets[1].tables.map(({ name }) => name)).toEqual([table]);
    expect(ordered({ ...after, sheets: after.sheets.slice(0, 1), activeSheet: 0 })).toEqual(ordered(before));
    expect((await readList(reference)).list).toMatchObject({ kind: "table", name: table, sheet });
    expect(await isFirstRun()).toBe(true);
  });

  test("holds, cell for cell, what the sample file holds", async () => {
    const { host } = await open();
    await addSampleList(displayLanguage);
    const file = language === "en" ? "sample-clients.xlsx" : "sample-clients.ru.xlsx";
    const { record } = await readWorkbook(readFileSync(path.join(__dirname, "../../assets", file)));
    const [added, filed] = [(await host.toRecord()).sheets[1], record.sheets[0]];
    expect(rowsOf(added)).toEqual(rowsOf(filed));
    const formats = ({ cells }: typeof added) =>
      cells
        .filter(({ row, value }) => row > 3 && value !== undefined)
        .map(({ row, column, format }) => `${row} ${column} ${format?.numberFormat ?? "General"}`)
        .sort();
    expect(formats(added)).toEqual(formats(filed));
    expect(added.frozen).toEqual(filed.frozen);
    const widths = ({ columns }: typeof added) =>
      columns.map(({ index, width }) => [index, Math.round(width!)]);
    expect(widths(added).sort()).toEqual(widths(filed).sort());
  });

  test("is classified without further ado: every role is found in its headers", async () => {
    await open();
    const source = await addSampleList(displayLanguage);
    const { mapping } = await readList(source);
    expect(new Set(mapping!.columns.map(({ role }) => role))).toEqual(
      new Set([
        "client",
        "group",
        "department",
        "manager",
        "period",
        "cost",
        "costToServe",
        "potential",
        "attractiveness",
        "loyalty",
        "wellKnown",
        "partner",
        "demanding",
        "innovator",
        "vip",
        "lastContact",
        "contactResult",
        "lossReason",
      ]),
    );
    const { written, classification } = await classifyRows({ ...request, source, displayLanguage });
    expect(written.added).toContain("quadrant");
    expect(classification.statuses).toContain("dependence");
  });

  test("is shown again, not added again, until somebody changes it", async () => {
    const { host, run } = await open();
    const first = await addSampleList(displayLanguage);
    await classifyRows({ ...request, source: first, displayLanguage });
    const show = (name: string) =>
      run(async (context) => {
        context.workbook.worksheets.getItem(name).activate();
        await context.sync();
      });
    await show("Mine");
    expect(await addSampleList(displayLanguage)).toEqual(first);
    expect((await host.toRecord()).activeSheet).toBe(1);
    await run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange("G7").values = [[123]];
      await context.sync();
    });
    const second = await addSampleList(displayLanguage);
    expect(second).not.toEqual(first);
    const { sheets, activeSheet } = await host.toRecord();
    expect(sheets.map(({ name }) => name)).toEqual(["Mine", sheet, `${sheet} 2`]);
    expect(activeSheet).toBe(2);
    expect(sheets[2].tables.map(({ name }) => name)).toEqual([`${table}_2`]);
  });

  test("finds free names beside those of the user, whatever their case", async () => {
    const { host } = await open([
      sheetOf(sheet.toUpperCase(), clients),
      sheetWithTable("Other", table.toLowerCase(), clients),
    ]);
    await addSampleList(displayLanguage);
    const { sheets } = await host.toRecord();
    expect(sheets[2].name).toBe(`${sheet} 2`);
    expect(sheets[2].tables[0].name).toBe(`${table}_2`);
  });

  test("comes first among the sources", async () => {
    await open();
    const reference = await addSampleList(displayLanguage);
    expect((await findSources()).options[0].reference).toEqual(reference);
  });
});

test("the names of sample sheets are such as Excel takes", () => {
  for (const sample of Object.values(sampleTextsOf)) {
    expect(sample.newSheet).toMatch(/^[^\\/?*[\]:]{1,28}$/);
    expect(sample.table).toMatch(/^\p{L}[\p{L}\p{N}]*$/u);
  }
});

test("a workbook with protected structure gets no sheet, and says why", async () => {
  const { host } = await openWorkbook(workbookOf(own(), { protected: true }));
  expect(await problemOfRun(addSampleList("en-US"))).toEqual({ kind: "protectedWorkbook" });
  expect((await host.toRecord()).sheets).toHaveLength(1);
});

test.each([1, 5, 12, 25])("a failure on the way leaves no half sample behind (action %i)", async (k) => {
  const { host } = await openWorkbook(own());
  host.faults.failAction(k, "GeneralException");
  expect(await problemOfRun(addSampleList("en-US"))).toMatchObject({ kind: "office" });
  expect((await host.toRecord()).sheets).toHaveLength(1);
});
