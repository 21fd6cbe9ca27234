import { zerosOfHeader } from "./number-affix";
import { isBlank } from "./number-column";
import { isAmbiguous, isDash, type NumberText, readNumberText, type UnsureAmount } from "./number-text";
import type { SourceColumn, SourceList } from "./source-list";

/** Texts of a column that are looked at. */
const sampled = 2000;
/** Part of a column's filled cells that must be numbers: words and codes say nothing about amounts. */
const mostNumbers = 0.8;
/** `05.12` may be a day and a month. */
const likeDay = /^\d{1,2}\.(?:0[1-9]|1[0-2])$/;

const known = new WeakMap<SourceList, "." | ",">();

/**
 * What divides the decimals in the numbers of a list that stand as text: what those of all its columns say that can be read
 * in one way only (`0,755 тыс.`, `1 200,00`), and the workbook's separator where they say nothing, or both. `1,143 млн` alone
 * in its column means what its neighbours mean.
 */
export function separatorIn(list: SourceList): "." | "," {
  const found = known.get(list) ?? decided(list);
  known.set(list, found);
  return found;
}

function decided(list: SourceList): "." | "," {
  const { columns, decimalSeparator } = list;
  let [points, commas] = [0, 0];
  for (const column of columns) {
    const found = evidenceOf(column);
    points += found.points;
    commas += found.commas;
  }
  if (commas !== points) return commas > points ? "," : ".";
  return (points === 0 ? (byRussianWords(columns) ?? byThousands(list)) : null) ?? decimalSeparator;
}

/** `228,782 тыс.`: a comma before a Russian word for thousands or millions divides decimals. */
const russianZeros = /\d,\d{3} ?(?:тыс|млн|млрд|т\. ?р)/iu;

const byRussianWords = (columns: SourceList["columns"]): "," | null =>
  columns.some(({ others }) =>
    [...others.values()].slice(0, sampled).some((text) => russianZeros.test(String(text))),
  )
    ? ","
    : null;

/** Amounts of which each has three digits behind its only sign: fewer may be weights. */
const fewestThousands = 3;
/** Weights and rates have three decimals, and so have some currencies. */
const threeDecimals =
  /(?<!\p{L})(?:kgs?|t|to|tons?|tonnes?|weight|rate|qty|quantity|volume|m3|кг|т|тонн[аы]?|вес|масса|курс|кол-?во|количество|об[ъь]?[её]м|bhd|iqd|jod|kwd|lyd|omr|tnd)(?!\p{L})/iu;
const grouped = /(?<=(?<!\d)[1-9]\d{0,2})([.,])\d{3}(?!\d)/;

/**
 * Nobody writes money with three decimals in each cell: `314.070`, `16.200`, `987` are thousands, whatever the workbook's own
 * separator. Null where no column is written like that, or two contradict each other.
 */
function byThousands({ columns, titles = [] }: SourceList): "." | "," | null {
  if (titles.some((title) => zerosOfHeader(title) > 0)) return null;
  const found = new Set(columns.map(signOfThousands).filter((sign) => sign !== null));
  return found.size === 1 ? (found.has(".") ? "," : ".") : null;
}

function signOfThousands({ header, numbers, others }: SourceColumn): string | null {
  const name = String(header);
  if (others.size < fewestThousands || zerosOfHeader(name) > 0 || threeDecimals.test(name)) return null;
  if (numbers.some((number) => !Number.isNaN(number) && !isBelowThousand(number))) return null;
  const read: NumberText = { point: NaN, comma: NaN, currency: null };
  const signs = new Set<string>();
  let [count, seen] = [0, 0];
  for (const content of others.values()) {
    if (typeof content !== "string" || isBlank(content) || isDash(content)) continue;
    if (++seen > sampled) break;
    if (threeDecimals.test(content) || !readNumberText(content, read)) return null;
    const sign = isAmbiguous(read) && isWhole(content, read) ? grouped.exec(content)?.[1] : undefined;
    if (sign !== undefined) count += signs.add(sign) ? 1 : 0;
    else if (!isBelowThousand(read.point)) return null;
  }
  return count >= fewestThousands && signs.size === 1 ? [...signs][0] : null;
}

