import fc from "fast-check";
import { numbersIn, scaledFormat } from "../../src/locales/wording/numbers";

const { en, ru } = numbersIn;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("numbers are grouped, with the separators of the language", () => {
  expect(en.number(1234567.891, 2)).toBe("1,234,567.89");
  expect(plain(ru.number(1234567.891, 2))).toBe("1 234 567,89");
});

test("amounts show cents only while they are small", () => {
  expect(en.money(1234567890.12)).toBe("1,234,567,890");
  expect(en.money(12.5)).toBe("12.50");
  expect(en.money(12)).toBe("12");
  expect(plain(ru.money(12.5))).toBe("12,50");
});

test("scaled amounts have three digits and the unit of the language", () => {
  expect(plain(en.scaled(1_274_000))).toBe("1.27 M");
  expect(plain(ru.scaled(1_274_000))).toBe("1,27 млн");
  expect(plain(en.scaled(999_999))).toBe("1 M");
  expect(plain(ru.scaled(45_300))).toBe("45,3 тыс.");
  expect(plain(en.scaled(2.5e9))).toBe("2.5 B");
  expect(plain(ru.scaled(7.1e12))).toBe("7,1 трлн");
  expect(en.scaled(950)).toBe("950");
});

test("negative figures have a minus sign, and what rounds to zero has none", () => {
  expect(en.number(-1234)).toBe("\u22121,234");
  expect(plain(ru.percent(-0.391))).toBe("\u221239,1 %");
  expect(en.number(-0.2)).toBe("0");
  expect(plain(en.scaled(-1_500_000))).toBe("\u22121.5 M");
});

test("per cent has one decimal, a limit only the decimals that it needs", () => {
  expect(en.percent(0.1)).toBe("10.0%");
  expect(en.limit(0.1)).toBe("10%");
  expect(en.limit(0.125)).toBe("12.5%");
  expect(plain(ru.limit(0.125))).toBe("12,5 %");
});

test("days and months in words", () => {
  expect(en.date("2026-01-15")).toBe("January 15, 2026");
  expect(plain(ru.date("2026-01-15"))).toBe("15 января 2026 г.");
  expect(en.month("2024-05-01")).toBe("May 2024");
  expect(ru.month("2024-05-01")).toBe("май 2024");
});

test("counts take the right form of the word", () => {
  const forms = { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" };
  expect([1, 2, 5, 11, 21, 104].map((count) => plain(ru.plural(count, forms)))).toEqual([
    "1 клиент",
    "2 клиента",
    "5 клиентов",
    "11 клиентов",
    "21 клиент",
    "104 клиента",
  ]);
  expect([0, 1, 2].map((count) => plain(en.plural(count, { one: "client", other: "clients" })))).toEqual([
    "0 clients",
    "1 client",
    "2 clients",
  ]);
});

test("lists are joined as people join them", () => {
  expect(en.list(["A", "B", "C"])).toBe("A, B, and C");
  expect(ru.list(["А", "Б", "В"])).toBe("А, Б и В");
});

test("the cell format of a scaled amount divides by the unit that it names", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 9e14, noNaN: true }),
      fc.constantFrom("en" as const, "ru" as const),
      (value, language) => {
        const format = scaledFormat(value, language);
        const [, commas, unit = ""] = /(,*)(?:" ([^"]+)")?$/.exec(format)!;
        const thousands = commas.length;
        const units = { en: ["", "K", "M", "B", "T"], ru: ["", "тыс.", "млн", "млрд", "трлн"] }[language];
        expect(units[thousands]).toBe(unit);
        if (value >= 1000) expect(Number(value.toPrecision(3)) / 1000 ** thousands).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});

test("texts that were kept are those that the language's own format gives", () => {
  const near = (step: number) =>
    fc
      .integer({ min: -3000, max: 3000 })
      .chain((at) =>
        fc
          .constantFrom(0, 1e-17, -1e-17, 1e-12, -1e-12, 1e-7, -1e-7, 1e-5, -1e-5)
          .map((off) => at * step + off),
      );
  const fraction = fc.oneof(
    fc.double(),
    fc.double({ min: -2, max: 2, noNaN: true }),
    near(0.005),
    near(0.0005),
  );
  const amount = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), near(500.5));
  fc.assert(
    fc.property(fraction, amount, fc.integer({ min: 0, max: 2 }), (value, money, decimals) => {
      for (const [dress, locale] of [
        [en, "en-US"],
        [ru, "ru-RU"],
      ] as const) {
        const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        const format = (options: Intl.NumberFormatOptions) =>
          new Intl.NumberFormat(locale, { ...options, signDisplay: "negative" });
        const expected = format({ style: "percent", ...digits })
          .format(value)
          .replace("-", "\u2212");
        expect(dress.percent(value, decimals)).toBe(expected);
        expect(dress.percent(value, decimals)).toBe(expected);
        const rounded = Number(money.toPrecision(3));
        const size = [1e12, 1e9, 1e6, 1e3].find((from) => Math.abs(rounded) >= from);
        if (!size) continue;
        const figure = format({ maximumSignificantDigits: 3 })
          .format(rounded / size)
          .replace("-", "\u2212");
        for (let time = 0; time < 2; time++)
          expect(dress.scaled(money).startsWith(`${figure}\u00a0`)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});
