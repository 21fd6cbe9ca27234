import { languageOf, type Language } from "../../locales";
import {
  defaultPolicy,
  keepMapping,
  type Mapping,
  parseMapping,
  parsePolicy,
  type Policy,
  proposeMapping,
  type SourceList,
} from "../../portfolio";

/**
 * What the workbook remembers of Keyfolio, in `workbook.settings`. A workbook that is passed on keeps its rules.
 */
export const settingKeys = {
  policy: "keyfolio.policy",
  mapping: "keyfolio.mapping",
  language: "keyfolio.language",
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
 * What the columns of a list mean: as the user chose for this workbook while the list still has a client and an amount
 * of that choice, else as their headers propose.
 *
 * @throws Problem badMapping for a stored mapping that cannot be read; noClientColumn, noAmountColumn
 */
export function mappingOf(settings: StoredSettings, list: SourceList): Mapping {
  const stored = settings.get(settingKeys.mapping);
  if (stored !== undefined && stored !== null) {
    const kept = keepMapping(list, parseMapping(stored));
    const roles = new Set(kept.columns.map(({ role }) => role));
    if (roles.has("client") && (roles.has("amount") || roles.has("period"))) return kept;
  }
  return proposeMapping(list);
}

/**
 * The rules kept in the workbook, else the default ones.
 * @throws Problem badPolicy
 */
export function policyKept(settings: StoredSettings): Policy {
  const stored = settings.get(settingKeys.policy);
  return stored === undefined || stored === null ? defaultPolicy : parsePolicy(stored);
}
