import { isBlank, isExcelError } from "../../list/number-column";
import type { SourceColumn } from "../../list/source-list";
import { dayNumber, isoDay, type PeriodUnit, periodUnits } from "../../periods/period";
import { readPeriodHeaders } from "../../periods/period-block";
import { STEP, type Steps } from "../../steps";
import { dayOf, readDayNumber, readDayText } from "../../periods/day-text";

/** The days of a column of dates, one per line. */
export interface LineDays {
  /** Days since 1970-01-01; {@link NO_DAY} where the cell gives none. Of a longer period its first day. */
  days: Int32Array;
  /** What most lines name: days, or a longer period. */
  unit: PeriodUnit;
  /** Lines with a cell that is filled and no date. */
  unread: number;
  /** Filled cells. */
  filled: number;
  /** How `5/6/2024` was read; null where no such cell stands in the column. */
  dayOrder: DayOrder | null;
}

/** Which comes first in `5/6/2024`: decided for a column as a whole. */
export interface DayOrder {
  dayFirst: boolean;
  /** Whether the column's own dates say so; else it is a guess, and a question. */
  decided: boolean;
  /** A cell that can be read both ways. */
  example: string;
}

export const NO_DAY = -0x80000000;
/** Above every day: a date whose order is not decided yet, as digits `yyyyaabb`. */
const OPEN = 100_000_000;
const mostRemembered = 50_000;

export interface DayOptions {
  /** The order of day and month where the user has said it. */
  dayFirst?: boolean;
  /** ISO day: places months without a year. */
  asOf?: string;
}

/** Reads a column of dates. The order of day and month is decided for the column as a whole (reading §7). */
export function* readLineDaysSteps(
  column: SourceColumn,
  decimalSeparator: "." | ",",
  { dayFirst, asOf = "2100-12-31" }: DayOptions = {},
): Steps<LineDays> {
  const { numbers, others } = column;
  const rowCount = numbers.length;
  const days = new Int32Array(rowCount).fill(NO_DAY);
  const units = new Map<PeriodUnit, number>();
  const longer = new Map<number, PeriodUnit>();
  const yearless = new Map<string, number[]>();
  const remembered = new Map<string, ReturnType<typeof readDayText>>();
  const evidence = { dayFirst: 0, monthFirst: 0 };
  let [unread, filled] = [0, 0];
  let example: string | null = null;

  const take = (row: number, reading: ReturnType<typeof readDayText>, text: string) => {
    filled++;
    if (reading === null) unread++;
    else if (reading.kind === "day") {
      days[row] = reading.day;
      units.set(reading.unit, (units.get(reading.unit) ?? 0) + 1);
      if (reading.unit !== "day") longer.set(row, reading.unit);
    } else if (reading.kind === "yearless") {
      const rows = yearless.get(text);
      if (rows) rows.push(row);
      else yearless.set(text, [row]);
    } else {
      days[row] = OPEN + reading.year * 10_000 + reading.first * 100 + reading.second;
      units.set("day", (units.get("day") ?? 0) + 1);
      if (reading.first !== reading.second) example ??= text;
    }
  };

  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield (0.2 * row) / rowCount;
    if (!Number.isNaN(numbers[row])) take(row, readDayNumber(numbers[row]), "");
  }
  let done = 0;
  for (const [row, content] of others) {
    if (done++ % STEP === 0) yield 0.2 + (0.7 * done) / others.size;
    if (typeof content !== "string" || isBlank(content) || isExcelError(content)) continue;
    const text = content.trim();
    let reading = remembered.get(text);
    if (reading === undefined) {
      reading = readDayText(text);
      if (remembered.size < mostRemembered) remembered.set(text, reading);
    }
    if (reading?.kind === "day" && reading.unit === "day") countOrder(text, evidence);
    take(row, reading, text);
  }

  if (example === null) example = reopenTurned(days, numbers, evidence);
  unread += placeYearless(yearless, decimalSeparator, asOf, days, units, longer);
  const dayOrder = decideOrder(days, evidence, example, dayFirst, decimalSeparator);
  const first = dayOrder?.dayFirst ?? true;
  for (let row = 0; row < rowCount; row++) {
    if (days[row] < OPEN) continue;
    const digits = days[row] - OPEN;
    const [year, a, b] = [Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100];
    days[row] = (first ? dayOf(year, b, a) : dayOf(year, a, b))?.day ?? NO_DAY;
  }
  const unit = mostCommon(units);
  // A year among days says too little of its line.
  for (const [row, of] of longer) {
    if (periodUnits.indexOf(of) <= Math.max(periodUnits.indexOf(unit), periodUnits.indexOf("month")))
      continue;
    days[row] = NO_DAY;
    unread++;
  }
  return { days, unit, unread, filled, dayOrder };
}

const order = /^(\d{1,2})([-/])(\d{1,2})\2\d/;

function countOrder(text: string, evidence: { dayFirst: number; monthFirst: number }): void {
  const match = order.exec(text);
  if (!match) return;
  if (Number(match[1]) > 12) evidence.dayFirst++;
  else if (Number(match[3]) > 12) evidence.monthFirst++;
}

/** Fewer dates may all lie in the first twelve days of their months by chance. */
const fewestTurned = 10;
const fewestDays = 6;

