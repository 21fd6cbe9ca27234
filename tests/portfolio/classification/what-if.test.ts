import * as fc from "fast-check";
import { concentration } from "../../../src/analysis";
import {
  type Classification,
  type Scenario,
  classify,
  defaultPolicy,
  gapsOf,
  whatIf,
} from "../../../src/portfolio";
import { cardinalClassification, portfolioOf } from "../../taskpane/portfolios";

const leaving = (clients: Iterable<number>, fixedCosts = 0): Scenario => ({
  clients: new Set(clients),
  change: { kind: "leaves" },
  fixedCosts,
  discounts: [],
});
const withoutClients = (of: Classification, clients: ReadonlySet<number>, fixedCosts = 0) =>
  whatIf(of, leaving(clients, fixedCosts));

const list = classify(
  portfolioOf({ Sales: "amount", Profit: "profit" }, [
    ["A", 500, 60],
    ["B", 300, 30],
    ["C", 150, -5],
    ["D", 50, 15],
  ]),
  defaultPolicy,
);

describe("the portfolio without some clients", () => {
  test("loses their revenue and profit, and everybody else weighs more", () => {
    const { before, after, loss } = withoutClients(list, new Set([0]));
    expect(before).toMatchObject({
      revenue: 1000,
      profit: 100,
      clients: 4,
      keyClients: 3,
      largestShare: 0.5,
    });
    expect(after).toMatchObject({ revenue: 500, profit: 40, clients: 3, keyClients: 3, largestShare: 0.6 });
    expect(after.hhi).toBe(concentration([300, 150, 50])?.hhi);
    expect(loss).toBe(false);
  });

  test("makes a loss when what stays does not carry the fixed costs", () => {
    const { before, after, loss } = withoutClients(list, new Set([0, 1]), 50);
    expect([before.profit, after.profit, loss]).toEqual([50, -40, true]);
  });

  test("without a profit column says nothing about profit", () => {
    const plain = classify(
      portfolioOf({ Sales: "amount" }, [
        ["A", 5],
        ["B", 3],
      ]),
      defaultPolicy,
    );
    const { before, loss } = withoutClients(plain, new Set([0]));
    expect([before.profit, loss]).toEqual([undefined, undefined]);
  });

  test("does not make up a profit that is not known", () => {
    const gaps = classify(
      portfolioOf({ Sales: "amount", Profit: "profit" }, [
        ["A", 5, 2],
        ["B", 3, null],
      ]),
      defaultPolicy,
    );
    expect(withoutClients(gaps, new Set([1]))).toMatchObject({
      profitUnknown: true,
      after: { profit: undefined },
    });
    expect(withoutClients(gaps, new Set([0]))).toMatchObject({ profitUnknown: false, after: { profit: 0 } });
  });

  test("without anybody has no shares left", () => {
    const { after } = withoutClients(list, new Set([0, 1, 2, 3]));
    expect(after).toEqual({
      revenue: 0,
      profit: 0,
      clients: 0,
      keyClients: undefined,
      largestShare: undefined,
      hhi: undefined,
      effectiveClients: undefined,
    });
  });

  test("is the portfolio itself when nobody leaves, and adds up for any choice", () => {
    const chosen = fc.uniqueArray(fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(chosen, (clients) => {
        const { before, after } = withoutClients(list, new Set(clients));
        expect(withoutClients(list, new Set()).after).toEqual(before);
        const left = clients.reduce((sum, client) => sum + list.baseAmounts[client], after.revenue);
        expect(left).toBe(before.revenue);
      }),
    );
  });
});

