import type { ExcelHost } from "../../../src/host/excel-host";
import { classifyRows } from "../../../src/workbook";
import { removeKeyfolio } from "../../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../../src/workbook/undo/undo-run";
import { type Cell, sheetOf, sheetWithTable } from "../../workbook-records";
import { clients, request } from "../lists";
import { added, headers } from "../score-columns/added";
import { firstRequestWith, firstWritingRequest, openWithoutCards, openWorkbook, ordered } from "../session";
import { momentsBetween } from "../../moments";

const results = ["Share", "Status", "ABC", "Reason", "Action"];
/** A width of hers where a column of ours comes, and one right of all. */
const listed = (rows: Cell[][] = clients) => {
  const sheet = sheetWithTable("Clients", "Deals", rows);
  sheet.columns = [
    { index: 5, width: 217 },
    { index: 20, width: 400 },
  ];
  return sheet;
};
const columnsOf = ({ workbook }: ExcelHost) => workbook.worksheets.getItem("Clients").tables.items[0].columns;
const deleteColumn = (host: ExcelHost, header: string) => columnsOf(host).getItem(header).delete();
const widthsBy = async (host: ExcelHost) => {
  const [{ columns, tables }] = (await host.toRecord()).sheets;
  const headerAt = (index: number) => tables[0].columns[index - tables[0].area.column]?.name ?? index;
  return Object.fromEntries(
    columns.filter(({ width }) => width !== undefined).map(({ index, width }) => [headerAt(index), width]),
  );
};

/** Which request of a first run writes, counted from 1. */
async function writingRequest(): Promise<number> {
  const { host } = await openWithoutCards([listed()]);
  host.journal.clear();
  await classifyRows(request);
  return firstWritingRequest(host);
}

