import { calendarDay, calendarPeriod, isoDay, isoWeek, type Period } from "./period";

/** What one header says by itself. Dates with slashes and months without a year need the other headers to be understood. */
export type PeriodReading =
  | { kind: "period"; period: Period }
  | { kind: "yearless"; unit: "month" | "quarter" | "half"; index: number }
  | { kind: "dayOrMonthFirst"; first: number; second: number; year: number };

const monthStems = [
  /^(?:янв|январ[ья]|jan|january)$/,
  /^(?:фев|февр|феврал[ья]|feb|february)$/,
  /^(?:мар|марта?|mar|march)$/,
  /^(?:апр|апрел[ья]|apr|april)$/,
  /^(?:ма[йя]|may)$/,
  /^(?:июн|июн[ья]|jun|june)$/,
  /^(?:июл|июл[ья]|jul|july)$/,
  /^(?:авг|августа?|aug|august)$/,
  /^(?:сен|сент|сентябр[ья]|sep|sept|september)$/,
  /^(?:окт|октябр[ья]|oct|october)$/,
  /^(?:ноя|нояб|ноябр[ья]|nov|november)$/,
  /^(?:дек|декабр[ья]|dec|december)$/,
];
const romans = ["i", "ii", "iii", "iv"];

const year = "(\\d{4}|'?\\d{2})";
const fullYear = "((?:19|20|21)\\d{2})";
const gap = "[\\s.,/_'-]*";
const letters = "([a-zа-я]+)";
const ordinal = "([1-4]|iv|i{1,3})(?:-?(?:й|ый|ой|е|ое|st|nd|rd|th))?";
const quarter = "(?:q|qtr|quarter|кв|кварт|квартал|кв-л)";
const half = "(?:h|hy|half|п/?г|полуг|полугодие|полугод)";
const week = "(?:w|wk|week|нед|неделя)";

type Reader = (parts: string[]) => PeriodReading | null;
const reads = (pattern: string, reader: Reader) => ({ pattern: new RegExp(`^${pattern}$`), reader });

const readers = [
  reads("((?:19|20|21)\\d{2})-(\\d{2})-(\\d{2})(?:[t ]00:00(?::00)?(?:\\.0+)?z?)?", ([y, m, d]) =>
    found(calendarDay(+y, +m, +d)),
  ),
  reads(`${fullYear}[./](\\d{1,2})[./](\\d{1,2})`, ([y, m, d]) => found(calendarDay(+y, +m, +d))),
  reads(`(\\d{1,2})\\.(\\d{1,2})\\.${year}`, ([d, m, y]) => found(calendarDay(yearOf(y), +m, +d))),
  reads(`(\\d{1,2})([/-])(\\d{1,2})\\2${year}`, ([a, , b, y]) => slashed(+a, +b, yearOf(y))),
  reads(`${fullYear}(\\d{2})(\\d{2})`, ([y, m, d]) => found(calendarDay(+y, +m, +d))),
  reads(`(\\d{1,2})${gap}${letters}${gap}(\\d{4})`, ([d, name, y]) => dayOf(+y, name, +d)),
  reads(`${letters}${gap}(\\d{1,2}),? +${fullYear}`, ([name, d, y]) => dayOf(+y, name, +d)),
  reads(fullYear, ([y]) => found(calendarPeriod("year", +y))),
  reads(`(?:m|мес|м)?${gap}(\\d{1,2})[\\s./_-]+${fullYear}`, ([m, y]) =>
    found(calendarPeriod("month", +y, +m)),
  ),
  reads(`${fullYear}${gap}(?:m|мес|м)?${gap}(\\d{2}|(?<=\\D)\\d)`, ([y, m]) =>
    found(calendarPeriod("month", +y, +m)),
  ),
  reads("(0[1-9]|1[0-2])\\.(\\d{2})", ([m, y]) => found(calendarPeriod("month", yearOf(y), +m))),
  reads(`${letters}${gap}${year}`, ([name, y]) => monthOf(name, y)),
  reads(`${fullYear}${gap}${letters}`, ([y, name]) => monthOf(name, y)),
  reads(letters, ([name]) => monthOf(name, null)),
  ...ordinalReaders(quarter, "quarter"),
  ...ordinalReaders(half, "half"),
  reads(`${fullYear}${gap}${week}${gap}(\\d{1,2})`, ([y, w]) => found(isoWeek(+y, +w))),
  reads(`${fullYear}${gap}(\\d{1,2})${gap}${week}`, ([y, w]) => found(isoWeek(+y, +w))),
  reads(`${week}${gap}(\\d{1,2})[\\s.,/_'-]+${year}`, ([w, y]) => found(isoWeek(yearOf(y), +w))),
  reads(`(\\d{1,2})(?:-?я)?${gap}${week}[\\s.,/_'-]*${year}`, ([w, y]) => found(isoWeek(yearOf(y), +w))),
];

