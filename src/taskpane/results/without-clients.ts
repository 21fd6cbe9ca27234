import {
  type AfterLeaving,
  type Concentration,
  type DiversificationGap,
  type Stake,
  afterLeaving,
  concentration,
  diversificationGap,
  keyTest,
  statusesByTest,
  shares,
  stakeOf,
  total,
} from "../../analysis";
import type { Classification } from "../../portfolio";

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

export interface WithoutClients {
  before: PortfolioFigures;
  after: PortfolioFigures;
  /** The company makes a loss without them; undefined when profit is not known. */
  loss: boolean | undefined;
  /** Profit of picked clients is not known for some. */
  profitUnknown: boolean;
}

/**
 * The portfolio without some clients. Source: methods §7, "if the client leaves … the same for a group of clients picked
 * in the pane".
 *
 * @param picked positions of clients
 * @param fixedCosts costs that stay, in the unit of the list
 */
export function withoutClients(
  classification: Classification,
  picked: ReadonlySet<number>,
  fixedCosts = 0,
): WithoutClients {
  const { portfolio, baseAmounts, total: whole } = classification;
  const all = wholeStake(classification);
  const leaving = stakeOf(picked, { revenues: portfolio.amounts, profits: portfolio.profits });
  const after: AfterLeaving = afterLeaving(all, leaving, { fixedCosts });
  const nobody = stakeOf([], { revenues: portfolio.amounts, profits: portfolio.profits });
  const before = afterLeaving(all, nobody, { fixedCosts });
  const remaining = baseAmounts.filter((_, client) => !picked.has(client));
  const left = total([whole, -total(baseAmounts.filter((_, client) => picked.has(client)))]);
  return {
    before: {
      ...figuresOf(baseAmounts, whole, classification.concentration, classification),
      revenue: before.revenue,
      profit: before.profit,
    },
    after: {
      ...figuresOf(remaining, left, concentration(remaining), classification),
      revenue: after.revenue,
      profit: after.profit,
    },
    loss: after.loss,
    profitUnknown: portfolio.profits !== null && leaving.profit === undefined,
  };
}

/** Profits that are not known are left out of the total, as they are left out of the list. */
function wholeStake({ portfolio }: Classification): Stake {
  const { profits, unnamedProfit } = portfolio;
  return {
    revenue: portfolio.total,
    profit: profits
      ? total([...profits.filter((profit) => !Number.isNaN(profit)), unnamedProfit])
      : undefined,
    purchases: undefined,
  };
}

function figuresOf(
  amounts: Float64Array,
  whole: number,
  spread: Concentration | undefined,
  { policy }: Classification,
): Omit<PortfolioFigures, "revenue" | "profit"> {
  const { shares: parts, problem } = shares(amounts, whole);
  const known = problem === null && amounts.length > 0;
  return {
    clients: amounts.length,
    keyClients: known
      ? statusesByTest(
          amounts,
          parts,
          policy.ladder,
          keyTest(policy.ladder.by, policy.ladder.key, amounts),
        ).filter((own) => own !== "regular").length
      : undefined,
    largestShare: known ? parts.reduce((largest, share) => Math.max(largest, share), -Infinity) : undefined,
    hhi: spread?.hhi,
    effectiveClients: spread?.effectiveClients,
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
