import { readPeriodHeaders } from "../../../src/portfolio/periods/period-block";

const read = (
  headers: readonly (string | number)[],
  options: { separator?: "." | ","; asOf?: string; filled?: number; format?: string } = {},
) =>
  readPeriodHeaders(
    headers.map((header, i) => ({
      header,
      format: options.format ?? "General",
      filled: i < (options.filled ?? headers.length),
    })),
    options.separator ?? ",",
    options.asOf ?? "2026-03-10",
  ).map((period) => period && `${period.unit} ${period.start}`);

describe("full dates that stand for longer periods", () => {
  test("first days of months are months, whether text or date cells", () => {
    const months = ["month 2024-01-01", "month 2024-02-01", "month 2024-04-01"];
    expect(read(["01.01.2024", "01.02.2024", "01.04.2024"])).toEqual(months);
    expect(read([45_292, 45_323, 45_383], { format: "dd.mm.yyyy" })).toEqual(months);
  });

  test("last days of months are months", () => {
    expect(read(["31.01.2024", "29.02.2024"])).toEqual(["month 2024-01-01", "month 2024-02-01"]);
  });

  test("first days three months apart are quarters, twelve apart years", () => {
    expect(read(["01.01.2024", "01.04.2024", "01.07.2024"])).toEqual([
      "quarter 2024-01-01",
      "quarter 2024-04-01",
      "quarter 2024-07-01",
    ]);
    expect(read(["31.12.2023", "31.12.2024"])).toEqual(["year 2023-01-01", "year 2024-01-01"]);
  });

  test("days a week apart are weeks", () => {
    expect(read(["01.01.2024", "08.01.2024", "15.01.2024"])).toEqual([
      "week 2024-01-01",
      "week 2024-01-08",
      "week 2024-01-15",
    ]);
  });

  test("other days stay days", () => {
    expect(read(["01.01.2024", "15.01.2024", "29.01.2024"])[1]).toBe("day 2024-01-15");
    expect(read(["01.01.2024", "02.01.2024"])).toEqual(["day 2024-01-01", "day 2024-01-02"]);
  });
});

describe("dates with slashes", () => {
  test("the headers show which part is the month", () => {
    const months = ["month 2024-01-01", "month 2024-02-01"];
    expect(read(["1/1/2024", "1/2/2024"], { separator: "." })).toEqual(months);
    expect(read(["1/1/2024", "2/1/2024"], { separator: "," })).toEqual(months);
  });

  test("where they do not, the decimal separator decides", () => {
    expect(read(["3/5/2024", "4/6/2024"], { separator: "." })).toEqual(["day 2024-03-05", "day 2024-04-06"]);
    expect(read(["3/5/2024", "4/6/2024"], { separator: "," })).toEqual(["day 2024-05-03", "day 2024-06-04"]);
  });
});

describe("months without a year", () => {
  test("the last one with numbers is the latest that has begun", () => {
    expect(read(["Янв", "Фев", "Мар", "Апр"], { filled: 3 })[2]).toBe("month 2026-03-01");
    expect(read(["Янв", "Фев", "Мар", "Апр"], { filled: 4 })[3]).toBe("month 2025-04-01");
  });

  test("columns that pass New Year belong to two years", () => {
    expect(read(["Nov", "Dec", "Jan", "Feb"])).toEqual([
      "month 2025-11-01",
      "month 2025-12-01",
      "month 2026-01-01",
      "month 2026-02-01",
    ]);
  });

  test("columns from the latest to the earliest are one year", () => {
    expect(read(["Mar", "Feb", "Jan"])).toEqual(["month 2026-03-01", "month 2026-02-01", "month 2026-01-01"]);
  });

  test("one alone is no period", () => {
    expect(read(["May", "Client"])).toEqual([null, null]);
  });
});
