import type { Language } from "../../locales";
import { percentFormatIn } from "../../locales/numbers";

const shareFormat = "0.0%";

/** Number format of shares in the language of the workbook. */
export const shareFormatIn = (language: Language) => percentFormatIn(language, shareFormat);

/** Whether a number format is the one of our shares in either language; Excel may write its space in another way. */
export const isShareFormat = (format: string) => format.replace(/["\\\s]/g, "") === shareFormat;
