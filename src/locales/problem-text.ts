import type { Problem, ProblemDetail } from "../portfolio/problem";
import { en } from "./en";
import type { Language } from "./language";
import { numbersIn, type NumberDress } from "./numbers";
import type { ProblemSentences } from "./problem-sentences";
import { ru } from "./ru";

const problems: Readonly<Record<Language, ProblemSentences>> = { en: en.problems, ru: ru.problems };

/** What stopped a run, in the user's language: what is wrong, where, what to do. Never a raw error. */
export function problemText(problem: Problem, language: Language): string {
  const text = problems[language][problem.detail.kind] as (
    detail: ProblemDetail,
    numbers: NumberDress,
  ) => string;
  return text(problem.detail, numbersIn[language]);
}
