/** From the clients to their classes, and what is to be said of them. */
import {
  type AbcClass,
  type ClassifiedAmounts,
  InvalidArgument,
  type KeyStatus,
  type KeyTest,
  type ProfitColumns,
  type Scores,
  abc,
  amountSteps,
  cutValue,
  isPromising,
  isUnprofitable,
  keyTest,
  moneyBridge,
  noSharesOf,
  profitability,
  quadrant,
  rowTotals,
  total,
  weightedScores,
} from "../../analysis";
import { addressOf } from "../list/address";
import { widthOfList } from "../list/source-list";
import { actionFactsOf, actionsFor } from "./actions";
import type { Classification, ClientType, Reason } from "./classification";
import { type Facts, derivedMatrix } from "./derived-matrix";
import { groupsSteps } from "./changes/groups";
import { lossReasonKindsOf } from "./loss-reason-kind";
import { nextContacts } from "./next-contacts";
import { overTimeSteps } from "./changes/over-time";
import { pinsOf } from "./pins";
import { regularitySteps } from "./regularity";
import { steadinessRemediesSteps } from "./steadiness";
import { type Policy, weightOf } from "../policy/policy";
import type { Criteria, Portfolio } from "../clients/portfolio";
import { Problem } from "../problem";
import { type Steps, finish, within } from "../steps";

/** Classes of a portfolio by one base: revenue or profit. */
interface Opinion extends ClassifiedAmounts {
  base: "revenue" | "profit";
  amounts: Float64Array;
  statuses: KeyStatus[];
}

/**
 * Classifies the clients of a portfolio by the rules of a policy (methods §§2–7). The base falls back to revenue when
 * profit is asked for and there is none, or its total is not above 0.
 *
 * @throws Problem zeroTotal, negativeTotal; badPolicy when the weights of all mapped criteria of an axis are 0
 */
export function classify(portfolio: Portfolio, policy: Policy): Classification {
  return finish(classifySteps(portfolio, policy));
}

/** The same, step by step. */
export function* classifySteps(portfolio: Portfolio, policy: Policy): Steps<Classification> {
  const revenue = yield* within(0, 0.2, opinionSteps("revenue", portfolio, policy));
  const profit = yield* within(0.2, 0.3, opinionSteps("profit", portfolio, policy));
  const main = (policy.base === "profit" && profit) || revenue;
  if (!main) throw noShares(portfolio);
  const second = main === revenue ? profit : revenue;

  const regularity = yield* within(0.3, 0.38, regularitySteps(portfolio, policy));
  const { classes, measures } = regularity;
  const steadinessRemedies = yield* within(0.38, 0.4, steadinessRemediesSteps(portfolio, policy, regularity));
  const overTime = yield* within(0.4, 0.7, overTimeSteps(portfolio, policy));
  const { activity, movement } = overTime;
  const matrix = matrixOf(portfolio, policy, { ...overTime, variation: measures });
  yield 0.75;
  if (!main.concentration) throw noShares(portfolio);
  yield 0.8;
  const keyByRevenue = revenue?.keyTest ?? keyTest(policy.ladder.by, policy.ladder.key, portfolio.amounts);
  const reasons = main.statuses.map((status, client) => reasonsOf(status, client, portfolio, keyByRevenue));
  const profitColumns = profitColumnsOf(portfolio);
  const lossMaking =
    profitColumns &&
    Uint8Array.from(portfolio.clients, (_, client) => (isUnprofitable(client, profitColumns) ? 1 : 0));
  const contacts = nextContacts(portfolio, main.abc, policy);
  const wholeAbc = wholeAbcOf(portfolio, policy, main.abc);
  const lossReasonKinds = lossReasonKindsOf(portfolio);
  yield 0.85;
  const found = {
    ...matrix,
    statuses: main.statuses,
    abc: main.abc,
    xyz: classes,
    reasons,
    activity,
    movement,
    lossReasonKinds,
    lossMaking,
    nextContacts: contacts,
  };
  const actions = main.statuses.map((_, client) => actionsFor(actionFactsOf(found, wholeAbc, client)));
  yield 0.9;
  const groups = (of: Portfolio["managers"]) => groupsSteps(portfolio, of, main.base, policy, found);
  const departments = yield* within(0.9, 0.94, groups(portfolio.departments));
  const managers = yield* within(0.94, 0.98, groups(portfolio.managers));
  yield 0.98;

  return {
    portfolio,
    policy,
    base: main.base,
    baseAmounts: main.amounts,
    total: main.total,
    positiveTotal: positiveTotal(main.amounts),
    shares: main.shares,
    order: main.order,
    cumulative: main.cumulative,
    statuses: main.statuses,
    keyTest: main.keyTest,
    pins: pinsOf(portfolio, main.statuses),
    abc: main.abc,
    secondOpinion: second && {
      base: second.base,
      shares: second.shares,
      statuses: second.statuses,
      abc: second.abc,
    },
    xyz: classes,
    variation: measures,
    steadinessRemedies,
    ...matrix,
    reasons,
    types: reasons.map(typeOf),
    actions,
    concentration: main.concentration,
    ...overTime,
    lossReasonKinds,
    bridge: movement && moneyBridge(movement),
    lossMaking,
    profitability: profitColumns && profitability(profitColumns),
    nextContacts: contacts,
    departments,
    managers,
  };
}

