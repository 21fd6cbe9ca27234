import type { FileChart } from "../library";

type FileLegendPosition = NonNullable<FileChart.ChartLegend["legendPos"]>;
type FileLabelPosition = NonNullable<FileChart.DataLabels["position"]>;
type FileTickMark = NonNullable<FileChart.AxisBase["majorTickMark"]>;
type FileTickLabels = NonNullable<FileChart.AxisBase["tickLblPos"]>;
type FileSymbol = NonNullable<FileChart.ChartMarker["symbol"]>;
type FileDash = NonNullable<FileChart.ChartLine["dash"]>;

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
