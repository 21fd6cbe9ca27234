import type { SeriesRecord } from "../../workbook-record";
import type { ChartCaches } from "./chart-caches";
import { type ChartKind, labelPositionsOf } from "../../model/chart/chart-kind";
import { labelPositions, markerStyles } from "../vocabulary/chart-choices";
import {
  letters,
  ordinarySizes,
  plainFill,
  richText,
  seriesFill,
  seriesLine,
  fileColor,
} from "../vocabulary/chart-dress";
import { keyOf } from "../vocabulary/conditional-format-choices";
import type { FileChart } from "../library";

const emptyData = { formatCode: "General", pointCount: 1, points: [] };

const silent = {
  showLegendKey: false,
  showVal: false,
  showCatName: false,
  showSerName: false,
  showPercent: false,
  showBubbleSize: false,
};

/** A series as the library's model holds it, for the group of its kind. @param order place among all series of the chart */
export function fileSeries(
  series: SeriesRecord,
  kind: ChartKind,
  order: number,
  caches: ChartCaches,
): FileChart.BarSeries & FileChart.LineSeries & FileChart.ScatterSeries & FileChart.PieSeries {
  const base: FileChart.SeriesBase = { index: order, order, ...nameOf(series, caches) };
  const dataLabels = labelsOf(series, kind);
  const labels = dataLabels && { dataLabels };
  const xValues = series.categories === null ? undefined : caches.categories(series.categories);
  // Without any data a series would lose its name and colour in the legend.
  const values = series.values === null ? { numLit: emptyData } : { numRef: caches.numbers(series.values) };
  const categoryData = { ...(xValues && { cat: xValues }), val: values };
  if (kind.family === "line" || kind.family === "scatter") {
    const data = kind.family === "line" ? categoryData : { ...(xValues && { xVal: xValues }), yVal: values };
    return {
      ...base,
      spPr: { line: seriesLine(series.line, order, kind.line ?? false) },
      marker: markerOf(series, kind, order),
      dataPoints: series.points
        .filter(({ fill }) => fill !== undefined)
        .map((point) => markedPoint(series, kind, order, point)),
      ...labels,
      ...data,
      // Without the element Excel draws a curve.
      smooth: series.smooth ?? kind.smooth ?? false,
    };
  }
  return {
    ...base,
    spPr: { fill: seriesFill(series.fill, order), line: borderOf(series) },
    ...(kind.family === "bar" && { invertIfNegative: false }),
    dataPoints: pointFills(series, kind),
    ...labels,
    ...categoryData,
  };
}

function nameOf(series: SeriesRecord, caches: ChartCaches): Pick<FileChart.SeriesBase, "tx"> {
  if (series.nameFormula !== null) {
    const reference = caches.texts(series.nameFormula);
    if (reference.cache?.points.length === 0 && series.name)
      reference.cache.points = [{ index: 0, value: series.name }];
    return { tx: { strRef: reference } };
  }
  return series.name === "" ? {} : { tx: { value: series.name } };
}

function borderOf({ line }: SeriesRecord): FileChart.ChartLine {
  return line === undefined ? { noFill: true } : seriesLine({ weight: 0.75, ...line }, 0, false);
}

function pointFills(series: SeriesRecord, kind: ChartKind): FileChart.DataPoint[] {
  const filled = series.points.filter(({ fill }) => fill !== undefined);
  return filled.map(({ index, fill }) => ({
    index,
    ...(kind.family === "bar" && { invertIfNegative: false }),
    ...(kind.family === "bar" && { bubble3D: false }),
    spPr: { fill: seriesFill(fill, index), line: borderOf(series) },
  }));
}

function markerOf(series: SeriesRecord, kind: ChartKind, order: number): FileChart.ChartMarker {
  const { marker } = series;
  const symbol = keyOf(markerStyles, marker?.style ?? (kind.markers ? "Circle" : "None")) ?? "circle";
  if (symbol === "none") return { symbol };
  const fill = marker?.fill ?? series.fill;
  return {
    symbol,
    size: marker?.size ?? 5,
    spPr: {
      fill: marker?.fill === "none" ? { noFill: true } : seriesFill(fill, order),
      line: markerBorder(marker?.border, fill, order),
    },
  };
}

function markerBorder(
  border: string | undefined,
  fill: string | null | undefined,
  order: number,
): FileChart.ChartLine {
  if (border === "none") return { noFill: true };
  const color = border ?? (fill === "none" ? undefined : fill) ?? undefined;
  return {
    width: 9525,
    ...(color === undefined ? { color: seriesFill(undefined, order).solid } : { color: fileColor(color) }),
  };
}

function markedPoint(
  series: SeriesRecord,
  kind: ChartKind,
  order: number,
  point: SeriesRecord["points"][number],
): FileChart.DataPoint {
  const marker = markerOf(
    { ...series, marker: { style: "Circle", ...series.marker, fill: point.fill } },
    kind,
    order,
  );
  return { index: point.index, marker, bubble3D: false };
}

function labelsOf(series: SeriesRecord, kind: ChartKind): FileChart.DataLabels | undefined {
  const { labels } = series;
  const own = series.points.filter(({ label }) => label !== undefined);
  if (labels === null && own.length === 0) return undefined;
  const allowed = labelPositionsOf(kind);
  const positionOf = (position: string | undefined) => {
    const found =
      position !== undefined && allowed.includes(position) ? keyOf(labelPositions, position) : undefined;
    return found ? { position: found } : {};
  };
  const words = { size: labels?.fontSize, color: labels?.fontColor, bold: labels?.fontBold };
  const entries = own.map(({ index, label }): FileChart.DataLabelEntry => {
    if (!label?.visible) return { index, delete: true };
    const ownWords = {
      size: label.fontSize ?? words.size,
      color: label.fontColor ?? words.color,
      bold: label.fontBold ?? words.bold,
    };
    return {
      index,
      ...(label.text !== undefined && { text: richText(label.text, ownWords, ordinarySizes.words) }),
      spPr: noFrame,
      ...(label.text === undefined && { txPr: letters(ownWords, ordinarySizes.words, 0) }),
      ...positionOf(label.position ?? labels?.position),
      ...silent,
      showVal: label.showValue ?? (label.text !== undefined || (labels?.showValue ?? true)),
      showSerName: labels?.showSeriesName ?? false,
      showCatName: labels?.showCategoryName ?? false,
    };
  });
  const shown = labels !== null && labels.visible;
  return {
    ...(entries.length > 0 && { entries }),
    ...(labels?.numberFormat !== undefined && {
      numFmt: { formatCode: labels.numberFormat, sourceLinked: false },
    }),
    spPr: noFrame,
    txPr: letters(words, ordinarySizes.words, 0),
    ...positionOf(labels?.position),
    ...silent,
    showVal: shown && labels.showValue,
    showSerName: shown && (labels.showSeriesName ?? false),
    showCatName: shown && (labels.showCategoryName ?? false),
  };
}

const noFrame: FileChart.ShapeProperties = { fill: plainFill("none"), line: { noFill: true } };
