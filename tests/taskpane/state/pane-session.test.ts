import { runs } from "../../../src/commands/runs";
import type { ExcelHostOptions } from "../../../src/host/excel-host";
import type { SheetRecord, WorkbookRecord } from "../../../src/host/workbook-record";
import { defaultPolicy } from "../../../src/portfolio";
import { PaneSession } from "../../../src/taskpane/state/pane-session";
import type { PaneState } from "../../../src/taskpane/state/pane-state";
import { startExcel, type StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable, workbookOf } from "../../workbook-records";

const clients = [
  ["Client", "Sales"],
  ["Aster", 600],
  ["Birch", 300],
  ["Cedar", 100],
];
const partners = [
  ["Partner", "Turnover"],
  ["Dahlia", 50],
  ["Elm", 50],
];

let excel: StartedExcel;
let session: PaneSession;

async function open(
  workbook: WorkbookRecord | SheetRecord[],
  options: Partial<ExcelHostOptions> = {},
): Promise<void> {
  excel = await startExcel(workbook, options);
  session = new PaneSession("en-US");
  await session.start();
}

/** A workbook that Keyfolio has worked in, so that the first screen is over. */
const known = (...sheets: SheetRecord[]) => workbookOf(sheets, { settings: { "keyfolio.language": "en" } });
const twoLists = () => known(sheetWithTable("Clients", "Clients", clients), sheetOf("Partners", partners));

afterEach(async () => {
  await session.stop();
  runs.dismiss();
  excel.stop();
});

/** Waits until the pane's state is as wanted. */
async function until(wanted: (state: PaneState) => unknown): Promise<PaneState> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (wanted(session.state)) return session.state;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`The pane did not come to it: ${wanted.toString()}`);
}

const classified = () => until(({ classification, classifying }) => classification && !classifying);
const sheet = (name: string) => excel.host.workbook.worksheets.getItem(name);
const settings = async () => (await excel.host.toRecord()).settings;

test("in a workbook that Keyfolio does not know, the first screen waits", async () => {
  await open([sheetOf("Clients", clients)]);
  expect(session.state).toMatchObject({ phase: "firstRun", list: null });
  await session.begin();
  expect(session.state.list).toMatchObject({ status: "read", name: "Clients" });
});

test("opening the pane, reading and classifying changes nothing in the workbook but that somebody has begun", async () => {
  await open([sheetOf("Clients", clients), sheetWithTable("Partners", "Partners", partners)]);
  const before = await excel.host.toRecord();
  await session.begin();
  await classified();
  await session.chooseList(session.state.choices!.options[1].reference);
  await classified();
  await session.stop();
  expect(await excel.host.toRecord()).toEqual({ ...before, settings: { "keyfolio.begun": true } });
});

test("the sample comes on a sheet of its own and is the list in use", async () => {
  await open([sheetOf("Notes", [["nothing here"]])]);
  await session.useSample();
  const { classification, list } = await classified();
  expect(list?.reading?.address).not.toContain("Notes");
  expect(classification!.portfolio.clients.length).toBeGreaterThan(10);
  expect(session.state).toMatchObject({ phase: "working", addingSample: false, mishap: null });
});

test("a workbook without a list: the pane says so, and takes a list as soon as there is one", async () => {
  await open(known(sheetOf("Clients", [["nothing here"]])));
  expect(session.state.list).toMatchObject({ status: "failed", name: null });
  sheet("Clients").getRange("A1:B4").values = clients;
  await classified();
});

test("an edited cell is classified anew, and the earlier reading stays in view until then", async () => {
  await open(twoLists());
  await classified();
  const seen: (string | undefined)[] = [];
  session.subscribe(() => seen.push(session.state.list?.status));
  sheet("Clients").getRange("B4").values = [[1100]];
  const { classification } = await until((state) => state.classification?.total === 2000);
  expect(classification!.shares[2]).toBeCloseTo(0.55, 12);
  expect(seen).toContain("again");
  expect(seen).not.toContain("reading");
});

test("a row that is added to the table joins", async () => {
  await open(twoLists());
  await classified();
  sheet("Clients")
    .tables.getItem("Clients")
    .rows.add(null, [["Dahlia", 1000]]);
  await until((state) => state.classification?.portfolio.clients.includes("Dahlia"));
});

