import type { Problem, ProblemDetail } from "../portfolio/problem";
import { en } from "./en";
import type { Language } from "./language";
import { numbersIn, type NumberDress } from "./numbers";
import { ru } from "./ru";

/** A sentence or two for every kind of problem: what is wrong, where, what to do. */
export type ProblemTexts = {
  readonly [Kind in ProblemDetail["kind"]]: (
    detail: Extract<ProblemDetail, { kind: Kind }>,
    numbers: NumberDress,
  ) => string;
};

const problems: Readonly<Record<Language, ProblemTexts>> = { en: en.problems, ru: ru.problems };

/** What stopped a run, in the user's language: what is wrong, where, what to do. Never a raw error. */
export function problemText(problem: Problem, language: Language): string {
  const text = problems[language][problem.detail.kind] as (
    detail: ProblemDetail,
    numbers: NumberDress,
  ) => string;
  return text(problem.detail, numbersIn[language]);
}
