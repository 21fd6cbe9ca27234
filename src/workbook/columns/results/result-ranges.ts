import type { OwnColumn } from "../../marks/own-columns";
import { namesOf } from "../../marks/own-names";
import { hasHiddenHeader, type ListPlace } from "../../source/list-place";
import { columnAfter } from "../../source/obstacles/obstacles";
import type { PlannedColumn } from "./result-plan";
import type { RowPiece } from "./row-pieces";

/** A defined name, of the workbook or of one sheet. */
export function nameIn(context: Excel.RequestContext, name: string, scope: string | null): Excel.NamedItem {
  return namesOf(context, scope).getItem(name);
}

/** Rows from the marked cell to the first row of the body: a table with a hidden header row is marked on its first row. */
const rowsBelowMark = (place: ListPlace): number => (hasHiddenHeader(place) ? 0 : 1);

/** The cell of a table's column that its mark is put on. */
export const cellToMark = (column: Excel.TableColumn, hasHeaders: boolean): Excel.Range =>
  hasHeaders ? column.getHeaderRowRange() : column.getDataBodyRange().getCell(0, 0);

/** The sheet's row that the marks of a list stand on, as it was read. */
export const rowOfMarks = (place: ListPlace): number => place.area.top + 1 - rowsBelowMark(place);

/** A column of ours by its mark: an earlier one, or one of a plan. */
export type MarkedColumn = Pick<PlannedColumn, "name" | "scope"> &
  Partial<Pick<PlannedColumn, "existing"> & Pick<OwnColumn, "rowsOff">>;

/** Rows by which the mark of a column stands too low. */
export const rowsOffOf = ({ rowsOff, existing }: MarkedColumn): number => rowsOff ?? existing?.rowsOff ?? 0;

/** The cell of a column that is marked, or would be in the present state of its table: its header, wherever the user moved it. */
export function markedHeader(context: Excel.RequestContext, column: MarkedColumn): Excel.Range {
  const marked = nameIn(context, column.name, column.scope).getRange().getCell(0, 0);
  const rowsOff = rowsOffOf(column);
  return rowsOff === 0 ? marked : marked.getOffsetRange(-rowsOff, 0);
}

/** Rows of a column that has its name; the first may be -1, its header. */
export function markedCells(
  context: Excel.RequestContext,
  place: ListPlace,
  column: MarkedColumn,
  { first, count }: RowPiece,
): Excel.Range {
  return markedHeader(context, column)
    .getOffsetRange(rowsBelowMark(place) + first, 0)
    .getResizedRange(count - 1, 0);
}

/** Columns of a plan that are not there yet. */
export const addedIn = (plan: readonly PlannedColumn[]): PlannedColumn[] =>
  plan.filter(({ existing }) => existing === null);

/** Column of the sheet that a new result column beside a region takes. */
export function newPosition(place: ListPlace, plan: readonly PlannedColumn[], column: PlannedColumn): number {
  return columnAfter(place) + addedIn(plan).indexOf(column);
}
