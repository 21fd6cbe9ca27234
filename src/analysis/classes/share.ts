import { RunningSum, groupTotals, total as totalOf } from "../exact/sum";

/** Why there are no shares: the total is exactly 0, or below 0. */
export type NoShares = "zeroTotal" | "negativeTotal";

export interface Shares {
  /** T, signed. */
  total: number;
  /** One fraction per amount; NaN throughout when there is a problem. */
  shares: Float64Array;
  problem: NoShares | null;
}

/** Why amounts with this total have no shares; null when they have. */
export function noSharesOf(total: number): NoShares | null {
  if (total > 0) return null;
  return total === 0 ? "zeroTotal" : "negativeTotal";
}

/**
 * `share_i = x_i / T`, signed, as fractions: equal to `=B2/SUM(B:B)`. Source: methods §2.
 *
 * @param amounts n finite numbers in one unit.
 * @param total T; by default the total of `amounts`. Given when T holds more than the amounts (rows without a client),
 *   or when one value is compared with a population: `shares([amount], total(population))`.
 */
export function shares(amounts: ArrayLike<number>, total: number = totalOf(amounts)): Shares {
  const problem = noSharesOf(total);
  const result = new Float64Array(amounts.length);
  if (problem) return { total, shares: result.fill(NaN), problem };
  for (let i = 0; i < amounts.length; i++) result[i] = amounts[i] / total;
  return { total, shares: result, problem };
}

export interface SharesInGroups {
  /** T of each group, signed. */
  totals: Float64Array;
  /** One fraction per amount; NaN without a group, or where the group has a problem. */
  shares: Float64Array;
  /** One per group. */
  problems: (NoShares | null)[];
}

/**
 * Shares inside each group (department, manager): the same formula with the group's own total. Source: methods §2.
 *
 * @param amounts n finite numbers in one unit.
 * @param groups n group numbers 0 … groupCount − 1; −1 = in no group.
 * @param totals T of each group; by default from `amounts`. Given when groups hold more than the amounts.
 */
export function sharesInGroups(
  amounts: ArrayLike<number>,
  groups: ArrayLike<number>,
  groupCount: number,
  totals: Float64Array = groupTotals(amounts, groups, groupCount),
): SharesInGroups {
  const problems = Array.from(totals, noSharesOf);
  const result = new Float64Array(amounts.length);
  for (let i = 0; i < amounts.length; i++) {
    const group = groups[i];
    result[i] = group === -1 || problems[group] ? NaN : amounts[i] / totals[group];
  }
  return { totals, shares: result, problems };
}

/**
 * Share of the first, of the first two, … clients together: the line of a Pareto chart.
 *
 * @param descending the amounts from the largest to the smallest; the result follows this order.
 * @param total T, above 0.
 */
export function cumulativeShares(descending: ArrayLike<number>, total: number): Float64Array {
  const result = new Float64Array(descending.length);
  const running = new RunningSum();
  for (let i = 0; i < descending.length; i++) {
    running.add(descending[i] / total);
    result[i] = running.value;
  }
  return result;
}