test("a cell of another sheet does not make the list be read anew", async () => {
  await open(twoLists());
  const { list } = await classified();
  sheet("Partners").getRange("F1").values = [["x"]];
  await new Promise((done) => setTimeout(done, 1000));
  expect(session.state.list).toBe(list);
});

test("at the first step the pane goes with the user to another list", async () => {
  await open(twoLists());
  await classified();
  sheet("Partners").activate();
  sheet("Partners").getRange("A2").select();
  await until(({ list }) => list?.name === "Partners" && list.status === "read");
});

test("at a later step the pane stays and offers the other list; going back withdraws the offer", async () => {
  await open(twoLists());
  await classified();
  session.goTo("results");
  sheet("Partners").activate();
  sheet("Partners").getRange("A2").select();
  const { list } = await until(({ elsewhere }) => elsewhere?.name === "Partners");
  expect(list?.name).toBe("Clients");
  sheet("Clients").activate();
  sheet("Clients").getRange("A2").select();
  await until(({ elsewhere }) => elsewhere === null);
});

test("a sheet without a list takes nothing out of view", async () => {
  await open(known(sheetWithTable("Clients", "Clients", clients), sheetOf("Blank", [])));
  const { list } = await classified();
  sheet("Blank").activate();
  await new Promise((done) => setTimeout(done, 800));
  expect(session.state).toMatchObject({ list, elsewhere: null, mishap: null });
});

test("a renamed sheet keeps its list, under the new name, also where Excel tells only of the next click", async () => {
  await open(known(sheetOf("Clients", clients)));
  await classified();
  sheet("Clients").name = "Buyers";
  sheet("Buyers").getRange("B2").select();
  const { list } = await until((state) => state.list?.reading?.list.sheet === "Buyers");
  expect(list).toMatchObject({ status: "read", name: "Buyers" });
});

test("when the sheet of the list is deleted, the pane says which list is gone and offers the others", async () => {
  await open(twoLists());
  await classified();
  session.goTo("results");
  sheet("Clients").delete();
  const { choices } = await until(
    ({ list, choices }) => list?.status === "failed" && choices?.options.length === 1,
  );
  expect(session.state.list).toMatchObject({ name: "Clients", reading: null });
  expect(session.state.classification).toBeNull();
  await session.chooseList(choices!.options[0].reference);
  await classified();
});

test.each(["source", "results"] as const)(
  "at step %s, a list that has gone is not exchanged for another one, wherever the selection came to stand",
  async (step) => {
    await open(twoLists());
    await classified();
    session.goTo(step);
    sheet("Clients").delete();
    await until(({ list }) => list?.status === "failed");
    // Whatever is told later than the reading: the selection has come to another list by itself.
    sheet("Partners").activate();
    await new Promise((done) => setTimeout(done, 1000));
    sheet("Partners").getRange("A3").select();
    await new Promise((done) => setTimeout(done, 1000));
    expect(session.state.list).toMatchObject({ status: "failed", name: "Clients" });
    if (step === "results") expect(session.state.elsewhere?.name).toBe("Partners");
  },
);

test.each([2, 4, 6, 8, 10, 12, 14])(
  "what changes while the pane opens is not missed: request %d",
  async (k) => {
    excel = await startExcel(twoLists());
    session = new PaneSession("en-US");
    excel.host.faults.beforeRequest(k, () => (sheet("Clients").getRange("B4").values = [[1100]]));
    await session.start();
    await until(({ classification }) => classification?.total === 2000);
  },
);

test("what the user changes is kept in the workbook once he pauses, and comes back", async () => {
  await open(twoLists());
  await classified();
  const policy = { ...defaultPolicy, abc: { ...defaultPolicy.abc, aLimit: 0.5 } };
  session.changePolicy(policy);
  await until(({ classification }) => classification?.policy === policy);
  await session.stop();
  expect((await settings())["keyfolio.policy"]).toEqual(policy);
  session = new PaneSession("en-US");
  await session.start();
  expect(session.state.policy).toEqual(policy);
});

