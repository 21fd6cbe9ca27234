import type { Steps } from "../../steps";
import type { RowEvidence } from "../row-evidence";

/** Rows of a list as trees: who stands below whom. */
export interface Forest {
  /** Rows that take part, parents before their children. */
  order: Int32Array;
  /** Parent of each row; −1 for roots and for rows that take no part. */
  parent: Int32Array;
  /** Depth of each row, 0 = the topmost; 255 for rows that take no part. */
  depth: Uint8Array;
  /** Row below its children that closes a row and adds it up ("Total Birch Inc"); −1 for none. */
  closing: Int32Array;
  /** Number of levels. */
  levels: number;
}

/** Whoever stands deeper than this is taken for a row of this depth. */
const DEEPEST = 30;

/** @param parent −1 for roots; @param order parents before their children */
export function forestOf(order: Int32Array, parent: Int32Array, closing?: Int32Array): Forest {
  const depth = new Uint8Array(parent.length).fill(255);
  let deepest = 0;
  for (const row of order) {
    const own = parent[row] < 0 ? 0 : Math.min(DEEPEST, depth[parent[row]] + 1);
    depth[row] = own;
    if (own > deepest) deepest = own;
  }
  return {
    order,
    parent,
    depth,
    closing: closing ?? new Int32Array(parent.length).fill(-1),
    levels: order.length === 0 ? 0 : deepest + 1,
  };
}

/** How far the sums of a forest hold. Counts of rows that have others below them. */
export interface Confirmation {
  /** Parents with money, and those of them whose every number is the sum of their children's. */
  parents: number;
  matched: number;
  /** Of the matched: those with at least two children that have money. */
  several: number;
  /** Parents without money: headings. */
  headings: number;
  /** Roots that have children. */
  rootParents: number;
  roots: number;
  /** Parents whose own numbers are formulas over other rows. */
  formulas: number;
  /** What each row stands for: its own money, that of its closing row, or the sum of what is below it. */
  worth: Float64Array;
  hasChildren: Uint8Array;
  /** Of each additive column: the sum over the roots, and over all rows as if no row stood below another. */
  rootSums: readonly number[];
  flatSums: readonly number[];
}

/** Whether every number of a row is the sum of its column; blank cells state nothing. */
export function statesSums(columns: readonly Float64Array[], row: number, sums: readonly number[]): boolean {
  return columns.every((column, c) => Number.isNaN(column[row]) || areEqual(column[row], sums[c]));
}

/** Whether two numbers are one sum: within 1e-9, or within the rounding that was asked for. */
export function areEqual(value: number, sum: number, tolerance = 1e-9): boolean {
  return Math.abs(value - sum) <= Math.max(1e-6, Math.abs(value) * tolerance);
}

/**
 * Compares every parent with the sum of its children.
 * @param tolerance relative; more than 1e-9 where the depth is known by other signs and sums may be rounded
 */
export function* confirmSteps(
  { columns, amount }: Pick<RowEvidence, "columns" | "amount">,
  { order, parent, closing }: Forest,
  money: Uint8Array,
  formula: Uint8Array,
  tolerance = 1e-9,
): Steps<Confirmation> {
  const rowCount = parent.length;
  const children = new Uint8Array(rowCount);
  const holds = new Uint8Array(rowCount).fill(1);
  const hasMoney = (row: number) => money[row] === 1 || (closing[row] >= 0 && money[closing[row]] === 1);
  for (const row of order) {
    const above = parent[row];
    if (above >= 0 && children[above] < 2 && hasMoney(row)) children[above]++;
  }
  const hasChildren = new Uint8Array(rowCount);
  for (const row of order) if (parent[row] >= 0) hasChildren[parent[row]] = 1;

  const add = (column: Float64Array, sums: Float64Array, compare: boolean) => {
    sums.fill(0);
    let [roots, flat] = [0, 0];
    for (let at = order.length - 1; at >= 0; at--) {
      const row = order[at];
      const own = column[row];
      const stated = closing[row] >= 0 ? column[closing[row]] : own;
      if (compare && hasChildren[row] && !Number.isNaN(stated)) {
        const below = sums[row] + (closing[row] >= 0 ? own || 0 : 0);
        if (!areEqual(stated, below, tolerance)) holds[row] = 0;
      }
      const value = hasMoney(row) ? stated || 0 : sums[row];
      sums[row] = value;
      if (parent[row] >= 0) sums[parent[row]] += value;
      else roots += value;
      flat += own || 0;
    }
    return { roots, flat };
  };
  const sums = new Float64Array(rowCount);
  const added: { roots: number; flat: number }[] = [];
  for (const column of columns) {
    yield added.length / (columns.length + 1);
    added.push(add(column, sums, true));
  }
  yield columns.length / (columns.length + 1);
  add(amount, sums, false);
  const result = { parents: 0, matched: 0, several: 0, headings: 0, rootParents: 0, roots: 0, formulas: 0 };
  for (const row of order) {
    if (parent[row] < 0) result.roots++;
    if (!hasChildren[row]) continue;
    if (parent[row] < 0) result.rootParents++;
    if (!hasMoney(row)) {
      result.headings++;
      continue;
    }
    result.parents++;
    if (formula[row] || (closing[row] >= 0 && formula[closing[row]])) result.formulas++;
    if (!holds[row]) continue;
    result.matched++;
    if (children[row] >= 2) result.several++;
  }
  return {
    ...result,
    worth: sums,
    hasChildren,
    rootSums: added.map(({ roots }) => roots),
    flatSums: added.map(({ flat }) => flat),
  };
}
