import { InvalidArgument } from "../exact/invalid-argument";
import { atLeast } from "../exact/limit";
import { sum } from "../exact/sum";

/** Sectors of the Key Account Identification and Selection Matrix. */
export type Quadrant = "key" | "development" | "maintenance" | "opportunistic";

/** Cut between low and high on one axis: the middle of the scale, a number, or a statistic of the portfolio. */
export type Cut = "middle" | "mean" | "median" | number;

/** Lowest and highest score that can be given. */
export interface Scale {
  lowest: number;
  highest: number;
}

/**
 * Weights as parts of 1, so that any scale may be typed.
 *
 * @throws InvalidArgument naming the position of a weight that is negative or not finite, or when all are zero.
 */
export function normalisedWeights(weights: ArrayLike<number>): Float64Array {
  for (let k = 0; k < weights.length; k++) {
    if (!Number.isFinite(weights[k])) throw new InvalidArgument("weights", k, weights[k], "finite");
    if (weights[k] < 0) throw new InvalidArgument("weights", k, weights[k], "notNegative");
  }
  const whole = sum(weights);
  if (whole === 0 && weights.length > 0) throw new InvalidArgument("weights", null, 0, "notAllZero");
  return Float64Array.from(weights, (weight) => weight / whole);
}

export interface Scores {
  /** One score per client; NaN where no criterion (with a weight) is filled in. */
  scores: Float64Array;
  /** Criteria per client that are not filled in. */
  missing: Int32Array;
}

/**
 * Score of one axis: `Σ w_k c_k / Σ w_k` over the criteria that are filled in. Source: methods §5.
 *
 * @param criteria `clients` × `weights.length` scores, row-major. NaN and 0 are missing (blanks may arrive as 0; scores
 *   are positive).
 * @param weights one per criterion, ≥ 0, on any scale.
 * @throws InvalidArgument for criteria of another length; for weights as `normalisedWeights()`.
 */
export function weightedScores(
  criteria: ArrayLike<number>,
  clients: number,
  weights: ArrayLike<number>,
): Scores {
  const parts = normalisedWeights(weights);
  const count = parts.length;
  if (criteria.length !== clients * count) {
    throw new InvalidArgument("criteria", null, criteria.length, "matchingLength");
  }
  const scores = new Float64Array(clients);
  const missing = new Int32Array(clients);
  for (let client = 0; client < clients; client++) {
    let weighted = 0;
    let weight = 0;
    for (let k = 0; k < count; k++) {
      const score = criteria[client * count + k];
      if (score === 0 || Number.isNaN(score)) {
        missing[client]++;
      } else {
        weighted += parts[k] * score;
        weight += parts[k];
      }
    }
    scores[client] = weight > 0 ? weighted / weight : NaN;
  }
  return { scores, missing };
}

/**
 * The cut as a number on the scale of the scores. Source: methods §5.
 *
 * @param scores one per client, NaN = none; only "mean" and "median" look at them.
 * @returns undefined for a statistic of no score at all.
 */
export function cutValue(cut: Cut, scores: ArrayLike<number>, scale: Scale): number | undefined {
  if (typeof cut === "number") return cut;
  if (cut === "middle") return (scale.lowest + scale.highest) / 2;
  const given = Float64Array.from(scores).filter((score) => !Number.isNaN(score));
  if (given.length === 0) return undefined;
  return cut === "mean" ? sum(given) / given.length : median(given.sort());
}

function median(ascending: Float64Array): number {
  const middle = ascending.length >> 1;
  return ascending.length % 2 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
}

/**
 * Sector of one client. High is a score at or above the cut. High/high is key, high attractiveness alone development,
 * high loyalty alone maintenance, neither opportunistic (Cheverton; Millman & Wilson 1995). Source: methods §5.
 *
 * @returns null when either score is NaN.
 */
export function quadrant(
  attractiveness: number,
  loyalty: number,
  attractivenessCut: number,
  loyaltyCut: number,
): Quadrant | null {
  if (Number.isNaN(attractiveness) || Number.isNaN(loyalty)) return null;
  if (atLeast(attractiveness, attractivenessCut)) {
    return atLeast(loyalty, loyaltyCut) ? "key" : "development";
  }
  return atLeast(loyalty, loyaltyCut) ? "maintenance" : "opportunistic";
}
