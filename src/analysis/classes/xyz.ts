import { type BegunBefore, type LeadingZeros, firstCountedPeriod, leadingZerosOf } from "./counted-periods";
import { InvalidArgument } from "../exact/invalid-argument";
import { above, atLeast } from "../exact/limit";
import { total } from "../exact/sum";
import { type Deviation, purchaseFrequency, variation } from "./variation";

/** N: new, or not enough history. */
export type XyzClass = "X" | "Y" | "Z" | "N";

export interface XyzRule {
  method: "variation" | "frequency";
  /** X up to xLimit, Y up to yLimit, as fractions: 0 < xLimit ≤ yLimit. */
  variation: { xLimit: number; yLimit: number; deviation: Deviation };
  /** X from xLimit, Y from yLimit, as fractions: 1 ≥ xLimit ≥ yLimit > 0. */
  frequency: { xLimit: number; yLimit: number };
  leadingZeros: LeadingZeros;
}

/** Counted periods below which a client is N. */
export const FEWEST_PERIODS = 3;

export interface Xyz {
  classes: XyzClass[];
  /** CV, or share of counted periods with a purchase; NaN where the class is N. */
  measures: Float64Array;
  /** Counted periods per client. */
  counted: Int32Array;
}

/**
 * Regularity of each client: by the coefficient of variation or by the frequency of purchases over its counted periods.
 * N with fewer than 3 counted periods or a mean that is not above 0, by either method. Source: methods §4.
 *
 * @param history `clients` × `periods` finite amounts, row-major, periods in order; blank = 0. Without periods all are N.
 * @param begunBefore who has been a client before the first of the periods
 * @throws InvalidArgument for a history of another length, or limits out of order.
 */
export function xyz(
  history: ArrayLike<number>,
  clients: number,
  periods: number,
  rule: XyzRule,
  begunBefore: BegunBefore = null,
): Xyz {
  checkLimits(rule);
  if (history.length !== clients * periods) {
    throw new InvalidArgument("history", null, history.length, "matchingLength");
  }
  const classes = new Array<XyzClass>(clients);
  const measures = new Float64Array(clients);
  const counted = new Int32Array(clients);
  for (let client = 0; client < clients; client++) {
    const end = (client + 1) * periods;
    const leadingZeros = leadingZerosOf(rule.leadingZeros, begunBefore, client);
    const first = firstCountedPeriod(history, client * periods, end, leadingZeros);
    counted[client] = end - first;
    measures[client] = regularity(history, first, end, rule);
    classes[client] = classOf(measures[client], rule);
  }
  return { classes, measures, counted };
}

/**
 * Class of one measure (a CV, or a share of periods with a purchase, as the rule's method says); NaN is N.
 * For histograms of what other limits would give.
 */
export function xyzClass(measure: number, rule: XyzRule): XyzClass {
  checkLimits(rule);
  return classOf(measure, rule);
}

function regularity(history: ArrayLike<number>, start: number, end: number, rule: XyzRule): number {
  if (end - start < FEWEST_PERIODS) return NaN;
  if (rule.method === "variation") return variation(history, rule.variation.deviation, start, end);
  return total(history, start, end) > 0 ? purchaseFrequency(history, start, end) : NaN;
}

function classOf(measure: number, rule: XyzRule): XyzClass {
  if (Number.isNaN(measure)) return "N";
  if (rule.method === "variation") {
    if (!above(measure, rule.variation.xLimit)) return "X";
    return above(measure, rule.variation.yLimit) ? "Z" : "Y";
  }
  if (atLeast(measure, rule.frequency.xLimit)) return "X";
  return atLeast(measure, rule.frequency.yLimit) ? "Y" : "Z";
}

function checkLimits(rule: XyzRule): void {
  const { xLimit, yLimit } = rule[rule.method];
  const [first, second] = rule.method === "variation" ? [xLimit, yLimit] : [yLimit, xLimit];
  const [firstName, secondName] = rule.method === "variation" ? ["xLimit", "yLimit"] : ["yLimit", "xLimit"];
  if (!(first > 0)) throw new InvalidArgument(firstName, null, first, "aboveZero");
  if (!(second >= first)) throw new InvalidArgument(secondName, null, second, "inOrder");
  if (rule.method === "frequency" && !(xLimit <= 1))
    throw new InvalidArgument("xLimit", null, xLimit, "atMostOne");
}
