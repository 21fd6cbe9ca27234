import { InvalidArgument } from "../exact/invalid-argument";

/** Length of the periods of a history. */
export type HistoryUnit = "day" | "week" | "month" | "quarter" | "half" | "year";

/** What clients bought, period by period. */
export interface History {
  /** `clients` × `periods` finite amounts, row-major, periods in order of time; blank = 0. */
  cells: ArrayLike<number>;
  clients: number;
  periods: number;
  unit: HistoryUnit;
  /** Where each period stands on the calendar, in periods, ascending: some may be missing in between. Left out: none is. */
  calendar?: ArrayLike<number>;
}

/** Periods of a year, and of the recent past (w: three months, two quarters, one year), by their length. */
const lengths: Readonly<Record<HistoryUnit, { year: number; recent: number }>> = {
  day: { year: 365, recent: 91 },
  week: { year: 52, recent: 13 },
  month: { year: 12, recent: 3 },
  quarter: { year: 4, recent: 2 },
  half: { year: 2, recent: 1 },
  year: { year: 1, recent: 1 },
};

/** Periods of a year. */
export function periodsOfYear(unit: HistoryUnit): number {
  return lengths[unit].year;
}

/** w of methods §9: the last periods in which a client is new, has returned or declines. */
export function recentPeriods(unit: HistoryUnit): number {
  return lengths[unit].recent;
}

/**
 * W of methods §12: periods of each of the two windows that are compared. A year when at least two are known, else half of
 * the history rounded down; 0 when there is nothing to compare.
 */
export function comparedPeriods(periods: number, unit: HistoryUnit): number {
  const year = periodsOfYear(unit);
  return periods >= 2 * year ? year : Math.floor(periods / 2);
}

/**
 * Where the same periods of the year before begin, for `count` periods from `from` on; −1 where one of them is not known, or
 * less than two years are until `known`.
 */
export function yearEarlier(history: History, from: number, count: number, known: number): number {
  const { unit, calendar } = history;
  const placeOf = (period: number) => calendar?.[period] ?? period;
  const year = periodsOfYear(unit);
  if (placeOf(known - 1) - placeOf(0) + 1 < 2 * year) return -1;
  let first = Math.max(0, from - year);
  while (placeOf(first) < placeOf(from) - year) first++;
  for (let i = 0; i < count; i++) if (placeOf(first + i) !== placeOf(from + i) - year) return -1;
  return first;
}

/** @throws InvalidArgument when the cells are not clients × periods. */
export function checkHistory({ cells, clients, periods }: History): void {
  if (cells.length !== clients * periods) {
    throw new InvalidArgument("history", null, cells.length, "matchingLength");
  }
}
