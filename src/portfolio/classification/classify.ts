/** From the clients to their classes, and what is to be said of them. */
import {
  type ActivityStatus,
  InvalidArgument,
  type KeyStatus,
  type Quadrant,
  type XyzClass,
  abc,
  activityByPeriods,
  concentration,
  cutValue,
  groupTotals,
  isPromising,
  keyStatuses,
  noSharesOf,
  quadrant,
  shares,
  sharesInGroups,
  total,
  weightedScores,
  xyz,
} from "../../analysis";
import { addressOf } from "../list/address";
import { widthOfList } from "../list/source-list";
import type { Action, Classification, GroupShares, Reason } from "./classification";
import { quartersFrom } from "../periods/period-window";
import type { Policy } from "../policy/policy";
import type { Criteria, Membership, Portfolio } from "../clients/portfolio";
import { Problem } from "../problem";
import { STEP, type Steps, finish, within } from "../steps";

/** Classes of a portfolio by one base: revenue or profit. */
type Opinion = NonNullable<Classification["secondOpinion"]> & { amounts: Float64Array; total: number };

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

  const clients = portfolio.clients.length;
  const { classes, measures } = yield* within(0.3, 0.4, regularitySteps(portfolio, policy));
  const attractiveness = scoresOf(portfolio.attractiveness, clients, policy);
  const loyalty = scoresOf(portfolio.loyalty, clients, policy);
  const { scale } = policy.kaism;
  const attractivenessCut = cutValue(policy.kaism.attractivenessCut, attractiveness, scale) ?? NaN;
  const loyaltyCut = cutValue(policy.kaism.loyaltyCut, loyalty, scale) ?? NaN;
  const quadrants = Array.from(attractiveness, (score, client) =>
    quadrant(score, loyalty[client], attractivenessCut, loyaltyCut),
  );
  yield 0.45;
  const concentrationOfBase = concentration(main.amounts);
  if (!concentrationOfBase) throw noShares(portfolio);
  yield 0.5;
  const activity = yield* within(0.5, 0.8, activitySteps(portfolio, policy));
  const reasons = main.statuses.map((status, client) => reasonsOf(status, client, portfolio, policy));
  yield 0.85;
  const actions = main.statuses.map((status, client) =>
    actionsOf(status, quadrants[client], `cell.${main.abc[client]}${classes[client]}`),
  );
  yield 0.9;
  const departments = groupShares(portfolio.departments, main.base, policy);
  yield 0.95;
  const managers = groupShares(portfolio.managers, main.base, policy);

  return {
    portfolio,
    policy,
    base: main.base,
    baseAmounts: main.amounts,
    total: main.total,
    positiveTotal: positiveTotal(main.amounts),
    shares: main.shares,
    statuses: main.statuses,
    abc: main.abc,
    secondOpinion: second && {
      base: second.base,
      shares: second.shares,
      statuses: second.statuses,
      abc: second.abc,
    },
    xyz: classes,
    variation: measures,
    attractiveness,
    loyalty,
    attractivenessCut,
    loyaltyCut,
    quadrants,
    reasons,
    actions,
    concentration: concentrationOfBase,
    activity,
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
  const { shares: parts, problem } = shares(amounts, whole);
  if (problem) return null;
  yield 0.3;
  const statuses = keyStatuses(parts, policy.ladder).map((status) => status ?? "regular");
  yield 0.6;
  return { base, amounts, total: whole, shares: parts, statuses, abc: abc(amounts, policy.abc) };
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

function* regularitySteps(
  { clients, history, window }: Portfolio,
  policy: Policy,
): Steps<{ classes: XyzClass[]; measures: Float64Array }> {
  const quarters = policy.xyz.step === "quarter" ? quartersFrom(window.periods) : null;
  const periods = window.periods.length;
  if (!quarters) return yield* xyzSteps(history, clients.length, periods, policy);
  const count = quarters.periods.length;
  const cell = (client: number, period: number) => {
    const quarter = quarters.quarterOf[period];
    return quarter < 0 ? -1 : client * count + quarter;
  };
  const cells = Int32Array.from(history, (_, i) => cell(Math.floor(i / periods), i % periods));
  yield 0.3;
  const ofQuarters = groupTotals(history, cells, clients.length * count);
  return yield* within(0.5, 1, xyzSteps(ofQuarters, clients.length, count, policy));
}

function* xyzSteps(
  history: Float64Array,
  clients: number,
  periods: number,
  policy: Policy,
): Steps<{ classes: XyzClass[]; measures: Float64Array }> {
  const classes: XyzClass[] = [];
  const measures = new Float64Array(clients);
  for (let from = 0; from < clients; from += STEP) {
    const to = Math.min(clients, from + STEP);
    const part = xyz(history.subarray(from * periods, to * periods), to - from, periods, policy.xyz);
    classes.push(...part.classes);
    measures.set(part.measures, from);
    yield to / clients;
  }
  return { classes, measures };
}

/**
 * Over all complete periods, for a rhythm does not begin with the window, in the periods of the list itself also where
 * the classes go by quarters: three months of silence are more than one quarter.
 */
function* activitySteps(
  { clients, wholeHistory }: Portfolio,
  { xyz: { leadingZeros } }: Policy,
): Steps<Classification["activity"]> {
  const periods = wholeHistory.periods.length;
  if (periods === 0) return null;
  const count = clients.length;
  const activity = {
    statuses: [] as ActivityStatus[],
    silences: new Float64Array(count),
    limits: new Float64Array(count),
    amountsPerPeriod: new Float64Array(count),
  };
  for (let from = 0; from < count; from += STEP) {
    const to = Math.min(count, from + STEP);
    const part = activityByPeriods(
      wholeHistory.amounts.subarray(from * periods, to * periods),
      to - from,
      periods,
      leadingZeros,
    );
    activity.statuses.push(...part.statuses);
    activity.silences.set(part.silences, from);
    activity.limits.set(part.limits, from);
    activity.amountsPerPeriod.set(part.amountsPerPeriod, from);
    yield to / count;
  }
  return activity;
}

function scoresOf({ headers, scores }: Criteria, clients: number, policy: Policy): Float64Array {
  const weights = headers.map((header) => policy.kaism.weights[header] ?? 1);
  try {
    return weightedScores(scores, clients, weights).scores;
  } catch (error) {
    if (!(error instanceof InvalidArgument)) throw error;
    const found = JSON.stringify(Object.fromEntries(headers.map((header, i) => [header, weights[i]])));
    throw new Problem({ kind: "badPolicy", path: "kaism.weights", found, expected: "Σ > 0" });
  }
}

/** Why a client is key (methods §6), in the order in which its type is shown: volume before potential before the marks. */
function reasonsOf(status: KeyStatus, client: number, portfolio: Portfolio, policy: Policy): Reason[] {
  const { amounts, potentials, flags, total: whole } = portfolio;
  const reasons: Reason[] = [];
  if (status !== "regular") reasons.push("volume");
  if (potentials && isPromising(amounts[client], potentials[client], whole, policy.ladder.key)) {
    reasons.push("potential");
  }
  for (const mark of ["wellKnown", "partner", "demanding", "innovator"] as const) {
    if (flags[mark]?.[client]) reasons.push(mark);
  }
  return reasons;
}

function actionsOf(
  status: KeyStatus,
  inQuadrant: Quadrant | null,
  cell: Extract<Action, `cell.${string}`>,
): Action[] {
  const advice: Action = inQuadrant ? `quadrant.${inQuadrant}` : cell;
  return status === "dependence" || status === "mono" ? ["reduceDependence", advice] : [advice];
}

function groupShares(
  membership: Membership | null,
  base: "revenue" | "profit",
  policy: Policy,
): GroupShares | null {
  if (!membership) return null;
  const { header, groups, client, group } = membership;
  const byProfit = base === "profit" && membership.profit && membership.profitTotals;
  const amount = byProfit ? membership.profit!.map((profit) => profit || 0) : membership.amount;
  const totals = byProfit ? membership.profitTotals! : membership.totals;
  const { shares: parts, problems } = sharesInGroups(amount, group, groups.length, totals);
  const clients = new Int32Array(groups.length);
  for (const at of group) clients[at]++;
  return {
    header,
    groups: groups.map((name, i) => ({ name, total: totals[i], clients: clients[i], problem: problems[i] })),
    client,
    group,
    amount,
    share: parts,
    statuses: keyStatuses(parts, policy.ladder),
  };
}
