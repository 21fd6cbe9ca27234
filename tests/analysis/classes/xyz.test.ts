import * as fc from "fast-check";
import { type XyzClass, type XyzRule, InvalidArgument, xyz, xyzClass } from "../../../src/analysis";
import { inUnits } from "../amounts";
import { bseu2012, threePositions } from "../oracles/variation";

const rule: XyzRule = {
  method: "variation",
  variation: { xLimit: 0.1, yLimit: 0.25, deviation: "population" },
  frequency: { xLimit: 0.8, yLimit: 0.4 },
  leadingZeros: "skip",
};
const byFrequency: XyzRule = { ...rule, method: "frequency" };
const one = (history: readonly number[], by: XyzRule = rule) =>
  xyz(history, 1, history.length, by).classes[0];

describe("xyz by variation", () => {
  it("gives the published classes", () => {
    const months = bseu2012.flatMap((product) => [...product.months]);
    expect(xyz(months, 6, 3, rule).classes).toEqual(bseu2012.map((product) => product.xyz));
    const quarters = threePositions.flatMap((position) => [...position.quarters]);
    expect(xyz(quarters, 3, 4, rule).classes).toEqual(threePositions.map((position) => position.xyz));
  });

  it("takes a variation of exactly 10 % as X and of exactly 25 % as Y", () => {
    expect(one([0.9, 1.1, 0.9, 1.1])).toBe("X");
    expect(one([0.75, 1.25, 0.75, 1.25])).toBe("Y");
    expect(one([0.7499, 1.2501, 0.7499, 1.2501])).toBe("Z");
  });

  it("meets its limits exactly for any amounts in cents", () => {
    const base = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(base, fc.integer({ min: 2, max: 20 }), (cents, pairs) => {
        const alternating = (low: number, high: number) =>
          inUnits(Array.from({ length: 2 * pairs }, (_, i) => cents * (i % 2 ? low : high)));
        expect(xyz(alternating(9, 11), 1, 2 * pairs, rule).classes).toEqual(["X"]);
        expect(xyz(alternating(3, 5), 1, 2 * pairs, rule).classes).toEqual(["Y"]);
      }),
    );
  });

  it("is that of exact arithmetic in cents", () => {
    const exactly = (amounts: readonly number[]): XyzClass => {
      const counted = amounts.slice(amounts.findIndex((amount) => amount !== 0));
      const whole = counted.reduce((a, b) => a + b, 0);
      if (counted.length < 3 || whole <= 0 || amounts.every((amount) => amount === 0)) return "N";
      const spread = counted.length * counted.reduce((all, amount) => all + amount ** 2, 0) - whole ** 2;
      if (100 * spread <= whole ** 2) return "X";
      return 16 * spread <= whole ** 2 ? "Y" : "Z";
    };
    const steady = fc.array(fc.integer({ min: 60, max: 140 }), { minLength: 3, maxLength: 12 });
    const wild = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -20, max: 200 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(steady, wild), (amounts) => {
        expect(xyz(inUnits(amounts), 1, amounts.length, rule).classes).toEqual([exactly(amounts)]);
      }),
      { numRuns: 1500 },
    );
  });

  it("offers the sample deviation", () => {
    const sample: XyzRule = { ...rule, variation: { ...rule.variation, deviation: "sample" } };
    expect(one([0.9, 1.1, 0.9, 1.1], sample)).toBe("Y");
  });
});

describe("xyz by frequency", () => {
  it("counts periods with a purchase: X from 80 %, Y from 40 %", () => {
    expect(one([1, 1, 1, 1, 0], byFrequency)).toBe("X");
    expect(one([1, 0, 1, 0, 0], byFrequency)).toBe("Y");
    expect(one([1, 0, 0, 0, 1, 0], byFrequency)).toBe("Z");
  });

  it("does not count a return as a purchase", () => {
    expect(one([9, -1, -1, -1, 9], byFrequency)).toBe("Y");
  });
});

describe.each([rule, byFrequency])("xyz by $method", (by) => {
  it("is N with fewer than 3 counted periods, never Z for want of data", () => {
    expect(xyz([0, 0, 5, 9, 0, 5, 9, 1, 0, 0, 0, 0], 3, 4, by)).toMatchObject({
      classes: ["N", expect.not.stringMatching("N"), "N"],
      counted: Int32Array.of(2, 3, 0),
    });
  });

  it("is N when the mean is not above 0", () => {
    expect(one([5, -3, -2, 0], by)).toBe("N");
    expect(one([0.1, 0.2, -0.3], by)).toBe("N");
  });

  it("counts zeros before the beginning when told so", () => {
    expect(one([0, 5, 5, 5], by)).toBe("X");
    expect(one([0, 5, 5, 5], { ...by, leadingZeros: "count" })).not.toBe("X");
    expect(one([0, 0, 5], { ...by, leadingZeros: "count" })).not.toBe("N");
  });

  it("is N throughout without periods", () => {
    expect(xyz([], 3, 0, by).classes).toEqual(["N", "N", "N"]);
  });

  it("judges each client by itself, whatever stands around it and in whatever unit", () => {
    const periods = 6;
    const row = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -500, max: 90_000 })), {
      minLength: periods,
      maxLength: periods,
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.integer({ min: -40, max: 40 }), (rows, power) => {
        const found = xyz(inUnits(rows.flat()), rows.length, periods, by);
        const turned = xyz(
          inUnits([...rows].reverse().flat()).map((amount) => amount * 2 ** power),
          rows.length,
          periods,
          by,
        );
        expect(turned.classes.reverse()).toEqual(found.classes);
        expect(Array.from(found.measures, Number.isNaN)).toEqual(found.classes.map((xyz) => xyz === "N"));
        expect(Array.from(found.measures, (measure) => xyzClass(measure, by))).toEqual(found.classes);
      }),
    );
  });
});

describe("xyz(history, clients, periods, rule)", () => {
  it("refuses a history that is no rectangle", () => {
    expect(() => xyz([1, 2, 3], 2, 2, rule)).toThrow(
      new InvalidArgument("history", null, 3, "matchingLength"),
    );
  });

  it.each([
    { by: { ...rule, variation: { ...rule.variation, xLimit: 0 } }, argument: "xLimit" },
    { by: { ...rule, variation: { ...rule.variation, yLimit: 0.05 } }, argument: "yLimit" },
    { by: { ...byFrequency, frequency: { xLimit: 0.3, yLimit: 0.4 } }, argument: "xLimit" },
    { by: { ...byFrequency, frequency: { xLimit: 80, yLimit: 0.4 } }, argument: "xLimit" },
    { by: { ...byFrequency, frequency: { xLimit: 0.8, yLimit: -1 } }, argument: "yLimit" },
  ])("refuses limits that make no sense and names $argument", ({ by, argument }) => {
    expect(() => xyz([1, 2, 3], 1, 3, by)).toThrow(expect.objectContaining({ argument }));
  });
});
