import { inkOn, palette } from "../page/palette";
import type { Area, Content, Page } from "../page/page";

/** One series. `values` and `categories` (x values of a scatter) are areas of the sheet. */
export interface SeriesPlan {
  name: string;
  type:
    "ColumnStacked" | "ColumnClustered" | "BarClustered" | "Line" | "XYScatter" | "XYScatterLinesNoMarkers";
  values: Area;
  categories: Area;
  secondary?: boolean;
  /** Fill of columns and markers, or the colour of a line; null = not to be seen, what stands on it floats. */
  color: string | null;
  /** Number format of the figure at each column or bar; none without. */
  figures?: string;
  dashed?: boolean;
  marker?: number;
  /** Text beside a point, by the point's index. */
  labels?: ReadonlyMap<number, { text: string; position: "Right" | "Left" | "Top" | "Bottom" }>;
}

export interface AxisPlan {
  title?: string;
  minimum?: number;
  maximum?: number;
  step?: number;
  format?: string;
  gridlines?: boolean;
  /** Degrees, counter-clockwise. */
  rotation?: number;
  /** Of the letters, in points. */
  size?: number;
}

/** A native chart over a block of cells. Its name is its identity from run to run. */
export interface ChartPlan {
  name: string;
  title: string;
  type: SeriesPlan["type"];
  place: Area;
  series: readonly SeriesPlan[];
  category: AxisPlan;
  value: AxisPlan;
  secondary?: AxisPlan;
  gapWidth?: number;
  /** One series needs no legend; true unless told otherwise. */
  legend?: boolean;
  /** Size of the title in points; 12 unless told otherwise. */
  titleSize?: number;
}

const fontSize = 9;

/**
 * Chart data that stands in no visible table: quiet cells in hidden columns right of the print area, under their own heading.
 * Returns one area per column, without its title.
 */
export function addChartData(
  page: Page,
  row: number,
  offset: number,
  heading: string,
  columns: readonly { title: string; values: readonly Content[]; format?: string }[],
): Area[] {
  const left = page.widths.length + 1 + offset;
  const quiet = { size: 8, color: palette.cut };
  page.put(row, left, heading, { ...quiet, italic: true });
  return columns.map(({ title, values, format }, index) => {
    const column = left + index;
    page.put(row + 1, column, title);
    values.forEach((value, at) => page.put(row + 2 + at, column, value));
    const area = { row: row + 2, column, rows: values.length, columns: 1 };
    page.dress({ row: row + 1, column, rows: values.length + 1, columns: 1 }, quiet);
    if (format) page.dress(area, { format });
    return area;
  });
}

/** All charts of the report are named like this. */
export const isOurChart = (name: string) => name.startsWith("Keyfolio ");

/** Makes a chart that is not there yet and loads its series; Excel makes up some from the source, which drawChart() settles. */
export function createChart(
  sheet: Excel.Worksheet,
  plan: ChartPlan,
  rangeOf: (area: Area) => Excel.Range,
): Excel.Chart {
  // "Auto" guesses rows or columns from the shape of the data (office-js #2929).
  const chart = sheet.charts.add(plan.type, rangeOf(plan.series[0].values), "Columns");
  chart.name = plan.name;
  placeChart(chart, plan.place, rangeOf);
  chart.series.load("items/name");
  return chart;
}

/** Lays a chart over a block of cells. */
export function placeChart(
  chart: Excel.Chart,
  { row, column, rows, columns }: Area,
  rangeOf: (area: Area) => Excel.Range,
): void {
  chart.setPosition(
    rangeOf({ row, column, rows: 1, columns: 1 }),
    rangeOf({ row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 }),
  );
}

