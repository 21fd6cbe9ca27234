import type { Period } from "../../../src/portfolio";
import { calendarPeriod } from "../../../src/portfolio/periods/period";
import {
  choosePeriods,
  commonLength,
  missingPeriods,
  quartersFrom,
} from "../../../src/portfolio/periods/period-window";
import { problemOf } from "../lists";

const month = (iso: string): Period => calendarPeriod("month", +iso.slice(0, 4), +iso.slice(5))!;
const months = (...names: string[]) => names.map(month);

describe("the periods that count", () => {
  const block = months("2024-03", "2024-01", "2024-02", "2024-04");
  const all = { window: "complete", asOf: null } as const;

  test("are the complete ones, in order of time whatever the order of the columns", () => {
    const { chosen, leftOut, incomplete } = choosePeriods(block, all, "2024-04-15");
    expect(chosen).toEqual([1, 2, 0]);
    expect(leftOut).toEqual([3]);
    expect([...incomplete]).toEqual([3]);
  });

  test("a period is complete on the day after its end when today decides, on its last day when the user dates it", () => {
    expect(choosePeriods(block, all, "2024-04-30").chosen).toHaveLength(3);
    expect(choosePeriods(block, all, "2024-05-01").chosen).toHaveLength(4);
    expect(choosePeriods(block, { ...all, asOf: "2024-04-30" }, "2024-04-02").chosen).toHaveLength(4);
    expect(choosePeriods(block, { ...all, asOf: "2024-04-29" }, "2026-01-01").chosen).toHaveLength(3);
  });

  test("what is complete and what has begun stays known beside a window", () => {
    const { complete, begun } = choosePeriods(block, { window: { last: 1 }, asOf: null }, "2024-03-15");
    expect([complete, begun]).toEqual([
      [1, 2],
      [1, 2, 0],
    ]);
    const dated = choosePeriods(block, { ...all, asOf: "2024-01-31" }, "2024-03-15");
    expect([dated.complete, dated.begun]).toEqual([[1], [1, 2, 0]]);
  });

  test("can be the last k complete ones", () => {
    expect(choosePeriods(block, { window: { last: 2 }, asOf: null }, "2024-04-15").chosen).toEqual([2, 0]);
  });

  test("can be those inside a range", () => {
    const window = { from: "2024-01-15", to: "2024-03-31" };
    expect(choosePeriods(block, { window, asOf: null }, "2024-12-31").chosen).toEqual([2, 0]);
  });

  test("the last ones that nobody has filled in do not count, where many bought before", () => {
    const buyers = [7, 9, 8, 0];
    const chosen = (asOf: string | null, scale = 1) =>
      choosePeriods(block, { ...all, asOf }, "2024-12-01", (i) => Math.floor(buyers[i] * scale)).chosen;
    expect(chosen(null)).toEqual([1, 2, 0]);
    // Three clients may all stop; and a user who says that everything is known up to June means it.
    expect(chosen(null, 0.5)).toEqual([1, 2, 0, 3]);
    expect(chosen("2024-06-30")).toEqual([1, 2, 0, 3]);
  });

  test("more than there are is a problem", () => {
    expect(problemOf(() => choosePeriods(block, { window: { last: 5 }, asOf: null }, "2024-04-15"))).toEqual({
      kind: "tooFewPeriods",
      asked: 5,
      available: 3,
    });
    const window = { from: "2020-01-01", to: "2020-12-31" };
    expect(problemOf(() => choosePeriods(block, { window, asOf: null }, "2024-12-31"))).toMatchObject({
      available: 0,
    });
  });
});

describe("periods of several lengths", () => {
  test("the most frequent length counts; a quarter over its months covers them", () => {
    const periods = [
      ...months("2024-01", "2024-02", "2024-03"),
      calendarPeriod("quarter", 2024, 1),
      calendarPeriod("year", 2022),
    ];
    const { unit, covering, other } = commonLength(periods);
    expect(unit).toBe("month");
    expect([...covering]).toEqual([3]);
    expect([...other]).toEqual([4]);
  });
});

describe("quarters from months", () => {
  test("only whole quarters count", () => {
    const quarters = quartersFrom(months("2023-12", "2024-01", "2024-02", "2024-03", "2024-04"));
    expect(quarters?.periods).toEqual([calendarPeriod("quarter", 2024, 1)]);
    expect([...(quarters?.quarterOf ?? [])]).toEqual([-1, 0, 0, 0, -1]);
  });

  test("a quarter with a month missing is not whole", () => {
    expect(quartersFrom(months("2024-01", "2024-03", "2024-04", "2024-05", "2024-06"))?.periods).toEqual([
      calendarPeriod("quarter", 2024, 2),
    ]);
  });

  test("quarters and years stay what they are", () => {
    expect(quartersFrom([calendarPeriod("quarter", 2024, 1)!])).toBeNull();
  });
});

test("months without a column are counted", () => {
  expect(missingPeriods(months("2023-11", "2024-01", "2024-02", "2024-05"))).toBe(3);
  expect(missingPeriods(months("2023-11", "2023-12", "2024-01"))).toBe(0);
});
