import fc from "fast-check";
import {
  isDateFormat,
  namesAmountAndPeriod,
  readPeriodHeader,
} from "../../../src/portfolio/periods/period-header";

const span = (header: string | number, format = "General") => {
  const reading = readPeriodHeader(header, format);
  return reading?.kind === "period"
    ? `${reading.period.unit} ${reading.period.start}…${reading.period.end}`
    : reading;
};

describe("months", () => {
  test.each([
    "янв 2024",
    "Январь 2024",
    "ЯНВАРЬ 2024 г.",
    "янв.24",
    "янв-24",
    "янв'24",
    "01.2024",
    "1.2024",
    "01/2024",
    "2024-01",
    "2024.01",
    "2024/1",
    "202401",
    "2024M01",
    "Jan 2024",
    "January 2024",
    "Jan-24",
    "Jan'24",
    "Jan24",
    "2024 Jan",
    "01.24",
    "Выручка янв 2024",
    "Продажи за январь 2024, тыс. руб.",
    "Sales Jan 2024",
    "Revenue (USD) 2024-01",
  ])("%s is January 2024", (header) => {
    expect(span(header)).toBe("month 2024-01-01…2024-01-31");
  });

  test("February ends by the calendar", () => {
    expect(span("фев 2024")).toBe("month 2024-02-01…2024-02-29");
    expect(span("Feb 2023")).toBe("month 2023-02-01…2023-02-28");
  });

  test("every month of the year is known in both languages, in full and short", () => {
    for (const locale of ["ru", "en"]) {
      for (const style of ["long", "short"] as const) {
        for (let month = 0; month < 12; month++) {
          const name = new Date(Date.UTC(2024, month, 1)).toLocaleString(locale, {
            month: style,
            timeZone: "UTC",
          });
          expect(span(`${name} 2024`)).toMatch(`month 2024-${String(month + 1).padStart(2, "0")}-01`);
        }
      }
    }
  });
});

describe("other periods", () => {
  test.each([
    ["Q1 2024", "quarter 2024-01-01…2024-03-31"],
    ["2024 Q3", "quarter 2024-07-01…2024-09-30"],
    ["1Q24", "quarter 2024-01-01…2024-03-31"],
    ["Q4'23", "quarter 2023-10-01…2023-12-31"],
    ["1 кв. 2024", "quarter 2024-01-01…2024-03-31"],
    ["2 квартал 2024 г.", "quarter 2024-04-01…2024-06-30"],
    ["I квартал 2024", "quarter 2024-01-01…2024-03-31"],
    ["IV кв. 2024", "quarter 2024-10-01…2024-12-31"],
    ["3-й квартал 2024", "quarter 2024-07-01…2024-09-30"],
    ["H1 2024", "half 2024-01-01…2024-06-30"],
    ["2024 H2", "half 2024-07-01…2024-12-31"],
    ["1 полугодие 2024", "half 2024-01-01…2024-06-30"],
    ["II полугодие 2024", "half 2024-07-01…2024-12-31"],
    ["2024", "year 2024-01-01…2024-12-31"],
    ["2024 год", "year 2024-01-01…2024-12-31"],
    ["Sales 2024", "year 2024-01-01…2024-12-31"],
    ["2024-W05", "week 2024-01-29…2024-02-04"],
    ["2020-W53", "week 2020-12-28…2021-01-03"],
    ["нед 5 2024", "week 2024-01-29…2024-02-04"],
    ["2024-01-31", "day 2024-01-31…2024-01-31"],
    ["2024-01-31 00:00:00", "day 2024-01-31…2024-01-31"],
    ["31.01.2024", "day 2024-01-31…2024-01-31"],
    ["31/01/2024", "day 2024-01-31…2024-01-31"],
    ["01/31/2024", "day 2024-01-31…2024-01-31"],
    ["31 января 2024", "day 2024-01-31…2024-01-31"],
    ["Jan 31, 2024", "day 2024-01-31…2024-01-31"],
    ["20240131", "day 2024-01-31…2024-01-31"],
  ])("%s is %s", (header, expected) => {
    expect(span(header)).toBe(expected);
  });

  test("a year as a number is a year", () => {
    expect(span(2024)).toBe("year 2024-01-01…2024-12-31");
  });
});

describe("a date cell is as long as its number format shows", () => {
  test.each([
    ["mmm yy", "month 2024-01-01…2024-01-31"],
    ["[$-419]mmmm\\ yyyy;@", "month 2024-01-01…2024-01-31"],
    ["dd.mm.yyyy", "day 2024-01-01…2024-01-01"],
    ["m/d/yyyy", "day 2024-01-01…2024-01-01"],
    ["yyyy", "year 2024-01-01…2024-12-31"],
  ])("%s", (format, expected) => {
    expect(span(45_292, format)).toBe(expected);
  });

  test("a number without a date format is no date", () => {
    for (const format of ["General", "0.00", '0 "day"', "h:mm", "[Red]0"]) {
      expect(isDateFormat(format)).toBe(false);
      expect(span(45_292, format)).toBeNull();
    }
  });
});

test.each([
  "Client",
  "Клиент",
  "Total 2024",
  "Итого 2024",
  "План янв 2024",
  "Прибыль 2024",
  "A1",
  "L2",
  "13.2024",
  "2024-13",
  "Q5 2024",
  "30.02.2024",
  "2021-W53",
  "3 полугодие 2024",
  "Sales",
  "5",
  "3000",
  "",
])("%j is no period", (header) => {
  expect(span(header)).toBeNull();
});

test("months and quarters without a year are kept for the company of others", () => {
  expect(readPeriodHeader("Январь", "General")).toEqual({ kind: "yearless", unit: "month", index: 1 });
  expect(readPeriodHeader("III кв.", "General")).toEqual({ kind: "yearless", unit: "quarter", index: 3 });
});

test("only a header that says more than the period names an amount", () => {
  expect(namesAmountAndPeriod("Sales 2024")).toBe(true);
  expect(namesAmountAndPeriod("2024")).toBe(false);
  expect(namesAmountAndPeriod("Sales")).toBe(false);
});

test("any day is read back from any of its dresses", () => {
  const day = fc
    .integer({ min: 0, max: 60_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, (iso) => {
      const [y, m, d] = iso.split("-");
      for (const header of [iso, `${d}.${m}.${y}`, `${y}${m}${d}`, `${y}/${m}/${d}`]) {
        expect(span(header)).toBe(`day ${iso}…${iso}`);
      }
    }),
  );
});
