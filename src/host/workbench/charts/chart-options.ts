import type { EChartsOption, LegendComponentOption, SeriesOption } from "echarts";
import { shownText } from "../../model/sheet/cell-entry";
import type { ChartRecord, SeriesRecord } from "../../workbook-record";
import { categoryAxis, crossesAtEnd, valueAxis } from "./chart-axes";
import { kindOf, seriesOption } from "./chart-series";
import { type ReadCells, type SeriesData, seriesData } from "./referenced-series";
import { sheetFont } from "../sheet-font";
import { pixelsPerPoint, textStyle } from "./text-style";

export interface ChartSurroundings {
  /** BCP 47: dress of the numbers on axes and labels. */
  locale: string;
}

/** A series with its cells. */
interface Plotted {
  series: SeriesRecord;
  data: SeriesData;
  name: string;
}

/**
 * What ECharts draws for a chart of the workbook, as Excel would show it. Pure: the same record over the same cells gives
 * the same options. Sizes are pixels of a chart that is shown at 100 %.
 * @param read the cells behind a reference of the record
 */
export function chartOptions(
  record: ChartRecord,
  read: ReadCells,
  { locale }: ChartSurroundings = { locale: "en-US" },
): EChartsOption {
  const visibleOnly = record.plotVisibleOnly ?? true;
  const plotted = withShares(
    record,
    record.series.map((series) => ({
      series,
      data: seriesData(series, read, visibleOnly),
      name: (series.nameFormula && read(series.nameFormula)?.texts.join(" ")) || series.name,
    })),
  );
  const [first] = record.series;
  const family = first ? kindOf(first, record).family : "bar";
  const isRound = family === "pie" || family === "doughnut";
  return {
    animation: false,
    backgroundColor: record.fill ?? "transparent",
    textStyle: { fontFamily: sheetFont },
    ...titleOption(record),
    legend: { ...legendOption(record), data: inLegend(plotted).map((each) => legendEntry(each, record)) },
    tooltip: {
      trigger: "item",
      confine: true,
      textStyle: { fontFamily: sheetFont, fontSize: 12 },
      formatter: (point) => tooltipText(point as unknown as TooltipPoint, plotted, locale),
    },
    ...(!isRound && axes(record, plotted, family === "scatter", locale)),
    series: plotted.map(({ series, data, name }, index) =>
      seriesOption(series, record, data, index, name, locale),
    ) as SeriesOption[],
  };
}

/** Series that are stacked to 100 % as shares of what stands at their category. */
function withShares(record: ChartRecord, plotted: Plotted[]): Plotted[] {
  const isShare = ({ series }: Plotted) => kindOf(series, record).grouping === "percentStacked";
  const sums = new Map<number, number>();
  for (const { data } of plotted.filter(isShare)) {
    data.values.forEach((value, index) => sums.set(index, (sums.get(index) ?? 0) + Math.abs(value ?? 0)));
  }
  return plotted.map((each) =>
    isShare(each)
      ? {
          ...each,
          data: {
            ...each.data,
            numberFormat: "0%",
            values: each.data.values.map((value, index) =>
              value === null ? null : (sums.get(index) ?? 0) === 0 ? 0 : value / (sums.get(index) ?? 1),
            ),
          },
        }
      : each,
  );
}

function titleOption(record: ChartRecord): EChartsOption {
  const { title } = record;
  return title.visible
    ? { title: { text: title.text, left: "center", top: 8, textStyle: textStyle(title, 14) } }
    : {};
}

function legendOption(record: ChartRecord): LegendComponentOption {
  const { legend } = record;
  const place: Record<string, LegendComponentOption> = {
    Top: { top: titleHeight(record), left: "center" },
    Bottom: { bottom: 6, left: "center" },
    Left: { left: 6, top: "middle", orient: "vertical" },
    Right: { right: 6, top: "middle", orient: "vertical" },
    Corner: { right: 6, top: titleHeight(record), orient: "vertical" },
  };
  return {
    show: legend.visible,
    // A person's click would hide a series here and nowhere else.
    selectedMode: false,
    itemWidth: 22,
    itemHeight: 10,
    textStyle: textStyle(legend, 9),
    ...(place[legend.position] ?? place.Right),
  };
}

/** Excel names what belongs to the secondary axis last. */
function inLegend(plotted: Plotted[]): Plotted[] {
  return plotted.toSorted(
    (one, other) => Number(one.series.secondaryAxis) - Number(other.series.secondaryAxis),
  );
}

/** A line without markers is a stroke in the legend; ECharts would put a marker on it. */
function legendEntry({ series, name }: Plotted, record: ChartRecord): { name: string; icon?: string } {
  const { family, markers, line } = kindOf(series, record);
  const isMarked = (series.marker?.style ?? (markers ? "Automatic" : "None")) !== "None";
  if (family === "line" || (family === "scatter" && line)) {
    const isBroken = (series.line?.style ?? "Continuous") !== "Continuous";
    return isMarked
      ? { name }
      : { name, icon: isBroken ? "path://M0,4H6V6H0ZM8,4H14V6H8ZM16,4H22V6H16Z" : "path://M0,4H22V6H0Z" };
  }
  return family === "scatter" ? { name, icon: "circle" } : { name, icon: "rect" };
}

