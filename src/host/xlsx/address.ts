import type { Area } from "../workbook-record";

const lastRow = 1_048_575;
const lastColumn = 16_383;

/** Letters of a zero-based column: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Zero-based column of its letters; -1 when they name no column of a sheet. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1 <= lastColumn ? column - 1 : -1;
}

/** `A1` of a zero-based cell. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

/** `A1:B2`, or `A1` for a single cell. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** `$A$1:$B$2`, or `$A$1` for a single cell. */
export function absoluteAddress(area: Area): string {
  return areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** Block behind `A1`, `$A$1:$B$2`, `A:C` or `1:3` (no sheet name); null when the text is none of them. */
export function areaOf(address: string): Area | null {
  const corners = address.split(":");
  if (corners.length > 2) return null;
  const [first, last = first] = corners.map((corner) => /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/.exec(corner));
  if (!first || !last || !(first[1] || first[2])) return null;
  if (!first[1] !== !last[1] || !first[2] !== !last[2]) return null;
  if (corners.length === 1 && !(first[1] && first[2])) return null;
  const columns = first[1] && last[1] ? [columnOf(first[1]), columnOf(last[1])] : [0, lastColumn];
  const rows = first[2] && last[2] ? [Number(first[2]) - 1, Number(last[2]) - 1] : [0, lastRow];
  if ([...columns, ...rows].some((index) => index < 0) || Math.max(...rows) > lastRow) return null;
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** A sheet name as it stands before `!` in a reference: quoted unless it is a plain word that is no cell address. */
export function quotedSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  const looksLikeCell = /^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$/.test(name);
  const looksLikeBoolean = /^(true|false)$/i.test(name);
  return plain && !looksLikeCell && !looksLikeBoolean ? name : `'${name.replace(/'/g, "''")}'`;
}

/** `Sheet1!$A$1:$B$2` with the sheet name quoted where Excel needs it. */
export function sheetReference(sheetName: string, area: Area): string {
  return `${quotedSheetName(sheetName)}!${absoluteAddress(area)}`;
}

/** Sheet and block of a reference such as `='Client list'!$B$2:$B$9`; null when it is anything else. */
export function parsedReference(reference: string): { sheetName: string; area: Area } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!()[\]{},"]+))!([$A-Za-z0-9:]+)$/.exec(reference.trim());
  if (!match) return null;
  const area = areaOf(match[3]);
  return area && { sheetName: match[1]?.replace(/''/g, "'") ?? match[2], area };
}
