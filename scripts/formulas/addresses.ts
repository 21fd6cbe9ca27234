import type { Language } from "../../src/locales";

/** Where a developer's machine serves the add-in from; the addresses in `manifest.xml` are these. */
export const developmentAddress = "https://localhost:3000";

/** Where the add-in will be served from; set KEYFOLIO_ADDRESS when building for another place. */
export const baseAddress = (process.env.KEYFOLIO_ADDRESS ?? developmentAddress).replace(/\/+$/, "");

/** Path of a help page below `dist/`. */
export function helpPath(formula: string, language: Language): string {
  return language === "ru" ? `help/ru-RU/${formula}.html` : `help/${formula}.html`;
}
