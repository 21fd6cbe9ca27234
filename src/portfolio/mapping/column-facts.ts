import { isBlank, isExcelError } from "../list/number-column";
import { isDash, looksLikeNumber, parseNumberText } from "../list/number-text";
import type { SourceColumn, SourceList } from "../list/source-list";
import { totalName } from "../list/total-rows";
import { separatorIn } from "../list/number-separator";
import type { WhyNoMoney } from "../problem";

/** What a column holds, as far as a role depends on it. */
export type Content = "empty" | "numbers" | "names" | "marks";

/** What the cells of a column say of it, whatever its header. */
export interface ColumnFacts {
  content: Content;
  /** Numbers of the first rows, text that is a number read as it; NaN where there is none. The same rows in every column. */
  sample: Float64Array;
  /** Texts of the same rows; null where there is none. */
  texts: readonly (string | null)[];
  /** Numbers in the sample. */
  count: number;
  /** Share of the sampled numbers with cents; 0 … 1. */
  cents: number;
  /** Whether the cells of the sample show a currency. */
  hasCurrency: boolean;
  isConstant: boolean;
  isZero: boolean;
  /** Whether every sampled number lies between 0 and 10, as scores do. */
  isScored: boolean;
  /** Whether a row that is named a total has a number here; null without such a row. */
  isTotalled: boolean | null;
  /** Whether most filled cells are dates: serials of Excel, or text. */
  isDates: boolean;
  /** Whether the cells look like codes: whole numbers, or texts of one pattern without spaces (`CUST-001`). */
  isCodes: boolean;
  /** Why the numbers can hardly be money when the header does not say so; null when they can. */
  why: WhyNoMoney | null;
}

/** Rows, spread over the whole list, of which the numbers are counted. */
const countedRows = 20_000;

/** Rows that are looked at closely. */
export const SAMPLED_ROWS = 400;

const mark = /^(?:[+xхvyn✓✔]|yes|no|да|нет|true|false|истина|ложь|vip|вип|-|—)$/i;
const currencyText = /[₽$€£¥]|(?<![a-zа-я])(?:руб|р\.|rub|usd|eur|gbp)/i;
const dateText =
  /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:[ t]+\d.*)?$|^\d{1,2}[ .-][a-zа-я]{3,9}\.?[ .-]\d{2,4}(?: ?г\.?)?$|^[a-z]{3,9} \d{1,2},? \d{4}$/i;

export function factsOf(list: SourceList): ColumnFacts[] {
  const totals = totalRowsOf(list);
  return list.columns.map((column) => columnFacts(column, list, totals));
}

function columnFacts(column: SourceColumn, list: SourceList, totals: readonly number[]): ColumnFacts {
  const rows = Math.min(list.rowCount, SAMPLED_ROWS);
  const sample = column.numbers.slice(0, rows);
  const texts: (string | null)[] = Array.from({ length: rows }, () => null);
  let hasCurrency = false;
  let leadingZeros = 0;
  for (let row = 0; row < rows; row++) {
    const other = column.others.get(row);
    if (typeof other !== "string" || isBlank(other)) continue;
    texts[row] = other.trim();
    const number = parseNumberText(other, separatorIn(list));
    if (number === null) continue;
    sample[row] = number;
    if (currencyText.test(other)) hasCurrency = true;
    if (/^0\d+$/.test(other.trim())) leadingZeros++;
  }
  for (const row of totals) if (row < rows) sample[row] = NaN;
  const numbers = sample.filter((number) => !Number.isNaN(number));
  const content = contentOf(column);
  const isConstant = numbers.length >= 3 && numbers.every((number) => number === numbers[0]);
  const stands = (row: number) =>
    !Number.isNaN(column.numbers[row]) || typeof column.others.get(row) === "string";
  const why = numbers.length === 0 ? null : reasonOfNumbers(numbers, isConstant, leadingZeros);
  return {
    content,
    sample,
    texts,
    count: numbers.length,
    cents:
      numbers.length === 0 ? 0 : numbers.filter((n) => n % 1 !== 0 && isCents(n)).length / numbers.length,
    hasCurrency,
    isConstant,
    isZero: numbers.length > 0 && numbers.every((number) => number === 0),
    isScored: numbers.every((number) => number >= 0 && number <= 10),
    isTotalled: totals.length === 0 ? null : totals.some(stands),
    isDates: isDates(numbers, texts, content),
    isCodes:
      content === "numbers"
        ? numbers.every((number) => number >= 0 && number % 1 === 0)
        : content === "names" && isCodeTexts(texts),
    why,
  };
}

function isCents(number: number): boolean {
  const cents = number * 100;
  return Math.abs(cents - Math.round(cents)) < 1e-6 * Math.max(1, Math.abs(cents));
}

