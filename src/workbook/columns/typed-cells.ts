import { type CellValue, entered } from "../cells/cell-value";
import { limits } from "../cells/read-rows";
import { clearTakenOver } from "./new-column-look";

/** A few columns are enough to tell rows from each other. */
const mostColumns = 4;
const bytesOfCell = 30;

/** Columns of a table with what they held in the moment in which one of ours was deleted: they tell its rows. */
export type QueuedRows = readonly { id: number; body: Excel.Range }[];

/**
 * Queues the question which rows a table has; none where the answer would be too long.
 * @param ids of columns that stay
 */
export function queueRows(table: Excel.Table, ids: readonly number[], rowCount: number): QueuedRows {
  const columns = ids.slice(0, mostColumns);
  if (columns.length * rowCount * bytesOfCell > limits.lastLookBytes) return [];
  return columns.map((id) => ({ id, body: bodyOf(table, id) }));
}

/** A column that was deleted with what somebody had typed there in that moment. */
export interface TypedColumn {
  table: Excel.Table;
  /** Asked for when it was deleted. */
  rows: QueuedRows;
  cells: readonly CellValue[];
  /** Queues it to come again, with its header. */
  add: (table: Excel.Table) => Excel.TableColumn;
}

/**
 * Gives columns of tables back with what somebody typed there, each cell beside its row, wherever that has moved since. One round
 * trip where no row has moved.
 */
export async function giveCellsBack(
  context: Excel.RequestContext,
  columns: readonly TypedColumn[],
): Promise<void> {
  if (columns.length === 0) return;
  let asked: AskedColumn[];
  try {
    // Fails before any column comes where a table ends above what was typed: what stands below it is not written.
    for (const column of columns) {
      const last = typedRows(column).at(-1);
      if (last !== undefined) column.table.rows.getItemAt(last).load("index");
    }
    asked = columns.map((column) => queueColumn(column, true));
    await context.sync();
  } catch {
    // A table may have fewer rows by now.
    asked = columns.map((column) => queueColumn(column, false));
    await context.sync();
  }
  if (asked.map(queueMoved).some(Boolean)) await context.sync();
}

interface AskedColumn extends TypedColumn {
  again: Excel.TableColumn;
  body: Excel.Range;
  /** The rows as the column came again. */
  now: readonly Excel.Range[];
  /** Whether the cells stand in the rows in which they stood. */
  isGiven: boolean;
}

const typedRows = ({ cells }: TypedColumn): number[] =>
  cells.flatMap((cell, row) => (cell === "" ? [] : [row]));

function queueColumn(column: TypedColumn, isGiven: boolean): AskedColumn {
  const { table, rows, cells, add } = column;
  const typed = typedRows(column);
  const again = add(table).load("id");
  const body = again.getDataBodyRange().load("rowCount");
  // What it takes over may be the look of another one of ours, which stays.
  clearTakenOver(again.getRange());
  body.numberFormat = "General" as unknown as string[][];
  if (isGiven) for (const row of typed) body.getCell(row, 0).formulas = [[entered(cells[row])]];
  const now = typed.length > 0 ? rows.map(({ id }) => bodyOf(table, id)) : [];
  return { ...column, again, body, now, isGiven };
}

/** Queues cells to stand where their rows have moved. @returns whether any has */
function queueMoved(column: AskedColumn): boolean {
  const { table, rows, cells, again, body, now, isGiven } = column;
  const typed = typedRows(column);
  const there = rows.flatMap(({ body: then }, i) =>
    now[i] && !now[i].isNullObject && !then.isNullObject ? [{ then, now: now[i] }] : [],
  );
  const textsIn = (when: "then" | "now", rowCount: number) =>
    textsOf(
      there.map((each) => each[when]),
      rowCount,
    );
  const placeOf = rowsNow(textsIn("then", cells.length), textsIn("now", body.rowCount));
  const places = typed.map(placeOf);
  const moved = typed.filter((row, i) => !isGiven || places[i] !== row);
  if (moved.length === 0) return false;
  const cellAt = (row: number) => table.columns.getItem(again.id).getDataBodyRange().getCell(row, 0);
  if (isGiven) for (const row of moved) if (!places.includes(row)) cellAt(row).clear("Contents");
  typed.forEach((row, i) => {
    if (moved.includes(row) && places[i] !== null) cellAt(places[i]).formulas = [[entered(cells[row])]];
  });
  return true;
}

/** Somebody may have deleted the column. */
const bodyOf = ({ columns }: Excel.Table, id: number): Excel.Range =>
  columns.getItemOrNullObject(id).getDataBodyRange().load("values");

const textsOf = (columns: readonly Excel.Range[], rowCount: number): string[] =>
  Array.from({ length: rowCount }, (_, row) =>
    JSON.stringify(columns.map(({ values }) => (values as CellValue[][])[row]?.[0] ?? "")),
  );

/**
 * Where a row stands by now: by its cells; of alike ones in their order; one that somebody has edited since beside its neighbours.
 * @returns null for a row that has gone
 */
function rowsNow(then: readonly string[], now: readonly string[]): (row: number) => number | null {
  const places = new Map<string, number[]>();
  now.forEach((text, at) => places.set(text, [...(places.get(text) ?? []), at]));
  const match = then.map((text) => places.get(text)?.shift() ?? null);
  const taken = new Set(match);
  const isFree = (at: number | undefined) => at !== undefined && at >= 0 && at < now.length && !taken.has(at);
  return (row) => {
    if (match[row] !== null) return match[row];
    const [above, below] = [
      row === 0 ? -1 : match[row - 1],
      row + 1 < then.length ? match[row + 1] : now.length,
    ];
    const beside = [above === null ? undefined : above + 1, below === null ? undefined : below! - 1];
    return beside.find(isFree) ?? null;
  };
}
