import {
  absoluteAddressOf,
  columnLetters,
  parseArea,
  quotedSheetName,
  splitSheetName,
} from "../../model/reference";
import type { Area } from "../../workbook-record";

/** `A1` of a zero-based cell. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

/** `A1:B2`, or `A1` for a single cell. Files name both corners also of whole rows and columns. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** `Sheet1!$A$1:$B$2` with the sheet name quoted where Excel needs it. */
export function sheetReference(sheetName: string, area: Area): string {
  return `${quotedSheetName(sheetName)}!${absoluteAddressOf(area)}`;
}

/** Sheet and block of a reference such as `='Client list'!$B$2:$B$9`; null when it is anything else. */
export function parsedReference(reference: string): { sheetName: string; area: Area } | null {
  const { sheet, rest } = splitSheetName(reference.trim().replace(/^=/, ""));
  const area = sheet === null ? null : parseArea(rest);
  return sheet !== null && area ? { sheetName: sheet, area } : null;
}
