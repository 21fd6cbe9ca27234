import { prefixOf, suffixOf } from "./number-affix";

/** A text as a number: what it means where the point, and where the comma is the decimal sign. NaN where it means none. */
export interface NumberText {
  point: number;
  comma: number;
  /** ISO 4217 code of the currency beside it; null without one. */
  currency: string | null;
}

/** An amount as it stands, and the number that it was read as. */
export interface UnsureAmount {
  text: string;
  number: number;
  /** What it would be if its decimals were thousands; present where Excel holds a number, and other cells speak for thousands. */
  perhaps?: number;
}

const otherSpaces = /[\s\u00a0\u202f\u2007\u2009]/gu;
const apostrophes = /[’‘`´ʼ]/gu;
const invisible = /[\u200b-\u200f\u2060\ufeff]/gu;
const unusual = /[^!-~а-яА-Я ]/u;

const digit = /\d/;
const plain = /^\d{1,15}$/;
// A bare 12E3 is a code.
const exponential = /^\s*([-−]?)(\d)(?:([.,])(\d+))?e([+-]\d{1,2})\s*$/i;
/** What stands before the digits, the digits with their separators, what stands behind. A point of `руб.` belongs to the word. */
const parts = /^(\D*?)((?:(?<!\p{L})[.,])?\d(?:[\d.,' ]*\d)?)(\D*)$/u;
// A group of thousands follows no leading zero, save behind a space.
const withPoint =
  /^(?:\d+|(?!0[,'])\d{1,3}([ ,'])\d{3}(?:\1\d{3})*|(?!0)\d{1,2}(?:,\d{2})+,\d{3})?(?:\.\d+)?$/;
const withComma = /^(?:\d+|(?!0[.'])\d{1,3}([ .'])\d{3}(?:\1\d{3})*)?(?:,\d+)?$/;

/**
 * Reads a text as a number in any of the dresses of reading.md §6: `1 234,56`, `1,234.56`, `900.090,00`, `1’234.50`,
 * `(120)`, `−5`, `12.000,00-`, `1.5M`, `300 тыс.`, `12,34,567.00`, `4.82E+04`, with the sign, code or word of a currency on either side.
 *
 * @param into filled with the result: columns hold a million texts
 * @param zeros those that the header says already: below `тыс. руб.` a text `9,1 млн` is 9100
 * @returns false when the text is no number in either dress; `into` is undefined then
 */
export function readNumberText(text: string, into: NumberText, zeros = 0): boolean {
  if (plain.test(text)) {
    into.point = into.comma = Number(text);
    into.currency = null;
    return true;
  }
  const power = exponential.exec(text);
  if (power) {
    const [, sign, whole, point, decimals, powerOfTen] = power;
    const value = signed(sign === "" ? 1 : -1, `${whole}.${decimals ?? ""}`, Number(powerOfTen));
    into.point = point === "," ? NaN : value;
    into.comma = point === "." ? NaN : value;
    into.currency = null;
    return true;
  }
  const match = digit.test(text) ? parts.exec(normalised(text)) : null;
  if (!match) return false;
  const prefix = prefixOf(match[1]);
  const suffix = prefix && suffixOf(match[3]);
  if (!prefix || !suffix || prefix.brackets !== suffix.brackets) return false;
  const signs = +prefix.minus + +prefix.plus + +suffix.minus + prefix.brackets;
  if (signs > 1) return false;
  if (prefix.currency && suffix.currency && prefix.currency !== suffix.currency) return false;
  const sign = prefix.minus || suffix.minus || prefix.brackets > 0 ? -1 : 1;
  const digits = match[2];
  const more = suffix.zeros === 0 ? 0 : suffix.zeros - zeros;
  into.point = withPoint.test(digits) ? signed(sign, digits.replace(/[ ,']/g, ""), more) : NaN;
  into.comma = withComma.test(digits)
    ? signed(sign, digits.replace(/[ .']/g, "").replace(",", "."), more)
    : NaN;
  into.currency = prefix.currency ?? suffix.currency;
  return !(Number.isNaN(into.point) && Number.isNaN(into.comma));
}

function normalised(text: string): string {
  const plain = unusual.test(text)
    ? text.replace(invisible, "").replace(otherSpaces, " ").replace(apostrophes, "'")
    : text;
  // An export may write the apostrophe with which Excel marks a text.
  return plain.trim().replace(/^'/, "");
}

function signed(sign: number, digits: string, zeros: number): number {
  const size = Number(zeros !== 0 ? `${digits}e${zeros}` : digits);
  return size === 0 ? 0 : sign * size;
}

/** Whether the two dresses give two numbers: `1,234`, `1.234`. */
export function isAmbiguous({ point, comma }: NumberText): boolean {
  return point !== comma && !Number.isNaN(point) && !Number.isNaN(comma);
}

/**
 * The number that a text alone means, or null when it means none (methods §1).
 * Only `1,234` can be both (English 1234, Russian 1.234): there the decimal separator of the workbook decides. A column
 * of cells is read as a whole, by `readNumberColumn`.
 */
export function parseNumberText(text: string, decimalSeparator: "." | ","): number | null {
  const read = blank();
  if (!readNumberText(text, read)) return null;
  if (!isAmbiguous(read)) return Number.isNaN(read.point) ? read.comma : read.point;
  return decimalSeparator === "." || text.includes(".") ? read.point : read.comma;
}

const exponent = /(\d)e[+-]?\d{1,3}$/i;
const percent = /\s*%\s*/;

/**
 * Whether a text is meant as a number, in any dress, per cent and powers of ten included; a dash is not, neither is
 * `01.2024`, which no amount is written like. For telling headers from amounts.
 */
export function looksLikeNumber(text: string): boolean {
  if (text.length > 60 || !/\d/.test(text) || /^\s*0\d+[.,]\d/.test(text)) return false;
  return readNumberText(text.replace(percent, "").replace(exponent, "$1"), blank());
}

const dash =
  /^(?:[-‐-―−]{1,3}|n\/?a|n\.a\.?|null|none|nil|no data|нет|нет данных|нет продаж|н\/?д|н\. ?д\.?|б\/д|без данных)$/i;
const currencyAround = /^\p{Sc} ?(?=\D)|(?<=^\D+) ?(?:\p{Sc}|руб\.?|р\.)$/gu;

/** Whether a text stands for nothing where a number belongs: `-`, `—`, `n/a`, `нет`, `н/д`, also with a currency sign (`- ₽`). */
export function isDash(text: string): boolean {
  if (text.length > 20) return false;
  return dash.test(normalised(text).replace(currencyAround, "").trim());
}

function blank(): NumberText {
  return { point: NaN, comma: NaN, currency: null };
}