function titleHeight({ title }: ChartRecord): number {
  return title.visible && !title.overlay ? 8 + (title.size ?? 14) * pixelsPerPoint * 1.5 : 8;
}

function axes(record: ChartRecord, plotted: Plotted[], isScatter: boolean, locale: string): EChartsOption {
  const { category, value, secondaryValue } = record.axes;
  const onAxis = (secondary: boolean) => plotted.filter(({ series }) => series.secondaryAxis === secondary);
  const scaled = (secondary: boolean) => {
    const own = onAxis(secondary);
    return {
      values: heights(record, own),
      numberFormat: own[0]?.data.numberFormat ?? "General",
      locale,
    };
  };
  const isHorizontal = plotted.some(({ series }) => kindOf(series, record).direction === "bar");
  const margins = plotMargins(record);
  if (isScatter) {
    const xValues = plotted.flatMap(({ data }) => data.xValues);
    return {
      grid: margins,
      xAxis: valueAxis(category, crossesAtEnd(value) ? "top" : "bottom", {
        values: xValues,
        numberFormat: "General",
        locale,
      }),
      yAxis: [
        valueAxis(value, crossesAtEnd(category) ? "right" : "left", scaled(false)),
        ...(secondaryValue ? [valueAxis(secondaryValue, "right", scaled(true))] : []),
      ],
    };
  }
  const categories = plotted.reduce<string[]>(
    (longest, { data }) => (data.categories.length > longest.length ? data.categories : longest),
    [],
  );
  const room = (isHorizontal ? record.height : record.width) * pixelsPerPoint * 0.88;
  if (isHorizontal) {
    return {
      grid: margins,
      yAxis: categoryAxis(category, crossesAtEnd(value) ? "right" : "left", categories, room),
      xAxis: [
        valueAxis(value, crossesAtEnd(category) ? "top" : "bottom", scaled(false)),
        ...(secondaryValue ? [valueAxis(secondaryValue, "top", scaled(true))] : []),
      ],
    };
  }
  return {
    grid: margins,
    xAxis: categoryAxis(category, crossesAtEnd(value) ? "top" : "bottom", categories, room),
    yAxis: [
      valueAxis(value, crossesAtEnd(category) ? "right" : "left", scaled(false)),
      ...(secondaryValue
        ? [valueAxis(secondaryValue, crossesAtEnd(category) ? "left" : "right", scaled(true))]
        : []),
    ],
  };
}

/** Room around the plot, within which axes and their titles stand too. */
function plotMargins(record: ChartRecord): object {
  const { legend } = record;
  const isShown = legend.visible && !legend.overlay;
  const line = (legend.size ?? 9) * pixelsPerPoint * 1.5 + 12;
  const longest = Math.max(0, ...record.series.map(({ name }) => name.length));
  const column = longest * (legend.size ?? 9) * pixelsPerPoint * 0.52 + 44;
  return {
    top: titleHeight(record) + (isShown && legend.position === "Top" ? line : 8),
    bottom: isShown && legend.position === "Bottom" ? line : 12,
    left: isShown && legend.position === "Left" ? column : 14,
    right: isShown && (legend.position === "Right" || legend.position === "Corner") ? column : 20,
    outerBoundsMode: "same",
    outerBoundsContain: "all",
    ...(record.plotFill && { show: true, backgroundColor: record.plotFill, borderWidth: 0 }),
  };
}

/** Where the series reach along a value axis: stacked ones as high as their sums. */
function heights(record: ChartRecord, plotted: Plotted[]): number[] {
  const found: number[] = [];
  const stacks = new Map<string, { up: number; down: number }>();
  for (const { series, data } of plotted) {
    const { family, grouping } = kindOf(series, record);
    const isStacked = grouping === "stacked" || grouping === "percentStacked";
    data.values.forEach((value, index) => {
      if (value === null) {
        return;
      }
      if (!isStacked) {
        found.push(value);
        return;
      }
      const key = `${family} ${index}`;
      const stack = stacks.get(key) ?? { up: 0, down: 0 };
      stack[value >= 0 ? "up" : "down"] += value;
      stacks.set(key, stack);
    });
  }
  // A sum of shares is 1 but for the last digit.
  const exact = (sum: number) => Number(sum.toPrecision(12));
  for (const { up, down } of stacks.values()) {
    found.push(exact(up), exact(down));
  }
  return found;
}

interface TooltipPoint {
  seriesIndex: number;
  dataIndex: number;
}

function tooltipText({ seriesIndex, dataIndex }: TooltipPoint, plotted: Plotted[], locale: string): string {
  const { series, data, name } = plotted[seriesIndex];
  const value = data.values[dataIndex];
  const own = series.points.find(({ index }) => index === dataIndex)?.label?.text;
  const heading = own ?? data.categories[dataIndex] ?? "";
  const number = value === null ? "" : shownText(value, data.numberFormat, locale);
  // The tooltip is HTML.
  return [name, heading, number].filter(Boolean).map(escaped).join("<br>");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
