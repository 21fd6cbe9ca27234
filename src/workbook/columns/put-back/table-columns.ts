import type { CellValue } from "../../cells/cell-value";
import { limits } from "../../cells/read-rows";
import { isGivenHeader } from "../../marks/given-header";
import { type LeavingColumn, queueLeaving, sheetsToLookAt } from "../../removal/deleted-columns";
import { bytesOfLook, repairReferences } from "../../removal/last-look";
import { clearRows } from "./cleared-rows";
import { giveWidthBack, undressColumn } from "../new-column-look";
import { rowsOfColumn } from "./own-rows";
import { rowCountOf } from "../../source/list-place";
import { addedIn, cellToMark, nameIn } from "../results/result-ranges";
import type { PlannedColumn } from "../results/result-plan";
import type { Effects } from "./run-effects";
import { giveCellsBack, queueRows, type QueuedRows, type TypedColumn } from "../typed-cells";
import { writtenIn } from "../results/written-cells";
import type { Writing } from "../writing";

/** About how many bytes cells have in an answer, where no letter takes more than two. */
const bytesOf = (cells: readonly (CellValue | null)[]): number =>
  cells.reduce<number>((sum, cell) => sum + 2 * String(cell ?? "").length + 5, 0);

/** A column of the table that was deleted, with what stood there in that moment. */
export interface DeletedColumn {
  column: PlannedColumn;
  /** Whether its mark stood. */
  isMarked: boolean;
  left: LeavingColumn;
  /** Of the workbook's structure: nobody may change a name then. */
  protection: Excel.WorkbookProtection;
  /** Null where one answer cannot hold it. */
  range: Excel.Range | null;
  /** The table's rows in that moment. */
  rows: QueuedRows;
}

/** A header that somebody had typed since the column was looked at. Until a new column is marked, its header is the mark's name. */
function typedHeader({ column: { name, header }, left: { item } }: DeletedColumn): string | null {
  return item.name === name || isGivenHeader(item.name, header!) ? null : item.name;
}

/** Whether a deleted column held something else than was written: somebody had typed it since the column was looked at. */
const isTypedIn = (deleted: DeletedColumn): boolean =>
  typedHeader(deleted) !== null || typedIn(deleted).some((cell) => cell !== "");

/** What somebody had typed into each row; "" where she had not. */
function typedIn({ column, range }: DeletedColumn): CellValue[] {
  const isWritten = writtenIn(column);
  return ((range?.formulas ?? []) as CellValue[][]).map(([cell]) => (isWritten(cell) ? "" : cell));
}

/**
 * Gives columns back into which somebody had typed since they were looked at. Where a formula has come to count on one of them, all
 * of them come again, each in its place, and the formula with them; that one stays from then on.
 * @returns whether there were some
 */
export async function giveTableColumnsBack(
  writing: Writing,
  deleted: readonly DeletedColumn[],
): Promise<boolean> {
  const lost = deleted.flatMap((each) => {
    const references = each.left.references();
    // It may stand in a row that is not looked at again.
    if (references.length > 0 || typedIn(each).some((cell) => cell !== ""))
      writing.cameAgain.add(each.column);
    return references;
  });
  const isInPlace = lost.length > 0;
  const again = isInPlace
    ? [...deleted].sort((one, other) => one.left.item.index - other.left.item.index)
    : deleted.filter(isTypedIn);
  if (again.length === 0) return false;
  await giveCellsBack(
    writing.context,
    again.map((each) => columnAgain(writing, each, isInPlace)),
  );
  await repairReferences(writing.context, lost);
  if (isInPlace) await nameUnmarked(writing, again);
  return true;
}

/** Columns that could not be marked again are called as they are before they are marked, so that the next run knows them. */
async function nameUnmarked(
  { context, source: { place } }: Writing,
  again: readonly DeletedColumn[],
): Promise<void> {
  const unmarked = again.filter(
    (each) => each.isMarked && each.protection.protected && typedHeader(each) === null,
  );
  if (unmarked.length === 0) return;
  const { columns } = context.workbook.tables.getItem(place.table!.id);
  for (const { column, left } of unmarked) columns.getItem(left.item.name).name = column.name;
  await context.sync();
}

/** A column that was deleted, as it comes again: with what somebody had typed there, its header, and its mark if it had one. */
function columnAgain(
  { context, source: { place } }: Writing,
  deleted: DeletedColumn,
  isInPlace: boolean,
): TypedColumn {
  const { name, header } = deleted.column;
  const { hasHeaders, id } = place.table!;
  const { item } = deleted.left;
  // Formulas name it as it was called.
  const shown = isInPlace ? item.name : (typedHeader(deleted) ?? header!);
  return {
    table: context.workbook.tables.getItem(id),
    rows: deleted.rows,
    cells: typedIn(deleted),
    add: ({ columns }) => {
      const again = columns.add(isInPlace ? item.index : undefined, undefined, shown);
      if (!deleted.isMarked || deleted.protection.protected) return again;
      nameIn(context, name, null).delete();
      context.workbook.names.add(name, cellToMark(again, hasHeaders)).visible = false;
      return again;
    },
  };
}

/**
 * Queues new columns of the table to go; one in which somebody has entered something, or counts on, loses our cells only.
 * @returns those that go, with a question for what stands there until then, and for what counts on them, as far as one answer can
 * hold it
 */
export async function removeFromTable(
  writing: Writing,
  effects: Effects,
  kept: readonly PlannedColumn[],
): Promise<DeletedColumn[]> {
  const { context, source, plan, dressed, cameAgain } = writing;
  const { place, room } = source;
  const added = addedIn(plan);
  const goes = added.filter(
    (column) =>
      effects.tableColumns.has(column) &&
      !cameAgain.has(column) &&
      rowsOfColumn(column, effects, true).others.length === 0,
  );
  const others = goes.length > 0 ? await sheetsToLookAt(context, new Set()) : null;
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
        { isTouched: false, areFormatsKept: false },
      );
    else
      clearRows(
        writing,
        column,
        rowsOfColumn(column, effects, true).ours.filter((row) => row >= 0),
      );
  }
  if (goes.length === 0) return [];
  const tableId = place.table!.id;
  const table = context.workbook.tables.getItem(tableId);
  const rows = queueRows(table, effects.otherColumns, rowCountOf(place));
  const ids = goes.map((column) => ({ tableId, columnId: effects.tableColumns.get(column)! }));
  const leaving = queueLeaving(context, ids, others);
  let asked = others ? bytesOfLook(others) : 0;
  const isSmall = ({ cells }: PlannedColumn) => (asked += bytesOf(cells ?? [])) < limits.lastLookBytes;
  const protection = context.workbook.protection.load("protected");
  const deleted = goes.map((column, i): DeletedColumn => {
    const left = leaving[i];
    const range = isSmall(column) ? left.item.getDataBodyRange().load("formulas") : null;
    return { column, isMarked: effects.live.has(column), left, protection, range, rows };
  });
  for (const { left } of deleted) left.item.delete();
  return deleted;
}
