/** How safe the classes are: the money to the next limit, and whether other months would have given the same class. */
import {
  type DemandPattern,
  type Firmness,
  type QuadrantChange,
  type VariationViews,
  abcMargins,
  cutAmongOthers,
  demandPatterns,
  firmnessSteps as firmnessOfClassesSteps,
  quadrantMargin,
  shareMargin,
  variationViews,
} from "../../../analysis";
import { weightOf } from "../../policy/policy";
import { begunBeforeOf, monthsAndQuartersOf, regularityHistory } from "../regularity";
import { type Steps, finish } from "../../steps";
import type { Classification } from "../classification";

/** Money from a client to its next limits; null where there is none. */
export interface ClientMargins {
  /** The next limit of share, a fraction. */
  nextShareLimit: number | null;
  toNextShareLimit: number | null;
  toBetterAbc: number | null;
  toWorseAbc: number | null;
}

/** The margins of every client, in the unit of the base (methods §13). */
export function marginsOf(classification: Classification): ClientMargins[] {
  const marginsOfClient = clientMargins(classification);
  return classification.portfolio.clients.map((_, client) => marginsOfClient(client));
}

/** The margins of single clients, for whoever needs a few of them. */
export function clientMargins({
  baseAmounts,
  total,
  abc,
  policy,
}: Classification): (client: number) => ClientMargins {
  const ladder = { ...policy.ladder, key: policy.ladder.by === "share" ? policy.ladder.key : null };
  const abcMargin = abcMargins(baseAmounts, policy.abc);
  return (client) => {
    const amount = baseAmounts[client];
    const next = shareMargin(amount, total, ladder);
    const { toBetter, toWorse } = abcMargin(amount, abc[client]);
    return {
      nextShareLimit: next && next.limit,
      toNextShareLimit: next && next.amount,
      toBetterAbc: toBetter,
      toWorseAbc: toWorse,
    };
  };
}

/** Whether the classes are firm (methods §13). Null without periods; with profit as the base only regularity has a history. */
export function firmnessOf(classification: Classification): Firmness | null {
  return finish(firmnessSteps(classification));
}

/** The same, step by step. */
export function* firmnessSteps(classification: Classification): Steps<Firmness | null> {
  const { portfolio, policy, statuses, abc, xyz } = classification;
  const { window, history, unnamedHistory } = portfolio;
  if (window.periods.length === 0) return null;
  return yield* firmnessOfClassesSteps({
    statuses,
    abc,
    xyz,
    amounts: { cells: history, periods: window.periods.length, unnamed: unnamedHistory },
    regularity: regularityHistory(portfolio, policy),
    rules: { ladder: policy.ladder, key: policy.ladder.by, abc: policy.abc, xyz: policy.xyz },
  });
}

/** How regular a client is by month, by quarter and freed of its season; null where there are not 24 months of it. */
export function variationViewsOf(
  { portfolio, policy: { xyz } }: Classification,
  client: number,
): VariationViews | null {
  const own = monthsAndQuartersOf(portfolio, client);
  if (!own) return null;
  const monthOfYear = portfolio.window.periods.map(({ start }) => Number(start.slice(5, 7)) - 1);
  const months = { ...own.months, monthOfYear };
  const views = variationViews(months, own.quarters, xyz.leadingZeros, xyz.variation.deviation);
  return views.seasonAdjusted === null ? null : views;
}

/** The least that would put a client into another quadrant: a score of one criterion, and a weight. */
export interface QuadrantFlips {
  score: (QuadrantChange & { header: string }) | null;
  weight: (QuadrantChange & { header: string }) | null;
}

/** The smallest change of one score and of one weight that flips a client's quadrant; null without scores that people gave. */
export function quadrantFlipsOf(
  {
    portfolio,
    policy,
    quadrants,
    derivedScores,
    attractiveness,
    loyalty,
    attractivenessCut,
    loyaltyCut,
  }: Classification,
  client: number,
): QuadrantFlips | null {
  if (quadrants[client] === null || derivedScores) return null;
  const margins = (["attractiveness", "loyalty"] as const).map((axis) => {
    const { headers, scores } = portfolio[axis];
    const own = scores.subarray(client * headers.length, (client + 1) * headers.length);
    const weights = headers.map((header) => weightOf(policy.kaism.weights, header));
    const rule = policy.kaism[`${axis}Cut`];
    if (rule === "mean" || rule === "median") {
      // The cut moves with the client's own score, and with a weight all scores do: that is more than one change.
      const cut = cutAmongOthers(rule, axis === "loyalty" ? loyalty : attractiveness, client);
      if (cut === null) return { headers, score: null, weight: null };
      return { headers, ...quadrantMargin(own, weights, cut, policy.kaism.scale), weight: null };
    }
    const cut = axis === "loyalty" ? loyaltyCut : attractivenessCut;
    return { headers, ...quadrantMargin(own, weights, cut, policy.kaism.scale) };
  });
  const smallest = (of: "score" | "weight") =>
    margins
      .flatMap(({ headers, [of]: change }) =>
        change ? [{ ...change, header: headers[change.criterion] }] : [],
      )
      .reduce<QuadrantFlips["score"]>(
        (best, each) =>
          best && Math.abs(best.to - best.from) <= Math.abs(each.to - each.from) ? best : each,
        null,
      );
  return { score: smallest("score"), weight: smallest("weight") };
}

/** Demand pattern of each client over the chosen periods (methods §4); null where it has none. */
export function demandOf({ portfolio, policy }: Classification): (DemandPattern | null)[] {
  const { clients, history, window } = portfolio;
  const { periods } = window;
  const begunBefore = begunBeforeOf(portfolio, periods[0]?.start ?? "");
  return demandPatterns(history, clients.length, periods.length, policy.xyz.leadingZeros, begunBefore);
}
