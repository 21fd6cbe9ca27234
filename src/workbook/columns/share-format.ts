import { shareFormatIn } from "../../locales/numbers";

/** Whether a number format is the one of our shares in either language; Excel may write its space in another way. */
export const isShareFormat = (format: string) => format.replace(/["\\\s]/g, "") === shareFormatIn("en");