/** Whether the larger meaning of a text is its digits: `1.143 M` says its thousands by a word. */
const isWhole = (text: string, { point, comma }: NumberText): boolean =>
  Math.max(Math.abs(point), Math.abs(comma)) === Number(text.replace(/\D/g, ""));

const isBelowThousand = (number: number): boolean => Math.abs(number) < 1000 && number % 1 === 0;

/**
 * An amount of some columns that rests on nothing but how amounts are written elsewhere: `1.234` where a point divides decimals, or
 * `314.070` that was read as thousands there. Null where the list itself says what its signs mean.
 */
export function unsureAmountOf(list: SourceList, columns: readonly SourceColumn[]): UnsureAmount | null {
  const lost = columns.map((column) => lostThousands(column, list.titles)).find((found) => found !== null);
  if (lost) return lost;
  if (list.columns.some((column) => isEvidence(evidenceOf(column)))) return null;
  const read: NumberText = { point: NaN, comma: NaN, currency: null };
  for (const { others, header } of columns) {
    const zeros = typeof header === "string" ? zerosOfHeader(header) : 0;
    for (const content of others.values()) {
      if (typeof content !== "string" || !content.includes(list.decimalSeparator)) continue;
      if (!readNumberText(content, read, zeros) || !isAmbiguous(read)) continue;
      return { text: content.trim(), number: separatorIn(list) === "," ? read.comma : read.point };
    }
  }
  return null;
}

/** Part of the broken numbers that have a third decimal, where the decimals are thousands: the others end in a zero. */
const mostThirds = 0.7;

/**
 * An amount such as 1.938 that stands for 1,938: a file with points between thousands, opened where a point divides decimals,
 * gives such numbers beside whole thousands (`1.204.330` stays text, 7825 was typed). Null in every other column.
 */
function lostThousands(
  { header, numbers, others }: SourceColumn,
  titles: readonly string[] = [],
): UnsureAmount | null {
  if ([String(header), ...titles].some((text) => zerosOfHeader(text) > 0 || threeDecimals.test(text)))
    return null;
  let [broken, thirds, whole, example] = [0, 0, 0, NaN];
  for (const number of numbers) {
    if (Number.isNaN(number)) continue;
    const size = Math.abs(number);
    if (size % 1 === 0) {
      if (size >= 1000) whole++;
      continue;
    }
    if (size >= 1000 || size < 1 || !isWholeOf(size * 1000)) return null;
    broken++;
    if (isWholeOf(size * 100)) continue;
    if (++thirds === 1) example = number;
  }
  for (const text of others.values()) if (severalPoints.test(String(text))) whole++;
  if (thirds < fewestThousands || thirds < mostThirds * broken || whole === 0) return null;
  return { text: String(example), number: example, perhaps: Math.round(example * 1000) };
}

/** `1.204.330`, `1,204,330` */
const severalPoints = /^\D*[1-9]\d{0,2}([.,])\d{3}\1\d{3}\D*$/;
const isWholeOf = (number: number): boolean => Math.abs(number - Math.round(number)) < 1e-6;

const isEvidence = ({ points, commas }: { points: number; commas: number }): boolean => points + commas > 0;

function evidenceOf({ numbers, others }: SourceColumn): { points: number; commas: number } {
  const none = { points: 0, commas: 0 };
  if (others.size === 0) return none;
  const read: NumberText = { point: NaN, comma: NaN, currency: null };
  let [points, commas, readable, seen] = [0, 0, 0, 0];
  for (const content of others.values()) {
    if (typeof content !== "string" || isBlank(content)) continue;
    if (++seen > sampled) break;
    if (!readNumberText(content, read)) continue;
    readable++;
    if (isAmbiguous(read) || likeDay.test(content.trim())) continue;
    if (Number.isNaN(read.point)) commas++;
    else if (Number.isNaN(read.comma)) points++;
  }
  if (points + commas === 0) return none;
  const plain = numbers.reduce((count, number) => count + (Number.isNaN(number) ? 0 : 1), 0);
  return readable + plain >= mostNumbers * (seen + plain) ? { points, commas } : none;
}
