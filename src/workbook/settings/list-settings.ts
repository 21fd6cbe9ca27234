import type { ListIdentity } from "../operations";
import {
  isNewer,
  type Mapping,
  noCosts,
  Problem,
  parseMapping,
  parseScenarioCosts,
  type ScenarioCosts,
  shown,
} from "../../portfolio";
import { entryOfList, identityKept, isIdentity, isSameList } from "./kept-list";
import { settingKeys, type StoredSettings } from "./settings";

/** What is kept of one list. */
interface KeptList extends ListIdentity {
  /** Looked at when it is used, so that one list's broken entry does not stop the others. */
  mapping?: unknown;
  /** What scenarios are reckoned with. */
  costs?: unknown;
}

/** As it stands in the setting: versioned JSON. */
interface KeptLists {
  version: 1;
  lists: readonly KeptList[];
}

/** More lists than anybody works on; the oldest are forgotten. */
const mostLists = 50;

/**
 * What the user chose for a list of this workbook; null where he chose nothing. A workbook that was saved by a program that
 * gives sheets new identifiers is known again by the sheet's name.
 *
 * @throws Problem badMapping, newerVersion
 */
export function mappingKept(settings: StoredSettings, list: ListIdentity): Mapping | null {
  const { mapping } = entryOfList(keptLists(settings.get(settingKeys.lists)).lists, list) ?? {};
  return mapping === undefined ? null : parseMapping(mapping);
}

/** What scenarios of a list are reckoned with, as far as it can be read. Never throws. */
export function costsKept(settings: StoredSettings, list: ListIdentity): ScenarioCosts {
  try {
    return parseScenarioCosts(entryOfList(keptLists(settings.get(settingKeys.lists)).lists, list)?.costs);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return noCosts;
  }
}

/** The setting with another choice for a list; null takes the list's choice back. Null when nothing is left to be kept. */
export function withMapping(stored: unknown, list: ListIdentity, mapping: Mapping | null): KeptLists | null {
  return withEntry(stored, list, { mapping: mapping ?? undefined });
}

/** The setting with what scenarios of a list are reckoned with. Null when nothing is left to be kept. */
export function withCosts(stored: unknown, list: ListIdentity, costs: ScenarioCosts): KeptLists | null {
  const isKnown = costs.fixedCosts > 0 || costs.discounts.length > 0;
  return withEntry(stored, list, { costs: isKnown ? costs : undefined });
}

function withEntry(
  stored: unknown,
  list: ListIdentity,
  change: Pick<KeptList, "mapping" | "costs">,
): KeptLists | null {
  const all = readable(stored);
  const own = entryOfList(all, list);
  const { mapping, costs } = { ...own, ...change };
  const others = all.filter((one) => one !== own && !isSameList(one, list));
  const entry: KeptList = {
    ...identityKept(list),
    ...(mapping !== undefined && { mapping }),
    ...(costs !== undefined && { costs }),
  };
  const isEmpty = mapping === undefined && costs === undefined;
  const lists = isEmpty ? others : [entry, ...others].slice(0, mostLists);
  return lists.length === 0 ? null : { version: 1, lists };
}

/** @throws Problem badMapping */
function keptLists(stored: unknown): KeptLists {
  if (stored === undefined || stored === null) return { version: 1, lists: [] };
  const json = stored as { version?: unknown; lists?: unknown };
  if (isNewer(stored, 1)) throw new Problem({ kind: "newerVersion", what: "columns" });
  if (typeof stored !== "object" || json.version !== 1 || !Array.isArray(json.lists)) {
    throw new Problem({
      kind: "badMapping",
      path: settingKeys.lists,
      found: shown(stored),
      expected: "{ version: 1, lists }",
    });
  }
  return { version: 1, lists: json.lists.filter((entry): entry is KeptList => isIdentity(entry)) };
}

/**
 * What can still be read of a setting that is about to be written anew.
 * @throws Problem newerVersion: what a later version stored is not written over
 */
function readable(stored: unknown): readonly KeptList[] {
  try {
    return keptLists(stored).lists;
  } catch (error) {
    if (error instanceof Problem && error.detail.kind === "newerVersion") throw error;
    return [];
  }
}
