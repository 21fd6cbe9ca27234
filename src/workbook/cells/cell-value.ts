/** Cells as Excel gives them: values, areas, columns of them, read in pieces. */
import { looksLikeNumber } from "../../portfolio";

/** What `Range.values` and `Range.formulas` hold: blank is "", an Excel error is its text (`#DIV/0!`). */
export type CellValue = string | number | boolean;

/** Zero-based area of cells on a sheet. */
export interface Area {
  top: number;
  left: number;
  rowCount: number;
  columnCount: number;
}

/** Whether a cell is a number, or a text that is meant as one (`1 234,56`). */
export function isNumberLike(value: CellValue): boolean {
  return typeof value === "number" || (typeof value === "string" && looksLikeNumber(value));
}

/** Words alone, or words before a colon and a word behind it: nothing that Excel could take for a number, a date or a time. */
const staysTextByItself = /^\p{L}(?:[\p{L}\s\-–—,;:()«»"']*$|[\p{L} ]*: \p{L})/u;
const readAsOther = /^(?:true|false|истина|ложь)$/i;

/** A cell that is written, as it is read back: the apostrophe before a text is a property of the cell, no part of it. */
export const asStanding = (cell: CellValue): CellValue =>
  typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : cell;

/**
 * A text as it must be written so that Excel keeps it as text: `=SUM(A1)`, `+7 495`, `-`, `@name`, `1/2`, `TRUE` get a leading apostrophe.
 * Plain words are left alone, since the apostrophe is a property of the cell that stays.
 */
export function asText(text: string): string {
  return text === "" || (staysTextByItself.test(text) && !readAsOther.test(text)) ? text : `'${text}`;
}

/** Whether `Range.formulas` gives a cell's formula, not a constant. */
export const isFormula = (cell: CellValue): cell is string =>
  typeof cell === "string" && cell.startsWith("=");

/** A cell's formula or constant, to be entered again as what it was. */
export const entered = (cell: CellValue): CellValue =>
  typeof cell === "string" && !isFormula(cell) ? asText(cell) : cell;
