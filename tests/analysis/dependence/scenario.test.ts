import * as fc from "fast-check";
import { InvalidArgument, afterLeaving, scenario } from "../../../src/analysis";

const all = { revenue: 1000, profit: 200, purchases: 700 };
const own = { revenue: 300, profit: 60, purchases: 210 };

describe("scenario(all, own, change, conditions)", () => {
  it("is the company without a client that leaves", () => {
    expect(scenario(all, own, { kind: "leaves" })).toEqual(afterLeaving(all, own));
  });

  it("loses goods and the profit on them where a client buys less", () => {
    expect(scenario(all, own, { kind: "buysLess", part: 0.5 })).toMatchObject({ revenue: 850, profit: 170 });
    const conditions = { discounts: [{ from: 650, discount: 0.05 }] };
    expect(scenario(all, own, { kind: "buysLess", part: 0.5 }, conditions).discount!.after).toBeNull();
  });

  it("loses as much profit as revenue where a client pays less; what we buy stays", () => {
    const conditions = { discounts: [{ from: 650, discount: 0.05 }] };
    const after = scenario(all, own, { kind: "paysLess", part: 0.1 }, conditions);
    expect(after).toMatchObject({ revenue: 970, profit: 170 });
    expect(after.discount!.cost).toBe(0);
  });

  it("costs the interest where a client pays later", () => {
    const after = scenario(all, own, { kind: "paysLater", days: 73, interest: 0.2 });
    expect(after).toMatchObject({ revenue: 1000, profit: 188 });
  });

  it("knows no profit where none is known", () => {
    expect(
      scenario({ ...all, profit: undefined }, own, { kind: "paysLess", part: 0.1 }).profit,
    ).toBeUndefined();
  });

  it("of all that a client buys is the client leaving, of nothing no change", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (fixedCosts) => {
        const whole = scenario(all, own, { kind: "buysLess", part: 1 }, { fixedCosts });
        expect(whole).toEqual(scenario(all, own, { kind: "leaves" }, { fixedCosts }));
        expect(scenario(all, own, { kind: "buysLess", part: 0 }, { fixedCosts }).revenue).toBe(1000);
      }),
    );
  });

  it("refuses a part outside 0 … 1, and negative days", () => {
    expect(() => scenario(all, own, { kind: "buysLess", part: 1.1 })).toThrow(InvalidArgument);
    expect(() => scenario(all, own, { kind: "paysLess", part: -0.1 })).toThrow(InvalidArgument);
    expect(() => scenario(all, own, { kind: "paysLater", days: -1, interest: 0.1 })).toThrow(InvalidArgument);
  });
});
