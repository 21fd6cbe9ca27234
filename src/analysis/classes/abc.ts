import { computedLimits } from "./computed-abc";
import { InvalidArgument } from "../exact/invalid-argument";
import { above, atLeast } from "../exact/limit";
import { RunningSum, sum } from "../exact/sum";
import { positiveAscending } from "./ranked-amounts";

export type AbcClass = "A" | "B" | "C";

export interface AbcRule {
  /** Cumulative share at which A ends and B ends, as fractions: 0 < aLimit ≤ bLimit ≤ 1. */
  aLimit: number;
  bLimit: number;
  /** Where the client goes that crosses a limit: "up" to the better class, "down" to the next one. */
  crossing: "up" | "down";
  /** "computed": the limits follow from the amounts themselves, whatever is given above; "given" when it is left out. */
  limits?: "given" | "computed";
}

/** Smallest amount of class A, and of A and B together; Infinity for an empty class. */
export interface AbcBorders {
  a: number;
  b: number;
  /** P, the sum of the positive amounts. */
  positiveTotal: number;
}

/**
 * The amounts at which the classes begin; needed once for a whole column, then `abcClass()` takes one amount at a time.
 *
 * `before` = the sum of the positive amounts larger than x, over P. With crossing "up" x is A while `before` is below
 * aLimit, B while it is below bLimit. With "down" the share *including* x and all amounts equal to it must not exceed
 * the limit (SQLBI's ABC pattern; SAP's "at most"). Limits "computed": see {@link computedLimits}. Equal amounts share a class in all three; order never matters.
 * Source: methods §3. O(n log n) on one typed copy.
 *
 * @param amounts n finite numbers in one unit; those ≤ 0 take no part.
 * @param ascending those above 0 in ascending order, where the caller has sorted them already
 * @throws InvalidArgument for limits that are not 0 < aLimit ≤ bLimit ≤ 1.
 */
export function abcBorders(
  amounts: ArrayLike<number>,
  rule: AbcRule,
  ascending: Float64Array = positiveAscending(amounts),
): AbcBorders {
  checkLimits(rule);
  const positiveTotal = sum(ascending);
  if (rule.limits === "computed") return { ...computedBorders(ascending, amounts.length), positiveTotal };
  const up = rule.crossing === "up";
  let a = Infinity;
  let b = Infinity;
  const running = new RunningSum();
  for (let end = ascending.length; end > 0;) {
    const amount = ascending[end - 1];
    const before = running.value;
    for (; end > 0 && ascending[end - 1] === amount; end--) running.add(amount);
    const reached = (up ? before : running.value) / positiveTotal;
    const within = (limit: number) => (up ? !atLeast(reached, limit) : !above(reached, limit));
    if (!within(rule.bLimit)) break;
    b = amount;
    if (within(rule.aLimit)) a = amount;
  }
  return { a, b, positiveTotal };
}

function computedBorders(ascending: Float64Array, clients: number): Pick<AbcBorders, "a" | "b"> {
  if (ascending.length === 0) return { a: Infinity, b: Infinity };
  const { above: limit, from } = computedLimits(ascending, clients);
  return { a: ascending.find((amount) => amount > limit) ?? Infinity, b: from };
}

/** Class of one amount of the column that the borders were taken from. Amounts ≤ 0 are C. */
export function abcClass(amount: number, borders: AbcBorders): AbcClass {
  if (amount >= borders.a) return "A";
  return amount >= borders.b ? "B" : "C";
}

/** Class of each amount of a column: n classes. Conditions as for `abcBorders()`. */
export function abc(amounts: ArrayLike<number>, rule: AbcRule, ascending?: Float64Array): AbcClass[] {
  const borders = abcBorders(amounts, rule, ascending);
  const classes = new Array<AbcClass>(amounts.length);
  for (let i = 0; i < amounts.length; i++) classes[i] = abcClass(amounts[i], borders);
  return classes;
}

function checkLimits({ aLimit, bLimit }: AbcRule): void {
  if (!(aLimit > 0)) throw new InvalidArgument("aLimit", null, aLimit, "aboveZero");
  if (!(bLimit >= aLimit)) throw new InvalidArgument("bLimit", null, bLimit, "inOrder");
  if (!(bLimit <= 1)) throw new InvalidArgument("bLimit", null, bLimit, "atMostOne");
}
