import * as fc from "fast-check";
import { above, atLeast, meets } from "../../../src/analysis";

describe("atLeast(a, b), above(a, b)", () => {
  it("take figures that differ by binary rounding only as equal", () => {
    expect(0.1 * 3 >= 0.3 && 0.3 >= 0.1 * 3).toBe(false);
    expect(atLeast(0.3, 0.1 * 3)).toBe(true);
    expect(above(0.1 * 3, 0.3)).toBe(false);
  });

  it("tell apart what a share can really differ by", () => {
    expect(atLeast(0.1 - 1e-11, 0.1)).toBe(false);
    expect(above(0.2 + 1e-11, 0.2)).toBe(true);
  });

  it("measure the tolerance against the size of the figures above 1", () => {
    expect(above(1e15 + 100, 1e15)).toBe(false);
    expect(above(1e15 + 2000, 1e15)).toBe(true);
  });

  it("are opposites", () => {
    const figure = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0.1, 0.3, 0.1 * 3));
    fc.assert(
      fc.property(figure.filter(Number.isFinite), figure.filter(Number.isFinite), (a, b) => {
        expect(above(a, b)).toBe(!atLeast(b, a));
      }),
    );
  });

  it("are false for NaN", () => {
    expect([atLeast(NaN, 0), atLeast(0, NaN), above(NaN, 0), above(0, NaN)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("meets(value, limit)", () => {
  it("includes the limit itself only when the limit says so", () => {
    expect(meets(0.1, { value: 0.1, inclusive: true })).toBe(true);
    expect(meets(0.1, { value: 0.1, inclusive: false })).toBe(false);
  });
});
