import {
  type Policy,
  type Role,
  classify,
  defaultPolicy,
  policyForPreset,
  readPortfolio,
} from "../../../src/portfolio";
import { type Cell, listOf, mappingOf, problemOf } from "../lists";

function classified(
  roles: Readonly<Record<string, Role>>,
  rows: readonly (readonly Cell[])[],
  policy: Policy = defaultPolicy,
) {
  const list = listOf([["Client", ...Object.keys(roles)], ...rows]);
  return classify(
    readPortfolio(list, mappingOf({ Client: "client", ...roles }), policy, "2026-01-01"),
    policy,
  );
}
const sales = { Sales: "amount" } as const;
const withProfit = { Sales: "amount", Profit: "profit" } as const;
const byProfit: Policy = { ...defaultPolicy, base: "profit" };

describe("shares, statuses and ABC", () => {
  test("limits met exactly are met: 10 % is key, 20 % not yet dependence, 50 % mono", () => {
    const { shares, statuses, abc } = classified(sales, [
      ["A", 50],
      ["B", 20],
      ["C", 10],
      ["D", 10.01],
      ["E", 9.99],
    ]);
    expect([...shares]).toEqual([0.5, 0.2, 0.1, 0.1001, 0.0999]);
    expect(statuses).toEqual(["mono", "key", "key", "key", "regular"]);
    // 80.01 % stand before C, 70 % before D.
    expect(abc).toEqual(["A", "A", "B", "A", "B"]);
  });

  test("money without a client lowers every share but takes no part in ABC and concentration", () => {
    const { shares, total, positiveTotal, concentration } = classified(sales, [
      ["A", 30],
      ["B", 10],
      [null, 60],
    ]);
    expect([...shares]).toEqual([0.3, 0.1]);
    expect([total, positiveTotal]).toEqual([100, 40]);
    expect(concentration.cr1).toBe(0.75);
  });

  test("a total of 0 and below is a problem with the address of the list", () => {
    expect(
      problemOf(() =>
        classified(sales, [
          ["A", 5],
          ["B", -5],
        ]),
      ),
    ).toEqual({ kind: "zeroTotal", address: "Sales!A1:B3" });
    expect(
      problemOf(() =>
        classified(sales, [
          ["A", 5],
          ["B", -7],
        ]),
      ),
    ).toEqual({
      kind: "negativeTotal",
      address: "Sales!A1:B3",
      total: -2,
    });
  });

  test("money without clients only leaves nothing to classify", () => {
    expect(
      problemOf(() =>
        classified(sales, [
          ["A", 0],
          [null, 0],
        ]),
      ).kind,
    ).toBe("zeroTotal");
  });
});

describe("profit", () => {
  const rows = [
    ["A", 80, 1],
    ["B", 20, 9],
    ["C", 0, null],
  ];

  test("is the second opinion of revenue", () => {
    const { base, statuses, secondOpinion } = classified(withProfit, rows);
    expect(base).toBe("revenue");
    expect(statuses).toEqual(["mono", "key", "regular"]);
    expect(secondOpinion).toMatchObject({
      base: "profit",
      statuses: ["key", "mono", "regular"],
      abc: ["B", "A", "C"],
    });
  });

  test("as the base makes revenue the second opinion", () => {
    const { base, shares, total, secondOpinion } = classified(withProfit, rows, byProfit);
    expect(base).toBe("profit");
    expect([...shares]).toEqual([0.1, 0.9, 0]);
    expect(total).toBe(10);
    expect(secondOpinion?.base).toBe("revenue");
  });

  test("falls back to revenue when its total is not above 0, or when it is not known", () => {
    const losing = [
      ["A", 80, 1],
      ["B", 20, -1],
    ];
    expect(classified(withProfit, losing, byProfit)).toMatchObject({ base: "revenue", secondOpinion: null });
    expect(classified(sales, [["A", 80]], policyForPreset("kolotilov-article"))).toMatchObject({
      base: "revenue",
      secondOpinion: null,
    });
  });

  test("of rows without a client is part of the total", () => {
    expect(
      classified(
        withProfit,
        [
          ["A", 80, 6],
          [null, 20, 4],
        ],
        byProfit,
      ).total,
    ).toBe(10);
  });
});

describe("XYZ", () => {
  const months = Object.fromEntries([1, 2, 3, 4, 5, 6].map((m) => [`2024-0${m}`, "period"] as const));

  test("counts a history from its first purchase", () => {
    const { xyz } = classified(months, [
      ["A", 10, 10, 10, 10, 10, 10],
      ["B", 0, null, 0, 10, 10, 10],
      ["C", 0, 0, 0, 0, 10, 10],
    ]);
    expect(xyz).toEqual(["X", "X", "N"]);
  });

  test("without periods everybody is N", () => {
    const { xyz, variation, actions } = classified(sales, [
      ["A", 1],
      ["B", 0.1],
    ]);
    expect(xyz).toEqual(["N", "N"]);
    expect([...variation]).toEqual([NaN, NaN]);
    expect(actions[1]).toEqual(["cell.BN"]);
  });

  test("can be judged by whole quarters", () => {
    const year = Object.fromEntries(
      Array.from({ length: 10 }, (_, m) => [`2024-${String(m + 1).padStart(2, "0")}`, "period"] as const),
    );
    const rows = [["A", 30, 0, 0, 0, 30, 0, 0, 0, 30, 99]];
    const policy = { ...defaultPolicy, xyz: { ...defaultPolicy.xyz, step: "quarter" as const } };
    expect(classified(year, rows).xyz).toEqual(["Z"]);
    expect(classified(year, rows, policy)).toMatchObject({ xyz: ["X"], variation: new Float64Array([0]) });
  });
});

