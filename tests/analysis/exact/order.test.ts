import * as fc from "fast-check";
import { descendingOrder } from "../../../src/analysis";

describe("descendingOrder(values)", () => {
  it("is the positions from the largest to the smallest", () => {
    expect([...descendingOrder([3, 7, -2, 5, 0])]).toEqual([1, 3, 0, 4, 2]);
    expect([...descendingOrder([])]).toEqual([]);
  });

  it("keeps the order of equal values, 0 and −0 among them, and puts NaN last", () => {
    expect([...descendingOrder([1, -0, NaN, 2, 0, 1, -0, -1e300])]).toEqual([3, 0, 5, 1, 4, 6, 7, 2]);
  });

  it("agrees with a stable comparison for any numbers", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.double({ min: 1e9, max: 1e9 + 1e-4, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), (values) => {
        const expected = values.map((_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
        expect([...descendingOrder(values)]).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
