import {
  type Note,
  type Policy,
  type Role,
  classify,
  defaultPolicy,
  demandOf,
  firmnessOf,
  notesOf,
  policyForPreset,
  readPortfolio,
} from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";

function notes(
  roles: Readonly<Record<string, Role>>,
  rows: readonly (readonly Cell[])[],
  policy: Policy = defaultPolicy,
) {
  const list = listOf([["Client", ...Object.keys(roles)], ...rows]);
  return notesOf(
    classify(readPortfolio(list, mappingOf({ Client: "client", ...roles }), policy, "2026-01-01"), policy),
  );
}
const noteOf = (kind: Note["kind"], ...args: Parameters<typeof notes>) =>
  notes(...args).find((note) => note.kind === kind);
const sales = { Sales: "amount" } as const;
const withProfit = { Sales: "amount", Profit: "profit" } as const;
const equal = (count: number, ...more: Cell[]): Cell[][] =>
  Array.from({ length: count }, (_, i) => [`Client ${i}`, 10, ...more]);

describe("fewer than 10 clients", () => {
  test("in the company", () => {
    expect(noteOf("fewClients", sales, equal(9))).toEqual({
      kind: "fewClients",
      scope: "company",
      clients: 9,
      groups: [],
    });
    expect(noteOf("fewClients", sales, equal(10))).toBeUndefined();
  });

  test("in a department or a manager's portfolio, by name", () => {
    const rows = [...equal(10, "North"), ["Lone", 5, "South"]];
    expect(noteOf("fewClients", { ...sales, Department: "department" }, rows)).toEqual({
      kind: "fewClients",
      scope: "departments",
      clients: 1,
      groups: ["South"],
    });
  });
});

describe("how many clients can be key", () => {
  test("at most 10 by ≥ 10 %, at most 9 by > 10 %", () => {
    expect(noteOf("mostKeyClients", sales, equal(3))).toMatchObject({ most: 10 });
    expect(noteOf("mostKeyClients", sales, equal(3), policyForPreset("kolotilov-2012"))).toMatchObject({
      most: 9,
    });
    const own: Policy = {
      ...defaultPolicy,
      ladder: { ...defaultPolicy.ladder, preset: "own", key: { value: 0.15, inclusive: true } },
    };
    expect(noteOf("mostKeyClients", sales, equal(3), own)).toMatchObject({ most: 6 });
  });

  test("is not said when an amount is negative", () => {
    expect(noteOf("mostKeyClients", sales, [...equal(3), ["Returns", -1]])).toBeUndefined();
  });
});

describe("key clients together", () => {
  test.each([
    [[29, 71 / 8], "below"],
    [[30, 70 / 8], "inside"],
    [[55, 45 / 8], "inside"],
    [[56, 44 / 8], "above"],
  ])("%j is %s of the corridor of 30–55 %%", ([key, other], position) => {
    const rows = [["Key", key], ...Array.from({ length: 8 }, (_, i) => [`Client ${i}`, other])];
    expect(noteOf("keyClientsShare", sales, rows)).toMatchObject({ clients: 1, position });
  });

  test("their number against a fifth of all", () => {
    const rows = [["Key", 40], ...Array.from({ length: 9 }, (_, i) => [`Client ${i}`, 60 / 9])];
    expect(noteOf("keyClientsCount", sales, rows)).toEqual({
      kind: "keyClientsCount",
      keyClients: 1,
      clients: 10,
      part: 0.1,
      exceeds: false,
    });
    expect(noteOf("keyClientsCount", sales, equal(4))).toMatchObject({ keyClients: 4, exceeds: true });
  });
});

test("a client without a known profit has no class by profit, and does not differ", () => {
  const rows: Cell[][] = [["Silent", 500, null], ...equal(8, 5), ["Poor", 100, 1]];
  const note = noteOf("profitDiffers", withProfit, rows);
  const differing = note?.kind === "profitDiffers" ? note.differences.map(({ client }) => client) : [];
  expect(differing).not.toContain(0);
  expect(differing).toContain(9);
});

