/** Figures of the whole portfolio: money, key clients, concentration, profit, money at risk. */
import type { Limit } from "../../analysis";
import { isAtRisk } from "../classification/changes/groups";
import { KEY_SHARE_CORRIDOR } from "../classification/notes";
import { keyBySharesOf, riskOf } from "../classification/together";
import { processFigures } from "../figures/process-figures";
import type { FigureName, Working } from "./figure-explanation";
import type { RuleSource } from "./frame";
import type { Ground } from "./ground";
import { many, one, type Many } from "./inputs";
import { amountsCells } from "./money";

/** A figure before its frame. */
export interface Figured {
  value: number;
  working: Working;
  paragraph: number;
  sources: readonly RuleSource[];
  limits?: { lowest: number | null; highest: number | null };
  windowed?: boolean;
}

type Maker = (ground: Ground) => Figured | null;

const positives = (amounts: Float64Array) => amounts.filter((amount) => amount > 0);

/** Positive amounts of the base: the pool that concentration is taken over. */
const poolOf = (ground: Ground): Many => {
  const { baseAmounts, base } = ground.classification;
  return many(positives(baseAmounts), { cells: amountsCells(ground, base) });
};

const clientsWhere = (ground: Ground, column: ArrayLike<number>, holds: (client: number) => boolean): Many =>
  many(
    Array.from(column).filter((_, client) => holds(client)),
    {
      cells: amountsCells(ground, ground.classification.base),
    },
  );

/** The lowest limits of the ladder, over what each is asked: a client that meets one of them is key by share. */
function keyTests(ground: Ground): { of: Many; limit: Limit }[] {
  const { keyTest, shares, baseAmounts, policy } = ground.classification;
  const { dependence, mono } = policy.ladder;
  const ofShares = many(shares);
  const asked = keyTest.by === "share" ? ofShares : many(baseAmounts);
  return [
    { of: asked, limit: keyTest.limit },
    ...[dependence, mono].flatMap((limit) => (limit ? [{ of: ofShares, limit }] : [])),
  ];
}

const cr =
  (largest: number, figure: "cr1" | "cr3" | "cr5"): Maker =>
  (ground) => {
    const of = poolOf(ground);
    return {
      value: ground.classification.concentration[figure],
      working: { by: "largest", of, largest, whole: of.sum },
      paragraph: 7,
      sources: [],
    };
  };

const money =
  (of: "atRiskTotal" | "lostTotal"): Maker =>
  (ground) => {
    const { activity } = ground.classification;
    const risk = riskOf(ground.classification);
    if (!activity || !risk) return null;
    const isLost = of === "lostTotal";
    const perYear = activity.atRiskPerYear.filter((_, client) =>
      isLost ? activity.statuses[client] === "lost" : isAtRisk(activity, client),
    );
    return {
      value: isLost ? risk.lost.money : risk.money,
      working: { by: "sum", of: [many(perYear)] },
      paragraph: 9,
      sources: [],
    };
  };

