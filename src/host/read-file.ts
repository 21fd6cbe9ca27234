/** A user's file as a workbook: an Excel file, or a text file that holds a list. */
import { readCsv } from "./csv/read-csv";
import type { WorkbookRecord } from "./workbook-record";
import { readWorkbook, type WorkbookFile } from "./xlsx";

/** Endings of files that are read as separated text. */
export const textFileEndings = [".csv", ".tsv", ".tab", ".txt"] as const;

/**
 * Reads .xlsx, .xlsm, .xltx, .xltm, and .csv, .tsv, .tab, .txt. The name decides, unless a file that is called a text is a
 * package or an old workbook (programs export those as .csv too).
 *
 * @returns the record, and the Excel file into which changes can be written; null for a text
 * @throws WorkbookFileError whose `kind` says what is wrong with the file
 */
export async function readWorkbookFile(
  name: string,
  bytes: Uint8Array,
): Promise<{ record: WorkbookRecord; file: WorkbookFile | null }> {
  const ending = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase();
  const isText = textFileEndings.some((each) => each === ending) && !startsAsWorkbook(bytes);
  return isText ? { record: readCsv(name, bytes), file: null } : readWorkbook(bytes);
}

/** First bytes of a ZIP package (.xlsx) and of a compound file (.xls, or a workbook with a password). */
const workbookBeginnings = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function startsAsWorkbook(bytes: Uint8Array): boolean {
  return workbookBeginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}
