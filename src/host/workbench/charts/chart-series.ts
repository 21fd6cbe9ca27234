import type { SeriesOption } from "echarts";
import { shownText } from "../../model/sheet/cell-entry";
import { chartKinds, type ChartKind } from "../../model/chart/chart-kind";
import type { ChartRecord, PointRecord, SeriesRecord } from "../../workbook-record";
import type { SeriesData } from "./referenced-series";
import { sheetFont } from "../sheet-font";
import { accents, automaticTextColor, pixelsPerPoint } from "./text-style";

export function kindOf(series: SeriesRecord, chart: ChartRecord): ChartKind {
  return chartKinds[series.type] ?? chartKinds[chart.type] ?? { family: "bar", direction: "col" };
}

/** How a series is drawn, wherever it stands. */
interface Drawing {
  series: SeriesRecord;
  kind: ChartKind;
  data: SeriesData;
  color: string;
  locale: string;
}

/** One series. `index`: its place among all, for the colour that Excel gives it. */
export function seriesOption(
  series: SeriesRecord,
  chart: ChartRecord,
  data: SeriesData,
  index: number,
  name: string,
  locale: string,
): SeriesOption {
  const kind = kindOf(series, chart);
  const color = series.fill ?? series.line?.color ?? series.marker?.fill ?? accents[index % accents.length];
  const drawing: Drawing = { series, kind, data, color, locale };
  const shared = { name, animation: false, silent: false };
  switch (kind.family) {
    case "pie":
    case "doughnut":
      return { ...shared, ...pie(drawing) } as SeriesOption;
    case "scatter":
      return { ...shared, ...scatter(drawing) } as SeriesOption;
    case "bar":
      return { ...shared, ...bar(drawing, chart) } as SeriesOption;
    default:
      return { ...shared, ...lineOrArea(drawing) } as SeriesOption;
  }
}

function bar({ series, kind, data, color, locale }: Drawing, chart: ChartRecord): object {
  const isHorizontal = kind.direction === "bar";
  const isStacked = kind.grouping === "stacked" || kind.grouping === "percentStacked";
  return {
    type: "bar",
    z: 2,
    ...axisIndex(series, isHorizontal),
    ...(isStacked && { stack: series.secondaryAxis ? "secondary" : "primary" }),
    ...barSpacing(chart, series.secondaryAxis),
    itemStyle: { color: series.fill === null ? "transparent" : color },
    label: label(series.labels, isHorizontal ? "bar" : "column"),
    data: data.values.map((value, index) => {
      const point = pointAt(series, index);
      return pointData(value, point, series, data, index, isHorizontal ? "bar" : "column", locale);
    }),
  };
}

/** Excel counts the gap in widths of a bar and the overlap in parts of one; ECharts the gap in parts of the category. */
export function barSpacing(
  chart: ChartRecord,
  secondary: boolean,
): { barCategoryGap: string; barGap: string } {
  const bars = chart.series.filter(
    (series) => kindOf(series, chart).family === "bar" && series.secondaryAxis === secondary,
  );
  const isStacked = bars.some((series) => kindOf(series, chart).grouping !== "clustered");
  const gap = (chart.gapWidth ?? 150) / 100;
  const overlap = (chart.overlap ?? 0) / 100;
  const beside = isStacked ? 1 : bars.length - (bars.length - 1) * overlap;
  return {
    barCategoryGap: `${round((100 * gap) / (beside + gap))}%`,
    barGap: `${round(-100 * overlap)}%`,
  };
}

function lineOrArea({ series, kind, data, color, locale }: Drawing): object {
  const isStacked = kind.grouping === "stacked" || kind.grouping === "percentStacked";
  return {
    type: "line",
    z: 3,
    ...axisIndex(series, false),
    ...(isStacked && { stack: series.secondaryAxis ? "secondary line" : "line" }),
    ...(kind.family === "area" && { areaStyle: { color, opacity: 1 }, lineStyle: { width: 0 } }),
    ...(kind.family === "line" && { lineStyle: lineStyle(series, color) }),
    ...marker(series, kind, color),
    smooth: series.smooth ?? false,
    connectNulls: false,
    label: label(series.labels, "line"),
    data: data.values.map((value, index) =>
      pointData(value, pointAt(series, index), series, data, index, "line", locale),
    ),
  };
}

function scatter({ series, kind, data, color, locale }: Drawing): object {
  const hasLine = series.line?.visible ?? kind.line ?? false;
  const data2 = data.values.map((value, index) =>
    pointData(
      value === null ? null : [data.xValues[index], value],
      pointAt(series, index),
      series,
      data,
      index,
      "line",
      locale,
    ),
  );
  return {
    type: hasLine ? "line" : "scatter",
    z: 3,
    ...(series.secondaryAxis && { yAxisIndex: 1 }),
    ...(hasLine && {
      lineStyle: lineStyle(series, color),
      smooth: series.smooth ?? kind.smooth ?? false,
      connectNulls: false,
    }),
    ...marker(series, kind, color),
    label: label(series.labels, "line"),
    data: data2,
  };
}

function pie({ series, kind, data, locale }: Drawing): object {
  return {
    type: "pie",
    radius: kind.family === "doughnut" ? ["40%", "70%"] : "70%",
    startAngle: 90,
    label: series.labels?.visible ? label(series.labels, "pie") : { show: false },
    labelLine: { show: series.labels?.position === "OutsideEnd" },
    data: data.values.map((value, index) => ({
      name: data.categories[index],
      ...pointData(value, pointAt(series, index), series, data, index, "pie", locale),
      itemStyle: { color: pointAt(series, index)?.fill ?? accents[index % accents.length] },
    })),
  };
}

