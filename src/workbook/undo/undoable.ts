import type { RowsTrace } from "../columns/classify-rows";
import type { ReportTrace } from "../report/report-trace";

/** What a run, or adding the sample, left behind: all that is needed to undo it. */
export type UndoableTrace =
  (RowsTrace & { report?: ReportTrace }) | { sampleSheet: string; activeSheet: string };

/** Whether there is anything to undo. */
export function isUndoable(trace: UndoableTrace): boolean {
  if ("sampleSheet" in trace) return true;
  const { columns, made, report } = trace;
  // What the workbook remembers is undone with what the run wrote; by itself nobody would see it.
  return columns !== null || report !== undefined || made?.kind === "new";
}
