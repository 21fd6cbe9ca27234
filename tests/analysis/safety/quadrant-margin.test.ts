import * as fc from "fast-check";
import { cutAmongOthers, cutValue, quadrantMargin, weightedScores } from "../../../src/analysis";
import { atLeast } from "../../../src/analysis/exact/limit";

const scale = { lowest: 1, highest: 10 };

test("names the score and the weight that flip the axis with the smallest change", () => {
  // 6 and 4 with equal weights are 5: the first must rise by 1, or weigh 3 instead of 1.
  const { score, weight } = quadrantMargin([6, 4], [1, 1], 5.5, scale);
  expect(score).toEqual({ criterion: 0, from: 6, to: 7 });
  expect(weight!.criterion).toBe(1);
  expect(weight!.to).toBeCloseTo(1 / 3, 12);
});

test("leaves out what cannot help: blanks, weights of nothing, scores off the scale", () => {
  expect(quadrantMargin([NaN, 0, 5], [1, 1, 0], 5.5, scale)).toEqual({ score: null, weight: null });
  expect(quadrantMargin([10, 1, 1, 1], [1, 1, 1, 1], 9, scale).score).toBeNull();
});

test("no weight becomes 0: that would leave its criterion out", () => {
  // Without the 1 the score would stand on the cut.
  expect(quadrantMargin([6, 1], [1, 1], 6, scale).weight).toBeNull();
});

test("brings the axis to its cut", () => {
  const scores = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 2, max: 9 }), (given, cut) => {
      const weights = given.map((_, k) => k + 1);
      const { score, weight } = quadrantMargin(given, weights, cut, scale);
      if (score) {
        const changed = given.map((own, k) => (k === score.criterion ? score.to : own));
        expect(weightedScores(changed, 1, weights).scores[0]).toBeCloseTo(cut, 9);
      }
      if (weight) {
        expect(weight.to).toBeGreaterThan(0);
        const changed = weights.map((own, k) => (k === weight.criterion ? weight.to : own));
        expect(weightedScores(given, 1, changed).scores[0]).toBeCloseTo(cut, 9);
      }
    }),
  );
});

test("a ratio to the best competitor has no upper end", () => {
  // Three times the best competitor on one criterion makes up for half of it on the other.
  expect(quadrantMargin([0.5, 0.5], [1, 1], 1, { lowest: 1, highest: 10 }).score).toEqual({
    criterion: 0,
    from: 0.5,
    to: 1.5,
  });
  expect(quadrantMargin([14, 2], [1, 1], 1, scale).score).toBeNull();
});

test.each(["mean", "median"] as const)(
  "where the cut is the %s of all, a client is high exactly from the cut among the others on",
  (statistic) => {
    const score = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 9 }), score, (all, own) => {
        const scores = [own, ...all.slice(1)];
        const cut = cutValue(statistic, scores, scale)!;
        expect(atLeast(own, cutAmongOthers(statistic, scores, 0)!)).toBe(atLeast(own, cut));
      }),
    );
    expect(cutAmongOthers(statistic, [5, NaN], 0)).toBeNull();
  },
);
