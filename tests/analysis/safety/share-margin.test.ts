import * as fc from "fast-check";
import { ladderPresets, shareMargin } from "../../../src/analysis";

const ladder = ladderPresets["delovaya-sreda-2023"];

describe("shareMargin(amount, total, ladder)", () => {
  it("is the money that brings a client to its next limit while all others stay as they are", () => {
    expect(shareMargin(50, 1000, ladder)).toEqual({ limit: 0.1, amount: 50 / 0.9 });
    expect(shareMargin(100, 1000, ladder)).toEqual({ limit: 0.2, amount: 100 / 0.8 });
    expect(shareMargin(300, 1000, ladder)).toEqual({ limit: 0.5, amount: 400 });
  });

  it("does not exist above the last limit, nor before a limit of 100 %", () => {
    expect(shareMargin(500, 1000, ladder)).toBeNull();
    expect(shareMargin(600, 1000, ladderPresets["kolotilov-2012"])).toBeNull();
  });

  it("leaves out rungs that are no limits of share", () => {
    expect(shareMargin(50, 1000, { ...ladder, key: null })!.limit).toBe(0.2);
  });

  it("leads to that share exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (own, others) => {
        const margin = shareMargin(own, own + others, ladder);
        if (!margin) return;
        expect((own + margin.amount) / (own + others + margin.amount)).toBeCloseTo(margin.limit, 10);
      }),
    );
  });
});
