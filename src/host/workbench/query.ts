import { languageOf } from "../../locales";
import { apiLevels, type WorkbenchSettings } from "./settings";

/** What the page's address asks for. */
export interface WorkbenchQuery {
  settings: WorkbenchSettings;
  /** Address of the workbook to open, relative to the page; null = the sample. */
  file: string | null;
}

/**
 * Reads the query of the page's address: `file`, `lang` (`en`, `ru`, `ru-RU` …), `theme` (`light`, `dark`, `contrast`),
 * `api` (`1.9` …), `mode` (`desktop`, `web`). What is missing or unknown takes its default: today's desktop Excel in English.
 */
export function readQuery(search: string): WorkbenchQuery {
  const query = new URLSearchParams(search);
  const oneOf = <T extends string>(name: string, choices: readonly T[], otherwise: T): T =>
    choices.find((choice) => choice === query.get(name)) ?? otherwise;
  return {
    settings: {
      language: languageOf(query.get("lang")),
      theme: oneOf("theme", ["light", "dark", "contrast"], "light"),
      apiLevel: oneOf("api", apiLevels, "1.20"),
      mode: oneOf("mode", ["desktop", "web"], "desktop"),
    },
    file: query.get("file"),
  };
}

/** The reverse: only what differs from the defaults. Begins with "?" unless it is empty. */
export function writeQuery({ settings, file }: WorkbenchQuery): string {
  const defaults = readQuery("").settings;
  const query = new URLSearchParams();
  if (file !== null) query.set("file", file);
  if (settings.language !== defaults.language) query.set("lang", settings.language);
  if (settings.theme !== defaults.theme) query.set("theme", settings.theme);
  if (settings.apiLevel !== defaults.apiLevel) query.set("api", settings.apiLevel);
  if (settings.mode !== defaults.mode) query.set("mode", settings.mode);
  // Slashes need no escape in a query, and an address that can be read is easier to change by hand.
  const text = query.toString().replaceAll("%2F", "/");
  return text === "" ? "" : `?${text}`;
}
