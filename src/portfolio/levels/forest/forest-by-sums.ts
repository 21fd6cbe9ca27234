import { STEP, type Steps } from "../../steps";
import { type Forest, areEqual, forestOf } from "./forest";

/** Levels that sums alone are asked for: account, folder, city, manager, client, document. */
const MOST_LEVELS = 6;

export interface SummedRows {
  /** Rows that take part, from the top. */
  rows: Int32Array;
  rowCount: number;
  columns: readonly Float64Array[];
  money: Uint8Array;
  /** 1 for rows that stand for nobody: they may have nothing below them where others have. */
  nobody: Uint8Array;
}

/**
 * A forest from sums alone: every row above the deepest level equals the sum of the rows that follow it (1C), or of those
 * before it, and every client stands at the same depth. Null where the list cannot be read so, which shows within a few
 * rows of a flat list: its first rows equal nothing.
 */
export function* forestBySumsSteps(summed: SummedRows): Steps<Forest | null> {
  const { rows, columns } = summed;
  if (rows.length < 3) return null;
  const signed = rows.some((row) => columns[0][row] < 0);
  const upwards = rows.slice().reverse();
  for (const order of [rows, upwards]) {
    for (let levels = 2; levels <= MOST_LEVELS; levels++) {
      const parent = yield* parentsSteps({ ...summed, rows: order }, levels, signed);
      if (parent) return forestOf(order, parent);
    }
  }
  return null;
}

function* parentsSteps(
  { rows, rowCount, columns, money, nobody }: SummedRows,
  levels: number,
  signed: boolean,
): Steps<Int32Array | null> {
  const parent = new Int32Array(rowCount).fill(-1);
  const open = new Int32Array(levels - 1).fill(-1);
  const sums = open.length === 0 ? [] : Array.from(open, () => new Float64Array(columns.length));
  let level = 0;
  let lastAbove = -1;
  const add = (row: number, to: Float64Array) => {
    for (let c = 0; c < columns.length; c++) to[c] += columns[c][row] || 0;
  };
  const isComplete = (row: number, sum: Float64Array) =>
    columns.every((column, c) => Number.isNaN(column[row]) || areEqual(column[row], sum[c]));
  const isExceeded = (row: number, sum: Float64Array) =>
    !signed && sum[0] > columns[0][row] && !areEqual(columns[0][row], sum[0]);

  for (let at = 0; at < rows.length; at++) {
    if (at % STEP === 0) yield at / rows.length;
    const row = rows[at];
    if (!money[row]) {
      parent[row] = level > 0 ? open[level - 1] : lastAbove;
      continue;
    }
    const isLeaf =
      level === levels - 1 ||
      (level === levels - 2 && nobody[row] === 1 && !startsSum(rows, at, columns[0], money, signed));
    if (!isLeaf) {
      if (level > 0) parent[row] = open[level - 1];
      open[level] = row;
      sums[level].fill(0);
      level++;
      continue;
    }
    if (level === 0) continue;
    parent[row] = open[level - 1];
    lastAbove = open[level - 1];
    add(row, sums[level - 1]);
    while (level > 0 && isComplete(open[level - 1], sums[level - 1])) {
      level--;
      if (level > 0) add(open[level], sums[level - 1]);
    }
    if (level > 0 && isExceeded(open[level - 1], sums[level - 1])) return null;
  }
  return level === 0 ? parent : null;
}

/**
 * A forest of two levels in which some rows equal the sum of those that follow, and the others have nothing below them. What
 * it finds may be coincidences: it is worth something only where the list states the sum of its roots.
 */
export function* raggedForestSteps({ rows, rowCount, columns, money }: SummedRows): Steps<Forest> {
  const parent = new Int32Array(rowCount).fill(-1);
  const signed = rows.some((row) => columns[0][row] < 0);
  for (let at = 0; at < rows.length; at++) {
    if (at % STEP === 0) yield at / rows.length;
    const above = rows[at];
    const end = money[above] ? endOfSum(rows, at, columns[0], money, signed) : -1;
    for (; at < end; at++) parent[rows[at + 1]] = above;
  }
  return forestOf(rows, parent);
}

/** Whether a row equals the sum of some of the rows that follow it. */
function startsSum(...parameters: Parameters<typeof endOfSum>): boolean {
  return endOfSum(...parameters) >= 0;
}

/** Rows that are tried where a sum may fall again: amounts below zero leave no other end. */
const mostTried = 1000;

/** Position of the last row of those that follow one and add up to it; −1 where none do. */
function endOfSum(
  rows: Int32Array,
  from: number,
  column: Float64Array,
  money: Uint8Array,
  signed: boolean,
): number {
  const value = column[rows[from]];
  let sum = 0;
  const last = signed ? Math.min(rows.length, from + mostTried) : rows.length;
  for (let at = from + 1; at < last; at++) {
    if (!money[rows[at]]) continue;
    sum += column[rows[at]] || 0;
    if (areEqual(value, sum)) return at;
    if (!signed && sum > value) return -1;
  }
  return -1;
}
