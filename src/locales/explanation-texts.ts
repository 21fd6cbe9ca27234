import { explanations as en } from "./en/explanations";
import type { Language } from "./language";
import { explanations as ru } from "./ru/explanations";

export type ExplanationTexts = typeof en;

/** What only the card “Why?” says: it comes with the card’s own script. */
export const explanationTextsOf: Readonly<Record<Language, ExplanationTexts>> = { en, ru };