/** Shares, statuses and ABC by one base; null when it is not known or has no shares. Clients without a profit count as 0. */
function* opinionSteps(
  base: "revenue" | "profit",
  portfolio: Portfolio,
  policy: Policy,
): Steps<Opinion | null> {
  const known = base === "revenue" ? portfolio.amounts : portfolio.profits;
  if (!known) return null;
  const amounts = base === "revenue" ? known : known.map((profit) => profit || 0);
  const whole = base === "revenue" ? portfolio.total : total([...amounts, portfolio.unnamedProfit]);
  const classified = yield* amountSteps(amounts, policy, whole);
  if (classified.problem) return null;
  return { ...classified, base, amounts, statuses: classified.statuses.map((status) => status ?? "regular") };
}

function noShares({ list, total: whole }: Portfolio): Problem {
  const address = addressOf(list.sheet, list.top, list.left, list.rowCount + 1, widthOfList(list));
  return new Problem(
    noSharesOf(whole) === "negativeTotal"
      ? { kind: "negativeTotal", address, total: whole }
      : { kind: "zeroTotal", address },
  );
}

function positiveTotal(amounts: Float64Array): number {
  return total(amounts.filter((amount) => amount > 0));
}

/** The matrix by the scores that people gave, or, where nobody gave one and the policy says so, by figures. */
function matrixOf(portfolio: Portfolio, policy: Policy, facts: Facts) {
  const { scale } = policy.kaism;
  const clients = portfolio.clients.length;
  const hasScores = [portfolio.attractiveness, portfolio.loyalty].some(({ scores }) =>
    scores.some((score) => !Number.isNaN(score)),
  );
  const derived = policy.kaism.derived && !hasScores ? derivedMatrix(portfolio, facts, policy) : null;
  const given = derived
    ? null
    : {
        attractiveness: scoresOf(portfolio.attractiveness, clients, policy),
        loyalty: scoresOf(portfolio.loyalty, clients, policy),
      };
  const attractiveness = derived?.attractiveness ?? given!.attractiveness.scores;
  const loyalty = derived?.loyalty ?? given!.loyalty.scores;
  const missingScores = Int32Array.from(portfolio.clients, (_, client) =>
    given ? given.attractiveness.missing[client] + given.loyalty.missing[client] : 0,
  );
  const attractivenessCut = cutValue(policy.kaism.attractivenessCut, attractiveness, scale) ?? NaN;
  const loyaltyCut = cutValue(policy.kaism.loyaltyCut, loyalty, scale) ?? NaN;
  const quadrants = Array.from(attractiveness, (score, client) =>
    quadrant(score, loyalty[client], attractivenessCut, loyaltyCut),
  );
  return {
    attractiveness,
    loyalty,
    missingScores,
    attractivenessCut,
    loyaltyCut,
    quadrants,
    derivedScores: derived !== null,
  };
}

function scoresOf({ headers, scores }: Criteria, clients: number, policy: Policy): Scores {
  const weights = headers.map((header) => weightOf(policy.kaism.weights, header));
  try {
    return weightedScores(scores, clients, weights);
  } catch (error) {
    if (!(error instanceof InvalidArgument)) throw error;
    const found = JSON.stringify(Object.fromEntries(headers.map((header, i) => [header, weights[i]])));
    throw new Problem({ kind: "badPolicy", path: "kaism.weights", found, expected: "Σ > 0" });
  }
}

/** Why a client is key (methods §6), in the order in which its type is shown: volume before potential before the marks. */
function reasonsOf(status: KeyStatus, client: number, portfolio: Portfolio, key: KeyTest): Reason[] {
  const { amounts, potentials, flags, total: whole } = portfolio;
  const reasons: Reason[] = [];
  if (status !== "regular") reasons.push("volume");
  if (potentials && isPromising(amounts[client], potentials[client], whole, key)) reasons.push("potential");
  for (const mark of ["wellKnown", "partner", "demanding", "innovator"] as const) {
    if (flags[mark]?.[client]) reasons.push(mark);
  }
  return reasons;
}

const typeOfReason: Partial<Record<Reason, ClientType>> = {
  volume: "breadwinner",
  potential: "promising",
  wellKnown: "imageMaker",
  demanding: "expert",
};

function typeOf(reasons: readonly Reason[]): ClientType | null {
  return reasons.map((reason) => typeOfReason[reason]).find((type) => type !== undefined) ?? null;
}

/** Class by the amount of the whole history, whatever window is chosen; the main one where there is no history. */
export function wholeAbcOf({ wholeHistory, clients }: Portfolio, policy: Policy, main: readonly AbcClass[]) {
  const { periods, amounts } = wholeHistory;
  return periods.length === 0 ? main : abc(rowTotals(amounts, clients.length, periods.length), policy.abc);
}

/** Who earns nothing although there was business; null when profits are not known. */
function profitColumnsOf({ profits, costs, amounts }: Portfolio): ProfitColumns | null {
  if (!profits) return null;
  return {
    profits,
    revenues: costs?.revenue ?? amounts,
    costs: costs?.direct,
    costsToServe: costs?.toServe,
  };
}
