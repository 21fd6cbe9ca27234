export type Language = "en" | "ru";

/** Language for an Office display language, which comes in several spellings (`ru`, `ru-RU`, `ru-ru`, `RU`; office-js #3133). */
export function languageOf(displayLanguage: string | null | undefined): Language {
  return /^ru\b/i.test(displayLanguage ?? "") ? "ru" : "en";
}
