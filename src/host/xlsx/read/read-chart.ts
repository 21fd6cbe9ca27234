import type { AxisRecord, ChartRecord, PointRecord, SeriesRecord } from "../../workbook-record";
import { chartTypeOf, type ChartKind } from "../../model/chart/chart-kind";
import {
  labelPositions,
  legendPositions,
  lineStyles,
  markerStyles,
  tickLabelPositions,
  tickMarks,
} from "../vocabulary/chart-choices";
import { chosenColor, chosenWords, ordinarySizes, plainText, wordsOf } from "../vocabulary/chart-dress";
import { formulaFromFile } from "../vocabulary/formula-in-file";
import type { FileChart } from "../library";
import { emuPerPoint } from "../vocabulary/measures";

type ReadSeries = Partial<FileChart.BarSeries & FileChart.LineSeries & FileChart.ScatterSeries> &
  FileChart.SeriesBase;

/** What a chart of the file shows, its place on the sheet apart; null for a kind that Office.js names differently from ours. */
export function readChart(
  model: FileChart.ChartModel,
): Omit<ChartRecord, "id" | "name" | "left" | "top" | "width" | "height"> | null {
  const { plotArea, title, legend, autoTitleDeleted } = model.chart;
  const groups = plotArea.chartTypes;
  if (groups.length === 0 || groups.some((group) => groupKind(group) === null)) return null;
  const primaryIds = groups[0].axisIds ?? [];
  const [category, value, secondaryValue] = axesOf(plotArea.axes, primaryIds);
  const series = groups
    .flatMap((group) => {
      const secondary = (group.axisIds ?? []).some((id) => !primaryIds.includes(id));
      return group.series.map((one) => ({
        order: one.order,
        record: readSeries(one as ReadSeries, group, secondary),
      }));
    })
    .sort((one, other) => one.order - other.order)
    .map(({ record }) => record);
  if (series.some(({ type }) => type === "")) return null;
  const bars = groups.find((group): group is FileChart.BarChartGroup => group.type === "bar");
  const stacked = bars?.grouping === "stacked" || bars?.grouping === "percentStacked";
  const plotFill = plainColor(plotArea.spPr?.fill);
  return {
    type: series[0]?.type ?? chartTypeOf(emptyKind(groups[0])) ?? "",
    title: {
      text: title ? titleText(title) : "",
      visible: title !== undefined || (!autoTitleDeleted && series.length === 1 && title !== undefined),
      ...(title?.overlay && { overlay: true }),
      ...chosenWords(wordsOf(title?.text) ?? title?.txPr, ordinarySizes.title),
    },
    legend: {
      visible: legend !== undefined,
      position: legendPositions[legend?.legendPos ?? "r"],
      ...(legend?.overlay && { overlay: true }),
      ...chosenWords(legend?.txPr, ordinarySizes.words),
    },
    axes: {
      category: readAxis(category, value),
      value: readAxis(value, category),
      secondaryValue: secondaryValue ? readAxis(secondaryValue, undefined) : null,
    },
    fill: plainColor(model.spPr?.fill) ?? null,
    border: strokeColor(model.spPr?.line) ?? null,
    gapWidth: bars?.gapWidth === undefined || bars.gapWidth === 150 ? null : bars.gapWidth,
    overlap: bars?.overlap === undefined || bars.overlap === (stacked ? 100 : 0) ? null : bars.overlap,
    ...(model.chart.plotVisOnly === false && { plotVisibleOnly: false }),
    ...(plotFill !== undefined && plotFill !== "none" && { plotFill }),
    series,
  };
}

function groupKind(group: FileChart.ChartTypeGroup): ChartKind | null {
  switch (group.type) {
    case "bar":
      return {
        family: "bar",
        direction: group.barDir,
        grouping: group.grouping === "standard" ? "clustered" : group.grouping,
      };
    case "line":
    case "area":
      return { family: group.type, grouping: group.grouping };
    case "scatter":
    case "pie":
    case "doughnut":
      return { family: group.type };
    default:
      return null;
  }
}

function emptyKind(group: FileChart.ChartTypeGroup): ChartKind {
  const kind = groupKind(group) ?? { family: "bar" };
  if (kind.family === "line") return { ...kind, line: true, markers: false };
  return kind.family === "scatter" ? { ...kind, markers: true, line: false, smooth: false } : kind;
}

/** Category and value axis of the first group, and the value axis of the others. */
function axesOf(axes: FileChart.ChartAxis[], primaryIds: number[]): (FileChart.ChartAxis | undefined)[] {
  const primary = axes.filter(({ axId }) => primaryIds.includes(axId));
  const flat = (axis: FileChart.ChartAxis) => axis.axPos === "b" || axis.axPos === "t";
  // In a scatter chart both axes count values: the first one named is the horizontal one.
  const category = primary.find(({ axisType }) => axisType !== "val") ?? primary.find(flat) ?? primary[0];
  const value = primary.find((axis) => axis !== category);
  const others = axes.filter(({ axId, axisType }) => !primaryIds.includes(axId) && axisType === "val");
  return [category, value, others.find((axis) => !axis.delete) ?? others[0]];
}

