import type { Finding, FindingKind } from "../../portfolio/list/finding";
import type { NumberDress } from "./numbers";

/** A sentence or two for every kind of finding: what stands there, what was done, what to do. */
export type FindingSentences = Readonly<
  Record<FindingKind, (finding: Finding, numbers: NumberDress) => string>
>;
