import { keepMapping, type Mapping, parseMapping, proposeMapping, type SourceList } from "../../portfolio";
import { type ListIdentity, mappingKept } from "./list-settings";
import { settingKeys, type StoredSettings } from "./settings";

/**
 * What the columns of a list mean: as the user chose for this list while it still has a client and an amount of that
 * choice, else as headers and contents propose.
 *
 * @throws Problem badMapping for a stored mapping that cannot be read; noClientColumn, noAmountColumn, doubtful
 */
export function mappingOf(settings: StoredSettings, list: SourceList, identity: ListIdentity): Mapping {
  const kept = chosenMapping(settings, list, identity);
  return kept ?? proposeMapping(list);
}

/**
 * What the user chose, as far as it fits the list as it is now; null where that is no client or no amount any more.
 * @throws Problem badMapping
 */
export function chosenMapping(
  settings: StoredSettings,
  list: SourceList,
  identity: ListIdentity,
): Mapping | null {
  const chosen = mappingKept(settings, identity) ?? mappingOfWorkbook(settings);
  if (!chosen) return null;
  const kept = keepMapping(list, chosen);
  const roles = new Set(kept.columns.map(({ role }) => role));
  return roles.has("client") && (roles.has("amount") || roles.has("period")) ? kept : null;
}

/** The one mapping that earlier versions kept for all lists. */
function mappingOfWorkbook(settings: StoredSettings): Mapping | null {
  const stored = settings.get(settingKeys.mapping);
  return stored === undefined || stored === null ? null : parseMapping(stored);
}
