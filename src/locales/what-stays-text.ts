import { en } from "./en";
import type { Language } from "./language";
import { numbersIn, type NumberDress } from "./wording/numbers";
import { ru } from "./ru";
import type { WhatStays, WhatStaysSentences } from "./what-stays";

const sentences: Readonly<Record<Language, WhatStaysSentences>> = {
  en: en.pane.undo.stays,
  ru: ru.pane.undo.stays,
};

/** What was not taken back and why, in the user's language. */
export function whatStaysText(stays: WhatStays, language: Language): string {
  const text = sentences[language][stays.kind] as (stays: WhatStays, numbers: NumberDress) => string;
  return text(stays, numbersIn[language]);
}
