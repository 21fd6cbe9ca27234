import type { PeriodUnit } from "../../../portfolio/periods/period";
import type { WindowFact } from "../../en/pages/windows";
import { numbersIn, type PluralForms } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";

const { plural, form } = numbersIn.ru;

/** In the accusative, behind «за». */
export const accusativePeriods: Readonly<Record<PeriodUnit, PluralForms>> = {
  ...periodForms.ru,
  week: { ...periodForms.ru.week, one: "неделю" },
};

const endings: Readonly<Record<PeriodUnit, [last: string, before: string]>> = {
  day: ["последний день", "предыдущий день"],
  week: ["последнюю неделю", "предыдущую неделю"],
  month: ["последний месяц", "предыдущий месяц"],
  quarter: ["последний квартал", "предыдущий квартал"],
  half: ["последнее полугодие", "предыдущее полугодие"],
  year: ["последний год", "предыдущий год"],
};

/** «последние 12 месяцев», also behind «за» */
export const lastWindow = ({ unit, periods }: WindowFact) =>
  periods === 1 ? endings[unit][0] : `последние ${plural(periods, accusativePeriods[unit])}`;

/** «предыдущие 12 месяцев», also behind «за» */
export const windowBefore = ({ unit, periods }: WindowFact) =>
  periods === 1 ? endings[unit][1] : `предыдущие ${plural(periods, accusativePeriods[unit])}`;

/** «12 месяцев», «месяц», behind «за» */
export const overWindow = ({ unit, periods }: WindowFact) =>
  periods === 1 ? form(1, accusativePeriods[unit]) : plural(periods, accusativePeriods[unit]);
