import { type Period, type PeriodUnit, dayNumber, periodUnits, quarterOf } from "./period";
import { Problem } from "../problem";
import type { PeriodChoice } from "./period-choice";

/** Which of the periods of a block are alike. Positions into the periods given. */
export interface CommonLength {
  /** The length that most periods have, the shorter one when it is a draw; null without periods. */
  unit: PeriodUnit | null;
  /** Periods of a longer unit that hold some of the others: quarter totals between months. */
  covering: ReadonlySet<number>;
  /** Periods of another unit that hold none of the others. */
  other: ReadonlySet<number>;
}

/** Finds the length that counts in a block where months, quarters and years stand side by side. */
export function commonLength(periods: readonly (Period | null)[]): CommonLength {
  const counts = periodUnits.map((unit) => periods.filter((period) => period?.unit === unit).length);
  const most = Math.max(...counts);
  if (most === 0) return { unit: null, covering: new Set(), other: new Set() };
  const unit = periodUnits[counts.indexOf(most)];
  const alike = periods.filter((period): period is Period => period?.unit === unit);
  const covering = new Set<number>();
  const other = new Set<number>();
  periods.forEach((period, i) => {
    if (!period || period.unit === unit) return;
    const holds = alike.some(({ start, end }) => period.start <= start && end <= period.end);
    (holds ? covering : other).add(i);
  });
  return { unit, covering, other };
}

/** That so many stop buying at once is less likely than a column that nobody has filled in. */
const MANY_BUYERS = 5;

/** Which periods count. Positions into the periods given, in order of time. */
export interface ChosenPeriods {
  chosen: readonly number[];
  /** Periods of the right length that do not count: incomplete, or outside the window. */
  leftOut: readonly number[];
  /**
   * Periods that `asOf` falls into, that have not begun, or that nobody has filled in yet; chosen ones too where a range holds
   * them.
   */
  incomplete: ReadonlySet<number>;
  /** Periods that are over, and those that have begun by today or `asOf`: chosen or not, in order of time. */
  complete: readonly number[];
  begun: readonly number[];
}

/**
 * Chooses the periods that count (methods §1): all complete ones, the last k of them, or those inside from–to.
 *
 * @param today the period it falls into is incomplete. With `choice.asOf` that day counts as past, so
 *   2024-01-31 closes January.
 * @param buyersIn how many bought in a period: where many did in one and nobody in all that follow, these are
 *   still to be filled in, unless somebody said with `choice.asOf` up to when everything is known
 * @throws Problem tooFewPeriods
 */
export function choosePeriods(
  periods: readonly Period[],
  choice: PeriodChoice,
  today: string,
  buyersIn: (position: number) => number = () => 1,
): ChosenPeriods {
  const order = periods.map((_, i) => i).sort((a, b) => (periods[a].start < periods[b].start ? -1 : 1));
  const last = order.findLastIndex((i) => buyersIn(i) > 0);
  const isOpen = choice.asOf === null && last >= 0 && buyersIn(order[last]) >= MANY_BUYERS;
  const unfilled = new Set(isOpen ? order.slice(last + 1) : []);
  const isComplete = ({ end }: Period) => (choice.asOf === null ? end < today : end <= choice.asOf);
  const incomplete = new Set(order.filter((i) => unfilled.has(i) || !isComplete(periods[i])));
  const complete = order.filter((i) => !incomplete.has(i));
  const { window } = choice;
  let chosen = complete;
  if (window !== "complete") {
    chosen =
      "last" in window
        ? complete.slice(-window.last)
        : order.filter((i) => periods[i].start >= window.from && periods[i].end <= window.to);
    const asked = "last" in window ? window.last : 1;
    if (chosen.length < asked) throw new Problem({ kind: "tooFewPeriods", asked, available: chosen.length });
  }
  const inside = new Set(chosen);
  const latest = choice.asOf !== null && choice.asOf > today ? choice.asOf : today;
  return {
    chosen,
    leftOut: order.filter((i) => !inside.has(i)),
    incomplete,
    complete,
    begun: order.filter((i) => periods[i].start <= latest),
  };
}

/** Periods without a column between the first and the last of these, which stand in order of time. Days are not missed: weekends are often left out. */
export function missingPeriods(periods: readonly Period[]): number {
  if (periods.length === 0 || periods[0].unit === "day") return 0;
  return placeOnCalendar(periods[periods.length - 1]) - placeOnCalendar(periods[0]) + 1 - periods.length;
}

/** Where a period stands on the calendar, in periods of its length: those of neighbours differ by 1. */
export function placeOnCalendar({ unit, start }: Period): number {
  if (unit === "day") return dayNumber(start);
  return unit === "week" ? Math.round(dayNumber(start) / 7) : Math.floor(monthNumber(start) / monthsIn[unit]);
}

const monthsIn = { month: 1, quarter: 3, half: 6, year: 12 } as const;

function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

/** Quarters made of shorter periods. */
export interface Quarters {
  periods: readonly Period[];
  /** Quarter of each period given; −1 where its quarter is not whole. */
  quarterOf: Int32Array;
}

/**
 * Groups periods in order of time into whole quarters. Months: all three must be there. Days and weeks: the block must
 * reach from the first to the last day of the quarter (a week belongs to the quarter of its Thursday).
 * Null when the periods are quarters or longer already.
 */
export function quartersFrom(periods: readonly Period[]): Quarters | null {
  const unit = periods[0]?.unit;
  if (unit !== "day" && unit !== "week" && unit !== "month") return null;
  const slack = unit === "week" ? 3 : 0;
  const first = dayNumber(periods[0].start) - slack;
  const last = dayNumber(periods[periods.length - 1].end) + slack;
  const quarters: Period[] = [];
  const whole: boolean[] = [];
  const membership = periods.map(({ start, end }) => {
    const quarter = quarterOf(unit === "week" ? thursdayOf(start) : start);
    if (quarters.at(-1)?.start !== quarter.start) {
      quarters.push(quarter);
      whole.push(unit !== "month" && first <= dayNumber(quarter.start) && last >= dayNumber(quarter.end));
    }
    if (unit === "month") whole[quarters.length - 1] = end === quarter.end && hasAllMonths(periods, quarter);
    return quarters.length - 1;
  });
  const kept = quarters.map((_, i) => whole.slice(0, i).filter(Boolean).length);
  return {
    periods: quarters.filter((_, i) => whole[i]),
    quarterOf: Int32Array.from(membership, (quarter) => (whole[quarter] ? kept[quarter] : -1)),
  };
}

function hasAllMonths(periods: readonly Period[], quarter: Period): boolean {
  return periods.filter(({ start, end }) => quarter.start <= start && end <= quarter.end).length === 3;
}

function thursdayOf(weekStart: string): string {
  return new Date((dayNumber(weekStart) + 3) * 86_400_000).toISOString().slice(0, 10);
}
