import type { Language } from "../../locales";
import type { QueuedExtent } from "../source/list-extent";
import type { PlannedColumn } from "./result-plan";
import type { QueuedKeys, RowIdentity } from "./row-identity";
import type { RowPiece } from "./row-pieces";
import type { Source } from "../source/source";

/** One request of a run that writes, with what it found before it wrote. */
export interface WrittenPiece extends RowPiece {
  keys: QueuedKeys | null;
  extent: QueuedExtent;
  /** `formulas` of each planned column's rows; for a new column beside a region the first piece has its header cell too. */
  before: ReadonlyMap<PlannedColumn, Excel.Range>;
}

/** A run that writes, up to the request that is under way: all that is needed to take it back. */
export interface Writing {
  context: Excel.RequestContext;
  source: Source;
  plan: readonly PlannedColumn[];
  identity: RowIdentity;
  language: Language;
  done: WrittenPiece[];
  /** Number formats that a new column of shares replaces in its rows; null where there are none to keep. */
  formats: readonly string[] | null;
}