export const portfolioFigures: Readonly<Partial<Record<FigureName, Maker>>> = {
  total(ground) {
    const { total: value, base, portfolio, baseAmounts } = ground.classification;
    const unnamed = base === "revenue" ? portfolio.unnamedAmount : portfolio.unnamedProfit;
    const cells = amountsCells(ground, base);
    return {
      value,
      working: { by: "sum", of: [many(baseAmounts, { cells }), many([unnamed])] },
      paragraph: 1,
      sources: [],
    };
  },
  clients(ground) {
    const { baseAmounts, base } = ground.classification;
    const of = many(baseAmounts, { cells: amountsCells(ground, base) });
    return { value: baseAmounts.length, working: { by: "count", of }, paragraph: 1, sources: [] };
  },
  keyByShare(ground) {
    return {
      value: keyBySharesOf(ground.classification).clients,
      working: { by: "meets", tests: keyTests(ground) },
      paragraph: 2,
      sources: ["DS", "KI"],
    };
  },
  keyShare(ground) {
    const { statuses, baseAmounts, total: whole } = ground.classification;
    const of = clientsWhere(ground, baseAmounts, (client) => statuses[client] !== "regular");
    return {
      value: keyBySharesOf(ground.classification).share,
      working: { by: "part", of, whole: one(whole), times: 1 },
      paragraph: 2,
      sources: ["WA"],
      limits: KEY_SHARE_CORRIDOR,
    };
  },
  keyClients(ground) {
    const { reasons, baseAmounts } = ground.classification;
    const of = clientsWhere(ground, baseAmounts, (client) => reasons[client].length > 0);
    return { value: of.count, working: { by: "count", of }, paragraph: 6, sources: ["KA", "KI"] };
  },
  largestShare(ground) {
    const { shares, total: whole, baseAmounts } = ground.classification;
    return {
      value: shares.reduce((largest, share) => Math.max(largest, share), -Infinity),
      working: { by: "largest", of: many(baseAmounts), largest: 1, whole },
      paragraph: 2,
      sources: ["DS"],
    };
  },
  hhi(ground) {
    const { hhi } = ground.classification.concentration;
    return { value: hhi, working: { by: "squares", of: poolOf(ground) }, paragraph: 7, sources: [] };
  },
  effectiveClients(ground) {
    const { hhi, effectiveClients } = ground.classification.concentration;
    return {
      value: effectiveClients,
      working: { by: "inverse", of: one(hhi) },
      paragraph: 7,
      sources: [],
    };
  },
  cr1: cr(1, "cr1"),
  cr3: cr(3, "cr3"),
  cr5: cr(5, "cr5"),
  topFifthShare(ground) {
    const of = poolOf(ground);
    return {
      value: ground.classification.concentration.topFifthShare,
      working: { by: "largest", of, largest: Math.ceil(of.count / 5), whole: of.sum },
      paragraph: 7,
      sources: [],
    };
  },
  gini(ground) {
    const { gini } = ground.classification.concentration;
    return { value: gini, working: { by: "gini", of: poolOf(ground) }, paragraph: 7, sources: [] };
  },
  purchasesPerClient(ground) {
    const value = processFigures(ground.classification).growing.purchasesPerClient;
    const { lines } = ground.classification.portfolio.list;
    const purchases = lines && (lines.documents ?? lines.purchaseDays);
    if (value === null || !lines || purchases === null || purchases === undefined) return null;
    return {
      value,
      working: { by: "part", of: one(purchases), whole: one(lines.clients), times: 1 },
      paragraph: 12,
      sources: ["GD"],
    };
  },
  unprofitable(ground) {
    const { profitability, lossMaking, portfolio } = ground.classification;
    if (!profitability || !lossMaking) return null;
    const of = many(portfolio.profits!.filter((_, client) => lossMaking[client] === 1));
    return {
      value: profitability.unprofitable,
      working: { by: "count", of },
      paragraph: 8,
      sources: ["DS", "GD"],
    };
  },
  unprofitablePart({ classification: { profitability } }) {
    if (profitability?.unprofitablePart === null || !profitability) return null;
    const { unprofitable, clients, unprofitablePart } = profitability;
    return {
      value: unprofitablePart,
      working: { by: "part", of: one(unprofitable), whole: one(clients), times: 1 },
      paragraph: 12,
      sources: ["GD"],
    };
  },
  earned({ classification: { profitability, portfolio } }) {
    if (!profitability) return null;
    const of = many(portfolio.profits!.filter((profit) => profit > 0));
    return { value: profitability.earned, working: { by: "sum", of: [of] }, paragraph: 8, sources: ["GD"] };
  },
  consumed({ classification: { profitability, portfolio } }) {
    if (!profitability) return null;
    const losses = portfolio.profits!.filter((profit) => profit < 0).map((profit) => -profit);
    return {
      value: profitability.consumed,
      working: { by: "sum", of: [many(losses)] },
      paragraph: 8,
      sources: ["GD"],
    };
  },
  costToServePer100({ classification: { profitability, portfolio } }) {
    const value = profitability?.costToServePer100 ?? null;
    const { costs, amounts } = portfolio;
    if (value === null || !costs?.toServe) return null;
    const known = (column: Float64Array) => many(column.filter((cost) => !Number.isNaN(cost)));
    return {
      value,
      working: { by: "part", of: known(costs.toServe), whole: known(costs.revenue ?? amounts), times: 100 },
      paragraph: 8,
      sources: ["GD"],
    };
  },
  atRiskTotal: money("atRiskTotal"),
  lostTotal: money("lostTotal"),
};
