import type { Finding } from "../portfolio/list/finding";
import { en } from "./en";
import type { FindingSentences } from "./wording/finding-sentences";
import type { Language } from "./language";
import { numbersIn } from "./wording/numbers";
import { ru } from "./ru";

const findings: Readonly<Record<Language, FindingSentences>> = { en: en.findings, ru: ru.findings };

/** A cell, row or column that was not taken at face value, in the user's language: what stands there, what was done, what to do. */
export function findingText(finding: Finding, language: Language): string {
  return findings[language][finding.kind](finding, numbersIn[language]);
}