describe("history", () => {
  const months = { "2024-01": "period", "2024-02": "period", "2024-04": "period" } as const;
  const erratic = (count: number) => Array.from({ length: count }, (_, i): Cell[] => [`Z ${i}`, 1, 100, 1]);

  test("one class with more than 90 % of the clients", () => {
    expect(noteOf("oneXyzClass", months, [...erratic(10), ["X", 5, 5, 5]])).toEqual({
      kind: "oneXyzClass",
      xyzClass: "Z",
      clients: 10,
      part: 10 / 11,
      remedies: [],
    });
    expect(noteOf("oneXyzClass", months, [...erratic(9), ["X", 5, 5, 5]])).toBeUndefined();
  });

  test("months without a column", () => {
    expect(noteOf("missingPeriods", months, erratic(3))).toEqual({ kind: "missingPeriods", periods: 1 });
  });

  test("no periods at all", () => {
    expect(noteOf("noPeriods", sales, equal(3))).toEqual({ kind: "noPeriods" });
  });
});

describe("money", () => {
  test("without a client", () => {
    expect(
      noteOf("moneyWithoutClient", sales, [
        ["A", 75],
        [null, 25],
      ]),
    ).toEqual({ kind: "moneyWithoutClient", amount: 25, rows: 1, share: 0.25 });
    expect(
      noteOf("moneyWithoutClient", sales, [
        ["A", 75],
        [null, 0],
      ]),
    ).toBeUndefined();
  });

  test("below 0 that takes no part in the pool", () => {
    expect(
      noteOf("negativesLeftOut", sales, [
        ["A", 100],
        ["B", -20],
      ]),
    ).toEqual({ kind: "negativesLeftOut", amount: -20, clients: 1, share: 0.2 });
    expect(
      noteOf("negativesLeftOut", sales, [
        ["A", 100],
        ["B", 0],
      ]),
    ).toBeUndefined();
  });
});

describe("profit", () => {
  test("losses above 5 % of the positive profits", () => {
    const losing = (loss: number) => [
      ["A", 100, 100],
      ["B", 100, -loss],
    ];
    expect(noteOf("losses", withProfit, losing(5))).toBeUndefined();
    expect(noteOf("losses", withProfit, losing(6))).toEqual({
      kind: "losses",
      losses: 6,
      clients: 1,
      share: 0.06,
    });
  });

  test("unknown for some", () => {
    expect(
      noteOf("profitUnknown", withProfit, [
        ["A", 1, 1],
        ["B", 1, null],
      ]),
    ).toEqual({ kind: "profitUnknown", clients: 1 });
  });

  test("fallback to revenue, with the total that caused it", () => {
    const byProfit: Policy = { ...defaultPolicy, base: "profit" };
    expect(noteOf("fallbackToRevenue", withProfit, [["A", 1, -1]], byProfit)).toEqual({
      kind: "fallbackToRevenue",
      totalProfit: -1,
    });
    expect(noteOf("fallbackToRevenue", sales, [["A", 1]], byProfit)).toEqual({
      kind: "fallbackToRevenue",
      totalProfit: null,
    });
    expect(noteOf("fallbackToRevenue", withProfit, [["A", 1, 1]], byProfit)).toBeUndefined();
  });

  test("clients whose class or status differs by profit", () => {
    expect(
      noteOf("profitDiffers", withProfit, [
        ["A", 80, 1],
        ["B", 15, 9],
        ["C", 5, 0],
      ]),
    ).toEqual({
      kind: "profitDiffers",
      differences: [
        { client: 0, abc: "A", secondAbc: "B", status: "mono", secondStatus: "key" },
        { client: 1, abc: "B", secondAbc: "A", status: "key", secondStatus: "mono" },
      ],
    });
    expect(
      noteOf("profitDiffers", withProfit, [
        ["A", 80, 8],
        ["B", 20, 2],
      ]),
    ).toBeUndefined();
  });
});

