import { defaultPolicy } from "../../../src/portfolio";
import { portfolioReport } from "../../../src/workbook";
import { limits } from "../../../src/workbook/cells/read-rows";
import { tellOnSummary } from "../../../src/workbook/report/outdated-summary";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import type { StartedExcel } from "../../excel";
import { momentsBetween } from "../../moments";
import { type Cell, sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { comparable, openWorkbook, ordered } from "../session";

const usual = { ...limits };
afterEach(() => void Object.assign(limits, usual));

type Host = StartedExcel["host"];

const again = { ...request, sheet: "Clients" };
const on = ({ workbook }: Host, name: string) => workbook.worksheets.getItem(name);
const typeOn = (host: Host, name: string, at: string, content: Cell) =>
  void (on(host, name).getRange(at).formulas = [[content as string]]);
/** Texts in the first columns of a sheet. */
const textsOn = (host: Host, name: string): string[] =>
  on(host, name)
    .getRange("A1:H120")
    .values!.flatMap((row) => row.map(String))
    .filter((text) => text !== "");
const allTextsOn = (host: Host, name: string): string[] =>
  on(host, name)
    .getUsedRangeOrNullObject(true)!
    .values!.flatMap((row) => row.map(String));
const raise = (host: Host, amount: number) => typeOn(host, "Clients", "C3", amount);

async function reported(): Promise<Host> {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  await portfolioReport(request);
  return host;
}

const remark = "ask the board first";

/** A report in which somebody has typed over a sentence, into a blank cell, and a formula. */
async function typedOver(): Promise<Host> {
  const host = await reported();
  typeOn(host, "Summary", "D40", `'${remark}`);
  typeOn(host, "Dependency", "E30", `'${remark}`);
  typeOn(host, "Dependency", "C62", 4711);
  typeOn(host, "ABC-XYZ", "E22", "=1+1");
  return host;
}

describe("what somebody has typed over a page of the report", () => {
  test("stands at its end when the report is made again, with the cell where it stood, and that is said", async () => {
    const host = await typedOver();
    const { report } = await portfolioReport(again);
    expect(report.notes).toEqual(["Summary!D40", "Dependency!E30", "Dependency!C62", "'ABC-XYZ'!E22"]);
    expect(textsOn(host, "Summary").slice(-2)).toEqual(["Notes", `D40: ${remark}`]);
    expect(textsOn(host, "Dependency").slice(-3)).toEqual(["Notes", `E30: ${remark}`, "C62: 4711"]);
    expect(textsOn(host, "ABC-XYZ").slice(-2)).toEqual(["Notes", "E22: =1+1"]);
    expect(textsOn(host, "Managers")).not.toContain("Notes");
    expect(textsOn(host, "Summary").filter((text) => text === remark)).toEqual([]);
  });

  test("comes below the same head the next time, and nothing comes twice", async () => {
    const host = await typedOver();
    await portfolioReport(again);
    expect((await portfolioReport(again)).report.notes).toEqual([]);
    typeOn(host, "Dependency", "E31", "and the bank");
    expect((await portfolioReport(again)).report.notes).toEqual(["Dependency!E31"]);
    expect(textsOn(host, "Dependency").slice(-4)).toEqual(["Notes", `E30: ${remark}`, "C62: 4711", "E31: and the bank"]); // prettier-ignore
  });

  test("stays below the page though its list gets longer and shorter", async () => {
    const host = await typedOver();
    await portfolioReport(again);
    on(host, "Clients").getRange("A8:C9").values = [["Amber Glass", "Petrov", 9000], ["Blue Bay", "Petrov", 800]]; // prettier-ignore
    await portfolioReport(again);
    expect(textsOn(host, "ABC-XYZ").slice(-2)).toEqual(["Notes", "E22: =1+1"]);
    on(host, "Clients").getRange("5:9").delete("Up");
    await portfolioReport(again);
    expect(textsOn(host, "ABC-XYZ").slice(-2)).toEqual(["Notes", "E22: =1+1"]);
  });

  test("in a column of hers beside a list that is narrower than its page", async () => {
    const host = await reported();
    const [table] = on(host, "Managers").tables.items;
    const { rowIndex, columnIndex, rowCount, columnCount } = table.getRange();
    const beside = on(host, "Managers").getRangeByIndexes(rowIndex, columnIndex + columnCount, 2, 1);
    beside.values = [["Remark"], [remark]];
    table.resize(on(host, "Managers").getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount + 1));
    await portfolioReport(again);
    const held = textsOn(host, "Managers").filter((text) => text.endsWith(remark));
    expect(held).toHaveLength(1);
  });

  test("is told from a list that somebody has sorted, and from the line that says how old the Summary is", async () => {
    const host = await reported();
    const table = on(host, "ABC-XYZ").tables.items[0];
    const body = table.getDataBodyRange();
    body.values = [...body.values!].reverse() as string[][];
    raise(host, 7000);
    await tellOnSummary("Older than the list.");
    expect(textsOn(host, "Summary")).toContain("Older than the list.");
    expect((await portfolioReport(again)).report.notes).toEqual([]);
  });

  test("is kept on the page that proves the others, and its own formulas are nobody's notes", async () => {
    const proving = { ...request, rules: { ...defaultPolicy, proof: true } };
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    await portfolioReport(proving);
    raise(host, 7000);
    expect((await portfolioReport({ ...proving, sheet: "Clients" })).report.notes).toEqual([]);
    typeOn(host, "Proof", "B9", `'${remark}`);
    const before = comparable(await host.toRecord());
    const { report, trace } = await portfolioReport({ ...proving, sheet: "Clients" });
    expect(report.notes).toEqual(["Proof!B9"]);
    const held = () => on(host, "Proof").getUsedRange().values!.flat().filter((cell) => String(cell).endsWith(remark)); // prettier-ignore
    expect(held()).toEqual([`B9: ${remark}`]);
    expect((await undoRun(trace)).stays).toEqual([]);
    expect(comparable(await host.toRecord())).toEqual(before);
    await portfolioReport({ ...proving, sheet: "Clients" });
    expect((await portfolioReport({ ...proving, sheet: "Clients" })).report.notes).toEqual([]);
    expect(held()).toEqual([`B9: ${remark}`]);
  });

  test("is kept where the report lists thousands of clients", async () => {
    const rows = Array.from({ length: 2_500 }, (_, i): Cell[] => [`Client ${i}`, 100_000 - 7 * i + 0.25]);
    const { host } = await openWorkbook([sheetOf("Clients", [["Client", "Sales"], ...rows])]);
    await portfolioReport(request);
    const name = "ABC-XYZ";
    typeOn(host, name, "D1700", `'${remark}`);
    const { report } = await portfolioReport(again);
    expect(report.notes).toEqual([`'${name}'!D1700`]);
    const texts = on(host, name).getRange("A2500:D2600").values!.flat();
    expect(texts.filter((text) => text !== "").slice(-2)).toEqual(["Notes", `D1700: ${remark}`]);
  });

  test("stands there again when the run is undone, and the notes are gone", async () => {
    const host = await typedOver();
    const before = comparable(await host.toRecord());
    const { trace } = await portfolioReport(again);
    const { pages, stays } = await undoRun(trace);
    expect(pages).toEqual(expect.arrayContaining(["Summary", "Dependency", "ABC-XYZ", "Managers"]));
    expect(stays).toEqual([]);
    expect(comparable(await host.toRecord())).toEqual(before);
  });

  test("stands below the page as long as somebody wants it there", async () => {
    const host = await typedOver();
    await portfolioReport(again);
    const { values, rowIndex } = on(host, "Dependency").getRange("B1:B120");
    const row = rowIndex + values!.findIndex(([cell]) => cell === "C62: 4711");
    on(host, "Dependency").getCell(row, 1).values = [[""]];
    await portfolioReport(again);
    expect(textsOn(host, "Dependency").slice(-2)).toEqual(["Notes", `E30: ${remark}`]);
  });

  test("stays, with its sheet, when Keyfolio is removed", async () => {
    const host = await typedOver();
    await portfolioReport(again);
    const { stays } = await removeKeyfolio();
    expect(stays.map((each) => "sheet" in each && each.sheet)).toEqual(["Summary", "Dependency", "ABC-XYZ"]);
    expect(textsOn(host, "Dependency")).toContain(`E30: ${remark}`);
  });

  test("is there, or told, whichever request of the run fails, and once as a note after the next run", async () => {
    const prepared = async () => {
      const host = await reported();
      raise(host, 7000);
      typeOn(host, "Dependency", "E30", remark);
      host.journal.clear();
      return host;
    };
    const held = (host: Host) => textsOn(host, "Dependency").filter((text) => text.endsWith(remark));
    const quiet = await prepared();
    await portfolioReport(again);
    expect(held(quiet)).toEqual([`E30: ${remark}`]);
    const requests = quiet.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
    expect(requests).toBeGreaterThan(10);
    for (const failing of momentsBetween(1, requests)) {
      const host = await prepared();
      host.faults.failRequest(failing);
      await portfolioReport(again).catch(() => undefined);
      expect([failing, held(host).length]).not.toEqual([failing, 0]);
      await portfolioReport(again);
      expect([failing, held(host)]).toEqual([failing, [`E30: ${remark}`]]);
    }
  });

  test("meanwhile stays on its page, or is noted down, before whichever request it comes", async () => {
    const quiet = await reported();
    quiet.journal.clear();
    await portfolioReport(again);
    const requests = quiet.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
    for (const moment of momentsBetween(1, requests)) {
      const host = await reported();
      host.faults.beforeRequest(moment, () => typeOn(host, "Dependency", "E30", remark));
      const held = () => textsOn(host, "Dependency").filter((text) => text.endsWith(remark));
      const { report } = await portfolioReport(again);
      const stands = held()[0] === remark;
      expect([moment, held()]).toEqual([moment, [stands ? remark : `E30: ${remark}`]]);
      expect([moment, report.notes]).toEqual([moment, stands ? [] : ["Dependency!E30"]]);
      await portfolioReport(again);
      expect([moment, held()]).toEqual([moment, [`E30: ${remark}`]]);
    }
  });

  test("onto a page that is new is kept, before whichever request it comes", async () => {
    Object.assign(limits, { pageBytes: 2000 });
    const opened = async () => (await openWorkbook([sheetOf("Clients", clients)])).host;
    const quiet = await opened();
    await portfolioReport(request);
    const requests = quiet.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
    const cells = ["B12", "G16", "E22", "C40", "B62"];
    let noted = 0;
    for (const moment of momentsBetween(1, requests)) {
      const host = await opened();
      const typed: [sheet: string, text: string][] = [];
      host.faults.beforeRequest(moment, () => {
        for (const { name } of host.workbook.worksheets.items.filter(({ name }) => name !== "Clients"))
          for (const at of cells) {
            typeOn(host, name, at, `${remark} (${at})`);
            // What is covered by merged cells takes no text.
            if (on(host, name).getRange(at).values![0][0] !== "") typed.push([name, `${remark} (${at})`]);
          }
      });
      const { report } = await portfolioReport(request);
      noted += report.notes?.length ?? 0;
      for (const [name, text] of typed)
        expect([moment, name, allTextsOn(host, name).filter((each) => each.endsWith(text))]).toEqual([moment, name, [expect.stringMatching(/./)]]); // prettier-ignore
    }
    expect(noted).toBeGreaterThan(0);
  });

  test("in a page on which a run was cut off is a note after the next one", async () => {
    const prepared = async () => {
      const host = await reported();
      raise(host, 7000);
      host.journal.clear();
      return host;
    };
    const quiet = await prepared();
    await portfolioReport(again);
    const requests = quiet.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
    for (const moment of momentsBetween(2, requests)) {
      const host = await prepared();
      host.faults.failFrom(moment);
      await portfolioReport(again).catch(() => undefined);
      host.faults.clear();
      const sheets = ["Summary", "Dependency", "ABC-XYZ"];
      for (const sheet of sheets) typeOn(host, sheet, "E17", `${remark}: ${sheet}`);
      await portfolioReport(again);
      for (const sheet of sheets) {
        const noted = textsOn(host, sheet).filter((text) => text.includes(": "));
        expect([moment, noted]).toEqual([moment, expect.arrayContaining([`E17: ${remark}: ${sheet}`])]);
      }
      expect([moment, (await portfolioReport(again)).report.notes]).toEqual([moment, []]);
    }
  });
});

describe("what the workbook remembers of pages", () => {
  const remembered = async (host: Host) =>
    Object.keys((await host.toRecord()).settings).filter((key) => key.startsWith("keyfolio.sheet."));

  test("goes with them when the run is undone, and when Keyfolio is removed", async () => {
    const { host } = await openWorkbook([sheetOf("Clients", clients)]);
    const { trace } = await portfolioReport(request);
    expect(await remembered(host)).toHaveLength(4);
    await undoRun(trace);
    expect(await remembered(host)).toEqual([]);
    await portfolioReport(request);
    await removeKeyfolio();
    expect(await remembered(host)).toEqual([]);
  });

  test("is as before once a later run is undone", async () => {
    const host = await reported();
    raise(host, 7000);
    const { settings } = ordered(await host.toRecord());
    const { trace } = await portfolioReport(again);
    expect(ordered(await host.toRecord()).settings).not.toEqual(settings);
    await undoRun(trace);
    expect(ordered(await host.toRecord()).settings).toEqual(settings);
  });
});
