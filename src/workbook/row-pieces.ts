import type { CellValue } from "./cell-value";
import { bytesOfCell, replyBytes } from "./read-rows";
import type { PlannedColumn } from "./result-plan";
import type { RowIdentity } from "./row-identity";

/** Rows of a list's body. */
export interface RowPiece {
  first: number;
  count: number;
}

/** Excel on the web refuses requests above 5 MB; what surrounds the cells needs room too. */
const requestBytes = 4_000_000;
/** Brackets of a one-column matrix. */
const bytesAroundCell = 3;

/**
 * Rows cut into requests: the cells that are written stay below 4 MB, those that are re-read around 1 MB.
 * One piece without rows when there is nothing to write into rows.
 */
export function cutRows(identity: RowIdentity, plan: readonly PlannedColumn[], rowCount: number): RowPiece[] {
  const columns = plan.flatMap(({ cells, existing }) =>
    cells === null ? [] : [{ cells, contents: existing?.contents ?? [] }],
  );
  if (columns.length === 0) return [{ first: 0, count: 0 }];
  const pieces: RowPiece[] = [];
  const weigh = (cells: readonly CellValue[]) =>
    cells.reduce<number>((sum, cell) => sum + bytesOfCell(cell) + bytesAroundCell, 0);
  let [first, read, written] = [0, 0, 0];
  for (let row = 0; row < rowCount; row++) {
    const reads = weigh([...identity.classified(row), ...columns.map(({ contents }) => contents[row] ?? "")]);
    const writes = weigh(columns.map(({ cells }) => cells[row]));
    if (row > first && (read + reads > replyBytes || written + writes > requestBytes)) {
      pieces.push({ first, count: row - first });
      [first, read, written] = [row, 0, 0];
    }
    read += reads;
    written += writes;
  }
  pieces.push({ first, count: rowCount - first });
  return pieces;
}
