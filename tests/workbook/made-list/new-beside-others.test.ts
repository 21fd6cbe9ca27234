import type { StartedExcel } from "../../excel";
import { classifyRows } from "../../../src/workbook";
import type { Problem } from "../../../src/portfolio";
import { limits } from "../../../src/workbook/cells/read-rows";
import { type Cell, sheetOf } from "../../workbook-records";
import { request } from "../lists";
import { columnOf, openWorkbook } from "../session";

const lines: Cell[][] = [
  ["Date", "Invoice", "Client", "Sales"],
  ...Array.from({ length: 8 }, (_, i): Cell[] => [
    45_662 + 9 * (i % 4),
    `A-${i}`,
    `Client ${i % 5}`,
    100 + 50 * i,
  ]),
];
const amounts = { "Client 0": 450, "Client 1": 550, "Client 2": 650, "Client 3": 250, "Client 4": 300 };

type Host = StartedExcel["host"];
const sheetIn = (host: Host) => host.workbook.worksheets.getItemOrNullObject("Clients");
const opened = async () => (await openWorkbook([sheetOf("Journal", lines)])).host;
const run = () =>
  classifyRows({ ...request, sheet: "Journal" }).then(
    () => null,
    (error: unknown) => (error as Problem).detail,
  );
const textsIn = async (host: Host) =>
  (await host.toRecord()).sheets.flatMap(({ cells }) => cells.map(({ value }) => value));

const { madeBytes } = limits;
afterEach(() => {
  limits.madeBytes = madeBytes;
});

/** What somebody does on the new sheet as soon as it is there; and what she has typed. */
const deeds: Record<string, (host: Host) => void> = {
  "types beside the list": (host) => (sheetIn(host)!.getRange("Z3").values = [["hers"]]),
  "types below the list": (host) => (sheetIn(host)!.getRange("A40").values = [["hers"]]),
  "inserts a row above the list": (host) => {
    sheetIn(host)!.getRange("1:1").insert("Down");
    sheetIn(host)!.getRange("A1").values = [["hers"]];
  },
  "writes a note into a sheet that holds nothing yet": (host) => {
    const sheet = sheetIn(host)!;
    if (sheet.tables.items.length === 0) sheet.getRange("B2").values = [["hers"]];
    else sheet.getRange("Z3").values = [["hers"]];
  },
};

describe.each([
  ["in one request", madeBytes],
  ["in several requests", 120],
])("a list of clients that comes %s while somebody", (_, bytes) => {
  test.each(Object.entries(deeds))("%s stands whole beside what is hers", async (__, deed) => {
    let acted = 0;
    for (let k = 1; ; k++) {
      limits.madeBytes = bytes;
      const host = await opened();
      let isActed = false;
      host.faults.beforeRequest(k, () => {
        if (!sheetIn(host)) return;
        deed(host);
        isActed = true;
      });
      const problem = await run();
      if (host.faults.pending) break;
      if (!isActed) continue;
      acted++;
      expect([k, await textsIn(host)]).toEqual([k, expect.arrayContaining(["hers"])]);
      if (problem) expect([k, problem]).toEqual([k, { kind: "cellsToTheRight", address: "Clients!Z3" }]);
      const [table] = sheetIn(host)!.tables.items;
      const body = (header: string) => table.columns.getItem(header).getDataBodyRange().values!.flat();
      const sums = table.columns.items
        .filter(({ name }) => / 20\d\d$/.test(name))
        .map(({ name }) => body(name) as number[]);
      const shown = body("Client").map((client, row) => [client, sums.reduce((sum, of) => sum + of[row], 0)]);
      expect([k, Object.fromEntries(shown)]).toEqual([k, amounts]);
    }
    expect(acted).toBeGreaterThan(2);
  });
});

