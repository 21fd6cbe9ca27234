import { type Forest, forestOf } from "./forest";
import { foldedTotal, totalOf } from "../../list/total-rows";
import type { RowEvidence } from "../row-evidence";
import { type RowSigns, standing } from "../row-signs";

/**
 * Rows that close another one by its name: "Total Birch Inc" below "Birch Inc" and its sub-customers. Pairs that cross
 * each other are none.
 *
 * @returns the closing row of each row, −1 for none; null where no row is closed
 */
export function closingRows(
  { nameOf, rowCount }: RowEvidence,
  { total, standing: of }: RowSigns,
): Int32Array | null {
  const wanted = new Set<string>();
  for (let row = 0; row < rowCount; row++) {
    if (of[row] !== standing.named || !total[row]) continue;
    const name = totalOf(nameOf(row));
    if (name !== "") wanted.add(name);
  }
  if (wanted.size === 0) return null;
  const closing = new Int32Array(rowCount).fill(-1);
  const open: { name: string; row: number }[] = [];
  let found = false;
  for (let row = 0; row < rowCount; row++) {
    if (of[row] !== standing.named) continue;
    const name = foldedTotal(nameOf(row));
    const closed = total[row] ? totalOf(name) : "";
    const at = closed === "" ? -1 : open.findLastIndex((each) => each.name === closed);
    if (at >= 0) {
      // Rows right below each other have nothing between them to add up.
      if (open[at].row < row - 1) {
        closing[open[at].row] = row;
        found = true;
      }
      open.length = at;
    } else if (!total[row] && wanted.has(name)) open.push({ name, row });
  }
  return found ? closing : null;
}

/** The forest that closing rows show by themselves: whatever stands between a row and the one that closes it is below it. */
export function forestByClosing(rows: Int32Array, rowCount: number, closing: Int32Array): Forest {
  const parent = new Int32Array(rowCount).fill(-1);
  const open: number[] = [];
  for (const row of rows) {
    while (open.length > 0 && closing[open[open.length - 1]] < row) open.pop();
    parent[row] = open.at(-1) ?? -1;
    if (closing[row] >= 0) open.push(row);
  }
  return forestOf(rows, parent, closing);
}
