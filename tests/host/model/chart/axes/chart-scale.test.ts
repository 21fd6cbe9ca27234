import fc from "fast-check";
import { automaticScale } from "../../../../../src/host/model/chart/axes/chart-scale";

const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 });

test("the ends hold all values and stand on whole steps of 1, 2 or 5 times a power of ten", () => {
  fc.assert(
    fc.property(values, (numbers) => {
      const { minimum, maximum, majorUnit } = automaticScale(numbers);
      const slack = majorUnit * 1e-6;
      expect(minimum).toBeLessThanOrEqual(Math.min(...numbers) + slack);
      expect(maximum).toBeGreaterThanOrEqual(Math.max(...numbers) - slack);
      expect(["1", "2", "5"]).toContain(majorUnit.toExponential().split("e")[0]);
      expect(Math.abs(minimum / majorUnit - Math.round(minimum / majorUnit))).toBeLessThan(1e-6);
    }),
  );
});

test("starts at 0 unless all values are close together", () => {
  expect(automaticScale([120, 80, 40]).minimum).toBe(0);
  expect(automaticScale([1000, 1010]).minimum).toBeGreaterThan(900);
  expect(automaticScale([-5, -1]).maximum).toBe(0);
});

test("without values an axis goes from 0 to 1", () => {
  expect(automaticScale([])).toMatchObject({ minimum: 0, maximum: 1 });
});
