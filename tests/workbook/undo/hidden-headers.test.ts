import { classifyRows } from "../../../src/workbook";
import type { ExcelHost } from "../../../src/host/excel-host";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook, ordered, rowsOf } from "../session";
import { ways } from "../ways-back";
import { oneIn } from "../../moments";

const top = { row: 2, column: 0 };
const open = () =>
  openWorkbook([sheetWithTable("Clients", "Deals", clients, {}, top), sheetOf("Notes", [["mine"]])]);
const table = ({ workbook }: ExcelHost) => workbook.tables.getItem("Deals");
const show = (host: ExcelHost, isShown: boolean) => void (table(host).showHeaders = isShown);
const rows = async (host: ExcelHost) => rowsOf((await host.toRecord()).sheets[0], 0, top.row);
const headers = ["Share", "Status", "ABC", "Reason", "Action"];

const toggles: [string, thenShown: boolean][] = [
  ["comes to hide its header row", true],
  ["comes to show it", false],
];

describe.each(toggles)("a table that %s after the run", (_, thenShown) => {
  test.each(ways)("loses its columns, and nothing else, when they are %s", async (__, back) => {
    const { host } = await open();
    const before = ordered(await host.toRecord());
    show(host, thenShown);
    const run = await classifyRows(request);
    show(host, !thenShown);
    const { columns, stays } = await back(run);
    expect([columns, stays]).toEqual([headers, []]);
    show(host, true);
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test.each([
    ["", 1],
    [", also where it is by now what it was", 2],
  ])("gets the classes of the next run in the same columns%s", async (__, times) => {
    const { host: fresh } = await open();
    table(fresh).getDataBodyRange().getCell(3, 2).values = [[9900]];
    await classifyRows(request);
    const right = (await rows(fresh)).slice(1);
    const { host } = await open();
    show(host, thenShown);
    await classifyRows(request);
    for (let time = 1; time <= times; time++) show(host, thenShown !== (time % 2 === 1));
    table(host).getDataBodyRange().getCell(3, 2).values = [[9900]];
    const { written } = await classifyRows(request);
    expect(written.added).toEqual([]);
    expect((await rows(host)).slice(1)).toEqual(right);
  });

  test("gets back the classes of the run before when the last one is undone", async () => {
    const { host } = await open();
    show(host, thenShown);
    await classifyRows(request);
    table(host).getDataBodyRange().getCell(3, 2).values = [[9900]];
    const before = await rows(host);
    const { trace } = await classifyRows(request);
    show(host, !thenShown);
    expect((await undoRun(trace)).stays).toEqual([]);
    show(host, thenShown);
    expect(await rows(host)).toEqual(before);
  });

  test("is as it was when a run stops at any of its requests", async () => {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
      const { host } = await open();
      show(host, thenShown);
      await classifyRows(request);
      show(host, !thenShown);
      table(host).getDataBodyRange().getCell(3, 2).values = [[9900]];
      const [before, { names }] = [await rows(host), ordered(await host.toRecord())];
      host.faults.loseReply(k);
      const stopped = await classifyRows({ ...request, language: "ru" }).catch(() => null);
      isOver = host.faults.pending;
      if (stopped === null) expect([k, await rows(host)]).toEqual([k, before]);
      expect([k, ordered(await host.toRecord()).names]).toEqual([k, names]);
    }
  });

  test.each([
    [
      "sorts it",
      (host: ExcelHost) => {
        const body = table(host).getDataBodyRange();
        body.formulas = [...body.formulas!].reverse();
      },
    ],
    [
      "puts a row above it",
      ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients").getRange("1:1").insert("Down"),
    ],
    ["hides or shows it again", (host: ExcelHost) => show(host, !table(host).showHeaders)],
  ])("loses its columns in the moment in which somebody %s", async (__, deed) => {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
      const { host } = await open();
      show(host, thenShown);
      const { trace } = await classifyRows(request);
      show(host, !thenShown);
      host.faults.beforeRequest(k, () => void deed(host));
      const { stays } = await undoRun(trace);
      isOver = host.faults.pending;
      host.faults.clear();
      show(host, true);
      const range = table(host).getRange();
      const { names } = await host.toRecord();
      expect([k, stays, names]).toEqual([k, [], []]);
      expect([k, range.values!.toSorted()]).toEqual([k, clients.toSorted()]);
    }
  });
});
