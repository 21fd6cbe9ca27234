/** One thing measured: medians over the runs, in milliseconds unless the name says otherwise. */
export interface Measurement {
  name: string;
  runs: number;
  /** From the question to the answer, as a user waits. */
  total: number;
  /** The part of `total` that is spent in the product's own code; absent where the two are not told apart. */
  own?: number;
}

/** Middle of the figures; the mean of the two middle ones for an even count. */
export function median(figures: readonly number[]): number {
  const ascending = [...figures].sort((a, b) => a - b);
  const middle = ascending.length >> 1;
  return ascending.length % 2 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
}
