import * as fc from "fast-check";
import { type AbcRule, abc } from "../../../src/analysis";
import { inUnits, positiveCents, reordered } from "../amounts";
import { computedAbc } from "../oracles/computed-abc";

const computed: AbcRule = { aLimit: 0.8, bLimit: 0.95, crossing: "up", limits: "computed" };

describe("abc(amounts, rule) with computed limits", () => {
  it.each(computedAbc)("gives the classes of ABCanalysis for $name", ({ amounts, classes }) => {
    expect(abc(amounts, computed).join("")).toBe(classes);
  });

  it("is C for amounts that are not above 0", () => {
    expect(abc([0, -1], computed)).toEqual(["C", "C"]);
    expect(abc([9, 0, 0, 0, 0, 0, 0, 0], computed).slice(1)).toEqual(new Array<string>(7).fill("C"));
  });

  it("has no A where all are alike", () => {
    expect(abc([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], computed)).toEqual(new Array<string>(13).fill("B"));
  });

  it("has a class for one client, and for two", () => {
    expect(abc([5], computed)).toHaveLength(1);
    expect(abc([5, 4], computed)).toHaveLength(2);
  });

  it("depends neither on the order nor on the unit of money, and equal amounts share a class", () => {
    fc.assert(
      fc.property(
        reordered(fc.array(positiveCents, { minLength: 1, maxLength: 40 })),
        fc.integer({ min: -20, max: 20 }),
        ({ values, order }, power) => {
          const amounts = inUnits(values);
          const classes = abc(amounts, computed);
          const other = abc(
            order.map((at) => amounts[at] * 2 ** power),
            computed,
          );
          expect(other).toEqual(order.map((at) => classes[at]));
          const byAmount = new Map(values.map((value, i) => [value, classes[i]]));
          values.forEach((value, i) => expect(classes[i]).toBe(byAmount.get(value)));
        },
      ),
    );
  });
});
