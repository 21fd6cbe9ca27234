import { classifyRows } from "../../../src/workbook";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf, type Cell } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook } from "../session";

const open = async (rows: Cell[][] = clients) => {
  const { host } = await openWorkbook([sheetOf("Clients", rows)]);
  return host.workbook.worksheets.getItem("Clients");
};
const valuesOf = (sheet: Awaited<ReturnType<typeof open>>, address: string) =>
  sheet.getRange(address).values as Cell[][];
const totals = ["Total", "", "=SUM(C2:C7)", "=SUM(D2:D7)", '=COUNTIF(E2:E7,"Key")', "", "", ""];

describe("what somebody types under our columns between two runs", () => {
  test.each([
    ["nothing else", []],
    ["an amount", [["C2", 700]]],
  ] as [string, [string, number][]][])("beside her total stays where she changes %s", async (_, changes) => {
    const sheet = await open();
    await classifyRows(request);
    sheet.getRange("A8:H8").formulas = [totals];
    for (const [address, value] of changes) sheet.getRange(address).values = [[value]];
    const { written } = await classifyRows(request);
    expect(sheet.getRange("A8:H8").formulas).toEqual([totals]);
    expect(written.typedOver).toBeUndefined();
  });

  test("beside her total stays when runs are undone, and when Keyfolio is removed", async () => {
    const sheet = await open();
    const first = await classifyRows(request);
    sheet.getRange("A8:H8").formulas = [totals];
    sheet.getRange("C2").values = [[700]];
    const second = await classifyRows(request);
    await undoRun(second.trace!);
    expect(sheet.getRange("A8:H8").formulas).toEqual([totals]);
    expect(sheet.getRange("D2:E2").values).toEqual([[0.52, "Mono-client"]]);
    const { stays } = await undoRun(first.trace);
    expect(sheet.getRange("A8:H8").formulas).toEqual([totals]);
    // They count on our columns.
    expect(stays).toMatchObject([
      { kind: "referredColumn", header: "Share" },
      { kind: "referredColumn", header: "Status" },
    ]);
    await removeKeyfolio();
    expect(sheet.getRange("A8:H8").formulas).toEqual([totals]);
  });

  test("a whole share beside her total is hers, one of a client who has gone is ours", async () => {
    const sheet = await open();
    await classifyRows(request);
    sheet.getRange("A8:D8").values = [["Total", "", 9_700, 1]];
    sheet.getRange("A7:C7").values = [["", "", ""]];
    await classifyRows(request);
    expect(sheet.getRange("D7:D8").values).toEqual([[""], [1]]);
  });

  test("a note in a row that comes to be a client's is told, and stands again once the run is undone", async () => {
    const sheet = await open();
    sheet.getRange("E10").values = [["ask Anna"]];
    await classifyRows(request);
    sheet.getRange("A8:C11").values = ["One", "Two", "Three", "Four"].map((name) => [name, "Berg", 10]);
    const { written, trace } = await classifyRows(request);
    expect(written.typedOver).toEqual([{ address: "Clients!E10", content: "ask Anna" }]);
    expect(sheet.getRange("E10").values).toEqual([["Regular"]]);
    await undoRun(trace);
    expect(sheet.getRange("E10").values).toEqual([["ask Anna"]]);
  });

  test("results that she has copied down with a row are none", async () => {
    const sheet = await open();
    await classifyRows(request);
    sheet.getRange("A8:H8").values = [["Copied", ...valuesOf(sheet, "B7:H7")[0]] as (string | number)[]];
    expect((await classifyRows(request)).written.typedOver).toBeUndefined();
  });
});

describe("a list of which somebody has moved her own columns alone", () => {
  const taken = ["Share", "Status", "ABC", "Reason", "Action"];
  const turned = [clients[0], ...clients.slice(1).reverse()];
  const shifted = [clients[0], clients[1], ["New", "Berg", 50], ...clients.slice(2)];

  test.each([
    ["sorted", turned],
    ["shifted", shifted],
  ])("%s, it is as before our run once that is undone", async (_, rows) => {
    const sheet = await open();
    const { trace } = await classifyRows(request);
    sheet.getRange(`A1:C${rows.length}`).values = rows as (string | number)[][];
    expect(await undoRun(trace)).toMatchObject({ columns: taken, stays: [] });
    expect(
      valuesOf(sheet, "D1:H8")
        .flat()
        .every((cell) => cell === ""),
    ).toBe(true);
  });

  test("it keeps what stood beside each row before a later run, and a cell that she has typed over", async () => {
    const sheet = await open();
    await classifyRows(request);
    const before = sheet.getRange("D2:H7").values as Cell[][];
    sheet.getRange("C2:C3").values = [[700], [6300]];
    const { trace } = await classifyRows(request);
    sheet.getRange("A1:C7").values = turned as (string | number)[][];
    sheet.getRange("H5").values = [["call him"]];
    const { stays } = await undoRun(trace);
    expect(stays).toMatchObject([{ kind: "cells", header: "Action", address: "Clients!H5", count: 1 }]);
    const after = before.map((row, i) => (i === 3 ? [...row.slice(0, 4), "call him"] : row));
    expect(sheet.getRange("D2:H7").values).toEqual(after);
  });
});

test("results whose header row somebody has deleted are told where they stand", async () => {
  const sheet = await open();
  const { trace } = await classifyRows(request);
  sheet.getRange("1:1").delete("Up");
  sheet.getRange("1:1").insert("Down");
  sheet.getRange("A1:C1").values = [clients[0] as string[]];
  const { columns, stays } = await undoRun(trace);
  expect(columns).toEqual([]);
  expect(stays).toMatchObject([
    { kind: "unmarked", header: "Share", address: "Clients!D2", count: 6 },
    { kind: "unmarked", header: "Status", address: "Clients!E2", count: 6 },
    { kind: "unmarked", header: "ABC", count: 6 },
    { kind: "unmarked", header: "Reason", count: 3 },
    { kind: "unmarked", header: "Action", count: 1 },
  ]);
  sheet.getRange("D2:H7").clear("Contents");
  expect(await undoRun(trace)).toMatchObject({ columns: [], stays: [] });
});

test("a table of her own columns alone has our results beside it", async () => {
  const sheet = await open();
  await classifyRows(request);
  sheet.tables.add("A1:C7", true);
  sheet.getRange("C2").values = [[700]];
  const { written } = await classifyRows(request);
  expect(written).toMatchObject({ added: [], changed: ["share", "status", "abc", "reason", "action"] });
  expect(sheet.getRange("D1:I1").values).toEqual([["Share", "Status", "ABC", "Reason", "Action", ""]]);
  expect(await removeKeyfolio()).toMatchObject({ stays: [] });
  expect(
    valuesOf(sheet, "D1:H7")
      .flat()
      .every((cell) => cell === ""),
  ).toBe(true);
});
