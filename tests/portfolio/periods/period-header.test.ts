import fc from "fast-check";
import { growth } from "../../growth";
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

test("a text that goes on and on is no period, and costs no more than a shorter one", async () => {
  const read = (letters: number) => () => {
    for (let time = 0; time < 500; time++) {
      expect(readPeriodHeader("a".repeat(letters), "General")).toBeNull();
    }
  };
  expect(await growth(read(2000), read(32_000))).toBeLessThan(64);
});

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
    "001.2024",
    "2024/001",
    "2024001",
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
    "AMT_202401",
    "Revenue (USD) 2024-01",
    "Sum of Jan 2024",
    "Sum of 2024-01",
    "Сумма по полю янв 2024",
    "Сумма по полю Выручка янв 2024",
    "янв 2024 Сумма по полю Выручка",
    "2024 янв",
    "2024 год Январь",
    "2024 г. Январь",
    "Январь 2024 г. Сумма",
    "янв 2024 Сумма, руб.",
    "янв 2024, т.р.",
    "Факт янв 2024",
    "янв 2024 факт",
    "Sales Jan 2024 ($000)",
    "Сумма с НДС, январь 2024",
    "NetSalesJan2024",
    "NET_SALES_202401",
    "2024 янв 2024",
    "2024 2024-01",
    "2024 1 кв. янв",
    "I квартал 2024 Январь",
    "Q1 2024 Jan",
    "2024 H1 Jan",
    "Месяц 1 2024",
    "2024 Месяц 1",
    "2024 1",
    "2024-P01",
    "FY24 P01",
    "Jan FY24",
    "Rev_2024_01",
    "01.01.2024 - 31.01.2024",
    "с 01.01.2024 по 31.01.2024",
    "01.01-31.01.2024",
    "с 01.01 по 31.01.2024",
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
    ["FY19", "year 2019-01-01…2019-12-31"],
    ["FY 2019", "year 2019-01-01…2019-12-31"],
    ["FY2019-20", "year 2019-01-01…2019-12-31"],
    ["FY19/20", "year 2019-01-01…2019-12-31"],
    ["FY2019/2020", "year 2019-01-01…2019-12-31"],
    ["2019/20", "year 2019-01-01…2019-12-31"],
    ["CY2024", "year 2024-01-01…2024-12-31"],
    ["Revenue FY19", "year 2019-01-01…2019-12-31"],
    ["Фин. год 2019", "year 2019-01-01…2019-12-31"],
    ["Год 2024", "year 2024-01-01…2024-12-31"],
    ["Q1 FY24", "quarter 2024-01-01…2024-03-31"],
    ["FY24 Q1", "quarter 2024-01-01…2024-03-31"],
    ["2024 Q1 Revenue", "quarter 2024-01-01…2024-03-31"],
    ["NetSales2019", "year 2019-01-01…2019-12-31"],
    ["netsales2019", "year 2019-01-01…2019-12-31"],
    ["Sales_2019", "year 2019-01-01…2019-12-31"],
    ["Выручка2023", "year 2023-01-01…2023-12-31"],
    ["2025 Выручка, тыс. руб.", "year 2025-01-01…2025-12-31"],
    ["2025 г.", "year 2025-01-01…2025-12-31"],
    ["01.01.2024 - 31.12.2024", "year 2024-01-01…2024-12-31"],
    ["01.01.2024-07.01.2024", "week 2024-01-01…2024-01-07"],
    ["2024 W05", "week 2024-01-29…2024-02-04"],
    ["Третий квартал 2024", "quarter 2024-07-01…2024-09-30"],
    ["Second quarter 2024", "quarter 2024-04-01…2024-06-30"],
    ["Второе полугодие 2024 г.", "half 2024-07-01…2024-12-31"],
    ["2024A", "year 2024-01-01…2024-12-31"],
    ["FY24A", "year 2024-01-01…2024-12-31"],
    ["w/c 06 Jan 2025", "day 2025-01-06…2025-01-06"],
    ["Week ending: 12.01.2025", "day 2025-01-12…2025-01-12"],
    ["Month ending 31 Jan 2025", "day 2025-01-31…2025-01-31"],
    ["Неделя с 06.01.2025", "day 2025-01-06…2025-01-06"],
  ])("%s is %s", (header, expected) => {
    expect(span(header)).toBe(expected);
  });

  test("a year, a year and month, a month and year as a number", () => {
    expect(span(2024)).toBe("year 2024-01-01…2024-12-31");
    expect(span(202401)).toBe("month 2024-01-01…2024-01-31");
    expect(span(1.2024)).toBe("month 2024-01-01…2024-01-31");
    expect(span(10.2024)).toBe("month 2024-10-01…2024-10-31");
    expect(span(1.202)).toBe("month 2020-01-01…2020-01-31");
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
  "2025 vs 2024",
  "2025/2024",
  "Growth 2025",
  "Рост 2025",
  "Δ 2024",
  "% 2024",
  "2024, %",
  "Plan 2025",
  "План янв",
  "янв 2025 План",
  "Прошлый год",
  "Количество янв",
  "Январь 2025 г. Количество",
  "янв 2025, шт",
  "кг янв",
  "шт",
  "Average of Jan",
  "Count of Jan 2024",
  "Max of 2024",
  "Количество по полю янв",
  "Среднее по полю янв",
  "Количество по полю Выручка янв 2024",
  "Себестоимость янв 2024",
  "Sales tax 2024",
  "Net profit 2024",
  "Sales Qty Jan 2024",
  "9 мес 2024",
  "2024E",
  "янв-мар 2024",
  "YTD 2024",
  "FY2019-22",
  "2024 янв 2025",
  "2024 2 кв. янв",
  "01.01.2024 - 15.02.2024",
  "12",
  "W54",
  "Месяц 0",
  "М1",
  "Сумма M1 без НДС",
  "Sales P2",
])("%j is no period", (header) => {
  expect(span(header)).toBeNull();
});

