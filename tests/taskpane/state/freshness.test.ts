import { runs } from "../../../src/commands/runs";
import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { defaultPolicy } from "../../../src/portfolio";
import { outdatedTexts } from "../../../src/taskpane/state/freshness";
import { PaneSession } from "../../../src/taskpane/state/pane-session";
import type { PaneState } from "../../../src/taskpane/state/pane-state";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { startExcel, type StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable, type Cell, workbookOf } from "../../workbook-records";

const clients: Cell[][] = [
  ["Client", "Sales"],
  ["Aster", 600],
  ["Birch", 300],
  ["Cedar", 100],
];
const lines: Cell[][] = [
  ["Date", "Invoice", "Client", "Sales"],
  ...Array.from({ length: 12 }, (_, i): Cell[] => [
    45_658 + 10 * i,
    `A-${i}`,
    ["Aster", "Birch", "Cedar"][i % 3],
    100 + i,
  ]),
];

let excel: StartedExcel;
let session: PaneSession;

async function open(sheets: WorkbookRecord["sheets"]): Promise<void> {
  excel = await startExcel(workbookOf(sheets, { settings: { "keyfolio.language": "en" } }));
  session = new PaneSession("en-US");
  await session.start();
}

afterEach(async () => {
  await session.stop();
  runs.dismiss();
  excel.stop();
});

async function until<T>(wanted: (state: PaneState) => T): Promise<PaneState> {
  for (let waited = 0; waited < 15_000; waited += 20) {
    if (await wanted(session.state)) return session.state;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`The pane did not come to it: ${wanted.toString()}`);
}

const told = (): Promise<string[]> =>
  until(({ freshness, classifying, list }) => freshness && !classifying && list?.status === "read").then(
    ({ freshness }) => outdatedTexts(freshness!, "en").map(plain),
  );
const outdated = () => until(({ freshness }) => freshness && outdatedTexts(freshness, "en").length > 0);
const sheet = (name: string) => excel.host.workbook.worksheets.getItem(name);
const edit = (cell: string, value: number | string) =>
  void (sheet("Clients").getRange(cell).values = [[value]]);
/** Counts keep together with what they count. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const cellsOf = (name: string, address?: string): Cell[][] =>
  (address ? sheet(name).getRange(address) : sheet(name).getUsedRange()!).values as Cell[][];
const summary = () => plain(JSON.stringify(cellsOf("Summary")));

/** Runs, and waits until the pane has looked at what came of it. */
async function run(job: Parameters<PaneSession["run"]>[0]): Promise<void> {
  await session.run(job);
  expect(await told()).toEqual([]);
}

const day = new Intl.DateTimeFormat("en-US", { dateStyle: "long" }).format(new Date());

