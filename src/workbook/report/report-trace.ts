import type { WrittenSheet } from "./paint/write-sheets";

/** What a run did to the report's sheets: enough to undo it. */
export interface ReportTrace {
  sheets: readonly WrittenSheet[];
  /** Identifier of the sheet in view before the run. */
  activeSheet: string;
  /** Language of the workbook before and after; undefined where it had none. */
  language: { before: unknown; after: unknown };
}
