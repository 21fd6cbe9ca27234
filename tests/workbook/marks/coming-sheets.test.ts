import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { addSampleList, classifyRows, portfolioReport } from "../../../src/workbook";
import { comingName, isComing } from "../../../src/workbook/marks/coming-sheets";
import type { StartedExcel } from "../../excel";
import { type Cell, sheetOf, workbookOf } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook, problemOfRun } from "../session";

const lines: Cell[][] = [
  ["Date", "Invoice", "Client", "Sales"],
  [45_662, "A-1", "Northern Mills", 5200],
  [45_694, "A-2", "Bright Bakery", 800],
  [45_701, "A-3", "Northern Mills", 300],
  [45_731, "A-4", "Bright Bakery", 700],
];

const additions: [name: string, record: WorkbookRecord, add: () => Promise<unknown>][] = [
  ["a report", workbookOf([sheetOf("Clients", clients)]), () => portfolioReport({ ...request, sheet: "Clients" })],
  ["a list of clients", workbookOf([sheetOf("Journal", lines)]), () => classifyRows({ ...request, sheet: "Journal" })],
  ["the sample", workbookOf([sheetOf("Notes", [["mine"]])]), () => addSampleList("en-US")],
]; // prettier-ignore

const sheetNames = ({ sheets }: WorkbookRecord) => sheets.map(({ name }) => name);

describe.each(additions)("when Excel adds a sheet for %s and refuses its mark", (_, record, add) => {
  const [own] = sheetNames(record);
  /** What makes things is a call of `add`: first the sheet, then its mark. */
  const refuseMark = (host: StartedExcel["host"]) => host.faults.failAction(2, "GeneralException", "Add()");

  test("no sheet stays", async () => {
    const { host } = await openWorkbook(record);
    refuseMark(host);
    await problemOfRun(add());
    const after = await host.toRecord();
    expect([sheetNames(after), after.names]).toEqual([[own], []]);
  });

  test("and then answers no more, the sheet is told of, and goes with the next run", async () => {
    const calm = await openWorkbook(record);
    await add();
    const adding = calm.host.journal.requests.findIndex(({ operations }) => operations.includes("WorksheetCollection.add()")); // prettier-ignore
    const whole = sheetNames(await calm.host.toRecord());
    const { host } = await openWorkbook(record);
    host.faults.beforeRequest(adding + 1, () => refuseMark(host));
    host.faults.failFrom(adding + 2);
    const problem = await problemOfRun(add());
    host.faults.clear();
    expect(problem).toMatchObject({ kind: "cutOff", sheets: whole.slice(1) });
    const [, left, ...more] = sheetNames(await host.toRecord());
    expect([isComing(left), more]).toEqual([true, []]);
    await add();
    expect(sheetNames(await host.toRecord())).toEqual(whole);
  });
});

test("the sheet of a list of clients that had just claimed its number when Excel stopped for good goes with the next run", async () => {
  const [, [, record, add]] = additions;
  const calm = await openWorkbook(record);
  await add();
  const adding = calm.host.journal.requests.findIndex(({ operations }) => operations.includes("WorksheetCollection.add()")); // prettier-ignore
  const whole = sheetNames(await calm.host.toRecord());
  const { host } = await openWorkbook(record);
  host.faults.beforeRequest(adding + 1, () => host.faults.failAction(1, "GeneralException", "Delete()")); // prettier-ignore
  host.faults.failFrom(adding + 2);
  expect(await problemOfRun(add())).toMatchObject({ kind: "cutOff", sheets: whole.slice(1) });
  host.faults.clear();
  expect((await host.toRecord()).names.map(({ name }) => name)).toEqual(["keyfolio.clients.1"]);
  await add();
  const after = await host.toRecord();
  expect(sheetNames(after)).toEqual(whole);
  expect(after.names.filter(({ formula }) => formula.includes("#REF!"))).toEqual([]);
  expect(after.names.filter(({ name }) => name.startsWith("keyfolio.clients"))).toHaveLength(1);
});

test("a name under which a sheet comes is told from others, and is no longer than Excel allows", () => {
  const name = comingName("A sheet whose name is as long as possible");
  expect(name.length).toBeLessThanOrEqual(31);
  expect([isComing(name), isComing("Summary (Keyfolio)"), isComing("Summary (Keyfolio 2)")]).toEqual([true, false, false]); // prettier-ignore
});
