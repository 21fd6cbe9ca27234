import { InvalidArgument } from "./invalid-argument";
import { snap } from "./snap";

/**
 * A compensated sum that grows: the digits that each addition loses are kept beside it.
 * Source: Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974).
 */
export class RunningSum {
  private running = 0;
  private lost = 0;

  add(value: number): void {
    const next = this.running + value;
    this.lost +=
      Math.abs(this.running) >= Math.abs(value) ? this.running - next + value : value - next + this.running;
    this.running = next;
  }

  get value(): number {
    return this.running + this.lost;
  }
}

/**
 * Sum of `values[start…end)`, compensated (`RunningSum`): ten times 0.1 is 1, plain addition gives 0.9999999999999999.
 * O(n); 0 for none. Values must be finite.
 */
export function sum(values: ArrayLike<number>, start = 0, end = values.length): number {
  const running = new RunningSum();
  for (let i = start; i < end; i++) running.add(values[i]);
  return running.value;
}

/**
 * Each decimal amount is stored with an error of up to 2^-53 of itself, so 0.1 + 0.2 - 0.3 leaves 2.8e-17 even when
 * added exactly, and 12206.71 - 12206.61 is off by 9e-13. This part of the sum of magnitudes bounds what they add up to.
 */
const STORAGE_ERROR = 2 ** -51;

/**
 * Sum of amounts of either sign, compensated, and freed of what the storage of decimal amounts leaves where amounts
 * cancel out: `total([0.1, 0.2, -0.3])` is exactly 0. What can be such a rest is measured against the sum of magnitudes,
 * so amounts that are tiny in themselves are kept. Values must be finite.
 */
export function total(amounts: ArrayLike<number>, start = 0, end = amounts.length): number {
  const running = new RunningSum();
  let magnitude = 0;
  for (let i = start; i < end; i++) {
    const amount = amounts[i];
    running.add(amount);
    magnitude += Math.abs(amount);
  }
  return settled(running.value, magnitude);
}

/** A {@link total} that grows. */
export class RunningTotal {
  private readonly running = new RunningSum();
  private magnitude = 0;

  add(amount: number): void {
    this.running.add(amount);
    this.magnitude += Math.abs(amount);
  }

  get value(): number {
    return settled(this.running.value, this.magnitude);
  }
}

/** The 0 or the decimal figure that `net` can be the rounded image of, given the sum of magnitudes behind it. */
export function settled(net: number, magnitude: number): number {
  const error = magnitude * STORAGE_ERROR;
  if (Math.abs(net) <= error) return 0;
  const decimal = snap(net);
  return Math.abs(decimal - net) <= error ? decimal : net;
}

/**
 * Total of each group, as `total()` gives it. `groups[i]` is the group of `amounts[i]`, 0 … groupCount − 1,
 * or −1 for none; both have length n, the result has length groupCount. O(n + groupCount).
 */
export function groupTotals(
  amounts: ArrayLike<number>,
  groups: ArrayLike<number>,
  groupCount: number,
): Float64Array {
  if (groups.length !== amounts.length)
    throw new InvalidArgument("groups", null, groups.length, "matchingLength");
  const running = new Float64Array(groupCount);
  const lost = new Float64Array(groupCount);
  const magnitude = new Float64Array(groupCount);
  for (let i = 0; i < amounts.length; i++) {
    const group = groups[i];
    if (group === -1) continue;
    if (!(group >= 0 && group < groupCount)) throw new InvalidArgument("groups", i, group, "inRange");
    const value = amounts[i];
    const before = running[group];
    const next = before + value;
    lost[group] += Math.abs(before) >= Math.abs(value) ? before - next + value : value - next + before;
    running[group] = next;
    magnitude[group] += Math.abs(value);
  }
  for (let group = 0; group < groupCount; group++) {
    running[group] = settled(running[group] + lost[group], magnitude[group]);
  }
  return running;
}

/**
 * Total of each row of a history, snapped. `history` is row-major, `periods` numbers per client; the result has one
 * amount per client.
 */
export function rowTotals(history: ArrayLike<number>, clients: number, periods: number): Float64Array {
  if (history.length !== clients * periods) {
    throw new InvalidArgument("history", null, history.length, "matchingLength");
  }
  const totals = new Float64Array(clients);
  for (let client = 0; client < clients; client++) {
    totals[client] = snap(sum(history, client * periods, (client + 1) * periods));
  }
  return totals;
}
