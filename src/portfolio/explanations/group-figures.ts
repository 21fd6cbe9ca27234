/** Figures of one department or manager. */
import { total } from "../../analysis";
import type { GroupShares } from "../classification/classification";
import { MOST_KEY_CLIENTS } from "../classification/changes/groups";
import type { FigureName } from "./figure-explanation";
import type { Ground } from "./ground";
import { many, one } from "./inputs";
import type { Figured } from "./portfolio-figures";

/** Pairs of client and group that make up a group. */
export function pairsOf({ group }: GroupShares, at: number): number[] {
  const pairs: number[] = [];
  group.forEach((of, pair) => {
    if (of === at) pairs.push(pair);
  });
  return pairs;
}

/** A figure of a group. Source: methods §10. Null for every other figure, and for what is not known. */
export function groupFigure(
  figure: FigureName,
  ground: Ground,
  kind: "departments" | "managers",
  at: number,
): Figured | null {
  const { classification } = ground;
  const found = classification[kind];
  const membership = classification.portfolio[kind];
  if (!found || !membership) return null;
  const own = found.groups[at];
  const pairs = pairsOf(found, at);
  const base = { paragraph: 10, sources: ["KI", "KA"] as const };
  switch (figure) {
    case "groupAmount":
      return {
        ...base,
        value: own.revenue,
        working: { by: "sum", of: [many(pairs.map((pair) => membership.amount[pair]))] },
      };
    case "groupShare":
      return {
        ...base,
        value: own.revenue / classification.portfolio.total,
        working: { by: "part", of: one(own.revenue), whole: one(classification.portfolio.total), times: 1 },
      };
    case "groupClients":
      return {
        ...base,
        value: own.clients,
        working: { by: "count", of: many(pairs.map((pair) => membership.amount[pair])) },
      };
    case "groupKeyClients": {
      const keys = pairs.filter((pair) => classification.reasons[found.client[pair]].length > 0);
      return {
        ...base,
        value: own.keyClients,
        working: { by: "count", of: many(keys.map((pair) => membership.amount[pair])) },
        limits: { lowest: null, highest: kind === "managers" ? MOST_KEY_CLIENTS : null },
      };
    }
    case "groupLargestShare":
      return own.largestShare === null
        ? null
        : {
            ...base,
            value: own.largestShare,
            working: {
              by: "largest",
              of: many(pairs.map((pair) => found.amount[pair])),
              largest: 1,
              whole: own.total,
            },
          };
    case "groupProfit": {
      if (own.profit === null) return null;
      const profits = pairs.map((pair) => membership.profit![pair] || 0);
      return { ...base, value: total(profits), working: { by: "sum", of: [many(profits)] } };
    }
    case "groupAtRisk": {
      const { atRisk } = found;
      if (own.atRiskPerYear === null || !atRisk) return null;
      return {
        ...base,
        value: own.atRiskPerYear,
        working: { by: "sum", of: [many(pairs.map((pair) => atRisk[pair]))] },
      };
    }
    default:
      return null;
  }
}