function titleText(title: FileChart.ChartTitle): string {
  return title.text ? plainText(title.text) : (title.strRef?.cache?.points[0]?.value ?? "");
}

/** @param crossing the axis that crosses it: where is written there */
function readAxis(
  axis: FileChart.ChartAxis | undefined,
  crossing: FileChart.ChartAxis | undefined,
): AxisRecord {
  const rotation = axis?.txPr?.rotation;
  const turned = rotation !== undefined && rotation !== 0 && Math.abs(rotation) <= 5_400_000;
  const words = chosenWords(axis?.txPr, ordinarySizes.words);
  const gridlineColor = chosenColor((axis?.majorGridlines ?? axis?.minorGridlines)?.line?.color);
  const lineColor = strokeColor(axis?.spPr?.line);
  const units = axis as FileChart.ValueAxis | undefined;
  const crossesAt =
    crossing?.crossesAt ??
    ({ max: "Maximum", min: "Minimum", autoZero: undefined } as const)[crossing?.crosses ?? "autoZero"];
  const minorTickMark = tickMarks[axis?.minorTickMark ?? "none"];
  return {
    visible: axis !== undefined && !axis.delete,
    title: {
      text: axis?.title ? titleText(axis.title) : "",
      visible: axis?.title !== undefined,
      ...chosenWords(wordsOf(axis?.title?.text) ?? axis?.title?.txPr, ordinarySizes.axisTitle),
    },
    minimum: axis?.scaling?.min ?? null,
    maximum: axis?.scaling?.max ?? null,
    majorUnit: (axis?.axisType === "val" ? units?.majorUnit : undefined) ?? null,
    ...(axis?.axisType === "val" && units?.minorUnit !== undefined && { minorUnit: units.minorUnit }),
    ...(axis?.scaling?.logBase !== undefined && { logBase: axis.scaling.logBase }),
    numberFormat: axis?.numFmt && !axis.numFmt.sourceLinked ? axis.numFmt.formatCode : null,
    majorGridlines: axis?.majorGridlines !== undefined,
    minorGridlines: axis?.minorGridlines !== undefined,
    ...(gridlineColor !== undefined && { gridlineColor }),
    ...(lineColor !== undefined && { lineColor }),
    ...(words.size !== undefined && { fontSize: words.size }),
    ...(words.color !== undefined && { fontColor: words.color }),
    ...(words.bold && { fontBold: true }),
    ...(turned && { textRotation: -rotation / 60_000 }),
    reversed: axis?.scaling?.orientation === "maxMin",
    ...(crossesAt !== undefined && { crossesAt }),
    tickLabelPosition: tickLabelPositions[axis?.tickLblPos ?? "nextTo"],
    majorTickMark: axis ? tickMarks[axis.majorTickMark ?? "cross"] : "None",
    ...(minorTickMark !== "None" && { minorTickMark }),
  };
}

function readSeries(
  series: ReadSeries,
  group: FileChart.ChartTypeGroup,
  secondaryAxis: boolean,
): SeriesRecord {
  const kind = groupKind(group) ?? { family: "bar" };
  const drawn = kind.family === "line" || kind.family === "scatter";
  const stroke = series.spPr?.line;
  const hasMarker = series.marker
    ? series.marker.symbol !== "none"
    : group.type !== "line" || group.marker !== false;
  const smooth = series.smooth ?? false;
  const line = !stroke?.noFill;
  const exact: ChartKind =
    kind.family === "line"
      ? { ...kind, line: true, markers: hasMarker }
      : kind.family === "scatter"
        ? { ...kind, markers: hasMarker, line, smooth: line && smooth }
        : kind;
  const reference = (source: FileChart.AxisDataSource | FileChart.NumberDataSource | undefined) => {
    const found = source && { ...source };
    const all = found as FileChart.AxisDataSource | undefined;
    const formula = all?.numRef?.formula ?? all?.strRef?.formula ?? all?.multiLvlStrRef?.formula;
    return formula === undefined ? null : formulaFromFile(formula);
  };
  // Some programs write a name as a formula that is a text.
  const literal = /^"((?:[^"]|"")*)"$/s.exec(series.tx?.strRef?.formula ?? "");
  const nameReference = literal ? undefined : series.tx?.strRef;
  return {
    name:
      literal?.[1].replace(/""/g, '"') ?? series.tx?.value ?? nameReference?.cache?.points[0]?.value ?? "",
    nameFormula: nameReference ? formulaFromFile(nameReference.formula) : null,
    values: reference(kind.family === "scatter" ? series.yVal : series.val),
    categories: reference(kind.family === "scatter" ? series.xVal : series.cat),
    type: chartTypeOf(exact) ?? chartTypeOf({ ...exact, markers: true }) ?? "",
    secondaryAxis,
    ...(drawn ? drawnDress(series, exact) : filledDress(series)),
    labels: readLabels(series.dataLabels),
    points: readPoints(series, drawn),
  };
}

