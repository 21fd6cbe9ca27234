import { classifyAndReport, classifyRows, findSources, portfolioReport } from "../../../src/workbook";
import { readRuns } from "../../../src/workbook/settings/keep-run";
import { runsOf, withFinishedRun } from "../../../src/workbook/settings/runs-setting";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { finish, MOST_SNAPSHOTS, snapshotOf, type FullSnapshot } from "../../../src/portfolio";
import type { StartedExcel } from "../../excel";
import { sheetOf, workbookOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook, ordered } from "../session";

const key = "keyfolio.snapshots";
const open = (settings: Record<string, unknown> = {}) =>
  openWorkbook(workbookOf([sheetOf("Clients", clients)], { settings }));
type Host = Awaited<ReturnType<typeof open>>["host"];
const stored = async (host: Host) => (await host.toRecord()).settings[key];
const edit = ({ workbook }: Host, cell: string, value: number) =>
  void (workbook.worksheets.getItem("Clients").getRange(cell).values = [[value]]);
const list = (host: Host) => ({
  sheetId: host.workbook.worksheets.getItem("Clients").id,
  sheet: "Clients",
  tableId: null,
});
const runsIn = async (host: Host) => runsOf(await stored(host), list(host))!;

test("every run that finds other data or rules leaves a snapshot; one on the same changes nothing", async () => {
  const { host } = await open();
  await classifyRows(request);
  expect((await runsIn(host)).runs).toHaveLength(1);
  const once = await host.toRecord();
  await classifyRows({ ...request, today: "2025-07-01" });
  expect(await host.toRecord()).toEqual(once);
  edit(host, "C2", 5300);
  await classifyRows(request);
  expect((await runsIn(host)).runs).toHaveLength(2);
  await classifyRows({ ...request, preset: "asc-280" });
  expect((await runsIn(host)).runs).toHaveLength(3);
});

test("it is known what columns and sheets show, though one was written without the other", async () => {
  const { host } = await open();
  await classifyRows(request);
  edit(host, "C2", 5300);
  await portfolioReport({ ...request, today: "2025-07-01" });
  const { columns, sheets, runs } = await runsIn(host);
  expect(columns).toEqual({ fingerprint: runs[0].fingerprint, day: "2025-06-30" });
  expect(sheets).toMatchObject({ fingerprint: runs[1].fingerprint, day: "2025-07-01" });
});

test("a whole run on the same data changes no cell and no setting", async () => {
  const { host } = await open();
  await classifyAndReport(request);
  const once = ordered(await host.toRecord());
  await classifyAndReport(request);
  expect(ordered(await host.toRecord())).toEqual(once);
});

test("the sheets of the report are those of one list", async () => {
  const { host } = await openWorkbook(
    workbookOf([sheetOf("Clients", clients), sheetOf("Partners", clients)]),
  );
  await portfolioReport({ ...request, sheet: "Clients" });
  await portfolioReport({ ...request, sheet: "Partners" });
  expect((await runsIn(host)).sheets).toBeNull();
  expect((await runsIn(host)).runs).toHaveLength(1);
});

test.each([["of a later version", { version: 2, lists: "elsewhere" }]])(
  "what is %s is neither read nor written over",
  async (_, value) => {
    const { host } = await open({ [key]: value });
    await classifyAndReport(request);
    expect(await stored(host)).toEqual(value);
  },
);

test.each([
  ["a text", "?"],
  [
    "lists that are none",
    { version: 1, lists: [null, 7, { sheetId: 1 }, { sheetId: "a", sheet: "b", tableId: {} }] },
  ],
  ["what every object has", JSON.parse('{"version":1,"lists":{"__proto__":[]},"__proto__":{"lists":[]}}')],
  [
    "runs that nobody wrote",
    { version: 1, lists: [{ sheetId: "x", sheet: "Clients", tableId: null, names: "A", runs: [{}] }] },
  ],
])("what cannot be read does not stop a run: %s", async (_, value) => {
  const { host } = await open({ [key]: value });
  await classifyAndReport(request);
  expect((await runsIn(host)).runs).toHaveLength(1);
});

test("runs of a version that there was not are not read, and those of a later one are not known", async () => {
  const { host } = await open();
  await classifyRows(request);
  const kept = (await stored(host)) as object;
  expect(runsOf(kept, list(host))!.runs).toHaveLength(1);
  for (const version of [0, "1", null, undefined])
    expect([version, runsOf({ ...kept, version }, list(host))?.runs]).toEqual([version, []]);
  expect(runsOf({ ...kept, version: 2 }, list(host))).toBeNull();
});

