import { calendarPeriod } from "../../../src/portfolio/periods/period";
import { orderOf } from "../../../src/portfolio/periods/period-order";

const months = (...numbers: (number | null)[]) =>
  numbers.map((number) => number && calendarPeriod("month", 2024, number)).map((period) => period || null);

test("periods from the first to the last run onward; columns between them that do not count are passed over", () => {
  expect(orderOf(months(1, null, 2, 3))).toEqual({ direction: "onward", doubled: [], missing: 0 });
  expect(orderOf([])).toEqual({ direction: "onward", doubled: [], missing: 0 });
});

test("another order is told apart", () => {
  expect(orderOf(months(3, 2, 1)).direction).toBe("back");
  expect(orderOf(months(1, 3, 2)).direction).toBe("mixed");
});

test("a gap is counted in whatever order the columns stand", () => {
  expect(orderOf(months(6, 1, 2)).missing).toBe(3);
});

test("a doubled period gives the positions of its columns and is no gap", () => {
  expect(orderOf(months(2, 1, 2, 1, 3))).toEqual({
    direction: "mixed",
    doubled: [
      [1, 3],
      [0, 2],
    ],
    missing: 0,
  });
});

test("a quarter between its months is neither a double nor a gap", () => {
  const [jan, feb, mar, apr] = months(1, 2, 3, 4);
  expect(orderOf([jan, feb, mar, calendarPeriod("quarter", 2024, 1), apr])).toMatchObject({
    doubled: [],
    missing: 0,
  });
});
