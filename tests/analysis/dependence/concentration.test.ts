import * as fc from "fast-check";
import { concentration, topFifth } from "../../../src/analysis";
import { cents, inUnits, positiveCents, reordered } from "../amounts";
import { ineq, publishedHhi } from "../oracles/concentration";

describe("concentration(amounts)", () => {
  it.each(ineq)("gives the figures of ineq for $name", ({ amounts, ...expected }) => {
    const found = concentration(amounts)!;
    expect(found.hhi).toBeCloseTo(expected.hhi, 8);
    expect(found.effectiveClients).toBeCloseTo(expected.effectiveClients, 10);
    expect(found.gini).toBeCloseTo(expected.gini, 12);
    expect(found.cr1).toBeCloseTo(expected.cr1, 12);
    expect(found.cr3).toBeCloseTo(expected.cr3, 12);
    expect(found.cr5).toBeCloseTo(expected.cr5, 12);
  });

  it.each(publishedHhi)("gives the index published by $source", ({ shares, hhi }) => {
    expect(concentration(shares)!.hhi).toBeCloseTo(hhi, 9);
  });

  it("of one client is complete, of equal clients their number", () => {
    expect(concentration([7])).toEqual({
      hhi: 10_000,
      effectiveClients: 1,
      cr1: 1,
      cr3: 1,
      cr5: 1,
      gini: 0,
      topFifthShare: 1,
    });
    const equal = concentration(new Array<number>(20).fill(0.1))!;
    expect(equal.effectiveClients).toBeCloseTo(20, 12);
    expect(equal.gini).toBeCloseTo(0, 14);
    expect(equal.topFifthShare).toBeCloseTo(0.2, 14);
  });

  it("does not exist without a positive amount", () => {
    expect(concentration([])).toBeUndefined();
    expect(concentration([0, -5])).toBeUndefined();
  });

  it("does not depend on the order of rows, and counts no client with 0 or a negative amount", () => {
    fc.assert(
      fc.property(reordered(fc.array(cents, { maxLength: 40 })), ({ values, order }) => {
        const amounts = inUnits(values);
        const moved = [0, ...order.map((i) => amounts[i]), -12.5];
        expect(concentration(moved)).toEqual(concentration(amounts));
        expect(concentration(amounts.filter((amount) => amount > 0))).toEqual(concentration(amounts));
      }),
    );
  });

  it("keeps its figures in bounds and order", () => {
    fc.assert(
      fc.property(fc.array(positiveCents, { minLength: 1, maxLength: 60 }), (values) => {
        const { hhi, effectiveClients, cr1, cr3, cr5, gini } = concentration(inUnits(values))!;
        expect(hhi).toBeLessThanOrEqual(10_000 + 1e-8);
        expect(effectiveClients).toBeLessThanOrEqual(values.length + 1e-8);
        expect(gini).toBeGreaterThanOrEqual(-1e-14);
        expect(gini).toBeLessThan(1 - 1 / values.length + 1e-12);
        expect(cr1).toBeLessThanOrEqual(cr3);
        expect(cr3).toBeLessThanOrEqual(cr5);
        expect(cr5).toBeLessThanOrEqual(1 + 1e-12);
        expect(hhi).toBeGreaterThanOrEqual(cr1 ** 2 * 10_000 - 1e-8);
      }),
    );
  });
});

describe("topFifth(clients)", () => {
  it("is a fifth, rounded up to whole clients", () => {
    expect([1, 4, 5, 6, 10, 89, 632].map(topFifth)).toEqual([1, 1, 1, 2, 2, 18, 127]);
  });
});
