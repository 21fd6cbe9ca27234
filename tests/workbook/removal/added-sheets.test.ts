import type { ExcelHost } from "../../../src/host/excel-host";
import { addSampleList, classifyRows, dossier, portfolioReport } from "../../../src/workbook";
import { sheetOf } from "../../workbook-records";
import { clients, invoices, request } from "../lists";
import { lastRequestWith, openWorkbook, problemOfRun } from "../session";
import { momentsBetween } from "../../moments";

const sheetIn = ({ workbook }: ExcelHost, name: string) => workbook.worksheets.getItem(name);
const list = () => openWorkbook([sheetOf("Clients", clients), sheetOf("Blank", [])]);
const lines = () => openWorkbook([sheetOf("Journal", invoices), sheetOf("Blank", [])]);
const nth = (host: ExcelHost, k: number) => host.faults.failRequest(k);

interface Run {
  open: () => ReturnType<typeof openWorkbook>;
  run: () => Promise<unknown>;
  /** What its last request that writes onto the new sheet does. */
  last: string;
  /** The new sheet. */
  sheet: string;
  fail: (host: ExcelHost, k: number) => void;
}

/** Runs that fail once the new sheet holds something. */
const runs: Record<string, Run> = {
  "a report": {
    open: list,
    run: () => portfolioReport(request),
    last: "ChartSeriesCollection.add()",
    sheet: "Summary",
    fail: nth,
  },
  "a dossier": {
    open: list,
    run: () => dossier({ ...request, client: "Northern Mills" }),
    // The form below its page.
    last: "Range.insert()",
    sheet: "Dossier Northern Mills",
    fail: (host, k) => host.faults.beforeRequest(k, () => host.faults.failAction(10)),
  },
  "a list of clients": {
    open: lines,
    run: () => classifyRows(request),
    last: "TableCollection.add()",
    sheet: "Clients",
    fail: (host, k) => host.faults.failRequest(k + 1),
  },
  "a sample list": {
    open: list,
    run: () => addSampleList("en"),
    last: "TableCollection.add()",
    sheet: "Sample clients",
    fail: (host, k) => host.faults.beforeRequest(k, () => host.faults.failAction(20)),
  },
};

const deeds: Record<string, (sheet: ReturnType<typeof sheetIn>) => void> = {
  "below what was written": (sheet) => void (sheet.getRange("B190").values = [["hers"]]),
  "over what was written": (sheet) => void (sheet.getRange("A1:C6").values = new Array(6).fill(["hers", "hers", "hers"])),
  "above it": (sheet) => {
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("C1").values = [["hers"]];
  },
  "left of it": (sheet) => {
    sheet.getRange("A:A").insert("Right");
    sheet.getRange("A2").values = [["hers"]];
  },
  "after renaming it": (sheet) => {
    sheet.name = "Board";
    sheet.getRange("B190").values = [["hers"]];
  },
}; // prettier-ignore

/** Where a run is made to fail, and how many requests there are then. */
async function failingOf({ open, run, last, fail }: Run): Promise<{ failing: number; count: number }> {
  const { host: whole } = await open();
  await run();
  const failing = lastRequestWith(whole, last);
  const { host } = await open();
  const before = (await host.toRecord()).sheets.length;
  fail(host, failing);
  await problemOfRun(run());
  expect((await host.toRecord()).sheets).toHaveLength(before);
  return { failing, count: host.journal.requests.length };
}

