import type { RowsTrace } from "../columns/classify-rows";
import type { ReportTrace } from "../report/report-trace";
import type { ScoreColumnsTrace } from "../score-columns/add-score-columns";

/** What a run, or adding the sample or score columns, left behind: all that is needed to undo it. */
export type UndoableTrace =
  (RowsTrace & { report?: ReportTrace }) | { sampleSheet: string; activeSheet: string } | ScoreColumnsTrace;

/** Whether there is anything to undo. */
export function isUndoable(trace: UndoableTrace): boolean {
  if ("sampleSheet" in trace || "scoreColumns" in trace) return true;
  const { columns, made, report } = trace;
  // What the workbook remembers is undone with what the run wrote; by itself nobody would see it.
  return columns !== null || report !== undefined || made?.kind === "new";
}
