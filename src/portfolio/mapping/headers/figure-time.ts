import { readPeriodHeader } from "../../periods/period-header";
import { headerWords } from "./header-words";

/** How long the time is that the figures of a column are of, as its header says. */
export interface FigureTime {
  months: number;
  /** Month of the year in which it ends: 1 … 12. */
  end: number;
  /** Null where the header names none. */
  year: number | null;
}

const monthsOfUnit = { day: null, week: null, month: 1, quarter: 3, half: 6, year: 12 } as const;
const counted =
  /^(?:за |first )?(\d{1,2}) ?(?:(?:мес|месяц|месяца|месяцев|months?|mos?)(?: ?'?(\d{2}|\d{4}))?|[mм] ?'?(\d{2}|\d{4}))(?: ?г(?:ода?)?)?$/;
const fromJanuary = /^(?:янв(?:ар[ья])?|jan(?:uary)?)\.? ?(?:-|–|—|to|по) ?(.+)$/i;
const sinceNewYear =
  /^(?:(?:year[- ])?to[- ]date|ytd|с начала года|нарастающим итогом|нарастающим итогом с начала года|накопительно)(?: ((?:19|20)\d{2}))?$/i;
const running =
  /^(?:ytd|cumulative|cum|с начала года(?: (?:за|по))?|нарастающим(?: итогом)?(?: (?:за|по))?|накопительно(?: (?:за|по))?)[ :]+(.+)$/i;
const yearFirst =
  /^((?:19|20)\d{2}|(?:fy|cy) ?(?:(?:19|20)\d{2}|\d{2}))(?: ?(?:год|г)(?![а-я])\.?)?[ ,:(–-]+(.+?)\)?$/i;

/**
 * The time that the figures of a column are of: `Q1 2025`, `1H25`, `9 мес. 2025`, `FY25`, `Январь–март 2025`, `YTD Mar 2025`, `2025 (9 мес.)`.
 * Null where the header names no time that can be compared.
 */
export function figureTimeOf(header: string): FigureTime | null {
  const text = header.trim();
  const [, count, fullYear, shortYear] = counted.exec(headerWords(text)) ?? [];
  if (count !== undefined)
    return { months: Number(count), end: Number(count), year: yearOf(fullYear ?? shortYear) };
  const since = sinceNewYear.exec(text);
  if (since) return { months: 12, end: 12, year: yearOf(since[1]) };
  const [, last] = fromJanuary.exec(text) ?? running.exec(text) ?? [];
  if (last !== undefined) return untilMonth(last);
  const reading = readPeriodHeader(text, "General");
  if (reading?.kind !== "period" && reading?.kind !== "yearless") return partOfYear(text);
  const months = monthsOfUnit[reading.kind === "period" ? reading.period.unit : reading.unit];
  if (months === null) return null;
  if (reading.kind === "yearless") return { months, end: months * reading.index, year: null };
  const [year, end] = reading.period.end.split("-").map(Number);
  return { months, end, year };
}

/** What follows the year is how much of it: `2025 (9 мес.)`, `2025 Jan–Sep`, `2026 YTD`. */
function partOfYear(header: string): FigureTime | null {
  const [, year, part] = yearFirst.exec(header) ?? [];
  const time = part === undefined ? null : figureTimeOf(part);
  return time?.year === null ? { ...time, year: yearOf(year.replace(/\D+/g, "")) } : null;
}

/** From January to the end of a month. */
function untilMonth(header: string): FigureTime | null {
  const reading = readPeriodHeader(header, "General");
  if (reading?.kind === "yearless")
    return reading.unit === "month" ? { months: reading.index, end: reading.index, year: null } : null;
  if (reading?.kind !== "period" || reading.period.unit !== "month") return null;
  const [year, month] = reading.period.start.split("-").map(Number);
  return { months: month, end: month, year };
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

const sayingRunning =
  /(?<![a-zа-я])(?:нарастающ[а-я]*|накопит[а-я]*|накоплен[а-я]*|с начала года|cumulative|running total|year[- ]to[- ]date|ytd)(?![a-zа-я])/i;

/** Whether a text says that figures are sums since the beginning of a year or of a list. */
export const saysRunning = (text: string): boolean => sayingRunning.test(text.replaceAll("ё", "е"));

const asOfDay =
  /^(?:(?:выручка|продажи|отгрузк[аи]|sales|revenue) )?(?:по состоянию на|на|as of|as at|until|по) +(.+)$/i;

/** Until when sums reach, and since when: those up to a day may reach back to any other one. */
export interface RunningTime {
  since: string;
  /** In the order of texts. */
  until: string;
}

/**
 * Until when the sums reach that a sheet is named after: `на 01.03.2025`, `Янв-Фев`, `9 мес. 2025`, `YTD Mar`. Null for a sheet of one month
 * that is not the first, and for every other one.
 */
export function runningTimeOf(sheet: string): RunningTime | null {
  const name = sheet.trim();
  const day = asOfDay.exec(name);
  if (day) {
    const reading = readPeriodHeader(day[1], "General");
    if (reading?.kind === "period") return { since: "any day", until: reading.period.end };
    return reading?.kind === "yearless" ? { since: "any month", until: twoDigits(reading.index) } : null;
  }
  const time = figureTimeOf(name);
  if (!time || time.months !== time.end) return null;
  return { since: String(time.year), until: twoDigits(time.end) };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");
