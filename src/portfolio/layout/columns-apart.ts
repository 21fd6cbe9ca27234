import { cellAt, isMissing, type CellGrid } from "./cell-grid";
import { kindOf } from "./cell-kind";
import type { ListLayout } from "./find-lists";

/** Numbers from which on a column is one that somebody may miss. */
const fewNumbers = 3;

/**
 * Columns of numbers apart from a list, each alone beside blank ones, with a header in the list's header row: a month that somebody
 * typed further right. Two of them side by side are a list of their own.
 *
 * @param listed columns of the lists of the sheet, and Keyfolio's own
 */
export function columnsApart(
  grid: CellGrid,
  { top, rowCount }: ListLayout,
  listed: ReadonlySet<number>,
): number[] {
  const first = top + 1 - grid.top;
  const enough = Math.min(fewNumbers, rowCount);
  const end = Math.min(grid.rowCount, first + rowCount);
  return grid.columns.filter((column) => {
    if (listed.has(column) || kindOf(cellAt(grid, top, column)) === "blank") return false;
    const { numbers } = grid.column(column)!;
    let count = 0;
    for (let row = Math.max(0, first); row < end && count < enough; row++)
      if (!isMissing(numbers[row])) count++;
    return count >= enough;
  });
}