describe("a change in part", () => {
  const of = (clients: number[], change: Scenario["change"], more: Partial<Scenario> = {}) =>
    whatIf(bought, { ...leaving(clients), change, ...more });
  /** Sales, direct cost and profit of a year of months. */
  const bought = classify(
    portfolioOf({ Sales: "amount", Cost: "cost" }, [
      ["A", 500, 400],
      ["B", 300, 250],
      ["C", 150, 140],
      ["D", 50, 30],
    ]),
    defaultPolicy,
  );

  test("buying less takes revenue and profit in proportion, and everybody stays", () => {
    const { before, after } = of([0], { kind: "buysLess", part: 0.4 });
    expect(before).toMatchObject({ revenue: 1000, profit: 180, clients: 4 });
    expect(after).toMatchObject({ revenue: 800, profit: 140, clients: 4, largestShare: 300 / 800 });
  });

  test("paying less takes all of it off the profit", () => {
    const { after } = of([0, 1], { kind: "paysLess", part: 0.1 });
    expect(after).toMatchObject({ revenue: 920, profit: 100 });
  });

  test("paying later ties up money, and costs the interest where it is known", () => {
    const free = of([0], { kind: "paysLater", days: 73, interest: 0 });
    expect(free).toMatchObject({ tiedUp: 100, after: { revenue: 1000, profit: 180 } });
    const lent = of([0], { kind: "paysLater", days: 73, interest: 0.2 });
    expect(lent).toMatchObject({ tiedUp: 100, after: { revenue: 1000, profit: 160 } });
  });

  test("a lost tier of the supplier costs its discount on what is still bought", () => {
    const discounts = [
      { from: 300, discount: 0.02 },
      { from: 600, discount: 0.05 },
    ];
    const { before, after, discount, loss } = of([0], { kind: "leaves" }, { discounts, fixedCosts: 70 });
    expect(discount).toMatchObject({ before: { discount: 0.05 }, after: { discount: 0.02 } });
    expect(discount!.cost).toBeCloseTo(0.03 * 420);
    expect(before.profit).toBe(110);
    expect(after.profit).toBeCloseTo(180 - 100 - 70 - 0.03 * 420);
    expect(loss).toBe(true);
  });

  test("nothing less is nothing changed, and all of it less leaves what leaving leaves", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 3 })), (clients) => {
        const none = of(clients, { kind: "buysLess", part: 0 });
        expect(none.after).toEqual(none.before);
        const { after } = of(clients, { kind: "buysLess", part: 1 });
        const left = of(clients, { kind: "leaves" }).after;
        expect([after.revenue, after.profit, after.hhi]).toEqual([left.revenue, left.profit, left.hhi]);
      }),
    );
  });

  test("of any list, its concentration and key clients are those of the amounts that are left", () => {
    const amounts = fc.array(fc.integer({ min: -3, max: 40 }), { minLength: 2, maxLength: 30 });
    const parts = fc.constantFrom<Scenario["change"]>(
      { kind: "leaves" },
      { kind: "buysLess", part: 0.25 },
      { kind: "buysLess", part: 1 },
    );
    fc.assert(
      fc.property(amounts, parts, fc.array(fc.nat(29), { maxLength: 5 }), (drawn, change, picks) => {
        fc.pre(drawn.reduce((sum, amount) => sum + amount, 0) > 0);
        const rows = drawn.map((amount, i): [string, number] => [`Client ${i}`, amount]);
        const any = classify(portfolioOf({ Sales: "amount" }, rows), defaultPolicy);
        const picked = new Set(picks.map((pick) => pick % drawn.length));
        const { after, clients } = whatIf(any, { ...leaving(picked), change });
        const part = change.kind === "buysLess" ? change.part : 1;
        const left = drawn.flatMap((amount, client) => {
          if (!picked.has(client)) return [amount];
          return change.kind === "leaves" ? [] : [amount - part * amount];
        });
        const expected = concentration(left);
        expect([after.hhi, after.effectiveClients]).toEqual([expected?.hhi, expected?.effectiveClients]);
        if (after.keyClients !== undefined) {
          expect(after.keyClients).toBe(clients.filter((client) => client?.isKey).length);
        }
      }),
      { seed: 20261126 },
    );
  });

  test("tells of each client its share then, and whether it is key", () => {
    const { clients } = of([1], { kind: "leaves" });
    expect(clients[1]).toBeNull();
    expect(clients[0]).toEqual({ share: 500 / 700, isKey: true });
    expect(clients[3]).toEqual({ share: 50 / 700, isKey: false });
  });
});

describe("balancing instead", () => {
  test("the others must grow until the client is down to the dependence limit", () => {
    const [largest, small] = gapsOf(list, [0, 3]);
    expect(largest).toMatchObject({ share: 0.5, limit: 0.2, gap: { amount: 1500, growth: 3 } });
    expect(small.gap).toEqual({ amount: 0, growth: 0 });
  });

  test("a ladder without a dependence limit is balanced to the key limit", () => {
    const policy = {
      ...defaultPolicy,
      ladder: { ...defaultPolicy.ladder, preset: "own" as const, dependence: null },
    };
    expect(gapsOf(cardinalClassification(policy), [0])[0].limit).toBe(0.1);
  });
});
