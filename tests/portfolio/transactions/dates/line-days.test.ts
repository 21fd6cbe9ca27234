import fc from "fast-check";
import { finish } from "../../../../src/portfolio";
import { isoDay } from "../../../../src/portfolio/periods/period";
import { monthOfDay } from "../../../../src/portfolio/periods/day-text";
import { NO_DAY, readLineDaysSteps } from "../../../../src/portfolio/transactions/dates/line-days";
import { type Cell, listOf } from "../../lists";

/** The days of a column as ISO days, null for none, and how the order of day and month was decided. */
function read(cells: readonly Cell[], options = {}, decimalSeparator: "." | "," = ".") {
  const [column] = listOf([["Date"], ...cells.map((cell) => [cell])]).columns;
  const { days, ...rest } = finish(readLineDaysSteps(column, decimalSeparator, options));
  return { days: Array.from(days, (day) => (day === NO_DAY ? null : isoDay(day))), ...rest };
}

describe("dates of lines", () => {
  test.each<[Cell, string | null]>([
    [45_657, "2024-12-31"],
    [45_657.99, "2024-12-31"],
    ["2024-12-31", "2024-12-31"],
    ["2024-12-31T00:00:00", "2024-12-31"],
    ["2024-12-31T23:59:59.000Z", "2024-12-31"],
    ["2024-12-31 08:26:00", "2024-12-31"],
    ["2024/12/31", "2024-12-31"],
    ["31.12.2024", "2024-12-31"],
    ["31.12.24", "2024-12-31"],
    ["05.01.2025 12:00:00", "2025-01-05"],
    ["5.1.2025 г.", "2025-01-05"],
    ["12/31/2024", "2024-12-31"],
    ["31/12/2024", "2024-12-31"],
    ["31-12-2024", "2024-12-31"],
    ["12/31/2024, 10:15:00 PM", "2024-12-31"],
    ["31 дек 2024", "2024-12-31"],
    ["31 декабря 2024 г.", "2024-12-31"],
    ["31-Dec-2024", "2024-12-31"],
    ["31-Dec-24", "2024-12-31"],
    ["5 янв 24", "2024-01-05"],
    ["32-Dec-24", null],
    ["Dec 31, 2024", "2024-12-31"],
    [20241231, "2024-12-31"],
    ["30.02.2024", null],
    ["31.13.2024", null],
    ["2024-13-01", null],
    ["soon", null],
    [12.5, null],
    [0, null],
  ])("%s is %s", (cell, day) => {
    expect(read([cell]).days).toEqual([day]);
  });

  test.each(["2024-03", "март 2024", "Mar-24", "03.2024", 202403])(
    "%s is the month, from its first day on",
    (cell) => {
      expect(read([cell, cell])).toMatchObject({ days: ["2024-03-01", "2024-03-01"], unit: "month" });
    },
  );

  test("months without a year are placed by today", () => {
    expect(read(["ноябрь", "декабрь", "январь"], { asOf: "2025-02-10" }).days).toEqual([
      "2024-11-01",
      "2024-12-01",
      "2025-01-01",
    ]);
  });

  test("a year among days says too little of its line", () => {
    expect(read(["2024-03-05", "2024-03-06", "2024"])).toMatchObject({
      days: ["2024-03-05", "2024-03-06", null],
      unread: 1,
    });
  });
});

describe("the order of day and month", () => {
  test("is that of the dates that can be read one way only, for the whole column", () => {
    expect(read(["05/06/2024", "25/06/2024"])).toMatchObject({
      days: ["2024-06-05", "2024-06-25"],
      dayOrder: { dayFirst: true, decided: true },
    });
    expect(read(["05/06/2024", "05/25/2024"])).toMatchObject({
      days: ["2024-05-06", "2024-05-25"],
      dayOrder: { dayFirst: false, decided: true },
    });
  });

  test("is told by a part that is always 1: the day of a monthly list", () => {
    expect(read(["01/02/2024", "01/03/2024", "01/04/2024"]).days).toEqual([
      "2024-02-01",
      "2024-03-01",
      "2024-04-01",
    ]);
    expect(read(["2/1/2024", "3/1/2024", "4/1/2024"]).days).toEqual([
      "2024-02-01",
      "2024-03-01",
      "2024-04-01",
    ]);
  });

  test("is told by lines that stand in order of time", () => {
    const dates = ["01/11/2024", "02/11/2024", "03/11/2024", "01/12/2024", "02/12/2024"];
    expect(read(dates).dayOrder).toMatchObject({ dayFirst: true, decided: true });
  });

  test("is a guess and a question where nothing tells it", () => {
    expect(read(["05/06/2024", "03/02/2024", "07/08/2024"], {}, ",").dayOrder).toEqual({
      dayFirst: true,
      decided: false,
      example: "05/06/2024",
    });
    expect(read(["05/06/2024", "03/02/2024"], {}, ".").dayOrder).toMatchObject({
      dayFirst: false,
      decided: false,
    });
  });

  test("is what the user says", () => {
    expect(read(["05/06/2024", "03/02/2024"], { dayFirst: true })).toMatchObject({
      days: ["2024-06-05", "2024-02-03"],
      dayOrder: { decided: true },
    });
  });

  test("is no question for dots, ISO and dates whose parts are equal", () => {
    expect(read(["05.06.2024", "2024-03-02", "07/07/2024"])).toMatchObject({
      days: ["2024-06-05", "2024-03-02", "2024-07-07"],
      dayOrder: null,
    });
  });
});

test("every day is read back from every dress", () => {
  const dresses: ((y: string, m: string, d: string) => Cell)[] = [
    (y, m, d) => `${y}-${m}-${d}`,
    (y, m, d) => `${d}.${m}.${y}`,
    (y, m, d) => `${y}-${m}-${d}T08:00:00`,
    (y, m, d) => Number(`${y}${m}${d}`),
    (y, m, d) => Date.parse(`${y}-${m}-${d}T00:00:00Z`) / 86_400_000 + 25_569.25,
  ];
  const days = fc.date({ min: new Date("1960-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...dresses), (date, dress) => {
      const iso = date.toISOString().slice(0, 10);
      const [y, m, d] = iso.split("-");
      expect(read([dress(y, m, d)]).days).toEqual([iso]);
    }),
  );
});

test("every day is in the month that the calendar says", () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_567, max: 84_000 }), (day) => {
      const [year, month] = isoDay(day).split("-").map(Number);
      expect(monthOfDay(day)).toBe(year * 12 + month - 1);
    }),
  );
});
