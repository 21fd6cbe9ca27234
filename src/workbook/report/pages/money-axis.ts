import { tickFormat, tickStep } from "../paint/charts/axis-scale";
import type { AxisPlan } from "../paint/charts/chart";
import type { ReportWords } from "./subject";

/**
 * An axis of money: large amounts stand on it in millions, the sheet has their digits.
 *
 * @param length of the axis in the unit of the list
 * @param most ticks beyond the first
 */
export function moneyAxis(texts: ReportWords, title: string, length: number, most: number): AxisPlan {
  const step = tickStep(length, most);
  return length >= 1e7
    ? { title: texts.report.inMillions(title), step, format: `${tickFormat(step / 1e6)},,`, gridlines: true }
    : { title, step, format: tickFormat(step), gridlines: true };
}

/** How money stands at the columns of a chart: in millions, thousands or units; the title says in which. */
export interface MoneyScale {
  titleOf(what: string): string;
  /** Number format of a figure. */
  figures: string;
  /** The axis in the same unit. */
  axis: AxisPlan;
}

/** @param most ticks beyond the first */
export function moneyScale({ report }: ReportWords, largest: number, most: number): MoneyScale {
  const step = tickStep(largest, most);
  const axis = { step, gridlines: true };
  if (largest >= 1e6) {
    const figures = largest >= 1e9 ? "#,##0,," : "#,##0.0,,";
    return { titleOf: report.inMillions, figures, axis: { ...axis, format: `${tickFormat(step / 1e6)},,` } };
  }
  if (largest >= 1e4) {
    return {
      titleOf: report.inThousands,
      figures: largest >= 1e5 ? "#,##0," : "#,##0.0,",
      axis: { ...axis, format: `${tickFormat(step / 1e3)},` },
    };
  }
  return { titleOf: (what) => what, figures: "#,##0", axis: { ...axis, format: tickFormat(step) } };
}
