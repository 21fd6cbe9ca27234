import { namesOf } from "../marks/own-names";
import { firstRowOf, type ListPlace } from "../source/list-place";
import { columnAfter } from "../source/obstacles";
import type { PlannedColumn } from "./result-plan";
import type { RowPiece } from "./row-pieces";

/** A defined name, of the workbook or of one sheet. */
export function nameIn(context: Excel.RequestContext, name: string, scope: string | null): Excel.NamedItem {
  return namesOf(context, scope).getItem(name);
}

/** Rows from the marked cell to the first row of the body: a table with a hidden header row is marked on its first row. */
const rowsBelowMark = ({ table }: ListPlace): number => (table && !table.hasHeaders ? 0 : 1);

/** The marked cell of a column that has its name: its header, wherever the user moved it. */
export function markedHeader(
  context: Excel.RequestContext,
  { name, scope }: Pick<PlannedColumn, "name" | "scope">,
): Excel.Range {
  return nameIn(context, name, scope).getRange().getCell(0, 0);
}

/** Rows of a column that has its name. */
export function markedCells(
  context: Excel.RequestContext,
  place: ListPlace,
  column: Pick<PlannedColumn, "name" | "scope">,
  { first, count }: RowPiece,
): Excel.Range {
  return markedHeader(context, column)
    .getOffsetRange(rowsBelowMark(place) + first, 0)
    .getResizedRange(count - 1, 0);
}

/** Column of the sheet that a new result column takes. */
export function newPosition(place: ListPlace, plan: readonly PlannedColumn[], column: PlannedColumn): number {
  return columnAfter(place) + plan.filter(({ existing }) => existing === null).indexOf(column);
}

/** Header cell that a new column beside a region takes. */
export function newRegionHeader(
  context: Excel.RequestContext,
  place: ListPlace,
  position: number,
): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  return sheet.getRangeByIndexes(place.area.top, position, 1, 1);
}

/** Rows of a column beside a region. */
export function newRegionCells(
  context: Excel.RequestContext,
  place: ListPlace,
  position: number,
  { first, count }: RowPiece,
): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  return sheet.getRangeByIndexes(firstRowOf(place) + first, position, count, 1);
}

/** A column of the list's table, by its header. */
export function tableColumn(
  context: Excel.RequestContext,
  table: { id: string },
  header: string,
): Excel.TableColumn {
  return context.workbook.tables.getItem(table.id).columns.getItem(header);
}
