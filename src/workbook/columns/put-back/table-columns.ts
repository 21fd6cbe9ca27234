import type { CellValue } from "../../cells/cell-value";
import { limits } from "../../cells/read-rows";
import { clearRows } from "./cleared-rows";
import { giveWidthBack, undressColumn } from "../new-column-look";
import { rowsOfColumn } from "./own-rows";
import { rowCountOf } from "../../source/list-place";
import { addedIn, cellToMark, nameIn } from "../result-ranges";
import type { PlannedColumn } from "../result-plan";
import type { Effects } from "./run-effects";
import { queueRows, type QueuedRows, type TypedColumn } from "../typed-cells";
import { writtenIn } from "../written-cells";
import type { Writing } from "../writing";

/** About how many bytes cells have in an answer, where no letter takes more than two. */
const bytesOf = (cells: readonly (CellValue | null)[]): number =>
  cells.reduce<number>((sum, cell) => sum + 2 * String(cell ?? "").length + 5, 0);

/** A column of the table that was deleted, with what stood there in that moment. */
export interface DeletedColumn {
  column: PlannedColumn;
  /** Its name is the header. */
  item: Excel.TableColumn;
  range: Excel.Range;
  /** The table's rows in that moment. */
  rows: QueuedRows;
}

/**
 * A header that somebody had typed since the column was looked at. Until a new column is marked, its header is the mark's name; where
 * another column has come to be called like ours, Excel has put a number behind it.
 */
function typedHeader({ column: { name, header }, item }: DeletedColumn): string | null {
  const isOurs = item.name === name || item.name.replace(/\d+$/, "") === header || item.name === header;
  return isOurs ? null : item.name;
}

/** Whether a deleted column held something else than was written: somebody had typed it since the column was looked at. */
export const isTypedIn = (deleted: DeletedColumn): boolean =>
  typedHeader(deleted) !== null || typedIn(deleted).some((cell) => cell !== "");

/** What somebody had typed into each row; "" where she had not. */
function typedIn({ column, range }: DeletedColumn): CellValue[] {
  const isWritten = writtenIn(column);
  return (range.formulas as CellValue[][]).map(([cell]) => (isWritten(cell) ? "" : cell));
}

/** A column that was deleted with what somebody had typed there, as it comes again: with that, its header and its mark. */
export function columnAgain({ context, source: { place } }: Writing, deleted: DeletedColumn): TypedColumn {
  const { name, header } = deleted.column;
  const { hasHeaders, id } = place.table!;
  return {
    table: context.workbook.tables.getItem(id),
    rows: deleted.rows,
    cells: typedIn(deleted),
    add: ({ columns }) => {
      const again = columns.add(undefined, undefined, typedHeader(deleted) ?? header!);
      const marked = cellToMark(again, hasHeaders);
      nameIn(context, name, null).delete();
      context.workbook.names.add(name, marked).visible = false;
      return again;
    },
  };
}

/**
 * Queues a new table column to go; one in which somebody has entered something loses our cells only.
 * @returns marked columns that go, with a question for what stands there until then, as far as one answer can hold it
 */
export function removeFromTable(
  writing: Writing,
  effects: Effects,
  kept: readonly PlannedColumn[],
): DeletedColumn[] {
  const { context, source, plan, dressed } = writing;
  const { place, room } = source;
  const added = addedIn(plan);
  const goes = added.filter(
    (column) => effects.tableColumns.has(column) && rowsOfColumn(column, effects, true).others.length === 0,
  );
  for (const column of kept) {
    // Widths stay where they are when columns go: one that stays would leave its own to what comes there.
    if (!goes.includes(column) && goes.length > 0)
      giveWidthBack(context, column, dressed.get(column) ?? null, effects.widths.get(column));
    if (goes.includes(column))
      undressColumn(
        context,
        place,
        column,
        { rows: 0, others: [] },
        room,
        dressed.get(column) ?? null,
        effects.widths.get(column),
        false,
      );
    else
      clearRows(
        writing,
        column,
        rowsOfColumn(column, effects, true).ours.filter((row) => row >= 0),
      );
  }
  if (goes.length === 0) return [];
  const table = context.workbook.tables.getItem(place.table!.id);
  const { columns } = table;
  const rows = queueRows(table, effects.otherColumns, rowCountOf(place));
  const going = goes.map((column) => ({ column, item: columns.getItem(effects.tableColumns.get(column)!) }));
  let asked = 0;
  const isSmall = ({ cells }: PlannedColumn) => (asked += bytesOf(cells ?? [])) < limits.lastLookBytes;
  const deleted = going.flatMap(({ column, item }) =>
    effects.live.has(column) && isSmall(column)
      ? [{ column, item: item.load("name"), range: item.getDataBodyRange().load("formulas"), rows }]
      : [],
  );
  for (const { item } of going) item.delete();
  return deleted;
}
