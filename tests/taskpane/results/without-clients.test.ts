import * as fc from "fast-check";
import { concentration } from "../../../src/analysis";
import { defaultPolicy, classify } from "../../../src/portfolio";
import { gapsOf, withoutClients } from "../../../src/taskpane/results/without-clients";
import { cardinalClassification, portfolioOf } from "../portfolios";

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
