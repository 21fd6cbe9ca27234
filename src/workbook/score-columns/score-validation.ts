import { type Language, textsOf } from "../../locales";
import { type Cut, isRatioCut } from "../../portfolio";
import type { Axis, WantedCriterion } from "./ready-criteria";

/** What cells for scores take. */
export interface ScoreRule {
  /** Lowest and highest score. */
  scale: { lowest: number; highest: number };
  /** From which score on each axis is high: at or outside of the scale's ends it means a ratio, which may be any number above 0. */
  cuts: Readonly<Record<Axis, Cut>>;
  /** Of the prompt and the alert. */
  language: Language;
}

const longestTitle = 32;

const titleIn = (language: Language): string => textsOf[language].scoreColumns.title.slice(0, longestTitle);

/** Of the prompts of all languages: a validation of hers may take the same numbers. */
export const ourTitles: ReadonlySet<string> = new Set((["en", "ru"] as const).map(titleIn));

/** Queues that cells take scores of a criterion only. */
export function validate(
  validation: Excel.DataValidation,
  { axis, header }: WantedCriterion,
  { scale, cuts, language }: ScoreRule,
): void {
  const words = textsOf[language].scoreColumns;
  const isRatio = isRatioCut(cuts[axis], scale);
  const isWhole = Number.isInteger(scale.lowest) && Number.isInteger(scale.highest);
  // 0 is no score.
  const lowest = isWhole ? Math.max(1, scale.lowest) : scale.lowest;
  const between = { formula1: lowest, formula2: scale.highest, operator: "Between" as const };
  const title = titleIn(language);
  const [message, hint] = isRatio
    ? [words.onlyRatio, words.ratio]
    : [words.only(lowest, scale.highest, isWhole), words.hint(lowest, scale.highest)];
  validation.errorAlert = { showAlert: true, style: "Stop", title, message };
  validation.prompt = { showPrompt: true, title, message: `${header}\n${hint}` };
  // Last: should Excel stop before, the title says whose it is.
  validation.rule = isRatio
    ? { decimal: { formula1: 0, operator: "GreaterThan" } }
    : isWhole
      ? { wholeNumber: between }
      : { decimal: between };
}
