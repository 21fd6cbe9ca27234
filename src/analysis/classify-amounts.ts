import { type Concentration, concentration } from "./dependence/concentration";
import { type Steps, finish } from "./exact/steps";
import { rowTotals, total as totalOf } from "./exact/sum";
import { type AbcClass, type AbcRule, abc } from "./classes/abc";
import type { BegunBefore } from "./classes/counted-periods";
import type { KeyLadder, KeyStatus } from "./classes/key-ladder";
import { type KeyRule, type KeyTest, keyTest, statusesByTest } from "./classes/key-rule";
import { rankedAmounts } from "./classes/ranked-amounts";
import { type NoShares, cumulativeShares, shares } from "./classes/share";
import { type XyzClass, type XyzRule, xyz } from "./classes/xyz";

export interface AmountRules {
  /** By its own key limit, where it does not say what else makes a client key. */
  ladder: KeyLadder & { by?: KeyRule };
  abc: AbcRule;
}

/** What follows from one amount per client, as columns of n; sorted once for all of it. */
export interface ClassifiedAmounts {
  /** T, signed. */
  total: number;
  /** Fractions; NaN throughout when there is a problem. */
  shares: Float64Array;
  problem: NoShares | null;
  keyTest: KeyTest;
  /** Null throughout when there is a problem. */
  statuses: (KeyStatus | null)[];
  abc: AbcClass[];
  /** Undefined when no amount is above 0. */
  concentration: Concentration | undefined;
  /** Positions of the clients, from the largest amount to the smallest. */
  order: Uint32Array;
  /** Share of the first, of the first two, … clients of this order together. */
  cumulative: Float64Array;
}

/**
 * Shares, statuses, ABC, concentration and the order of clients by their amounts. Source: methods §§2, 3, 7. O(n).
 *
 * @param amounts n finite numbers in one unit.
 * @param total T, where it holds more than the amounts (rows without a client).
 * @throws InvalidArgument for limits without a meaning
 */
export function* amountSteps(
  amounts: ArrayLike<number>,
  rules: AmountRules,
  total = totalOf(amounts),
): Steps<ClassifiedAmounts> {
  const { shares: parts, problem } = shares(amounts, total);
  const { order, descending, ascending } = rankedAmounts(amounts);
  yield 0.4;
  const key = keyTest(rules.ladder.by ?? "share", rules.ladder.key, amounts, ascending);
  const statuses = statusesByTest(amounts, parts, rules.ladder, key);
  yield 0.6;
  const classes = abc(amounts, rules.abc, ascending);
  yield 0.8;
  return {
    total,
    shares: parts,
    problem,
    keyTest: key,
    statuses,
    abc: classes,
    concentration: concentration(amounts, ascending),
    order,
    cumulative: cumulativeShares(descending, problem ? NaN : total),
  };
}

/** The same of a history, with the totals that it adds up to and the regularity of each client. */
export interface ClassifiedHistory extends ClassifiedAmounts {
  totals: Float64Array;
  xyz: XyzClass[];
  /** CV, or share of counted periods with a purchase; NaN where the class is N. */
  measures: Float64Array;
}

/**
 * The whole classification of a history in one call: totals, shares, statuses, ABC, XYZ, concentration, order and
 * cumulative shares. Source: methods §§2–4, 7. O(clients × periods).
 *
 * @param history `clients` × `periods` finite amounts, row-major, periods in order; blank = 0.
 * @param begunBefore who has been a client before the first of the periods
 * @throws InvalidArgument for a history of another length, or limits without a meaning
 */
export function classifyAmounts(
  history: ArrayLike<number>,
  clients: number,
  periods: number,
  rules: AmountRules & { xyz: XyzRule },
  begunBefore: BegunBefore = null,
): ClassifiedHistory {
  const totals = rowTotals(history, clients, periods);
  const { classes, measures } = xyz(history, clients, periods, rules.xyz, begunBefore);
  return { ...finish(amountSteps(totals, rules)), totals, xyz: classes, measures };
}
