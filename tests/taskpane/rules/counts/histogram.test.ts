import * as fc from "fast-check";
import { xyzClass } from "../../../../src/analysis";
import { defaultPolicy } from "../../../../src/portfolio";
import { histogramOf, roundEnd } from "../../../../src/taskpane/rules/counts/histogram";

describe("histogram", () => {
  test("a step holds its upper end, as a limit does", () => {
    expect(histogramOf([0, 0.1, 0.10001, 0.2, 0.3, 0.31], 0.3, 3)).toEqual({
      upTo: 0.3,
      counts: [2, 2, 1],
      beyond: 1,
    });
  });

  test("clients without a measure are not counted", () => {
    expect(histogramOf([NaN, 0.5, NaN], 1, 2)).toEqual({ upTo: 1, counts: [1, 0], beyond: 0 });
  });

  const measures = fc.array(fc.oneof(fc.double({ min: 0, max: 6, noNaN: true }), fc.constant(NaN)));

  test("every measure stands in one step", () => {
    fc.assert(
      fc.property(
        measures,
        fc.constantFrom(0.2, 1, 1.5, 5),
        fc.integer({ min: 1, max: 40 }),
        (all, upTo, steps) => {
          const { counts, beyond } = histogramOf(all, upTo, steps);
          const known = all.filter((measure) => !Number.isNaN(measure)).length;
          expect(counts.reduce((sum, count) => sum + count, 0) + beyond).toBe(known);
        },
      ),
    );
  });

  test("cuts where the classes cut when a limit is the end of a step", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 })), (percents) => {
        const all = percents.map((percent) => percent / 100);
        const { counts } = histogramOf(all, 1, 10);
        expect(counts[0]).toBe(all.filter((own) => xyzClass(own, defaultPolicy.xyz) === "X").length);
      }),
    );
  });
});

describe("where the axis ends", () => {
  test("is a round figure that shows both limits and nine of ten clients", () => {
    expect(roundEnd([0.1, 0.2, 0.3], 0.25)).toBe(0.4);
    expect(roundEnd([], 0.25)).toBe(0.4);
    expect(roundEnd([NaN, 0.9], 0.25)).toBe(1);
    expect(roundEnd([0.1], 1)).toBe(1.5);
  });

  test("is not pulled away by a few far ones, and never cuts off a limit", () => {
    expect(roundEnd([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 3.4], 0.25)).toBe(0.4);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 50, noNaN: true })),
        fc.double({ min: 0.01, max: 8, noNaN: true }),
        (all, limit) => {
          expect(roundEnd(all, limit)).toBeGreaterThanOrEqual(limit);
        },
      ),
    );
  });
});
