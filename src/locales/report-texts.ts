import { report as en } from "./en/report";
import type { Language } from "./language";
import { report as ru } from "./ru/report";

export type ReportTexts = typeof en;

/** What only the report says: it comes with the report's script, most of the time the pane is open without it. */
export const reportTextsOf: Readonly<Record<Language, ReportTexts>> = { en, ru };
