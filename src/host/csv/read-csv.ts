import { blankSheet } from "../blank-sheet";
import { textWidth } from "../text-size";
import { columnLetters, longestText, sheetColumns, sheetRows } from "../model/reference";
import type { CellRecord, SheetRecord, WorkbookRecord } from "../workbook-record";
import { WorkbookFileError } from "../workbook-file-error";
import { decodedText } from "./decode-text";
import { fieldColumns, numberOf, type FieldColumn } from "./field-columns";
import { separatedRows } from "./separated-rows";

/**
 * A list in a text file (.csv, .tsv, .txt) as a new workbook of one sheet, which has the file's name.
 *
 * @throws WorkbookFileError `emptyText`, `notText`, `mixedText`, `noColumns`, `tooLong` or `longText`
 */
export function readCsv(fileName: string, bytes: Uint8Array): WorkbookRecord {
  const text = decodedText(bytes);
  if (text.trim() === "") throw new WorkbookFileError("emptyText", "nothing but blanks");
  const { rows, separator } = separatedRows(text);
  while (rows.length > 0 && rows.at(-1)!.every((field) => field.trim() === "")) rows.pop();
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > sheetRows || width > sheetColumns) {
    throw new WorkbookFileError("tooLong", `${rows.length} rows of ${width} fields`);
  }
  const body = headerRow(rows) + 1;
  const columns = fieldColumns(rows, body, separator);
  const sheet: SheetRecord = { ...blankSheet(sheetName(fileName)), columns: columnsOf(rows, columns) };
  const once = sharedTexts();
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r];
    for (let c = 0; c < row.length; c++) {
      if (row[c] === "") continue;
      const number = r < body ? null : numberOf(row[c], columns[c].kind);
      sheet.cells.push(number === null ? textCell(r, c, once(row[c])) : { row: r, column: c, value: number });
    }
    // A million rows would otherwise stand in memory twice.
    rows[r] = [];
  }
  return { sheets: [sheet], names: [], settings: {}, activeSheet: 0, protected: false };
}

/** The first row that is filled at least half as far as the fullest of those at the top; titles above it are shorter. */
function headerRow(rows: readonly (readonly string[])[]): number {
  const filled = rows.slice(0, 100).map((row) => row.filter((field) => field.trim() !== "").length);
  return Math.max(
    0,
    filled.findIndex((count) => count >= Math.max(2, Math.max(...filled) / 2)),
  );
}

function textCell(row: number, column: number, value: string): CellRecord {
  if (value.length > longestText)
    throw new WorkbookFileError("longText", `a field of ${value.length} letters`, {
      place: columnLetters(column) + (row + 1),
    });
  // It stays a text when it is typed again.
  return value.startsWith("=") ? { row, column, value, quotePrefix: true } : { row, column, value };
}

/** Widths by the first rows, and the formats of days. */
function columnsOf(
  rows: readonly (readonly string[])[],
  columns: readonly FieldColumn[],
): SheetRecord["columns"] {
  const first = rows.slice(0, 200);
  return columns.map(({ kind, hasTimes }, index) => {
    const longest = Math.max(...first.map((row) => textWidth((row[index] ?? "").slice(0, 60), {})));
    const width = Math.round(Math.min(300, Math.max(48, longest + 10)) * 4) / 4;
    const day = kind === "isoDays" ? "yyyy-mm-dd" : kind === "dottedDays" ? "dd.mm.yyyy" : null;
    const format = day !== null && { format: { numberFormat: hasTimes ? `${day} hh:mm` : day } };
    return { index, width, ...format };
  });
}

/** The file's name without folder and ending, as far as a sheet may be called so. */
function sheetName(fileName: string): string {
  const name = fileName
    .replace(/^.*[/\\]/, "")
    .replace(/\.[^.]*$/, "")
    .replace(/[\s[\]:*?/\\]+/g, " ")
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$/g, "")
    .trim();
  return name === "" || name.toLowerCase() === "history" ? "Sheet1" : name;
}

/** Texts that are kept once. */
const mostShared = 100_000;

/**
 * The same text for equal ones, so that a name on a hundred thousand rows stands in memory once, and without the whole
 * text of the file behind it, of which the engine makes fields mere windows.
 */
function sharedTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const shared = known.get(text);
    if (shared !== undefined) return shared;
    const own = ` ${text}`.slice(1);
    if (known.size < mostShared) known.set(own, own);
    return own;
  };
}