describe("KAISM", () => {
  const roles = { Sales: "amount", A1: "attractiveness", A2: "attractiveness", L1: "loyalty" } as const;
  const rows = [
    ["A", 1, 9, 7, 8],
    ["B", 1, 9, null, 2],
    ["C", 1, 2, 2, 9],
    ["D", 1, 1, 1, 1],
    ["E", 1, null, null, 5],
  ];

  test("the middle of the scale parts the four quadrants; a client without a score stands in none", () => {
    const { quadrants, attractiveness, attractivenessCut, loyaltyCut } = classified(roles, rows);
    expect(quadrants).toEqual(["key", "development", "maintenance", "opportunistic", null]);
    expect([...attractiveness]).toEqual([8, 9, 2, 1, NaN]);
    expect([attractivenessCut, loyaltyCut]).toEqual([5.5, 5.5]);
  });

  test("weights are found by the criterion's header", () => {
    const policy: Policy = {
      ...defaultPolicy,
      kaism: { ...defaultPolicy.kaism, weights: { A1: 3, Other: 5 } },
    };
    expect(classified(roles, rows, policy).attractiveness[0]).toBe(8.5);
  });

  test("weights of 0 for a whole axis are a problem of the policy", () => {
    const policy: Policy = { ...defaultPolicy, kaism: { ...defaultPolicy.kaism, weights: { L1: 0 } } };
    expect(problemOf(() => classified(roles, rows, policy))).toMatchObject({
      kind: "badPolicy",
      path: "kaism.weights",
      found: '{"L1":0}',
    });
  });

  test("without criteria there is no quadrant and the advice is by the cell", () => {
    const { quadrants, actions } = classified(sales, [
      ["A", 90],
      ["B", 15],
    ]);
    expect(quadrants).toEqual([null, null]);
    expect(actions).toEqual([["reduceDependence", "cell.AN"], ["cell.BN"]]);
  });

  test("with criteria the advice is by the quadrant", () => {
    expect(
      classified(roles, [
        ["A", 1, 9, 7, 8],
        ["B", 99, 1, 1, 1],
      ]).actions,
    ).toEqual([["quadrant.key"], ["reduceDependence", "quadrant.opportunistic"]]);
  });
});

test("a client is key for several reasons, volume first", () => {
  const roles = {
    Sales: "amount",
    Potential: "potential",
    Known: "wellKnown",
    Partner: "partner",
    Hard: "demanding",
    New: "innovator",
  } as const;
  const { reasons } = classified(roles, [
    ["A", 900, 1000, "да", null, 1, "x"],
    ["B", 50, 500, null, "yes", null, null],
    ["C", 50, 99, null, null, null, null],
    ["D", 0, 150, null, null, null, null],
  ]);
  expect(reasons).toEqual([
    ["volume", "wellKnown", "demanding", "innovator"],
    ["potential", "partner"],
    [],
    ["potential"],
  ]);
});

describe("inside departments and managers", () => {
  test("the same formula with the group's own total; the money of rows without a client counts there too", () => {
    const roles = { Manager: "manager", Sales: "amount" } as const;
    const { managers, departments } = classified(roles, [
      ["A", "X", 30],
      ["B", "X", 10],
      [null, "X", 60],
      ["A", "Y", 5],
      ["C", null, 7],
    ]);
    expect(managers?.groups).toMatchObject([
      { name: "X", total: 100, revenue: 40, clients: 2, keyClients: 1, largestShare: 0.3, problem: null },
      { name: "Y", total: 5, revenue: 5, clients: 1, keyClients: 1, largestShare: 1, problem: null },
    ]);
    expect([...(managers?.share ?? [])]).toEqual([0.3, 0.1, 1]);
    expect(managers?.statuses).toEqual(["dependence", "key", "mono"]);
    expect(departments).toBeNull();
  });

  test("a group without a positive total has no shares, the others keep theirs", () => {
    const roles = { Department: "department", Sales: "amount" } as const;
    const { departments } = classified(roles, [
      ["A", "X", 10],
      ["B", "Y", -3],
      ["C", "Z", 0],
    ]);
    expect(departments?.groups.map(({ problem }) => problem)).toEqual([null, "negativeTotal", "zeroTotal"]);
    expect([...(departments?.share ?? [])]).toEqual([1, NaN, NaN]);
    expect(departments?.statuses).toEqual(["mono", null, null]);
  });

  test("with profit as the base they are shares of profit", () => {
    const roles = { Manager: "manager", ...withProfit } as const;
    const { managers } = classified(
      roles,
      [
        ["A", "X", 50, 9],
        ["B", "X", 50, 1],
      ],
      byProfit,
    );
    expect([...(managers?.share ?? [])]).toEqual([0.9, 0.1]);
    expect(managers?.groups[0].total).toBe(10);
  });
});
