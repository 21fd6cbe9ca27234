import { glossary as en } from "./en/glossary";
import type { Language } from "./language";
import { glossary as ru } from "./ru/glossary";

export type GlossaryTexts = typeof en;

/** Help and glossary: they come with the script of the later steps. */
export const glossaryTextsOf: Readonly<Record<Language, GlossaryTexts>> = { en, ru };
