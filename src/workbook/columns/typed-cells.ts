import { type CellValue, entered } from "../cells/cell-value";
import { limits } from "../cells/read-rows";

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

/** Gives columns of tables back with what somebody typed there, row by row, wherever its row has moved since. Two round trips. */
export async function giveCellsBack(
  context: Excel.RequestContext,
  columns: readonly TypedColumn[],
): Promise<void> {
  if (columns.length === 0) return;
  const asked = columns.map((column) => {
    const { table, rows, cells, add } = column;
    const again = add(table).load("id");
    const isTyped = cells.some((cell) => cell !== "");
    const now = isTyped ? rows.map(({ id }) => bodyOf(table, id)) : [];
    return { ...column, again, now, size: again.getDataBodyRange().load("rowCount") };
  });
  await context.sync();
  for (const { table, rows, cells, again, now, size } of asked) {
    const there = rows.flatMap(({ body }, i) =>
      now[i] && !now[i].isNullObject && !body.isNullObject ? [{ then: body, now: now[i] }] : [],
    );
    const place = rowsNow(
      textsOf(
        there.map((column) => column.then),
        cells.length,
      ),
      textsOf(
        there.map((column) => column.now),
        size.rowCount,
      ),
    );
    const body = table.columns.getItem(again.id).getDataBodyRange();
    cells.forEach((cell, row) => {
      const at = cell === "" ? null : place(row);
      if (at !== null) body.getCell(at, 0).formulas = [[entered(cell)]];
    });
  }
  await context.sync();
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
export function rowsNow(then: readonly string[], now: readonly string[]): (row: number) => number | null {
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
