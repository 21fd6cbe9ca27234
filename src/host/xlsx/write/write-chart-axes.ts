import type { AxisRecord, ChartRecord } from "../../workbook-record";
import { type ChartKind } from "../../model/chart/chart-kind";
import { tickLabelPositions, tickMarks } from "../vocabulary/chart-choices";
import { hairline, letters, ordinarySizes, richText } from "../vocabulary/chart-dress";
import { keyOf } from "../vocabulary/conditional-format-choices";
import type { FileChart } from "../library";

/** Numbers by which the groups of a chart name their axes. */
export const axisIds = { primary: [500_000_001, 500_000_002], secondary: [500_000_003, 500_000_004] };

/**
 * The axes of a chart, category first. A secondary value axis needs its own category axis; Excel hides that one.
 * @param kind of the groups on the primary axes
 * @param secondary kind of the groups on the secondary axes, null when there are none
 */
export function fileAxes(
  axes: ChartRecord["axes"],
  kind: ChartKind,
  secondary: ChartKind | null,
): FileChart.ChartAxis[] {
  const lying = kind.direction === "bar";
  const [category, value] = axisIds.primary;
  const made: FileChart.ChartAxis[] = [
    {
      ...axis(axes.category, kind.family === "scatter" ? "val" : "cat", category, value, kind, lying),
      axPos: lying ? "l" : "b",
      ...crossing(axes.value),
    } as FileChart.ChartAxis,
    {
      ...axis(axes.value, "val", value, category, kind, !lying),
      axPos: lying ? "b" : "l",
      ...crossing(axes.category),
    } as FileChart.ChartAxis,
  ];
  if (!secondary) return made;
  const [hidden, second] = axisIds.secondary;
  const valueRecord = axes.secondaryValue ?? { ...axes.value, majorGridlines: false, minorGridlines: false };
  const hiddenType = secondary.family === "scatter" ? "val" : "cat";
  return [
    ...made,
    {
      ...axis(valueRecord, "val", second, hidden, secondary, !lying),
      axPos: lying ? "t" : "r",
      crosses: "max",
    } as FileChart.ChartAxis,
    {
      axisType: hiddenType,
      axId: hidden,
      scaling: { orientation: axes.category.reversed ? "maxMin" : "minMax" },
      delete: true,
      axPos: lying ? "l" : "b",
      numFmt: { formatCode: "General", sourceLinked: true },
      majorTickMark: "outside",
      minorTickMark: "none",
      tickLblPos: "nextTo",
      crossAx: second,
      crosses: "autoZero",
      ...(hiddenType === "cat" ? categoryHabits : { crossBetween: "midCat" }),
    } as FileChart.ChartAxis,
  ];
}

const categoryHabits = { auto: true, lblAlgn: "ctr", lblOffset: 100, noMultiLvlLbl: false } as const;

function axis(
  record: AxisRecord,
  axisType: "cat" | "val",
  axId: number,
  crossAx: number,
  kind: ChartKind,
  upright: boolean,
): Omit<FileChart.ChartAxis, "axPos"> {
  const scaling = {
    ...(record.logBase !== undefined && { logBase: record.logBase }),
    orientation: record.reversed ? ("maxMin" as const) : ("minMax" as const),
    ...(record.maximum !== null && { max: record.maximum }),
    ...(record.minimum !== null && { min: record.minimum }),
  };
  const unit = (value: number | null | undefined, name: "majorUnit" | "minorUnit") =>
    value === null || value === undefined ? {} : { [name]: value };
  return {
    axisType,
    axId,
    scaling,
    delete: !record.visible,
    ...(record.majorGridlines && { majorGridlines: { line: hairline(record.gridlineColor) } }),
    ...(record.minorGridlines && { minorGridlines: { line: hairline(record.gridlineColor) } }),
    ...titleOf(record, upright),
    numFmt:
      record.numberFormat === null
        ? { formatCode: "General", sourceLinked: true }
        : { formatCode: record.numberFormat, sourceLinked: false },
    majorTickMark: keyOf(tickMarks, record.majorTickMark) ?? "none",
    minorTickMark: keyOf(tickMarks, record.minorTickMark ?? "None") ?? "none",
    tickLblPos: keyOf(tickLabelPositions, record.tickLabelPosition) ?? "nextTo",
    spPr: { fill: { noFill: true }, line: hairline(record.lineColor) },
    txPr: letters(
      { size: record.fontSize, color: record.fontColor, bold: record.fontBold },
      ordinarySizes.words,
      record.textRotation,
    ),
    crossAx,
    ...(axisType === "cat"
      ? categoryHabits
      : {
          crossBetween:
            kind.family === "scatter" || kind.family === "area" ? ("midCat" as const) : ("between" as const),
          ...unit(record.majorUnit, "majorUnit"),
          ...unit(record.minorUnit, "minorUnit"),
        }),
  };
}

/** A title beside a standing axis is read upwards. */
function titleOf({ title }: AxisRecord, upright: boolean): { title?: FileChart.ChartTitle } {
  if (!title.visible) return {};
  const rotation = upright ? 90 : 0;
  return { title: { text: richText(title.text, title, ordinarySizes.axisTitle, rotation), overlay: false } };
}

/** Excel keeps the place where an axis is crossed with the axis that crosses it. */
function crossing(crossed: AxisRecord): Pick<FileChart.AxisBase, "crosses" | "crossesAt"> {
  const { crossesAt } = crossed;
  if (typeof crossesAt === "number") return { crossesAt };
  return { crosses: crossesAt === "Maximum" ? "max" : crossesAt === "Minimum" ? "min" : "autoZero" };
}
