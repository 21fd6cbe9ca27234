import { undoRun } from "../../../src/workbook/undo/undo-run";
import { classifyRows } from "../../../src/workbook";
import type { ExcelHost } from "../../../src/host/excel-host";
import { conversions } from "../conversions";
import { request } from "../lists";
import { openWorkbook, ordered } from "../session";

const valuesOf = async (host: ExcelHost) =>
  ordered(await host.toRecord()).sheets[0].cells.map(({ row, column, value }) => [row, column, value]);

describe.each(conversions)("a list that was %s after the run", (_, sheet, convert, back) => {
  test("loses its columns when the run is undone, and nothing else", async () => {
    const { host } = await openWorkbook([sheet]);
    const { trace } = await classifyRows(request);
    convert(host);
    const { columns, stays } = await undoRun(trace);
    expect(columns).toEqual(["Share", "Status", "ABC", "Reason", "Action"]);
    expect(stays).toEqual([]);
    const { sheets, names } = ordered(await host.toRecord());
    expect(names).toEqual([]);
    expect(sheets[0].cells.map(({ value }) => value)).toEqual(sheet.cells.map(({ value }) => value));
    expect(sheets[0].columns ?? []).toEqual([]);
  });

  test.each([
    ["", 1],
    [", also where it is by now what it was", 2],
  ])("gets back the classes of the run before%s", async (__, times) => {
    const { host } = await openWorkbook([sheet]);
    await classifyRows(request);
    host.workbook.worksheets.getItem("Clients").getRange("C2:C3").values = [[700], [6300]];
    const before = await valuesOf(host);
    const { trace } = await classifyRows(request);
    expect(await valuesOf(host)).not.toEqual(before);
    [convert, back].slice(0, times).forEach((each) => each(host));
    expect((await undoRun(trace)).stays).toEqual([]);
    expect(await valuesOf(host)).toEqual(before);
  });
});
