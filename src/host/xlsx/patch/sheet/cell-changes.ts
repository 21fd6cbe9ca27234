import type { CellRecord, SheetRecord } from "../../../workbook-record";
import { same } from "../same";

/** A cell that is not what it was; absent where there was none, or is none any more. */
export interface CellChange {
  row: number;
  column: number;
  before?: CellRecord;
  after?: CellRecord;
}

/** The cells that differ between two states of a sheet: by row from the top, within it from the left. */
export function cellChanges(
  before: Pick<SheetRecord, "cells">,
  after: Pick<SheetRecord, "cells">,
): Map<number, CellChange[]> {
  const changes = new Map<number, CellChange[]>();
  const tell = (change: CellChange) => {
    const inRow = changes.get(change.row);
    if (inRow) inRow.push(change);
    else changes.set(change.row, [change]);
  };
  const [old, now] = [inOrder(before.cells), inOrder(after.cells)];
  for (let i = 0, j = 0; i < old.length || j < now.length;) {
    const distance = i === old.length ? 1 : j === now.length ? -1 : compare(old[i], now[j]);
    const was = distance <= 0 ? old[i++] : undefined;
    const is = distance >= 0 ? now[j++] : undefined;
    if (was && is && sameCell(was, is)) continue;
    const { row, column } = (was ?? is)!;
    tell({ row, column, ...(was && { before: was }), ...(is && { after: is }) });
  }
  return changes;
}

function inOrder(cells: readonly CellRecord[]): readonly CellRecord[] {
  const isSorted = cells.every((cell, index) => index === 0 || compare(cells[index - 1], cell) < 0);
  return isSorted ? cells : [...cells].sort(compare);
}

function compare(one: CellRecord, other: CellRecord): number {
  return one.row - other.row || one.column - other.column;
}

function sameCell(one: CellRecord, other: CellRecord): boolean {
  return (
    (one.value === other.value || same(one.value, other.value)) &&
    sameFormula(one, other) &&
    sameLook(one, other)
  );
}

export function sameFormula(one: CellRecord, other: CellRecord): boolean {
  return one.formula === other.formula && same(one.spill, other.spill);
}

export function sameLook(one: CellRecord, other: CellRecord): boolean {
  return same(one.format, other.format) && (one.quotePrefix ?? false) === (other.quotePrefix ?? false);
}
