/** How many clients have a measure in each of some equal steps. */
export interface Histogram {
  /** Upper end of the last step. */
  upTo: number;
  counts: readonly number[];
  /** Clients above `upTo`. */
  beyond: number;
}

/**
 * Counts measures from 0 to `upTo` in `steps` equal steps; each holds its upper end, as a limit does ("up to 10 %").
 * NaN (not enough history) is not counted.
 */
export function histogramOf(measures: ArrayLike<number>, upTo: number, steps: number): Histogram {
  const counts = new Array<number>(steps).fill(0);
  let beyond = 0;
  for (let i = 0; i < measures.length; i++) {
    const measure = measures[i];
    if (Number.isNaN(measure)) continue;
    // 0.1 / 0.1 may be a little above 1.
    const step = Math.ceil((measure / upTo) * steps - 1e-9) - 1;
    if (step >= steps) beyond++;
    else counts[Math.max(0, step)]++;
  }
  return { upTo, counts, beyond };
}

/** Where a histogram of coefficients of variation ends: a round figure that shows the limits and nine of ten clients. */
export function roundEnd(measures: ArrayLike<number>, limit: number): number {
  const known = Float64Array.from(measures)
    .filter((measure) => !Number.isNaN(measure))
    .sort();
  const most = known.length > 0 ? known[Math.floor((known.length - 1) * 0.9)] : 0;
  const wanted = Math.min(Math.max(most, limit * 1.25), Math.max(limit * 4, 2));
  return ends.find((end) => end >= wanted - 1e-9) ?? Math.ceil(wanted);
}

const ends = [0.2, 0.4, 0.6, 0.8, 1, 1.5, 2, 3, 4, 5];
