import {
  keepMapping,
  type Mapping,
  namedColumns,
  parseMapping,
  proposeMapping,
  type SourceList,
  withChoice,
  withNamedColumns,
} from "../../portfolio";
import type { RunRequest } from "../run-options";
import type { ListIdentity } from "../operations";
import { mappingKept } from "./list-settings";
import { settingKeys, type StoredSettings } from "./settings";
import { isUsable } from "./usable-mapping";

/** What a run decides about the columns and the currency of its list, before everything that is kept. */
export type ListRequest = Pick<RunRequest, "columns" | "currency" | "choices">;

/**
 * What the columns of a list mean: as the run was told; as the user chose for this list while it still has a client and an
 * amount of that choice; else as headers and contents propose.
 *
 * @throws Problem badMapping for a stored mapping that cannot be read; unknownColumn; noClientColumn, noAmountColumn,
 *   doubtful
 */
export function mappingOf(
  settings: StoredSettings,
  list: SourceList,
  identity: ListIdentity,
  { columns = [], currency, choices }: ListRequest = {},
): Mapping {
  const named = namedColumns(list, columns);
  const kept = keptUnlessNamed(settings, list, identity, named);
  const mapping = kept ? withNamedColumns(kept, named) : proposeMapping(list, named);
  if (currency === undefined && choices === undefined) return mapping;
  return withChoice(mapping, currency === undefined ? { ...choices } : { ...choices, currency });
}

/** What was chosen before need not even be readable where the run itself names clients and money. */
function keptUnlessNamed(
  settings: StoredSettings,
  list: SourceList,
  identity: ListIdentity,
  named: Parameters<typeof withNamedColumns>[1],
): Mapping | null {
  try {
    return chosenMapping(settings, list, identity);
  } catch (error) {
    if (isUsable({ version: 1, columns: [...named] })) return null;
    throw error;
  }
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
  return isUsable(kept) ? kept : null;
}

/** The one mapping that earlier versions kept for all lists. */
function mappingOfWorkbook(settings: StoredSettings): Mapping | null {
  const stored = settings.get(settingKeys.mapping);
  return stored === undefined || stored === null ? null : parseMapping(stored);
}
