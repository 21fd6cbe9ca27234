import * as fc from "fast-check";
import { snap, sum } from "../../../src/analysis";

/** Cents cut into parts of either sign. */
const parts = (whole: number, cuts: readonly number[]) => {
  const taken = cuts.map((cut) => Math.round(cut * whole));
  return [...taken, whole - taken.reduce((a, b) => a + b, 0)].map((part) => part / 100);
};

describe("snap(amount)", () => {
  it("gives the decimal figure that was meant", () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(snap(0.1 + 0.2)).toBe(0.3);
    expect(snap(-0.1 - 0.2)).toBe(-0.3);
    expect(snap(1e6 + 0.1 - 1e6)).toBe(0.1);
    expect(snap(1234567.000001)).toBe(1234567.000001);
  });

  it("makes totals of the same cents equal, of whatever parts they are made", () => {
    const cuts = fc.array(fc.double({ min: -0.3, max: 0.6, noNaN: true }), { minLength: 2, maxLength: 12 });
    const whole = fc
      .tuple(fc.double({ min: 1, max: 9.99, noNaN: true }), fc.integer({ min: 2, max: 14 }))
      .map(([digits, power]) => Math.round(digits * 10 ** power));
    fc.assert(
      fc.property(whole, cuts, cuts, (amount, one, other) => {
        expect(snap(sum(parts(amount, one)))).toBe(snap(sum(parts(amount, other))));
        expect(snap(sum(parts(amount, one)))).toBe(amount / 100);
      }),
      { numRuns: 2000 },
    );
  });

  it("never moves an amount in cents, nor a snapped one", () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(fc.property(any, (amount) => expect(snap(snap(amount))).toBe(snap(amount))));
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (amount) => {
        expect(snap(amount / 100)).toBe(amount / 100);
      }),
    );
  });

  it("never moves a figure of 15 digits with up to six decimals", () => {
    const digits = fc.integer({ min: 1e14, max: 1e15 - 1 });
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom(1, -1),
        (figure, decimals, sign) => {
          const amount = (sign * figure) / 10 ** decimals;
          expect(snap(amount)).toBe(amount);
        },
      ),
    );
  });

  it("leaves alone what is too large to hold cents", () => {
    expect(snap(12345678901234.57)).toBe(12345678901234.57);
    expect(snap(-1.7e308)).toBe(-1.7e308);
  });

  it("knows no negative zero", () => {
    expect(Object.is(snap(-1e-9), 0)).toBe(true);
    expect(Object.is(snap(-0), 0)).toBe(true);
  });
});
