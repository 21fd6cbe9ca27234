import { periodUnits, type Period } from "./period";
import { missingPeriods } from "./period-window";

/** How the periods of a block stand on the sheet, for what is said about it. */
export interface PeriodOrder {
  /** By the columns from left to right; "mixed" where they run neither onward nor back. Single periods run onward. */
  direction: "onward" | "back" | "mixed";
  /** Positions of periods that stand there more than once, by period, in order of time. */
  doubled: readonly (readonly number[])[];
  /** Periods without a column between the first and the last of their length. Days are not missed. */
  missing: number;
}

/** Order, doubles and gaps of periods as they stand in the columns; null for columns that do not count. */
export function orderOf(periods: readonly (Period | null)[]): PeriodOrder {
  const positions = new Map<string, number[]>();
  const starts: string[] = [];
  periods.forEach((period, at) => {
    if (!period) return;
    starts.push(period.start);
    const key = `${period.start} ${period.unit}`;
    const known = positions.get(key);
    if (known) known.push(at);
    else positions.set(key, [at]);
  });
  const inTime = [...positions.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, at]) => at);
  return {
    direction: starts.every((start, i) => i === 0 || start >= starts[i - 1])
      ? "onward"
      : starts.every((start, i) => i === 0 || start <= starts[i - 1])
        ? "back"
        : "mixed",
    doubled: inTime.filter((at) => at.length > 1),
    missing: periodUnits
      .map((unit) => inTime.map(([at]) => periods[at]!).filter((period) => period.unit === unit))
      .reduce((missing, alike) => missing + missingPeriods(alike), 0),
  };
}
