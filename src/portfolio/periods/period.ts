/** Periods: from the words and dates of headers to the months, quarters and years that count. */

export type PeriodUnit = "day" | "week" | "month" | "quarter" | "half" | "year";

/** A period of the history. Dates are ISO days (`2024-01-31`), both ends inclusive. */
export interface Period {
  unit: PeriodUnit;
  start: string;
  end: string;
}

/** From the shortest unit to the longest. */
export const periodUnits: readonly PeriodUnit[] = ["day", "week", "month", "quarter", "half", "year"];

const DAY = 86_400_000;
const monthsOfUnit = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** Whether two rows of periods of one unit are the same. */
export function samePeriods(some: readonly Period[], others: readonly Period[]): boolean {
  return some.length === others.length && some.every(({ start }, i) => start === others[i].start);
}

/** Days since 1970-01-01 of an ISO day. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

/** ISO day of a number of days since 1970-01-01. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Whether a text is an ISO day of the calendar: `2024-02-30` is not. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = dayNumber(text);
  return Number.isFinite(day) && isoDay(day) === text;
}

/** The `index`-th (1-based) month, quarter, half or the year of a calendar year; null when there is none. */
export function calendarPeriod(unit: keyof typeof monthsOfUnit, year: number, index = 1): Period | null {
  const months = monthsOfUnit[unit];
  if (index < 1 || index > 12 / months || year < 1900 || year > 2199) return null;
  return {
    unit,
    start: isoDay(Date.UTC(year, (index - 1) * months, 1) / DAY),
    end: isoDay(Date.UTC(year, index * months, 0) / DAY),
  };
}

/** Week 1–53 of ISO 8601: it starts on Monday, week 1 holds the first Thursday; null when the year has no such week. */
export function isoWeek(year: number, week: number): Period | null {
  const fourth = Date.UTC(year, 0, 4) / DAY;
  const start = fourth - weekday(fourth) + (week - 1) * 7;
  const thursdayYear = new Date((start + 3) * DAY).getUTCFullYear();
  if (week < 1 || thursdayYear !== year) return null;
  return { unit: "week", start: isoDay(start), end: isoDay(start + 6) };
}

/** A single day; null when the calendar has none (30 February). */
export function calendarDay(year: number, month: number, day: number): Period | null {
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return year >= 1900 && year <= 2199 && isIsoDay(iso) ? { unit: "day", start: iso, end: iso } : null;
}

/** The month, quarter, half, year or week that begins and ends on these ISO days; null when none does. */
export function calendarSpan(start: string, end: string): Period | null {
  for (const unit of ["month", "quarter", "half", "year"] as const) {
    const index = Math.ceil(Number(start.slice(5, 7)) / monthsOfUnit[unit]);
    const period = calendarPeriod(unit, Number(start.slice(0, 4)), index);
    if (period?.start === start && period.end === end) return period;
  }
  return dayNumber(end) - dayNumber(start) === 6 ? { unit: "week", start, end } : null;
}

/** Monday = 0 … Sunday = 6 of a day number. 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The calendar quarter that holds an ISO day. */
export function quarterOf(iso: string): Period {
  const quarter = calendarPeriod("quarter", Number(iso.slice(0, 4)), Math.ceil(Number(iso.slice(5, 7)) / 3));
  if (!quarter) throw new RangeError(`no quarter holds ${iso}`);
  return quarter;
}

/** First day of the period that comes so many periods of its kind after this one. */
export function startAfter({ unit, start }: Period, periods: number): string {
  if (unit === "day" || unit === "week")
    return isoDay(dayNumber(start) + periods * (unit === "week" ? 7 : 1));
  const [year, month] = start.split("-").map(Number);
  return isoDay(Date.UTC(year, month - 1 + periods * monthsOfUnit[unit], 1) / DAY);
}