function ordinalReaders(word: string, unit: "quarter" | "half") {
  const limit = unit === "quarter" ? 4 : 2;
  const reading = (index: string, y: string | null): PeriodReading | null => {
    const number = romans.indexOf(index) + 1 || Number(index);
    if (number > limit) return null;
    return y === null
      ? { kind: "yearless", unit, index: number }
      : found(calendarPeriod(unit, yearOf(y), number));
  };
  return [
    reads(`${word}${gap}${ordinal}[\\s.,/_'-]+${year}`, ([i, y]) => reading(i, y)),
    reads(`${ordinal}${gap}${word}${gap}${year}`, ([i, y]) => reading(i, y)),
    reads(`${fullYear}${gap}${word}${gap}${ordinal}`, ([y, i]) => reading(i, y)),
    reads(`${fullYear}${gap}${ordinal}${gap}${word}`, ([y, i]) => reading(i, y)),
    reads(`${word}${gap}${ordinal}`, ([i]) => reading(i, null)),
    reads(`${ordinal}${gap}${word}`, ([i]) => reading(i, null)),
  ];
}

/**
 * Reads one header as a period: a date cell by its number format, a year as a number, or text in Russian or English
 * (`янв 2024`, `Jan-24`, `2024-01`, `01.2024`, `I квартал 2024`, `Q1 2024`, `1 полугодие 2024`, `2024-W05`, a day).
 * Words of an amount around it are allowed (`Выручка за янв 2024, тыс. руб.`). Null when it is no period.
 */
export function readPeriodHeader(header: string | number | boolean, format: string): PeriodReading | null {
  if (typeof header === "boolean") return null;
  if (typeof header === "number" && isDateFormat(format)) return dateCell(header, format);
  const text = normalised(String(header));
  return readText(text) ?? readText(withoutAmountWords(text));
}

/** Whether a header is a period *and* names the amount in words: `Sales 2024`. */
export function namesAmountAndPeriod(header: string | number | boolean): boolean {
  if (typeof header !== "string") return false;
  const text = normalised(header);
  return readText(text) === null && readText(withoutAmountWords(text)) !== null;
}

/** Whether an en-US number format shows a date: day, month or year outside quotes, colours and conditions. */
export function isDateFormat(format: string): boolean {
  const bare = bareFormat(format);
  return /[yd]/.test(bare) || (bare.includes("m") && !/[hs]/.test(bare));
}

function bareFormat(format: string): string {
  return format
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "")
    .toLowerCase()
    .replace("general", "");
}

function dateCell(serial: number, format: string): PeriodReading | null {
  if (!(serial >= 61 && serial < 110_000)) return null;
  // Day 25569 of Excel's 1900 calendar is 1970-01-01.
  const [y, m, d] = isoDay(Math.floor(serial) - 25_569)
    .split("-")
    .map(Number);
  const bare = bareFormat(format);
  if (bare.includes("d")) return found(calendarDay(y, m, d));
  return found(bare.includes("m") ? calendarPeriod("month", y, m) : calendarPeriod("year", y));
}

function normalised(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[’`]/g, "'")
    .replace(/[‐-―−]/g, "-")
    .replace(/[\s\u200b-\u200f\ufeff]+/g, " ")
    .trim()
    .replace(/(\d)\s*(?:года|год|г)\.?$/, "$1");
}

const amountWords =
  /(?<![a-zа-я])(?:сумма|выручка|оборот|продаж[иа]?|объем|реализация|отгрузк[аи]|факт|sales|revenue|turnover|amount|actual|net|нетто|(?:без|с) ндс|тыс|млн|руб|р|rub|usd|eur|за|for|in|of)(?![a-zа-я])\.?/g;

function withoutAmountWords(text: string): string {
  return text
    .replace(amountWords, " ")
    .replace(/[₽$€£()[\]:;,]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[-_./ ]+|[-_./ ]+$/g, "")
    .replace(/(\d)\s*(?:года|год|г)\.?$/, "$1");
}

function readText(text: string): PeriodReading | null {
  if (text.length < 2 || text.length > 40) return null;
  for (const { pattern, reader } of readers) {
    const match = pattern.exec(text);
    const reading = match && reader(match.slice(1));
    if (reading) return reading;
  }
  return null;
}

function found(period: Period | null): PeriodReading | null {
  return period && { kind: "period", period };
}

function slashed(first: number, second: number, year: number): PeriodReading | null {
  if (first > 12) return found(calendarDay(year, second, first));
  if (second > 12) return found(calendarDay(year, first, second));
  return { kind: "dayOrMonthFirst", first, second, year };
}

function yearOf(text: string): number {
  const number = Number(text.replace("'", ""));
  return number >= 100 ? number : number < 80 ? 2000 + number : 1900 + number;
}

function monthNumber(name: string): number {
  return monthStems.findIndex((stem) => stem.test(name)) + 1;
}

function monthOf(name: string, y: string | null): PeriodReading | null {
  const month = monthNumber(name);
  if (month === 0) return null;
  return y === null
    ? { kind: "yearless", unit: "month", index: month }
    : found(calendarPeriod("month", yearOf(y), month));
}

function dayOf(y: number, name: string, day: number): PeriodReading | null {
  const month = monthNumber(name);
  return month === 0 ? null : found(calendarDay(y, month, day));
}
