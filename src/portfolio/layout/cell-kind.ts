import { isExcelError } from "../list/number-column";
import { isDash, looksLikeNumber } from "../list/number-text";
import { isEmptyText, type Cell } from "./cell-grid";

/**
 * What a cell is, as far as a header is told from what stands below it. "none" says in a column of numbers that there is no
 * number: a dash, n/a, an Excel error. A flag is TRUE or FALSE.
 */
export type CellKind = "blank" | "number" | "text" | "none" | "flag";

const longestNumber = 40;

export function kindOf(cell: Cell): CellKind {
  if (typeof cell === "number") return "number";
  if (typeof cell === "boolean") return "flag";
  if (isEmptyText(cell)) return "blank";
  if (cell.length <= longestNumber && looksLikeNumber(cell)) return "number";
  return isDash(cell) || isExcelError(cell) ? "none" : "text";
}
