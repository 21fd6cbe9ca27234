import type { CellValue } from "../../cells/cell-value";
import { markedCells } from "../../columns/results/result-ranges";
import { isShareFormat } from "../../columns/share-format";
import { type ListPlace, rowCountOf, sheetRows } from "../../source/list-place";
import type { GoingColumn } from "./dismantle-columns";

/** Rows below a list that are looked at. */
const mostBelow = 50;

/** The cells below a column of shares, with what the request finds there that takes it away. */
export interface BelowList {
  column: GoingColumn;
  cells: Excel.Range;
}

/**
 * Queues the question which cells below a region have the number format of our shares: Excel gives it to a row that somebody inserts
 * into the list, and a blank one that is sorted to its end is part of it no more.
 *
 * @returns null where there are no shares, and where cells had formats before: then those below may be hers
 */
export function queueBelowList(
  context: Excel.RequestContext,
  place: ListPlace,
  going: readonly GoingColumn[],
): BelowList | null {
  const column = going.find(({ own, look }) => own.column === "share" && look?.formats);
  const isPlain = column?.look!.formats!.every(({ format }) => format === "General");
  const first = rowCountOf(place);
  const count = Math.min(mostBelow, sheetRows - place.area.top - 1 - first);
  if (!column || !isPlain || count <= 0) return null;
  return {
    column,
    cells: markedCells(context, place, column.own, { first, count }).load("formulas,numberFormat"),
  };
}

/** Queues the blank ones of them right below the list to look as they did. To be called while the column's mark stands. */
export function undressBelowList(
  context: Excel.RequestContext,
  place: ListPlace,
  { column, cells }: BelowList,
): void {
  const formulas = cells.formulas as CellValue[][];
  const formats = cells.numberFormat as string[][];
  const end = formats.findIndex(([format], row) => formulas[row][0] !== "" || !isShareFormat(format));
  const count = end < 0 ? formats.length : end;
  if (count === 0) return;
  markedCells(context, place, column.own, { first: rowCountOf(place), count }).numberFormat =
    "General" as unknown as string[][];
}
