import { RunningSum } from "../exact/sum";
import { positiveAscending } from "./ranked-amounts";

/** The different positive amounts of a column in descending order, with what stands from each of them up. */
export interface AbcLevels {
  amounts: Float64Array;
  /** Sum of all amounts from each level up, equal ones included. */
  upTo: Float64Array;
  /** How many amounts those are. */
  counts: Int32Array;
  /** P, the sum of all positive amounts. */
  pool: number;
}

/** Sorts the positive amounts of a column into levels. O(n log n). */
export function abcLevels(amounts: ArrayLike<number>): AbcLevels {
  const ascending = positiveAscending(amounts);
  const different: number[] = [];
  const upTo: number[] = [];
  const counts: number[] = [];
  const running = new RunningSum();
  for (let at = ascending.length - 1; at >= 0; at--) {
    running.add(ascending[at]);
    if (different.at(-1) !== ascending[at]) different.push(ascending[at]);
    upTo[different.length - 1] = running.value;
    counts[different.length - 1] = ascending.length - at;
  }
  return {
    amounts: Float64Array.from(different),
    upTo: Float64Array.from(upTo),
    counts: Int32Array.from(counts),
    pool: running.value,
  };
}

/** What of a column is larger than one of its amounts, and what is so with all amounts equal to it. */
export interface AbcPlace {
  larger: { count: number; sum: number };
  upTo: { count: number; sum: number };
}

/** Where an amount above 0 stands among the levels of its column (methods §3, `before`). O(log n). */
export function abcPlace(amount: number, { amounts, upTo, counts }: AbcLevels): AbcPlace {
  const own = firstWhere(0, amounts.length, (at) => amounts[at] <= amount);
  const level = (at: number) => (at < 0 ? { count: 0, sum: 0 } : { count: counts[at], sum: upTo[at] });
  return { larger: level(own - 1), upTo: level(Math.min(own, amounts.length - 1)) };
}

/** The first place from `low` on that holds, where all behind it hold too; `high` when none does. */
export function firstWhere(low: number, high: number, holds: (place: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
