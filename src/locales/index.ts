import { en } from "./en";
import type { Language } from "./language";
import { ru } from "./ru";

/** Every text that a user can see. The English file is the type that the Russian one must fill. */
export type Texts = typeof en;

export const textsOf: Readonly<Record<Language, Texts>> = { en, ru };

export { languageOf, type Language } from "./language";
export { doubtOption } from "./doubt-option";
export { findingText } from "./finding-text";
export { numbersIn } from "./numbers";
export { problemText } from "./problem-text";
export { warningTexts } from "./warning-texts";
