import type { SheetRecord } from "../../../src/host/workbook-record";
import { classifyRows } from "../../../src/workbook";
import { sheetOf, sheetWithTable, type Cell } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWithoutCards, problemOfRun, rowsOf } from "../session";
import { oneIn } from "../../moments";

/** Another list that would do as well. */
const others: Cell[][] = [
  ["Customer", "Revenue"],
  ...clients.slice(1).map(([, , sales], i): Cell[] => [`House ${i + 1}`, sales]),
];

const forms: [string, (rows: Cell[][]) => SheetRecord][] = [
  ["a region", (rows) => sheetOf("Clients", rows)],
  ["a table", (rows) => sheetWithTable("Clients", "Deals", rows)],
];

describe.each(forms)(
  "a run on %s, with no list named, works on the list that it began with",
  (_, sheetWith) => {
    test("stops when its sheet is deleted, before whichever request, and leaves the other list alone", async () => {
      // The first three requests find the list.
      for (const k of [4, 5]) {
        const { host } = await openWithoutCards([sheetWith(clients), sheetOf("Others", others)]);
        host.faults.beforeRequest(k, () => host.workbook.worksheets.getItem("Clients").delete());
        const problem = await problemOfRun(classifyRows(request));
        expect(host.faults.pending).toBe(false);
        expect(["sourceGone", "office"]).toContain(problem.kind);
        const { sheets, names, settings } = await host.toRecord();
        expect(sheets.map((sheet) => rowsOf(sheet))).toEqual([others]);
        expect([names, settings]).toEqual([[], {}]);
      }
    });

    test("goes on there while a row goes and the user goes to another sheet, before whichever request", async () => {
      for (let [k, isOver] = [3, false]; !isOver; k += oneIn(3)) {
        const { host } = await openWithoutCards([sheetWith(clients), sheetOf("Others", others)]);
        host.faults.beforeRequest(k, () => {
          host.workbook.worksheets.getItem("Clients").getRange("5:5").delete("Up");
          host.workbook.worksheets.getItem("Others").activate();
        });
        const { list } = await classifyRows(request);
        isOver = host.faults.pending;
        expect([k, list.sheet]).toEqual([k, "Clients"]);
        const { sheets } = await host.toRecord();
        expect(rowsOf(sheets[1])).toEqual(others);
      }
    });

    test("goes on there while the user goes to another sheet and a repeat is forced", async () => {
      for (const k of [4, 5]) {
        const { host } = await openWithoutCards([sheetWith(clients), sheetOf("Others", others)]);
        host.faults.beforeRequest(k, () => {
          host.workbook.worksheets.getItem("Clients").getRange("C5").values = [[901]];
          host.workbook.worksheets.getItem("Others").activate();
        });
        const { list, written } = await classifyRows(request);
        expect([list.sheet, written.added.length]).toEqual(["Clients", 5]);
        const { sheets } = await host.toRecord();
        expect(rowsOf(sheets[1])).toEqual(others);
      }
    });
  },
);

test("a run on one of two regions goes on there while the user selects the other and a repeat is forced", async () => {
  const rows = clients.map((row, i) => [...row, ...Array.from({ length: 12 }, () => null), ...others[i]]);
  const { host } = await openWithoutCards([sheetOf("Clients", rows)]);
  const sheet = host.workbook.worksheets.getItem("Clients");
  sheet.getRange("B4").select();
  host.faults.beforeRequest(5, () => {
    sheet.getRange("C5").values = [[901]];
    sheet.getRange("Q4").select();
  });
  expect((await classifyRows(request)).list.left).toBe(0);
  expect(rowsOf((await host.toRecord()).sheets[0], 15)).toEqual(others);
});

test("a run on one of two regions goes on there while a row goes and the user selects the other, before whichever request", async () => {
  const rows = clients.map((row, i) => [...row, ...Array.from({ length: 12 }, () => null), ...others[i]]);
  for (let [k, isOver] = [3, false]; !isOver; k += oneIn(3)) {
    const { host } = await openWithoutCards([sheetOf("Clients", rows)]);
    const sheet = host.workbook.worksheets.getItem("Clients");
    sheet.getRange("Q4").select();
    host.faults.beforeRequest(k, () => {
      sheet.getRange("5:5").delete("Up");
      sheet.getRange("B4").select();
    });
    const { list } = await classifyRows(request);
    isOver = host.faults.pending;
    expect([k, list.left]).toEqual([k, 15]);
  }
});

test("a column that comes while the list is looked for sends no run to another list of the sheet", async () => {
  const plan: Cell[][] = [
    ["Quarter", "Plan"],
    ["Q1", 111],
    ["Q2", 222],
  ];
  const rows = [
    ...clients.map(([client, manager, sales], i) => [i === 0 ? "Code" : `K-${i}`, client, manager, sales]),
    [],
    [],
    ...plan,
  ];
  for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
    const { host } = await openWithoutCards([sheetOf("Clients", rows, {}, { row: 2, column: 0 })]);
    const sheet = host.workbook.worksheets.getItem("Clients");
    host.faults.beforeRequest(k, () => {
      sheet.getRange("D:D").insert("Right");
      sheet.getRange("D3").values = [["Town"]];
    });
    const { list } = await classifyRows(request);
    isOver = host.faults.pending;
    expect([k, list.top]).toEqual([k, 2]);
    const after = rowsOf((await host.toRecord()).sheets[0]);
    expect(after.slice(-3).map((row) => row.filter((cell) => cell !== null))).toEqual(plan);
  }
});

test("a region that somebody makes a table meanwhile gets its columns in the table, whichever request was just sent", async () => {
  for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
    const { host } = await openWithoutCards([sheetOf("Clients", clients)]);
    const sheet = host.workbook.worksheets.getItem("Clients");
    host.faults.beforeRequest(k, () => {
      if (sheet.getRange("D1").values![0][0] === "") sheet.tables.add(sheet.getRange("A1:C7"), true);
    });
    await classifyRows(request);
    isOver = host.faults.pending;
    await classifyRows(request);
    const headers = [...clients[0], "Share", "Status", "ABC", "Reason", "Action"];
    const [{ tables, cells }] = (await host.toRecord()).sheets;
    const shown = cells.filter(({ row }) => row === 0).map(({ value }) => value);
    expect([k, shown]).toEqual([k, headers]);
    if (tables.length > 0) expect([k, tables[0].columns.map(({ name }) => name)]).toEqual([k, headers]);
  }
});
