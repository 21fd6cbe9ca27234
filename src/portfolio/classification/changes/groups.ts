/** Clients inside departments and with managers: shares, key clients, movement, money at risk. */
import {
  type Activity,
  type KeyStatus,
  groupTotals,
  keyTest,
  moneyBridges,
  movementSteps,
  sharesInGroups,
  statusesByTest,
  total,
} from "../../../analysis";
import type { Membership, Portfolio } from "../../clients/portfolio";
import type { Policy } from "../../policy/policy";
import type { GroupShares, Reason } from "../classification";
import { type Steps, within } from "../../steps";
import { historyOf } from "./over-time";

/** What has been found about the clients as a whole. */
export interface OfClients {
  reasons: readonly (readonly Reason[])[];
  activity: Activity | null;
}

/**
 * The groups of a membership, step by step. A client with several rows can stand in several groups, with the money of its rows there.
 * Source: methods §§2, 10, 12.
 */
export function* groupsSteps(
  portfolio: Portfolio,
  membership: Membership | null,
  base: "revenue" | "profit",
  policy: Policy,
  found: OfClients,
): Steps<GroupShares | null> {
  if (!membership) return null;
  const { header, groups, client, group } = membership;
  const byProfit = base === "profit" && membership.profit && membership.profitTotals;
  const amount = byProfit ? membership.profit!.map((profit) => profit || 0) : membership.amount;
  const totals = byProfit ? membership.profitTotals! : membership.totals;
  const { shares, problems } = sharesInGroups(amount, group, groups.length, totals);
  const pairs = groups.map((): number[] => []);
  group.forEach((of, pair) => pairs[of].push(pair));
  yield 0.1;
  const history = historyOf(portfolio, membership.history, client.length);
  const movement = history && (yield* within(0.1, 0.4, movementSteps(history)));
  const bridges = movement && moneyBridges(movement, group, groups.length);
  yield 0.5;
  const atRisk = found.activity && splitAtRisk(membership, found.activity);
  yield 0.7;
  const statuses = statusesIn(pairs, amount, shares, policy);
  yield 0.9;
  return {
    header,
    groups: groups.map((name, i) => ({
      name,
      total: totals[i],
      revenue: total(pairs[i].map((pair) => membership.amount[pair])),
      profit: membership.profit && total(pairs[i].map((pair) => membership.profit![pair] || 0)),
      clients: pairs[i].length,
      keyClients: pairs[i].filter((pair) => found.reasons[client[pair]].length > 0).length,
      largestShare: largest(pairs[i].map((pair) => shares[pair])),
      atRiskPerYear: atRisk && total(pairs[i].map((pair) => atRisk[pair])),
      bridge: bridges && bridges[i],
      problem: problems[i],
    })),
    client,
    group,
    amount,
    share: shares,
    statuses,
    atRisk,
    movement,
  };
}

function statusesIn(
  pairs: readonly (readonly number[])[],
  amounts: Float64Array,
  shares: Float64Array,
  { ladder }: Policy,
): (KeyStatus | null)[] {
  const statuses = new Array<KeyStatus | null>(shares.length);
  for (const own of pairs) {
    const inGroup = Float64Array.from(own, (pair) => amounts[pair]);
    const found = statusesByTest(
      inGroup,
      Float64Array.from(own, (pair) => shares[pair]),
      ladder,
      keyTest(ladder.by, ladder.key, inGroup),
    );
    own.forEach((pair, i) => (statuses[pair] = found[i]));
  }
  return statuses;
}

function largest(shares: readonly number[]): number | null {
  const known = shares.filter((share) => !Number.isNaN(share));
  return known.length > 0 ? known.reduce((most, share) => Math.max(most, share)) : null;
}

/** Money at risk of each pair: of clients at risk and declining, split by what the rows of each group bought in the whole history. */
function splitAtRisk({ client, history, amount }: Membership, activity: Activity): Float64Array {
  const pairs = client.length;
  const periods = pairs > 0 ? history.length / pairs : 0;
  const bought = amount.map((_, pair) => Math.max(0, total(history, pair * periods, (pair + 1) * periods)));
  const clients = activity.statuses.length;
  const ofClient = groupTotals(bought, client, clients);
  const groupsOfClient = new Int32Array(clients);
  for (const of of client) groupsOfClient[of]++;
  return bought.map((money, pair) => {
    const of = client[pair];
    if (!isAtRisk(activity, of)) return 0;
    const part = ofClient[of] > 0 ? money / ofClient[of] : 1 / groupsOfClient[of];
    return activity.atRiskPerYear[of] * part;
  });
}

/** Key clients that one manager can look after (Kolotilov; methods §10). */
export const MOST_KEY_CLIENTS = 3;

/** Whether a manager has more key clients than can be looked after. */
export function isOverloaded({ keyClients }: { keyClients: number }): boolean {
  return keyClients > MOST_KEY_CLIENTS;
}

/** Whether the client's money counts as at risk; that of lost clients has a sum of its own. */
export function isAtRisk({ statuses }: Activity, client: number): boolean {
  return statuses[client] === "atRisk" || statuses[client] === "declining";
}