/**
 * A program that expects the other order of day and month makes dates of the texts that it can read, with both exchanged, and leaves the
 * others texts: then no date lies after the twelfth of its month, and no text before the thirteenth. Those dates are open again.
 *
 * @returns one of them as it was written; null where the column is none of these
 */
function reopenTurned(
  days: Int32Array,
  numbers: Float64Array,
  evidence: { dayFirst: number; monthFirst: number },
): string | null {
  const isDayFirst = evidence.dayFirst > 0;
  const texts = evidence.dayFirst + evidence.monthFirst;
  if (texts < fewestTurned || (isDayFirst && evidence.monthFirst > 0)) return null;
  const dated: { row: number; year: number; month: number; day: number }[] = [];
  const different = new Set<number>();
  for (let row = 0; row < days.length; row++) {
    if (Number.isNaN(numbers[row]) || days[row] === NO_DAY) continue;
    const [year, month, day] = isoDay(days[row]).split("-").map(Number);
    if (day > 12) return null;
    different.add(day);
    dated.push({ row, year, month, day });
  }
  if (dated.length < fewestTurned || different.size < fewestDays) return null;
  let example: string | null = null;
  for (const { row, year, month, day } of dated) {
    const [first, second] = isDayFirst ? [month, day] : [day, month];
    days[row] = OPEN + year * 10_000 + first * 100 + second;
    if (first !== second) example ??= `${first}/${second}/${year}`;
  }
  evidence.dayFirst = evidence.monthFirst = 0;
  return example;
}

/**
 * Day first or month first: as the dates say that can be read one way only; else where one part never changes it is the
 * day of a monthly list; else where the lines stand in order of time by one of the two only; else a guess by the decimal
 * separator. Null without a date that can be read both ways.
 */
function decideOrder(
  days: Int32Array,
  evidence: { dayFirst: number; monthFirst: number },
  example: string | null,
  told: boolean | undefined,
  decimalSeparator: "." | ",",
): DayOrder | null {
  if (example === null) return null;
  if (told !== undefined) return { dayFirst: told, decided: true, example };
  if (evidence.dayFirst !== evidence.monthFirst) {
    return { dayFirst: evidence.dayFirst > evidence.monthFirst, decided: true, example };
  }
  const open = days.filter((day) => day >= OPEN);
  const firsts = new Set<number>();
  const seconds = new Set<number>();
  for (const day of open) {
    firsts.add(Math.floor(day / 100) % 100);
    seconds.add(day % 100);
  }
  if (firsts.size === 1 && seconds.size > 1 && firsts.has(1))
    return { dayFirst: true, decided: true, example };
  if (seconds.size === 1 && firsts.size > 1 && seconds.has(1))
    return { dayFirst: false, decided: true, example };
  const [byDay, byMonth] = [inOrder(open, true), inOrder(open, false)];
  if (byDay !== byMonth) return { dayFirst: byDay, decided: true, example };
  return { dayFirst: decimalSeparator === ",", decided: false, example };
}

const fewestInOrder = 5;

/** Whether dates stand in order of time, one way or the other, when read so; never for a few of them. */
function inOrder(open: Int32Array, dayFirst: boolean): boolean {
  if (open.length < fewestInOrder) return false;
  let [rises, falls] = [0, 0];
  let before = 0;
  for (const [i, digits] of open.entries()) {
    const year = Math.floor((digits - OPEN) / 10_000);
    const [a, b] = [Math.floor(digits / 100) % 100, digits % 100];
    const at = year * 10_000 + (dayFirst ? b * 100 + a : a * 100 + b);
    if (i > 0 && at > before) rises++;
    if (i > 0 && at < before) falls++;
    before = at;
  }
  return (rises === 0) !== (falls === 0);
}

/** Months without a year, each in the light of the others, in the order in which they first stand there. Gives the lines that stay unread. */
function placeYearless(
  yearless: ReadonlyMap<string, readonly number[]>,
  decimalSeparator: "." | ",",
  asOf: string,
  days: Int32Array,
  units: Map<PeriodUnit, number>,
  longer: Map<number, PeriodUnit>,
): number {
  if (yearless.size === 0) return 0;
  const texts = [...yearless.keys()];
  const headers = texts.map((header) => ({ header, format: "General", filled: true }));
  const periods = readPeriodHeaders(headers, decimalSeparator, asOf);
  let unread = 0;
  texts.forEach((text, i) => {
    const rows = yearless.get(text)!;
    const period = periods[i];
    if (!period) {
      unread += rows.length;
      return;
    }
    units.set(period.unit, (units.get(period.unit) ?? 0) + rows.length);
    for (const row of rows) {
      days[row] = dayNumber(period.start);
      longer.set(row, period.unit);
    }
  });
  return unread;
}

function mostCommon(units: ReadonlyMap<PeriodUnit, number>): PeriodUnit {
  let most: PeriodUnit = "day";
  for (const [unit, count] of units) if (count > (units.get(most) ?? 0)) most = unit;
  return most;
}

/** The same cell read both ways, as ISO days: day first, then month first. Null when it is not such a cell. */
export function bothReadings(example: string): [string, string] | null {
  const reading = readDayText(example);
  if (reading?.kind !== "dayOrMonthFirst") return null;
  const { first, second, year } = reading;
  const [byDay, byMonth] = [dayOf(year, second, first), dayOf(year, first, second)];
  return byDay && byMonth && [isoDay(byDay.day), isoDay(byMonth.day)];
}
