import { atLeast } from "../exact/limit";
import { type BegunBefore, type LeadingZeros, firstCountedPeriod, leadingZerosOf } from "./counted-periods";
import { InvalidArgument } from "../exact/invalid-argument";
import { variation } from "./variation";
import { FEWEST_PERIODS } from "./xyz";

export type DemandPattern = "smooth" | "erratic" | "intermittent" | "lumpy";

/** Cuts of Syntetos and Boylan; a cut that is met is the higher class. */
export const INTERVAL_CUT = 1.32;
export const VARIATION_CUT = 0.49;

export interface Demand {
  pattern: DemandPattern;
  /** ADI: periods from the first to the last purchase, both counted, per purchase. */
  interval: number;
  /** CV² of the purchases, divisor n − 1. */
  squaredVariation: number;
}

/**
 * Demand pattern of one client by Syntetos and Boylan (Journal of the Operational Research Society 56, 2005).
 * Source: methods §4.
 *
 * @param history periods of the client stand in `history[start…end)`.
 * @returns null below two purchases or three counted periods.
 */
export function demandPattern(
  history: ArrayLike<number>,
  start: number,
  end: number,
  leadingZeros: LeadingZeros,
): Demand | null {
  if (end - firstCountedPeriod(history, start, end, leadingZeros) < FEWEST_PERIODS) return null;
  const purchases: number[] = [];
  let [first, last] = [-1, -1];
  for (let period = start; period < end; period++) {
    if (!(history[period] > 0)) continue;
    purchases.push(history[period]);
    if (first < 0) first = period;
    last = period;
  }
  if (purchases.length < 2) return null;
  const interval = (last - first + 1) / purchases.length;
  const squaredVariation = variation(purchases, "sample") ** 2;
  const isRare = atLeast(interval, INTERVAL_CUT);
  const isVaried = atLeast(squaredVariation, VARIATION_CUT);
  const pattern = isRare ? (isVaried ? "lumpy" : "intermittent") : isVaried ? "erratic" : "smooth";
  return { pattern, interval, squaredVariation };
}

/** Pattern of each client of a history, row-major `clients` × `periods`; null where there is none. */
export function demandPatterns(
  history: ArrayLike<number>,
  clients: number,
  periods: number,
  leadingZeros: LeadingZeros,
  begunBefore: BegunBefore = null,
): (DemandPattern | null)[] {
  if (history.length !== clients * periods) {
    throw new InvalidArgument("history", null, history.length, "matchingLength");
  }
  return Array.from(
    { length: clients },
    (_, client) =>
      demandPattern(
        history,
        client * periods,
        (client + 1) * periods,
        leadingZerosOf(leadingZeros, begunBefore, client),
      )?.pattern ?? null,
  );
}
