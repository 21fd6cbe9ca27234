import type { Mapping } from "../../portfolio";
import type { BegunList } from "../source/find/find-list";
import type { ListPlace } from "../source/list-place";
import type { Room } from "../source/obstacles/room";
import { settingKeys } from "../settings/settings";
import type { PlannedColumn } from "./results/result-plan";
import type { RowIdentity } from "./results/row-identity";
import type { Writing } from "./writing";

/** What a run wrote beside its list and what stood there before: enough to undo it. Of the list's own columns it keeps the identifying ones. */
export interface ColumnsTrace {
  begun: BegunList;
  /** As the list was read before the run. */
  place: ListPlace;
  mapping: Mapping;
  /** Rows as they were classified. */
  identity: RowIdentity;
  /** Each with the cells that were written and, in `existing`, those of before. */
  plan: readonly PlannedColumn[];
  room: Room;
  /** Number formats under a new column of shares; null where there were none. */
  formats: readonly string[] | null;
  /** Language of the workbook before and after; undefined where it had none. */
  language: { before: unknown; after: unknown };
  /** Undoing was stopped and could not be put back: a row may hold what belongs to another one. */
  isGoingBack?: boolean;
  /** Undoing has found each result at its place, and not beside its client: somebody had sorted or shifted her own columns alone. */
  standsByPlace?: boolean;
}

export function traceOf(
  { source, identity, plan, formats, language }: Writing,
  mapping: Mapping,
): ColumnsTrace {
  const { begun, place, room, workbook } = source;
  const before = workbook.settings.get(settingKeys.language);
  return {
    begun,
    place,
    mapping,
    identity,
    plan,
    room,
    formats,
    language: { before, after: language ?? before },
  };
}
