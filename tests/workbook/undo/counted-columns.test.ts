import type { ExcelHost } from "../../../src/host/excel-host";
import { classifyRows } from "../../../src/workbook";
import { limits } from "../../../src/workbook/cells/read-rows";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { cells, countedTable, headersNow, list } from "../counted-table";
import { clients, request } from "../lists";
import { openWorkbook, ordered } from "../session";
import { ways } from "../ways-back";
import { oneIn } from "../../moments";

const usual = { ...limits };
afterEach(() => void Object.assign(limits, usual));

const open = () => openWorkbook(countedTable);

/** Enters formulas, and makes a name, that count on the column of statuses, where it stands by then. */
function comesToCount(host: ExcelHost): boolean {
  const isThere = list(host).getRange("E1").values![0][0] === "Status";
  if (!isThere) return false;
  cells(host).formulas = [["=COUNTA(Deals[Status])", "=COUNTA(Clients!E2:E7)"]];
  host.workbook.names.getItem("Standing").formula = "=Clients!$E$2:$E$7";
  return true;
}

describe.each(ways)("while a run into a table is %s", (_, takeBack) => {
  test("a column on which somebody comes to count stays, with what counts on it, whichever request was just sent", async () => {
    let counted = 0;
    for (let [k, isOver] = [1, false]; !isOver; k++) {
      const { host } = await open();
      host.workbook.names.add("Standing", "=1");
      const run = await classifyRows(request);
      let isCounted = false;
      host.faults.beforeRequest(k, () => void (isCounted = comesToCount(host)));
      const { columns, stays } = await takeBack(run);
      isOver = host.faults.pending;
      host.faults.clear();
      const left = isCounted ? ["Status"] : [];
      expect([k, headersNow(host)]).toEqual([k, [...clients[0], ...left]]);
      expect([k, columns]).toEqual([
        k,
        ["Share", "Status", "ABC", "Reason", "Action"].filter((header) => !left.includes(header)),
      ]);
      expect(stays).toMatchObject(
        left.map((header) => ({
          kind: "referredColumn",
          header,
          address: expect.stringMatching(/^Clients![DE]1:[DE]7$/),
          by: expect.arrayContaining(["Notes!B1", "Notes!C1"]),
        })),
      );
      const { names } = await host.toRecord();
      const marks = names.filter(({ name }) => name.startsWith("keyfolio."));
      expect([k, marks.map(({ formula }) => formula)]).toEqual([k, left.map(() => "=Clients!$D$1")]);
      if (!isCounted) continue;
      counted++;
      expect(host.workbook.names.getItem("Standing").formula).toBe("=Clients!$D$2:$D$7");
      list(host).getRange("D2:D7").values = clients.slice(1).map(() => ["A"]);
      await host.toRecord();
      expect([k, cells(host).values]).toEqual([k, [[6, 6]]]);
    }
    expect(counted).toBeGreaterThan(10);
  });

  test("a column of hers in the table that comes to count on one of ours in the last moment still does", async () => {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
      const { host } = await open();
      const run = await classifyRows(request);
      let isCounted = false;
      host.faults.beforeRequest(k, () => {
        const { columns } = host.workbook.tables.getItem("Deals");
        isCounted = columns.items.some(({ name }) => name === "ABC");
        if (isCounted) columns.add(undefined, "=LEN([@ABC])&[@Client]", "Mine");
      });
      await takeBack(run);
      isOver = host.faults.pending;
      host.faults.clear();
      if (!isCounted) continue;
      const { columns } = host.workbook.tables.getItem("Deals");
      expect([k, columns.items.map(({ name }) => name)]).toEqual([k, [...clients[0], "ABC", "Mine"]]);
      const formulas = columns.getItem("Mine").getDataBodyRange().formulas!;
      expect(formulas.flat().filter((formula) => String(formula).includes("#REF!"))).toEqual([]);
    }
  });
});

test("where the user wants even those gone on which something counts, they go, also in the last moment", async () => {
  const { host } = await open();
  const before = ordered(await host.toRecord()).sheets[0];
  await classifyRows(request);
  host.workbook.names.add("Standing", "=1");
  comesToCount(host);
  expect((await removeKeyfolio({ evenChanged: true })).stays).toEqual([]);
  expect(ordered(await host.toRecord()).sheets[0]).toEqual(before);
});

test("where sheets hold too much for a last look, columns are taken back all the same", async () => {
  const { host } = await open();
  const before = ordered(await host.toRecord());
  const { trace } = await classifyRows(request);
  limits.lastLookBytes = 100;
  expect((await undoRun(trace)).stays).toEqual([]);
  expect(ordered(await host.toRecord())).toEqual(before);
});