describe("who has been a client before the chosen periods", () => {
  const months = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`2025-${String(i + 1).padStart(2, "0")}`, "period" as const]),
  );
  const rows: Cell[][] = [
    ["Quiet since June", 100.5, 90.5, 95.5, 99.5, 91.5, 0, 0, 0, 0, 0, 100.5, 91.5],
    ["New in November", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100.5, 91.5],
    ["Steady", ...Array.from({ length: 12 }, () => 50)],
  ];
  const classesOf = (policy: Policy) => {
    const list = listOf([["Client", ...Object.keys(months)], ...rows]);
    const classification = classify(
      readPortfolio(list, mappingOf({ Client: "client", ...months }), policy, "2026-01-01"),
      policy,
    );
    return {
      xyz: classification.xyz,
      demand: demandOf(classification),
      firm: firmnessOf(classification)!.xyz,
    };
  };

  test("is not new in them: its silence counts", () => {
    const { xyz, demand } = classesOf({ ...defaultPolicy, window: { last: 6 } });
    expect(xyz).toEqual(["Z", "N", "X"]);
    expect(demand[1]).toBeNull();
    expect(demand[0]).not.toBeNull();
  });

  test("nor in quarters, and its firmness is judged by the same periods", () => {
    const byQuarters: Policy = {
      ...defaultPolicy,
      window: { last: 9 },
      xyz: { ...defaultPolicy.xyz, step: "quarter" },
    };
    expect(classesOf(byQuarters).xyz).toEqual(["Z", "N", "X"]);
    const halfYear: Policy = { ...defaultPolicy, window: { last: 6 } };
    const counted: Policy = { ...halfYear, xyz: { ...halfYear.xyz, leadingZeros: "count" } };
    const [quiet, , steady] = classesOf(halfYear).firm;
    expect([quiet, steady]).toEqual([classesOf(counted).firm[0], 1]);
  });
});

describe("what would tell the clients apart", () => {
  const months = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`2024-${String(i + 1).padStart(2, "0")}`, "period" as const]),
  );
  const remediesOf = (...args: Parameters<typeof notes>) => {
    const note = noteOf("oneXyzClass", ...args);
    return note?.kind === "oneXyzClass" ? note.remedies : undefined;
  };
  /** Buys every so many months, with a swing of this part up and down. */
  const buyer = (name: string, every: number, swing: number): Cell[] => [
    name,
    ...Array.from({ length: 12 }, (_, i) =>
      i % every === 0 ? 100 * (1 + ((i / every) % 2 === 0 ? swing : -swing)) : 0,
    ),
  ];
  const byMonth = Array.from({ length: 12 }, (_, i) => buyer(`C${i}`, 1 + (i % 3), 0.3 + 0.05 * i));

  test("is offered with the classes that it gives, and gives them", () => {
    const remedies = remediesOf(months, byMonth)!;
    expect(remedies.map(({ change }) => change)).toContain("widerLimits");
    for (const { xyz, counts } of remedies) {
      expect(Math.max(counts.X, counts.Y, counts.Z, counts.N)).toBeLessThanOrEqual(0.9 * byMonth.length);
      const { xyz: classes } = classify(
        readPortfolio(
          listOf([["Client", ...Object.keys(months)], ...byMonth]),
          mappingOf({ Client: "client", ...months }),
          defaultPolicy,
          "2026-01-01",
        ),
        { ...defaultPolicy, xyz },
      );
      for (const own of ["X", "Y", "Z", "N"] as const)
        expect(classes.filter((given) => given === own)).toHaveLength(counts[own]);
    }
  });

  test("nothing is offered that was tried in vain: everybody buys alike, or the history is too short", () => {
    const alike = Array.from({ length: 12 }, (_, i) => buyer(`C${i}`, 12, 0));
    expect(remediesOf(months, alike)).toEqual([]);
    const years = { "2023": "period", "2024": "period" } as const;
    expect(
      remediesOf(
        years,
        Array.from({ length: 12 }, (_, i) => [`C${i}`, 1 + i, 5]),
      ),
    ).toEqual([]);
  });

  test("quarters are not offered where the list has quarters or years", () => {
    const quarters = Object.fromEntries(
      [1, 2, 3, 4].map((quarter) => [`Q${quarter} 2024`, "period" as const]),
    );
    const rows = Array.from({ length: 12 }, (_, i): Cell[] => [`C${i}`, 1, 50 + i, 1, 50]);
    expect(remediesOf(quarters, rows)!.map(({ change }) => change)).not.toContain("quarters");
  });
});
