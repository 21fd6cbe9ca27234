import type { NumberDress } from "./wording/numbers";

/** What is not taken back, and why: somebody has made it his own. */
export type WhatStays =
  /** Cells of one of our columns that hold something else than what was written; `address` of the first. */
  | { kind: "cells"; header: string; address: string; count: number }
  /** A column for scores in which somebody has typed some; `address` of the first. */
  | { kind: "scores"; header: string; address: string; count: number }
  /** A column under a header that somebody has changed: our cells go, the header stays. */
  | { kind: "renamed"; header: string; address: string }
  /** A column of ours that somebody has cut out of its list; `address` of its header where it stands now. */
  | { kind: "movedColumn"; header: string; address: string }
  /** Results of a column whose header row somebody has deleted; `address` of the first. */
  | { kind: "unmarked"; header: string; address: string; count: number }
  /** Formulas or names of the user's own count on it; `isTotal`: nothing but the column's own cell in the total row of the table does. */
  | { kind: "referredColumn"; header: string; address: string; by: readonly string[]; isTotal?: boolean }
  | { kind: "referredSheet"; sheet: string; by: readonly string[] }
  /** A sheet that holds more, or something else, than what was written; `address` of the first such cell where it is known. */
  | { kind: "sheetChanged"; sheet: string; address: string | null }
  /** A sheet on which a run was cut off: nobody can tell what on it is whose. */
  | { kind: "sheetUnfinished"; sheet: string }
  /** A sheet under protection, or hidden so that Excel does not delete it. */
  | { kind: "sheetProtected"; sheet: string }
  /** The only sheet that can be seen. */
  | { kind: "lastSheet"; sheet: string }
  /** A sheet that stood there before the run: it keeps what the run wrote. */
  | { kind: "sheetRefreshed"; sheet: string; why: WhyRefreshed }
  /** A list that cannot be read any more, with our columns at these addresses. */
  | { kind: "listUnreadable"; sheet: string; headers: readonly string[] };

/**
 * Why: the pane did not write what stood there before, rows or columns had come or gone there or a run had been stopped on it, it has
 * too many cells to be kept, somebody had written into the hidden data of its charts before, somebody has changed the sheet since, or
 * it is no page of the report but was asked for by itself.
 */
export type WhyRefreshed = "unknown" | "rearranged" | "large" | "chartData" | "changed" | "asked";

export type WhyRefreshedSentences = Readonly<Record<WhyRefreshed, string>>;

/** A sentence for every kind of thing that stays. */
export type WhatStaysSentences = {
  readonly [Kind in WhatStays["kind"]]: (
    stays: Extract<WhatStays, { kind: Kind }>,
    numbers: NumberDress,
  ) => string;
};