function axisIndex(series: SeriesRecord, isHorizontal: boolean): object {
  return series.secondaryAxis ? { [isHorizontal ? "xAxisIndex" : "yAxisIndex"]: 1 } : {};
}

function pointAt(series: SeriesRecord, index: number): PointRecord | undefined {
  return series.points.find((point) => point.index === index);
}

type Place = "column" | "bar" | "line" | "pie";

function pointData(
  value: number | null | [number, number],
  point: PointRecord | undefined,
  series: SeriesRecord,
  data: SeriesData,
  index: number,
  place: Place,
  locale: string,
): object {
  const shown = point?.label?.visible ?? series.labels?.visible ?? false;
  const own = point?.label;
  return {
    value: value ?? (place === "line" ? "-" : null),
    ...(point?.fill !== undefined && { itemStyle: { color: point.fill } }),
    ...((own || shown) && {
      label: {
        show: shown,
        ...(own && {
          position: labelPosition(own.position ?? series.labels?.position, place),
          ...(own.fontSize !== undefined && { fontSize: own.fontSize * pixelsPerPoint }),
          ...(own.fontColor !== undefined && { color: own.fontColor }),
          ...(own.fontBold !== undefined && { fontWeight: own.fontBold ? "bold" : "normal" }),
          fontFamily: sheetFont,
        }),
        formatter: () => labelText(value, own, series, data, index, locale),
      },
    }),
  };
}

function labelText(
  value: number | null | [number, number],
  own: PointRecord["label"],
  series: SeriesRecord,
  data: SeriesData,
  index: number,
  locale: string,
): string {
  if (own?.text !== undefined) {
    return own.text;
  }
  const number = Array.isArray(value) ? value[1] : value;
  const parts = [
    ...(series.labels?.showSeriesName ? [series.name] : []),
    ...(series.labels?.showCategoryName ? [data.categories[index]] : []),
    ...((own?.showValue ?? series.labels?.showValue ?? true) && number !== null
      ? [shownText(number, series.labels?.numberFormat ?? data.numberFormat, locale)]
      : []),
  ];
  return parts.join("; ");
}

function label(labels: SeriesRecord["labels"], place: Place): object {
  return {
    show: labels?.visible ?? false,
    position: labelPosition(labels?.position, place),
    fontFamily: sheetFont,
    fontSize: (labels?.fontSize ?? 9) * pixelsPerPoint,
    fontWeight: labels?.fontBold ? "bold" : "normal",
    color: labels?.fontColor ?? automaticTextColor,
  };
}

/** `Excel.ChartDataLabelPosition` in ECharts' words. */
function labelPosition(position: string | undefined, place: Place): string {
  if (place === "pie") {
    return position === "OutsideEnd" ? "outside" : "inside";
  }
  const isBar = place === "bar";
  switch (position) {
    case "Left":
      return "left";
    case "Right":
      return "right";
    case "Top":
      return "top";
    case "Bottom":
      return "bottom";
    case "Center":
      return "inside";
    case "InsideEnd":
      return isBar ? "insideRight" : "insideTop";
    case "InsideBase":
      return isBar ? "insideLeft" : "insideBottom";
    case "OutsideEnd":
      return isBar ? "right" : "top";
    default:
      return place === "line" ? "right" : "inside";
  }
}

const lineTypes: Record<string, "solid" | "dashed" | "dotted"> = {
  Continuous: "solid",
  Dash: "dashed",
  DashDot: "dashed",
  DashDotDot: "dashed",
  Dot: "dotted",
  RoundDot: "dotted",
};

function lineStyle(series: SeriesRecord, color: string): object {
  const { line } = series;
  return {
    color: line?.color ?? color,
    width: line?.visible === false ? 0 : (line?.weight ?? 2.25) * pixelsPerPoint,
    type: lineTypes[line?.style ?? "Continuous"] ?? "solid",
  };
}

/** `Excel.ChartMarkerStyle` in ECharts' symbols. */
const symbols: Record<string, string> = {
  Circle: "circle",
  Square: "rect",
  Diamond: "diamond",
  Triangle: "triangle",
  Dot: "circle",
  Dash: "path://M0,4H10V6H0Z",
  Plus: "path://M4,0H6V4H10V6H6V10H4V6H0V4H4Z",
  X: "path://M1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5L0,1Z",
  Star: "path://M4.5,0H5.5V3.8L8.5,1L9.2,1.8L6.3,4.5H10V5.5H6.3L9.2,8.2L8.5,9L5.5,6.2V10H4.5V6.2L1.5,9L0.8,8.2L3.7,5.5H0V4.5H3.7L0.8,1.8L1.5,1L4.5,3.8Z",
};

function marker(series: SeriesRecord, kind: ChartKind, color: string): object {
  const style = series.marker?.style ?? "Automatic";
  const isShown = style === "Automatic" ? (kind.markers ?? false) : style !== "None";
  const fill = series.marker?.fill ?? color;
  return {
    symbol: isShown ? (symbols[style] ?? "circle") : "none",
    showSymbol: isShown,
    symbolSize: (series.marker?.size ?? 5) * pixelsPerPoint,
    itemStyle: {
      color: fill,
      opacity: 1,
      ...(isShown && { borderColor: series.marker?.border ?? fill, borderWidth: 1 }),
    },
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
