import { columnIndex } from "../../portfolio";
import type { Area } from "../cells/cell-value";

/** Cells, or a whole sheet, that formulas may count on. */
export interface ReferenceTarget {
  sheet: string;
  /** Null for a whole sheet. */
  area: Area | null;
  /** Tables that stand there. */
  tables: readonly string[];
  /** The column of a table that it is. */
  column: { table: string; header: string } | null;
}

/** A sheet as a whole, with the names of its tables. */
export const wholeSheet = (sheet: string, tables: readonly string[]): ReferenceTarget => ({
  sheet,
  area: null,
  tables,
  column: null,
});

const lastRow = 1_048_575;
const lastColumn = 16_383;
const reference =
  /(?<![\p{L}\p{N}_.'])(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.:]*))!)?(?:\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?(\d+):\$?(\d+))(?![\p{L}\p{N}_(.])/giu;
const sheetPrefix = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.:]*))!/gu;

/**
 * Whether a formula counts on cells: by address, by the name of their sheet or table, or by the header of their column. In
 * doubt it does: what it counts on stays, and that can be seen.
 *
 * @param home name of the sheet that the formula stands on
 */
export function refersTo(formula: string, home: string, target: ReferenceTarget): boolean {
  const text = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
  if (target.area === null) {
    for (const [, quoted, plain] of text.matchAll(sheetPrefix)) {
      if (isSheet(quoted?.replaceAll("''", "'") ?? plain, target.sheet)) return true;
    }
    const withoutSheets = text.replaceAll(sheetPrefix, "");
    return target.tables.some((table) => isWord(withoutSheets, table));
  }
  for (const match of text.matchAll(reference)) {
    const [, quoted, plain, ...cells] = match;
    const sheet = quoted?.replaceAll("''", "'") ?? plain ?? home;
    if (isSheet(sheet, target.sheet) && meets(areaOf(cells), target.area)) return true;
  }
  return target.column !== null && namesColumn(text, home === target.sheet, target.column);
}

/** A sheet by its name, also as the end of several (`'Jan:Mar'!A1`); of another workbook (`[Book]Sheet`) it is none. */
function isSheet(name: string, sheet: string): boolean {
  const lower = sheet.toLowerCase();
  return (
    name.toLowerCase() === lower ||
    name
      .toLowerCase()
      .split(":")
      .some((part) => part === lower)
  );
}

function areaOf([left, top, right, bottom, from, to, first, last]: readonly (string | undefined)[]): Area {
  const between = (a: number, b: number): [number, number] => [Math.min(a, b), Math.abs(a - b) + 1];
  if (from !== undefined) {
    const [at, columnCount] = between(columnIndex(from), columnIndex(to!));
    return { top: 0, left: at, rowCount: lastRow + 1, columnCount };
  }
  if (first !== undefined) {
    const [at, rowCount] = between(Number(first) - 1, Number(last) - 1);
    return { top: at, left: 0, rowCount, columnCount: lastColumn + 1 };
  }
  const [row, rowCount] = between(Number(top) - 1, Number(bottom ?? top) - 1);
  const [column, columnCount] = between(columnIndex(left!), columnIndex(right ?? left!));
  return { top: row, left: column, rowCount, columnCount };
}

const meets = (a: Area, b: Area): boolean =>
  a.top < b.top + b.rowCount &&
  b.top < a.top + a.rowCount &&
  a.left < b.left + b.columnCount &&
  b.left < a.left + a.columnCount;

/** `Deals[Share]`, `[@Share]`, `Deals[[#All],[Share]]`. */
function namesColumn(
  formula: string,
  isHome: boolean,
  { table, header }: { table: string; header: string },
): boolean {
  const text = formula.replaceAll(/'(['[\]#@])/g, "$1").toLowerCase();
  const name = header.toLowerCase();
  if (!text.includes(`[${name}]`) && !text.includes(`[@${name}]`)) return false;
  return isHome || isWord(text, table.toLowerCase());
}

function isWord(text: string, word: string): boolean {
  const [lower, wanted] = [text.toLowerCase(), word.toLowerCase()];
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}_.]/u.test(letter);
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!isLetter(lower[at - 1]) && !isLetter(lower[at + wanted.length])) return true;
  }
  return false;
}
