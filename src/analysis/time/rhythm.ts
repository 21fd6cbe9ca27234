import { type Purchases, purchasesUntil } from "./purchases";

/** How a limit of silence came about: methods §9. */
export interface LimitBasis {
  /** "own": the client's own intervals; "common": those of all clients together, or its own longest one. */
  by: "own" | "common";
  /** Periods between two purchases of the client, in their order. */
  intervals: readonly number[];
  /** The intervals that were counted: `counts[k]` of them are k periods long. */
  counts: Int32Array;
  count: number;
  /** Their 90th percentile and their median; NaN where all clients together have too few. */
  ninetieth: number;
  median: number;
  limit: number;
}

/** The intervals between two purchases of all clients together. */
export interface CommonIntervals {
  /** `counts[k]` of them are k periods long. */
  counts: Int32Array;
  count: number;
  /** NaN where there are too few of them. */
  limit: number;
}

/** Purchases from which on a client has a rhythm of its own. */
export const FEWEST_PURCHASES = 5;

/** Intervals of all clients together below which nobody can be judged by them. */
export const FEWEST_INTERVALS = 20;
const QUANTILE = 0.9;
const MEDIANS = 1.5;
const SHORTEST_LIMIT = 1;

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, Excel's PERCENTILE.INC) of
 * whole numbers that are counted: `counts[k]` of them are k.
 *
 * @param count of all of them, at least 1.
 * @param part 0 … 1.
 */
export function quantileOfCounts(counts: ArrayLike<number>, count: number, part: number): number {
  const at = (count - 1) * part;
  const below = Math.floor(at);
  let value = 0;
  let passed = counts[0];
  while (passed <= below) passed += counts[++value];
  if (passed > below + 1 || below + 1 >= count) return value;
  let next = value + 1;
  while (counts[next] === 0) next++;
  return value + (at - below) * (next - value);
}

/** The silence from which on intervals like these are broken: methods §9, limit of silence. */
function limitOf(counts: ArrayLike<number>, count: number): number {
  return Math.max(
    quantileOfCounts(counts, count, QUANTILE),
    MEDIANS * quantileOfCounts(counts, count, 0.5),
    SHORTEST_LIMIT,
  );
}

/**
 * The rhythm in which clients buy, as it is known after the first `known` periods. Source: methods §9: with 5 purchases a
 * client is judged by its own intervals, with 2–4 by those of all clients together or by its own longest one.
 */
export class Rhythm {
  readonly #counts: Int32Array;
  /** Limit by the intervals of all clients together; NaN when there are too few of them. */
  readonly #common: number;
  readonly #commonCounts: Int32Array;
  readonly #commonCount: number;

  constructor(
    private readonly purchases: Purchases,
    private readonly known: number,
    /** Periods that these span by the calendar. */
    span: number,
  ) {
    const { positions, places, starts } = purchases;
    const counts = new Int32Array(span + 1);
    let count = 0;
    for (let client = 0; client + 1 < starts.length; client++) {
      for (let i = starts[client] + 1; i < starts[client + 1] && positions[i] < known; i++, count++) {
        counts[places[i] - places[i - 1]]++;
      }
    }
    this.#common = count < FEWEST_INTERVALS ? NaN : limitOf(counts, count);
    this.#commonCounts = counts.slice();
    this.#commonCount = count;
    this.#counts = counts.fill(0);
  }

  /** Purchases of a client that are known. */
  countOf(client: number): number {
    return purchasesUntil(this.purchases, client, this.known);
  }

  /** The silence, in periods, above which a client is at risk, told by its first `count` purchases; NaN when they cannot tell. */
  limit(client: number, count: number): number {
    if (count < 2) return NaN;
    if (count >= FEWEST_PURCHASES) {
      return this.#withIntervals(client, count, (counts) => limitOf(counts, count - 1));
    }
    const { places, starts } = this.purchases;
    let longest = 0;
    for (let i = starts[client] + 1; i < starts[client] + count; i++) {
      longest = Math.max(longest, places[i] - places[i - 1]);
    }
    return Math.max(this.#common, longest);
  }

  /** The interval below which a part of a client's first `count` intervals lies; NaN with fewer than 5 purchases. */
  interval(client: number, count: number, part: number): number {
    if (count < FEWEST_PURCHASES) return NaN;
    return this.#withIntervals(client, count, (counts) => quantileOfCounts(counts, count - 1, part));
  }

  /** The intervals of all clients together, with the limit by them. */
  get common(): CommonIntervals {
    return { counts: this.#commonCounts, count: this.#commonCount, limit: this.#common };
  }

  /** How {@link limit} comes to what it says; null with fewer than two purchases. */
  basis(client: number, count: number): LimitBasis | null {
    if (count < 2) return null;
    const { places, starts } = this.purchases;
    const from = starts[client];
    const intervals = Array.from({ length: count - 1 }, (_, i) => places[from + i + 1] - places[from + i]);
    const isOwn = count >= FEWEST_PURCHASES;
    const counts = isOwn ? this.#withIntervals(client, count, (own) => own.slice()) : this.#commonCounts;
    const counted = isOwn ? count - 1 : this.#commonCount;
    const isKnown = isOwn || counted >= FEWEST_INTERVALS;
    return {
      by: isOwn ? "own" : "common",
      intervals,
      counts,
      count: counted,
      ninetieth: isKnown ? quantileOfCounts(counts, counted, QUANTILE) : NaN,
      median: isKnown ? quantileOfCounts(counts, counted, 0.5) : NaN,
      limit: this.limit(client, count),
    };
  }

  #withIntervals<T>(client: number, count: number, of: (counts: Int32Array) => T): T {
    const { places, starts } = this.purchases;
    const counts = this.#counts;
    const [from, to] = [starts[client] + 1, starts[client] + count];
    for (let i = from; i < to; i++) counts[places[i] - places[i - 1]]++;
    const result = of(counts);
    for (let i = from; i < to; i++) counts[places[i] - places[i - 1]] = 0;
    return result;
  }
}
