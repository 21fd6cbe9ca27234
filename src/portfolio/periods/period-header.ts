import { normalised, takenApart, withoutAmountWords } from "./header-dress";
import { withoutRelativeYear } from "./relative-year";
import { calendarDay, calendarPeriod, calendarSpan, isoDay, isoWeek, type Period } from "./period";

/** What one header says by itself. Dates with slashes and periods without a year need the other headers to be understood. */
export type PeriodReading =
  | { kind: "period"; period: Period }
  | {
      kind: "yearless";
      unit: YearlessUnit;
      /** 1 for January, week 1 …; months that are numbered may run past 12. */
      index: number;
      /** The number of a row of periods, not a name: `Месяц 1`, `P1`, and how many such headers make it one. */
      company?: number;
      /** Counts in a row of neighbours only: `1 мес., 2 мес., 3 мес.`, and not the figures of `3 мес., 6 мес., 12 мес.` */
      inRow?: true;
      /** The year is named by how far back it lies: `Q1 TY` 0, `Q1 LY` 1. */
      yearsBack?: number;
    }
  | { kind: "dayOrMonthFirst"; first: number; second: number; year: number }
  /** `01/25`: a month of a year in company of other months, else a day. */
  | { kind: "monthWithYear"; period: Period };

/** What a header may name without its year. */
export type YearlessUnit = "week" | "month" | "quarter" | "half";

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
const ordinalWords = [
  /^(?:перв(?:ый|ое)|first)$/,
  /^(?:втор(?:ой|ое)|second)$/,
  /^(?:трет(?:ий|ье)|third)$/,
  /^(?:четверт(?:ый|ое)|fourth)$/,
];
const ordinal =
  "([1-4]|iv|i{1,3}|перв(?:ый|ое)|втор(?:ой|ое)|трет(?:ий|ье)|четверт(?:ый|ое)|first|second|third|fourth)(?:-?(?:й|ый|ой|е|ое|st|nd|rd|th))?";
const quarter = "(?:q|qtr|quarter|кв|кварт|квартал|кв-л)";
const half = "(?:h|hy|half|п/?г|полуг|полугодие|полугод)";
const week = "(?:w|[ck]w|wk|week|calendar week|нед|неделя)";
const monthWord = "(?:m|м|мес|месяц|month|mth|p|period|период)";
const fiscal = "(?:fy|cy|f\\.y\\.?|fiscal year|financial year|фг|ф\\.г\\.?|фин\\.? ?год|финансовый год)";
const date = `(\\d{1,2})\\.(\\d{1,2})\\.${year}`;

type Reader = (parts: string[]) => PeriodReading | null;
const reads = (pattern: string, reader: Reader) => ({ pattern: new RegExp(`^${pattern}$`), reader });

