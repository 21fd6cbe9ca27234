import type { PeriodUnit } from "../../portfolio/periods/period";
import type { Language } from "../language";
import { numbersIn, type PluralForms } from "./numbers";

/** What a number of periods is called. */
export const periodForms: Readonly<Record<Language, Readonly<Record<PeriodUnit, PluralForms>>>> = {
  en: {
    day: { one: "day", other: "days" },
    week: { one: "week", other: "weeks" },
    month: { one: "month", other: "months" },
    quarter: { one: "quarter", other: "quarters" },
    half: { one: "half-year", other: "half-years" },
    year: { one: "year", other: "years" },
  },
  ru: {
    day: { one: "день", few: "дня", many: "дней", other: "дня" },
    week: { one: "неделя", few: "недели", many: "недель", other: "недели" },
    month: { one: "месяц", few: "месяца", many: "месяцев", other: "месяца" },
    quarter: { one: "квартал", few: "квартала", many: "кварталов", other: "квартала" },
    half: { one: "полугодие", few: "полугодия", many: "полугодий", other: "полугодия" },
    year: { one: "год", few: "года", many: "лет", other: "года" },
  },
};

/** How often, behind “every” or «раз в»: `month`, `2 months`, `1–2 months`. */
export function rhythm(
  language: Language,
  { from, to }: { from: number; to: number },
  forms: PluralForms,
): string {
  const { number, form } = numbersIn[language];
  const [first, last] = [number(from, 1), number(to, 1)];
  if (first === "1" && last === "1") return form(1, forms);
  return `${first === last ? first : `${first}–${last}`} ${form(to, forms)}`;
}
