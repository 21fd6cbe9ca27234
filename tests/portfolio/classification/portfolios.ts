import * as fc from "fast-check";
import { type Policy, type Role, classify, defaultPolicy, readPortfolio } from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";

/** Names of months in order, from January 2022 on. */
export const monthNames = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );

const money = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 90_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -9_000, max: -1 }) },
);

/** Lists with everything that advice can follow from: months, costs, contacts, scores, flags, managers and departments. */
export const randomLists = ({ rows = 14, months = 26 } = {}) =>
  fc.integer({ min: 2, max: months }).chain((count) =>
    fc.array(
      fc.record({
        client: fc.integer({ min: 1, max: rows }),
        manager: fc.constantFrom("Ann", "Bob", "Eve", null),
        department: fc.constantFrom("North", "South"),
        cost: fc.option(fc.integer({ min: 0, max: 900_000 })),
        contact: fc.option(fc.integer({ min: 44_600, max: 45_700 })),
        result: fc.constantFrom("positive", "negative", null),
        scores: fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 })),
        partner: fc.constantFrom("yes", null),
        history: fc.array(money, { minLength: count, maxLength: count }),
      }),
      { minLength: 1, maxLength: rows },
    ),
  );

export type RandomRow = typeof randomLists extends (...of: never[]) => fc.Arbitrary<(infer Row)[]>
  ? Row
  : never;

const roles: Readonly<Record<string, Role>> = {
  Client: "client",
  Manager: "manager",
  Department: "department",
  Cost: "cost",
  "Last contact": "lastContact",
  Result: "contactResult",
  Attractiveness: "attractiveness",
  Loyalty: "loyalty",
  Partner: "partner",
};

/** Classifies random rows; null where they have no shares. */
export function classified(
  rows: readonly RandomRow[],
  policy: Policy = defaultPolicy,
  without: readonly string[] = [],
) {
  const months = monthNames(rows[0].history.length);
  const body = rows.map((row): Cell[] => [
    `Client ${row.client}`,
    row.manager,
    row.department,
    row.cost,
    row.contact,
    row.result,
    ...row.scores,
    row.partner,
    ...row.history.map((amount) => amount / 100),
  ]);
  const list = listOf([[...Object.keys(roles), ...months], ...body]);
  const kept = Object.fromEntries(Object.entries(roles).filter(([header]) => !without.includes(header)));
  const mapping = mappingOf({
    ...kept,
    ...Object.fromEntries(months.map((month) => [month, "period"] as const)),
  });
  const portfolio = readPortfolio(list, mapping, policy, "2025-02-15");
  if (!(portfolio.total > 0) || !portfolio.amounts.some((amount) => amount > 0)) return null;
  return classify(portfolio, policy);
}