describe.each(Object.keys(runs))("a new sheet of %s that fails", (kind) => {
  const { open, run, sheet: added, fail } = runs[kind];
  let failing = 0;
  let count = 0;
  beforeAll(async () => ({ failing, count } = await failingOf(runs[kind])));

  test.each(Object.keys(deeds))(
    "stays or comes again where somebody writes %s, whichever request was just sent",
    async (place) => {
      let written = 0;
      for (const k of momentsBetween(failing + 1, count, 5)) {
        const { host } = await open();
        fail(host, failing);
        host.faults.beforeRequest(k, () => {
          const sheet = host.workbook.worksheets.items.find(({ name }) => name === added);
          if (!sheet) return;
          deeds[place](sheet);
          written++;
        });
        const isOver = written;
        const problem = await problemOfRun(run());
        if (written === isOver) continue;
        const { sheets } = await host.toRecord();
        const hers = sheets.filter(({ cells }) => cells.some(({ value }) => value === "hers"));
        expect([k, hers.map(({ name }) => name)]).toEqual([k, [place === "after renaming it" ? "Board" : added]]);
        expect([k, problem]).toMatchObject([k, { kind: "cutOff", sheets: hers.map(({ name }) => name) }]);
      }
      expect(written).toBeGreaterThan(3);
    },
  ); // prettier-ignore

  /** The run, with a deed in the very request that deletes the sheets. */
  const runWith = async (deed: (host: ExcelHost) => void) => {
    const { host: calm } = await open();
    fail(calm, failing);
    await problemOfRun(run());
    const { requests } = calm.journal;
    const deleting = requests.findLastIndex(({ operations }) => operations.includes("Worksheet.delete()")) + 1;
    const { host } = await open();
    fail(host, failing);
    host.faults.beforeRequest(deleting, () => deed(host));
    const problem = await problemOfRun(run());
    expect(host.faults.pending).toBe(false);
    host.faults.clear();
    return { host, problem };
  }; // prettier-ignore

  test("comes again where a formula comes to count on it in the last moment, on a sheet that was blank", async () => {
    const formula = `=COUNTA('${added}'!A1:H40)`;
    const { host, problem } = await runWith((of) => {
      const cell = sheetIn(of, "Blank").getRange("B2");
      cell.formulas = [[formula]];
      // A format given to a formula makes no text of it; entered anew it would be one.
      cell.numberFormat = [["@"]];
    });
    expect(problem).toMatchObject({ kind: "cutOff", sheets: [added] });
    const counting = sheetIn(host, "Blank").getRange("B2");
    expect(counting.formulas!.map((row) => row.map((cell) => String(cell).replaceAll("'", "")))).toEqual([
      [formula.replaceAll("'", "")],
    ]);
    expect(Number(counting.values![0][0])).toBeGreaterThan(0);
  });

  test("is not brought again by an Excel that answers no more: what somebody wrote there is told", async () => {
    const { problem } = await runWith((host) => {
      sheetIn(host, added).getRange("B190").values = [["hers"]];
      host.faults.failRequest(1);
    });
    expect(problem).toMatchObject({
      kind: "cutOff",
      sheets: [],
      typed: [{ address: expect.stringMatching(/B190$/) as unknown, content: "hers" }],
    });
  });
});

test("a new sheet of a report that fails stays where somebody has put a chart onto it", async () => {
  const { failing } = await failingOf(runs["a report"]);
  const { host } = await list();
  host.faults.failRequest(failing);
  host.faults.beforeRequest(failing + 1, () => {
    sheetIn(host, "Summary").charts.add("Line", sheetIn(host, "Clients").getRange("C2:C5"), "Columns");
  });
  expect(await problemOfRun(portfolioReport(request))).toMatchObject({ kind: "cutOff", sheets: ["Summary"] });
  expect((await host.toRecord()).sheets.map(({ name }) => name)).toEqual(["Clients", "Blank", "Summary"]);
});

test("new pages of a report that fails stay where a formula comes to count on Proof, whichever request was just sent", async () => {
  const report = {
    ...runs["a report"],
    run: () => portfolioReport({ ...request, isUnattended: true }),
    last: "Worksheet.tabColor=",
    fail: (of: ExcelHost, k: number) =>
      of.faults.beforeRequest(k, () => of.faults.failAction(1, "GeneralException", "TabColor=")),
  };
  const { failing, count } = await failingOf(report);
  let counted = 0;
  for (const k of momentsBetween(failing + 1, count, 5)) {
    const { host } = await list();
    report.fail(host, failing);
    let isThere = false;
    host.faults.beforeRequest(k, () => {
      isThere = host.workbook.worksheets.items.some(({ name }) => name === "Proof");
      if (isThere) sheetIn(host, "Blank").getRange("B2").formulas = [["=COUNTA(Proof!A1:H40)"]];
    });
    const problem = await problemOfRun(report.run());
    if (!isThere) continue;
    counted++;
    expect([k, problem]).toMatchObject([k, { sheets: expect.arrayContaining(["Summary", "Proof"]) as unknown }]);
    expect([k, JSON.stringify((await host.toRecord()).sheets)]).not.toEqual([k, expect.stringContaining("#REF!")]);
  }
  expect(counted).toBeGreaterThan(3);
}); // prettier-ignore

test("a blank sheet that was never marked comes again where somebody writes onto it in the moment in which it goes", async () => {
  const open = () => openWorkbook([sheetOf("Summary (Keyfolio 3fa90c)", []), sheetOf("Clients", clients)]);
  const { host: calm } = await open();
  await portfolioReport(request);
  const deleting = calm.journal.requests.findIndex(({ operations }) =>
    operations.includes("Worksheet.delete()"),
  );
  const { host } = await open();
  host.faults.beforeRequest(deleting + 1, () => {
    sheetIn(host, "Summary (Keyfolio 3fa90c)").getRange("B2").values = [["hers"]];
  });
  await portfolioReport(request);
  expect(sheetIn(host, "Summary (Keyfolio 3fa90c)").getRange("B2").values).toEqual([["hers"]]);
});
