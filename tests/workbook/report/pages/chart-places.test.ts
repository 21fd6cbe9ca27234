import { openWorkbook } from "../../session";
import { classified, portfolioRows } from "../classified";
import { report, userSheet } from "../written";

async function reported() {
  const excel = await openWorkbook([userSheet()]);
  await report(excel, classified(portfolioRows(40)));
  return excel;
}
type Excel = Awaited<ReturnType<typeof reported>>;

/** Columns of a chart's data that stand right of the printed page, by sheet. */
async function dataColumns({ host }: Excel) {
  const { sheets } = await host.toRecord();
  return sheets.flatMap((sheet) => {
    const area = sheet.page.printArea;
    if (!area) return [];
    const right = area.column + area.columns;
    const last = Math.max(...sheet.cells.map(({ column }) => column));
    const hidden = new Set(sheet.columns.filter((column) => column.hidden).map(({ index }) => index));
    const beside = Array.from({ length: Math.max(0, last - right + 1) }, (_, i) => right + i).filter(
      (column) => sheet.cells.some((cell) => cell.column === column && cell.value !== undefined),
    );
    return [{ name: sheet.name, area, beside, hidden }];
  });
}

test("no chart reaches beyond the printed page, and what it is drawn from is out of sight", async () => {
  const excel = await reported();
  const found = await dataColumns(excel);
  let charts = 0;
  for (const { name, area, beside, hidden } of found) {
    const sheet = excel.host.workbook.worksheets.getItem(name);
    const page = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
    for (const chart of sheet.charts.items) {
      charts++;
      expect([name, chart.left >= page.left - 0.5]).toEqual([name, true]);
      expect([name, chart.left + chart.width <= page.left + page.width + 0.5]).toEqual([name, true]);
      expect([name, chart.top + chart.height <= page.top + page.height + 0.5]).toEqual([name, true]);
      expect([name, chart.plotVisibleOnly]).toEqual([name, false]);
    }
    expect([name, beside.filter((column) => !hidden.has(column))]).toEqual([name, []]);
    expect([name, [...hidden].filter((column) => column < area.column + area.columns)]).toEqual([name, []]);
  }
  expect(charts).toBeGreaterThan(6);
  expect(found.some(({ beside }) => beside.length > 0)).toBe(true);
});

test("whoever shows the data of a chart again sees it after the next report, too", async () => {
  const excel = await reported();
  const { name, beside } = (await dataColumns(excel)).find((sheet) => sheet.beside.length > 0)!;
  const sheet = excel.host.workbook.worksheets.getItem(name);
  sheet.getRangeByIndexes(0, beside[0], 1, beside.at(-1)! - beside[0] + 1).columnHidden = false;
  await report(excel, classified(portfolioRows(40)));
  const again = (await dataColumns(excel)).find((each) => each.name === name)!;
  expect(again.beside.filter((column) => again.hidden.has(column))).toEqual([]);
});

test("the Pareto ends with the others beside the second axis", async () => {
  const { host } = await reported();
  const chart = host.workbook.worksheets.getItem("Dependency").charts.getItem("Keyfolio Pareto");
  const line = (await host.toRecord()).sheets
    .find(({ name }) => name === "Dependency")!
    .charts.find(({ id }) => id === chart.id)!;
  expect(line.axes.secondaryValue).toMatchObject({ visible: true, minimum: 0, maximum: 1 });
  const [cumulative] = line.series.filter(({ secondaryAxis }) => secondaryAxis);
  const [, from, to] = /\$(\d+):\$\w+\$(\d+)$/.exec(cumulative.values!)!;
  expect(Number(to) - Number(from) + 1).toBe(31);
});
