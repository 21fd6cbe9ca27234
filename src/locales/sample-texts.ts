import { sample as en } from "./en/sample";
import type { Language } from "./language";
import { sample as ru } from "./ru/sample";

export type SampleTexts = typeof en;

/** The words of the sample list: they come with it, and with what takes it away again. */
export const sampleTextsOf: Readonly<Record<Language, SampleTexts>> = { en, ru };
