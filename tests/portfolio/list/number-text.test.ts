import fc from "fast-check";
import { looksLikeNumber, parseNumberText } from "../../../src/portfolio";
import { currencyOf } from "../../../src/portfolio/list/currency";
import { isDash, readNumberText } from "../../../src/portfolio/list/number-text";

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
    ["900.090,00", 900_090],
    ["1.234.567", 1_234_567],
    ["1’234.50", 1234.5],
    ["1'234'567", 1_234_567],
    ["12.000,00-", -12_000],
    ["4000-", -4000],
    ["4000 -", -4000],
    ["1.500,00- €", -1500],
    ["1.5M", 1_500_000],
    ["1.5 M", 1_500_000],
    ["9.0M", 9_000_000],
    ["2.3M", 2_300_000],
    ["800k", 800_000],
    ["800K", 800_000],
    ["800 к", 800_000],
    ["$1.5m", 1_500_000],
    ["1.2 bn", 1_200_000_000],
    ["2 mln", 2_000_000],
    ["5 mio", 5_000_000],
    ["1,2 млн", 1_200_000],
    ["1,2 млн. руб.", 1_200_000],
    ["300 тыс.", 300_000],
    ["300 тыс.руб.", 300_000],
    ["300 т.р.", 300_000],
    ["3 млрд", 3_000_000_000],
    ["-2,5 млн ₽", -2_500_000],
    ["(1.5M)", -1_500_000],
    ["$1,200.00 USD", 1200],
    ["USD 1,200.00", 1200],
    ["1 200 ₸", 1200],
    ["р.500", 500],
    ["500 zł", 500],
    ["(120) руб.", -120],
    ["$(5.50)", -5.5],
    ["CHF 1'234.50", 1234.5],
    ["12,48,200.00", 1_248_200],
    ["'48200", 48_200],
    ["₹1,23,456", 123_456],
    ["4.820E+04", 48_200],
    ["4,82E+04", 48_200],
    ["-5e-1", -0.5],
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
  "1,23,45",
  "0,12,345",
  "1E5",
  "12E+3",
  "12%",
  "--5",
  "(-5)",
  "5+",
  "-5-",
  "(5)-",
  "-",
  "—",
  "$",
  "1e5",
  "5.",
  "01.02.2024",
  "5 m",
  "5 м",
  "120 кг",
  "5 шт",
  "3 т",
  "$5 €",
  "1.234,567.8",
  "Room 12",
  "12 km",
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

/** Every way to write an amount, by the sign that divides its cents. */
const dresses: readonly { decimal: "." | ","; write: (whole: string[], cents: string) => string }[] = [
  { decimal: ".", write: (whole, cents) => `${whole.join(",")}.${cents}` },
  { decimal: ".", write: (whole, cents) => `${whole.join("’")}.${cents}` },
  { decimal: ".", write: (whole, cents) => `${whole.join("")}.${cents}` },
  { decimal: ",", write: (whole, cents) => `${whole.join(".")},${cents}` },
  { decimal: ",", write: (whole, cents) => `${whole.join("\u00a0")},${cents}` },
  { decimal: ",", write: (whole, cents) => `${whole.join("'")},${cents}` },
  { decimal: ",", write: (whole, cents) => `${whole.join("")},${cents}` },
];
const negatives: readonly ((text: string) => string)[] = [
  (text) => `-${text}`,
  (text) => `−${text}`,
  (text) => `${text}-`,
  (text) => `${text} -`,
  (text) => `(${text})`,
];
const currencies: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `$${text}`,
  (text) => `${text} ₽`,
  (text) => `${text} руб.`,
  (text) => `EUR ${text}`,
  (text) => `${text}\u00a0zł`,
];

test("an amount with cents is read back from any dress, whatever the workbook's separator", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e13 }),
      fc.constantFrom(...dresses),
      fc.constantFrom(null, ...negatives),
      fc.constantFrom(...currencies),
      fc.constantFrom<"." | ",">(".", ","),
      (amount, { write }, negative, currency, separator) => {
        const whole = Math.floor(amount / 100)
          .toLocaleString("en-US")
          .split(",");
        const text = currency(write(whole, String(amount % 100).padStart(2, "0")));
        expect(parseNumberText(negative ? negative(text) : text, separator)).toBe(
          negative ? -amount / 100 : amount / 100,
        );
        expect(looksLikeNumber(text)).toBe(!/^0\d/.test(text));
      },
    ),
  );
});

describe("the currency beside a number", () => {
  test.each([
    ["$900", "USD"],
    ["70 000 ₽", "RUB"],
    ["1 200 руб.", "RUB"],
    ["300 т.р.", "RUB"],
    ["€5", "EUR"],
    ["12 GBP", "GBP"],
    ["1 200 тенге", "KZT"],
    ["5", null],
    ["1.5M", null],
  ])("%s is %s", (text, code) => {
    const read = { point: NaN, comma: NaN, currency: null };
    expect(readNumberText(text, read)).toBe(true);
    expect(read.currency).toBe(code);
  });

  test("a sign, code or word alone is a currency; another word is none", () => {
    expect(["₽", "руб.", "USD", "eur", " £ "].map(currencyOf)).toEqual(["RUB", "RUB", "USD", "EUR", "GBP"]);
    expect(["", "Acorn", "кг", "M"].map(currencyOf)).toEqual([null, null, null, null]);
  });
});

describe("what looks like a number", () => {
  test.each(["12 %", "1e5", "1,234", "12.000,00-", "9.0M", "300 тыс.", "0,5", "0", "0.75", "007"])(
    "%s does",
    (text) => expect(looksLikeNumber(text)).toBe(true),
  );

  test.each([
    "01.2024",
    "31.01.2024",
    "2024 год",
    "Q1 2024",
    "-",
    "n/a",
    "",
    "янв 2024",
    "W01",
    "FY19",
    "1 кв",
  ])("%j does not", (text) => expect(looksLikeNumber(text)).toBe(false));
});

describe("what stands for nothing", () => {
  test.each([
    "-",
    "–",
    "—",
    "--",
    "n/a",
    "N/A",
    "н/д",
    "нет",
    "Нет данных",
    "б/д",
    " - ",
    "- ₽",
    "$ -",
    "— руб.",
  ])("%j does", (text) => expect(isDash(text)).toBe(true));

  test.each(["", "0", "-5", "нетто", "Nat", "#N/A", "- Acorn", "no"])("%j does not", (text) =>
    expect(isDash(text)).toBe(false),
  );
});
