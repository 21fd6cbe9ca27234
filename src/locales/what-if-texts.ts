import { whatIf as en } from "./en/pane/what-if";
import type { Language } from "./language";
import { whatIf as ru } from "./ru/pane/what-if";

export type WhatIfTexts = typeof en;

/** What only the what-if card and its sheet say: it comes with their scripts. */
export const whatIfTextsOf: Readonly<Record<Language, WhatIfTexts>> = { en, ru };