test("a workbook that gave its sheets new identifiers is known by the sheet's name", async () => {
  const { host } = await open();
  await classifyRows(request);
  const other = { ...list(host), sheetId: "{another}" };
  expect(runsOf(await stored(host), other)!.runs).toHaveLength(1);
});

test("undoing a run gives back what was remembered before; removing leaves nothing", async () => {
  const { host } = await open();
  const { trace: first } = await classifyAndReport(request);
  const before = await stored(host);
  edit(host, "C2", 5300);
  const { trace } = await classifyAndReport(request);
  await undoRun(trace);
  expect(await stored(host)).toEqual(before);
  await undoRun(first);
  expect(await stored(host)).toBeUndefined();
  await classifyAndReport(request);
  await removeKeyfolio();
  expect(await stored(host)).toBeUndefined();
});

test("undoing leaves what a later run remembered", async () => {
  const { host } = await open();
  const { trace } = await classifyRows(request);
  edit(host, "C2", 5300);
  await classifyRows(request);
  const later = await stored(host);
  await undoRun(trace);
  expect(await stored(host)).toEqual(later);
});

test.each([1, 2])(
  "a finished run is finished though it cannot be remembered: request %d fails",
  async (later) => {
    const { host } = await open();
    host.journal.clear();
    await classifyAndReport(request);
    const all = host.journal.requests.filter(({ housekeeping }) => !housekeeping).length;
    for (const misfortune of ["failRequest", "loseReply"] as const) {
      const { host: again } = await open();
      again.faults[misfortune](all - 2 + later);
      const { written } = await classifyAndReport(request);
      expect(again.faults.pending).toBe(false);
      expect(written.added.length).toBeGreaterThan(0);
      expect((await runsIn(again)).runs).toHaveLength(1);
    }
  },
);

test("what is remembered stays within its size: the oldest snapshots go, and a list that is too large keeps none", async () => {
  const { host } = await open();
  const { classification } = await classifyRows(request);
  const some = snapshotOf(classification);
  const of = (count: number, run: number): FullSnapshot => ({
    ...some,
    fingerprint: run.toString(16).padStart(16, "0"),
    basis: { ...some.basis, figures: {} },
    clients: Array.from({ length: count }, (_, i) => ({
      ...some.clients[0],
      name: `Client number ${i} of the north ${"and the south ".repeat(3)}`,
      amount: i + run / 100,
    })),
  });
  const keep = (before: unknown, count: number, run: number) =>
    finish(
      withFinishedRun(
        before,
        { list: list(host), snapshot: of(count, run), shows: ["sheets"], day: "2025-07-01" },
        1_000_000,
      ),
    );
  let kept: unknown;
  for (let run = 0; run < 26; run++) kept = keep(kept, 2500, run);
  expect(JSON.stringify(kept).length).toBeLessThan(1_000_100);
  const { runs } = runsOf(kept, list(host))!;
  expect(runs.length).toBeGreaterThan(10);
  expect(runs.length).toBeLessThanOrEqual(MOST_SNAPSHOTS);
  expect(runs.at(-1)!.fingerprint).toBe("19".padStart(16, "0"));
  // Of a list that is too large it is still known whether the workbook shows its state of now.
  const tooLarge = runsOf(keep(keep(undefined, 100, 1), 20_000, 2), list(host))!;
  expect(tooLarge).toMatchObject({
    names: "",
    runs: [],
    columns: null,
    sheets: { fingerprint: "2".padStart(16, "0"), day: "2025-07-01" },
  });
});

