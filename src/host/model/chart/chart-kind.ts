/** What a chart type of Office.js (`Excel.ChartType`) is made of. */
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

/** The chart types that the host draws and keeps in files. */
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

/** Chart type that is made of such parts; undefined when none is. */
export function chartTypeOf(kind: ChartKind): string | undefined {
  return Object.keys(chartKinds).find((type) => {
    const candidate = chartKinds[type];
    return (["family", "direction", "grouping", "markers", "line", "smooth"] as const).every(
      (part) => (candidate[part] ?? null) === (kind[part] ?? null),
    );
  });
}

/** Positions of data labels (`Excel.ChartDataLabelPosition`) that a family of charts knows. Excel refuses the others. */
export function labelPositionsOf({ family, grouping }: ChartKind): string[] {
  if (family === "bar") {
    const inside = ["Center", "InsideEnd", "InsideBase"];
    return grouping === "clustered" ? [...inside, "OutsideEnd"] : inside;
  }
  if (family === "line" || family === "scatter") {
    return ["Center", "Left", "Right", "Top", "Bottom"];
  }
  return family === "pie" ? ["BestFit", "Center", "InsideEnd", "OutsideEnd"] : [];
}
