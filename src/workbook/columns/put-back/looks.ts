import { markedCells } from "../results/result-ranges";
import { isBlankKey } from "../results/row-identity";
import type { DressedRows, Writing } from "../writing";

/** Rows of an earlier column whose number formats were restored by position. */
export interface RestoredLook extends Pick<DressedRows, "column" | "first" | "format"> {
  /** As they were before the run, one per row. */
  formats: readonly string[];
  /** Number formats that stood at the position in that moment. */
  found: Excel.Range;
}

/**
 * Queues rows to have the number formats again that they had, as far as it is known and they had another one.
 * @param rowCount of the list now: what stands below a table is not ours
 */
export function queueLooks(writing: Writing, rowCount: number): RestoredLook[] {
  return writing.done.flatMap(({ looks }) => looks.flatMap((look) => queueLook(writing, look, rowCount)));
}

function queueLook(
  { context, source: { place } }: Writing,
  { column, first, count, format, before }: DressedRows,
  rowCount: number,
): RestoredLook[] {
  let formats;
  try {
    formats = (before.numberFormat as string[][]).slice(
      0,
      place.table ? Math.max(0, rowCount - first) : count,
    );
  } catch {
    return [];
  }
  if (formats.every(([each]) => each === format)) return [];
  const rows = { first, count: formats.length };
  const found = markedCells(context, place, column, rows).load("numberFormat");
  markedCells(context, place, column, rows).numberFormat = formats;
  return [{ column, first, format, formats: formats.map(([each]) => each), found }];
}

/**
 * The same once somebody has moved rows: what was dressed is told by its key cells and by the number format that it still shows,
 * and what stands at its position by now gets the one that it had. Asks first, then queues.
 * @param dressedKeys key cells of a row as they were when it was dressed; null where nobody knows
 * @param keys those of the rows now
 */
export async function queueLooksByIdentity(
  { context, source: { place } }: Writing,
  looks: readonly RestoredLook[],
  dressedKeys: (row: number) => string | null,
  keys: readonly string[],
): Promise<void> {
  const moved = looks.filter(({ format }) => format !== null);
  if (moved.length === 0 || keys.length === 0) return;
  const rows = { first: 0, count: keys.length };
  const present = moved.map(({ column }) => markedCells(context, place, column, rows).load("numberFormat"));
  await context.sync();
  moved.forEach(({ column, first, format, formats, found }, i) => {
    const queue = (row: number, of: string) => {
      markedCells(context, place, column, { first: row, count: 1 }).numberFormat = [[of]];
    };
    const before = new Map<string | null, string[]>();
    formats.forEach((each, r) => {
      const key = dressedKeys(first + r);
      before.set(key, [...(before.get(key) ?? []), each]);
    });
    formats.forEach((_, r) => {
      const row = first + r;
      const stood = (found.numberFormat as string[][])[r][0];
      // Rows had gone when it was dressed, so that the list had ended above it.
      const isStray = isBlankKey(keys[row] ?? null) && stood === format;
      if (!before.has(keys[row]) && !isStray) queue(row, stood);
    });
    keys.forEach((key, row) => {
      const of = before.get(key);
      if (of && (present[i].numberFormat as string[][])[row][0] === format)
        queue(row, of.length > 1 ? of.shift()! : of[0]);
    });
  });
}
