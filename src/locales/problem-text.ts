import type { Problem, ProblemDetail } from "../portfolio/problem";
import { en } from "./en";
import type { Language } from "./language";
import { numbersIn, type NumberDress } from "./wording/numbers";
import type { ProblemSentences } from "./wording/problem-sentences";
import { ru } from "./ru";

const problems: Readonly<Record<Language, ProblemSentences>> = { en: en.problems, ru: ru.problems };

/** What stopped a run, in the user's language: what is wrong, where, what to do. Never a raw error. */
export function problemText(problem: Problem, language: Language): string {
  const text = problems[language][problem.detail.kind] as (
    detail: ProblemDetail,
    numbers: NumberDress,
  ) => string;
  return text(shortened(problem.detail), numbersIn[language]);
}

/** A cell holds up to 32,767 letters, and so may what it names: so many of them are told apart and read. */
const mostLetters = 80;

/** The same facts with texts that a sentence can hold. */
function shortened<T>(fact: T): T {
  if (typeof fact === "string")
    return (fact.length > mostLetters ? `${fact.slice(0, mostLetters - 1)}…` : fact) as T;
  if (Array.isArray(fact)) return fact.map((each: unknown) => shortened(each)) as T;
  if (typeof fact !== "object" || fact === null) return fact;
  return Object.fromEntries(
    Object.entries(fact).map(([key, value]) => [key, shortened(value as unknown)]),
  ) as T;
}
