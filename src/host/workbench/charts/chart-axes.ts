import type { XAXisComponentOption, YAXisComponentOption } from "echarts";
import { shownText } from "../../model/sheet/cell-entry";
import { automaticScale } from "../../model/chart/axes/chart-scale";
import type { AxisRecord } from "../../workbook-record";
import { sheetFont } from "../sheet-font";
import { automaticLineColor, automaticTextColor, pixelsPerPoint, textStyle } from "./text-style";

type AxisOption = XAXisComponentOption & YAXisComponentOption;

/** On which side of the plot an axis stands. */
export type Side = "left" | "right" | "top" | "bottom";

/** The other axis crosses this one at its beginning, or at its end; reversing turns the ends round. */
export function crossesAtEnd(axis: AxisRecord): boolean {
  return (axis.crossesAt === "Maximum") !== axis.reversed;
}

/** An axis of values. `values`: all numbers that are drawn along it (sums where series are stacked). */
export function valueAxis(
  axis: AxisRecord,
  side: Side,
  { values, numberFormat, locale }: { values: number[]; numberFormat: string; locale: string },
): AxisOption {
  const scale = automaticScale(values, axis.majorUnit ?? undefined);
  const pattern = axis.numberFormat ?? numberFormat;
  const minimum = axis.minimum ?? scale.minimum;
  const maximum = axis.maximum ?? scale.maximum;
  return {
    ...dress(axis, side),
    type: axis.logBase === undefined ? "value" : "log",
    ...(axis.logBase !== undefined && { logBase: axis.logBase }),
    // A logarithm has no zero: its ends are left to ECharts.
    ...(axis.logBase === undefined && {
      min: minimum,
      max: maximum,
      interval: scale.majorUnit,
    }),
    axisLabel: {
      ...labelStyle(axis),
      formatter: (value: number) => shownText(value, pattern, locale),
    },
    splitLine: {
      show: axis.majorGridlines,
      lineStyle: { color: axis.gridlineColor ?? automaticLineColor, width: 1 },
    },
    minorSplitLine: { show: axis.minorGridlines },
  } as AxisOption;
}

/** An axis of categories. `room`: pixels along it. */
export function categoryAxis(axis: AxisRecord, side: Side, categories: string[], room: number): AxisOption {
  const isHorizontal = side === "top" || side === "bottom";
  const each = room / Math.max(1, categories.length);
  const fullSize = (axis.fontSize ?? 9) * pixelsPerPoint;
  // Excel breaks texts between words only.
  const longestWord = Math.max(
    1,
    ...categories.flatMap((text) => text.split(/\s/).map((word) => word.length)),
  );
  const fitting = (each * 0.95) / (longestWord * letterWidth);
  const fontSize = isHorizontal ? Math.max(fullSize * 0.75, Math.min(fullSize, fitting)) : fullSize;
  const widest = Math.max(0, ...categories.map((text) => text.length)) * fontSize * 0.5;
  // Excel turns texts that do not fit beside each other.
  const isTooLong = fitting < fullSize * 0.75;
  const automaticRotation =
    isHorizontal && (isTooLong || widest > each * 1.8) && each > fontSize * 0.9 ? 45 : 0;
  const mostLetters = Math.floor(longestTurnedText / (fontSize * 0.5));
  const rotate = axis.textRotation ?? automaticRotation;
  return {
    ...dress(axis, side),
    type: "category",
    data: categories,
    axisLabel: {
      ...labelStyle(axis),
      // ECharts' own shortening takes Cyrillic letters for as wide as Chinese ones.
      ...(isHorizontal &&
        rotate !== 0 && { rotate, formatter: (text: string) => shortened(text, mostLetters) }),
      ...(isHorizontal && rotate === 0 && { fontSize, width: each * 0.95, overflow: "break" }),
      ...((rotate !== 0 || !isHorizontal) && each > fontSize * 0.9 && { interval: 0 }),
    },
    splitLine: {
      show: axis.majorGridlines,
      lineStyle: { color: axis.gridlineColor ?? automaticLineColor, width: 1 },
    },
  } as AxisOption;
}

/** Of a letter, as part of its size: no text is wider by this. */
const letterWidth = 0.6;
/** Pixels: Excel leaves the plot the greater part of the chart. */
const longestTurnedText = 150;

function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

function dress(axis: AxisRecord, side: Side): AxisOption {
  const { title } = axis;
  const isVertical = side === "left" || side === "right";
  return {
    show: axis.visible,
    position: side,
    inverse: axis.reversed,
    ...(title.visible && {
      name: title.text,
      nameLocation: "middle",
      nameGap: 10,
      nameMoveOverlap: true,
      ...(isVertical && { nameRotate: 90 }),
      nameTextStyle: textStyle(title, 10),
    }),
    axisLine: {
      show: true,
      // "Low" keeps the texts of an axis away from bars below zero.
      onZero: axis.tickLabelPosition === "NextToAxis",
      lineStyle: { color: axis.lineColor ?? automaticLineColor, width: 1 },
    },
    axisTick: {
      show: axis.majorTickMark !== "None",
      inside: axis.majorTickMark === "Inside",
    },
  } as AxisOption;
}

function labelStyle(axis: AxisRecord): object {
  return {
    show: axis.tickLabelPosition !== "None",
    fontFamily: sheetFont,
    fontSize: (axis.fontSize ?? 9) * pixelsPerPoint,
    fontWeight: axis.fontBold ? "bold" : "normal",
    color: axis.fontColor ?? automaticTextColor,
  };
}
