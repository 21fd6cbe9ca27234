import * as fc from "fast-check";
import {
  InvalidArgument,
  cutValue,
  normalisedWeights,
  quadrant,
  weightedScores,
} from "../../../src/analysis";

const score = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 10 }) }, fc.constantFrom(0, NaN));

describe("weightedScores(criteria, clients, weights)", () => {
  it("is the weighted mean of the criteria", () => {
    expect([...weightedScores([8, 2, 5, 5], 2, [3, 1]).scores]).toEqual([6.5, 5]);
  });

  it("leaves out what is blank or 0, and counts it", () => {
    const found = weightedScores([8, NaN, 2, 0, 6, 3, NaN, 0, 0], 3, [1, 2, 3]);
    expect(found.scores[0]).toBeCloseTo((8 + 3 * 2) / 4, 14);
    expect(found.scores[1]).toBeCloseTo((2 * 6 + 3 * 3) / 5, 14);
    expect(found.scores[2]).toBeNaN();
    expect([...found.missing]).toEqual([1, 1, 3]);
  });

  it("has no score where only criteria without weight are filled in", () => {
    expect([...weightedScores([7, NaN], 1, [0, 1]).scores]).toEqual([NaN]);
  });

  it("has no scores without criteria", () => {
    expect([...weightedScores([], 2, []).scores]).toEqual([NaN, NaN]);
  });

  it("gives the total of an account scoring index whose points are weighted by their maxima", () => {
    // docstoc 26441706: points 10, 12, 5, 5, 20, 10 of at most 15, 15, 15, 15, 20, 20 make 62 of 100.
    const points = [10, 12, 5, 5, 20, 10];
    const maxima = [15, 15, 15, 15, 20, 20];
    const parts = points.map((value, k) => value / maxima[k]);
    expect(weightedScores(parts, 1, maxima).scores[0] * 100).toBeCloseTo(62, 12);
  });

  it("does not depend on the scale of the weights and stays within the scores", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 3, maxLength: 3 }), weights, (criteria, w) => {
        fc.pre(w.some((weight) => weight > 0));
        const [found] = weightedScores(criteria, 1, w).scores;
        const [percent] = weightedScores(
          criteria,
          1,
          w.map((weight) => weight * 0.37),
        ).scores;
        const given = criteria.filter((value, k) => value > 0 && w[k] > 0);
        if (given.length === 0) expect(found).toBeNaN();
        else {
          expect(percent).toBeCloseTo(found, 12);
          expect(found).toBeGreaterThanOrEqual(Math.min(...given) - 1e-12);
          expect(found).toBeLessThanOrEqual(Math.max(...given) + 1e-12);
        }
      }),
    );
  });

  it("names what is wrong with the weights or the shape", () => {
    const scoring = (weights: number[]) => () => weightedScores([1, 2, 3], 1, weights);
    expect(scoring([1, -2, 3])).toThrow(new InvalidArgument("weights", 1, -2, "notNegative"));
    expect(scoring([1, 2, NaN])).toThrow(expect.objectContaining({ position: 2, expected: "finite" }));
    expect(scoring([0, 0, 0])).toThrow(new InvalidArgument("weights", null, 0, "notAllZero"));
    expect(scoring([1, 2])).toThrow(new InvalidArgument("criteria", null, 3, "matchingLength"));
  });
});

describe("normalisedWeights(weights)", () => {
  it("makes parts of 1 from any scale", () => {
    expect([...normalisedWeights([30, 10, 60])]).toEqual([0.3, 0.1, 0.6]);
    expect([...normalisedWeights([1, 1, 0, 2])]).toEqual([0.25, 0.25, 0, 0.5]);
  });
});

describe("cutValue(cut, scores, scale)", () => {
  const scale = { lowest: 1, highest: 10 };

  it("is the middle of the scale, a number, or a statistic of the scores that there are", () => {
    const scores = Float64Array.of(9, NaN, 2, 4, 3);
    expect(cutValue("middle", scores, scale)).toBe(5.5);
    expect(cutValue(7, scores, scale)).toBe(7);
    expect(cutValue("mean", scores, scale)).toBe(4.5);
    expect(cutValue("median", scores, scale)).toBe(3.5);
    expect(cutValue("median", [5, 1, 2], scale)).toBe(2);
  });

  it("does not exist as a statistic of no score", () => {
    expect(cutValue("mean", [NaN], scale)).toBeUndefined();
    expect(cutValue("median", [], scale)).toBeUndefined();
  });

  it("does not change the scores", () => {
    const scores = Float64Array.of(3, 1, 2);
    cutValue("median", scores, scale);
    expect([...scores]).toEqual([3, 1, 2]);
  });
});

describe("quadrant(attractiveness, loyalty, cuts)", () => {
  it.each([
    [8, 7, "key"],
    [8, 3, "development"],
    [2, 7, "maintenance"],
    [2, 3, "opportunistic"],
  ] as const)("of %d and %d is %s", (attractiveness, loyalty, expected) => {
    expect(quadrant(attractiveness, loyalty, 5.5, 5.5)).toBe(expected);
  });

  it("counts a score at the cut as high", () => {
    expect(quadrant(5.5, 5.5, 5.5, 5.5)).toBe("key");
    const [exact] = weightedScores([9, 3, 6.5], 1, [22, 32, 3]).scores;
    expect(exact).toBeLessThan(5.5);
    expect(quadrant(exact, exact, 5.5, 5.5)).toBe("key");
  });

  it("has a cut per axis", () => {
    expect(quadrant(6, 0.9, 5.5, 1)).toBe("development");
    expect(quadrant(6, 1, 5.5, 1)).toBe("key");
  });

  it("does not exist without both scores", () => {
    expect(quadrant(NaN, 7, 5.5, 5.5)).toBeNull();
    expect(quadrant(7, NaN, 5.5, 5.5)).toBeNull();
  });
});
