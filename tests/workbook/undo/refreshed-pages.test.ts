import type { ExcelHost } from "../../../src/host/excel-host";
import { classifyAndReport, dossier, portfolioReport } from "../../../src/workbook";
import { tellOnSummary } from "../../../src/workbook/report/outdated-summary";
import { keeping } from "../../../src/workbook/report/paint/earlier-page";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { comparable, openWorkbook, ordered } from "../session";
import { momentsBetween } from "../../moments";

const usual = { ...keeping };
afterEach(() => void Object.assign(keeping, usual));

const amounts = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients").getRange("C2:C3");
const page = ({ workbook }: ExcelHost, name = "Summary") => workbook.worksheets.getItem(name);

/** A workbook with a report, in which two amounts have changed since. */
async function reported(run: () => Promise<unknown> = () => portfolioReport(request)): Promise<ExcelHost> {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  await run();
  amounts(host).values = [[90], [7777]];
  return host;
}

describe("undoing a refreshed report", () => {
  test.each([
    ["a report", () => portfolioReport(request)],
    ["columns and a report", () => classifyAndReport(request)],
    ["a report with its Proof sheet", () => portfolioReport({ ...request, isUnattended: true })],
  ])("brings the pages of before, with their looks, tables and charts: %s", async (_, run) => {
    const host = await reported(run);
    const before = comparable(await host.toRecord());
    const { trace } = await run();
    expect(comparable(await host.toRecord())).not.toEqual(before);
    const { pages, stays } = await undoRun(trace);
    expect(stays).toEqual([]);
    expect(pages).toContain("Summary");
    expect(comparable(await host.toRecord())).toEqual(before);
  });

  test("brings the rows of a client that has left the list meanwhile", async () => {
    const host = await reported();
    host.workbook.worksheets.getItem("Clients").getRange("5:5").delete("Up");
    const before = comparable(await host.toRecord());
    const { trace } = await portfolioReport(request);
    expect((await undoRun(trace)).stays).toEqual([]);
    expect(comparable(await host.toRecord())).toEqual(before);
  });

  test("brings what somebody had written over a page before the refresh, and does not take it for ours", async () => {
    const host = await reported();
    page(host, "Dependency").getRange("B3").values = [["'ask Anna"]];
    const before = comparable(await host.toRecord());
    const { trace } = await portfolioReport(request);
    await undoRun(trace);
    expect(comparable(await host.toRecord())).toEqual(before);
  });

  test("brings what somebody had written over a page before the refresh, and removing everything leaves it there", async () => {
    const host = await reported();
    page(host, "Dependency").getRange("B3").values = [["ask Anna"]];
    const { trace } = await portfolioReport(request);
    expect((await undoRun(trace)).pages).toContain("Dependency");
    const { sheets, stays } = await removeKeyfolio();
    expect(stays).toContainEqual({ kind: "sheetChanged", sheet: "Dependency", address: null });
    expect(sheets).not.toContain("Dependency");
    expect(page(host, "Dependency").getRange("B3").values).toEqual([["ask Anna"]]);
  });

  test("brings the page that said how old it was, and takes back one that says so since", async () => {
    const host = await reported();
    await tellOnSummary("This is of March");
    const before = comparable(await host.toRecord());
    const { trace } = await portfolioReport(request);
    await tellOnSummary("This is of June");
    expect((await undoRun(trace)).stays).toEqual([]);
    expect(comparable(await host.toRecord())).toEqual(before);
  });

  test("leaves a page on which somebody has written since, and says so", async () => {
    const host = await reported();
    const { trace } = await portfolioReport(request);
    page(host).getRange("C3").values = [["for the board"]];
    const now = ordered(await host.toRecord()).sheets.find(({ name }) => name === "Summary");
    const { pages, stays } = await undoRun(trace);
    expect(stays).toEqual([{ kind: "sheetRefreshed", sheet: "Summary", why: "changed" }]);
    expect(pages).not.toContain("Summary");
    expect(ordered(await host.toRecord()).sheets.find(({ name }) => name === "Summary")).toEqual(now);
  });

  test("leaves a page in whose chart data somebody has written since, and says so", async () => {
    const host = await reported();
    const { trace } = await portfolioReport(request);
    const data = host.workbook.names.getItem("keyfolio.chartData.summary").getRange();
    data.getCell(3, 1).values = [["for the board"]];
    const { pages, stays } = await undoRun(trace);
    expect(stays).toEqual([{ kind: "sheetRefreshed", sheet: "Summary", why: "changed" }]);
    expect(pages).not.toContain("Summary");
    expect(data.getCell(3, 1).values).toEqual([["for the board"]]);
  });

  test("says of a page in whose chart data somebody had written before the refresh that it stays, and why", async () => {
    const host = await reported();
    const data = host.workbook.names.getItem("keyfolio.chartData.summary").getRange();
    data.getCell(3, 1).values = [["for the board"]];
    const { trace } = await portfolioReport(request);
    const { pages, stays } = await undoRun(trace);
    expect(stays).toEqual([{ kind: "sheetRefreshed", sheet: "Summary", why: "chartData" }]);
    expect(pages).toContain("Dependency");
  });

  test("does not make Summary say that it is outdated where it still shows the run", async () => {
    const host = await reported();
    host.workbook.names.getItem("keyfolio.chartData.summary").getRange().getCell(3, 1).values = [["hers"]];
    const stamps = () => {
      const { lists } = host.workbook.settings.getItem("keyfolio.snapshots").value as unknown as {
        lists: { sheets: unknown; columns: unknown }[];
      };
      return { sheets: lists[0].sheets, columns: lists[0].columns };
    };
    const before = stamps();
    const { trace } = await portfolioReport(request);
    const after = stamps();
    expect(after.sheets).not.toEqual(before.sheets);
    await undoRun(trace);
    expect(stamps()).toEqual({ sheets: after.sheets, columns: before.columns });
  });

  test("gives back what somebody writes onto a page in the last moment, whichever request was just sent", async () => {
    const host = await reported();
    const { trace } = await portfolioReport(request);
    host.journal.clear();
    await undoRun(trace);
    const count = host.journal.requests.length;
    for (const k of momentsBetween(1, count)) {
      const again = await reported();
      const run = await portfolioReport(request);
      const data = again.workbook.names.getItem("keyfolio.chartData.summary").getRange();
      again.faults.beforeRequest(k, () => {
        page(again).getRange("C3").values = [["wait"]];
        data.getCell(3, 1).values = [["wait, too"]];
      });
      await undoRun(run.trace);
      expect(page(again).getRange("C3").values).toEqual([["wait"]]);
      expect(data.getCell(3, 1).values).toEqual([["wait, too"]]);
    }
  });

  test("gives back what somebody writes in the last moment where cells are merged on the page of before", async () => {
    const kinds = new Set<string>();
    for (let k = 4; !kinds.has("gone back"); k++) {
      const host = await reported();
      const mergedOn = async () =>
        (await host.toRecord()).sheets.find(({ name }) => name === "Dependency")!.merges;
      const before = await mergedOn();
      host.workbook.worksheets.getItem("Clients").getRange("5:5").delete("Up");
      const { trace } = await portfolioReport(request);
      const after = await mergedOn();
      const hidden = before.filter(
        ({ row, columns }) =>
          columns > 1 && after.every((each) => row < each.row || row >= each.row + each.rows),
      );
      expect(hidden).not.toEqual([]);
      const cells = hidden.map(({ row, column, columns }) =>
        page(host, "Dependency").getCell(row, column + columns - 1),
      );
      const typed = cells.map((_, i) => [[`wait ${i}`]]);
      host.journal.clear();
      host.faults.beforeRequest(k, () => cells.forEach((cell, i) => (cell.values = typed[i])));
      const { stays } = await undoRun(trace);
      const isTyped = host.journal.requests.length >= k && stays.length > 0;
      if (isTyped) expect(cells.map(({ values }) => values)).toEqual(typed);
      kinds.add(isTyped ? stays[0].kind : "gone back");
    }
    expect(kinds).toEqual(new Set(["sheetRefreshed", "sheetChanged", "gone back"]));
  });

  test("stopped on the way, goes on", async () => {
    const host = await reported();
    const before = comparable(await host.toRecord());
    const { trace } = await portfolioReport(request);
    host.journal.clear();
    await undoRun(trace);
    expect(comparable(await host.toRecord())).toEqual(before);
    const first = host.journal.requests.findIndex(({ operations }) => operations.includes("Range.unmerge()"));
    for (const action of [null, 60, 150]) {
      const again = await reported();
      const run = await portfolioReport(request);
      if (action === null) again.faults.failRequest(first + 1);
      else again.faults.beforeRequest(first + 1, () => again.faults.failAction(action));
      await expect(undoRun(run.trace)).rejects.toMatchObject({ detail: { kind: "unfinished" } });
      again.faults.clear();
      expect((await undoRun(run.trace)).stays).toEqual([]);
      expect(comparable(await again.toRecord())).toEqual(before);
    }
  });

  test("says of pages with too many cells that they stay", async () => {
    await reported();
    keeping.mostCells = 10;
    const { trace } = await portfolioReport(request);
    const { stays } = await undoRun(trace);
    expect(stays).toContainEqual({ kind: "sheetRefreshed", sheet: "Summary", why: "large" });
  });

  test("says of pages that were written before the pane was opened that they stay", async () => {
    const record = await (await reported()).toRecord();
    await reported(() => portfolioReport({ ...request, today: "2025-03-31" }));
    await openWorkbook(record);
    const { trace } = await portfolioReport(request);
    const { stays } = await undoRun(trace);
    expect(stays).toContainEqual({ kind: "sheetRefreshed", sheet: "Summary", why: "unknown" });
  });

  test("says of a page in which somebody had inserted a row before the refresh that it stays, and why", async () => {
    const host = await reported();
    page(host, "Dependency").getRange("9:9").insert("Down");
    const { trace } = await portfolioReport(request);
    const { stays } = await undoRun(trace);
    expect(stays).toEqual([{ kind: "sheetRefreshed", sheet: "Dependency", why: "rearranged" }]);
  });

  test("says of a dossier that was made again that it stays", async () => {
    const asked = { ...request, client: "Northern Mills" };
    await reported(() => dossier(asked));
    const { trace } = await dossier(asked);
    const { stays } = await undoRun(trace);
    expect(stays).toEqual([{ kind: "sheetRefreshed", sheet: "Dossier Northern Mills", why: "asked" }]);
  });
});
