import * as fc from "fast-check";
import { isUnprofitable, profitability, whaleCurve } from "../../../src/analysis";
import { cents, inUnits } from "../amounts";
import { springDistribution } from "../oracles/profitability";

const horngren = {
  profits: springDistribution.map(({ income }) => income),
  revenues: springDistribution.map(({ revenue }) => revenue),
  costs: springDistribution.map(({ goods }) => goods),
  costsToServe: springDistribution.map(({ service }) => service),
};

describe("profitability(columns)", () => {
  it("gives the figures of Horngren's Spring Distribution", () => {
    const found = profitability(horngren);
    expect(found).toMatchObject({ clients: 5, unprofitable: 1, unprofitablePart: 0.2, total: 90_787 });
    expect(found.earned).toBe(94_133);
    expect(found.consumed).toBe(3_346);
    expect(found.costToServePer100).toBeCloseTo((100 * 70_865) / 1_449_612, 12);
  });

  it("counts among clients with any revenue, cost or profit; what is not known is no loss", () => {
    const columns = { profits: [0, 0, NaN, -1, 5], revenues: [0, 7, 7, 0, 9], costs: null };
    expect([0, 1, 2, 3, 4].map((client) => isUnprofitable(client, columns))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(profitability(columns)).toMatchObject({ clients: 3, unprofitable: 2, unprofitablePart: 2 / 3 });
  });

  it("has no part of nobody", () => {
    expect(profitability({ profits: [NaN], revenues: [5] }).unprofitablePart).toBeNull();
  });
});

describe("whaleCurve(profits)", () => {
  it("gives the published curve", () => {
    const { order, cumulative } = whaleCurve(horngren.profits)!;
    expect([...order].map((at) => springDistribution[at].client)).toEqual(["S", "R", "Q", "P", "T"]);
    springDistribution.forEach(({ cumulative: published }, i) =>
      expect(100 * cumulative[i]).toBeCloseTo(published, 4),
    );
  });

  it("rises to its top, then falls to 1", () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 40 }), (values) => {
        const profits = inUnits(values);
        const curve = whaleCurve(profits);
        const sum = values.reduce((a, b) => a + b, 0);
        if (sum <= 0) return expect(curve).toBeNull();
        expect(curve!.cumulative.at(-1)).toBeCloseTo(1, 9);
        const losses = [...curve!.order].findIndex((at) => profits[at] < 0);
        curve!.cumulative.forEach((part, i) => {
          const before = i === 0 ? 0 : curve!.cumulative[i - 1];
          if (losses >= 0 && i >= losses) expect(part).toBeLessThan(before);
          else expect(part).toBeGreaterThanOrEqual(before);
        });
      }),
    );
  });
});
