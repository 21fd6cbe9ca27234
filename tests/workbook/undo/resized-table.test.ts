import { classifyRows } from "../../../src/workbook";
import type { ExcelHost } from "../../../src/host/excel-host";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request } from "../lists";
import { openWorkbook, ordered } from "../session";
import { ways } from "../ways-back";
import { oneIn } from "../../moments";

const open = () => openWorkbook([sheetWithTable("Clients", "Deals", clients), sheetOf("Notes", [["mine"]])]);
const resize = ({ workbook }: ExcelHost, address: string) => workbook.tables.getItem("Deals").resize(address);

test.each(ways)(
  "columns that a table made narrower leaves out go with all that they look like when they are %s",
  async (_, back) => {
    const { host } = await open();
    const before = ordered(await host.toRecord());
    const run = await classifyRows(request);
    resize(host, "A1:C7");
    expect((await back(run)).stays).toEqual([]);
    expect(ordered(await host.toRecord())).toEqual(before);
  },
);

const results = ({ workbook }: ExcelHost, address = "D6:H7") =>
  workbook.worksheets.getItem("Clients").getRange(address).values!;
const blank = Array.from({ length: 2 }, () => Array<string>(5).fill(""));

describe("below a table made shorter", () => {
  test.each(ways)("results go with all that they look like when they are %s", async (_, back) => {
    const { host } = await open();
    resize(host, "A1:C5");
    const before = ordered(await host.toRecord());
    resize(host, "A1:C7");
    const run = await classifyRows(request);
    resize(host, "A1:H5");
    expect((await back(run)).stays).toEqual([]);
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("the next run clears what stands there of ours", async () => {
    const { host } = await open();
    await classifyRows(request);
    resize(host, "A1:H5");
    await classifyRows(request);
    const range = host.workbook.worksheets.getItem("Clients").getRange("D6:D7");
    expect([results(host), range.numberFormat]).toEqual([blank, [["General"], ["General"]]]);
    expect(results(host, "A6:C7")).toEqual(clients.slice(5));
  });

  test.each(ways)(
    "what somebody has written among results stays, and is told, when they are %s",
    async (_, back) => {
      const { host } = await open();
      const run = await classifyRows(request);
      resize(host, "A1:H5");
      host.workbook.worksheets.getItem("Clients").getRange("H6").values = [["ask Anna"]];
      const before = results(host);
      const { stays } = await back(run);
      expect(stays).toContainEqual({ kind: "cells", header: "Action", address: "Clients!H6", count: 1 });
      expect(results(host)).toEqual(before);
    },
  );

  test.each(ways)("cells of another table stay when results are %s", async (_, back) => {
    const { host } = await open();
    const run = await classifyRows(request);
    resize(host, "A1:H5");
    host.workbook.worksheets.getItem("Clients").tables.add("D6:H7", true);
    const before = results(host);
    await back(run);
    expect(results(host)).toEqual(before);
  });

  test("what somebody types there in the moment in which it is cleared stays", async () => {
    for (let [k, isOver] = [1, false]; !isOver; k += oneIn(3)) {
      const { host } = await open();
      const { trace } = await classifyRows(request);
      resize(host, "A1:H5");
      const sheet = host.workbook.worksheets.getItem("Clients");
      host.faults.beforeRequest(k, () => void (sheet.getRange("E6").values = [["ask Anna"]]));
      await undoRun(trace);
      isOver = host.faults.pending;
      host.faults.clear();
      if (!isOver) expect([k, results(host)[0][1]]).toEqual([k, "ask Anna"]);
    }
  });
});
