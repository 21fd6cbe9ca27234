import type { ExcelHost } from "../../../src/host/excel-host";
import { classifyRows, portfolioReport } from "../../../src/workbook";
import { findOwnWork, removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, invoices, request } from "../lists";
import { openWorkbook, problemOfRun } from "../session";

const list = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients");
const region = () => openWorkbook([sheetOf("Clients", clients)]);
const table = () =>
  openWorkbook([sheetWithTable("Clients", "Deals", clients), sheetOf("Notes", [["Notes"]])]);

const sheetNames = async (host: ExcelHost) => (await host.toRecord()).sheets.map(({ name }) => name);
const namesOf = async (host: ExcelHost) => (await host.toRecord()).names.map(({ name }) => name);

const runs: readonly [string, typeof region, () => Promise<unknown>][] = [
  ["a list of clients", () => openWorkbook([sheetOf("Journal", invoices)]), () => classifyRows(request)],
  ["a report", region, () => portfolioReport(request)],
];

test.each(runs)(
  "after a cut-off run of %s every sheet of ours goes when everything is removed, or is told to stay",
  async (_, open, run) => {
    let told = 0;
    for (let k = 1; ; k++) {
      const { host } = await open();
      const before = await sheetNames(host);
      host.faults.failFrom(k);
      await run().catch(() => undefined);
      const isOver = host.faults.pending;
      host.faults.clear();
      if (isOver) break;
      const found = await findOwnWork();
      const { stays } = await removeKeyfolio();
      expect([k, found.stays]).toEqual([k, stays]);
      const left = (await sheetNames(host)).filter((name) => !before.includes(name));
      expect([k, stays]).toEqual([k, left.map((sheet) => ({ kind: "sheetUnfinished", sheet }))]);
      told += left.length;
      expect(await removeKeyfolio({ evenChanged: true })).toMatchObject({ sheets: left, stays: [] });
      expect([k, await sheetNames(host), await namesOf(host)]).toEqual([k, before, []]);
    }
    expect(told).toBeGreaterThan(0);
  },
);

test("a column of a table that was cut off before it got its header goes when everything is removed", async () => {
  const { host: calm } = await table();
  await classifyRows(request);
  const adds = (operations: readonly string[]) => operations.includes("TableColumnCollection.add()");
  const writing = calm.journal.requests.findIndex(({ operations }) => adds(operations)) + 1;
  let unnamed = 0;
  for (let action = 1; action < 25; action++) {
    const { host } = await table();
    host.faults.beforeRequest(writing, () => host.faults.failAction(action));
    host.faults.failFrom(writing + 1);
    await classifyRows(request).catch(() => undefined);
    host.faults.clear();
    const headers = () =>
      list(host)
        .tables.getItem("Deals")
        .columns.items.map(({ name }) => name);
    if (headers().some((header) => header.startsWith("keyfolio."))) unnamed++;
    const { stays } = await removeKeyfolio();
    expect([action, headers(), stays]).toEqual([action, clients[0], []]);
  }
  expect(unnamed).toBeGreaterThan(0);
});

test("a header that Excel numbered, since somebody gave hers the same one, is ours all the same", async () => {
  const { host } = await table();
  const run = await classifyRows(request);
  const { columns } = list(host).tables.getItem("Deals");
  columns.getItem("Manager").name = "Action3";
  columns.getItem("Action").name = "Action2";
  const { stays } = await undoRun(run.trace);
  expect(stays).toEqual([]);
  expect(columns.items.map(({ name }) => name)).toEqual(["Client", "Action3", "Sales"]);
});

test("a column of the sheet that was hidden is hidden again though another result column stays in the table", async () => {
  const { host } = await table();
  list(host).getRange("F1").columnHidden = true;
  await classifyRows(request);
  const isHidden = (address: string) => list(host).getRange(address).columnHidden;
  expect(isHidden("F1")).toBe(false);
  const counting = host.workbook.worksheets.getItem("Notes").getRange("B1");
  counting.formulas = [["=COUNTA(Deals[ABC])"]];
  expect(await removeKeyfolio()).toMatchObject({ stays: [{ kind: "referredColumn", header: "ABC" }] });
  const { columns } = list(host).tables.getItem("Deals");
  expect(columns.items.map(({ name }) => name)).toEqual([...clients[0], "ABC"]);
  expect([isHidden("D1"), isHidden("F1")]).toEqual([false, true]);
  counting.clear("Contents");
  expect(await removeKeyfolio()).toMatchObject({ columns: ["ABC"], stays: [] });
  expect([isHidden("D1"), isHidden("F1")]).toEqual([false, true]);
});

test("result cells that somebody has merged go; earlier classes are not written over merged cells", async () => {
  const { host } = await region();
  await classifyRows(request);
  list(host).getRange("C2:C3").values = [[900], [5900]];
  const run = await classifyRows(request);
  list(host).getRange("E2:E3").merge(false);
  expect(await problemOfRun(undoRun(run.trace))).toMatchObject({
    kind: "mergedResults",
    address: "Clients!E2:E3",
  });
  expect((await removeKeyfolio()).stays).toEqual([]);
  expect(await namesOf(host)).toEqual([]);
  expect(list(host).getRange("D1:H7").values!.flat()).toEqual(new Array(35).fill(""));
});