test("months and quarters without a year are kept for the company of others", () => {
  expect(readPeriodHeader("Январь", "General")).toEqual({ kind: "yearless", unit: "month", index: 1 });
  expect(readPeriodHeader("III кв.", "General")).toEqual({ kind: "yearless", unit: "quarter", index: 3 });
});

test.each([
  ["Q1 LY", "quarter", 1, 1],
  ["This year Q3", "quarter", 3, 0],
  ["Jan PY", "month", 1, 1],
  ["фев прошлый год", "month", 2, 1],
  ["I кв. тек. год", "quarter", 1, 0],
])("%s is a period of a year by how far back it lies", (header, unit, index, yearsBack) => {
  expect(readPeriodHeader(header, "General")).toEqual({ kind: "yearless", unit, index, yearsBack });
});

test.each(["Q1 TY vs LY", "Last year", "LY %"])("%s is no period", (header) => {
  expect(readPeriodHeader(header, "General")).toBeNull();
});

test.each([1, 2, 6, 12, "1", "12"])("the bare number %j is no period", (header) => {
  expect(readPeriodHeader(header, "General")).toBeNull();
});

describe("periods that a header numbers or names without a year", () => {
  test.each([
    ["Sum of Jan", "month", 1],
    ["Сумма по полю янв", "month", 1],
    ["Сумма по полю Выручка янв", "month", 1],
    ["SalesJan", "month", 1],
    ["Продажи за февраль, руб.", "month", 2],
    ["Q1 Jan", "month", 1],
    ["Квартал 1", "quarter", 1],
    ["Месяц 1", "month", 1],
    ["Месяц 13", "month", 13],
    ["Month 2", "month", 2],
    ["Period 3", "month", 3],
    ["Период 3", "month", 3],
    ["1-й месяц", "month", 1],
    ["M1", "month", 1],
    ["P01", "month", 1],
    ["W01", "week", 1],
    ["Week 2", "week", 2],
    ["Неделя 53", "week", 53],
    ["1-я неделя", "week", 1],
  ])("%s", (header, unit, index) => {
    expect(readPeriodHeader(header, "General")).toMatchObject({ kind: "yearless", unit, index });
  });
});

test("only a header that says more than the period names an amount", () => {
  expect(namesAmountAndPeriod("Sales 2024")).toBe(true);
  expect(namesAmountAndPeriod("NetSales2024")).toBe(true);
  expect(namesAmountAndPeriod("2024")).toBe(false);
  expect(namesAmountAndPeriod("Sales")).toBe(false);
});

test("any month is read back from any of its dresses, with or without words of an amount", () => {
  const names = [..."янв фев мар апр май июн июл авг сен окт ноя дек".split(" ")];
  const month = fc.record({
    year: fc.integer({ min: 1990, max: 2089 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  const words = fc.constantFrom(
    (text: string) => text,
    (text: string) => `Выручка ${text}, тыс. руб.`,
    (text: string) => `Sum of ${text}`,
    (text: string) => `${text} Сумма`,
    (text: string) => `Sales ${text} (USD)`,
  );
  fc.assert(
    fc.property(month, words, ({ year, month }, dressed) => {
      const mm = String(month).padStart(2, "0");
      for (const header of [
        `${year}-${mm}`,
        `${mm}.${year}`,
        `${year}${mm}`,
        `${year}M${mm}`,
        `${names[month - 1]} ${year}`,
        `${year} ${names[month - 1]}`,
        `${names[month - 1]} ${year} г.`,
        `${year} год ${names[month - 1]}`,
      ]) {
        expect(span(dressed(header))).toMatch(`month ${year}-${mm}-01`);
      }
    }),
  );
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
