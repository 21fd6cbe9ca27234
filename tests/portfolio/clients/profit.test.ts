import fc from "fast-check";
import { snap } from "../../../src/analysis";
import {
  type Policy,
  classify,
  classifyInSlices,
  defaultPolicy,
  figuresOf,
  notesOf,
  proposeMapping,
  readPortfolio,
  sampleList,
} from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";
import { sampleTextsOf } from "../../../src/locales/sample-texts";

const today = "2024-07-01";
const months = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"] as const;
const periods = Object.fromEntries(months.map((month) => [month, "period"] as const));
const last = (count: number): Policy => ({ ...defaultPolicy, window: { last: count } });

const withCosts = mappingOf({ Client: "client", ...periods, Cost: "cost" });
const header = ["Client", ...months, "Cost"];
const read = (body: readonly (readonly Cell[])[], policy = defaultPolicy, on = today) =>
  readPortfolio(listOf([header, ...body]), withCosts, policy, on);
const profitsOf = (...args: Parameters<typeof read>) => [...(read(...args).profits ?? [])];

describe("costs of the whole list beside a window of periods", () => {
  const body = [
    ["A", 10, 20, 30, 40, 50, 60, 150],
    ["B", 60, 50, 40, 30, 20, 10, 160],
    [null, 1, 1, 1, 1, 1, 1, 4],
  ];

  test("are set against the revenue of all periods, while revenue follows the window", () => {
    const portfolio = read(body, last(2));
    expect([...portfolio.amounts]).toEqual([110, 30]);
    expect([...(portfolio.profits ?? [])]).toEqual([60, 50]);
    expect(portfolio.unnamedProfit).toBe(2);
    expect(portfolio.profitPeriods?.map(({ start }) => start.slice(0, 7))).toEqual(months);
  });

  test("so are costs to serve that stand alone: they make no profit, and are of the whole list all the same", () => {
    const mapping = mappingOf({ Client: "client", ...periods, Cost: "costToServe" });
    const { amounts, profits, costs } = readPortfolio(listOf([header, ...body]), mapping, last(2), today);
    expect([...amounts]).toEqual([110, 30]);
    expect(profits).toBeNull();
    expect([...costs!.toServe!]).toEqual([150, 160]);
    expect([...costs!.revenue]).toEqual([210, 210]);
  });

  test("a list of a sample company earns the same whatever window is chosen", () => {
    const { columns, rows, totals } = sampleList(sampleTextsOf.en);
    const total = columns.findIndex(({ kind }) => kind === "total");
    const list = listOf([
      columns.map((column) => column.header),
      ...rows.map((cells, row) => cells.map((cell, column) => (column === total ? totals[row] : cell))),
    ]);
    const mapping = proposeMapping(list);
    const whole = readPortfolio(list, mapping, defaultPolicy, "2026-01-15");
    const halfYear = readPortfolio(list, mapping, last(6), "2026-01-15");
    expect(halfYear.total).toBeLessThan(whole.total / 2);
    expect(halfYear.profits).toEqual(whole.profits);
    expect(halfYear.profits?.reduce((sum, profit) => sum + (profit || 0), 0)).toBeGreaterThan(0);
  });

  test("no window changes anybody's profit", () => {
    const cents = fc.integer({ min: -100_000, max: 10_000_000 }).map((amount) => amount / 100);
    const client = fc.tuple(...months.map(() => cents), cents);
    fc.assert(
      fc.property(
        fc.array(client, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        (all, k) => {
          // A row that is the sum of those above it would be taken for a total.
          const rows = all.map((cells, i): Cell[] => [
            `Client ${i}`,
            ...cells.map((cell) => cell + 7 ** i / 100),
          ]);
          expect(profitsOf(rows, last(k))).toEqual(profitsOf(rows));
        },
      ),
    );
  });

  test("a period that has begun and holds money has its part in the costs, plans for later months have none", () => {
    expect(profitsOf(body, defaultPolicy, "2024-06-15")).toEqual([60, 50]);
    expect(profitsOf(body, { ...defaultPolicy, asOf: "2024-03-31" })).toEqual([60, 50]);
    expect(profitsOf(body, defaultPolicy, "2024-05-15")).toEqual([0, 40]);
  });

  test("groups earn what their clients earn", () => {
    const mapping = mappingOf({ Client: "client", ...periods, Cost: "cost", Manager: "manager" });
    const list = listOf([
      [...header, "Manager"],
      [...body[0], "Ivanova"],
      [...body[1], "Petrov"],
    ]);
    const { managers } = readPortfolio(list, mapping, last(1), today);
    expect([...(managers?.profitTotals ?? [])]).toEqual([60, 50]);
  });

  test("a cell outside the window that cannot be read makes the profit unknown, not the revenue, and is listed", () => {
    const rows = [
      ["A", "?", 20, 30, 40, 50, 60, 150],
      ["B", "60", 50, 40, 30, 20, 10, 160],
    ];
    const portfolio = read(rows, last(2));
    expect([...portfolio.amounts]).toEqual([110, 30]);
    expect([...(portfolio.profits ?? [])]).toEqual([NaN, 50]);
    expect(portfolio.findings.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      "textNumber Sales!B3",
      "attributeLeftOut Sales!B2",
    ]);
  });

  test("in slices the same", async () => {
    const list = listOf([header, ...body]);
    expect(await classifyInSlices(list, withCosts, last(2), today)).toEqual(
      classify(readPortfolio(list, withCosts, last(2), today), last(2)),
    );
  });
});

