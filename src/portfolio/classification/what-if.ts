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
  statusesByTest,
  shares,
  stakeOf,
  total,
} from "../../analysis";
import { dayNumber } from "../periods/period";
import type { Classification } from "./classification";

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
  const all = wholeStake(classification);
  const own = stakeOf(picked, columns);
  const conditions = { fixedCosts, ...(discounts.length > 0 && { discounts }) };
  const after = scenario(all, own, change, conditions);
  const before = afterLeaving(all, stakeOf([], columns), conditions);
  const lost = (client: number): number => {
    const { revenue, profit } = stakeLost(stakeOf([client], columns), change);
    return base === "revenue" ? revenue : (profit ?? 0);
  };
  const stays = (client: number) => !(picked.has(client) && change.kind === "leaves");
  const present = Array.from(baseAmounts.keys()).filter(stays);
  const amounts = Float64Array.from(present, (client) =>
    picked.has(client) ? baseAmounts[client] - lost(client) : baseAmounts[client],
  );
  const gone = [...picked].map((client) => (change.kind === "leaves" ? baseAmounts[client] : lost(client)));
  const now = viewOf(baseAmounts, classification.total, classification.concentration, classification);
  const then = viewOf(
    amounts,
    total([classification.total, ...gone.map((amount) => -amount)]),
    concentration(amounts),
    classification,
  );
  const clients: ({ share: number; isKey: boolean } | null)[] = portfolio.clients.map(() => null);
  present.forEach((client, i) => {
    clients[client] = then.clients && { share: then.clients.shares[i], isKey: then.clients.isKey[i] };
  });
  return {
    before: { ...now.figures, revenue: before.revenue, profit: before.profitAfterDiscount },
    after: { ...then.figures, revenue: after.revenue, profit: after.profitAfterDiscount },
    loss: after.loss,
    profitUnknown: portfolio.profits !== null && own.profit === undefined,
    discount: after.discount,
    tiedUp: change.kind === "paysLater" ? (own.revenue * change.days) / daysCovered(classification) : null,
    clients,
  };
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
function viewOf(
  amounts: Float64Array,
  whole: number,
  spread: Concentration | undefined,
  { policy: { ladder } }: Classification,
): {
  figures: Omit<PortfolioFigures, "revenue" | "profit">;
  clients: { shares: Float64Array; isKey: readonly boolean[] } | null;
} {
  const { shares: parts, problem } = shares(amounts, whole);
  const spreadFigures = { hhi: spread?.hhi, effectiveClients: spread?.effectiveClients };
  if (problem !== null || amounts.length === 0) {
    const none = { clients: amounts.length, keyClients: undefined, largestShare: undefined };
    return { figures: { ...none, ...spreadFigures }, clients: null };
  }
  const statuses = statusesByTest(amounts, parts, ladder, keyTest(ladder.by, ladder.key, amounts));
  const isKey = statuses.map((own) => own !== "regular");
  return {
    figures: {
      clients: amounts.length,
      keyClients: isKey.filter((own) => own).length,
      largestShare: parts.reduce((largest, share) => Math.max(largest, share), -Infinity),
      ...spreadFigures,
    },
    clients: { shares: parts, isKey },
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