const readers = [
  reads("((?:19|20|21)\\d{2})-(\\d{2})-(\\d{2})(?:[t ]00:00(?::00)?(?:\\.0+)?z?)?", ([y, m, d]) =>
    found(calendarDay(+y, +m, +d)),
  ),
  reads(`${fullYear}[./](\\d{1,2})[./](\\d{1,2})`, ([y, m, d]) => found(calendarDay(+y, +m, +d))),
  reads(`(?:с )?${date} ?(?:-|по) ?${date}`, ([d, m, y, d2, m2, y2]) =>
    spanOf(calendarDay(yearOf(y), +m, +d), calendarDay(yearOf(y2), +m2, +d2)),
  ),
  reads(`(?:с )?(\\d{1,2})\\.(\\d{1,2})\\.? ?(?:-|по) ?${date}`, ([d, m, d2, m2, y]) =>
    spanOf(calendarDay(yearOf(y), +m, +d), calendarDay(yearOf(y), +m2, +d2)),
  ),
  reads(date, ([d, m, y]) => found(calendarDay(yearOf(y), +m, +d))),
  reads(`(\\d{1,2})([/-])(\\d{1,2})\\2${year}`, ([a, , b, y]) => slashed(+a, +b, yearOf(y))),
  reads(`${fullYear}(\\d{2})(\\d{2})`, ([y, m, d]) => found(calendarDay(+y, +m, +d))),
  reads(`(\\d{1,2})${gap}${letters}${gap}(\\d{4})`, ([d, name, y]) => dayOf(+y, name, +d)),
  reads(`${letters}${gap}(\\d{1,2}),? +${fullYear}`, ([name, d, y]) => dayOf(+y, name, +d)),
  reads(fullYear, ([y]) => found(calendarPeriod("year", +y))),
  reads(`${fullYear}[/-](1[3-9]|[2-9]\\d)`, ([y, next]) => bookYear(y, next)),
  reads(`${fiscal}${gap}${year}(?:[/-](\\d{2}|\\d{4}))?`, ([y, next]) => bookYear(y, next ?? null)),
  reads(`(?:год|year|yr|y)${gap}${fullYear}`, ([y]) => found(calendarPeriod("year", +y))),
  // What happened, beside what is expected: 2024A, 2025E.
  reads(`(?:${fiscal})?${gap}${fullYear} ?a`, ([y]) => found(calendarPeriod("year", +y))),
  reads(`${fiscal}${gap}(\\d{2}) ?a`, ([y]) => found(calendarPeriod("year", yearOf(y)))),
  reads(`${fullYear}${gap}fy`, ([y]) => found(calendarPeriod("year", +y))),
  reads(`${monthWord}?${gap}(\\d{1,2})[\\s./_-]+${fullYear}`, ([m, y]) =>
    found(calendarPeriod("month", +y, +m)),
  ),
  // Posting periods of three digits: 001.2025, 2025001.
  reads(`0(0[1-9]|1[0-2])[./-]${fullYear}`, ([m, y]) => found(calendarPeriod("month", +y, +m))),
  reads(`${fullYear}[./-]?0(0[1-9]|1[0-2])`, ([y, m]) => found(calendarPeriod("month", +y, +m))),
  reads(`(?:fy)?${fullYear}${gap}${monthWord}?${gap}(\\d{2}|(?<=\\D)\\d)`, ([y, m]) =>
    found(calendarPeriod("month", +y, +m)),
  ),
  reads(`fy ?${year}${gap}${monthWord}${gap}(\\d{1,2})`, ([y, m]) =>
    found(calendarPeriod("month", yearOf(y), +m)),
  ),
  reads("(0[1-9]|1[0-2])\\.(\\d{2})", ([m, y]) => found(calendarPeriod("month", yearOf(y), +m))),
  reads("(0[1-9]|1[0-2])/(\\d{2})", ([m, y]) => {
    const period = calendarPeriod("month", yearOf(y), +m);
    return period && { kind: "monthWithYear", period };
  }),
  reads(`${letters}${gap}${year}`, ([name, y]) => monthOf(name, y)),
  reads(`${letters} ${fiscal}${gap}${year}`, ([name, y]) => monthOf(name, y)),
  reads(`${fullYear}${gap}${letters}`, ([y, name]) => monthOf(name, y)),
  reads(letters, ([name]) => monthOf(name, null)),
  ...ordinalReaders(quarter, "quarter"),
  ...ordinalReaders(half, "half"),
  reads(`${fullYear}${gap}${week}${gap}(\\d{1,2})`, ([y, w]) => found(isoWeek(+y, +w))),
  reads(`${fullYear}${gap}(\\d{1,2})${gap}${week}`, ([y, w]) => found(isoWeek(+y, +w))),
  reads(`${week}${gap}(\\d{1,2})[\\s.,/_'-]+${year}`, ([w, y]) => found(isoWeek(yearOf(y), +w))),
  reads(`[ck]?w(\\d{1,2})`, ([w]) => numbered("week", +w, 3)),
  reads("н(\\d{2})", ([w]) => numbered("week", +w, 3)),
  reads(`${week}${gap}(\\d{1,2})`, ([w]) => numbered("week", +w, 2)),
  reads("(\\d{1,2})(?:-?я)? ?неделя", ([w]) => numbered("week", +w, 2)),
  reads("[mp](\\d{1,2})", ([m]) => numbered("month", +m, 3)),
  reads("(?:мес|месяц|month|mth|period|период)[ .№#-]*(\\d{1,2})", ([m]) => numbered("month", +m, 2)),
  reads("(\\d{1,2})-?й месяц", ([m]) => numbered("month", +m, 2)),
  reads("(\\d{1,2}) ?мес\\.?", ([m]) => numbered("month", +m, 3, true)),
  reads(`(\\d{1,2})(?:-?я)?${gap}${week}[\\s.,/_'-]*${year}`, ([w, y]) => found(isoWeek(yearOf(y), +w))),
];

function ordinalReaders(word: string, unit: "quarter" | "half") {
  const limit = unit === "quarter" ? 4 : 2;
  const reading = (index: string, y: string | null): PeriodReading | null => {
    const number = ordinalNumber(index);
    if (number > limit) return null;
    return y === null
      ? { kind: "yearless", unit, index: number }
      : found(calendarPeriod(unit, yearOf(y), number));
  };
  return [
    reads(`${word}${gap}${ordinal}(?:[\\s.,/_'-]+|[\\s.,/_'-]*fy ?)${year}`, ([i, y]) => reading(i, y)),
    reads(`${ordinal}${gap}${word}${gap}${year}`, ([i, y]) => reading(i, y)),
    reads(`fy ?${year}${gap}${word}${gap}${ordinal}`, ([y, i]) => reading(i, y)),
    reads(`${fullYear}${gap}${word}${gap}${ordinal}`, ([y, i]) => reading(i, y)),
    reads(`${fullYear}${gap}${ordinal}${gap}${word}`, ([y, i]) => reading(i, y)),
    reads(`${word}${gap}${ordinal}`, ([i]) => reading(i, null)),
    reads(`${ordinal}${gap}${word}`, ([i]) => reading(i, null)),
  ];
}

