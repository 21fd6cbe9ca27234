import type { Browser } from "playwright-core";
import { openWorkbench, paneOf } from "../e2e/workbench";
import { median, type Measurement } from "./measurement";
import { followTasks, type Task } from "./tasks";

const runs = 3;
const lines = 100_000;
const clients = 2_000;

/**
 * A list with 100,000 lines of documents, read and added up in the pane in a real browser: how long it takes, and its longest
 * task. The stand-in for Excel and the client of Office.js work in the same thread: samples tell the pane's own part of a task.
 */
export async function linesInPane(browser: Browser): Promise<Measurement[]> {
  const readings: { total: number; longest: Task }[] = [];
  for (let run = 0; run < runs; run++) readings.push(await readOnce(browser));
  const of = (figure: (reading: (typeof readings)[number]) => number) => median(readings.map(figure));
  return [
    { name: "100,000 lines of documents until the pane shows them", runs, total: of(({ total }) => total) },
    {
      name: "the task of it with most work of our own (processor time)",
      runs,
      total: of(({ longest }) => longest.total),
      own: of(({ longest }) => longest.own),
      goal: "≤ 50 ms own",
    },
  ];
}

async function readOnce(browser: Browser): Promise<{ total: number; longest: Task }> {
  const excel = await openWorkbench(browser);
  try {
    await excel.page.evaluate(writeJournal, { lines, clients });
    const session = await excel.page.context().newCDPSession(excel.page);
    const pane = paneOf(excel);
    const stop = await followTasks(session);
    const begun = performance.now();
    await pane.button(excel.texts.pane.firstRun.start).click();
    await pane.frame.getByRole("group", { name: excel.texts.pane.source.howRead }).waitFor();
    const total = performance.now() - begun;
    const longest = (await stop()).reduce((a, b) => (b.own > a.own ? b : a));
    return { total, longest };
  } finally {
    await excel.close();
  }
}

/** Runs in the page: a sheet with the lines, and the selection on it. */
function writeJournal(count: { lines: number; clients: number }): void {
  const { worksheets } = window.keyfolioWorkbench.bench.state.host!.workbook;
  const sheet = worksheets.add("Journal");
  const rows: (string | number)[][] = [["Date", "Document No.", "Client", "Manager", "Amount"]];
  for (let line = 0; line < count.lines; line++) {
    const client = (line * 7919) % count.clients;
    rows.push([
      45_292 + ((line * 31) % 730),
      `INV-${100_000 + line}`,
      `Client number ${client}`,
      `Manager ${client % 40}`,
      20.25 + ((line * 104_729) % 9_000),
    ]);
  }
  sheet.getRange(`A1:E${rows.length}`).values = rows;
  sheet.getRange(`A2:A${rows.length}`).numberFormat = rows.slice(1).map(() => ["yyyy-mm-dd"]);
  sheet.activate();
  sheet.getRange("A2").select();
}
