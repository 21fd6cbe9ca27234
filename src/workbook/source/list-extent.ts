import type { Area } from "../cells/cell-value";
import { rowCountOf, type ListPlace } from "./list-place";
import { firstCellOf, namesOf } from "../marks/own-names";
import { areaOf, sizeOfRange } from "./workbook-state";

export interface QueuedExtent {
  /** The table's size, or the sheet's used cells. */
  area: Excel.Range;
  /** The table's rows; null for a region. */
  body: Excel.Range | null;
  /** The row below a region. */
  below: Excel.Range | null;
  /** Tables in which the header of a region stands by now. */
  tables: Excel.TableScopedCollection | null;
  /** Cells of the sheet's tables, in order of the place's. */
  others: readonly Excel.Range[];
  /** Marks of the result columns, in order of the place's own. */
  marks: readonly Excel.NamedItem[];
}

const lastRow = 1_048_575;

/** Queues the question how far the list goes now; {@link isSameExtent} reads the answer after the next request. */
export function queueExtent(context: Excel.RequestContext, place: ListPlace): QueuedExtent {
  const { sheetId, table, area, own, extent } = place;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const next = area.top + area.rowCount;
  return {
    area: table
      ? context.workbook.tables.getItem(table.id).getRange().load(sizeOfRange)
      : sheet.getUsedRangeOrNullObject(true).load(sizeOfRange),
    body: table ? context.workbook.tables.getItem(table.id).getDataBodyRange().load("rowCount") : null,
    below:
      table || next > lastRow
        ? null
        : sheet.getRangeByIndexes(next, area.left, 1, area.columnCount).load("values"),
    tables: table
      ? null
      : sheet.getRangeByIndexes(area.top, area.left, 1, 1).getTables(false).load("items/id"),
    others: extent.tables.map(({ id }) =>
      context.workbook.tables.getItemOrNullObject(id).getRange().load(sizeOfRange),
    ),
    marks: own.map(({ name, scope }) => namesOf(context, scope).getItemOrNullObject(name).load("formula")),
  };
}

/**
 * Whether the list goes as far as it did when it was read; a region that somebody has made a table is another list.
 * @param hasOwn whether result columns have been added since
 */
export function isSameExtent(
  queued: QueuedExtent,
  { table, area, extent, own }: ListPlace,
  hasOwn = false,
): boolean {
  if (queued.area.isNullObject || (queued.tables?.items.length ?? 0) > 0) return false;
  const now = areaOf(queued.area);
  const before = extent.used ?? tableArea({ table, area });
  return (
    now.top === before.top &&
    now.left === before.left &&
    now.rowCount === before.rowCount &&
    (hasOwn || now.columnCount === before.columnCount) &&
    extent.tables.every((each, i) => isSameArea(queued.others[i], each.area)) &&
    own.every(
      ({ position }, i) =>
        !queued.marks[i].isNullObject && firstCellOf(String(queued.marks[i].formula))?.column === position,
    ) &&
    (extent.below ?? []).every(
      ({ position, value }) =>
        queued.below === null || queued.below.values[0][position - area.left] === value,
    )
  );
}

/** Whether a range whose size was loaded is an area: a table that has moved may have been read as cells of the list. */
export const isSameArea = (range: Excel.Range, { top, left, rowCount, columnCount }: Area): boolean =>
  !range.isNullObject &&
  range.rowIndex === top &&
  range.columnIndex === left &&
  range.rowCount === rowCount &&
  range.columnCount === columnCount;

/** Queues a question that fails, and its request with it, where the table has fewer rows by then: what stands below is not written. */
export function requireRows(context: Excel.RequestContext, { table }: ListPlace, rowCount: number): void {
  if (table)
    context.workbook.tables
      .getItem(table.id)
      .rows.getItemAt(rowCount - 1)
      .load("index");
}

/** By how many rows the end of the list, or of the cells in use, has moved down since it was read; 0 where it has not. */
export function rowsGrown(queued: QueuedExtent, { table, area, extent }: ListPlace): number {
  if (queued.area.isNullObject) return 0;
  const [now, before] = [areaOf(queued.area), extent.used ?? tableArea({ table, area })];
  return Math.max(0, now.top + now.rowCount - before.top - before.rowCount);
}

/** By how many rows the end of the cells in use has moved down between two questions; 0 where it has not, or one was not answered. */
export function rowsGrownBetween(then: QueuedExtent, now: QueuedExtent): number {
  try {
    const endOf = ({ area }: QueuedExtent) => (area.isNullObject ? 0 : area.rowIndex + area.rowCount);
    return Math.max(0, endOf(now) - endOf(then));
  } catch {
    // Not loaded.
    return 0;
  }
}

/**
 * Rows of the list's body now: those of the table; beside other cells a region ends nowhere for sure, so that it has at least
 * the rows that were read, and as many more as the cells in use.
 * @param moved rows by which it stands lower than it was read
 */
export function rowsNow(queued: QueuedExtent, place: ListPlace, moved: number): number {
  return queued.body?.rowCount ?? rowCountOf(place) + Math.max(0, rowsGrown(queued, place) - moved);
}

/** A table with its totals row, without the header row that it hides. */
function tableArea({ table, area }: Pick<ListPlace, "table" | "area">): Area {
  const hidden = table?.hasHeaders ? 0 : 1;
  return {
    ...area,
    top: area.top + hidden,
    rowCount: area.rowCount - hidden + (table?.hasTotals ? 1 : 0),
  };
}
