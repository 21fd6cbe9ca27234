import type { Language } from "./language";

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
  const formats = new Map<string, Intl.NumberFormat>();
  /** Rounded first: -0.4 must read 0, not -0. */
  const write = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    const format = formats.get(key) ?? new Intl.NumberFormat(locale, { ...options, signDisplay: "negative" });
    formats.set(key, format);
    return format.format(value).replace("-", minus);
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

  const number = (value: number, decimals = 0) => write(value, { maximumFractionDigits: decimals });
  const money = (value: number) =>
    Math.abs(value) >= 1000 || Number.isInteger(value)
      ? write(value, { maximumFractionDigits: 0 })
      : write(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
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
      return write(rounded / step.from, { maximumSignificantDigits: 3 }) + noBreakSpace + step.unit[language];
    },
    percent: (fraction, decimals = 1) =>
      write(fraction, { style: "percent", minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    limit: (fraction) => write(fraction, { style: "percent", maximumFractionDigits: 2 }),
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
