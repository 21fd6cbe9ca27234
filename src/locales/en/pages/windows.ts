import type { PeriodUnit } from "../../../portfolio/periods/period";
import { numbersIn } from "../../wording/numbers";
import { periodForms } from "../../wording/period-forms";

const { plural, form } = numbersIn.en;

/** One of the two windows that the bridge compares: so many periods of a kind. */
export interface WindowFact {
  unit: PeriodUnit;
  periods: number;
}

const spelled = ({ unit, periods }: WindowFact) =>
  periods === 1 ? form(1, periodForms.en[unit]) : plural(periods, periodForms.en[unit]);

/** `last 12 months` */
export const lastWindow = (window: WindowFact) => `last ${spelled(window)}`;

/** `the 12 months before` */
export const windowBefore = (window: WindowFact) => `the ${spelled(window)} before`;
