import * as fc from "fast-check";
import { type AbcRule, abc, abcMargins } from "../../../src/analysis";
import { cents, inUnits } from "../amounts";

const up: AbcRule = { aLimit: 0.8, bLimit: 0.95, crossing: "up" };
const down: AbcRule = { ...up, crossing: "down" };

const marginsOf = (amounts: number[], rule: AbcRule) => {
  const classes = abc(amounts, rule);
  const marginOf = abcMargins(amounts, rule);
  return amounts.map((amount, i) => marginOf(amount, classes[i]));
};

describe("abcMargins(amounts, rule)", () => {
  it("says how much more makes the class better, the pool growing with the client", () => {
    // 80 + 15 + 5: B while 80 are at least 80 % of all; with more than 0 more they are less.
    expect(marginsOf([80, 15, 5], up)[1]).toEqual({ toBetter: 0, toWorse: expect.any(Number) as number });
    // 90 of 100 + d are 80 % at d = 12.5.
    expect(marginsOf([90, 10], up)[1].toBetter).toBe(12.5);
  });

  it("overtakes another client where that is nearer", () => {
    // The second of two equal ones stands behind nobody larger.
    expect(marginsOf([90, 85, 84, 1], up)[3].toBetter).toBeCloseTo(
      (90 + 85 + 84) / 0.95 - (90 + 85 + 84) - 1,
      9,
    );
    expect(marginsOf([100, 99, 0], up)[2].toBetter).toBeCloseTo(199 / 0.95 - 199, 9);
  });

  it("has nothing better than A, nothing worse than C", () => {
    const [first, , last] = marginsOf([80, 15, 5], up);
    expect(first.toBetter).toBeNull();
    expect(last.toWorse).toBeNull();
  });

  it("falls to C with nothing at the latest", () => {
    expect(marginsOf([5], up)[0]).toEqual({ toBetter: null, toWorse: 5 });
  });

  it("is not known for limits that move with every amount", () => {
    expect(marginsOf([80, 15, 5], { ...up, limits: "computed" })[1]).toEqual({
      toBetter: null,
      toWorse: null,
    });
  });

  it.each([up, down])("is where the class differs, and not before: crossing $crossing", (rule) => {
    const rank = { A: 2, B: 1, C: 0 };
    const with_ = (amounts: Float64Array, client: number, amount: number) =>
      rank[abc(amounts.with(client, amount), rule)[client]];
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 25 }),
        fc.nat(),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (values, at, part) => {
          const amounts = inUnits(values);
          const client = at % values.length;
          const amount = amounts[client];
          const own = rank[abc(amounts, rule)[client]];
          const { toBetter, toWorse } = marginsOf([...amounts], rule)[client];
          const hair = 1e-5;
          if (toBetter !== null) {
            expect(toBetter).toBeGreaterThanOrEqual(-1e-9);
            expect(with_(amounts, client, amount + toBetter + hair)).toBeGreaterThan(own);
            if (toBetter > 4 * hair) {
              expect(with_(amounts, client, amount + toBetter * part - hair)).toBeLessThanOrEqual(own);
            }
          }
          if (toWorse !== null) {
            expect(with_(amounts, client, amount - toWorse - hair)).toBeLessThan(own);
            if (toWorse > 4 * hair) {
              expect(with_(amounts, client, amount - toWorse * part + hair)).toBeGreaterThanOrEqual(own);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
