/** What the workbook remembers: rules, mapping, language. */
import { languageOf, type Language } from "../../locales";
import { defaultPolicy, parsePolicy, type Policy } from "../../portfolio";

/**
 * What the workbook remembers of Keyfolio, in `workbook.settings`. A workbook that is passed on keeps its rules.
 */
export const settingKeys = {
  policy: "keyfolio.policy",
  /** One mapping for the whole workbook, as earlier versions kept it. */
  mapping: "keyfolio.mapping",
  /** What the user chose, list by list. */
  lists: "keyfolio.lists",
  language: "keyfolio.language",
  /** Somebody has gone on from the first screen. */
  begun: "keyfolio.begun",
} as const;

/** Settings by key, as `readWorkbookState` found them. */
export type StoredSettings = ReadonlyMap<string, unknown>;

/** Queues a setting to be stored; it is written with the next request. */
export function storeSetting(
  context: Excel.RequestContext,
  key: (typeof settingKeys)[keyof typeof settingKeys],
  value: unknown,
): void {
  context.workbook.settings.add(key, value as string);
}

/**
 * Language of everything that is written into the workbook: the one asked for, else the one fixed at the first run,
 * else the display language, so that two users with different languages do not rewrite each other's results.
 */
export function languageOfWorkbook(
  settings: StoredSettings,
  request: { language?: Language; displayLanguage: string },
): Language {
  const stored = settings.get(settingKeys.language);
  return (
    request.language ?? (stored === "en" || stored === "ru" ? stored : languageOf(request.displayLanguage))
  );
}

/**
 * The rules kept in the workbook, else the default ones.
 * @throws Problem badPolicy
 */
export function policyKept(settings: StoredSettings): Policy {
  const stored = settings.get(settingKeys.policy);
  return stored === undefined || stored === null ? defaultPolicy : parsePolicy(stored);
}