describe("what is taken as it stands, window or not", () => {
  test("a profit column", () => {
    const mapping = mappingOf({ Client: "client", ...periods, Profit: "profit" });
    const list = listOf([
      ["Client", ...months, "Profit"],
      ["A", 10, 20, 30, 40, 50, 60, 77],
    ]);
    const { profits, profitPeriods } = readPortfolio(list, mapping, last(1), today);
    expect([...(profits ?? [])]).toEqual([77]);
    expect(profitPeriods).toHaveLength(6);
  });

  test("an amount column as the revenue of the costs beside it", () => {
    const mapping = mappingOf({ Client: "client", Sales: "amount", ...periods, Cost: "cost" });
    const list = listOf([
      ["Client", "Sales", ...months, "Cost"],
      ["A", 110, "?", 20, 30, 40, 50, 60, 90],
    ]);
    const portfolio = readPortfolio(list, mapping, last(2), today);
    expect([...(portfolio.profits ?? [])]).toEqual([20]);
    expect(portfolio.profitPeriods).toBeNull();
    const kinds = notesOf(classify(portfolio, last(2))).map(({ kind }) => kind);
    expect(kinds).not.toContain("profitOfOtherPeriods");
  });
});

describe("a client on several rows", () => {
  const mapping = mappingOf({
    Client: "client",
    Manager: "manager",
    Sales: "amount",
    Cost: "cost",
    Delivery: "costToServe",
  });
  const portfolioOf = (...rows: Cell[][]) =>
    readPortfolio(
      listOf([["Client", "Manager", "Sales", "Cost", "Delivery"], ...rows]),
      mapping,
      defaultPolicy,
      today,
    );

  test("earns what it brought less what it cost, in whichever row the cost stands", () => {
    const { profits, costs, managers } = portfolioOf(
      ["A", "Dan", 100, 40, null],
      ["A", "Ann", 238, null, 23.32],
      ["B", "Ann", 50, 20, 5],
    );
    expect([...profits!]).toEqual([274.68, 25]);
    const { revenue, direct, toServe } = costs!;
    expect([...profits!]).toEqual([...revenue].map((each, i) => snap(each - direct![i] - toServe![i])));
    expect([...managers!.profitTotals!].reduce((sum, each) => sum + each)).toBeCloseTo(299.68, 9);
  });

  test("without a cost in any of them has no profit that is known", () => {
    const { profits } = portfolioOf(
      ["A", "Dan", 100, null, 5],
      ["A", "Ann", 238, null, 23],
      ["B", "Ann", 50, 20, 5],
    );
    expect([...profits!]).toEqual([NaN, 25]);
  });
});

describe("that revenue and profit are of different times is noted", () => {
  const body = [["A", 10, 20, 30, 40, 50, 60, 150]];
  const noteOf = (policy: Policy, on = today) =>
    notesOf(classify(read(body, policy, on), policy)).find(({ kind }) => kind === "profitOfOtherPeriods");

  test("with a shortened window, whatever the base", () => {
    const { window, profitPeriods } = read(body, last(2));
    const note = { kind: "profitOfOtherPeriods", revenue: window.periods, profit: profitPeriods };
    expect(noteOf(last(2))).toEqual(note);
    expect(noteOf({ ...last(2), base: "profit" })).toEqual(note);
    expect(window.periods).toHaveLength(2);
    expect(profitPeriods).toHaveLength(6);
  });

  test("with a month that is not over but counts in the costs", () => {
    expect(noteOf(defaultPolicy, "2024-06-15")).toMatchObject({ kind: "profitOfOtherPeriods" });
  });

  test("not where they are the same", () => {
    expect(noteOf(defaultPolicy)).toBeUndefined();
    expect(noteOf(last(6))).toBeUndefined();
  });
});

describe("hours spent on clients", () => {
  const head = ["Client", "Sales", "Cost", "Delivery", "Manager hours", "Accounting hours"];
  const list = listOf([
    head,
    ["A", 1000, 400, 100, 4, 1],
    ["B", 500, 450, null, 2, null],
    ["B", null, null, null, 3, null],
    ["C", 300, 100, 10, null, null],
  ]);
  const at = (hourlyRate: number | null) =>
    readPortfolio(list, proposeMapping(list), { ...defaultPolicy, service: { hourlyRate } }, today);

  test("are known by their headers, and cost nothing until somebody says what an hour costs", () => {
    const portfolio = at(null);
    expect([...portfolio.hours!]).toEqual([5, 5, NaN]);
    expect([...portfolio.profits!]).toEqual([500, 50, 190]);
  });

  test("are a cost to serve then", () => {
    const { profits, costs } = at(20);
    expect([...costs!.toServe!]).toEqual([200, 100, 10]);
    expect([...profits!]).toEqual([400, -50, 190]);
  });

  test("stand in the JSON, null where none are known", () => {
    const { clients } = figuresOf(classify(at(null), defaultPolicy), { today, language: "en" });
    expect(clients.map(({ hours }) => hours)).toEqual([5, 5, null]);
  });

  test("a list without them has none", () => {
    expect(read([["A", 1, 1, 1, 1, 1, 1, 1]]).hours).toBeNull();
  });
});
