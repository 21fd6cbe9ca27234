import { STEP, finish, type Steps } from "../../../portfolio";
import { noCards } from "../../cards/value-card";
import type { CellValue } from "../../cells/cell-value";
import { bytesOfCell, limits } from "../../cells/read-rows";
import type { PlannedColumn } from "./result-plan";
import type { RowIdentity } from "./row-identity";

/** Rows of a list's body. */
export interface RowPiece {
  first: number;
  count: number;
}

/** Brackets of a one-column matrix. */
const bytesAroundCell = 3;
/** The path to a cell of its own, and what is done with it. */
const bytesAroundCard = 400;

/**
 * Rows cut into requests: the cells that are written stay below 4 MB, those that are re-read around 1 MB.
 * One piece without rows when there is nothing to write into rows.
 */
export function cutRows(...parameters: Parameters<typeof cutRowsSteps>): RowPiece[] {
  return finish(cutRowsSteps(...parameters));
}

/** The same, step by step. */
export function* cutRowsSteps(
  identity: RowIdentity,
  plan: readonly PlannedColumn[],
  rowCount: number,
): Steps<RowPiece[]> {
  const columns = plan.flatMap(({ cells, existing, cards }) =>
    cells === null ? [] : [{ cells, contents: existing?.contents ?? [], cards: cards?.wanted ?? noCards }],
  );
  if (columns.length === 0) return [{ first: 0, count: 0 }];
  const pieces: RowPiece[] = [];
  const weigh = (cell: CellValue | null) => bytesOfCell(cell ?? "") + bytesAroundCell;
  let [first, read, written] = [0, 0, 0];
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield row / rowCount;
    let [reads, writes] = [0, 0];
    for (const cell of identity.classified(row)) reads += weigh(cell);
    for (const { cells, contents, cards } of columns) {
      reads += weigh(contents[row] ?? "");
      const card = cards.get(row);
      writes += weigh(cells[row]) + (card ? bytesOfCell(card) + bytesAroundCard : 0);
    }
    if (row > first && (read + reads > limits.replyBytes || written + writes > limits.requestBytes)) {
      pieces.push({ first, count: row - first });
      [first, read, written] = [row, 0, 0];
    }
    read += reads;
    written += writes;
  }
  pieces.push({ first, count: rowCount - first });
  return pieces;
}
