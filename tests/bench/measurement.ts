/** One thing measured: medians over the runs, in milliseconds unless the name says otherwise. */
export interface Measurement {
  name: string;
  runs: number;
  /** From the question to the answer, as a user waits. */
  total: number;
  /** The part of `total` that is spent in the product's own code; absent where the two are not told apart. */
  own?: number;
  /** What else does it, in the same run. */
  peer?: {
    name: string;
    /** To be compared with `own`, with `total` where that is absent. */
    figure: number;
  };
  /** As the note on speed has it. */
  goal?: string;
}

/** How much of the peer's figure ours is; of the whole where there is no peer; null where nothing is compared. */
export function ratioOf({ total, own, peer }: Measurement): number | null {
  if (peer) return (own ?? total) / peer.figure;
  return own === undefined ? null : own / total;
}

/** Middle of the figures; the mean of the two middle ones for an even count. */
export function median(figures: readonly number[]): number {
  const ascending = [...figures].sort((a, b) => a - b);
  const middle = ascending.length >> 1;
  return ascending.length % 2 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
}

/** Median milliseconds of work, after one time that is not counted. */
export function medianTime(runs: number, work: () => unknown): number {
  work();
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}
