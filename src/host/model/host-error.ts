/** A refusal as Excel gives it: the code reaches the add-in as `OfficeExtension.Error.code`. */
export class HostError extends Error {
  constructor(
    readonly code:
      | "AccessDenied"
      | "ApiNotFound"
      | "GeneralException"
      | "InsertDeleteConflict"
      | "InvalidArgument"
      | "InvalidOperation"
      | "InvalidOperationInCellEditMode"
      | "InvalidReference"
      | "InvalidSelection"
      | "ItemAlreadyExists"
      | "ItemNotFound"
      | "MergedRangeConflict"
      | "NotImplemented"
      | "RangeExceedsLimit"
      | "RequestAborted"
      | "RequestPayloadSizeLimitExceeded"
      | "ResponsePayloadSizeLimitExceeded"
      | "TableOverlap"
      | "UnsupportedOperation",
    message: string,
  ) {
    super(message);
    this.name = "HostError";
  }
}
