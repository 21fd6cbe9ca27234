import type { AxisRecord, ChartRecord } from "../../workbook-record";
import { chartKinds } from "./chart-kind";

/**
 * A chart as Excel makes it, apart from its series: 5 by 3 inches, a title, a legend below when there are several series.
 * Excel puts it into the middle of the window; where it stands here is arbitrary.
 */
export function freshChart(type: string, seriesCount: number): Omit<ChartRecord, "id" | "name" | "series"> {
  const { family } = chartKinds[type];
  const hasAxes = family !== "pie" && family !== "doughnut";
  const axis = (majorGridlines: boolean) => freshAxis(hasAxes, hasAxes && majorGridlines);
  return {
    type,
    left: 144,
    top: 75,
    width: 360,
    height: 216,
    title: { text: "", visible: true },
    legend: { visible: seriesCount > 1 || !hasAxes, position: "Bottom" },
    axes: { category: axis(family === "scatter"), value: axis(true), secondaryValue: null },
    fill: null,
    border: null,
    gapWidth: null,
    overlap: null,
  };
}

/** The second value axis as Excel makes it: on the other side, without gridlines. */
export function freshSecondaryAxis(): AxisRecord {
  return freshAxis(true, false);
}

function freshAxis(visible: boolean, majorGridlines: boolean): AxisRecord {
  return {
    visible,
    title: { text: "", visible: false },
    minimum: null,
    maximum: null,
    majorUnit: null,
    numberFormat: null,
    majorGridlines,
    minorGridlines: false,
    reversed: false,
    tickLabelPosition: "NextToAxis",
    majorTickMark: "None",
  };
}
