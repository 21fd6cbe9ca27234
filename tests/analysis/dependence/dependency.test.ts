import * as fc from "fast-check";
import {
  type Stake,
  InvalidArgument,
  above,
  afterLeaving,
  discountTier,
  diversificationGap,
  stakeOf,
} from "../../../src/analysis";
import { positiveCents } from "../amounts";

describe("diversificationGap(amount, total, limit)", () => {
  it("is the growth of the others that brings the client down to the limit", () => {
    expect(diversificationGap(300, 1000, 0.2)).toEqual({ amount: 500, growth: 500 / 700 });
  });

  it("is 0 when the share is not above the limit, exactly at it included", () => {
    expect((0.1 * 3) / 3).toBeGreaterThan(0.1);
    expect(diversificationGap(0.1 * 3, 3, 0.1)).toEqual({ amount: 0, growth: 0 });
    expect(diversificationGap(-5, 100, 0.1)).toEqual({ amount: 0, growth: 0 });
  });

  it("does not exist when there is nobody else to grow", () => {
    expect(diversificationGap(100, 100, 0.2)).toBeUndefined();
    expect(diversificationGap(120, 100, 0.2)).toBeUndefined();
    expect(diversificationGap(0.1 + 0.2, 0.3, 0.2)).toBeUndefined();
    expect(diversificationGap(0.3, 0.1 + 0.2, 0.2)).toBeUndefined();
  });

  it("does not exist without shares", () => {
    expect(diversificationGap(5, 0, 0.2)).toBeUndefined();
    expect(diversificationGap(5, -10, 0.2)).toBeUndefined();
  });

  it("refuses a limit that is no share", () => {
    expect(() => diversificationGap(1, 2, 0)).toThrow(InvalidArgument);
    expect(() => diversificationGap(1, 2, 20)).toThrow(new InvalidArgument("limit", null, 20, "atMostOne"));
    expect(() => diversificationGap(1, 2, NaN)).toThrow(InvalidArgument);
  });

  it("closes: with the others grown so far the share is the limit", () => {
    const limit = fc.constantFrom(0.05, 0.1, 0.2, 0.5);
    fc.assert(
      fc.property(positiveCents, positiveCents, limit, (amount, others, t) => {
        const gap = diversificationGap(amount, amount + others, t)!;
        const share = amount / (amount + others + gap.amount);
        expect(above(share, t)).toBe(false);
        if (gap.amount > 0) expect(share).toBeCloseTo(t, 12);
        expect(others * (1 + gap.growth)).toBeCloseTo(others + gap.amount, 4);
      }),
    );
  });
});

describe("stakeOf(picked, columns)", () => {
  const columns = { revenues: [100, 50, 25], profits: [10, NaN, -5], purchases: [70, 30, 20] };

  it("adds what the picked clients stand for, each once", () => {
    expect(stakeOf([0, 2, 0], columns)).toEqual({ revenue: 125, profit: 5, purchases: 90 });
    expect(stakeOf([], columns)).toEqual({ revenue: 0, profit: 0, purchases: 0 });
  });

  it("does not know a profit when it is unknown of one of them", () => {
    expect(stakeOf([0, 1], columns).profit).toBeUndefined();
    expect(stakeOf([0], { revenues: [100] })).toEqual({
      revenue: 100,
      profit: undefined,
      purchases: undefined,
    });
  });

  it("names a position that is no client", () => {
    expect(() => stakeOf([1, 3], columns)).toThrow(new InvalidArgument("picked", 1, 3, "inRange"));
  });
});

describe("afterLeaving(all, leaving, conditions)", () => {
  const all: Stake = { revenue: 1000, profit: 120, purchases: 700 };
  const leaving: Stake = { revenue: 300, profit: 50, purchases: 250 };
  const discounts = [
    { from: 300, discount: 0.03 },
    { from: 500, discount: 0.08 },
  ];

  it("is what remains", () => {
    expect(afterLeaving(all, leaving)).toEqual({
      revenue: 700,
      profit: 70,
      discount: undefined,
      profitAfterDiscount: 70,
      loss: false,
    });
  });

  it("flags a loss once the fixed costs are no longer earned", () => {
    expect(afterLeaving(all, leaving, { fixedCosts: 70 })).toMatchObject({ profit: 0, loss: false });
    expect(afterLeaving(all, leaving, { fixedCosts: 70.01 })).toMatchObject({ loss: true });
  });

  test("without tiers nothing is said of a discount", () => {
    expect(afterLeaving(all, leaving, { discounts: [] }).discount).toBeUndefined();
  });

  it("shows the discount tier that is lost and what it costs on the purchases that remain", () => {
    const after = afterLeaving(all, leaving, { fixedCosts: 60, discounts });
    expect(after.discount).toMatchObject({ before: discounts[1], after: discounts[0] });
    expect(after.discount!.cost).toBeCloseTo(0.05 * 450, 10);
    expect(after.profit).toBe(10);
    expect(after.profitAfterDiscount).toBeCloseTo(-12.5, 10);
    expect(after.loss).toBe(true);
  });

  it("costs nothing while the tier is kept", () => {
    const small: Stake = { revenue: 10, profit: 1, purchases: 200 };
    expect(afterLeaving(all, small, { discounts }).discount).toEqual({
      before: discounts[1],
      after: discounts[1],
      cost: 0,
    });
  });

  it("costs nothing when no purchases remain", () => {
    const more: Stake = { revenue: 10, profit: 1, purchases: 800 };
    expect(afterLeaving(all, more, { discounts }).discount).toEqual({
      before: discounts[1],
      after: null,
      cost: 0,
    });
  });

  it("says nothing of a profit or a discount that cannot be known", () => {
    const unknown = { revenue: 300, profit: undefined, purchases: undefined };
    expect(afterLeaving(all, unknown, { discounts })).toEqual({
      revenue: 700,
      profit: undefined,
      discount: undefined,
      profitAfterDiscount: undefined,
      loss: undefined,
    });
  });

  it("leaves exactly nothing when everybody leaves", () => {
    const everybody = stakeOf([0, 1, 2], { revenues: [0.1, 0.2, 0.4], profits: [0.1, 0.2, -0.3] });
    const whole = { revenue: 0.7, profit: 0, purchases: undefined };
    expect(afterLeaving(whole, everybody)).toMatchObject({ revenue: 0, profit: 0, loss: false });
  });
});

describe("discountTier(purchases, tiers)", () => {
  const tiers = [
    { from: 0.3, discount: 0.01 },
    { from: 10, discount: 0.02 },
  ];

  it("is the highest tier reached, exactly at its border included", () => {
    expect(discountTier(0.29, tiers)).toBeNull();
    expect(discountTier(0.1 * 3, tiers)).toBe(tiers[0]);
    expect(discountTier(10, tiers)).toBe(tiers[1]);
  });

  it("names a tier that makes no sense", () => {
    expect(() => discountTier(1, [...tiers].reverse())).toThrow(
      new InvalidArgument("discounts", 1, 0.3, "inOrder"),
    );
    expect(() => discountTier(1, [{ from: 0, discount: 5 }])).toThrow(
      expect.objectContaining({ position: 0, expected: "atMostOne" }),
    );
  });
});
