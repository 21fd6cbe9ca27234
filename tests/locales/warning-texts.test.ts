import { warningTexts } from "../../src/locales";
import type { Note, Period } from "../../src/portfolio";

const month = (start: string, end: string): Period => ({ unit: "month", start, end });
const november = month("2024-11-01", "2024-11-30");
const december = month("2024-12-01", "2024-12-31");

test("a warning that revenue and profit are of different times names both", () => {
  const note: Note = { kind: "profitOfOtherPeriods", revenue: [december], profit: [november, december] };
  const [english, ...others] = warningTexts([note], "en");
  expect(others).toEqual([]);
  expect(english).toMatch(
    /^Revenue covers December 2024, profit covers November 2024 – December 2024 \(2.months\)/,
  );
  const [russian] = warningTexts([note], "ru");
  expect(russian).toMatch(
    /^Выручка взята за декабрь 2024, прибыль — за ноябрь 2024 — декабрь 2024 \(2.месяца\)/,
  );
});