describe.each(results)("somebody deletes the column %s of ours from a table", (header) => {
  test("removing everything leaves none of our widths", async () => {
    const { host } = await openWorkbook([listed()]);
    const before = ordered(await host.toRecord());
    await classifyRows(request);
    deleteColumn(host, header);
    await removeKeyfolio();
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("undoing the run leaves none of our widths", async () => {
    const { host } = await openWorkbook([listed()]);
    const before = ordered(await host.toRecord());
    const { trace } = await classifyRows(request);
    deleteColumn(host, header);
    await undoRun(trace);
    expect(ordered(await host.toRecord()).sheets).toEqual(before.sheets);
  });

  test("the next run makes each column as wide as it was, but where a width is hers, and removing leaves none", async () => {
    const { host } = await openWorkbook([listed()]);
    const before = ordered(await host.toRecord());
    await classifyRows(request);
    const wide = await widthsBy(host);
    deleteColumn(host, header);
    await classifyRows(request);
    const again = await widthsBy(host);
    for (const each of results) {
      if (again[each] !== 217 && wide[each] !== 217) expect([each, again[each]]).toEqual([each, wide[each]]);
    }
    expect(Object.values(again).filter((width) => width === 400)).toHaveLength(2);
    await removeKeyfolio();
    expect(ordered(await host.toRecord())).toEqual(before);
  });

  test("while a run is taken back: none of our widths stays", async () => {
    const writing = await writingRequest();
    const { host } = await openWithoutCards([listed()]);
    const before = ordered(await host.toRecord());
    host.faults.loseReply(writing);
    host.faults.beforeRequest(writing + 1, () => deleteColumn(host, header));
    await expect(classifyRows(request)).rejects.toBeDefined();
    expect(ordered(await host.toRecord()).sheets).toEqual(before.sheets);
  });
});

test.each(results.slice(0, -1))("a width of hers stays where another column has come under it, since she deletes the column %s while a run is taken back and repeated", async (header) => {
  const writing = await writingRequest();
  const { host } = await openWithoutCards([listed()]);
  const before = ordered(await host.toRecord());
  const amount = host.workbook.worksheets.getItem("Clients").getRange("C6");
  const [[cell]] = amount.values!;
  host.faults.beforeRequest(writing, () => void (amount.values = [[777]]));
  host.faults.beforeRequest(writing + 1, () => deleteColumn(host, header));
  await classifyRows(request);
  expect(host.faults.pending).toBe(false);
  await removeKeyfolio();
  amount.values = [[cell]];
  expect(ordered(await host.toRecord())).toEqual(before);
}); // prettier-ignore

test("a column of hers amid ours keeps none of our widths once ours have gone", async () => {
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  await classifyRows(request);
  columnsOf(host).add(4, undefined, "Our note");
  await removeKeyfolio();
  const [{ columns, tables }] = (await host.toRecord()).sheets;
  expect(tables[0].columns.map(({ name }) => name)).toEqual([...clients[0], "Our note"]);
  expect(columns.filter(({ width }) => width !== undefined)).toEqual([]);
});

test.each([3, 4, 5, 6, 7])("a column of hers that comes at place %i while a run is taken back keeps none of our widths", async (place) => {
  const writing = await writingRequest();
  const { host } = await openWithoutCards([listed()]);
  const before = ordered(await host.toRecord());
  host.faults.loseReply(writing);
  host.faults.beforeRequest(writing + 1, () => void columnsOf(host).add(place, undefined, "Our note"));
  await classifyRows(request);
  expect(host.faults.pending).toBe(false);
  await removeKeyfolio();
  expect(ordered(await host.toRecord()).sheets[0].columns).toEqual(before.sheets[0].columns);
}); // prettier-ignore

test.each([
  ["results", () => classifyRows(request), 8],
  ["scores", () => added(), 5],
])("a width of hers right of a table stays where she puts a column amid our %s before whichever request that takes them away", async (_, run, right) => {
  const list = sheetWithTable("Clients", "Deals", clients);
  list.columns = [{ index: right, width: 219 }];
  const { host: calm } = await openWorkbook([list]);
  await run();
  calm.journal.clear();
  await removeKeyfolio();
  // What comes in the very request that deletes columns nobody sees.
  const deleting = firstRequestWith(calm, "TableColumn.delete()") - 1;
  expect(deleting).toBeGreaterThan(2);
  for (const k of momentsBetween(1, deleting)) {
    const { host } = await openWorkbook([list]);
    await run();
    host.faults.beforeRequest(k, () => {
      columnsOf(host).add(4, undefined, "Our note");
      // Widths stay where they are: one of ours would be hers.
      host.workbook.worksheets.getItem("Clients").getRange("E1").format.useStandardWidth = true;
    });
    await removeKeyfolio();
    const [{ columns }] = (await host.toRecord()).sheets;
    expect([k, columns.filter(({ width }) => width !== undefined)]).toEqual([k, list.columns]);
  }
}); // prettier-ignore

test("a column for scores that comes again beside a table takes the width over that another one has left", async () => {
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  const before = ordered(await host.toRecord());
  await added();
  deleteColumn(host, headers[0]);
  await added();
  expect(await widthsBy(host)).toEqual(Object.fromEntries(headers.map((header) => [header, 96])));
  await removeKeyfolio();
  expect(ordered(await host.toRecord())).toEqual(before);
});

test.each(results)("without %s the next run makes each column as wide as it was", async (header) => {
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  const before = ordered(await host.toRecord());
  await classifyRows(request);
  const wide = await widthsBy(host);
  deleteColumn(host, header);
  await classifyRows(request);
  expect(await widthsBy(host)).toEqual(wide);
  await removeKeyfolio();
  expect(ordered(await host.toRecord())).toEqual(before);
});

test.each([
  ["deletes one of hers from the table", (host: ExcelHost) => deleteColumn(host, "Manager")],
  ["puts one of hers just left of ours", (host: ExcelHost) => void columnsOf(host).add(3, undefined, "Note")],
])("none of our widths stays where somebody %s", async (_, act) => {
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  await classifyRows(request);
  act(host);
  await removeKeyfolio();
  const [{ columns }] = (await host.toRecord()).sheets;
  expect(columns.filter(({ width }) => width !== undefined)).toEqual([]);
});

test("a width of hers right of a table stays where a column of ours goes with its column of the sheet", async () => {
  const list = sheetWithTable("Clients", "Deals", clients);
  list.columns = [{ index: 8, width: 84 }];
  const { host } = await openWorkbook([list]);
  await classifyRows(request);
  host.workbook.worksheets.getItem("Clients").getRange("E:E").delete("Left");
  await removeKeyfolio();
  const [{ columns }] = (await host.toRecord()).sheets;
  expect(columns.filter(({ width }) => width !== undefined)).toEqual([{ index: 7, width: 84 }]);
});

test("only a column that stands where one was hidden is hidden again", async () => {
  const list = sheetWithTable("Clients", "Deals", clients);
  list.columns = [{ index: 4, hidden: true }];
  const { host } = await openWorkbook([list]);
  await classifyRows(request);
  deleteColumn(host, "Share");
  await removeKeyfolio();
  const [{ columns }] = (await host.toRecord()).sheets;
  expect(columns.filter(({ index, hidden }) => hidden && index !== 4)).toEqual([]);
});

test("columns under a chart of hers keep their widths", async () => {
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  await classifyRows(request);
  const sheet = host.workbook.worksheets.getItem("Clients");
  const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Auto");
  [chart.left, chart.width] = [sheet.getRange("I1").left, 200];
  deleteColumn(host, "Status");
  const { width } = chart;
  await classifyRows(request);
  expect(chart.width).toBe(width);
});

test("the sheet of a table may be renamed in between", async () => {
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients)]);
  await added();
  deleteColumn(host, headers[0]);
  host.workbook.worksheets.getItem("Clients").name = "It's ours";
  await removeKeyfolio();
  const [{ columns }] = (await host.toRecord()).sheets;
  expect(columns.filter(({ width }) => width !== undefined)).toEqual([]);
});

test("a width of hers right of another table stays, though it is as wide as a column for scores that she deleted elsewhere", async () => {
  const other = sheetWithTable("Others", "Firms", clients, { id: 9 });
  other.columns = [{ index: 5, width: 96 }];
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients), other]);
  await added();
  deleteColumn(host, headers[0]);
  await classifyRows({ ...request, sheet: "Others" });
  await removeKeyfolio();
  const [, { columns }] = (await host.toRecord()).sheets;
  expect(columns.filter(({ width }) => width !== undefined)).toEqual([{ index: 5, width: 96 }]);
});

test("a run on another list leaves it to the table's own next run, or to removing, to settle widths", async () => {
  const other = sheetOf("Others", clients);
  const { host } = await openWorkbook([sheetWithTable("Clients", "Deals", clients), other]);
  const before = ordered(await host.toRecord());
  await classifyRows({ ...request, sheet: "Clients" });
  deleteColumn(host, "Status");
  await classifyRows({ ...request, sheet: "Others" });
  await removeKeyfolio();
  expect(ordered(await host.toRecord()).sheets).toEqual(before.sheets);
});
