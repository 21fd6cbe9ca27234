import type { FileChart } from "./library";

type FileLegendPosition = NonNullable<FileChart.ChartLegend["legendPos"]>;
type FileLabelPosition = NonNullable<FileChart.DataLabels["position"]>;
type FileTickMark = NonNullable<FileChart.AxisBase["majorTickMark"]>;
type FileTickLabels = NonNullable<FileChart.AxisBase["tickLblPos"]>;
type FileSymbol = NonNullable<FileChart.ChartMarker["symbol"]>;
type FileDash = NonNullable<FileChart.ChartLine["dash"]>;

/** What a chart type of Office.js (`Excel.ChartType`) is made of in a file. */
export interface ChartKind {
  family: "bar" | "line" | "area" | "scatter" | "pie" | "doughnut";
  direction?: "col" | "bar";
  grouping?: "clustered" | "standard" | "stacked" | "percentStacked";
  /** Whether a series of the type shows markers, a line, a curve, before anything is said about them. */
  markers?: boolean;
  line?: boolean;
  smooth?: boolean;
}

const columns = { family: "bar", direction: "col" } as const;
const bars = { family: "bar", direction: "bar" } as const;
const plainLine = { family: "line", line: true, markers: false } as const;
const markedLine = { family: "line", line: true, markers: true } as const;

export const chartKinds: Record<string, ChartKind> = {
  ColumnClustered: { ...columns, grouping: "clustered" },
  ColumnStacked: { ...columns, grouping: "stacked" },
  ColumnStacked100: { ...columns, grouping: "percentStacked" },
  BarClustered: { ...bars, grouping: "clustered" },
  BarStacked: { ...bars, grouping: "stacked" },
  BarStacked100: { ...bars, grouping: "percentStacked" },
  Line: { ...plainLine, grouping: "standard" },
  LineStacked: { ...plainLine, grouping: "stacked" },
  LineStacked100: { ...plainLine, grouping: "percentStacked" },
  LineMarkers: { ...markedLine, grouping: "standard" },
  LineMarkersStacked: { ...markedLine, grouping: "stacked" },
  LineMarkersStacked100: { ...markedLine, grouping: "percentStacked" },
  Area: { family: "area", grouping: "standard" },
  AreaStacked: { family: "area", grouping: "stacked" },
  AreaStacked100: { family: "area", grouping: "percentStacked" },
  XYScatter: { family: "scatter", markers: true, line: false, smooth: false },
  XYScatterLines: { family: "scatter", markers: true, line: true, smooth: false },
  XYScatterLinesNoMarkers: { family: "scatter", markers: false, line: true, smooth: false },
  XYScatterSmooth: { family: "scatter", markers: true, line: true, smooth: true },
  XYScatterSmoothNoMarkers: { family: "scatter", markers: false, line: true, smooth: true },
  Pie: { family: "pie" },
  Doughnut: { family: "doughnut" },
};

/** Chart type that is made of such parts; undefined when Office.js has no name for it here. */
export function chartTypeOf(kind: ChartKind): string | undefined {
  return Object.keys(chartKinds).find((type) => {
    const candidate = chartKinds[type];
    return (["family", "direction", "grouping", "markers", "line", "smooth"] as const).every(
      (part) => (candidate[part] ?? null) === (kind[part] ?? null),
    );
  });
}

/** `Excel.ChartLegendPosition`. */
export const legendPositions: Record<FileLegendPosition, string> = {
  t: "Top",
  b: "Bottom",
  l: "Left",
  r: "Right",
  tr: "Corner",
};

/** `Excel.ChartDataLabelPosition`. */
export const labelPositions: Record<FileLabelPosition, string> = {
  ctr: "Center",
  inEnd: "InsideEnd",
  inBase: "InsideBase",
  outEnd: "OutsideEnd",
  l: "Left",
  r: "Right",
  t: "Top",
  b: "Bottom",
  bestFit: "BestFit",
};

/** Positions that a family of charts knows: Excel repairs a file that asks for another one. */
export function allowedLabelPositions({ family, grouping }: ChartKind): FileLabelPosition[] {
  if (family === "bar")
    return grouping === "clustered" ? ["ctr", "inEnd", "inBase", "outEnd"] : ["ctr", "inEnd", "inBase"];
  if (family === "line" || family === "scatter") return ["ctr", "l", "r", "t", "b"];
  return family === "pie" ? ["bestFit", "ctr", "inEnd", "outEnd"] : [];
}

/** `Excel.ChartAxisTickMark`. */
export const tickMarks: Record<FileTickMark, string> = {
  none: "None",
  inside: "Inside",
  outside: "Outside",
  cross: "Cross",
};

/** `Excel.ChartAxisTickLabelPosition`. */
export const tickLabelPositions: Record<FileTickLabels, string> = {
  nextTo: "NextToAxis",
  high: "High",
  low: "Low",
  none: "None",
};

/** `Excel.ChartMarkerStyle`. */
export const markerStyles: Record<FileSymbol, string> = {
  auto: "Automatic",
  none: "None",
  square: "Square",
  diamond: "Diamond",
  triangle: "Triangle",
  x: "X",
  star: "Star",
  dot: "Dot",
  dash: "Dash",
  circle: "Circle",
  plus: "Plus",
  picture: "Picture",
};

/** `Excel.ChartLineStyle`. */
export const lineStyles: Partial<Record<FileDash, string>> = {
  solid: "Continuous",
  dash: "Dash",
  dashDot: "DashDot",
  lgDashDotDot: "DashDotDot",
  sysDot: "RoundDot",
  dot: "Dot",
};