/** Brings a chart, whose series are loaded, to its plan: series by their order, everything set explicitly. */
export function drawChart(chart: Excel.Chart, plan: ChartPlan, rangeOf: (area: Area) => Excel.Range): void {
  // Their data is hidden.
  chart.plotVisibleOnly = false;
  chart.title.text = plan.title;
  chart.title.visible = true;
  chart.title.format.font.size = plan.titleSize ?? 12;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = palette.ink;
  chart.legend.visible = plan.legend ?? true;
  chart.legend.position = "Bottom";
  chart.legend.format.font.size = fontSize;
  chart.legend.format.font.color = palette.ink;
  chart.format.fill.setSolidColor(palette.white);
  chart.format.border.lineStyle = "None";

  const existing = chart.series.items;
  for (let index = existing.length - 1; index >= plan.series.length; index--) existing[index].delete();
  plan.series.forEach((seriesPlan, index) => {
    const series = index < existing.length ? existing[index] : chart.series.add(seriesPlan.name);
    drawSeries(series, seriesPlan, rangeOf);
    if (plan.gapWidth !== undefined && isColumns(seriesPlan)) {
      series.gapWidth = plan.gapWidth;
      if (seriesPlan.type === "ColumnStacked") series.overlap = 100;
    }
  });
  drawAxis(chart.axes.categoryAxis, plan.category);
  drawAxis(chart.axes.valueAxis, plan.value);
  if (plan.type === "XYScatter") scaleAxis(chart.axes.categoryAxis, plan.category);
  scaleAxis(chart.axes.valueAxis, plan.value);
  if (plan.secondary) {
    const axis = chart.axes.getItem("Value", "Secondary");
    drawAxis(axis, plan.secondary);
    scaleAxis(axis, plan.secondary);
  }
}

const isColumns = ({ type }: SeriesPlan) => type.startsWith("Column") || type.startsWith("Bar");

function drawSeries(series: Excel.ChartSeries, plan: SeriesPlan, rangeOf: (area: Area) => Excel.Range): void {
  series.name = plan.name;
  series.chartType = plan.type;
  series.axisGroup = plan.secondary ? "Secondary" : "Primary";
  // A new series may carry over the values of another one (office-js #2927).
  series.setValues(rangeOf(plan.values));
  series.setXAxisValues(rangeOf(plan.categories));
  series.hasDataLabels = false;
  if (plan.color === null) {
    series.format.fill.clear();
  } else if (isColumns(plan)) {
    series.format.fill.setSolidColor(plan.color);
    if (plan.figures !== undefined) {
      series.hasDataLabels = true;
      series.dataLabels.showValue = true;
      series.dataLabels.numberFormat = plan.figures;
      series.dataLabels.format.font.size = 8;
      const isStacked = plan.type === "ColumnStacked";
      if (!isStacked) series.dataLabels.position = "OutsideEnd";
      series.dataLabels.format.font.color = isStacked ? inkOn(plan.color) : palette.ink;
    }
  } else if (plan.type === "XYScatter") {
    series.markerStyle = "Circle";
    series.markerSize = plan.marker ?? 7;
    series.markerBackgroundColor = plan.color;
    series.markerForegroundColor = palette.white;
  } else {
    series.markerStyle = plan.marker ? "Circle" : "None";
    if (plan.marker) {
      series.markerSize = plan.marker;
      series.markerBackgroundColor = plan.color;
      series.markerForegroundColor = plan.color;
    }
    series.smooth = false;
    series.format.line.color = plan.color;
    series.format.line.weight = plan.dashed ? 1.25 : 2;
    series.format.line.lineStyle = plan.dashed ? "Dash" : "Continuous";
  }
  plan.labels?.forEach(({ text, position }, index) => {
    const point = series.points.getItemAt(index);
    point.hasDataLabel = true;
    // A text that begins with "=" would be taken as a reference to a cell.
    point.dataLabel.text = text.startsWith("=") ? ` ${text}` : text;
    point.dataLabel.position = position;
    point.dataLabel.format.font.size = 8;
    point.dataLabel.format.font.color = palette.ink;
  });
}

function drawAxis(axis: Excel.ChartAxis, plan: AxisPlan): void {
  axis.visible = true;
  axis.format.font.size = plan.size ?? fontSize;
  axis.format.font.color = palette.quiet;
  axis.format.line.color = palette.rule;
  if (plan.title) {
    axis.title.text = plan.title;
    axis.title.format.font.size = fontSize;
    axis.title.format.font.color = palette.quiet;
  }
  axis.title.visible = plan.title !== undefined;
  if (plan.format) axis.numberFormat = plan.format;
  if (plan.rotation !== undefined) axis.textOrientation = plan.rotation;
  axis.majorGridlines.visible = plan.gridlines ?? false;
  if (plan.gridlines) axis.majorGridlines.format.line.color = palette.hair;
}

/** Ends and steps of an axis of numbers; an empty text leaves them to Excel. An axis of names has none. */
function scaleAxis(axis: Excel.ChartAxis, { minimum, maximum, step }: AxisPlan): void {
  axis.minimum = minimum ?? "";
  axis.maximum = maximum ?? "";
  axis.majorUnit = step ?? "";
}
