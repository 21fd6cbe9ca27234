import type { Scale } from "./kaism";

/**
 * A fact as a score: the place of each client among the others, from the lowest score of the scale to its highest; equal
 * facts have equal scores, in the middle of the places that they share. NaN stays NaN and counts for nobody.
 *
 * @param facts n numbers, the larger the better; NaN = not known.
 */
export function percentileScores(facts: ArrayLike<number>, { lowest, highest }: Scale): Float64Array {
  const ascending = Float64Array.from(facts)
    .filter((fact) => !Number.isNaN(fact))
    .sort();
  const known = ascending.length;
  return Float64Array.from(facts, (fact) => {
    if (Number.isNaN(fact)) return NaN;
    if (known === 1) return (lowest + highest) / 2;
    const below = firstAtLeast(ascending, fact);
    const upTo = firstAbove(ascending, fact);
    return lowest + ((highest - lowest) * (below + (upTo - below - 1) / 2)) / (known - 1);
  });
}

/**
 * An axis of the matrix derived from figures: the mean of the scores that are known; NaN where none is. Source: methods §5.
 *
 * @param facts columns of n numbers each, the larger the better.
 */
export function derivedScores(
  facts: readonly ArrayLike<number>[],
  clients: number,
  scale: Scale,
): Float64Array {
  const sums = new Float64Array(clients);
  const counts = new Int32Array(clients);
  for (const fact of facts) {
    percentileScores(fact, scale).forEach((score, client) => {
      if (Number.isNaN(score)) return;
      sums[client] += score;
      counts[client]++;
    });
  }
  return sums.map((sum, client) => (counts[client] > 0 ? sum / counts[client] : NaN));
}

function firstAtLeast(ascending: Float64Array, value: number): number {
  return place(ascending, (other) => other < value);
}

function firstAbove(ascending: Float64Array, value: number): number {
  return place(ascending, (other) => other <= value);
}

/** Number of leading values that hold. */
function place(ascending: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ascending[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
