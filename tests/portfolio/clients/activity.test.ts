import { type Policy, classify, defaultPolicy, readPortfolio } from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";

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

  test("looks at the whole history, whatever window is chosen for amounts and classes", () => {
    const windows: Policy["window"][] = [{ last: 2 }, { from: "2024-01-01", to: "2024-07-31" }];
    for (const window of windows) {
      expect(activityOf(rows, { ...defaultPolicy, window })).toEqual(activityOf(rows));
    }
  });

  test("as of a day that the user gives: nobody was lost by the end of July", () => {
    const policy: Policy = { ...defaultPolicy, asOf: "2024-07-31" };
    expect(activityOf(rows, policy)?.statuses).toEqual(["active", "active", "potential"]);
  });

  test("a month that is not over breaks no rhythm, even inside a chosen range", () => {
    const range: Policy = {
      ...defaultPolicy,
      window: { from: "2024-01-01", to: "2024-12-31" },
      asOf: "2024-11-30",
    };
    const monthly = ["Alder", 5, 5, 5, 5, 5, 5, 5, 5, 5, 0, 5, null];
    expect(activityOf([monthly], range)?.silences[0]).toBe(0);
    expect(activityOf([monthly])?.silences[0]).toBe(1);
  });

  test("a cell outside the window that cannot be read is listed, and counts as blank", () => {
    const list = listOf([
      ["Client", ...months],
      ["Alder", 5, "?", 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    ]);
    const roles = Object.fromEntries(months.map((month) => [month, "period"] as const));
    const policy: Policy = { ...defaultPolicy, window: { last: 3 } };
    const portfolio = readPortfolio(list, mappingOf({ Client: "client", ...roles }), policy, today);
    expect(portfolio.findings).toEqual([{ kind: "attributeLeftOut", address: "Sales!C2", content: "?" }]);
    expect([...portfolio.amounts]).toEqual([15]);
    expect(classify(portfolio, policy).activity?.statuses).toEqual(["active"]);
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
