import type { Language } from "../locales";
import { type NamedColumn, Problem, type ReadingChoices, type Scenario } from "../portfolio";
import type { SourceReference } from "./operations";

/** What a run is asked to do. Days are ISO days (`2024-01-31`). */
export interface RunRequest {
  /** The list that was chosen; it comes before `sheet`. */
  source?: SourceReference;
  /** Sheet that holds the list. With neither, the list under the selection or the best candidate. */
  sheet?: string;
  /** Name of a preset of the key ladder, instead of the rules kept in the workbook. */
  preset?: string;
  /** Rules for this run instead of those kept in the workbook, as JSON that nobody has looked at yet. */
  rules?: unknown;
  /** Roles that are decided for this run; the others are proposed as always. */
  columns?: readonly NamedColumn[];
  /** The currency (ISO code) of which the amounts are taken, where the list has several. */
  currency?: string;
  /** What else is decided about the reading of the list, for this run. */
  choices?: ReadingChoices;
  /** Client that a sheet is asked for, as the portfolio names it; without it the one whose row is selected. */
  client?: string;
  /** What is to be written as a scenario: clients as the portfolio names them, and what happens with them. */
  scenario?: Omit<Scenario, "clients"> & { clients: readonly string[] };
  /** Changes the language of the workbook's results; without it, the language of the first run stays. */
  language?: Language;
  /**
   * Nobody sits before a screen: a workbook without a language of its own gets that of the list's headers, and the sheet in
   * view stays in view.
   */
  isUnattended?: boolean;
  /** Only the last so many complete periods. */
  periods?: number;
  /** Fingerprint of the earlier run that Movement compares with, instead of the last one. */
  compareWith?: string;
  /** Day as of which the last period is judged complete. */
  asOf?: string;
  today: string;
  /** `Office.context.displayLanguage`, in any spelling. */
  displayLanguage: string;
}

export type Stage = "reading" | "classifying" | "writing" | "report";

export interface RunOptions {
  /** Called as the work goes on; `fraction` is the part of the stage that is done, 0 to 1. */
  onProgress?: (stage: Stage, fraction: number) => void;
  /** Honoured until the first write. */
  signal?: AbortSignal;
}

/** @throws Problem `cancelled` when the user cancelled the run */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Problem({ kind: "cancelled" });
}
