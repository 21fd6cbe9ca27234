import { en } from "./en";
import type { Language } from "./language";
import { ru } from "./ru";
import type { Texts } from "./texts";

export const textsOf: Readonly<Record<Language, Texts>> = { en, ru };

export { languageOf, type Language } from "./language";
export { type HostTexts, hostTextsOf } from "./host-texts";
export { headlessProblem } from "./headless-problem";
export { findingText } from "./finding-text";
export { numbersIn } from "./wording/numbers";
export { problemText } from "./problem-text";
export { readingText } from "./reading-text";
export type { Texts } from "./texts";
export { warningTexts } from "./warning-texts";
export type { WhatStays, WhyRefreshed } from "./what-stays";
export { whatStaysText } from "./what-stays-text";
export { classChanges, className } from "./class-change";
