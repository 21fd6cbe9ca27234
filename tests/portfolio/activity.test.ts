import { type Policy, classify, defaultPolicy, readPortfolio } from "../../src/portfolio";
import { type Cell, listOf, mappingOf } from "./lists";

const months = Array.from({ length: 12 }, (_, m) => `2024-${String(m + 1).padStart(2, "0")}`);
const today = "2025-01-15";

const activityOf = (rows: readonly (readonly Cell[])[], policy: Policy = defaultPolicy) => {
  const list = listOf([["Client", ...months], ...rows]);
  const roles = Object.fromEntries(months.map((month) => [month, "period"] as const));
  const mapping = mappingOf({ Client: "client", ...roles });
  return classify(readPortfolio(list, mapping, policy, today), policy).activity;
};

describe("activity in a classification", () => {
  const rows = [
    ["Alder", 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    ["Birch", 5, 5, 5, 5, 5, 5, 0, 0, 0, 0, 0, 0],
    ["Cedar", ...Array(11).fill(0), 5],
  ];

  test("tells who stopped buying, as of the end of the last complete period", () => {
    expect(activityOf(rows)?.statuses).toEqual(["active", "lost", "new"]);
  });

  test("follows the window: nobody was lost by the end of July", () => {
    const untilJuly: Policy = { ...defaultPolicy, window: { from: "2024-01-01", to: "2024-07-31" } };
    expect(activityOf(rows, untilJuly)?.statuses).toEqual(["active", "active", "potential"]);
  });

  test("goes by the periods of the list also where the classes go by quarters", () => {
    const quarterly: Policy = { ...defaultPolicy, xyz: { ...defaultPolicy.xyz, step: "quarter" } };
    expect(activityOf(rows, quarterly)).toEqual(activityOf(rows));
  });

  test("is not known without periods", () => {
    const list = listOf([
      ["Client", "Sales"],
      ["Alder", 5],
    ]);
    const portfolio = readPortfolio(
      list,
      mappingOf({ Client: "client", Sales: "amount" }),
      defaultPolicy,
      today,
    );
    expect(classify(portfolio, defaultPolicy).activity).toBeNull();
  });
});
