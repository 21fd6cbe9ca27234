import type { Language } from "../language";

/** Word forms for counts by `Intl.PluralRules` category; English needs `one` and `other`, Russian also `few` and `many`. */
export interface PluralForms {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

/** How one language writes figures inside sentences. Cells never hold such text: they hold numbers with a number format. */
export interface NumberDress {
  /** `1,234.5` · `1 234,5`; at most `decimals` digits after the separator (default 0). */
  number(value: number, decimals?: number): string;
  /** An amount without a currency: whole units from 1,000 on, two decimals below. */
  money(value: number): string;
  /** An amount in three significant digits: `1.27 M` · `1,27 млн`. */
  scaled(value: number): string;
  /** A fraction as per cent, one decimal unless told otherwise: `12.5%` · `12,5 %`. */
  percent(fraction: number, decimals?: number): string;
  /** A fraction as per cent with only the decimals that it needs, for limits: `10%`, `12.5%`. */
  limit(fraction: number): string;
  /** An ISO day (`2024-01-31`) in words. */
  date(isoDay: string): string;
  /** An ISO day's month and year in words: `January 2024` · `январь 2024`. */
  month(isoDay: string): string;
  /** The form that belongs to a count, without the count. */
  form(count: number, forms: PluralForms): string;
  /** `1 client`, `5 клиентов`: the count and its form. */
  plural(count: number, forms: PluralForms): string;
  /** `A, B and C`. */
  list(items: readonly string[]): string;
}

const steps = [
  { from: 1e12, unit: { en: "T", ru: "трлн" } },
  { from: 1e9, unit: { en: "B", ru: "млрд" } },
  { from: 1e6, unit: { en: "M", ru: "млн" } },
  { from: 1e3, unit: { en: "K", ru: "тыс." } },
] as const;

const noBreakSpace = "\u00a0";
const minus = "\u2212";

function dressOf(language: Language): NumberDress {
  const locale = { en: "en-US", ru: "ru-RU" }[language];
  /** A format of figures for each number of digits, made when it is needed first. Rounded first: -0.4 must read 0, not -0. */
  const formatBy = (optionsOf: (digits: number) => Intl.NumberFormatOptions) => {
    const formats: Intl.NumberFormat[] = [];
    return (value: number, digits: number): string => {
      formats[digits] ??= new Intl.NumberFormat(locale, { ...optionsOf(digits), signDisplay: "negative" });
      return formats[digits].format(value).replace("-", minus);
    };
  };
  const day = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const monthName = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const plurals = new Intl.PluralRules(locale);
  const conjunction = new Intl.ListFormat(locale, { type: "conjunction" });

  const upTo = formatBy((digits) => ({ maximumFractionDigits: digits }));
  const exactly = formatBy((digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits }));
  const significant = formatBy((digits) => ({ maximumSignificantDigits: digits }));
  const percentUpTo = formatBy((digits) => ({ style: "percent", maximumFractionDigits: digits }));
  const percentExactly = formatBy((digits) => ({
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }));
  /** Texts of figures that thousands of clients share once they are rounded: by their decimals and units of the last of them. */
  const percents: Map<number, string>[] = [];
  const percent = (fraction: number, decimals: number): string => {
    const unit = 10 ** (decimals + 2);
    const units = fraction * unit;
    // Next to a half the exact decimal figure decides.
    const isNearHalf = Math.abs(Math.abs(units % 1) - 0.5) < 1e-6;
    if (isNearHalf || !(Math.abs(units) <= 1000)) return percentExactly(fraction, decimals);
    const texts = (percents[decimals] ??= new Map());
    const rounded = Math.round(units);
    const known = texts.get(rounded) ?? percentExactly(rounded / unit, decimals);
    texts.set(rounded, known);
    return known;
  };
  /** The same by amounts of three digits. */
  const scaledTexts = new Map<number, string>();

  const number = (value: number, decimals = 0) => upTo(value, decimals);
  const money = (value: number) =>
    Math.abs(value) >= 1000 || Number.isInteger(value) ? upTo(value, 0) : exactly(value, 2);
  const form = (count: number, forms: PluralForms) => {
    const category = plurals.select(count);
    return category === "few" || category === "many" || category === "one"
      ? (forms[category] ?? forms.other)
      : forms.other;
  };
  return {
    number,
    money,
    scaled(value) {
      const rounded = Number(value.toPrecision(3));
      const step = steps.find(({ from }) => Math.abs(rounded) >= from);
      if (!step) return money(value);
      const known =
        scaledTexts.get(rounded) ?? significant(rounded / step.from, 3) + noBreakSpace + step.unit[language];
      scaledTexts.set(rounded, known);
      return known;
    },
    percent: (fraction, decimals = 1) => percent(fraction, decimals),
    limit: (fraction) => percentUpTo(fraction, 2),
    date: (isoDay) => day.format(new Date(`${isoDay}T00:00:00Z`)),
    month: (isoDay) => `${monthName.format(new Date(`${isoDay}T00:00:00Z`))} ${isoDay.slice(0, 4)}`,
    form,
    plural: (count, forms) => number(count) + noBreakSpace + form(count, forms),
    list: (items) => conjunction.format(items),
  };
}

export const numbersIn: Readonly<Record<Language, NumberDress>> = { en: dressOf("en"), ru: dressOf("ru") };

/** Excel number format (en-US pattern) that shows an amount as {@link NumberDress.scaled} does, in the reader's own separators. */
export function scaledFormat(value: number, language: Language): string {
  const rounded = Math.abs(Number(value.toPrecision(3)));
  const index = steps.findIndex(({ from }) => rounded >= from);
  if (index < 0) return Number.isInteger(value) ? "#,##0" : "#,##0.00";
  const step = steps[index];
  const whole = Math.floor(rounded / step.from).toString().length;
  const decimals = whole >= 3 ? "" : `.${"0".repeat(3 - whole)}`;
  return `#,##0${decimals}${",".repeat(4 - index)}" ${step.unit[language]}"`;
}

/** A number format in English dress (`0.0%`) as the language writes per cent: Russian parts the sign by a no-break space. */
export function percentFormatIn(language: Language, format: string): string {
  return language === "ru" ? format.replace(/(?<=[0#])%/g, `"${noBreakSpace}"%`) : format;
}

/** Number format of a client's share, in columns, cards and formulas. */
export const shareFormatIn = (language: Language): string => percentFormatIn(language, "0.0%");

/** Excel number format (en-US pattern) of a date with the month in words of the language. */
export const dateFormats: Readonly<Record<Language, string>> = {
  en: "[$-409]mmmm d, yyyy",
  ru: "[$-419]d mmmm yyyy",
};
