import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { defaultPolicy, Problem } from "../../../src/portfolio";
import { classifyRows } from "../../../src/workbook";
import type { StartedExcel } from "../../excel";
import { sheetOf, sheetWithTable, workbookOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWithoutCards, ordered, remembering } from "../session";

const settings = { "keyfolio.policy": { ...defaultPolicy, columns: ["share", "status"] } };
const dead = { name: "keyfolio.abc.r7", formula: "=#REF!", visible: false, scope: null, comment: "" };

/** Opens a workbook in which a run has something to write. */
type Start = () => Promise<StartedExcel>;

const first =
  (record: () => WorkbookRecord): Start =>
  () =>
    openWithoutCards(record());

/** The list was classified before, then somebody changed amounts, wrote into our columns and deleted one of them. */
const again =
  (record: () => WorkbookRecord): Start =>
  async () => {
    const excel = await openWithoutCards(record());
    await classifyRows(request);
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Clients");
      sheet.getRange("C2:C3").values = [[700], [6300]];
      sheet.getRange("D4").formulas = [["=1/4"]];
      sheet.getRange("D5").values = [["'12"]];
      sheet.getRange("E6").clear("Contents");
      await context.sync();
    });
    return excel;
  };

const region = () => workbookOf([sheetOf("Clients", clients)], { settings, names: [dead] });
const dressed = () => {
  const record = region();
  for (let row = 0; row < clients.length; row++) {
    record.sheets[0].cells.push({ row, column: 3, format: { fill: "#FFF2CC", numberFormat: "0.00" } });
  }
  return record;
};
const table = () => workbookOf([sheetWithTable("Clients", "Deals", clients)], { settings, names: [dead] });
const changedLanguage = () => ({ ...region(), settings: { ...settings, "keyfolio.language": "ru" } });

const starts: [string, Start][] = [
  ["the first run on a region", first(region)],
  ["the first run beside formatted cells", first(dressed)],
  ["the first run on a table", first(table)],
  ["a later run on a region", again(region)],
  ["a later run on a table", again(table)],
  ["a run with another language stored", first(changedLanguage)],
];

const requestWithLanguage = { ...request, language: "en" } as const;
const run = () => classifyRows(requestWithLanguage);

/**
 * Runs with a misfortune planned; true when it happened before the end of the run, which must end in a Problem then and leave the
 * workbook as it was. False when there was none, or the run had done its work.
 */
async function survives({ host }: Pick<StartedExcel, "host">, before: WorkbookRecord): Promise<boolean> {
  const outcome = await run().then(
    () => null,
    (error: unknown) => error,
  );
  if (host.faults.pending || outcome === null) {
    host.faults.clear();
    return false;
  }
  expect(outcome).toBeInstanceOf(Problem);
  expect(ordered(await host.toRecord())).toEqual(before);
  return true;
}

/** How many requests a run takes until it has done its work: the last one writes. */
async function requestsOfRun(start: Start): Promise<number> {
  const { host } = await start();
  host.journal.clear();
  await run();
  return host.journal.requests.length - remembering;
}

describe.each(starts)("%s", (_, start) => {
  test("leaves the workbook as it was whichever request is refused", async () => {
    const writing = await requestsOfRun(start);
    const excel = await start();
    const before = ordered(await excel.host.toRecord());
    let k = 0;
    do excel.host.faults.failRequest(++k);
    while (await survives(excel, before));
    expect(k).toBe(writing + 1);
  });

  test("leaves the workbook as it was whichever answer is lost", async () => {
    const writing = await requestsOfRun(start);
    const excel = await start();
    const before = ordered(await excel.host.toRecord());
    let k = 0;
    do excel.host.faults.loseReply(++k);
    while (await survives(excel, before));
    expect(k).toBe(writing + 1);
  });

  test("leaves the workbook as it was whichever action of the writing request fails", async () => {
    const writing = await requestsOfRun(start);
    const { host } = await start();
    const before = ordered(await host.toRecord());
    let k = 0;
    do {
      const action = ++k;
      host.journal.clear();
      host.faults.beforeRequest(writing, () => host.faults.failAction(action));
    } while (await survives({ host }, before));
    const { operations } = host.journal.requests[writing - 1];
    const sets = operations.filter((operation) => operation.endsWith("="));
    expect(sets.length).toBeGreaterThan(1);
    expect(k).toBeGreaterThan(sets.length);
  });

  test("leaves the workbook as it was when putting back fails at first, too", async () => {
    const writing = await requestsOfRun(start);
    for (const later of [1, 2]) {
      const { host } = await start();
      const before = ordered(await host.toRecord());
      host.faults.loseReply(writing);
      host.faults.failRequest(writing + later);
      expect(await survives({ host }, before)).toBe(true);
    }
  });

  test("goes through once the trouble is over, and then shows the classification", async () => {
    const writing = await requestsOfRun(start);
    const { host } = await start();
    host.faults.failRequest(writing);
    await expect(run()).rejects.toBeInstanceOf(Problem);
    const outcome = await run();
    expect(outcome.written.added.length + outcome.written.changed.length).toBeGreaterThan(0);
    expect((await run()).written).toEqual({ added: [], changed: [] });
  });
});

describe("Excel that can group changes into one undo step (1.20) but refuses a member of the group", () => {
  const refuse = async (apiLevel: "1.17" | "1.20") => {
    const excel = await openWithoutCards(region(), { apiLevel });
    const code = "UndoNotSupported" as Parameters<typeof excel.host.faults.failAction>[1];
    excel.host.faults.beforeRequest(5, () => excel.host.faults.failAction(12, code));
    return excel;
  };

  test("gets the changes without grouping", async () => {
    const { host } = await refuse("1.20");
    const { written } = await run();
    expect(host.faults.pending).toBe(false);
    expect(written.added).toEqual(["share", "status"]);
    expect((await run()).written).toEqual({ added: [], changed: [] });
  });

  test("is not asked again where nothing was grouped", async () => {
    await refuse("1.17");
    await expect(run()).rejects.toMatchObject({ detail: { kind: "office", code: "UndoNotSupported" } });
  });
});
