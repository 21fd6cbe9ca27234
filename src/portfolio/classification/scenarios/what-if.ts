import {
  type AfterLeaving,
  type ClientChange,
  type Concentration,
  type DiscountChange,
  type DiscountTier,
  type DiversificationGap,
  type Stake,
  afterLeaving,
  concentration,
  diversificationGap,
  keyTest,
  scenario,
  statusByTest,
  shares,
  stakeOf,
  total,
} from "../../../analysis";
import { dayNumber } from "../../periods/period";
import type { Classification } from "../classification";

/** What is supposed to become of some clients, and what it is reckoned with. Amounts in the unit of the list. */
export interface Scenario {
  /** Positions of clients. */
  clients: ReadonlySet<number>;
  change: ClientChange;
  /** Costs that stay, for the time that the profit covers. */
  fixedCosts: number;
  /** The supplier's volume discounts in ascending order; none where empty. */
  discounts: readonly DiscountTier[];
}

/** What every scenario of a list is reckoned with, once it is known: the same from one what-if to the next. */
export type ScenarioCosts = Pick<Scenario, "fixedCosts" | "discounts">;

/** Figures of a portfolio that can be compared. Undefined where they cannot be computed: nothing is left, say. */
export interface PortfolioFigures {
  revenue: number;
  /** Less the fixed costs; undefined when it is not known. */
  profit: number | undefined;
  clients: number;
  keyClients: number | undefined;
  largestShare: number | undefined;
  hhi: number | undefined;
  effectiveClients: number | undefined;
}

export interface WhatIf {
  before: PortfolioFigures;
  after: PortfolioFigures;
  /** The company makes a loss then; undefined when profit is not known. */
  loss: boolean | undefined;
  /** Profit of picked clients is not known for some. */
  profitUnknown: boolean;
  /** What happens to the supplier's discount; undefined without tiers, and when direct costs are not known. */
  discount: DiscountChange | undefined;
  /** Money of the picked clients that is out all the time when they pay later; null for any other change. */
  tiedUp: number | null;
  /** Share of each client of the portfolio then, and whether it is key by share; null for those that left. */
  clients: readonly ({ share: number; isKey: boolean } | null)[];
}

/**
 * The portfolio after a change with some clients. Source: methods §7, "if the client leaves … the same for several clients
 * picked in the pane, and in part". What we buy of suppliers is the direct cost of the list.
 *
 * @throws InvalidArgument for a part outside 0 … 1, tiers out of order and the like
 */
export function whatIf(
  classification: Classification,
  { clients: picked, change, fixedCosts, discounts }: Scenario,
): WhatIf {
  const { portfolio, base, baseAmounts } = classification;
  const columns = {
    revenues: portfolio.amounts,
    profits: portfolio.profits,
    purchases: portfolio.costs?.direct ?? null,
  };
  const { stake: all, view: now } = presentOf(classification);
  const own = stakeOf(picked, columns);
  const conditions = { fixedCosts, discounts };
  const after = scenario(all, own, change, conditions);
  const before = afterLeaving(all, stakeOf([], columns), conditions);
  const lost = (client: number): number => {
    const { revenue, profit } = stakeLost(stakeOf([client], columns), change);
    return base === "revenue" ? revenue : (profit ?? 0);
  };
  const leave = change.kind === "leaves";
  const changed = new Map(
    leave ? [] : Array.from(picked, (client) => [client, baseAmounts[client] - lost(client)]),
  );
  const present = leave
    ? baseAmounts.map((_, client) => client).filter((client) => !picked.has(client))
    : null;
  const amounts = present ? present.map((client) => baseAmounts[client]) : baseAmounts.slice();
  for (const [client, amount] of changed) amounts[client] = amount;
  const ascending = ascendingWithout(classification, picked, [...changed.values()]);
  const gone = [...picked].map((client) => (leave ? baseAmounts[client] : lost(client)));
  const then = viewOf(
    amounts,
    total([classification.total, ...gone.map((amount) => -amount)]),
    concentration(amounts, ascending),
    classification,
    ascending,
  );
  return {
    before: { ...now.figures, revenue: before.revenue, profit: before.profitAfterDiscount },
    after: { ...then.figures, revenue: after.revenue, profit: after.profitAfterDiscount },
    loss: after.loss,
    profitUnknown: portfolio.profits !== null && own.profit === undefined,
    discount: after.discount,
    tiedUp: change.kind === "paysLater" ? (own.revenue * change.days) / daysCovered(classification) : null,
    get clients() {
      const clients: ({ share: number; isKey: boolean } | null)[] = portfolio.clients.map(() => null);
      const { found } = then;
      if (!found) return clients;
      for (let i = 0; i < amounts.length; i++) {
        clients[present ? present[i] : i] = { share: found.shares[i], isKey: found.isKey[i] === 1 };
      }
      return clients;
    },
  };
}