test("default rules are not kept: a later version may know better ones", async () => {
  await open(twoLists());
  await classified();
  session.changePolicy({ ...defaultPolicy, base: "profit" });
  session.changePolicy(defaultPolicy);
  await session.stop();
  expect(await settings()).toEqual({ "keyfolio.language": "en" });
});

test("a mapping without clients is shown as it is, told as a problem, and not kept", async () => {
  await open(twoLists());
  await classified();
  session.changeMapping({ version: 1, columns: [{ header: "Sales", role: "amount" }] });
  const { classificationProblem } = await until((state) => state.classificationProblem);
  expect(classificationProblem!.detail.kind).toBe("noClientColumn");
  await session.stop();
  expect(await settings()).toEqual({ "keyfolio.language": "en" });
});

test("a setting that cannot be kept is told, and stays in the pane", async () => {
  await open(twoLists());
  await classified();
  const policy = { ...defaultPolicy, base: "profit" as const };
  excel.host.faults.failRequest(1, "AccessDenied");
  session.changePolicy(policy);
  const { mishap } = await until((state) => state.mishap);
  expect(mishap!.detail.kind).toBe("office");
  expect(session.state.policy).toBe(policy);
});

test("a run takes the list and the rules of the pane, also those of a moment ago", async () => {
  await open(twoLists());
  await session.chooseList(session.state.choices!.options.find(({ name }) => name === "Partners")!.reference);
  await classified();
  session.changePolicy({ ...defaultPolicy, columns: ["status"] });
  await session.run("classifyRows");
  expect(runs.state).toMatchObject({ status: "done", outcome: { written: { added: ["status"] } } });
  const record = (await excel.host.toRecord()).sheets[1];
  expect(record.cells.filter(({ column }) => column === 2).map(({ value }) => value)).toEqual([
    "Status",
    "Mono-client",
    "Mono-client",
  ]);
  await until(({ list }) => list?.status === "read" && list.reading?.classified);
});

test("a run that stops brings the run into view, and the way on clears the filter and runs", async () => {
  const filtered = sheetWithTable("Clients", "Clients", clients);
  await open(known(filtered));
  await classified();
  session.goTo("results");
  const table = sheet("Clients").tables.getItem("Clients");
  table.columns.getItem("Client").filter.applyValuesFilter(["Aster"]);
  await session.run("classifyRows");
  expect(runs.state).toMatchObject({ status: "stopped", problem: { detail: { kind: "filterActive" } } });
  expect(session.state.step).toBe("run");
  await session.clearFilterAndRun("classifyRows");
  expect(runs.state.status).toBe("done");
});

test("an undo that a filter stops goes on when the filter of its list is cleared, whatever list is in use by then", async () => {
  await open(
    known(sheetWithTable("Clients", "Clients", clients), sheetWithTable("Partners", "Partners", partners)),
  );
  await classified();
  await session.run("classifyRows");
  const filter = (name: string, column: string, value: string) =>
    sheet(name).tables.getItem(name).columns.getItem(column).filter.applyValuesFilter([value]);
  filter("Clients", "Client", "Aster");
  filter("Partners", "Partner", "Elm");
  await session.chooseList(session.state.choices!.options.find(({ name }) => name === "Partners")!.reference);
  await session.undo();
  const { state } = runs;
  expect(state).toMatchObject({ status: "notTakenBack", problem: { detail: { kind: "filterActive" } } });
  if (state.status !== "notTakenBack") return;
  const { detail } = state.problem;
  if (detail.kind !== "filterActive") return;
  await session.clearFilterAndTakeBack(state.work, detail.address);
  expect(runs.state).toMatchObject({ status: "undone", taken: { stays: [] } });
  const isFiltered = (name: string) => sheet(name).tables.getItem(name).autoFilter.isDataFiltered;
  expect(["Clients", "Partners"].map(isFiltered)).toEqual([false, true]);
});

test("cells that cannot be shown are told", async () => {
  await open(twoLists());
  await session.show("Nowhere!A1");
  expect(session.state.mishap).not.toBeNull();
  session.dismissMishap();
  expect(session.state.mishap).toBeNull();
});
