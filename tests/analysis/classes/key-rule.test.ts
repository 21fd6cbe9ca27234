import * as fc from "fast-check";
import {
  type KeyRule,
  InvalidArgument,
  keyProposal,
  keyTest,
  ladderPresets,
  statusesByTest,
} from "../../../src/analysis";
import { cents, inUnits } from "../amounts";

const ladder = ladderPresets["delovaya-sreda-2023"];
const statuses = (amounts: number[], rule: KeyRule) => {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const shares = amounts.map((amount) => amount / total);
  return statusesByTest(amounts, shares, ladder, keyTest(rule, ladder.key, amounts));
};

describe("statusesByTest(amounts, shares, ladder, test)", () => {
  it("is the ladder itself by share", () => {
    expect(statuses([60, 25, 10, 5], "share")).toEqual(["mono", "dependence", "key", "regular"]);
  });

  it("makes clients key from an amount of money on, or above it", () => {
    const from = (value: number, inclusive: boolean) => ({ amount: { value, inclusive } });
    expect(statuses([60, 25, 10, 5], from(5, true))).toEqual(["mono", "dependence", "key", "key"]);
    expect(statuses([60, 25, 10, 5], from(5, false))).toEqual(["mono", "dependence", "key", "regular"]);
  });

  it("leaves the limits of dependence and of the mono-client to the share", () => {
    expect(statuses([60, 25, 10, 5], { amount: { value: 1e9, inclusive: true } })).toEqual([
      "mono",
      "dependence",
      "regular",
      "regular",
    ]);
  });

  it("makes the largest N key, and whoever has as much as the last of them", () => {
    expect(statuses([10, 9, 8, 8, 8, 7, 50], { top: 4 })).toEqual([
      "key",
      "key",
      "key",
      "key",
      "key",
      "regular",
      "mono",
    ]);
    expect(statuses([10, 0, -5], { top: 3 })[1]).toBe("regular");
  });

  it("has at least N clients, and all of them are larger than the others", () => {
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 10 }),
        (values, top) => {
          const amounts = inUnits(values);
          const test = keyTest({ top }, ladder.key, amounts);
          const found = statusesByTest(
            amounts,
            amounts.map(() => 0),
            ladder,
            test,
          );
          const key = [...amounts].filter((_, i) => found[i] === "key");
          const others = [...amounts].filter((_, i) => found[i] !== "key");
          const positive = amounts.filter((amount) => amount > 0).length;
          expect(key.length).toBeGreaterThanOrEqual(Math.min(top, positive));
          if (key.length > 0) expect(Math.max(-Infinity, ...others)).toBeLessThan(Math.min(...key));
        },
      ),
    );
  });

  it("refuses a number of clients that is none, and an amount that is not above 0", () => {
    expect(() => keyTest({ top: 0 }, ladder.key, [1])).toThrow(InvalidArgument);
    expect(() => keyTest({ amount: { value: 0, inclusive: true } }, ladder.key, [1])).toThrow(
      InvalidArgument,
    );
  });
});

describe("keyProposal(amounts, total)", () => {
  it("finds a share with few digits at which ten to twenty clients are key, and the twenty largest", () => {
    const amounts = Array.from({ length: 2000 }, (_, i) => 1000 / (i + 1));
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    const { share, top } = keyProposal(amounts, total)!;
    expect(share!.limit).toBe(0.01);
    expect(share!.clients).toBe(12);
    expect(top.clients).toBe(20);
    expect(top.smallest).toBe(50);
  });

  it("has no share where the twentieth is as large as the hundredth", () => {
    const { share, top } = keyProposal(new Array<number>(100).fill(1), 100)!;
    expect(share).toBeNull();
    expect(top.clients).toBe(100);
  });

  it("is not made for fewer than ten clients", () => {
    expect(keyProposal([1, 2, 3], 6)).toBeNull();
  });
});
