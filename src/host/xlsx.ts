/** Excel files: a user's workbook is read into a record, and a record is written as a fresh workbook. */
import type { WorkbookRecord } from "./workbook-record";
import type { AddInIdentity } from "./xlsx/package/settings-part";
import type { NotCarried } from "./xlsx/read/not-carried";
import { readParts } from "./xlsx/read/read-workbook";
import { written } from "./xlsx/write/write-workbook";

export { WorkbookFileError, type WorkbookFileProblem } from "./workbook-file-error";
export type { NotCarried, NotCarriedThing } from "./xlsx/read/not-carried";
export type { AddInIdentity } from "./xlsx/package/settings-part";

/** The add-in whose document settings are read and written unless another is named: the id of our manifest. */
export const ownAddIn: AddInIdentity = { id: "6b1f4d0e-3c52-4a77-9d2b-8e5f0c7a41d3", version: "1.0.0.0" };

/**
 * Reads a workbook (.xlsx, .xlsm, .xltx, .xltm).
 * @returns the workbook as a record, and everything in the file that the record does not hold
 * @throws WorkbookFileError whose `kind` says what is wrong with the file
 */
export function readWorkbook(
  bytes: Uint8Array,
  addIn: AddInIdentity = ownAddIn,
): Promise<{ record: WorkbookRecord; notCarried: NotCarried[] }> {
  return readParts(bytes, addIn);
}

/**
 * Bytes of a fresh .xlsx workbook. The same record always gives the same bytes.
 * @throws Error for a chart type that cannot be written
 */
export function writeWorkbook(record: WorkbookRecord, addIn: AddInIdentity = ownAddIn): Promise<Uint8Array> {
  return written(record, addIn);
}
