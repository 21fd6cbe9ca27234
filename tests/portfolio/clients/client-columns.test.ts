import { type Policy, type Role, defaultPolicy, readPortfolio } from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";

const base = { Client: "client", Sales: "amount" } as const;

/** Reads a list of which the first two columns are Client and Sales. */
function read(
  roles: Readonly<Record<string, Role>>,
  rows: readonly (readonly Cell[])[],
  policy: Policy = defaultPolicy,
) {
  const list = listOf([["Client", "Sales", ...Object.keys(roles)], ...rows]);
  return readPortfolio(list, mappingOf({ ...base, ...roles }), policy, "2026-01-01");
}
const kinds = (portfolio: ReturnType<typeof read>) =>
  portfolio.findings.map(({ kind, address }) => `${kind} ${address}`);

describe("profit", () => {
  test("is the profit column; NaN where a client has none", () => {
    const portfolio = read({ Profit: "profit" }, [
      ["A", 10, 3],
      ["B", 20, null],
      ["C", 30, -4],
      [null, 5, 2],
    ]);
    expect([...(portfolio.profits ?? [])]).toEqual([3, NaN, -4]);
    expect(portfolio.unnamedProfit).toBe(2);
  });

  test("is revenue less costs and cost to serve where only costs are known", () => {
    const roles = { Cost: "cost", Freight: "costToServe", Visits: "costToServe" } as const;
    const portfolio = read(roles, [
      ["A", 100, 60, 10, null],
      ["B", 50, null, 5, 5],
      ["C", 10, 12, null, 0.1],
    ]);
    expect([...(portfolio.profits ?? [])]).toEqual([30, NaN, -2.1]);
  });

  test("is unknown without either, for cost to serve alone makes no profit", () => {
    expect(read({ Freight: "costToServe" }, [["A", 100, 10]]).profits).toBeNull();
    expect(read({}, [["A", 100]]).profits).toBeNull();
  });

  test("a cell that cannot be read makes the whole client's profit unknown, not its revenue", () => {
    const portfolio = read({ Cost: "cost" }, [
      ["A", 100, 60],
      ["A", 100, "?"],
      ["B", 50, "20"],
    ]);
    expect([...(portfolio.profits ?? [])]).toEqual([NaN, 30]);
    expect([...portfolio.amounts]).toEqual([200, 50]);
    expect(kinds(portfolio)).toEqual([
      "repeatedClient Sales!A3",
      "textNumber Sales!C4",
      "profitNotANumber Sales!C3",
    ]);
  });

  test("a fallback to revenue is reported when profit is the base", () => {
    const rows = [
      ["A", 10, 3],
      ["B", 20, -5],
    ];
    const byProfit: Policy = { ...defaultPolicy, base: "profit" };
    expect(kinds(read({ Profit: "profit" }, rows, byProfit))).toEqual(["fallbackToRevenue Sales!C1:C3"]);
    expect(kinds(read({ Profit: "profit" }, rows))).toEqual([]);
  });
});

describe("managers and departments", () => {
  const rows: Cell[][] = [
    ["A", 10, "Ivanova"],
    ["A", 30, "Petrov"],
    ["B", 5, "ИВАНОВА"],
    ["C", 7, null],
    ["A", 2, null],
    [null, 100, "Petrov"],
    ["D", 1, "#REF!"],
  ];

  test("hold the amounts of clients inside them, and their totals with the money of rows without a client", () => {
    const { managers } = read({ Manager: "manager" }, rows);
    expect(managers?.header).toBe("Manager");
    expect(managers?.groups).toEqual(["Ivanova", "Petrov", "ИВАНОВА"]);
    expect([...(managers?.client ?? [])]).toEqual([0, 0, 1]);
    expect([...(managers?.group ?? [])]).toEqual([0, 1, 2]);
    expect([...(managers?.amount ?? [])]).toEqual([10, 30, 5]);
    expect([...(managers?.totals ?? [])]).toEqual([10, 130, 5]);
  });

  test("rows that name none stand apart; a client is without a manager when none of its rows names one", () => {
    const portfolio = read({ Manager: "manager" }, rows);
    expect(portfolio.managers?.withoutGroup).toEqual({ amount: 10, clients: [2, 3] });
    expect(kinds(portfolio)).toContain("attributeLeftOut Sales!C8");
  });

  test("group names are joined like clients' names", () => {
    const { departments } = read({ Department: "department" }, [
      ["A", 1, "North"],
      ["B", 2, " north "],
    ]);
    expect(departments?.groups).toEqual(["North"]);
  });

  test("are not named by rows that take no part", () => {
    const portfolio = read({ Manager: "manager" }, [
      ["A", 10, "X"],
      ["Total", 10, "Everybody"],
      ["B", "?", "Nobody"],
      ["Total", 10, "#N/A"],
    ]);
    expect(portfolio.managers?.groups).toEqual(["X"]);
    expect(kinds(portfolio)).not.toContain("attributeLeftOut Sales!C5");
  });

  test("do not count the profit of a row whose cost cannot be read", () => {
    const { managers } = read({ Manager: "manager", Cost: "cost", Freight: "costToServe" }, [
      ["A", 10, "X", 4, 1],
      ["A", 90, "X", 10, "?"],
    ]);
    expect([...(managers?.profit ?? [])]).toEqual([5]);
  });

  test("carry profit where it is known", () => {
    const { managers } = read({ Manager: "manager", Profit: "profit" }, [
      ["A", 10, "X", 4],
      ["A", 1, "X", 1],
      ["B", 5, "X", null],
      [null, 3, "X", 2],
    ]);
    expect([...(managers?.profit ?? [])]).toEqual([5, NaN]);
    expect([...(managers?.profitTotals ?? [])]).toEqual([7]);
  });
});

