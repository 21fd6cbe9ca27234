import { isExcelError } from "../list/number-column";
import { parseNumberText } from "../list/number-text";
import { isEmptyText, type Cell } from "./cell-grid";

/**
 * What a cell is, as far as a header is told from what stands below it. "none" says in a column of numbers that there is no
 * number: a dash, n/a, an Excel error. A flag is TRUE or FALSE.
 */
export type CellKind = "blank" | "number" | "text" | "none" | "flag";

const noNumber = /^(?:[-–—−]{1,3}|\.{1,3}|n\/?\.?a\.?|н\/?д|нет|нет данных|no data|none|null)$/i;
const longestNumber = 40;

export function kindOf(cell: Cell): CellKind {
  if (typeof cell === "number") return "number";
  if (typeof cell === "boolean") return "flag";
  if (isEmptyText(cell)) return "blank";
  if (looksLikeNumber(cell)) return "number";
  return noNumber.test(cell.trim()) || isExcelError(cell) ? "none" : "text";
}

/** Whether a text is meant as a number, whatever the decimal separator. */
function looksLikeNumber(text: string): boolean {
  if (text.length > longestNumber || !/\d/.test(text)) return false;
  return parseNumberText(text, ",") !== null || parseNumberText(text, ".") !== null;
}
