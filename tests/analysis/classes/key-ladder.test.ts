import * as fc from "fast-check";
import {
  type KeyLadder,
  InvalidArgument,
  keyStatus,
  keyStatuses,
  ladderPresets,
  shares,
} from "../../../src/analysis";
import { cents, inUnits, positiveCents, reordered } from "../amounts";
import { thresholds } from "../oracles/key-ladder";

const delovayaSreda = ladderPresets["delovaya-sreda-2023"];

describe("keyStatus(share, ladder)", () => {
  it.each(thresholds)("places $share % as the articles say", (row) => {
    const share = row.share / 100;
    expect(keyStatus(share, delovayaSreda)).toBe(
      row.mono50 ? "mono" : row.dependence ? "dependence" : row.key ? "key" : "regular",
    );
    expect(keyStatus(share, ladderPresets["kolotilov-article"])).toBe(
      row.mono70 ? "mono" : row.dependence ? "dependence" : row.overKey ? "key" : "regular",
    );
    expect(keyStatus(share, ladderPresets["kolotilov-2012"])).toBe(
      row.mono100 ? "mono" : row.critical ? "dependence" : row.overKey ? "key" : "regular",
    );
    expect(keyStatus(share, ladderPresets["asc-280"])).toBe(row.key ? "key" : "regular");
  });

  it("is regular for a negative share", () => {
    expect(keyStatus(-0.6, delovayaSreda)).toBe("regular");
  });

  it("has no status for a share that is not a number", () => {
    expect(() => keyStatus(NaN, delovayaSreda)).toThrow(InvalidArgument);
    expect(keyStatuses([0.3, NaN, 0.05], delovayaSreda)).toEqual(["dependence", null, "regular"]);
  });

  it("follows a ladder of one's own", () => {
    const own: KeyLadder = {
      key: { value: 0.05, inclusive: false },
      dependence: null,
      mono: { value: 0.3, inclusive: true },
    };
    expect(keyStatuses([0.05, 0.0501, 0.29, 0.3], own)).toEqual(["regular", "key", "key", "mono"]);
  });
});

describe("ladderPresets", () => {
  it("say what the source measures, whose entities it joins and from where it advises to diversify", () => {
    const facts = Object.entries(ladderPresets).map(([name, { base, requiresJoinedGroups, diversify }]) => [
      name,
      base,
      requiresJoinedGroups,
      diversify?.value ?? null,
    ]);
    expect(facts).toEqual([
      ["delovaya-sreda-2023", "revenue", false, null],
      ["kolotilov-article", "profit", false, null],
      ["kolotilov-2012", "revenue", false, 0.2],
      ["asc-280", "revenue", true, null],
    ]);
  });
});

describe("statuses of shares", () => {
  /** The default ladder in whole numbers. */
  const exactly = (amount: number, whole: number) => {
    if (2 * amount >= whole) return "mono";
    if (5 * amount > whole) return "dependence";
    return 10 * amount >= whole ? "key" : "regular";
  };

  it("are those of exact arithmetic in cents", () => {
    const few = fc.array(fc.oneof(cents, fc.constantFrom(1000, 2000, 5000)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(few, (amounts) => {
        const whole = amounts.reduce((a, b) => a + b, 0);
        fc.pre(whole > 0);
        expect(keyStatuses(shares(inUnits(amounts)).shares, delovayaSreda)).toEqual(
          amounts.map((amount) => exactly(amount, whole)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    { part: 10, preset: "delovaya-sreda-2023", status: "key" },
    { part: 10, preset: "kolotilov-article", status: "regular" },
    { part: 5, preset: "delovaya-sreda-2023", status: "key" },
    { part: 2, preset: "delovaya-sreda-2023", status: "mono" },
    { part: 2, preset: "kolotilov-2012", status: "key" },
  ] as const)("of exactly 1/$part of the total is $status by $preset", ({ part, preset, status }) => {
    fc.assert(
      fc.property(positiveCents, fc.array(cents, { maxLength: 30 }), (amount, others) => {
        const rest = amount * (part - 1) - others.reduce((a, b) => a + b, 0);
        const found = shares(inUnits([amount, ...others, rest])).shares;
        expect(keyStatus(found[0], ladderPresets[preset])).toBe(status);
      }),
    );
  });

  it("do not depend on the order of rows, on a client with 0, or on the unit", () => {
    const lists = reordered(fc.array(cents, { minLength: 1, maxLength: 40 }));
    fc.assert(
      fc.property(lists, fc.integer({ min: -40, max: 40 }), ({ values, order }, power) => {
        const amounts = inUnits(values);
        const statuses = keyStatuses(shares(amounts).shares, delovayaSreda);
        const moved = [...order.map((i) => amounts[i] * 2 ** power), 0];
        const again = keyStatuses(shares(moved).shares, delovayaSreda);
        expect(again.slice(0, -1)).toEqual(order.map((i) => statuses[i]));
      }),
    );
  });

  it("are at most ten key clients when no amount is negative", () => {
    fc.assert(
      fc.property(fc.array(positiveCents, { minLength: 1, maxLength: 40 }), (amounts) => {
        const statuses = keyStatuses(shares(inUnits(amounts)).shares, delovayaSreda);
        expect(statuses.filter((status) => status !== "regular").length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
