import { textsOf } from "../../src/locales";
import { calendarPeriod } from "../../src/portfolio/periods/period";
import { readPeriodHeader } from "../../src/portfolio/periods/period-header";

describe.each(Object.entries(textsOf))("the made list in %s", (_, { madeList }) => {
  test.each([
    ...Array.from({ length: 12 }, (_, i) => ["month", i + 1] as const),
    ...Array.from({ length: 4 }, (_, i) => ["quarter", i + 1] as const),
    ["half", 1] as const,
    ["half", 2] as const,
    ["year", 1] as const,
  ])("has headers of periods that are read as these periods: %s %i", (unit, index) => {
    const period = calendarPeriod(unit, 2024, index)!;
    expect(readPeriodHeader(madeList.period(period), "General")).toEqual({ kind: "period", period });
  });

  test("has names that Excel takes", () => {
    expect(madeList.sheet).toMatch(/^[^\\/?*[\]:]{1,28}$/);
    expect(madeList.table).toMatch(/^\p{L}[\p{L}\p{N}]*$/u);
  });
});
