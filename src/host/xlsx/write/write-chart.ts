import type { ChartRecord, SeriesRecord } from "../../workbook-record";
import type { ChartCaches } from "./chart-caches";
import { chartKinds, type ChartKind } from "../../model/chart/chart-kind";
import { legendPositions } from "../vocabulary/chart-choices";
import { hairline, letters, ordinarySizes, plainFill, richText } from "../vocabulary/chart-dress";
import { keyOf } from "../vocabulary/conditional-format-choices";
import type { FileChart } from "../library";
import { axisIds, fileAxes } from "./write-chart-axes";
import { fileSeries } from "./write-chart-series";

interface Group {
  kind: ChartKind;
  secondary: boolean;
  members: { series: SeriesRecord; kind: ChartKind; order: number }[];
}

/** Excel writes the groups of a mixed chart in this order, and draws them so. */
const drawingOrder = ["area", "bar", "line", "scatter", "pie", "doughnut"];

/**
 * A chart as the library's model holds it.
 * @throws Error for a chart type that has no place here
 */
export function fileChart(chart: ChartRecord, caches: ChartCaches): FileChart.ChartModel {
  const groups = groupsOf(chart);
  const isPrimary = ({ secondary }: Group) => !secondary;
  const primary = groups.find(isPrimary) ?? groups[0];
  const secondary = groups.find((group) => group.secondary && groups.some(isPrimary));
  const hasAxes = primary.kind.family !== "pie" && primary.kind.family !== "doughnut";
  return {
    date1904: false,
    lang: "en-US",
    roundedCorners: false,
    chart: {
      ...titleOf(chart),
      plotArea: {
        chartTypes: groups.map((group) => fileGroup(group, chart, caches, secondary !== undefined)),
        axes: hasAxes ? fileAxes(chart.axes, primary.kind, secondary?.kind ?? null) : [],
        spPr: { fill: plainFill(chart.plotFill ?? "none"), line: { noFill: true } },
      },
      ...legendOf(chart),
      plotVisOnly: chart.plotVisibleOnly ?? true,
      dispBlanksAs: "gap",
    },
    spPr: { fill: plainFill(chart.fill), line: hairline(chart.border) },
    txPr: letters({}, ordinarySizes.words, 0),
  };
}

function kindOf(type: string): ChartKind {
  const kind = chartKinds[type];
  if (!kind) throw new Error(`chart type ${type} cannot be written`);
  return kind;
}

/** Series of one family, direction, grouping and pair of axes share a group. A chart without series keeps an empty one. */
function groupsOf(chart: ChartRecord): Group[] {
  const groups = new Map<string, Group>();
  chart.series.forEach((series, order) => {
    const kind = kindOf(series.type);
    const key = [kind.family, kind.direction, kind.grouping, series.secondaryAxis].join();
    const group = groups.get(key) ?? { kind, secondary: series.secondaryAxis, members: [] };
    group.members.push({ series, kind, order });
    groups.set(key, group);
  });
  if (groups.size === 0) return [{ kind: kindOf(chart.type), secondary: false, members: [] }];
  return [...groups.values()].sort(
    (one, other) =>
      Number(one.secondary) - Number(other.secondary) ||
      drawingOrder.indexOf(one.kind.family) - drawingOrder.indexOf(other.kind.family),
  );
}

function fileGroup(
  group: Group,
  chart: ChartRecord,
  caches: ChartCaches,
  mixed: boolean,
): FileChart.ChartTypeGroup {
  const { kind } = group;
  const series = group.members.map((member) => fileSeries(member.series, member.kind, member.order, caches));
  const ids = group.secondary && mixed ? axisIds.secondary : axisIds.primary;
  const stacked = kind.grouping === "stacked" || kind.grouping === "percentStacked";
  switch (kind.family) {
    case "bar":
      return {
        type: "bar",
        barDir: kind.direction ?? "col",
        grouping: kind.grouping ?? "clustered",
        varyColors: false,
        series,
        gapWidth: chart.gapWidth ?? 150,
        ...(chart.overlap !== null ? { overlap: chart.overlap } : stacked && { overlap: 100 }),
        axisIds: ids,
      };
    case "line":
      return {
        type: "line",
        grouping: lineGrouping(kind),
        varyColors: false,
        series,
        marker: true,
        axisIds: ids,
      };
    case "area":
      return { type: "area", grouping: lineGrouping(kind), varyColors: false, series, axisIds: ids };
    case "scatter":
      return { type: "scatter", scatterStyle: "lineMarker", varyColors: false, series, axisIds: ids };
    case "pie":
      return { type: "pie", varyColors: true, series, firstSliceAng: 0 };
    case "doughnut":
      return { type: "doughnut", varyColors: true, series, firstSliceAng: 0, holeSize: 75 };
  }
}

function lineGrouping({ grouping }: ChartKind): FileChart.LineGrouping {
  return grouping === "stacked" || grouping === "percentStacked" ? grouping : "standard";
}

/** A title without a text of its own shows the name of the only series. */
function titleOf({ title }: ChartRecord): Pick<FileChart.ChartData, "title" | "autoTitleDeleted"> {
  if (!title.visible) return { autoTitleDeleted: true };
  const overlay = title.overlay ?? false;
  const text =
    title.text === ""
      ? { txPr: letters(title, ordinarySizes.title, 0) }
      : { text: richText(title.text, title, ordinarySizes.title) };
  return { title: { ...text, overlay }, autoTitleDeleted: false };
}

function legendOf({ legend }: ChartRecord): Pick<FileChart.ChartData, "legend"> {
  if (!legend.visible) return {};
  return {
    legend: {
      legendPos: keyOf(legendPositions, legend.position) ?? "r",
      overlay: legend.overlay ?? false,
      txPr: letters(legend, ordinarySizes.words, 0),
    },
  };
}
