import { markedCells } from "../results/result-ranges";
import type { PlannedColumn } from "../results/result-plan";
import type { RowPiece } from "../results/row-pieces";
import type { Writing } from "../writing";

/** Rows of a column that were cleared, with what stood there in that moment. */
export interface ClearedRows extends RowPiece {
  column: PlannedColumn;
  range: Excel.Range;
}

/** Queues rows of a column to be cleared, by blocks, with a question for what stands there until then. */
export function clearRows(
  { context, source }: Writing,
  column: PlannedColumn,
  rows: readonly number[],
): ClearedRows[] {
  const cleared: ClearedRows[] = [];
  for (let i = 0; i < rows.length;) {
    let next = i + 1;
    while (next < rows.length && rows[next] === rows[next - 1] + 1) next++;
    const block = { first: rows[i], count: next - i };
    const range = markedCells(context, source.place, column, block).load("formulas");
    markedCells(context, source.place, column, block).clear("Contents");
    cleared.push({ ...block, column, range });
    i = next;
  }
  return cleared;
}
