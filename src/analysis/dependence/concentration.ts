import { positiveAscending } from "../classes/abc";
import { sum } from "../exact/sum";

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
 * @returns undefined when no amount is positive.
 */
export function concentration(amounts: ArrayLike<number>): Concentration | undefined {
  const ascending = positiveAscending(amounts);
  const clients = ascending.length;
  if (clients === 0) return undefined;
  const pool = sum(ascending);
  const largest = (count: number) => sum(ascending, Math.max(0, clients - count)) / pool;
  const hhi = 10_000 * sum(ascending.map((amount) => (amount / pool) ** 2));
  // The same as the formula above, with the large common part taken out before the sum instead of after it.
  const spread = sum(ascending.map((amount, i) => (2 * (i + 1) - clients - 1) * amount));
  return {
    hhi,
    effectiveClients: 10_000 / hhi,
    cr1: largest(1),
    cr3: largest(3),
    cr5: largest(5),
    gini: spread / (clients * pool),
    topFifthShare: largest(topFifth(clients)),
  };
}

/** Number of clients in the largest fifth of `clients`: ⌈n/5⌉. */
export function topFifth(clients: number): number {
  return Math.ceil(clients / 5);
}
