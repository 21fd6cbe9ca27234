import { STEP, type Steps } from "../../steps";
import { type Forest, forestOf } from "./forest";

/**
 * A forest from what shows depth: the indent of the cell's format, leading spaces, bold. A row stands below the last row
 * above it that is set out less.
 *
 * @param rows rows that take part, from the top
 * @param depthOf any measure; only its order counts
 * @param closing rows that close others, as in {@link Forest}
 */
export function* forestByDepthSteps(
  rows: Int32Array,
  rowCount: number,
  depthOf: (row: number) => number,
  closing?: Int32Array,
): Steps<Forest> {
  const parent = new Int32Array(rowCount).fill(-1);
  const open: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    if (at % STEP === 0) yield at / rows.length;
    const row = rows[at];
    const own = depthOf(row);
    while (open.length > 0 && depthOf(open[open.length - 1]) >= own) open.pop();
    parent[row] = open.at(-1) ?? -1;
    open.push(row);
  }
  return forestOf(rows, parent, closing);
}

/** Whether a measure of depth differs between rows at all: a quick no for flat lists. */
export function differs(rows: Int32Array, depthOf: (row: number) => number): boolean {
  if (rows.length === 0) return false;
  const first = depthOf(rows[0]);
  return rows.some((row) => depthOf(row) !== first);
}
