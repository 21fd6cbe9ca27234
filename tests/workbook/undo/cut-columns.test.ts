import type { ExcelHost } from "../../../src/host/excel-host";
import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { addressOf } from "../../../src/portfolio";
import { classifyRows } from "../../../src/workbook";
import { namedCells } from "../../../src/workbook/marks/named-cells";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { sheetOf } from "../../workbook-records";
import { withCopy } from "../copied-sheet";
import { clients, request } from "../lists";
import { openWorkbook, rowsOf } from "../session";

const opened = () => openWorkbook([sheetOf("Clients", clients), sheetOf("Notes", [["mine"]])]);
const sheetIn = ({ workbook }: Pick<ExcelHost, "workbook">, name: string) =>
  workbook.worksheets.getItem(name);

/** Cuts cells and pastes them elsewhere, as Ctrl+X and Ctrl+V do: names on them go along. */
function cut(host: ExcelHost, [from, area]: [string, string], [to, cell]: [string, string]): void {
  const cells = sheetIn(host, from).getRange(area);
  const first = sheetIn(host, to).getRange(cell);
  const { rowIndex, columnIndex, rowCount, columnCount } = cells;
  const values = cells.values!;
  for (const name of host.workbook.$state.names) {
    const place = namedCells(name.formula);
    if (place?.sheet !== from) continue;
    const [down, right] = [place.area.top - rowIndex, place.area.left - columnIndex];
    if (down < 0 || right < 0 || down >= rowCount || right >= columnCount) continue;
    name.formula = `=${addressOf(to, first.rowIndex + down, first.columnIndex + right)}`;
  }
  cells.clear("Contents");
  sheetIn(host, to).getRangeByIndexes(first.rowIndex, first.columnIndex, rowCount, columnCount).values =
    values;
}

const namesOn = ({ names }: WorkbookRecord) => names.map(({ name, formula }) => `${name}${formula}`);

describe.each<[string, [string, string], string]>([
  ["on another sheet", ["Notes", "C1"], "C1:C7"],
  ["further down on its own", ["Clients", "J10"], "J10:J16"],
])("a result column that somebody has cut out of its list and pasted %s", (_, at, area) => {
  const stands = (host: ExcelHost) => sheetIn(host, at[0]).getRange(area).values!.flat();

  test("stays as it is in the next run, which gives the list another one", async () => {
    const { host } = await opened();
    await classifyRows(request);
    cut(host, ["Clients", "F1:F7"], at);
    const before = stands(host);
    const { trace, written } = await classifyRows({ ...request, sheet: "Clients" });
    expect([written.added, stands(host)]).toEqual([["abc"], before]);
    const { stays } = await undoRun(trace);
    expect([stays, stands(host)]).toEqual([[], before]);
    expect(namesOn(await host.toRecord())).toContain(`keyfolio.abc.r1=${at.join("!")}`);
  });

  test("is told when the run is undone", async () => {
    const { host } = await opened();
    const { trace } = await classifyRows(request);
    cut(host, ["Clients", "F1:F7"], at);
    const before = stands(host);
    expect((await undoRun(trace)).stays).toEqual([
      { kind: "movedColumn", header: "ABC", address: at.join("!") },
    ]);
    expect(stands(host)).toEqual(before);
  });
});

test("a list that somebody has cut to another sheet, whose own she has deleted, loses its columns there when the run is undone", async () => {
  const { host } = await opened();
  const { trace } = await classifyRows(request);
  cut(host, ["Clients", "A1:H7"], ["Notes", "C3"]);
  sheetIn(host, "Clients").delete();
  const { columns, stays } = await undoRun(trace);
  expect([columns, stays]).toEqual([["Share", "Status", "ABC", "Reason", "Action"], []]);
  const { sheets, names } = await host.toRecord();
  expect(rowsOf(sheets[0]).slice(2)).toEqual(clients.map((row) => [null, null, ...row]));
  expect(names).toEqual([]);
});

test("a run on a copy of the sheet that lacks a column leaves that of the original alone", async () => {
  const first = await opened();
  await classifyRows(request);
  const { host } = await openWorkbook(withCopy(await first.host.toRecord(), "Clients"));
  sheetIn(host, "Copy").getRange("F:F").delete("Left");
  const before = rowsOf((await host.toRecord()).sheets[0]);
  const run = () => classifyRows({ ...request, sheet: "Copy" });
  expect((await run()).written.added).toEqual(["abc"]);
  expect((await run()).written.added).toEqual([]);
  expect(rowsOf((await host.toRecord()).sheets[0])).toEqual(before);
  expect((await removeKeyfolio()).stays).toEqual([]);
  const { sheets, names } = await host.toRecord();
  expect([rowsOf(sheets[0]), rowsOf(sheets[2]), names]).toEqual([clients, clients, []]);
});