test("a sheet on which somebody has written goes in no run that fails, whatever the moment", async () => {
  let failed = 0;
  for (let k = 1; ; k++) {
    const host = await opened();
    let isTyped = false;
    host.faults.beforeRequest(k, () => {
      if (!sheetIn(host)) return;
      sheetIn(host)!.getRange("B2").values = [["hers"]];
      isTyped = true;
    });
    host.faults.failRequest(k);
    const problem = await run();
    if (host.faults.pending) break;
    if (!problem || !isTyped) continue;
    failed++;
    expect([k, await textsIn(host)]).toEqual([k, expect.arrayContaining(["hers"])]);
  }
  expect(failed).toBeGreaterThan(1);
});

test("a sheet on which somebody writes while it is taken away again comes again, whatever the moment", async () => {
  const host = await opened();
  let stands = 0;
  for (let k = 1; k < 60; k++)
    host.faults.beforeRequest(k, () => {
      if (sheetIn(host) && stands === 0) stands = k;
    });
  await run();
  let typed = 0;
  for (let later = 1; later < 12; later++) {
    const { host: other } = await openWorkbook([sheetOf("Journal", lines)]);
    let isTyped = false;
    other.faults.failRequest(stands);
    other.faults.beforeRequest(stands + later, () => {
      if (!sheetIn(other)) return;
      sheetIn(other)!.getRange("B2").values = [["hers"]];
      isTyped = true;
    });
    const problem = await run();
    if (!isTyped) continue;
    typed++;
    expect([later, await textsIn(other)]).toEqual([later, expect.arrayContaining(["hers"])]);
    expect(problem).toMatchObject({ kind: "cutOff", sheets: ["Clients"] });
  }
  expect(typed).toBeGreaterThan(2);
});

test("a list that another run makes under the same number in the same moment stays, with its mark and its record", async () => {
  let met = 0;
  for (let k = 1; ; k++) {
    const host = await opened();
    let isMet = false;
    host.faults.beforeRequest(k, () => {
      if (host.workbook.names.items.some(({ name }) => /clients\.1$/.test(name))) return;
      const sheet = host.workbook.worksheets.add("Theirs");
      sheet.getRange("A1:A2").values = [["Client"], ["Theirs"]];
      host.workbook.names.add("keyfolio.clients.1", sheet.getRange("A1"));
      const { id: tableId } = sheet.tables.add("A1:A2", true);
      const theirs = { version: 1, tableId, origin: [{ sheet: "Other" }], columns: [] };
      host.workbook.settings.add("keyfolio.clients.1", theirs);
      isMet = true;
    });
    await run();
    if (host.faults.pending) break;
    if (!isMet) continue;
    met++;
    const record = await host.toRecord();
    expect([k, record.sheets.map(({ name }) => name)]).toEqual([k, expect.arrayContaining(["Theirs"])]);
    expect([k, record.names.map(({ name }) => name)]).toEqual([
      k,
      expect.arrayContaining(["keyfolio.clients.1"]),
    ]);
    expect([k, record.settings["keyfolio.clients.1"]]).toMatchObject([k, { origin: [{ sheet: "Other" }] }]);
  }
  expect(met).toBeGreaterThan(3);
});

test("a sheet that somebody protects as soon as it is there is not told as a protected workbook", async () => {
  const kinds = new Set<string>();
  for (let k = 1; ; k++) {
    limits.madeBytes = 120;
    const host = await opened();
    host.faults.beforeRequest(k, () => sheetIn(host)?.protection.protect());
    const problem = await run();
    if (host.faults.pending) break;
    if (problem) kinds.add(problem.kind);
  }
  expect(kinds.size).toBeGreaterThan(0);
  expect([...kinds]).not.toContain("protectedWorkbook");
});

test("classes stand beside the clients in the end", async () => {
  limits.madeBytes = 120;
  const host = await opened();
  expect(await run()).toBeNull();
  const clients = (await host.toRecord()).sheets.find(({ name }) => name === "Clients")!;
  expect(columnOf(clients, "Status")).toHaveLength(5);
});
