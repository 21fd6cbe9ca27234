import { classifyRows, dossier } from "../../../../src/workbook";
import { undoRun } from "../../../../src/workbook/undo/undo-run";
import { findOwnWork, removeKeyfolio } from "../../../../src/workbook/undo/remove-keyfolio";
import type { StartedExcel } from "../../../excel";
import type { WorkbookRecord } from "../../../../src/host/workbook-record";
import { sheetOf, workbookOf } from "../../../workbook-records";
import { request, salesByMonth } from "../../lists";
import { columnOf, openWorkbook, ordered, problemOfRun } from "../../session";
import { chartNamed, sheetNamed, textsOf } from "../written";
import { momentsBetween } from "../../../moments";

const rows = salesByMonth(30, 24);
const client = String(rows[3][0]);
const title = `Dossier ${client}`;

const open = () => openWorkbook([sheetOf("Clients", rows)]);
const make = (name: string | undefined = client) => dossier({ ...request, client: name });
const page = async ({ host }: StartedExcel, name = title) => sheetNamed(await host.toRecord(), name);

/** The workbook, merged cells in the order of their places. */
function recordOf(record: WorkbookRecord) {
  const { sheets, ...rest } = ordered(record);
  const byPlace = (a: Merge, b: Merge) => a.row - b.row || a.column - b.column;
  return { ...rest, sheets: sheets.map((sheet) => ({ ...sheet, merges: [...sheet.merges].sort(byPlace) })) };
}
type Merge = WorkbookRecord["sheets"][number]["merges"][number];

/** Position of the cell that holds a text, on a sheet of the workbook. */
function find({ host }: StartedExcel, text: string, name = title): { row: number; column: number } {
  const sheet = host.workbook.worksheets.getItem(name);
  const used = sheet.getUsedRangeOrNullObject(true)!;
  const row = used.values!.findIndex((cells) => cells.includes(text));
  if (row < 0) throw new Error(`no ${text}`);
  return { row: used.rowIndex + row, column: used.columnIndex + used.values![row].indexOf(text) };
}

function type(excel: StartedExcel, below: string, texts: readonly string[], name = title): void {
  const { row, column } = find(excel, below, name);
  const sheet = excel.host.workbook.worksheets.getItem(name);
  texts.forEach((text, i) => (sheet.getCell(row + 1 + i, column).values = [[text]]));
}

