import { type AbcClass, type AbcRule, abcBorders, abcClass } from "../classes/abc";
import { firstCountedPeriod } from "../classes/counted-periods";
import { type KeyLadder, type KeyStatus } from "../classes/key-ladder";
import { type KeyRule, keyTest, statusesByTest } from "../classes/key-rule";
import { FEWEST_PERIODS, type XyzClass, type XyzRule, xyzClass } from "../classes/xyz";
import { snap } from "../exact/snap";
import { STEP, type Steps } from "../exact/steps";
import { total } from "../exact/sum";

const SAMPLES = 200;
/** Samples that give the same class from which on a class is firm. */
const FIRM = 0.9 * SAMPLES;
const SEED = 20_230_101;

/** Whether each class would most likely be the same in other months: 1 = firm, 0 = borderline. */
export interface Firmness {
  statuses: Uint8Array;
  abc: Uint8Array;
  xyz: Uint8Array;
}

export interface Periods {
  /** Clients × periods, row-major. */
  cells: ArrayLike<number>;
  periods: number;
}

/** What was found, to be tried on samples. Arrays have one entry per client. */
export interface Found {
  statuses: readonly KeyStatus[];
  abc: readonly AbcClass[];
  xyz: readonly XyzClass[];
  /** Periods of the amounts, with the money of nobody in each, and those that regularity is judged by (perhaps quarters). */
  amounts: Periods & { unnamed: ArrayLike<number> };
  regularity: Periods;
  rules: { ladder: KeyLadder; key: KeyRule; abc: AbcRule; xyz: XyzRule };
}

/**
 * Draws the periods anew, as many as there are and with repetition, 200 times and the same for all clients, and counts how
 * often each class comes out again. Firm: in at least 90 % of the samples. Source: methods §13 (bootstrap of Efron 1979).
 * O(samples · clients · periods).
 */
export function* firmnessSteps(found: Found): Steps<Firmness> {
  const clients = found.abc.length;
  const counts = { statuses: column(clients), abc: column(clients), xyz: column(clients) };
  const draw = drawing(SEED);
  for (let sample = 0; sample < SAMPLES; sample++) {
    const times = sampled(found.amounts.periods, draw);
    countAmounts(found, times, counts);
    yield (sample + 0.5) / SAMPLES;
    const timesOfRegularity =
      found.regularity.periods === found.amounts.periods ? times : sampled(found.regularity.periods, draw);
    for (let from = 0; from < clients; from += STEP) {
      countRegularity(found, timesOfRegularity, counts.xyz, from, Math.min(clients, from + STEP));
      yield (sample + 0.5 + (0.5 * from) / clients) / SAMPLES;
    }
  }
  const firm = (count: Int32Array) => Uint8Array.from(count, (same) => (same >= FIRM ? 1 : 0));
  return { statuses: firm(counts.statuses), abc: firm(counts.abc), xyz: firm(counts.xyz) };
}

const column = (clients: number) => new Int32Array(clients);

function countAmounts(
  { statuses, abc, amounts: { cells, periods, unnamed }, rules }: Found,
  times: Int32Array,
  counts: { statuses: Int32Array; abc: Int32Array },
): void {
  const clients = abc.length;
  const amounts = new Float64Array(clients);
  for (let client = 0, at = 0; client < clients; client++) {
    let amount = 0;
    for (let period = 0; period < periods; period++, at++) amount += times[period] * cells[at];
    amounts[client] = snap(amount);
  }
  const whole = total([...amounts, ...times.map((count, period) => count * unnamed[period])]);
  const borders = abcBorders(amounts, rules.abc);
  const shares = amounts.map((amount) => (whole > 0 ? amount / whole : NaN));
  const found = statusesByTest(amounts, shares, rules.ladder, keyTest(rules.key, rules.ladder.key, amounts));
  for (let client = 0; client < clients; client++) {
    if (found[client] === statuses[client]) counts.statuses[client]++;
    if (abcClass(amounts[client], borders) === abc[client]) counts.abc[client]++;
  }
}

function countRegularity(
  { xyz, regularity: { cells, periods }, rules }: Found,
  times: Int32Array,
  counts: Int32Array,
  from: number,
  to: number,
): void {
  for (let client = from; client < to; client++) {
    const start = client * periods;
    const first = firstCountedPeriod(cells, start, start + periods, rules.xyz.leadingZeros) - start;
    const measure = measureOf(cells, start, first, times, rules.xyz);
    if (xyzClass(measure, rules.xyz) === xyz[client]) counts[client]++;
  }
}

/** CV or frequency of a client over its counted periods, each as often as it was drawn. */
function measureOf(
  cells: ArrayLike<number>,
  start: number,
  first: number,
  times: Int32Array,
  rule: XyzRule,
): number {
  let count = 0;
  let sum = 0;
  let purchases = 0;
  for (let period = first; period < times.length; period++) {
    const value = cells[start + period];
    count += times[period];
    sum += times[period] * value;
    if (value > 0) purchases += times[period];
  }
  const mean = sum / count;
  if (count < FEWEST_PERIODS || !(mean > 0)) return NaN;
  if (rule.method === "frequency") return purchases / count;
  let squares = 0;
  for (let period = first; period < times.length; period++) {
    squares += times[period] * ((cells[start + period] - mean) / mean) ** 2;
  }
  return Math.sqrt(squares / (rule.variation.deviation === "population" ? count : count - 1));
}

/** How often each period is drawn. */
function sampled(periods: number, draw: () => number): Int32Array {
  const times = new Int32Array(periods);
  for (let i = 0; i < periods; i++) times[Math.floor(draw() * periods)]++;
  return times;
}

/** Numbers in 0 … 1 that are the same in every run: mulberry32. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
