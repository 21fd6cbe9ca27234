import { positiveAscending } from "../classes/ranked-amounts";
import { RunningSum, sum } from "../exact/sum";

export interface Concentration {
  /** Herfindahl–Hirschman index, 0–10,000. */
  hhi: number;
  /** 10,000 / HHI: as many equal clients would be as concentrated. */
  effectiveClients: number;
  /** Share of the largest, of the three and of the five largest clients, as fractions. */
  cr1: number;
  cr3: number;
  cr5: number;
  /** 0 = all equal, towards 1 = one has all; not corrected for n. */
  gini: number;
  /** Share of the positive pool held by the largest ⌈n/5⌉ of the n clients with an amount above 0. */
  topFifthShare: number;
}

/**
 * How concentrated the positive amounts are. Amounts ≤ 0 take no part and are not counted in n, so a blank row changes
 * nothing. HHI = Σ (x/P)²·10,000; Gini = (2 Σ i·x_(i)) / (n Σ x) − (n + 1)/n, ascending. Source: methods §7.
 *
 * @param amounts finite numbers in one unit, in any order.
 * @param ascending those above 0 in ascending order, where the caller has sorted them already
 * @returns undefined when no amount is positive.
 */
export function concentration(
  amounts: ArrayLike<number>,
  ascending: Float64Array = positiveAscending(amounts),
): Concentration | undefined {
  const clients = ascending.length;
  if (clients === 0) return undefined;
  const pool = sum(ascending);
  const largest = (count: number) => sum(ascending, Math.max(0, clients - count)) / pool;
  const squares = new RunningSum();
  // Gini as in the formula above, with the large common part taken out before the sum instead of after it.
  const spread = new RunningSum();
  for (let i = 0; i < clients; i++) {
    const part = ascending[i] / pool;
    squares.add(part * part);
    spread.add((2 * (i + 1) - clients - 1) * ascending[i]);
  }
  const hhi = 10_000 * squares.value;
  return {
    hhi,
    effectiveClients: 10_000 / hhi,
    cr1: largest(1),
    cr3: largest(3),
    cr5: largest(5),
    gini: spread.value / (clients * pool),
    topFifthShare: largest(topFifth(clients)),
  };
}

/** Number of clients in the largest fifth of `clients`: ⌈n/5⌉. */
export function topFifth(clients: number): number {
  return Math.ceil(clients / 5);
}
