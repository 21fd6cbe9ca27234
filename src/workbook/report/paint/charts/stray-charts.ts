/** Charts that a run made, and was cut off before it could name them: Excel gives them a name like those of the user's charts. */
import { supports } from "../../../api-level";
import { namedCells } from "../../../marks/named-cells";
import { isOurChart } from "./chart";
import type { Area } from "../page/page";

/** A sheet on which a run was cut off. */
export interface UnfinishedSheet {
  sheet: Excel.Worksheet;
  /** Loaded, with their series. */
  charts: readonly Excel.Chart[];
  /** Cells of ours, in the sheet's own coordinates: the page and its chart data. */
  cells: readonly Area[];
}

/** Such a chart, with the cells that it shows, in the sheet's own coordinates. */
export interface StrayChart {
  chart: Excel.Chart;
  source: Area;
}

/** What Excel calls a chart, and the first series of one whose cells have no header: "Chart 3", "Series1", "Ряд1". */
const nameOfExcel = /^\p{L}+ ?\d+$/u;

/**
 * Finds them by what they show: one column of our cells without its header, as only a run takes it. One round trip where a sheet has
 * charts with other names than ours, else none. Before ExcelApi 1.15 no chart says what it shows; then they stay.
 *
 * @returns of each sheet
 */
export async function strayCharts(
  context: Excel.RequestContext,
  sheets: readonly UnfinishedSheet[],
): Promise<ReadonlyMap<Excel.Worksheet, readonly StrayChart[]>> {
  const nameless = sheets.flatMap(({ sheet, charts, cells }) =>
    charts
      .filter(({ name, series: { items } }) => !isOurChart(name) && items.length === 1)
      .filter(({ name, series: { items } }) => nameOfExcel.test(name) && nameOfExcel.test(items[0].name))
      .map((chart) => ({ sheet, chart, cells })),
  );
  const found = new Map<Excel.Worksheet, StrayChart[]>();
  if (nameless.length === 0 || !supports("1.15")) return found;
  const sources = nameless.map(({ chart }) => {
    const dimension = chart.chartType.startsWith("XYScatter") ? "YValues" : "Values";
    return chart.series.items[0].getDimensionDataSourceString(dimension);
  });
  try {
    await context.sync();
  } catch {
    // One that shows no cells.
    return found;
  }
  nameless.forEach(({ sheet, chart, cells }, i) => {
    const source = namedCells(`=${sources[i].value.replace(/^=/, "")}`);
    if (source?.sheet !== sheet.name || source.area.columnCount !== 1) return;
    const { top, left, rowCount } = source.area;
    const isOurs = ({ row, column, rows, columns }: Area) =>
      top >= row && top + rowCount <= row + rows && left >= column && left < column + columns;
    const stray = { chart, source: { row: top, column: left, rows: rowCount, columns: 1 } };
    if (cells.some(isOurs)) found.set(sheet, [...(found.get(sheet) ?? []), stray]);
  });
  return found;
}
