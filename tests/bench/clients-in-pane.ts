import type { Browser, CDPSession } from "playwright-core";
import { openWorkbench, paneOf, type OpenWorkbench } from "../e2e/workbench";
import type { Measurement } from "./measurement";
import { untilQuiet } from "./quiet-page";
import { followTasks, type Task } from "./tasks";

const ownGoal = "≤ 50 ms own";
const periods = 12;

/**
 * Lists of clients in the pane in a real browser: the longest task while a list is read and classified, while it is run with its
 * report, and while a limit is typed; how long a run goes on after it was cancelled.
 */
export async function clientsInPane(browser: Browser): Promise<Measurement[]> {
  return [
    ...(await withList(browser, 57, reportTasks)),
    ...(await withList(browser, 2_000, reportTasks)),
    // Where the page does not come back in time, the other lists are told.
    ...(await withList(browser, 100_000, cancellingAndTyping).catch((failure: unknown) => {
      process.stderr.write(`100,000 clients in the pane: ${String(failure)}\n`);
      return [];
    })),
  ];
}

type Scene = (excel: OpenWorkbench, session: CDPSession, name: string) => Promise<Measurement[]>;

async function withList(browser: Browser, clients: number, scene: Scene): Promise<Measurement[]> {
  const excel = await openWorkbench(browser);
  try {
    const { page, texts } = excel;
    page.setDefaultTimeout(300_000);
    await page.evaluate(writeClients, { clients, periods });
    const session = await page.context().newCDPSession(page);
    const pane = paneOf(excel);
    const name = `${clients.toLocaleString("en")} clients in the pane`;
    // The workbook is drawn before anybody asks for its clients.
    await page.evaluate(untilQuiet);
    const stop = await followTasks(session);
    const begun = performance.now();
    await pane.button(texts.pane.firstRun.start).click();
    await pane.listInUse.getByText(`${clients.toLocaleString("en")} clients`).waitFor();
    const total = performance.now() - begun;
    const tasks = await stop();
    return [
      { name: `${name}, until they are read and classified`, runs: 1, total },
      ...longest(`${name}, read and classified`, tasks),
      ...(await scene(excel, session, name)),
    ];
  } finally {
    await excel.close();
  }
}

/** The task with most work of our own, and the longest of all; processor time. */
function longest(name: string, tasks: readonly Task[]): Measurement[] {
  const most = (figure: (task: Task) => number) =>
    tasks.reduce((a, b) => (figure(b) > figure(a) ? b : a), { total: 0, own: 0 });
  return [
    { name: `${name}: the task with most of our own`, runs: 1, ...most(({ own }) => own), goal: ownGoal },
    { name: `${name}: the longest task`, runs: 1, ...most(({ total }) => total), goal: "≤ 200 ms" },
  ];
}

const reportTasks: Scene = async (excel, session, name) => {
  const { run } = excel.texts.pane;
  const pane = paneOf(excel);
  await pane.step("run").click();
  const stop = await followTasks(session);
  const begun = performance.now();
  await pane.button(run.jobs.classifyAndReport).click();
  await pane.frame.getByText(run.done.classifyAndReport).waitFor();
  const total = performance.now() - begun;
  return [
    { name: `${name}, classified with their report`, runs: 1, total },
    ...longest(`${name}, their report`, await stop()),
  ];
};

const cancellingAndTyping: Scene = async (excel, session, name) => {
  const { run } = excel.texts.pane;
  const pane = paneOf(excel);
  await pane.step("run").click();
  await pane.button(run.jobs.classifyAndReport).click();
  const waited = await pane.button(run.cancel).evaluate(async (button, cancelled) => {
    const { body } = button.ownerDocument;
    const begun = performance.now();
    (button as HTMLElement).click();
    while (!body.textContent!.includes(cancelled)) await new Promise((resolve) => setTimeout(resolve, 5));
    return performance.now() - begun;
  }, run.cancelled);
  await pane.step("rules").click();
  const limit = pane.frame.getByRole("textbox").first();
  await limit.click();
  const stop = await followTasks(session);
  await limit.press("End");
  for (const key of ["Backspace", "5", "Backspace", "0"]) await limit.press(key);
  await excel.page.waitForTimeout(3000);
  return [
    { name: `${name}, from “Cancel” to the end of the run`, runs: 1, total: waited, goal: "≤ 100 ms" },
    ...longest(`${name}, a limit is typed`, await stop()),
  ];
};

/** Runs in the page: a sheet with the clients, and the selection on it. */
function writeClients(count: { clients: number; periods: number }): void {
  const { worksheets } = window.keyfolioWorkbench.bench.state.host!.workbook;
  const sheet = worksheets.add("Many");
  const months = Array.from({ length: count.periods }, (_, i) => `2024-${String(i + 1).padStart(2, "0")}`);
  const rows: (string | number)[][] = [["Client", "Manager", ...months]];
  for (let client = 0; client < count.clients; client++) {
    const size = 1 + ((client * 104_729) % 9_973);
    const amounts = months.map((_, month) => size + ((client * 31 + month * 17) % 97) / 4);
    rows.push([`Client number ${client}`, `Manager ${client % 40}`, ...amounts]);
  }
  sheet.getRange(`A1:N${rows.length}`).values = rows;
  sheet.activate();
  sheet.getRange("A2").select();
}