/**
 * Reads one header as a period: a date cell by its number format, a year as a number, or text in Russian or English
 * (`янв 2024`, `Jan-24`, `2024-01`, `01.2024`, `I квартал 2024`, `Q1 2024`, `1 полугодие 2024`, `2024-W05`, `FY19`, a day).
 * Words of an amount around it are allowed (`Выручка за янв 2024, тыс. руб.`, `Sum of Jan`, `NetSales2019`), and so are the
 * year, half or quarter that it lies in (`2024 1 кв. янв`). Null when it is no period, or the period of something else
 * (`План янв`, `Количество янв`, `2025 vs 2024`).
 */
export function readPeriodHeader(header: string | number | boolean, format: string): PeriodReading | null {
  if (typeof header === "boolean" || isTooLong(header)) return null;
  if (typeof header === "number" && isDateFormat(format)) return dateCell(header, format);
  const written = typeof header === "number" ? writtenOut(header) : header;
  return readText(normalised(written)) ?? readAround(written) ?? readRelative(written);
}

/** A month, quarter or half of this year or the last one. */
function readRelative(header: string): PeriodReading | null {
  const relative = withoutRelativeYear(normalised(header));
  const reading = relative && (readText(relative.rest) ?? readAround(relative.rest));
  const isNamed = reading?.kind === "yearless" && reading.company === undefined;
  return isNamed ? { ...reading, yearsBack: relative!.yearsBack } : null;
}

/** Whether a header is a period *and* names the amount in words: `Sales 2024`. */
export function namesAmountAndPeriod(header: string | number | boolean): boolean {
  return (
    typeof header === "string" &&
    !isTooLong(header) &&
    readText(normalised(header)) === null &&
    readAround(header) !== null
  );
}

/** Texts that go on and on name no period; looking for one in 32,767 characters would take minutes. */
function isTooLong(header: string | number): boolean {
  return typeof header === "string" && header.length > longestHeader;
}

const longestHeader = 255;

/** A month typed as 01.2020 is the number 1.202. */
function writtenOut(number: number): string {
  const text = String(number);
  return /^(?:[1-9]|1[0-2])\.20\d$/.test(text) ? number.toFixed(4) : text;
}

/** The period inside a header that says more. */
function readAround(header: string): PeriodReading | null {
  const bare = withoutAmountWords(normalised(header));
  const apart = withoutAmountWords(normalised(takenApart(header)));
  const reading = readText(bare) ?? readText(apart) ?? readInside(bare) ?? readInside(apart);
  // "Sum M1" is a level of margin rather than a month.
  const isLetter = reading?.kind === "yearless" && reading.unit === "month" && reading.company === 3;
  return isLetter ? null : reading;
}

const covers = [
  { word: quarter, months: 3 },
  { word: half, months: 6 },
].map(({ word, months }) => ({
  months,
  pattern: new RegExp(`(?<![a-zа-я0-9])(?:${word}${gap}([1-4])|${ordinal}${gap}${word})(?![a-zа-я0-9])\\.?`),
}));
const yearBefore = new RegExp(`^${fullYear}[\\s.,/_-]+(.+)$`);

/** A period with a longer one that it lies in, as headers over several rows give them: `2024 1 кв. янв`, `2024 янв 2024`. */
function readInside(text: string): PeriodReading | null {
  for (const { pattern, months } of covers) {
    const [cover, digit, numeral] = pattern.exec(text) ?? [];
    if (cover === undefined) continue;
    const reading = readText(withoutAmountWords(text.replace(cover, " "))) ?? null;
    const month = reading && monthIn(reading);
    const index = ordinalNumber(digit ?? numeral);
    if (month && Math.ceil(month / months) === index) return reading;
  }
  const [, year, rest] = yearBefore.exec(text) ?? [];
  const reading = rest === undefined ? null : readText(rest);
  return reading?.kind === "period" && reading.period.start.startsWith(year) ? reading : null;
}

/** The month that a reading names or begins in; null for a reading of another length. */
function monthIn(reading: PeriodReading): number | null {
  if (reading.kind === "yearless") return reading.unit === "month" ? reading.index : null;
  if (reading.kind !== "period" || !["day", "week", "month"].includes(reading.period.unit)) return null;
  return Number(reading.period.start.slice(5, 7));
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

function spanOf(first: Period | null, last: Period | null): PeriodReading | null {
  return first && last && found(calendarSpan(first.start, last.end));
}

/** A book year by the calendar year that it begins in: `FY19`, `FY2019-20`. */
function bookYear(year: string, next: string | null): PeriodReading | null {
  const first = yearOf(year);
  if (next !== null) {
    const second = yearOf(next);
    if (second !== first + 1) return null;
  }
  return found(calendarPeriod("year", first));
}

function numbered(
  unit: "week" | "month",
  index: number,
  company: number,
  inRow = false,
): PeriodReading | null {
  if (index < 1 || index > (unit === "week" ? 53 : 60)) return null;
  return { kind: "yearless", unit, index, company, ...(inRow && { inRow }) };
}

function ordinalNumber(text: string): number {
  return romans.indexOf(text) + 1 || ordinalWords.findIndex((word) => word.test(text)) + 1 || Number(text);
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
