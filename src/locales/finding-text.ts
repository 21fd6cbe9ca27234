import type { Finding, FindingKind } from "../portfolio/list/finding";
import { en } from "./en";
import type { Language } from "./language";
import { numbersIn, type NumberDress } from "./numbers";
import { ru } from "./ru";

export type FindingTexts = Readonly<Record<FindingKind, (finding: Finding, numbers: NumberDress) => string>>;

const findings: Readonly<Record<Language, FindingTexts>> = { en: en.findings, ru: ru.findings };

/** A cell, row or column that was not taken at face value, in the user's language: what stands there, what was done, what to do. */
export function findingText(finding: Finding, language: Language): string {
  return findings[language][finding.kind](finding, numbersIn[language]);
}
