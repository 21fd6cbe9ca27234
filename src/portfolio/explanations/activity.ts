/** Whether a client still buys, what was to be expected of it, and what is at stake. */
import { FEWEST_EXPECTED_PERIODS, FEWEST_OTHERS, LOST, firstOfLast, spanOf } from "../../analysis";
import { many, one } from "./inputs";
import type { ActivityExplanation, AtRiskExplanation, ExpectedExplanation } from "./explanation";
import type { Ground } from "./ground";

/** The status by silence and by decline; null where no period is complete. Source: methods §9. */
export function explainActivity(ground: Ground, client: number): ActivityExplanation | null {
  const { activity, record, portfolio, policy } = ground.classification;
  const basis = ground.activity?.(client);
  if (!activity || !record || !basis) return null;
  const { periods } = portfolio.wholeHistory;
  const { known, recent, purchases, limit } = basis;
  const startOf = (at: number | undefined) => (at === undefined ? null : periods[at].start);
  const next = activity.nextPurchases[client];
  const last = spanOf(record.history) - 1;
  return {
    ...ground.ofClient(client, 9, []),
    kind: "activity",
    value: activity.statuses[client],
    unit: record.history.unit,
    inputs: {
      purchases: many(purchases, {
        periods: Array.from(purchases, (at) => periods[at]),
        cells: ground.cells.ofClientIn(client, periods),
      }),
      known,
      recent,
      limit,
      common: basis.common,
      expected: activity.expected[client],
      actual: activity.actual[client],
      earlierRuns: basis.earlierRuns,
    },
    firstPurchase: startOf(purchases[0]),
    lastPurchase: startOf(purchases.at(-1)),
    silence: activity.silences[client],
    returned: basis.returned,
    next: Number.isNaN(next)
      ? null
      : {
          at: next - last,
          earliest: activity.earliest[client] - last,
          latest: activity.latest[client] - last,
        },
    limits: {
      silence: activity.limits[client],
      lost: LOST * activity.limits[client],
      declineBelow: policy.activity.declineBelow,
    },
  };
}

/** What was to be expected of the last w periods; null where no period is complete. Source: methods §9. */
export function explainExpected(ground: Ground, client: number): ExpectedExplanation | null {
  const { activity, record, policy } = ground.classification;
  const basis = ground.activity?.(client);
  if (!activity || !record || !basis) return null;
  const { expected, known, recent } = basis;
  return {
    ...ground.ofClient(client, 9, []),
    kind: "expected",
    value: activity.expected[client],
    unit: record.history.unit,
    inputs: {
      base: periodsOf(ground, client, expected?.from ?? 0, expected?.to ?? 0),
      recent: periodsOf(ground, client, Math.max(0, known - recent), known),
      others: expected?.others ?? { clients: 0, base: 0, recent: 0 },
    },
    basis: expected,
    recentPeriods: recent,
    actual: activity.actual[client],
    limits: {
      declineBelow: policy.activity.declineBelow,
      fewest: FEWEST_EXPECTED_PERIODS,
      fewestOthers: FEWEST_OTHERS,
    },
  };
}

/** Money of a client in some of the complete periods. */
function periodsOf({ classification, cells }: Ground, client: number, from: number, to: number) {
  const { periods, amounts } = classification.portfolio.wholeHistory;
  const start = client * periods.length;
  const own = periods.slice(from, to);
  return many(amounts.subarray(start + from, start + to), {
    periods: own,
    cells: cells.ofClientIn(client, own),
  });
}

/** Money at risk per year; null where no period is complete. Source: methods §9. */
export function explainAtRisk(ground: Ground, client: number): AtRiskExplanation | null {
  const { activity, record } = ground.classification;
  const basis = ground.activity?.(client);
  if (!activity || !record || !basis) return null;
  const status = activity.statuses[client];
  const { purchases, recent, year } = basis;
  const last = purchases.at(-1) ?? 0;
  return {
    ...ground.ofClient(client, 9, []),
    kind: "atRisk",
    value: activity.atRiskPerYear[client],
    status,
    unit: record.history.unit,
    inputs:
      status === "declining"
        ? {
            expected: one(activity.expected[client]),
            actual: one(activity.actual[client]),
            periods: recent,
            ofYear: year,
          }
        : status === "atRisk" || status === "lost"
          ? { year: periodsOf(ground, client, firstOfLast(record.history, year, last + 1), last + 1) }
          : null,
  };
}
