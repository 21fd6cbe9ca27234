import fc from "fast-check";
import { parseNumberText } from "../../../src/portfolio";

describe("text in either dress is the same number in every workbook", () => {
  test.each([
    ["1 234,56", 1234.56],
    ["1\u00a0234,56", 1234.56],
    ["1\u202f234\u202f567", 1234567],
    ["1,234.56", 1234.56],
    ["1,234,567", 1234567],
    ["1234,5", 1234.5],
    ["1234.5", 1234.5],
    ["12", 12],
    ["0,123", 0.123],
    ["1 234,567", 1234.567],
    ["1234,567", 1234.567],
    [",5", 0.5],
    ["(120)", -120],
    ["(1 234,50)", -1234.5],
    ["-5", -5],
    ["−5,5", -5.5],
    ["+7", 7],
    ["12,5 ₽", 12.5],
    ["₽ 12,5", 12.5],
    ["$1,200", 1200, "."],
    ["-$5", -5],
    ["$-5", -5],
    ["($5.50)", -5.5],
    ["5 €", 5],
    ["1 500 руб.", 1500],
    ["  42  ", 42],
    ["0", 0],
  ])("%j is %d", (text, number, only = "") => {
    for (const separator of [".", ","] as const) {
      if (only === "" || only === separator) expect(parseNumberText(text, separator)).toBe(number);
    }
  });
});

test("1,234 is read by the decimal separator of the workbook", () => {
  expect(parseNumberText("1,234", ".")).toBe(1234);
  expect(parseNumberText("1,234", ",")).toBe(1.234);
});

test.each([
  "",
  "abc",
  "12a",
  "1 23",
  "1,2345,678",
  "1.2.3",
  "1,23,456",
  "12%",
  "--5",
  "(-5)",
  "5-",
  "-",
  "—",
  "$",
  "1e5",
  "5.",
  "01.02.2024",
  "тыс",
])("%j is no number", (text) => {
  expect(parseNumberText(text, ".")).toBeNull();
  expect(parseNumberText(text, ",")).toBeNull();
});

test("what a Russian or an English Excel shows is read back by a workbook of that dress", () => {
  const cents = fc.integer({ min: -1e13, max: 1e13 }).map((amount) => amount / 100);
  fc.assert(
    fc.property(cents, fc.constantFrom("ru-RU", "en-US"), (amount, locale) => {
      const text = amount.toLocaleString(locale, { minimumFractionDigits: 2 });
      expect(parseNumberText(text, locale === "ru-RU" ? "," : ".")).toBe(amount + 0);
    }),
  );
});
