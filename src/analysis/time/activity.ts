import { type LeadingZeros, firstCountedPeriod } from "../classes/counted-periods";
import { InvalidArgument } from "../exact/invalid-argument";
import { above } from "../exact/limit";
import { total } from "../exact/sum";

/**
 * Whether a client still buys. "potential": has not bought yet; "notEnoughHistory": too few purchases to know its rhythm.
 */
export type ActivityStatus =
  "active" | "new" | "oneOff" | "atRisk" | "lost" | "returned" | "potential" | "notEnoughHistory";

/** Purchases below which a client has no rhythm that could be broken. */
export const FEWEST_PURCHASES = 5;

/** A first purchase, or one after a long silence, within so many last periods is recent. */
const RECENT_PERIODS = 3;
const QUANTILE = 0.9;
const MEDIANS = 1.5;
const LOST = 2;

export interface ClientActivity {
  status: ActivityStatus;
  /** Time since the last purchase, in the unit of the moments; NaN without a purchase. */
  silence: number;
  /** Silence above which the client is at risk, and lost above twice that; NaN without a rhythm. */
  limit: number;
}

/**
 * Activity of one client from the moments of its purchases, in any unit: days, or positions of periods. Source:
 * methods §9. The silence since the last purchase is compared with the client's own intervals: at risk above the largest
 * of their 90th percentile (linear interpolation, type 7), 1.5 × their median and one period; lost above twice that.
 * Returned: bought within the last 3 periods after a silence that was a loss by the intervals before it.
 *
 * @param purchases moments in ascending order; purchases at one moment are one purchase.
 * @param asOf the moment up to which is known whether a client bought; later purchases are not looked at.
 * @param period length of one period in the same unit, above 0: 1 for positions of periods, about 30.4 for months in days.
 * @throws InvalidArgument for purchases out of order, or a period that is not above 0.
 */
export function activityByDates(purchases: ArrayLike<number>, asOf: number, period: number): ClientActivity {
  if (!(period > 0)) throw new InvalidArgument("period", null, period, "aboveZero");
  const moments: number[] = [];
  for (let i = 0; i < purchases.length && purchases[i] <= asOf; i++) {
    const last = moments.at(-1);
    if (last !== undefined && purchases[i] < last) {
      throw new InvalidArgument("purchases", i, purchases[i], "inOrder");
    }
    if (purchases[i] !== last) moments.push(purchases[i]);
  }
  const count = moments.length;
  if (count === 0) return { status: "potential", silence: NaN, limit: NaN };

  const silence = asOf - moments[count - 1];
  const limit = count < FEWEST_PURCHASES ? NaN : silenceLimit(moments, count, period);
  const isRecent = (moment: number) => above(RECENT_PERIODS * period, asOf - moment);
  const status = (): ActivityStatus => {
    if (isRecent(moments[0])) return "new";
    if (count === 1) return "oneOff";
    if (count < FEWEST_PURCHASES) return "notEnoughHistory";
    if (above(silence, LOST * limit)) return "lost";
    if (above(silence, limit)) return "atRisk";
    for (let i = count - 1; i >= FEWEST_PURCHASES && isRecent(moments[i]); i--) {
      if (above(moments[i] - moments[i - 1], LOST * silenceLimit(moments, i, period))) return "returned";
    }
    return "active";
  };
  return { status: status(), silence, limit };
}

/** One entry per client. */
export interface Activity {
  statuses: ActivityStatus[];
  /** Whole periods since the last purchase; NaN without one. */
  silences: Float64Array;
  /** Whole or broken periods of silence above which the client is at risk; NaN without a rhythm. */
  limits: Float64Array;
  /** Amount per period since the client began: what is lost with it. 0 when it never began. */
  amountsPerPeriod: Float64Array;
}

/**
 * Activity of each client in whole periods, as of the end of the last one. A period with an amount above 0 is a purchase;
 * a return is none. A history of 3 periods or fewer cannot tell who is new. Source: methods §9. O(clients · periods).
 *
 * @param history `clients` × `periods` finite amounts, row-major, periods in order; blank = 0.
 * @param leadingZeros which periods the amount per period is spread over.
 * @throws InvalidArgument for a history of another length.
 */
export function activityByPeriods(
  history: ArrayLike<number>,
  clients: number,
  periods: number,
  leadingZeros: LeadingZeros,
): Activity {
  if (history.length !== clients * periods) {
    throw new InvalidArgument("history", null, history.length, "matchingLength");
  }
  const statuses = new Array<ActivityStatus>(clients);
  const silences = new Float64Array(clients);
  const limits = new Float64Array(clients);
  const amountsPerPeriod = new Float64Array(clients);
  const positions = new Int32Array(periods);
  for (let client = 0; client < clients; client++) {
    const start = client * periods;
    const end = start + periods;
    let count = 0;
    for (let period = 0; period < periods; period++) {
      if (history[start + period] > 0) positions[count++] = period;
    }
    const { status, silence, limit } = activityByDates(positions.subarray(0, count), periods - 1, 1);
    const counted = end - firstCountedPeriod(history, start, end, leadingZeros);
    // Who bought before a history of so few periods began is not known: nobody in it is new.
    statuses[client] = status === "new" && periods <= RECENT_PERIODS ? "notEnoughHistory" : status;
    silences[client] = silence;
    limits[client] = limit;
    amountsPerPeriod[client] = counted > 0 ? total(history, start, end) / counted : 0;
  }
  return { statuses, silences, limits, amountsPerPeriod };
}

/** The silence above which the rhythm of the first `count` purchases is broken. */
function silenceLimit(moments: ArrayLike<number>, count: number, period: number): number {
  const intervals = new Float64Array(count - 1);
  for (let i = 1; i < count; i++) intervals[i - 1] = moments[i] - moments[i - 1];
  intervals.sort();
  return Math.max(quantile(intervals, QUANTILE), MEDIANS * quantile(intervals, 0.5), period);
}

/** Quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), Excel's PERCENTILE.INC. */
function quantile(ascending: Float64Array, part: number): number {
  const at = (ascending.length - 1) * part;
  const below = Math.floor(at);
  const next = Math.min(below + 1, ascending.length - 1);
  return ascending[below] + (at - below) * (ascending[next] - ascending[below]);
}
