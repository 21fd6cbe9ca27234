import { calendarDay, dayNumber, type PeriodUnit } from "./period";
import { readPeriodHeader } from "./period-header";

/** What one cell says of the day of a line. Days are days since 1970-01-01. */
export type DayReading =
  /** A day, or the first day of a longer period where the cell names only that. */
  | { kind: "day"; day: number; unit: PeriodUnit }
  /** `5/6/2024`: day and month first are both days of the calendar. */
  | { kind: "dayOrMonthFirst"; first: number; second: number; year: number }
  /** `Январь`, `Q1`: needs the other lines to be placed. */
  | { kind: "yearless" };

/** Day 25569 of Excel's 1900 calendar is 1970-01-01. */
export const serialOfEpoch = 25_569;

const isoDate = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(.*)$/;
const numericDate = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(.*)$/;
/** `10:15`, `T10:15:00.000Z`, `, 10:15:00 PM`, `г.` */
const rest =
  /^(?:\s*г(?:ода|\.)?)?(?:[T,\s]*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const timeAtTheEnd =
  /[T,\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
/** `05-Mar-25`, `5 мар 25`: a day, for its month alone would not need the number before it. */
const shortYear = /^(\d{1,2}[\s.,/-]*[a-zа-яё]{3,9})\.?[\s.,/'-]+(\d{2})$/i;

/**
 * The day that a text means: ISO (`2024-01-31`, `2024-01-31T00:00:00`), with dots (day first), with slashes or dashes
 * (the column says which comes first), with the month in words (`31 дек 2024`, `Dec 31, 2024`), with or without a time;
 * or the longer period that it names (`2024-01`, `янв 2024`, `Q1 2024`). Null when it is none.
 */
export function readDayText(text: string): DayReading | null {
  const iso = isoDate.exec(text);
  if (iso && rest.test(iso[5])) return dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const numeric = numericDate.exec(text);
  if (numeric && rest.test(numeric[5])) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), fullYear(numeric[4])];
    if (numeric[2] === "." || first > 12) return dayOf(year, second, first);
    if (second > 12) return dayOf(year, first, second);
    return first > 0 && second > 0 ? { kind: "dayOrMonthFirst", first, second, year } : null;
  }
  const plain = text.replace(timeAtTheEnd, "");
  const reading = readPeriodHeader(plain.replace(shortYear, "$1 20$2"), "General");
  if (reading?.kind !== "period") return reading?.kind === "yearless" ? reading : null;
  const { unit, start } = reading.period;
  return { kind: "day", day: dayNumber(start), unit };
}

/**
 * The day that a number means: an Excel serial of the 1900 calendar from 1954 to 2119, `20240131`, `202401`, or a year.
 */
export function readDayNumber(number: number): DayReading | null {
  if (number >= 20_000 && number <= 80_000) {
    return { kind: "day", day: Math.floor(number) - serialOfEpoch, unit: "day" };
  }
  if (!Number.isInteger(number)) return null;
  if (number >= 19_000_101 && number <= 21_991_231) {
    return dayOf(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
  }
  if (number >= 190_001 && number <= 219_912) {
    const month = dayOf(Math.floor(number / 100), number % 100, 1);
    return month && { ...month, unit: "month" };
  }
  if (number < 1990 || number > 2100) return null;
  return { kind: "day", day: dayNumber(`${number}-01-01`), unit: "year" };
}

/** The day of a date whose order is known; null when the calendar has none. */
export function dayOf(year: number, month: number, day: number): Extract<DayReading, { kind: "day" }> | null {
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  if (day > 28 && calendarDay(year, month, day) === null) return null;
  if (year < 1900 || year > 2199) return null;
  return { kind: "day", day: daysBeforeMonth(year, month) + day - 1, unit: "day" };
}

/** Days from 1970-01-01 to the first of a month of the Gregorian calendar. */
function daysBeforeMonth(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 80 ? 2000 + year : 1900 + year;
}

/**
 * Months since the year 0 of a day since 1970-01-01: 2024-02-29 is 2024 × 12 + 1. By arithmetic, for it is asked for every line.
 * Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, civil_from_days.
 */
export function monthOfDay(day: number): number {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (era * 400 + yearOfEra) * 12 + monthFromMarch + 2;
}
