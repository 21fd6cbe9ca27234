import fc from "fast-check";
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

  test("days after the twelfth say of all headers what comes first", () => {
    const weeks = ["week 2025-01-05", "week 2025-01-12", "week 2025-01-19"];
    expect(read(["w/e 05/01/2025", "w/e 12/01/2025", "w/e 19/01/2025"], { separator: "." })).toEqual(weeks);
    expect(read(["01/05/2025", "01/12/2025", "01/19/2025"])).toEqual(weeks);
  });

  test.each([
    ["Sales 2024 (k€)", "Sales 2025 (k€)"],
    ["2024 M$", "2025 M$"],
    ["Umsatz 2024 in TEUR", "Umsatz 2025 in TEUR"],
  ])("%j is a year in a unit of money", (...headers) => {
    expect(read(headers)).toEqual(["year 2024-01-01", "year 2025-01-01"]);
  });

  test("tonnes of a year are none", () => {
    expect(read(["2024 (t)", "2025 (t)"])).toEqual([null, null]);
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

  test("01/25 is a month where months follow one another, and nothing else", () => {
    expect(read(["11/24", "12/24", "01/25"])).toEqual([
      "month 2024-11-01",
      "month 2024-12-01",
      "month 2025-01-01",
    ]);
    expect(read(["01/25", "01/26", "01/27"])).toEqual([null, null, null]);
    expect(read(["01/25"])).toEqual([null]);
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

  test("columns that run backwards over New Year belong to two years", () => {
    expect(read(["Feb", "Jan", "Dec", "Nov"])).toEqual([
      "month 2026-02-01",
      "month 2026-01-01",
      "month 2025-12-01",
      "month 2025-11-01",
    ]);
  });

  test("columns in a mixed order are one year", () => {
    expect(read(["Jan", "Mar", "Feb"])).toEqual(["month 2026-01-01", "month 2026-03-01", "month 2026-02-01"]);
  });

  test("two years of months stand one after the other", () => {
    const months = "янв фев мар апр май июн июл авг сен окт ноя дек".split(" ");
    const found = read([...months, ...months], { asOf: "2026-12-31" });
    expect(found[0]).toBe("month 2025-01-01");
    expect(found[23]).toBe("month 2026-12-01");
    expect(new Set(found).size).toBe(24);
  });

  test("a month that stands there twice is not next year's", () => {
    expect(read(["Jan", "Feb", "Feb", "Mar"])).toEqual([
      "month 2026-01-01",
      "month 2026-02-01",
      "month 2026-02-01",
      "month 2026-03-01",
    ]);
  });

  test("one alone is no period", () => {
    expect(read(["May", "Client"])).toEqual([null, null]);
  });
});

describe("numbered periods", () => {
  test("months are those of the latest year in which the last one has begun", () => {
    expect(read(["Месяц 1", "Месяц 2", "Месяц 3"])).toEqual([
      "month 2026-01-01",
      "month 2026-02-01",
      "month 2026-03-01",
    ]);
    expect(read(["Month 1", "Month 2", "Month 3", "Month 4"])[3]).toBe("month 2025-04-01");
  });

  test("month 13 is the first of the next year", () => {
    const found = read(Array.from({ length: 14 }, (_, i) => `Месяц ${i + 1}`));
    expect(found.slice(11)).toEqual(["month 2025-12-01", "month 2026-01-01", "month 2026-02-01"]);
  });

  test("weeks are those of ISO 8601", () => {
    expect(read(["W01", "W02", "W03"])).toEqual(["week 2025-12-29", "week 2026-01-05", "week 2026-01-12"]);
    expect(read(["Неделя 52", "Неделя 53", "Неделя 1"], { asOf: "2021-02-01" })).toEqual([
      "week 2020-12-21",
      "week 2020-12-28",
      "week 2021-01-04",
    ]);
  });

  test("a row of months counted before the word", () => {
    expect(read(["1 мес.", "2 мес.", "3 мес."])).toEqual([
      "month 2026-01-01",
      "month 2026-02-01",
      "month 2026-03-01",
    ]);
    expect(read(["3 мес.", "6 мес.", "9 мес.", "12 мес."])).toEqual([null, null, null, null]);
    expect(read(["Янв", "Фев", "12 мес."])[2]).toBeNull();
  });

  test("quarters and halves are the latest that are over, so that none is left aside as running", () => {
    const quarters = ["Q1", "Q2", "Q3", "Q4"];
    expect(read(quarters, { asOf: "2026-11-26" })[3]).toBe("quarter 2025-10-01");
    expect(read(quarters.slice(0, 3), { asOf: "2026-11-26" })[2]).toBe("quarter 2026-07-01");
    expect(read(quarters, { asOf: "2026-12-31" })[3]).toBe("quarter 2026-10-01");
    expect(read(["1 полугодие", "2 полугодие"], { asOf: "2026-11-26" })[1]).toBe("half 2025-07-01");
  });

  test("weeks by their Russian letter, in company", () => {
    expect(read(["Н01", "Н02", "Н03"])[0]).toBe("week 2025-12-29");
    expect(read(["Н01", "Н02"])).toEqual([null, null]);
  });

  test("two letters with numbers are no months: they may be margins or prices", () => {
    expect(read(["M1", "M2"])).toEqual([null, null]);
    expect(read(["M1", "M2", "M3"])[0]).toBe("month 2026-01-01");
  });
});

test("any run of months without years follows one another without a gap", () => {
  const names = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 3, max: 36 }),
      fc.boolean(),
      (first, count, backwards) => {
        const headers = Array.from({ length: count }, (_, i) => names[(first + i) % 12]);
        const found = read(backwards ? headers.reverse() : headers) as string[];
        const months = (backwards ? found.reverse() : found).map(
          (text) => Number(text.slice(6, 10)) * 12 + Number(text.slice(11, 13)),
        );
        expect(months).toEqual(months.map((_, i) => months[0] + i));
      },
    ),
  );
});

describe("months without a year under two amounts", () => {
  const months = ["янв", "фев", "мар"];
  const twice = ["2026-01-01", "2026-02-01", "2026-03-01"].map((start) => `month ${start}`);

  test("are of one year", () => {
    for (const [one, two] of [
      ["С НДС", "Без НДС"],
      ["Sales, €", "Sales, $"],
      ["Net", "Gross"],
    ])
      expect(read([...months.map((m) => `${one} ${m}`), ...months.map((m) => `${two} ${m}`)])).toEqual([
        ...twice,
        ...twice,
      ]);
  });

  test("which are called differently but follow each other are one row", () => {
    expect(read(["Sales янв", "Sales фев", "Revenue мар"])).toEqual(twice);
    expect(read([...months, ...months].map((m) => `Sales ${m}`)).slice(0, 1)).toEqual(["month 2025-01-01"]);
  });
});
