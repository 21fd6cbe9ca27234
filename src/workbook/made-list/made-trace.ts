import { Problem } from "../../portfolio";
import type { OwnName } from "../marks/own-names";

/** What a run did to a list of clients that it made of lines: enough to undo a new one. */
export type MadeTrace =
  | {
      kind: "new";
      number: number;
      sheetId: string;
      /** What was left of lists whose sheet had been deleted, and went with this run. */
      forgotten: Forgotten;
    }
  /** The list stood there already; `isChanged`: rows, columns or cells of it are others than before. */
  | { kind: "refresh"; number: number; sheetId: string; isChanged: boolean };

export interface Forgotten {
  names: readonly Pick<OwnName, "name">[];
  settings: readonly { key: string; value: unknown }[];
}

/**
 * An error with which a run ends that has made a list of clients: one that was cancelled says that the list stands.
 * @param sheet of the list
 */
export function withMadeList(error: unknown, made: MadeTrace | null, sheet: string): unknown {
  const isBrought = made?.kind === "new" || made?.isChanged === true;
  const isCancelled = error instanceof Problem && error.detail.kind === "cancelled";
  return isBrought && isCancelled ? new Problem({ kind: "cancelled", made: sheet }) : error;
}

/** Of a run that began anew: a list that it made the first time is one that it made. */
export function joinedTrace(before: MadeTrace | null, now: MadeTrace | null): MadeTrace | null {
  if (!before || !now) return now ?? before;
  if (before.kind === "new" || now.kind === "new") return before.kind === "new" ? before : now;
  return { ...now, isChanged: before.isChanged || now.isChanged };
}
