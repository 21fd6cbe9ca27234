import { descendingOrder } from "../exact/order";

/** Amounts sorted once, for all rules that go by rank. */
export interface RankedAmounts {
  /** Positions of all amounts, from the largest to the smallest; equal ones keep their order. */
  order: Uint32Array;
  /** All amounts in this order. */
  descending: Float64Array;
  /** The amounts above 0 in ascending order. */
  ascending: Float64Array;
}

/** Sorts n finite amounts. O(n). */
export function rankedAmounts(amounts: ArrayLike<number>): RankedAmounts {
  const order = descendingOrder(amounts);
  const descending = new Float64Array(order.length);
  let positive = 0;
  for (let i = 0; i < order.length; i++) {
    const amount = amounts[order[i]];
    descending[i] = amount;
    if (amount > 0) positive++;
  }
  return { order, descending, ascending: descending.slice(0, positive).reverse() };
}

/** Below this many amounts the engine's own sort is the faster one. */
const FEW = 4000;

/** A sorted copy of the amounts above 0, where their positions are not wanted. */
export function positiveAscending(amounts: ArrayLike<number>): Float64Array {
  if (amounts.length >= FEW) return rankedAmounts(amounts).ascending;
  return Float64Array.from(amounts)
    .filter((amount) => amount > 0)
    .sort();
}
