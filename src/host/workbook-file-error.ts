/** What is wrong with a file that should be a workbook. */
export type WorkbookFileProblem =
  | "notAWorkbook"
  | "encrypted"
  | "oldFormat"
  | "binaryFormat"
  | "damaged"
  | "tooLarge"
  | "empty"
  | "emptyText"
  | "notText"
  | "noColumns"
  | "tooLong";

/** Refusal of a file: `kind` says what is wrong, the message (English, for a log) adds the detail. */
export class WorkbookFileError extends Error {
  constructor(
    readonly kind: WorkbookFileProblem,
    detail: string,
    options?: { cause: unknown },
  ) {
    super(detail, options);
    this.name = "WorkbookFileError";
  }
}
