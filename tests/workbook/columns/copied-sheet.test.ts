import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { classifyRows } from "../../../src/workbook";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import type { StartedExcel } from "../../excel";
import { sheetOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWithoutCards, ordered, problemOfRun, rowsOf } from "../session";
import { momentsBetween } from "../../moments";

/** A copy of a sheet with a list and its classes, in which an amount has changed since: the marks belong to the sheet. One of them is dead. */
async function copied(): Promise<WorkbookRecord> {
  const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
  await classifyRows(request);
  host.workbook.worksheets.getItem("Clients").getRange("C2:C3").values = [[900], [5900]];
  const record = await host.toRecord();
  const [mark] = record.names;
  const dead = { ...mark, name: "keyfolio.xyz.r1", formula: "=#REF!" };
  return { ...record, names: [...record.names, dead].map((name) => ({ ...name, scope: "Clients" })) };
}

const renames = ({ host: { workbook } }: StartedExcel) =>
  void (workbook.worksheets.getItem("Clients").name = "Kunden");

/** Requests of a run, the last of which that writes into the list is `writing`. */
async function requestsOf(record: WorkbookRecord): Promise<{ count: number; writing: number }> {
  const { host } = await openWithoutCards(record);
  host.journal.clear();
  await classifyRows(request);
  const { requests } = host.journal;
  const writes = requests.findLastIndex(({ operations }) => operations.includes("Range.values="));
  return { count: requests.length, writing: writes + 1 };
}

describe("on a copied sheet that somebody renames", () => {
  test("a run writes the classes into the columns that are there, whichever request was just sent", async () => {
    const record = await copied();
    const { count } = await requestsOf(record);
    for (const k of momentsBetween(1, count)) {
      const excel = await openWithoutCards(record);
      excel.host.faults.beforeRequest(k, () => renames(excel));
      const { written } = await classifyRows(request);
      expect([k, written.added]).toEqual([k, []]);
      const [sheet] = (await excel.host.toRecord()).sheets;
      expect(rowsOf(sheet)[0]).toEqual([...clients[0], "Share", "Status", "ABC", "Reason", "Action"]);
    }
  });

  test("a run that goes back gives the classes back, and says nothing of any that stand there", async () => {
    const record = await copied();
    const { writing } = await requestsOf(record);
    for (let k = 0; k <= 5; k++) {
      const excel = await openWithoutCards(record);
      const { faults, workbook } = excel.host;
      const stop = new AbortController();
      faults.beforeRequest(writing, () => {
        workbook.worksheets.getItem("Clients").getRange("C7").values = [[301]];
        stop.abort();
      });
      faults.beforeRequest(writing + k, () => renames(excel));
      const { kind } = await problemOfRun(classifyRows(request, { signal: stop.signal }));
      expect([k, kind, faults.pending]).toEqual([k, "cancelled", false]);
      const before = rowsOf(record.sheets[0]);
      before.at(-1)![2] = 301;
      expect(rowsOf((await excel.host.toRecord()).sheets[0])).toEqual(before);
    }
  });

  test.each([
    ["before it begins", 0],
    ["on the way", 6],
  ])("undoing a run gives back what stood there, marks included: %s", async (_, k) => {
    const record = await copied();
    const excel = await openWithoutCards(record);
    const { trace } = await classifyRows(request);
    if (k === 0) renames(excel);
    else excel.host.faults.beforeRequest(k, () => renames(excel));
    expect(await undoRun(trace)).toMatchObject({ stays: [] });
    const now = await excel.host.toRecord();
    expect(rowsOf(now.sheets[0])).toEqual(rowsOf(record.sheets[0]));
    expect(now.names.map(({ name, scope }) => [name, scope]).sort()).toEqual(
      record.names.map(({ name }) => [name, "Kunden"]).sort(),
    );
  });

  test("removing everything takes all of it, whichever request was just sent", async () => {
    const record = await copied();
    const calm = await openWithoutCards(record);
    calm.host.journal.clear();
    await removeKeyfolio();
    for (const k of momentsBetween(1, calm.host.journal.requests.length)) {
      const excel = await openWithoutCards(record);
      excel.host.faults.beforeRequest(k, () => renames(excel));
      expect([k, (await removeKeyfolio()).stays]).toEqual([k, []]);
      const { names, sheets } = ordered(await excel.host.toRecord());
      expect(names).toEqual([]);
      expect(rowsOf(sheets[0])[0]).toEqual(clients[0]);
    }
  });

  test("a run can be undone though another sheet is gone on which a name had lost its cells", async () => {
    const record = await copied();
    const other = { ...record.names.at(-1)!, scope: "Other" };
    const names = record.names
      .map((name) => ({ ...name, scope: null }))
      .filter(({ formula }) => formula !== other.formula);
    const sheets = [sheetOf("Other", [["mine"]]), ...record.sheets];
    const { host } = await openWithoutCards({ ...record, sheets, names: [...names, other] });
    host.workbook.worksheets.getItem("Other").activate();
    const { trace } = await classifyRows({ ...request, sheet: "Clients" });
    host.workbook.worksheets.getItem("Other").delete();
    expect(await undoRun(trace)).toMatchObject({ stays: [] });
    expect(rowsOf((await host.toRecord()).sheets[0])).toEqual(rowsOf(record.sheets[0]));
  });
});
