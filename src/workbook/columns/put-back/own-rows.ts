import { asStanding, type CellValue } from "../../cells/cell-value";
import { addedIn } from "../results/result-ranges";
import type { PlannedColumn } from "../results/result-plan";
import type { Effects } from "./run-effects";
import { writtenIn } from "../results/written-cells";
import { formulasOf, writtenRows, type Writing } from "../writing";

/** Contents of a new column's cells that the run found there, where its answers arrived: somebody had just entered them. */
export function foundBefore({ done }: Writing, column: PlannedColumn): Map<number, CellValue> {
  const isWritten = writtenIn(column);
  const found = new Map<number, CellValue>();
  for (const [i, piece] of done.entries()) {
    const { first } = writtenRows(column, piece, i === 0);
    const range = piece.before.get(column);
    (range && formulasOf(range))?.forEach(([cell], r) => {
      // Rows that came meanwhile push what an earlier request wrote to where a later one writes.
      if (cell !== "" && !(i > 0 && isWritten(cell))) found.set(first + r, cell);
    });
  }
  return found;
}

/**
 * Rows of a new column that hold what was written, wherever in the column somebody has moved it; and rows of others.
 * A header of a table's column is no cell of others: Excel changes it by itself where two are the same.
 */
export function rowsOfColumn(
  column: PlannedColumn,
  { present }: Effects,
  isInTable: boolean,
): { ours: number[]; others: number[] } {
  const isWritten = writtenIn(column);
  const { first, cells, spare } = present.get(column) ?? { first: 0, cells: [], spare: 0 };
  const ours: number[] = [];
  const others: number[] = [];
  const end = first + cells.length - spare;
  let missing = column.cells?.slice(0, end).filter((cell) => cell !== "").length ?? 0;
  cells.forEach((cell, i) => {
    const row = first + i;
    if (cell === "") return;
    if (row < 0) {
      if (cell === column.header) ours.push(row);
      else if (!isInTable) others.push(row);
    } else if (isWritten(cell) && (row < end || missing > 0)) {
      ours.push(row);
      missing--;
    } else if (row < end) others.push(row);
  });
  return { ours, others };
}

/**
 * Which row of the new columns, as they stand now, is which row that was written: somebody may have moved rows since. Told by what
 * was written into them; a blank row between two of ours is the one that was blank there.
 *
 * @returns for each row now, up to the last that is known, its row then; −1 for one that came since
 */
export function rowsThen(writing: Writing, effects: Effects): number[] {
  const { then, now } = resultsOfRows(writing, effects);
  // Nothing to tell rows by: nothing of ours is there any more, or only blank rows were.
  if (now.every((text) => text === "")) return then.map((_, row) => row);
  const rows = matched(then, now);
  while (rows.at(-1) === -1) rows.pop();
  return rows;
}

/** What was written into each row, and what stands in the rows of the new columns now, as one text each; "" for nothing. */
export function resultsOfRows(
  { plan, done }: Writing,
  { present }: Effects,
): { then: string[]; now: string[] } {
  const last = done.at(-1)!;
  const columns = addedIn(plan).flatMap((column) => {
    const now = present.get(column);
    // A request that failed on its way has written some of the columns.
    const isWritten = now?.cells.some((cell, i) => now.first + i >= 0 && cell !== "");
    return column.cells && now && isWritten ? [{ then: column.cells, now }] : [];
  });
  const textOf = (cells: readonly (CellValue | null | undefined)[]) =>
    cells.every((cell) => (cell ?? "") === "") ? "" : cells.map((cell) => resultText(cell ?? "")).join("\n");
  const then = Array.from({ length: last.first + last.count }, (_, row) =>
    textOf(columns.map((column) => column.then[row])),
  );
  const rowCount = Math.max(
    ...columns.map(({ now }) => now.first + now.cells.length),
    columns.length === 0 ? 0 : -1,
  );
  const now = Array.from({ length: Math.max(0, rowCount) }, (_, row) =>
    textOf(columns.map((column) => column.now.cells[row - column.now.first])),
  );
  return { then, now };
}

function matched(then: readonly string[], now: readonly string[]): number[] {
  const places = new Map<string, number[]>();
  then.forEach((text, row) => {
    if (text !== "") places.set(text, [...(places.get(text) ?? []), row]);
  });
  const rows = now.map((text) => places.get(text)?.shift() ?? -1);
  const taken = new Set(rows);
  now.forEach((text, row) => {
    const after = row === 0 ? 0 : rows[row - 1] + 1;
    if (rows[row] >= 0 || taken.has(after) || (row > 0 && rows[row - 1] < 0)) return;
    const isBlank = text === "" && then[after] === "";
    // Some of its cells somebody has merged with others, or typed over.
    const isBetween = rows[row + 1] === after + 1 && hasCellOf(text, then[after]);
    if (!isBlank && !isBetween) return;
    rows[row] = after;
    taken.add(after);
  });
  return rows;
}

/** Whether two rows of the new columns have a result in common. */
const hasCellOf = (one: string, other: string): boolean => {
  const cells = other.split("\n");
  return one.split("\n").some((cell, i) => cell !== "" && cell === cells[i]);
};

/** A result as it is written and as it is read. */
export function resultText(cell: CellValue): string {
  return String(typeof cell === "number" ? Number(cell.toPrecision(12)) : asStanding(cell));
}