describe("a dossier", () => {
  test("shows what is known of the client, why, its history as a table and a line, and what is left to fill in", async () => {
    const excel = await open();
    const { report } = await make();
    expect(report.sheets).toMatchObject([
      { key: "dossier1", sheetId: expect.any(String) as string, name: title, created: true },
    ]);
    const sheet = await page(excel);
    const texts = textsOf(sheet);
    for (const text of [
      "Share and status",
      "Size (ABC)",
      "Steadiness (XYZ)",
      "Activity",
      "Money then and now",
    ])
      expect(texts).toContain(text);
    for (const text of ["Company", "History of the relationship", "Decision makers", "Competitors"])
      expect(texts).toContain(text);
    const [series] = chartNamed(sheet, "Keyfolio dossier history").series;
    expect(series.values).toMatch(/\$24\$|\$26$/);
    expect(sheet.page.printArea!.rows).toBe(1 + find(excel, "Why it buys there").row + 3);
  });

  test("is in view, and the list is as it was", async () => {
    const excel = await open();
    const before = ordered(await excel.host.toRecord()).sheets[0];
    await make();
    const record = await excel.host.toRecord();
    expect(record.sheets[record.activeSheet].name).toBe(title);
    expect(ordered(record).sheets[0]).toEqual(before);
  });

  test("is of the client whose row is selected, where none is named", async () => {
    const excel = await open();
    excel.host.workbook.worksheets.getItem("Clients").getRange("C5").select();
    const { report } = await dossier(request);
    expect(report.sheets[0].name).toBe(`Dossier ${String(rows[4][0])}`);
  });

  test("is refused where the selection is on no client, and for a client that the list does not have", async () => {
    const excel = await open();
    excel.host.workbook.worksheets.getItem("Clients").getRange("A1").select();
    const before = await excel.host.toRecord();
    expect(await problemOfRun(dossier(request))).toEqual({ kind: "noClientSelected" });
    expect(await problemOfRun(make("Nobody"))).toEqual({ kind: "noSuchClient", client: "Nobody" });
    expect(await excel.host.toRecord()).toEqual(before);
  });

  test("is refused in a workbook whose structure is protected", async () => {
    const excel = await openWorkbook(workbookOf([sheetOf("Clients", rows)], { protected: true }));
    expect(await problemOfRun(make())).toEqual({ kind: "protectedWorkbook" });
    expect((await excel.host.toRecord()).settings).toEqual({});
  });

  test("changes no cell when it is made again of the same list", async () => {
    const excel = await open();
    await make();
    const before = recordOf(await excel.host.toRecord());
    await make();
    expect(recordOf(await excel.host.toRecord())).toEqual(before);
  });

  test("of another client is another sheet", async () => {
    const excel = await open();
    await make();
    const { report } = await make(String(rows[5][0]));
    expect(report.sheets[0]).toMatchObject({ key: "dossier2", created: true });
    expect((await excel.host.toRecord()).sheets).toHaveLength(3);
  });

  test("is called as Excel lets a sheet be called, and a name that looks like a formula stays text", async () => {
    const name = "+Alder [North]/West: *? and so on, longer than a sheet's name";
    const list = [rows[0], [name, ...rows[1].slice(1)], ...rows.slice(2)];
    const excel = await openWorkbook([sheetOf("Clients", list)]);
    const { report } = await make(name);
    expect(report.sheets[0].name).toBe("Dossier +Alder North West and s");
    const sheet = await page(excel, report.sheets[0].name);
    expect(textsOf(sheet)[0]).toMatch(/^Dossier: \+Alder/);
    expect(sheet.cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  });
});

describe("what the user fills in", () => {
  const filled = ["Makes bread for three regions", "Owned by two brothers", "Pays on the 30th day"];

  test("stays where it stands, on the sheet that was moved, renamed and given rows, while the figures follow the list", async () => {
    const excel = await open();
    await make();
    type(excel, "What it does and for whom, its size, its owners, its plans, how it pays.", filled);
    type(excel, "Why it buys there", ["Price"]);
    const { workbook } = excel.host;
    const sheet = workbook.worksheets.getItem(title);
    sheet.name = "Our bakers";
    sheet.position = 0;
    // Rows within the page, within the form, and above both.
    for (const text of ["Activity", "Decision makers"]) {
      sheet.getRangeByIndexes(find(excel, text, "Our bakers").row, 0, 1, 16_384).insert("Down");
    }
    sheet.getRange("1:2").insert("Down");
    type(excel, "Name", ["A. Baker", "B. Miller", "C. Grain", "D. Flour"], "Our bakers");
    workbook.worksheets.getItem("Clients").getRange("B4").values = [[123_456]];
    const { report } = await make();
    expect(report.sheets).toMatchObject([
      { key: "dossier1", sheetId: sheet.id, name: "Our bakers", created: false },
    ]);
    const texts = textsOf(await page(excel, "Our bakers"));
    for (const text of [...filled, "Price", "A. Baker", "D. Flour", "Share and status"])
      expect(texts.filter((each) => each === text)).toEqual([text]);
    expect(texts.indexOf("Decision makers")).toBeLessThan(texts.indexOf("A. Baker"));
    const again = recordOf(await excel.host.toRecord());
    await make();
    expect(recordOf(await excel.host.toRecord())).toEqual(again);
  });

  test("stays with a client whose name is written otherwise since", async () => {
    const excel = await open();
    await make();
    type(excel, "Name", ["A. Baker"]);
    const other = `  ${client.toUpperCase()} `;
    excel.host.workbook.worksheets.getItem("Clients").getRange("A4").values = [[other]];
    const { report } = await make(other.trim());
    expect(report.sheets[0]).toMatchObject({ name: title, created: false });
    expect(textsOf(await page(excel))).toContain("A. Baker");
  });

  test("does not come again where the user has deleted it", async () => {
    const excel = await open();
    await make();
    const sheet = excel.host.workbook.worksheets.getItem(title);
    const first = find(excel, "Company").row - 1;
    sheet.getRangeByIndexes(first, 0, 60, 16_384).delete("Up");
    await make();
    expect(textsOf(await page(excel))).not.toContain("Decision makers");
  });

  test("is not taken away with the run, nor with Keyfolio, and that is said", async () => {
    const excel = await open();
    const { trace } = await make();
    type(excel, "Name", ["A. Baker"]);
    const stays = [{ kind: "sheetChanged", sheet: title, address: null }];
    expect(await undoRun(trace)).toMatchObject({ sheets: [], stays });
    expect(await findOwnWork()).toMatchObject({ sheets: [], stays });
    expect(await removeKeyfolio()).toMatchObject({ sheets: [], stays });
    expect(textsOf(await page(excel))).toContain("A. Baker");
    // It still is the client's dossier.
    const { report } = await make();
    expect(report.sheets[0]).toMatchObject({ name: title, created: false });
    expect(await removeKeyfolio({ evenChanged: true })).toMatchObject({ sheets: [title] });
  });
});

describe("what the user types over the page", () => {
  const over = (excel: StartedExcel, text: string, typed: string | number) => {
    const { row, column } = find(excel, text);
    const cell = excel.host.workbook.worksheets.getItem(title).getCell(row, column);
    cell.values = [[typed]];
    return `'${title}'!${cell.address!.split("!")[1]}`;
  };

  test("stands below the form when it is made again, with the cell where it stood, and that is said", async () => {
    const excel = await open();
    await make();
    type(excel, "Why it buys there", ["Price", "Habit", "Nobody else came"]);
    const { workbook } = excel.host;
    // A row that somebody inserts into the page moves what is ours; that is not typed.
    workbook.worksheets
      .getItem(title)
      .getRangeByIndexes(find(excel, "Activity").row, 0, 1, 16_384)
      .insert("Down");
    const cells = [over(excel, "Activity", "Rang on Monday"), over(excel, "Size (ABC)", 7)];
    const { report } = await make();
    expect([...report.notes!].sort()).toEqual([...cells].sort());
    const texts = textsOf(await page(excel));
    const [rang, seven] = cells.map((cell) => cell.split("!")[1]);
    const notes = texts.slice(texts.indexOf("Notes"));
    expect(notes.filter((text) => text.includes(": ")).sort()).toEqual(
      [`${rang}: Rang on Monday`, `${seven}: 7`].sort(),
    );
    expect(texts.indexOf("Nobody else came")).toBeLessThan(texts.indexOf("Notes"));
    expect(texts).toContain("Activity");
    const sheet = await page(excel);
    const last = find(excel, `${rang}: Rang on Monday`);
    expect(sheet.page.printArea!.rows).toBeGreaterThan(last.row);
    const again = recordOf(await excel.host.toRecord());
    expect((await make()).report.notes).toEqual([]);
    expect(recordOf(await excel.host.toRecord())).toEqual(again);
  });

  test("stands below the page where the user has deleted the form, before what he wrote there", async () => {
    const excel = await open();
    await make();
    const sheet = excel.host.workbook.worksheets.getItem(title);
    const first = find(excel, "Company").row - 1;
    sheet.getRangeByIndexes(first, 0, 60, 16_384).delete("Up");
    sheet.getCell(first + 1, 1).values = [["Mine"]];
    over(excel, "Size (ABC)", "Large enough");
    await make();
    const texts = textsOf(await page(excel));
    expect(texts.filter((text) => text.endsWith(": Large enough"))).toHaveLength(1);
    expect(texts).toContain("Mine");
    expect(texts.indexOf("Notes")).toBeLessThan(texts.indexOf("Mine"));
  });

  test("is there, once as a note, whichever request of the run that kept it fails", async () => {
    const few = salesByMonth(5, 4);
    const name = String(few[1][0]);
    const sheetTitle = `Dossier ${name}`;
    const typedOver = async () => {
      const excel = await openWorkbook([sheetOf("Clients", few)]);
      await make(name);
      const { row, column } = find(excel, "Size (ABC)", sheetTitle);
      excel.host.workbook.worksheets.getItem(sheetTitle).getCell(row, column).values = [["Large enough"]];
      excel.host.journal.clear();
      return excel;
    };
    const notes = async (excel: StartedExcel) =>
      textsOf(await page(excel, sheetTitle)).filter((text) => text.endsWith("Large enough"));
    const quiet = await typedOver();
    await make(name);
    const requests = quiet.host.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
    for (const request of momentsBetween(1, requests)) {
      const excel = await typedOver();
      excel.host.faults.failRequest(request);
      await make(name).catch(() => undefined);
      expect([request, (await notes(excel)).length]).not.toEqual([request, 0]);
      await make(name);
      expect([request, await notes(excel)]).toEqual([request, [expect.stringMatching(/^[A-Z]\d+: /)]]);
    }
  });
});

describe("an untouched dossier", () => {
  test("goes with the run, down to the last name and setting", async () => {
    const excel = await open();
    const before = ordered(await excel.host.toRecord());
    const { trace } = await make();
    expect(await undoRun(trace)).toMatchObject({ sheets: [title], stays: [] });
    expect(ordered(await excel.host.toRecord())).toEqual(before);
  });

  test("goes with Keyfolio", async () => {
    const excel = await open();
    const before = ordered(await excel.host.toRecord());
    await classifyRows(request);
    await make();
    await make(String(rows[7][0]));
    await removeKeyfolio();
    const after = ordered(await excel.host.toRecord());
    expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    expect([after.names, after.settings]).toEqual([before.names, before.settings]);
  });

  test("that somebody deleted is made anew, form and all, and never taken for a list of clients", async () => {
    const excel = await open();
    await make();
    excel.host.workbook.worksheets.getItem(title).delete();
    const { report } = await make();
    expect(report.sheets[0]).toMatchObject({ key: "dossier1", created: true });
    expect(textsOf(await page(excel))).toContain("Decision makers");
    const { list } = await classifyRows(request);
    expect(list.sheet).toBe("Clients");
    expect(columnOf((await excel.host.toRecord()).sheets[0], "Share")).toHaveLength(30);
  });
});