describe("after a run", () => {
  test.each<[string, () => WorkbookRecord["sheets"]]>([
    ["a region", () => [sheetOf("Clients", clients)]],
    ["a table", () => [sheetWithTable("Clients", "Deals", clients)]],
    ["lines of documents", () => [sheetOf("Clients", lines)]],
  ])("of %s the workbook shows the state of now", async (_, sheets) => {
    await open(sheets());
    await session.begin();
    await run("classifyAndReport");
    const { list } = session.state;
    expect(list!.reading!.runs).toMatchObject({ columns: expect.anything(), sheets: expect.anything() });
  });

  test("edited amounts and changed rules are told by kind and number, and the message about the run goes", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyAndReport");
    expect(runs.state.status).toBe("done");
    edit("B3", 310);
    await outdated();
    expect(await told()).toEqual([`The columns and the sheets show ${day}; 1 amount has changed since.`]);
    await until(() => runs.state.status === "idle");
    session.changePolicy({
      ...defaultPolicy,
      ladder: { ...defaultPolicy.ladder, preset: "own", key: { value: 0.15, inclusive: true } },
    });
    await until(({ freshness }) => freshness?.sheets?.changes.length === 2);
    expect(await told()).toEqual([
      `The columns and the sheets show ${day}; 1 amount and the key limit have changed since.`,
    ]);
    await session.refresh();
    expect(await told()).toEqual([]);
  });

  test("what is put back is as if it had never been changed", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyRows");
    edit("B3", 310);
    await outdated();
    edit("B3", 300);
    await until(({ freshness }) => freshness && outdatedTexts(freshness, "en").length === 0);
  });

  test("only what was not written since is outdated, and only that is refreshed", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyAndReport");
    edit("B3", 310);
    await outdated();
    await session.run("classifyRows");
    expect(await told()).toEqual([`The sheets show ${day}; 1 amount has changed since.`]);
    expect(runs.state.status).toBe("done");
    await session.refresh();
    expect(runs.state).toMatchObject({ status: "done", job: "portfolioReport" });
    expect(await told()).toEqual([]);
  });

  test("the sheets are outdated by other costs of the what-if, the columns are not", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyAndReport");
    session.changeCosts({ fixedCosts: 250, discounts: [] });
    await outdated();
    expect(await told()).toEqual([`The sheets show ${day}; the costs of the what-if have changed since.`]);
    edit("B3", 310);
    await until(({ freshness }) => freshness?.sheets?.changes.length === 2);
    await session.refresh();
    expect(await told()).toEqual([]);
    session.changeCosts({ fixedCosts: 0, discounts: [] });
    await outdated();
    session.changeCosts({ fixedCosts: 250, discounts: [] });
    await until(({ freshness }) => freshness && outdatedTexts(freshness, "en").length === 0);
  });

  test("sorting the list changes nothing", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyAndReport");
    const rows = cellsOf("Clients", "A2:D4");
    sheet("Clients").getRange("A2:D4").values = [rows[2], rows[0], rows[1]];
    await new Promise((done) => setTimeout(done, 1500));
    expect(await told()).toEqual([]);
  });

  test("sheets that somebody has deleted show nothing", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("portfolioReport");
    for (const { name } of [...excel.host.workbook.worksheets.items])
      if (name !== "Clients") sheet(name).delete();
    edit("B3", 310);
    await until(({ classification }) => classification?.total === 1010);
    expect(await told()).toEqual([]);
  });

  test("undone, or taken out of the workbook, nothing is outdated", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyAndReport");
    edit("B3", 310);
    await outdated();
    await session.undo();
    expect(await told()).toEqual([]);
  });
});

describe("Summary", () => {
  const says = (part: string) => until(() => summary().includes(part));

  test("says what it shows, in the language of the workbook, and no more once it is refreshed", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyAndReport");
    const before = summary();
    edit("B3", 310);
    await says("1 amount has changed since");
    await session.refresh();
    await told();
    expect(summary()).not.toContain("changed since");
    edit("B3", 300);
    await says("1 amount has changed since");
    edit("B3", 310);
    await until(() => !summary().includes("changed since"));
    expect(before).not.toContain("changed since");
  });

  test("is as the run left it for everything else: undoing and removing take it away", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyAndReport");
    edit("B3", 310);
    await says("1 amount has changed since");
    await session.stop();
    const { stays } = await removeKeyfolio();
    expect(stays).toEqual([]);
    expect(excel.host.workbook.worksheets.items.map(({ name }) => name)).toEqual(["Clients"]);
  });

  test.each<[string, () => void]>([
    ["somebody has written into", () => void (sheet("Summary").getRange("B8").values = [["mine"]])],
    ["somebody protects", () => sheet("Summary").protection.protect()],
  ])("is left alone where %s it", async (_, deed) => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyAndReport");
    deed();
    const before = summary();
    edit("B3", 310);
    await outdated();
    await new Promise((done) => setTimeout(done, 3000));
    expect(summary()).toBe(before);
  });

  test("gives back what stood there when a row came between the look and the writing", async () => {
    await open([sheetOf("Clients", clients)]);
    await run("classifyAndReport");
    const rows = () => cellsOf("Summary").map((row) => row.join("|"));
    const before = rows();
    const stop = atWriting(() => sheet("Summary").getRange("2:2").insert("Down"));
    edit("B3", 310);
    await until(() => stop.done);
    await new Promise((done) => setTimeout(done, 1500));
    expect(rows().filter((row) => row.replaceAll("|", "") !== "")).toEqual(
      before.filter((row) => row.replaceAll("|", "") !== ""),
    );
  });

  /** Does a deed before the request that writes the line: the one after that which asks for the protection of the sheet. */
  function atWriting(deed: () => void) {
    const state = { done: false };
    const { faults, journal } = excel.host;
    const watch = (): void => {
      faults.beforeRequest(1, () => {
        const asked = journal.requests.at(-1)?.operations ?? [];
        if (asked.includes("WorksheetProtection{protected}") && asked.length < 12 && !state.done) {
          state.done = true;
          deed();
        } else watch();
      });
    };
    watch();
    return state;
  }
});