/** The amounts above 0 in ascending order, some clients left out and some amounts put in: nothing is sorted anew. */
function ascendingWithout(
  { order, baseAmounts }: Classification,
  left: ReadonlySet<number>,
  others: readonly number[],
): Float64Array {
  const between = others.filter((amount) => amount > 0).sort((a, b) => b - a);
  const ascending = new Float64Array(order.length + between.length);
  let count = 0;
  for (let i = order.length - 1; i >= 0; i--) {
    const amount = baseAmounts[order[i]];
    if (!(amount > 0) || left.has(order[i])) continue;
    while (between.length > 0 && between[between.length - 1] <= amount) ascending[count++] = between.pop()!;
    ascending[count++] = amount;
  }
  while (between.length > 0) ascending[count++] = between.pop()!;
  return ascending.subarray(0, count);
}

/** What every click begins with. */
interface Present {
  stake: Stake;
  view: View;
}

const presents = new WeakMap<Classification, Present>();

function presentOf(classification: Classification): Present {
  let known = presents.get(classification);
  if (!known) {
    const { baseAmounts, total: whole, concentration: spread } = classification;
    const ascending = ascendingWithout(classification, new Set(), []);
    const view = viewOf(baseAmounts, whole, spread, classification, ascending);
    presents.set(classification, (known = { stake: wholeStake(classification), view }));
  }
  return known;
}

/** What goes with a change, as `scenario` takes it from the whole. */
function stakeLost(own: Stake, change: ClientChange): Stake {
  const nothing = { revenue: 0, profit: 0, purchases: undefined };
  const { revenue, profit } = scenario(nothing, { ...own, purchases: undefined }, change);
  return { revenue: -revenue, profit: profit === undefined ? undefined : -profit, purchases: undefined };
}

const daysOfYear = 365;

/** Days that the revenue was earned in; a year where the list has no periods. */
function daysCovered({ portfolio: { window, amountFrom } }: Classification): number {
  const { periods } = window;
  if (periods.length === 0 || amountFrom === "column") return daysOfYear;
  return dayNumber(periods[periods.length - 1].end) - dayNumber(periods[0].start) + 1;
}

/** What goes with a client, and what is left of the company without it. */
export interface LeftWithout {
  leaving: Stake;
  all: Stake;
  after: AfterLeaving;
}

/** The company without each of its clients alone, with the costs that are kept for scenarios (methods §7, if the client leaves). */
export function leftWithout(
  classification: Classification,
  { fixedCosts, discounts }: ScenarioCosts,
): (client: number) => LeftWithout {
  const { amounts, profits, costs } = classification.portfolio;
  const columns = { revenues: amounts, profits, purchases: costs?.direct ?? null };
  const all = wholeStake(classification);
  return (client) => {
    const leaving = stakeOf([client], columns);
    return { leaving, all, after: afterLeaving(all, leaving, { fixedCosts, discounts }) };
  };
}

/** Profits that are not known are left out of the total, as they are left out of the list. */
function wholeStake({ portfolio }: Classification): Stake {
  const { profits, unnamedProfit, costs } = portfolio;
  return {
    revenue: portfolio.total,
    profit: profits
      ? total([...profits.filter((profit) => !Number.isNaN(profit)), unnamedProfit])
      : undefined,
    purchases: costs?.direct ? total(costs.direct.filter((cost) => !Number.isNaN(cost))) : undefined,
  };
}

/** Figures that follow from amounts, and what each of these clients is then; null where there are no shares. */
interface View {
  figures: Omit<PortfolioFigures, "revenue" | "profit">;
  found: { shares: Float64Array; isKey: Uint8Array } | null;
}

/** @param ascending the amounts above 0, sorted */
function viewOf(
  amounts: Float64Array,
  whole: number,
  spread: Concentration | undefined,
  { policy: { ladder } }: Classification,
  ascending: Float64Array,
): View {
  const { shares: parts, problem } = shares(amounts, whole);
  const spreadFigures = { hhi: spread?.hhi, effectiveClients: spread?.effectiveClients };
  if (problem !== null || amounts.length === 0) {
    const none = { clients: amounts.length, keyClients: undefined, largestShare: undefined };
    return { figures: { ...none, ...spreadFigures }, found: null };
  }
  const test = keyTest(ladder.by, ladder.key, amounts, ascending);
  const isKey = new Uint8Array(amounts.length);
  let keyClients = 0;
  let largestShare = -Infinity;
  for (let i = 0; i < amounts.length; i++) {
    if (parts[i] > largestShare) largestShare = parts[i];
    if (statusByTest(amounts[i], parts[i], ladder, test) === "regular") continue;
    isKey[i] = 1;
    keyClients++;
  }
  return {
    figures: {
      clients: amounts.length,
      keyClients,
      largestShare,
      ...spreadFigures,
    },
    found: { shares: parts, isKey },
  };
}

/** How much the others must grow to bring a client down to the limit that it exceeds. */
export interface ClientGap {
  client: number;
  share: number;
  limit: number;
  /** Undefined when there are no others that could grow. */
  gap: DiversificationGap | undefined;
}

/**
 * The diversification gap of each client against the dependence limit, the key limit where the ladder has none.
 * Source: methods §7.
 */
export function gapsOf(classification: Classification, clients: Iterable<number>): ClientGap[] {
  const { baseAmounts, total: whole, shares: parts, policy } = classification;
  const { value: limit } = policy.ladder.dependence ?? policy.ladder.key;
  return Array.from(clients, (client) => ({
    client,
    share: parts[client],
    limit,
    gap: diversificationGap(baseAmounts[client], whole, limit),
  }));
}
