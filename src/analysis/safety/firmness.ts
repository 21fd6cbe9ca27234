import { type AbcClass, type AbcRule, abcBorders, abcClass } from "../classes/abc";
import { type BegunBefore, firstCountedPeriod, leadingZerosOf } from "../classes/counted-periods";
import { type KeyLadder, type KeyStatus } from "../classes/key-ladder";
import { type KeyRule, keyTest, statusByTest } from "../classes/key-rule";
import type { Deviation } from "../classes/variation";
import { FEWEST_PERIODS, type XyzClass, type XyzRule, xyzClass } from "../classes/xyz";
import { snap } from "../exact/snap";
import { STEP, type Steps, within } from "../exact/steps";
import { RunningSum, total } from "../exact/sum";

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
  regularity: Periods & { begunBefore?: BegunBefore };
  rules: { ladder: KeyLadder; key: KeyRule; abc: AbcRule; xyz: XyzRule };
}

/**
 * Draws the periods anew, as many as there are and with repetition, 200 times and the same for all clients, and counts how
 * often each class comes out again. Firm: in at least 90 % of the samples. Source: methods §13 (bootstrap of Efron 1979).
 * O(samples · clients · periods).
 */
export function* firmnessSteps(found: Found): Steps<Firmness> {
  const draw = drawing(SEED);
  const times = Array.from({ length: SAMPLES }, () => sampled(found.amounts.periods, draw));
  const timesOfRegularity =
    found.regularity.periods === found.amounts.periods
      ? times
      : times.map(() => sampled(found.regularity.periods, draw));
  const { statuses, abc } = yield* within(0, 0.6, amountsSteps(found, times));
  return { statuses, abc, xyz: yield* within(0.6, 1, regularitySteps(found, timesOfRegularity)) };
}

const firm = (counts: Int32Array) => Uint8Array.from(counts, (same) => (same >= FIRM ? 1 : 0));

/** Status and ABC class, sample by sample: a class depends on all clients. */
function* amountsSteps(
  { statuses, abc, amounts: { cells, periods, unnamed }, rules }: Found,
  samples: readonly Int32Array[],
): Steps<Pick<Firmness, "statuses" | "abc">> {
  const clients = abc.length;
  const sameStatus = new Int32Array(clients);
  const sameAbc = new Int32Array(clients);
  const amounts = new Float64Array(clients);
  for (const [sample, times] of samples.entries()) {
    const whole = new RunningSum();
    for (let client = 0, at = 0; client < clients; client++) {
      let amount = 0;
      for (let period = 0; period < periods; period++, at++) amount += times[period] * cells[at];
      amounts[client] = snap(amount);
      whole.add(amounts[client]);
    }
    times.forEach((count, period) => whole.add(count * unnamed[period]));
    const borders = abcBorders(amounts, rules.abc);
    yield (sample + 0.5) / SAMPLES;
    const total = whole.value;
    const test = keyTest(rules.key, rules.ladder.key, amounts);
    for (let client = 0; client < clients; client++) {
      const amount = amounts[client];
      if (abcClass(amount, borders) === abc[client]) sameAbc[client]++;
      if (total > 0 && statusByTest(amount, amount / total, rules.ladder, test) === statuses[client]) {
        sameStatus[client]++;
      }
    }
    yield (sample + 1) / SAMPLES;
  }
  return { statuses: firm(sameStatus), abc: firm(sameAbc) };
}

/** XYZ class, client by client: its periods are measured against its own mean, once for all samples. */
function* regularitySteps(
  { xyz, regularity: { cells, periods, begunBefore = null }, rules }: Found,
  samples: readonly Int32Array[],
): Steps<Uint8Array> {
  const clients = xyz.length;
  const same = new Int32Array(clients);
  const distances = new Float64Array(periods);
  for (let client = 0; client < clients; client++) {
    if (client % STEP === 0) yield client / clients;
    const start = client * periods;
    const leadingZeros = leadingZerosOf(rules.xyz.leadingZeros, begunBefore, client);
    const first = firstCountedPeriod(cells, start, start + periods, leadingZeros) - start;
    const mean = total(cells, start + first, start + periods) / (periods - first);
    for (let period = first; period < periods; period++) {
      distances[period] = rules.xyz.method === "variation" ? (cells[start + period] - mean) / mean : 0;
    }
    for (const times of samples) {
      const measure =
        rules.xyz.method === "variation"
          ? sampledVariation(distances, first, times, mean, rules.xyz.variation.deviation)
          : sampledFrequency(cells, start, first, times);
      if (xyzClass(measure, rules.xyz) === xyz[client]) same[client]++;
    }
  }
  return firm(same);
}

/** CV of periods, each as often as it was drawn, from their distances to the client's mean, in parts of it. */
function sampledVariation(
  distances: Float64Array,
  first: number,
  times: Int32Array,
  mean: number,
  deviation: Deviation,
): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let period = first; period < times.length; period++) {
    const weight = times[period];
    const distance = distances[period];
    count += weight;
    sum += weight * distance;
    squares += weight * distance * distance;
  }
  const level = 1 + sum / count;
  if (count < FEWEST_PERIODS || !(mean * level > 0)) return NaN;
  const divisor = deviation === "population" ? count : count - 1;
  return Math.sqrt(Math.max(0, squares - (sum * sum) / count) / divisor) / Math.abs(level);
}

/** Share of the periods with a purchase, each as often as it was drawn. */
function sampledFrequency(cells: ArrayLike<number>, start: number, first: number, times: Int32Array): number {
  let [count, purchases, sum] = [0, 0, 0];
  for (let period = first; period < times.length; period++) {
    const value = cells[start + period];
    count += times[period];
    sum += times[period] * value;
    if (value > 0) purchases += times[period];
  }
  return count < FEWEST_PERIODS || !(sum > 0) ? NaN : purchases / count;
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
