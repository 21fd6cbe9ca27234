/** What is wrong with a file that should be a workbook. */
export type WorkbookFileProblem =
  | "notAWorkbook"
  | "encrypted"
  | "oldFormat"
  | "binaryFormat"
  | "damaged"
  | "fillsTooMuch"
  | "tooManyNames"
  | "tooLarge"
  | "empty"
  | "emptyText"
  | "notText"
  | "noColumns"
  | "mixedText"
  | "longText"
  | "tooLong";

/** Refusal of a file: `kind` says what is wrong, the message (English, for a log) adds the detail. */
export class WorkbookFileError extends Error {
  /** The part or the cell that is meant; "" for the file as a whole. */
  readonly place: string;

  constructor(
    readonly kind: WorkbookFileProblem,
    detail: string,
    { cause, place = "" }: { cause?: unknown; place?: string } = {},
  ) {
    super(detail, { cause });
    this.name = "WorkbookFileError";
    this.place = place;
  }
}
