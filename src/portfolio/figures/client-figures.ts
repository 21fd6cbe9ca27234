/** The figures of each client. */
import { type Movement, diversificationGap } from "../../analysis";
import type { Classification } from "../classification/classification";
import { demandOf, firmnessOf, marginsOf } from "../classification/scenarios/safety";
import { type LeftWithout, type ScenarioCosts, leftWithout } from "../classification/scenarios/what-if";
import { isProfitKnown } from "../classification/second-opinion";
import { groupsOfClients } from "../clients/groups-of-clients";
import type { Portfolio } from "../clients/portfolio";
import { contentOf, isExcelError } from "../list/number-column";
import { headerText } from "../mapping/proposal/mapping-proposal";
import { isoDay } from "../periods/period";

const orNull = (number: number | undefined): number | null =>
  number === undefined || !Number.isFinite(number) ? null : number;

/** One entry per client, in the order of the list. Blocks whose columns are not there are left out. */
export function clientFigures(classification: Classification, scenarioCosts: ScenarioCosts) {
  const { portfolio, abc, xyz, activity, movement, nextContacts } = classification;
  const { costs, profits, lossReasons } = portfolio;
  const managers = groupsOfClients(portfolio.managers, portfolio.clients.length);
  const departments = groupsOfClients(portfolio.departments, portfolio.clients.length);
  const groups = groupNames(portfolio);
  const demand = demandOf(classification);
  const margins = marginsOf(classification);
  const firmness = firmnessOf(classification);
  const isFirm = (flags: Uint8Array | undefined, client: number) => (flags ? flags[client] === 1 : null);
  const without = leftWithout(classification, scenarioCosts);
  const isRevenue = classification.base === "revenue";
  return portfolio.clients.map((name, i) => ({
    name,
    code: portfolio.codes?.[i] || null,
    group: groups[i],
    managers: managers[i],
    departments: departments[i],
    amount: portfolio.amounts[i],
    share: classification.shares[i],
    status: classification.statuses[i],
    abc: abc[i],
    abcByProfit: abcByProfit(classification, i),
    xyz: xyz[i],
    cv: xyz[i] === "N" ? null : orNull(classification.variation[i]),
    demand: demand[i],
    attractiveness: orNull(classification.attractiveness[i]),
    loyalty: orNull(classification.loyalty[i]),
    missingScores: classification.missingScores[i],
    quadrant: classification.quadrants[i],
    derivedScores: classification.derivedScores,
    reasons: classification.reasons[i],
    type: classification.types[i],
    ...(activity && { activity: activityFigures(classification, i) }),
    ...(movement && { bridge: bridgeOf(movement, i) }),
    revenueOfCosts: orNull(costs?.revenue[i]),
    cost: orNull(costs?.direct?.[i]),
    costToServe: orNull(costs?.toServe?.[i]),
    profit: orNull(profits?.[i]),
    hours: orNull(portfolio.hours?.[i]),
    gap: gapOf(classification, i),
    ifLost: ifLostFigures(without(i)),
    margins: margins[i],
    firm: {
      status: isRevenue ? isFirm(firmness?.statuses, i) : null,
      abc: isRevenue ? isFirm(firmness?.abc, i) : null,
      xyz: isFirm(firmness?.xyz, i),
    },
    nextContact: nextContacts && dayOrNull(nextContacts.due[i]),
    action: classification.actions[i][0],
    ...(lossReasons && { lossReason: lossReasonOf(classification, i) }),
    pinned: classification.pins[i],
  }));
}

/** What is left of the company without the client. */
function ifLostFigures({ after }: LeftWithout) {
  const { revenue, profitAfterDiscount, loss, discount } = after;
  return {
    revenue,
    profit: profitAfterDiscount ?? null,
    loss: loss ?? null,
    discountLost: discount?.cost ?? null,
  };
}

/** Why it was lost, as the list says it, and what that is about. */
function lossReasonOf({ portfolio, lossReasonKinds }: Classification, client: number) {
  const kind = lossReasonKinds![client];
  return kind && { reason: portfolio.lossReasons![client], kind };
}

const dayOrNull = (day: number): string | null => (Number.isNaN(day) ? null : isoDay(day));

function activityFigures({ activity }: Classification, client: number) {
  const { statuses, silences, limits, nextPurchases, earliest, latest, expected, actual, atRiskPerYear } =
    activity!;
  return {
    status: statuses[client],
    silence: orNull(silences[client]),
    limit: orNull(limits[client]),
    nextPurchase: orNull(nextPurchases[client]),
    nextPurchaseFrom: orNull(earliest[client]),
    nextPurchaseTo: orNull(latest[client]),
    expected: orNull(expected[client]),
    actual: orNull(actual[client]),
    atRiskPerYear: orNull(atRiskPerYear[client]),
  };
}

function bridgeOf({ opening, closing, kinds }: Movement, client: number) {
  return { opening: opening[client], closing: closing[client], kind: kinds[client] };
}

/** By how much the others must grow to bring the client down to the dependence limit; null without that limit, or without others. */
function gapOf({ policy, baseAmounts, total }: Classification, client: number) {
  const { dependence } = policy.ladder;
  return (dependence && diversificationGap(baseAmounts[client], total, dependence.value)) ?? null;
}

/** Parent group of each client, as its first row that names one says; null where none does. */
function groupNames({ list, mapping, clients, rowClient }: Portfolio): (string | null)[] {
  const result: (string | null)[] = clients.map(() => null);
  const header = mapping.columns.find(({ role }) => role === "group")?.header;
  const column = list.columns.find((own) => headerText(list, own) === header);
  if (header === undefined || !column) return result;
  rowClient.forEach((client, row) => {
    if (client < 0 || result[client] !== null) return;
    const text = contentOf(column, row).trim();
    if (text !== "" && !isExcelError(text)) result[client] = text;
  });
  return result;
}

/** Class by profit, whichever of the two bases the shares were computed from; null where the client's profit is not known. */
function abcByProfit(classification: Classification, client: number) {
  const { base, abc, secondOpinion } = classification;
  if (!isProfitKnown(classification, client)) return null;
  if (base === "profit") return abc[client];
  return secondOpinion?.base === "profit" ? secondOpinion.abc[client] : null;
}
