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

/** Where a period stands, counted from the first one by the calendar: its position, unless some before it have no column. */
export function placeOf({ calendar }: Pick<History, "calendar">, position: number): number {
  return calendar ? calendar[position] - calendar[0] : position;
}

/** How many periods the first `known` ones span by the calendar. */
export function spanOf(history: History, known = history.periods): number {
  return known === 0 ? 0 : placeOf(history, known - 1) + 1;
}

/** Position of the first of those periods that fall into the last `count` ones by the calendar, at the end of the first `known`. */
export function firstOfLast(history: History, count: number, known: number): number {
  if (!history.calendar) return Math.max(0, known - count);
  const from = spanOf(history, known) - count;
  let first = known;
  while (first > 0 && placeOf(history, first - 1) >= from) first--;
  return first;
}

/** The two windows of equal length that are compared. Positions of periods: `from` ≤ earlier < `middle` ≤ last < `history.periods`. */
export interface ComparedWindows {
  /** W, periods of each window. */
  periods: number;
  from: number;
  middle: number;
  /** The history as its periods are counted: side by side where the earlier window would have no column by the calendar. */
  history: History;
}

/** The last W periods and the W before them, by the calendar; null when there is nothing to compare. Source: methods §12. */
export function comparedWindows(history: History): ComparedWindows | null {
  const periods = comparedPeriods(spanOf(history), history.unit);
  if (periods === 0) return null;
  const middle = firstOfLast(history, periods, history.periods);
  const from = firstOfLast(history, 2 * periods, history.periods);
  if (from === middle) return comparedWindows({ ...history, calendar: undefined });
  return { periods, from, middle, history };
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
  const year = periodsOfYear(history.unit);
  if (spanOf(history, known) < 2 * year) return -1;
  const place = (period: number) => placeOf(history, period);
  let first = Math.max(0, from - year);
  while (place(first) < place(from) - year) first++;
  for (let i = 0; i < count; i++) if (place(first + i) !== place(from + i) - year) return -1;
  return first;
}

/** @throws InvalidArgument when the cells are not clients × periods. */
export function checkHistory({ cells, clients, periods }: History): void {
  if (cells.length !== clients * periods) {
    throw new InvalidArgument("history", null, cells.length, "matchingLength");
  }
}
