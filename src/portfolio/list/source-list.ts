/** The list as cells: its columns, numbers out of texts, total rows, and what was not taken at face value. */

import type { LinesRead } from "./lines-read";

/**
 * One client list as the workbook holds it: a header row and a body of cells.
 * `workbook/` makes it from Office.js values; everything in this folder works on it.
 */
export interface SourceList {
  kind: "table" | "region";
  /** Name of the table, or of the sheet for a plain region. */
  name: string;
  sheet: string;
  /** Zero-based position on the sheet of the first header cell. */
  top: number;
  left: number;
  rowCount: number;
  columns: readonly SourceColumn[];
  /** Texts in the rows right above the header, from top to bottom; absent where there are none. They may tell the year. */
  titles?: readonly string[];
  /** Addresses of other lists nearby that were not read; absent where there are none. */
  notRead?: readonly string[];
  /** Decides what `1,234` means: taken from the workbook, never guessed per cell. */
  decimalSeparator: "." | ",";
  /** How the lines were read that this list was added up from; absent where it is the user's own. */
  lines?: LinesRead;
}

export interface SourceColumn {
  /** Zero-based position inside the list. */
  index: number;
  header: string | number | boolean;
  /** en-US number format of the header cell: tells a date from a plain number. */
  headerFormat: string;
  /** One number per row; NaN where the cell holds none. */
  numbers: Float64Array;
  /** The remaining filled cells by row: text, booleans, and Excel errors as text ("#DIV/0!"). Blank cells stand in neither. */
  others: ReadonlyMap<number, string | boolean>;
  /** Formulas (or constants) of the column, present only where they were read: they tell a total row from a client. */
  formulas?: readonly (string | number | boolean)[];
  /** ISO code of the currency that each cell's format shows, null without one; present only where the formats were read and show any. */
  formatCurrencies?: readonly (string | null)[];
  /** Indent of each cell's format; present only for the client column, where it could be read. */
  indents?: Uint8Array;
  /** 1 where a cell is bold; present as `indents` is. */
  bolds?: Uint8Array;
}

/** What stands in a row of a column; "" in a blank cell. */
export function cellInRow(
  { numbers, others }: Pick<SourceColumn, "numbers" | "others">,
  row: number,
): string | number | boolean {
  const number = numbers[row];
  return Number.isNaN(number) ? (others.get(row) ?? "") : number;
}

/** Columns of the sheet from the list's first to its last: blank ones and Keyfolio's own between them count. */
export function widthOfList({ columns }: SourceList): number {
  return (columns.at(-1)?.index ?? 0) + 1;
}

/**
 * The columns that Keyfolio writes, in their order. They are not part of the source: `workbook/` leaves them out before it
 * hands the list over.
 */
export const resultColumns = [
  "share",
  "status",
  "abc",
  "xyz",
  "quadrant",
  "activity",
  "reason",
  "action",
  "pinned",
] as const;
export type ResultColumn = (typeof resultColumns)[number];
