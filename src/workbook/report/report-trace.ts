import type { SheetKey } from "./paint/page";

/** What a run did to the report's sheets: enough to undo those that it added. */
export interface ReportTrace {
  sheets: readonly { key: SheetKey; sheetId: string; name: string; created: boolean }[];
  /** Identifier of the sheet in view before the run. */
  activeSheet: string;
  /** Language of the workbook before and after; undefined where it had none. */
  language: { before: unknown; after: unknown };
}
