import { classifyRows } from "../../../src/workbook";
import { type Cell, sheetOf } from "../../workbook-records";
import { request } from "../lists";
import { columnOf, openWorkbook, rowsOf } from "../session";

const lines: Cell[][] = [
  ["Date", "Invoice", "Client", "Sales"],
  [45_662, "A-1", "Northern Mills", 5200],
  [45_694, "A-2", "Bright Bakery", 800],
  [45_695, "A-3", "Quiet Harbour", 450.5],
  [45_701, "A-4", "Northern Mills", 300],
  [45_731, "A-5", "Bright Bakery", 700],
];

test("a list of clients that somebody sorts as soon as it stands there gets each class beside its client, whatever the moment", async () => {
  const wanted = {
    "Northern Mills": "Mono-client",
    "Bright Bakery": "Dependence",
    "Quiet Harbour": "Regular",
  };
  let sorted = 0;
  for (let k = 5; k <= 16; k++) {
    const { host } = await openWorkbook([sheetOf("Journal", lines)]);
    host.faults.beforeRequest(k, () => {
      const table = host.workbook.worksheets.getItemOrNullObject("Clients")?.tables.items.at(0);
      if (!table) return;
      const body = table.getDataBodyRange();
      body.formulas = [...body.formulas!].reverse();
      sorted++;
    });
    await classifyRows(request);
    const clients = (await host.toRecord()).sheets.find(({ name }) => name === "Clients")!;
    const [names, statuses] = [columnOf(clients, "Client"), columnOf(clients, "Status")];
    expect(Object.fromEntries(names.map((name, row) => [name, statuses[row]]))).toEqual(wanted);
  }
  expect(sorted).toBeGreaterThan(2);
});

test("a list that came while somebody protected the structure, and cannot go again, is the list of the next run, whichever request was just sent", async () => {
  let stopped = 0;
  for (let k = 1; ; k++) {
    const { host } = await openWorkbook([sheetOf("Journal", lines)]);
    await classifyRows(request);
    host.workbook.worksheets.getItem("Clients").delete();
    const { protection } = host.workbook;
    host.faults.beforeRequest(k, () => protection.protect());
    const isStopped = await classifyRows({ ...request, sheet: "Journal" }).then(
      () => false,
      () => true,
    );
    if (host.faults.pending) break;
    protection.unprotect();
    if (!isStopped) continue;
    stopped++;
    await classifyRows({ ...request, sheet: "Journal" });
    const { sheets } = await host.toRecord();
    expect([k, sheets.map(({ name }) => name)]).toEqual([k, ["Journal", expect.stringMatching(/^Clients/)]]);
    expect([k, rowsOf(sheets[1])[0]]).toEqual([k, expect.arrayContaining(["Share", "Status"])]);
  }
  expect(stopped).toBeGreaterThan(3);
});
