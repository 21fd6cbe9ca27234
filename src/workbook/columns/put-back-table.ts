import { type CellValue, entered } from "../cells/cell-value";
import { limits } from "../cells/read-rows";
import { clearRows } from "./cleared-rows";
import { giveWidthBack, undressColumn } from "./new-column-look";
import { rowsOfColumn } from "./own-rows";
import { addedIn, nameIn } from "./result-ranges";
import type { PlannedColumn } from "./result-plan";
import type { Effects } from "./run-effects";
import { writtenIn } from "./written-cells";
import type { Writing } from "./writing";

/** About how many bytes cells have in an answer, where no letter takes more than two. */
const bytesOf = (cells: readonly (CellValue | null)[]): number =>
  cells.reduce<number>((sum, cell) => sum + 2 * String(cell ?? "").length + 5, 0);

/** A column of the table that was deleted, with what stood there in that moment. */
export interface DeletedColumn {
  column: PlannedColumn;
  /** Its name is the header. */
  item: Excel.TableColumn;
  range: Excel.Range;
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
  typedHeader(deleted) !== null || typedIn(deleted).length > 0;

function typedIn({ column, range }: DeletedColumn): { row: number; cell: CellValue }[] {
  const isWritten = writtenIn(column);
  return (range.formulas as CellValue[][]).flatMap(([cell], row) =>
    cell === "" || isWritten(cell) ? [] : [{ row, cell }],
  );
}

/** Queues a column that was deleted with what somebody had typed there to come again, with that, its header and its mark. */
export function giveColumnBack({ context, source: { place } }: Writing, deleted: DeletedColumn): void {
  const { name, header } = deleted.column;
  const { hasHeaders, id } = place.table!;
  const again = context.workbook.tables
    .getItem(id)
    .columns.add(undefined, undefined, typedHeader(deleted) ?? header!);
  const marked = hasHeaders ? again.getHeaderRowRange() : again.getDataBodyRange().getCell(0, 0);
  nameIn(context, name, null).delete();
  context.workbook.names.add(name, marked).visible = false;
  for (const { row, cell } of typedIn(deleted)) {
    again.getDataBodyRange().getCell(row, 0).formulas = [[entered(cell)]];
  }
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
      giveWidthBack(context, column, dressed.get(column) ?? null);
    if (goes.includes(column))
      undressColumn(
        context,
        place,
        column,
        { rows: 0, others: [] },
        room,
        dressed.get(column) ?? null,
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
  const { columns } = context.workbook.tables.getItem(place.table!.id);
  const going = goes.map((column) => ({ column, item: columns.getItem(effects.tableColumns.get(column)!) }));
  let asked = 0;
  const isSmall = ({ cells }: PlannedColumn) => (asked += bytesOf(cells ?? [])) < limits.lastLookBytes;
  const deleted = going.flatMap(({ column, item }) =>
    effects.live.has(column) && isSmall(column)
      ? [{ column, item: item.load("name"), range: item.getDataBodyRange().load("formulas") }]
      : [],
  );
  for (const { item } of going) item.delete();
  return deleted;
}
