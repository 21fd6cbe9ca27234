import { STEP, type Steps, finish } from "../steps";
import { isAmbiguous, isDash, type NumberText, readNumberText } from "./number-text";
import { zerosOfHeader } from "./number-affix";
import type { SourceColumn } from "./source-list";

/** The numbers of a column of cells, and what else stood there. */
export interface NumberColumn {
  /** One per row; NaN where there is no number. The source's own array when the column holds nothing but numbers. */
  numbers: Float64Array;
  /** Rows whose number stood there as text. */
  texts: readonly number[];
  /** Rows whose cell stands for nothing (`-`, `n/a`, `нет`) between numbers: they are 0. */
  dashes: readonly number[];
  /** Rows whose cell is filled but gives no number. */
  unread: ReadonlyMap<number, "notANumber" | "excelError">;
  /** ISO code → number of cells whose text carried a sign, code or word of that currency. */
  currencies: ReadonlyMap<string, number>;
}

const excelError =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|GETTING_DATA|BLOCKED!|UNKNOWN!|FIELD!|CONNECT!|BUSY!|PYTHON!|EXTERNAL!|TIMEOUT!)$/i;

/** Whether a cell's content is an Excel error as text: `#DIV/0!`. */
export function isExcelError(content: string | boolean | undefined): boolean {
  return typeof content === "string" && content.startsWith("#") && excelError.test(content);
}

/** Whether a cell looks empty: nothing, or text of nothing but spaces (a formula's `""` too). */
export function isBlank(content: string | boolean | undefined): boolean {
  return content === undefined || (typeof content === "string" && /^[\s\u200b-\u200f\ufeff]*$/.test(content));
}

/**
 * Reads a column of cells as numbers, by reading.md §6: text that is a number is read as that number, a dash in a column
 * of numbers is 0. What `1,234` and `1.234` mean is decided for the column as a whole: by its texts that can be read in
 * one way only (`1.234,50`, `12,5`), and by the separator of the list (`separatorIn`) where there are none or as many of
 * either kind.
 */
export function readNumberColumn(column: SourceColumn, decimalSeparator: "." | ","): NumberColumn {
  return finish(readNumberColumnSteps(column, decimalSeparator));
}

/** The same, step by step. */
export function* readNumberColumnSteps(
  column: SourceColumn,
  decimalSeparator: "." | ",",
): Steps<NumberColumn> {
  const texts: number[] = [];
  const dashes: number[] = [];
  const unread = new Map<number, "notANumber" | "excelError">();
  const currencies = new Map<string, number>();
  let numbers = column.numbers;
  const result = () => ({ numbers, texts, dashes, unread, currencies });
  if (column.others.size === 0) return result();

  const read: NumberText = { point: NaN, comma: NaN, currency: null };
  // Cells that either sign may divide, with their number by the comma; the number by the point is in its place already.
  const open: number[] = [];
  const openByComma: number[] = [];
  let [points, commas, seen] = [0, 0, 0];
  const zeros = typeof column.header === "string" ? zerosOfHeader(column.header) : 0;
  for (const [row, content] of column.others) {
    if (++seen % STEP === 0) yield seen / column.others.size;
    if (isBlank(content)) continue;
    if (typeof content !== "string" || !readNumberText(content, read, zeros)) {
      if (typeof content === "string" && isDash(content)) dashes.push(row);
      else unread.set(row, isExcelError(content) ? "excelError" : "notANumber");
      continue;
    }
    if (numbers === column.numbers) numbers = Float64Array.from(column.numbers);
    if (isAmbiguous(read)) {
      open.push(row);
      openByComma.push(read.comma);
    } else if (Number.isNaN(read.point)) commas++;
    else if (Number.isNaN(read.comma)) points++;
    numbers[row] = Number.isNaN(read.point) ? read.comma : read.point;
    texts.push(row);
    if (read.currency !== null) currencies.set(read.currency, (currencies.get(read.currency) ?? 0) + 1);
  }
  const isComma = commas === points ? decimalSeparator === "," : commas > points;
  if (isComma) open.forEach((row, i) => (numbers[row] = openByComma[i]));
  takeDashes();
  return result();

  function takeDashes(): void {
    if (dashes.length === 0) return;
    let words = 0;
    for (const kind of unread.values()) if (kind === "notANumber") words++;
    if (words > 0 && words > countOf(numbers)) {
      for (const row of dashes.splice(0)) unread.set(row, "notANumber");
      return;
    }
    if (numbers === column.numbers) numbers = Float64Array.from(column.numbers);
    for (const row of dashes) numbers[row] = 0;
  }
}

function countOf(numbers: Float64Array): number {
  let count = 0;
  for (const number of numbers) if (!Number.isNaN(number)) count++;
  return count;
}

/** What stands in a cell, as text; "" when it is blank. */
export function contentOf(column: SourceColumn, row: number): string {
  const other = column.others.get(row);
  if (typeof other === "boolean") return other ? "TRUE" : "FALSE";
  if (other !== undefined) return other;
  return Number.isNaN(column.numbers[row]) ? "" : String(column.numbers[row]);
}
