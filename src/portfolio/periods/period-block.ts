import { calendarDay, calendarPeriod, dayNumber, isoDay, type Period } from "./period";
import { amountNamed } from "./header-dress";
import { quartersByMonths } from "./month-ranges";
import { readPeriodHeader, type PeriodReading } from "./period-header";
import { placeYearless } from "./yearless";

/** A header with its number format, and whether its column holds any number. */
export interface PeriodHeader {
  header: string | number | boolean;
  format: string;
  filled: boolean;
}

/**
 * Reads the headers of a list as periods, each in the light of the others; null for a header that is no period.
 * - `1/2/2024`: month first when the other headers say so, by days after the twelfth or by what changes, else by the decimal separator ("," = day first).
 * - `01/25` is a month of a year where a month follows a month, all but the years alike: 11/24, 12/24, 01/25.
 * - Days that are all first (or last) days of months are months, quarters or years; days a week apart are weeks.
 * - `Jan–Mar`, `Apr–Jun` are quarters, `Jan–Mar` beside `Jan–Jun` is none.
 * - Weeks, months, quarters or halves without a year count only in company; the last one with numbers is taken as the
 *   latest that has begun at `asOf` (ISO day; quarters and halves: that is over), and the years before it follow from the
 *   order of the columns.
 */
export function readPeriodHeaders(
  headers: readonly PeriodHeader[],
  decimalSeparator: "." | ",",
  asOf: string,
): (Period | null)[] {
  const quarters = quartersByMonths(headers.map(({ header }) => header));
  const readings = headers.map(({ header, format }, at) => readPeriodHeader(header, format) ?? quarters[at]);
  const periods = withSlashes(readings, dayFirstIn(headers), decimalSeparator === ",");
  placeMonths(periods, readings);
  placeYearless(
    periods,
    readings,
    headers.map(({ header }) => (typeof header === "string" ? amountNamed(header) : "")),
    headers.map(({ filled }) => filled),
    asOf,
  );
  widenDays(periods);
  return periods;
}

const slashes = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/;

/** Whether the headers that can be read one way only have the day first; null where none can, or they differ. */
function dayFirstIn(headers: readonly PeriodHeader[]): boolean | null {
  const told = headers.flatMap(({ header }) => {
    const [, first, , second] = (typeof header === "string" && slashes.exec(header)) || [];
    const isDay = Number(first) > 12;
    return isDay !== Number(second) > 12 && first !== undefined ? [isDay] : [];
  });
  return new Set(told).size === 1 ? told[0] : null;
}

function withSlashes(
  readings: readonly (PeriodReading | null)[],
  told: boolean | null,
  dayFirstByDefault: boolean,
): (Period | null)[] {
  const open = readings.filter((reading) => reading?.kind === "dayOrMonthFirst");
  const firsts = new Set(open.map(({ first }) => first));
  const seconds = new Set(open.map(({ second }) => second));
  // A block of months shows the same day everywhere; so does a single month of days with its month.
  let dayFirst = told ?? dayFirstByDefault;
  const isOpen = told === null && open.length > 1;
  if (isOpen && firsts.size === 1 && seconds.size > 1) dayFirst = firsts.has(1);
  else if (isOpen && seconds.size === 1 && firsts.size > 1) dayFirst = !seconds.has(1);
  return readings.map((reading) => {
    if (reading?.kind === "period") return reading.period;
    if (reading?.kind !== "dayOrMonthFirst") return null;
    const { first, second, year } = reading;
    return dayFirst ? calendarDay(year, second, first) : calendarDay(year, first, second);
  });
}

function placeMonths(periods: (Period | null)[], readings: readonly (PeriodReading | null)[]): void {
  const months = readings.flatMap((reading) => (reading?.kind === "monthWithYear" ? [reading.period] : []));
  if (months.length < 2) return;
  const numbers = months.map(({ start }) => Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)));
  const step = numbers[1] - numbers[0];
  if (Math.abs(step) !== 1 || !numbers.every((number, i) => i === 0 || number - numbers[i - 1] === step))
    return;
  readings.forEach((reading, at) => {
    if (reading?.kind === "monthWithYear") periods[at] = reading.period;
  });
}

/** Headers are often full dates that stand for longer periods: 01.01.2024, 01.02.2024 … are months. */
function widenDays(periods: (Period | null)[]): void {
  const days = periods.filter((period) => period?.unit === "day").map((period) => dayNumber(period!.start));
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  if (sorted.length < 2) return;
  const widened = widening(sorted);
  if (!widened) return;
  periods.forEach((period, at) => {
    if (period?.unit === "day") periods[at] = widened(period.start);
  });
}

function widening(sorted: readonly number[]): ((iso: string) => Period | null) | null {
  const dates = sorted.map((day) => new Date(day * 86_400_000));
  const atStart = dates.every((date) => date.getUTCDate() === 1);
  const atEnd = sorted.every((day) => new Date((day + 1) * 86_400_000).getUTCDate() === 1);
  if (atStart || atEnd) {
    const months = dates.map((date) => date.getUTCFullYear() * 12 + date.getUTCMonth());
    const steps = months.slice(1).map((month, i) => month - months[i]);
    const phase = atStart ? 0 : 1;
    const unit =
      steps.every((step) => step % 12 === 0) && (months[0] + phase) % 12 === 0
        ? "year"
        : steps.length > 1 && steps.every((step) => step === 3) && (months[0] + phase) % 3 === 0
          ? "quarter"
          : "month";
    return (iso) => {
      const [year, month] = iso.split("-").map(Number);
      return calendarPeriod(
        unit,
        year,
        unit === "year" ? 1 : unit === "quarter" ? Math.ceil(month / 3) : month,
      );
    };
  }
  const steps = sorted.slice(1).map((day, i) => day - sorted[i]);
  if (steps.length > 1 && steps.every((step) => step % 7 === 0) && steps.includes(7)) {
    return (iso) => ({ unit: "week", start: iso, end: isoDay(dayNumber(iso) + 6) });
  }
  return null;
}
