import type { ExcelHost } from "../../../src/host/excel-host";
import { Problem } from "../../../src/portfolio";
import { portfolioReport } from "../../../src/workbook";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook, ordered } from "../session";
import { momentsBetween } from "../../moments";

const page = ({ workbook }: ExcelHost, name = "Summary") => workbook.worksheets.getItem(name);
const chartData = ({ workbook }: ExcelHost) =>
  workbook.names.getItem("keyfolio.chartData.summary").getRange();

/** A report that has been refreshed since amounts have changed. */
async function refreshed() {
  const { host } = await openWorkbook([sheetOf("Clients", clients)]);
  await portfolioReport(request);
  host.workbook.worksheets.getItem("Clients").getRange("C2:C3").values = [[90], [7777]];
  const { trace } = await portfolioReport(request);
  host.journal.clear();
  return { host, trace };
}

/** Which requests of an undoing that nobody disturbs begin to write a page, counted from 1. */
async function writings(): Promise<number[]> {
  const { host, trace } = await refreshed();
  await undoRun(trace);
  return host.journal.requests.flatMap(({ operations }, i) =>
    operations.includes("Range.unmerge()") ? [i + 1] : [],
  );
}

const stopped = async (undoing: Promise<unknown>) => {
  const problem = await undoing.then(
    () => null,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(Problem);
  return (problem as Problem).detail;
};

let writing: number[] = [];
beforeAll(async () => void (writing = await writings()));

describe("what somebody types onto a refreshed page that gets back what it held", () => {
  const type = (host: ExcelHost) => {
    page(host).getRange("C3").values = [["hers"]];
    chartData(host).getCell(3, 1).values = [["hers, too"]];
  };
  const isTyped = (host: ExcelHost) => [page(host).getRange("C3"), chartData(host).getCell(3, 1)].map((cell) => cell.values![0][0]); // prettier-ignore

  test("in the last moment stays, though a later page is refused, and though undoing goes on then", async () => {
    const { host, trace } = await refreshed();
    host.faults.beforeRequest(writing[0], () => type(host));
    host.faults.failRequest(writing[1]);
    expect(await stopped(undoRun(trace))).toMatchObject({ kind: "unfinished", sheets: ["Dependency"] });
    expect(isTyped(host)).toEqual(["hers", "hers, too"]);
    const { pages } = await undoRun(trace);
    expect(pages).toEqual(expect.arrayContaining(["Summary", "Dependency"]));
    expect(isTyped(host)).toEqual(["hers", "hers, too"]);
  });

  test.each([null, 20, 60, 150])(
    "stays where undoing was stopped on that page before or after, at its action %s, and goes on then",
    async (action) => {
      for (const isBefore of [true, false]) {
        const { host, trace } = await refreshed();
        if (action === null) host.faults.failRequest(writing[0]);
        const stop = () => action !== null && host.faults.failAction(action);
        host.faults.beforeRequest(writing[0], () => {
          if (isBefore) type(host);
          stop();
        });
        expect(await stopped(undoRun(trace))).toMatchObject({ kind: "unfinished", sheets: ["Summary"] });
        host.faults.clear();
        if (!isBefore) type(host);
        const { stays, pages } = await undoRun(trace);
        expect([isBefore, isTyped(host)]).toEqual([isBefore, ["hers", "hers, too"]]);
        expect([isBefore, stays]).toMatchObject([isBefore, [{ sheet: "Summary" }]]);
        expect(pages).not.toContain("Summary");
      }
    },
  ); // prettier-ignore

  test.each([
    ["inserts a row there", "20:20", "Down", 1],
    ["inserts a column there", "D:D", "Right", 2],
    ["inserts a row above", "1:1", "Down", 1],
  ] as const)("stays though she %s in the same moment, whichever request was just sent before the page is written", async (_, cells, shift, first) => {
    for (const k of momentsBetween(first, writing[0] + 1)) {
      const { host, trace } = await refreshed();
      host.faults.beforeRequest(k, () => {
        page(host).getRange(cells).insert(shift);
        page(host).getRange("C3").values = [["hers"]];
      });
      await undoRun(trace).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
      });
      const found = ordered(await host.toRecord()).sheets.find(({ name }) => name === "Summary")!;
      expect([k, found.cells.filter(({ value }) => value === "hers")]).toEqual([k, [expect.anything()]]);
    }
  }); // prettier-ignore

  test("is told where Excel takes nothing more", async () => {
    const { host, trace } = await refreshed();
    host.faults.beforeRequest(writing[0], () => type(host));
    host.faults.failFrom(writing[1]);
    expect(await stopped(undoRun(trace))).toMatchObject({
      kind: "unfinished",
      sheets: ["Dependency"],
      typed: [
        { address: "Summary!C3", content: "hers" },
        { address: expect.stringContaining("Summary!") as unknown, content: "hers, too" },
      ],
    });
  });
});

test("a refreshed page that somebody deletes before it gets back what it held is not said to hold it", async () => {
  for (const k of momentsBetween(1, writing[1])) {
    const { host, trace } = await refreshed();
    host.faults.beforeRequest(k, () => void page(host, "Dependency").delete());
    const outcome = await undoRun(trace).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return { pages: [] };
    });
    expect([k, outcome.pages]).toEqual([k, expect.not.arrayContaining(["Dependency"])]);
  }
});