describe("runs that are too long for a setting", () => {
  /** What is remembered of another list leaves no room in the setting; a text of which half a letter fits into a cell. */
  const full = {
    version: 1,
    lists: [
      {
        sheetId: "other",
        sheet: "Other",
        tableId: null,
        names: `${"n".repeat(900_000)}${"🌲".repeat(49_500)}`,
        runs: [{ day: "2025-01-31", fingerprint: "0".repeat(16), rules: "0".repeat(16), clients: "1AA" }],
      },
    ],
  };
  const openLong = () => open({ "keyfolio.language": "en", [key]: full });
  const sheetsIn = ({ workbook }: Host) =>
    workbook.worksheets.items.map(({ name, visibility }) => [name, visibility]);
  const read = (excel: StartedExcel) => excel.run((context) => readRuns(context));
  const known = async (excel: StartedExcel) => runsOf(await read(excel), list(excel.host))!;

  test("stand on a very hidden sheet: the setting says where, and what the workbook shows", async () => {
    const excel = await openLong();
    await classifyRows(request);
    expect(sheetsIn(excel.host)).toEqual([
      ["Clients", "Visible"],
      ["Keyfolio", "VeryHidden"],
    ]);
    const setting = await stored(excel.host);
    expect(JSON.stringify(setting).length).toBeLessThan(1000);
    const nothing = { names: "", runs: [] };
    expect(setting).toMatchObject({
      version: 1,
      lists: [
        { sheet: "Clients", ...nothing },
        { sheet: "Other", ...nothing },
      ],
    });
    const { runs, columns } = await known(excel);
    expect(runs).toHaveLength(1);
    expect(columns?.fingerprint).toBe(runs[0].fingerprint);
  });

  test("tell the next report who has moved; a run on the same data writes nothing", async () => {
    const excel = await openLong();
    await classifyRows(request);
    edit(excel.host, "C4", 90_000);
    const { moves } = await portfolioReport(request);
    expect(moves?.moved.map(({ client }) => client)).toContain(2);
    expect((await known(excel)).runs).toHaveLength(2);
    const once = ordered(await excel.host.toRecord());
    await portfolioReport(request);
    expect(ordered(await excel.host.toRecord())).toEqual(once);
  });

  test("are no list of clients, and survive saving and opening", async () => {
    const { host } = await openLong();
    await classifyRows(request);
    const again = await openWorkbook(await host.toRecord());
    const { options } = await findSources();
    expect(options.map(({ sheet }) => sheet)).toEqual(["Clients"]);
    expect((await known(again)).runs).toHaveLength(1);
  });

  test.each<[string, (sheet: ReturnType<Host["workbook"]["worksheets"]["getItem"]>) => void]>([
    ["another text", (sheet) => void (sheet.getRange("A2").values = [["{}"]])],
    ["nothing", (sheet) => sheet.getRange("A:B").clear("Contents")],
  ])("where somebody has put %s there: what the workbook shows is still known", async (_, spoil) => {
    const excel = await openLong();
    await classifyRows(request);
    spoil(excel.host.workbook.worksheets.getItem("Keyfolio"));
    const { runs, columns } = await known(excel);
    expect(runs).toEqual([]);
    expect(columns).not.toBeNull();
    await classifyRows(request);
    expect((await known(excel)).runs).toHaveLength(1);
  });

  test("where the setting names no place that can be: nothing is read, nothing thrown", async () => {
    const excel = await openLong();
    await classifyRows(request);
    const setting = (await stored(excel.host)) as { onSheet: object };
    const wrongs = [
      { column: 2 },
      { letters: 9e9 },
      { cells: 1e6 },
      { digest: "0".repeat(16) },
      { digest: null },
      { column: "__proto__" },
    ];
    for (const wrong of wrongs) {
      const spoilt = { ...setting, onSheet: { ...setting.onSheet, ...wrong } };
      await excel.run(async (context) => {
        context.workbook.settings.add(key, spoilt as unknown as string);
        await context.sync();
      });
      expect((await known(excel)).runs).toEqual([]);
    }
  });

  test("go with an undone run, and come again as they were before it", async () => {
    const excel = await openLong();
    const before = ordered(await excel.host.toRecord());
    const first = await classifyRows(request);
    const once = await read(excel);
    edit(excel.host, "C2", 5300);
    const second = await classifyRows(request);
    await undoRun(second.trace);
    expect(await read(excel)).toEqual(once);
    edit(excel.host, "C2", Number(clients[1][2]));
    await undoRun(first.trace);
    expect(ordered(await excel.host.toRecord())).toEqual(before);
  });

  test("go with Keyfolio", async () => {
    const excel = await openLong();
    const before = await excel.host.toRecord();
    await classifyRows(request);
    await removeKeyfolio();
    expect(ordered(await excel.host.toRecord())).toEqual(ordered({ ...before, settings: {} }));
  });

  test("where no sheet can be added, the setting keeps what it has room for, of the list itself first", async () => {
    const excel = await openLong();
    await classifyRows(request);
    excel.host.workbook.worksheets.getItem("Keyfolio").visibility = "Hidden";
    excel.host.workbook.worksheets.getItem("Keyfolio").delete();
    excel.host.workbook.protection.protect();
    edit(excel.host, "C2", 5300);
    await classifyRows(request);
    expect(sheetsIn(excel.host)).toEqual([["Clients", "Visible"]]);
    expect((await known(excel)).runs).toHaveLength(1);
    expect((await runsIn(excel.host)).runs).toHaveLength(1);
  });
});
