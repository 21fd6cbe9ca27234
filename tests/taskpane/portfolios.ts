import {
  type Classification,
  type Policy,
  type Portfolio,
  type Role,
  classify,
  defaultPolicy,
  readPortfolio,
} from "../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../portfolio/lists";

export const months = Array.from({ length: 12 }, (_, m) => `2025-${String(m + 1).padStart(2, "0")}`);
const periods = Object.fromEntries(months.map((month) => [month, "period"] as const));

/** A portfolio from rows below a header row, read on 15 January 2026. */
export function portfolioOf(
  roles: Readonly<Record<string, Role>>,
  rows: readonly (readonly Cell[])[],
  policy: Policy = defaultPolicy,
): Portfolio {
  const list = listOf([["Client", ...Object.keys(roles)], ...rows]);
  return readPortfolio(list, mappingOf({ Client: "client", ...roles }), policy, "2026-01-15");
}

const everyMonth = (amount: number) => months.map(() => amount);

/** Five invented clients with profit, twelve months and scores: one holds half, one stopped buying. */
export const cardinal: readonly (readonly Cell[])[] = [
  ["Cardinal Mills", 50, ...everyMonth(50), 8, 9],
  ["Juniper Works", 30, ...everyMonth(24), 8, 3],
  ["Harbour Foods", 10, ...everyMonth(10), 3, 8],
  ["Елена и Ко", 5, ...months.map((_, m) => (m < 6 ? 20 : 0)), 2, 2],
  ["Élan Café", -3, ...months.map((_, m) => (m % 2 ? 9 : 3)), null, 4],
];

export const cardinalRoles: Readonly<Record<string, Role>> = {
  Profit: "profit",
  ...periods,
  Potential: "attractiveness",
  Trust: "loyalty",
};

export function cardinalPortfolio(policy: Policy = defaultPolicy): Portfolio {
  return portfolioOf(cardinalRoles, cardinal, policy);
}

export function cardinalClassification(policy: Policy = defaultPolicy): Classification {
  return classify(cardinalPortfolio(policy), policy);
}

/** As many clients as one asks for, of all sizes, with twelve months. */
export function manyClients(count: number, policy: Policy = defaultPolicy): Classification {
  const rows = Array.from({ length: count }, (_, i) => [
    `Client ${String((i * 7919) % count).padStart(6, "0")}`,
    ...months.map((_, m) => ((i + m) % 5 === 0 ? 0 : ((i * 31 + m * 17) % 9973) + 1)),
  ]);
  return classify(portfolioOf(periods, rows, policy), policy);
}
