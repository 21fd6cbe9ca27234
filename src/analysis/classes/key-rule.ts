import { InvalidArgument } from "../exact/invalid-argument";
import { type Limit, atLeast, meets } from "../exact/limit";
import type { KeyLadder, KeyStatus } from "./key-ladder";
import { positiveAscending } from "./ranked-amounts";

/**
 * What makes a client key: its share (the ladder's own limit), an amount of money (Kolotilov, article: "некая абсолютная
 * сумма денег"), or to be among the largest. Source: methods §2.
 */
export type KeyRule = "share" | { amount: Limit } | { top: number };

/** A key rule that can be asked about one client: the largest N have become an amount. */
export type KeyTest = { by: "share"; limit: Limit } | { by: "amount"; limit: Limit };

/**
 * The test that a rule means in a population.
 *
 * @param amounts of the population: the N largest of those above 0 are key, and whoever has as much as the last of them.
 * @param ascending those above 0 in ascending order, where the caller has sorted them already
 * @throws InvalidArgument for a number of clients that is not a whole number from 1 on, or an amount that is not above 0.
 */
export function keyTest(
  rule: KeyRule,
  share: Limit,
  amounts: ArrayLike<number>,
  ascending?: Float64Array,
): KeyTest {
  if (rule === "share") return { by: "share", limit: share };
  if ("amount" in rule) {
    if (!(rule.amount.value > 0)) throw new InvalidArgument("amount", null, rule.amount.value, "aboveZero");
    return { by: "amount", limit: rule.amount };
  }
  if (!(Number.isInteger(rule.top) && rule.top >= 1)) {
    throw new InvalidArgument("top", null, rule.top, "aboveZero");
  }
  const sorted = ascending ?? positiveAscending(amounts);
  const smallest = sorted[Math.max(0, sorted.length - rule.top)] ?? Number.MAX_VALUE;
  return { by: "amount", limit: { value: smallest, inclusive: true } };
}

/** Whether a client with this amount and share meets the test. */
export function passesKeyTest(amount: number, share: number, test: KeyTest): boolean {
  return meets(test.by === "share" ? share : amount, test.limit);
}

/** Status of one client by a ladder whose lowest rung is a test of its own; null where the share is NaN. */
export function statusByTest(
  amount: number,
  share: number,
  { dependence, mono }: KeyLadder,
  test: KeyTest,
): KeyStatus | null {
  if (Number.isNaN(share)) return null;
  if (mono && meets(share, mono)) return "mono";
  if (dependence && meets(share, dependence)) return "dependence";
  return passesKeyTest(amount, share, test) ? "key" : "regular";
}

/**
 * Status of each client by a ladder whose lowest rung is a test of its own; null where the share is NaN.
 *
 * @param amounts n of them. @param shares n fractions of the whole.
 */
export function statusesByTest(
  amounts: ArrayLike<number>,
  shares: ArrayLike<number>,
  ladder: KeyLadder,
  test: KeyTest,
): (KeyStatus | null)[] {
  const statuses = new Array<KeyStatus | null>(shares.length);
  for (let i = 0; i < shares.length; i++) statuses[i] = statusByTest(amounts[i], shares[i], ladder, test);
  return statuses;
}

/** Proposals where nobody is key: the share at which some ten to twenty are, and the twenty largest. */
export interface KeyProposal {
  /** A share with few digits; null where no share gives 10–20 clients. */
  share: { limit: number; clients: number; part: number } | null;
  top: { clients: number; part: number; smallest: number };
}

const WANTED = { fewest: 10, most: 20 };
const ROUND = [5, 4, 3, 2.5, 2, 1.5, 1];

/**
 * What would single out accounts worth a manager where no client reaches the key limit. Source: methods §2.
 *
 * @param total T, above 0.
 * @returns null with fewer than 10 clients above 0: then a list is short enough to read.
 */
export function keyProposal(amounts: ArrayLike<number>, total: number): KeyProposal | null {
  const ascending = positiveAscending(amounts);
  if (ascending.length < WANTED.fewest) return null;
  const withShare = (limit: number) => {
    let clients = 0;
    let money = 0;
    for (let i = ascending.length - 1; i >= 0 && atLeast(ascending[i] / total, limit); i--, clients++) {
      money += ascending[i];
    }
    return { limit, clients, part: money / total };
  };
  const place = Math.min(WANTED.most, ascending.length);
  const smallest = ascending[ascending.length - place];
  const top = withShare(smallest / total);
  const fits = ({ clients }: { clients: number }) => clients >= WANTED.fewest && clients <= WANTED.most;
  const share = roundShares().map(withShare).find(fits) ?? (fits(top) ? top : null);
  return { share, top: { clients: top.clients, part: top.part, smallest } };
}

/** 50 %, 40 %, … 1 %, 0.5 %, … in descending order. */
function roundShares(): number[] {
  const shares: number[] = [];
  for (let digits = 1; digits <= 7; digits++) {
    for (const round of ROUND) shares.push(round / 10 ** digits);
  }
  return shares;
}
