import { parseNumberText } from "./number-text";
import type { SourceColumn } from "./source-list";

/** The numbers of a column of cells, and what else stood there. */
export interface NumberColumn {
  /** One per row; NaN where there is no number. The source's own array when the column holds nothing but numbers. */
  numbers: Float64Array;
  /** Rows whose number stood there as text. */
  texts: readonly number[];
  /** Rows whose cell is filled but gives no number. */
  unread: ReadonlyMap<number, "notANumber" | "excelError">;
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

/** Reads a column of cells as numbers, by methods §1: text that is a number is read as that number. */
export function readNumberColumn(column: SourceColumn, decimalSeparator: "." | ","): NumberColumn {
  const texts: number[] = [];
  const unread = new Map<number, "notANumber" | "excelError">();
  let numbers = column.numbers;
  for (const [row, content] of column.others) {
    if (isBlank(content)) continue;
    const number = typeof content === "string" ? parseNumberText(content, decimalSeparator) : null;
    if (number === null) {
      unread.set(row, isExcelError(content) ? "excelError" : "notANumber");
      continue;
    }
    if (numbers === column.numbers) numbers = Float64Array.from(column.numbers);
    numbers[row] = number;
    texts.push(row);
  }
  return { numbers, texts, unread };
}

/** What stands in a cell, as text; "" when it is blank. */
export function contentOf(column: SourceColumn, row: number): string {
  const other = column.others.get(row);
  if (typeof other === "boolean") return other ? "TRUE" : "FALSE";
  if (other !== undefined) return other;
  return Number.isNaN(column.numbers[row]) ? "" : String(column.numbers[row]);
}