function filledDress(series: ReadSeries): Pick<SeriesRecord, "fill" | "line"> {
  const { fill, line } = series.spPr ?? {};
  const color = chosenColor(fill?.solid);
  return {
    ...(fill?.noFill ? { fill: null } : color !== undefined && { fill: color }),
    ...(line && !line.noFill && { line: strokeOf(line, 0.75) }),
  };
}

function drawnDress(series: ReadSeries, kind: ChartKind): Pick<SeriesRecord, "line" | "marker" | "smooth"> {
  const stroke = series.spPr?.line;
  const line = stroke?.noFill
    ? kind.family === "line"
      ? { visible: false }
      : {}
    : stroke
      ? strokeOf(stroke, 2.25)
      : {};
  const marker = series.marker ? markerOf(series.marker) : undefined;
  const ordinary = kind.markers
    ? marker?.style === "Circle" && Object.keys(marker).length === 1
    : marker?.style === "None";
  return {
    ...(Object.keys(line).length > 0 && { line }),
    ...(marker && !ordinary && { marker }),
    ...(kind.family === "line" && series.smooth && { smooth: true }),
  };
}

function strokeOf(line: FileChart.ChartLine, ordinaryWeight: number): NonNullable<SeriesRecord["line"]> {
  const color = chosenColor(line.color);
  const weight = line.width === undefined ? undefined : Math.round((line.width / emuPerPoint) * 100) / 100;
  const style = line.dash && lineStyles[line.dash];
  return {
    ...(color !== undefined && { color }),
    ...(weight !== undefined && weight !== ordinaryWeight && { weight }),
    ...(style !== undefined && { style }),
  };
}

function markerOf(marker: FileChart.ChartMarker): NonNullable<SeriesRecord["marker"]> {
  const fill = marker.spPr?.fill?.noFill ? "none" : chosenColor(marker.spPr?.fill?.solid);
  const border = marker.spPr?.line?.noFill ? "none" : chosenColor(marker.spPr?.line?.color);
  return {
    style: markerStyles[marker.symbol ?? "auto"],
    ...(marker.size !== undefined && marker.size !== 5 && { size: marker.size }),
    ...(fill !== undefined && { fill }),
    ...(border !== undefined && border !== fill && { border }),
  };
}

function readLabels(labels: FileChart.DataLabels | undefined): SeriesRecord["labels"] {
  if (!labels || labels.delete) return null;
  const shows = labels.showVal || labels.showSerName || labels.showCatName || labels.showPercent;
  // Labels of single points alone leave the series silent.
  if (!shows && (labels.entries?.length ?? 0) > 0) return null;
  const words = chosenWords(labels.txPr, ordinarySizes.words);
  return {
    visible: shows ?? false,
    ...(labels.position && { position: labelPositions[labels.position] }),
    showValue: labels.showVal ?? false,
    ...(labels.showSerName && { showSeriesName: true }),
    ...(labels.showCatName && { showCategoryName: true }),
    ...(labels.numFmt && !labels.numFmt.sourceLinked && { numberFormat: labels.numFmt.formatCode }),
    ...(words.size !== undefined && { fontSize: words.size }),
    ...(words.color !== undefined && { fontColor: words.color }),
    ...(words.bold && { fontBold: true }),
  };
}

function readPoints(series: ReadSeries, drawn: boolean): PointRecord[] {
  const points = new Map<number, PointRecord>();
  const at = (index: number) => {
    const point = points.get(index) ?? { index };
    points.set(index, point);
    return point;
  };
  for (const { index, spPr, marker } of series.dataPoints ?? []) {
    const fill = chosenColor((drawn ? marker?.spPr : spPr)?.fill?.solid);
    if (fill !== undefined) at(index).fill = fill;
  }
  for (const entry of series.dataLabels?.entries ?? []) {
    if (entry.delete) {
      at(entry.index).label = { visible: false };
      continue;
    }
    const words = chosenWords(wordsOf(entry.text) ?? entry.txPr, ordinarySizes.words);
    at(entry.index).label = {
      visible: true,
      ...(entry.text && { text: plainText(entry.text) }),
      ...(entry.position && { position: labelPositions[entry.position] }),
      ...(!entry.text && entry.showVal !== undefined && { showValue: entry.showVal }),
      ...(words.size !== undefined && { fontSize: words.size }),
      ...(words.color !== undefined && { fontColor: words.color }),
      ...(words.bold && { fontBold: true }),
    };
  }
  return [...points.values()].sort((one, other) => one.index - other.index);
}

/** Colour of a fill, "none" for none, undefined for the theme's. */
function plainColor(fill: FileChart.ChartFill | undefined): string | undefined {
  return fill?.noFill ? "none" : chosenColor(fill?.solid);
}

function strokeColor(line: FileChart.ChartLine | undefined): string | undefined {
  return line?.noFill ? "none" : chosenColor(line?.color);
}
