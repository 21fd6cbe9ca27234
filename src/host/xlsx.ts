/**
 * Excel files: a user's workbook is read into a record. What became of it is written into the file that it was read from;
 * a workbook that never was a file is written fresh.
 */
import type { WorkbookRecord } from "./workbook-record";
import type { AddInIdentity } from "./xlsx/package/settings-part";
import type { WorkbookFile } from "./xlsx/package/workbook-file";
import type { CellShifts } from "./xlsx/patch/moves/cell-moves";
import { patched } from "./xlsx/patch/patch-workbook";
import { readParts } from "./xlsx/read/read-workbook";
import { written } from "./xlsx/write/write-workbook";

export { WorkbookFileError, type WorkbookFileProblem } from "./workbook-file-error";
export type { AddInIdentity } from "./xlsx/package/settings-part";
export type { WorkbookFile } from "./xlsx/package/workbook-file";

/** The add-in whose document settings are read and written unless another is named: the id of our manifest. */
export const ownAddIn: AddInIdentity = { id: "6b1f4d0e-3c52-4a77-9d2b-8e5f0c7a41d3", version: "1.0.0.0" };

/**
 * Reads a workbook (.xlsx, .xlsm, .xltx, .xltm).
 * @returns the workbook as a record, and the file with all that a record does not hold
 * @throws WorkbookFileError whose `kind` says what is wrong with the file
 */
export function readWorkbook(
  bytes: Uint8Array,
  addIn: AddInIdentity = ownAddIn,
): Promise<{ record: WorkbookRecord; file: WorkbookFile }> {
  return readParts(bytes, addIn);
}

/**
 * Bytes of a fresh .xlsx workbook. The same record always gives the same bytes.
 * @throws Error for a chart type that cannot be written
 */
export function writeWorkbook(record: WorkbookRecord, addIn: AddInIdentity = ownAddIn): Promise<Uint8Array> {
  return written(record, addIn);
}

/**
 * Bytes of the file that a workbook was read from, with what changed since: every part that need not change is the same to
 * the byte, and in a changed sheet everything but the changed cells is the same text.
 * @param before the record that the host gave when it had opened the workbook
 * @param after the record that it gives now
 * @param shifts cells that were put in and taken out since (`ExcelHost.cellShifts`): what a record does not know follows them
 */
export function patchWorkbook(
  file: WorkbookFile,
  before: WorkbookRecord,
  after: WorkbookRecord,
  shifts: CellShifts = new Map(),
  addIn: AddInIdentity = ownAddIn,
): Promise<Uint8Array> {
  return patched(file, before, after, addIn, shifts);
}