/**
 * What most filled cells of a column hold, by numbers from all over the list and by the first texts.
 */
function contentOf(column: SourceColumn): Content {
  const { length } = column.numbers;
  // An odd step: lists often alternate.
  const step = 2 * Math.floor(length / (2 * countedRows)) + 1;
  let numbers = 0;
  for (let row = 0; row < length; row += step) if (!Number.isNaN(column.numbers[row])) numbers += step;
  let seen = 0;
  const sample = { numbers: 0, marks: 0, dashes: 0, names: 0 };
  for (const content of column.others.values()) {
    if (isBlank(content) || isExcelError(content)) continue;
    if (typeof content === "boolean") sample.marks++;
    else if (isDash(content)) sample.dashes++;
    else if (mark.test(content.trim())) sample.marks++;
    else if (looksLikeNumber(content)) sample.numbers++;
    else sample.names++;
    if (++seen >= SAMPLED_ROWS) break;
  }
  const weight = seen === 0 ? 0 : column.others.size / seen;
  const counts = {
    numbers: numbers + sample.numbers * weight,
    // Among numbers a dash is a 0, among marks it is a no.
    marks: (sample.marks + (numbers + sample.numbers > 0 ? 0 : sample.dashes)) * weight,
    names: sample.names * weight,
  };
  const most = Math.max(counts.numbers, counts.marks, counts.names);
  if (most === 0) return "empty";
  return counts.numbers === most ? "numbers" : counts.names === most ? "names" : "marks";
}

/** Rows that a text names a total, among the first and the last of the list. */
function totalRowsOf(list: SourceList): number[] {
  const rows = new Set([0, ...[1, 2, 3, 4, 5].map((n) => list.rowCount - n)]);
  return [...rows].filter(
    (row) =>
      row >= 0 &&
      row < list.rowCount &&
      list.columns.some(({ others }) => {
        const text = others.get(row);
        return typeof text === "string" && totalName(text) === "sure";
      }),
  );
}

function reasonOfNumbers(
  numbers: Float64Array,
  isConstant: boolean,
  leadingZeros: number,
): WhyNoMoney | null {
  if (leadingZeros > numbers.length / 2) return "identifier";
  if (isConstant && numbers.length >= 5) return "constant";
  const isWhole = numbers.every((number) => number % 1 === 0);
  if (!isWhole) {
    const isShare = numbers.every((number) => Math.abs(number) <= 1.5);
    return isShare && numbers.length >= 5 ? "percent" : null;
  }
  if (numbers.length < 5) return null;
  const lowest = numbers.reduce((least, number) => Math.min(least, number));
  const highest = numbers.reduce((most, number) => Math.max(most, number));
  if (lowest >= 1990 && highest <= 2040) return "year";
  if (lowest >= 40_000 && highest <= 54_800 && highest / lowest < 1.1) return "date";
  if (lowest <= 0) return null;
  const distinct = new Set(numbers).size;
  if (distinct < numbers.length * 0.95) return null;
  const digits = (number: number) => String(number).length;
  const sameLength = digits(lowest) === digits(highest);
  const step = numbers[1] - numbers[0];
  const isCounted = step > 0 && numbers.every((number, i) => i === 0 || number - numbers[i - 1] === step);
  if (isCounted) return "identifier";
  if (sameLength && lowest >= 1e9) return "identifier";
  return sameLength && lowest >= 1000 && highest / lowest < 1.5 ? "identifier" : null;
}

function isDates(numbers: Float64Array, texts: readonly (string | null)[], content: Content): boolean {
  const written = texts.filter((text) => text !== null);
  const dates = written.filter((text) => dateText.test(text)).length;
  if (content === "names" || dates > 0) return written.length > 0 && dates >= written.length * 0.8;
  // Days of 1950 to 2070, in either of Excel's calendars.
  const serials = numbers.filter((number) => number >= 16_800 && number <= 62_500).length;
  return content === "numbers" && numbers.length > 0 && serials >= numbers.length * 0.8;
}

/** Whether texts are codes: no spaces, digits in nearly all of them, and one pattern of letters and digits. */
function isCodeTexts(texts: readonly (string | null)[]): boolean {
  const patterns = new Map<string, number>();
  let count = 0;
  for (const text of texts) {
    if (text === null || totalName(text) !== null) continue;
    count++;
    if (/\s/.test(text) || text.length > 24) continue;
    const pattern = text
      .replace(/\p{Lu}/gu, "A")
      .replace(/\p{Ll}/gu, "a")
      .replace(/\d+/g, "9");
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  }
  const common = [...patterns].reduce<readonly [string, number]>((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
  const isPattern = common[0].includes("9") || /^A{3,8}$/.test(common[0]);
  return count >= 2 && isPattern && common[1] >= count * 0.8;
}
