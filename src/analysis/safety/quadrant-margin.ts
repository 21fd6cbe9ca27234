import type { Scale } from "../classes/kaism";
import { sum } from "../exact/sum";

/** A change of one figure that brings a score to its cut. */
export interface QuadrantChange {
  /** Position of the criterion. */
  criterion: number;
  /** From what it is to what it would have to be. */
  from: number;
  to: number;
}

export interface QuadrantMargin {
  /** The smallest change of one score, and of one weight to another above 0, that flips the axis; null where none does. */
  score: QuadrantChange | null;
  weight: QuadrantChange | null;
}

/**
 * How little would flip one axis of the matrix for a client. Source: methods §13.
 *
 * @param scores of the client; NaN and 0 are missing. @param weights as many, ≥ 0.
 * @param cut one at or outside the ends of the scale is the cut of a ratio (methods §5): then any score above 0 can be given.
 */
export function quadrantMargin(
  scores: ArrayLike<number>,
  weights: ArrayLike<number>,
  cut: number,
  { lowest, highest }: Scale,
): QuadrantMargin {
  const isRatio = cut <= lowest || cut >= highest;
  const given = Array.from(scores, (_, k) => k).filter(
    (k) => scores[k] !== 0 && !Number.isNaN(scores[k]) && weights[k] > 0,
  );
  const weight = sum(given.map((k) => weights[k]));
  const distance = cut * weight - sum(given.map((k) => weights[k] * scores[k]));
  const byScore = given
    .map((criterion) => ({
      criterion,
      from: scores[criterion],
      to: scores[criterion] + distance / weights[criterion],
    }))
    .filter(({ to }) => (isRatio ? to > 0 : to >= lowest && to <= highest));
  const byWeight = given
    .filter((k) => scores[k] !== cut)
    .map((criterion) => ({
      criterion,
      from: weights[criterion],
      to: weights[criterion] + distance / (scores[criterion] - cut),
    }))
    // A weight of 0 would not weigh the criterion less but leave it out.
    .filter(({ to }) => to > 0);
  return { score: smallest(byScore), weight: smallest(byWeight) };
}

/**
 * The score from which a client is high when the cut is the mean or the median of all scores, its own among them: the mean of
 * the others; of the others in ascending order the one at half of all.
 *
 * @param scores one per client; NaN = none.
 * @returns null when nobody else has a score.
 */
export function cutAmongOthers(
  statistic: "mean" | "median",
  scores: ArrayLike<number>,
  client: number,
): number | null {
  const others = Float64Array.from(scores)
    .filter((score, other) => other !== client && !Number.isNaN(score))
    .sort();
  if (others.length === 0) return null;
  return statistic === "mean" ? sum(others) / others.length : others[((others.length + 1) >> 1) - 1];
}

function smallest(changes: readonly QuadrantChange[]): QuadrantChange | null {
  const size = ({ from, to }: QuadrantChange) => Math.abs(to - from);
  return changes.reduce<QuadrantChange | null>(
    (best, change) => (best && size(best) <= size(change) ? best : change),
    null,
  );
}
