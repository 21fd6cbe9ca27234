import type { WorkbookRecord } from "../../src/host/workbook-record";
import { ordered } from "../ordered";

/** A record without what nobody sees: whether a text was entered with an apostrophe, and the numbers of a table's columns. */
export function plain(record: WorkbookRecord): WorkbookRecord {
  const { sheets, ...rest } = ordered(record);
  return {
    ...rest,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, quotePrefix: undefined })),
      tables: sheet.tables.map((table) => ({
        ...table,
        columns: table.columns.map((column) => ({ ...column, id: 0 })),
      })),
    })),
  };
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The first place in which two records differ. */
export function differenceOf(a: unknown, b: unknown, path = ""): string {
  if (isSame(a, b)) return "";
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
    return `${path}: ${String(JSON.stringify(a)).slice(0, 200)} → ${String(JSON.stringify(b)).slice(0, 200)}`;
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) {
    const rest = (of: unknown[], other: unknown[]) => {
      const known = new Set(other.map((each) => JSON.stringify(each)));
      return of.filter((each) => !known.has(JSON.stringify(each))).slice(0, 4);
    };
    return `${path}: only before ${JSON.stringify(rest(a, b)).slice(0, 400)}; only now ${JSON.stringify(rest(b, a)).slice(0, 400)}`;
  }
  for (const key of keys) {
    const found = differenceOf(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      `${path}.${key}`,
    );
    if (found !== "") return found;
  }
  return `${path}: in another order`;
}