describe("criteria", () => {
  const roles = { A1: "attractiveness", A2: "attractiveness", L1: "loyalty" } as const;

  test("blank and 0 are missing without remark, text and scores off the scale with one", () => {
    const portfolio = read(roles, [
      ["A", 1, 7, 0, null],
      ["B", 1, "8", "high", 11],
      ["C", 1, 0.5, 10, 1],
    ]);
    expect(portfolio.attractiveness.headers).toEqual(["A1", "A2"]);
    expect([...portfolio.attractiveness.scores]).toEqual([7, NaN, 8, NaN, NaN, 10]);
    expect([...portfolio.loyalty.scores]).toEqual([NaN, NaN, 1]);
    expect(kinds(portfolio).sort()).toEqual([
      "criterionNotANumber Sales!D3",
      "criterionOutOfScale Sales!C4",
      "criterionOutOfScale Sales!E3",
      "textNumber Sales!C3",
    ]);
  });

  test("several rows of a client give the mean of those filled in", () => {
    const { loyalty } = read({ L1: "loyalty" }, [
      ["A", 1, 4],
      ["A", 1, null],
      ["A", 1, 7],
    ]);
    expect([...loyalty.scores]).toEqual([5.5]);
  });

  test("with a cut of 1 loyalty is a ratio to the best competitor and may be below the scale", () => {
    const ratio: Policy = { ...defaultPolicy, kaism: { ...defaultPolicy.kaism, loyaltyCut: 1 } };
    const portfolio = read(
      { L1: "loyalty" },
      [
        ["A", 1, 0.8],
        ["B", 1, 1.3],
      ],
      ratio,
    );
    expect([...portfolio.loyalty.scores]).toEqual([0.8, 1.3]);
    expect(portfolio.findings).toEqual([]);
  });
});

test("potentials: rows of one name repeat it, names of one group add up, blank is unknown", () => {
  const roles = { Group: "group", Potential: "potential" } as const;
  const rows = [
    ["A", 1, "G", 500],
    ["A", 1, "G", 500],
    ["B", 1, "G", 300],
    ["C", 1, null, null],
    ["D", 1, null, "?"],
  ];
  const portfolio = read(roles, rows);
  expect([...(portfolio.potentials ?? [])]).toEqual([800, NaN, NaN]);
  expect(kinds(portfolio)).toContain("attributeLeftOut Sales!D6");
});

test("marks: any yes of a client's rows counts, text that is neither yes nor no is reported", () => {
  const said: [Cell, 0 | 1][] = [
    [true, 1],
    [1, 1],
    ["да", 1],
    ["Yes", 1],
    ["+", 1],
    ["x", 1],
    ["VIP", 1],
    ["VIP клиент", 1],
    [false, 0],
    [0, 0],
    ["нет", 0],
    ["no", 0],
    ["-", 0],
    [null, 0],
    ["не VIP", 0],
    ["maybe", 0],
  ];
  const rows = said.map(([cell], i): Cell[] => [`Client ${i}`, 1, cell]);
  const portfolio = read({ VIP: "vip" }, [...rows, ["Client 12", 1, "yes"]]);
  const expected = said.map(([, mark]) => mark);
  expected[12] = 1;
  expect([...(portfolio.flags.vip ?? [])]).toEqual(expected);
  expect(portfolio.flags.partner).toBeNull();
  expect(kinds(portfolio)).toContain("attributeLeftOut Sales!C17");
});
