import * as fc from "fast-check";
import {
  type AbcClass,
  type AbcRule,
  InvalidArgument,
  abc,
  abcBorders,
  abcClass,
} from "../../../src/analysis";
import { cents, inUnits, positiveCents, reordered } from "../amounts";
import { boundaryRules } from "../oracles/abc-boundary";

const up: AbcRule = { aLimit: 0.8, bLimit: 0.95, crossing: "up" };
const down: AbcRule = { ...up, crossing: "down" };
const lists = fc.array(cents, { maxLength: 60 });
const rules = fc.constantFrom(up, down);

/** The rules as the methods state them, in whole cents and whole per cent. */
function byDefinition(amounts: readonly number[], crossing: AbcRule["crossing"]): AbcClass[] {
  const pool = amounts.reduce((whole, amount) => whole + Math.max(0, amount), 0);
  return amounts.map((own) => {
    if (own <= 0) return "C";
    const reached = amounts
      .filter((amount) => amount > 0 && (crossing === "up" ? amount > own : amount >= own))
      .reduce((a, b) => a + b, 0);
    const within = (limit: number) =>
      crossing === "up" ? 100 * reached < limit * pool : 100 * reached <= limit * pool;
    return within(80) ? "A" : within(95) ? "B" : "C";
  });
}

describe("abc(amounts, rule)", () => {
  it.each(boundaryRules)("places $name as published: $amounts", (example) => {
    expect(abc(example.amounts, up).join("")).toBe(example.up);
    expect(abc(example.amounts, down).join("")).toBe(example.down);
  });

  it("puts a client with 96 % into A, and by crossing down into C", () => {
    expect(abc([4, 96], up)).toEqual(["C", "A"]);
    expect(abc([4, 96], down)).toEqual(["C", "C"]);
  });

  it("puts amounts of 0 and below into C and does not count them", () => {
    expect(abc([-500, 80, 0, 20], up)).toEqual(["C", "A", "C", "B"]);
    expect(abc([0, -1], up)).toEqual(["C", "C"]);
    expect(abc([], up)).toEqual([]);
  });

  it("takes a lone client as A", () => {
    expect(abc([5], up)).toEqual(["A"]);
  });

  it("allows equal limits: B is empty", () => {
    const rule: AbcRule = { aLimit: 0.8, bLimit: 0.8, crossing: "up" };
    expect(abc([50, 30, 15, 5], rule).join("")).toBe("AACC");
  });

  it("follows its definition in exact arithmetic", () => {
    const even = fc.array(fc.constantFrom(500, 1000, 1500, 2000, 3000, 5000, 8000, -100), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(fc.oneof(lists, even), fc.constantFrom("up", "down"), (amounts, crossing) => {
        expect(abc(inUnits(amounts), { ...up, crossing })).toEqual(byDefinition(amounts, crossing));
      }),
      { numRuns: 1500 },
    );
  });

  it("takes a cumulative share of exactly 80 % for what it is", () => {
    // The largest are 4/5 of the pool to the cent: what follows is B by either rule, never A.
    fc.assert(
      fc.property(fc.array(positiveCents, { minLength: 1, maxLength: 8 }), rules, (small, rule) => {
        const rest = small.reduce((a, b) => a + b, 0);
        const largest = [rest * 3, rest].map((amount) => amount + 0);
        const classes = abc(inUnits([...largest, ...small]), rule);
        fc.pre(small.every((amount) => amount < rest));
        expect(classes.slice(0, 2)).toEqual(["A", "A"]);
        expect(classes.slice(2)).not.toContain("A");
      }),
    );
  });

  it("does not depend on the order of rows, on a client with 0, or on the unit", () => {
    const power = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(reordered(lists), rules, power, ({ values, order }, rule, exponent) => {
        const amounts = inUnits(values);
        const classes = abc(amounts, rule);
        const moved = [0, ...order.map((i) => amounts[i] * 2 ** exponent)];
        expect(abc(moved, rule)).toEqual(["C", ...order.map((i) => classes[i])]);
      }),
    );
  });

  it("gives equal amounts one class and never a better class to a smaller amount", () => {
    fc.assert(
      fc.property(lists, rules, (values, rule) => {
        const classes = abc(inUnits(values), rule);
        for (let i = 0; i < values.length; i++) {
          for (let j = 0; j < values.length; j++) {
            if (values[i] === values[j]) expect(classes[i]).toBe(classes[j]);
            if (values[i] < values[j]) expect(classes[i] >= classes[j]).toBe(true);
          }
        }
      }),
    );
  });

  it("does not change an amount", () => {
    const amounts = Float64Array.of(1, 3, 2);
    abc(amounts, up);
    expect([...amounts]).toEqual([1, 3, 2]);
  });
});

describe("abcBorders(amounts, rule)", () => {
  it("is the smallest amount of A, and of A and B", () => {
    expect(abcBorders([500, 200, 100, 80, 50, 30, 20, 10, 6, 4], up)).toEqual({
      a: 100,
      b: 30,
      positiveTotal: 1000,
    });
  });

  it("is Infinity for a class without clients", () => {
    expect(abcBorders([0, -3], up)).toEqual({ a: Infinity, b: Infinity, positiveTotal: 0 });
    expect(abcBorders([96, 4], down)).toMatchObject({ a: Infinity, b: Infinity });
  });

  it("serves one amount at a time", () => {
    fc.assert(
      fc.property(lists, rules, (values, rule) => {
        const amounts = inUnits(values);
        const borders = abcBorders(amounts, rule);
        expect(Array.from(amounts, (amount) => abcClass(amount, borders))).toEqual(abc(amounts, rule));
      }),
    );
  });

  it.each([
    { rule: { ...up, aLimit: 0 }, argument: "aLimit" },
    { rule: { ...up, aLimit: NaN }, argument: "aLimit" },
    { rule: { ...up, bLimit: 0.7 }, argument: "bLimit" },
    { rule: { ...up, bLimit: 95 }, argument: "bLimit" },
  ])("refuses limits that make no sense and names $argument", ({ rule, argument }) => {
    expect(() => abcBorders([1], rule)).toThrow(expect.objectContaining({ argument }));
    expect(() => abcBorders([1], rule)).toThrow(InvalidArgument);
  });
});
