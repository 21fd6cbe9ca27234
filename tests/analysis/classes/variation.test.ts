import * as fc from "fast-check";
import { purchaseFrequency, variation } from "../../../src/analysis";
import { bseu2012, threePositions } from "../oracles/variation";

describe("variation(values, deviation)", () => {
  it.each(bseu2012)("gives the published coefficient of $name", ({ months, mean, deviation, cv }) => {
    const found = variation(months, "population");
    expect(found * 100).toBeCloseTo(cv, 2);
    expect(Math.abs(found * mean - deviation)).toBeLessThan(0.006);
  });

  it.each(threePositions)(
    "follows the quarters $quarters, not a wrong average printed beside",
    (position) => {
      expect(variation(position.quarters, "population") * 100).toBeCloseTo(position.population, 3);
      expect(variation(position.quarters, "sample") * 100).toBeCloseTo(position.sample, 3);
    },
  );

  it("keeps the noise beside a billion", () => {
    const noise = [4, 7, 13, 16].map((value) => 1e9 + value);
    expect(variation(noise, "population")).toBeCloseTo(Math.sqrt(22.5) / (1e9 + 10), 17);
    expect(variation(noise, "sample")).toBeCloseTo(Math.sqrt(30) / (1e9 + 10), 17);
  });

  it("of a constant amount is 0 but for rounding, and never NaN", () => {
    const constant = fc.tuple(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 3, max: 36 }));
    fc.assert(
      fc.property(constant, ([cents, periods]) => {
        const found = variation(new Array<number>(periods).fill(cents / 100), "population");
        expect(found).toBeLessThan(1e-22);
      }),
      { numRuns: 2000 },
    );
  });

  it("survives amounts whose squares would overflow or vanish", () => {
    expect(variation([75e200, 125e200], "population")).toBeCloseTo(0.25, 14);
    expect(variation([75e-200, 125e-200], "population")).toBeCloseTo(0.25, 14);
  });

  it("is NaN where the mean is not above 0, also when decimals only seem to leave something", () => {
    expect(variation([0, 0, 0], "population")).toBeNaN();
    expect(variation([5, -7, 1], "population")).toBeNaN();
    expect(variation([0.1, 0.2, -0.3], "population")).toBeNaN();
  });

  it("is NaN for too few values", () => {
    expect(variation([], "population")).toBeNaN();
    expect(variation([3], "sample")).toBeNaN();
    expect(variation([3], "population")).toBe(0);
  });

  it("takes the given part of the values", () => {
    expect(variation([1000, 75, 125, 1000], "population", 1, 3)).toBe(0.25);
  });

  it("is within rounding of exact arithmetic in cents", () => {
    const history = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(history, (amounts) => {
        const whole = BigInt(amounts.reduce((a, b) => a + b, 0));
        fc.pre(whole > 0n);
        const squares = amounts.reduce((all, amount) => all + BigInt(amount) ** 2n, 0n);
        const ratio = Number(BigInt(amounts.length) * squares - whole ** 2n) / Number(whole ** 2n);
        const found = variation(
          amounts.map((amount) => amount / 100),
          "population",
        );
        expect(Math.abs(found - Math.sqrt(ratio))).toBeLessThanOrEqual(1e-13 * Math.max(1, found));
      }),
    );
  });
});

describe("purchaseFrequency(values)", () => {
  it("is the share of periods with an amount above 0", () => {
    expect(purchaseFrequency([5, 0, -3, 7])).toBe(0.5);
    expect(purchaseFrequency([9, 0, 4, 9], 1, 3)).toBe(0.5);
  });

  it("is NaN without periods", () => {
    expect(purchaseFrequency([])).toBeNaN();
  });
});
