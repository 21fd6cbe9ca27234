import type { Area } from "../workbook-record";

/** Limits of a sheet: 1,048,576 rows × 16,384 columns, and of a cell: 32,767 characters (Excel specifications and limits). */
export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;
export const longestText = 32_767;

/** "A" for 0, "XFD" for 16383. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0 for "A"; case does not matter. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

/** `B2:D9`, `B2` for one cell, `B:D` for whole columns, `2:9` for whole rows. */
export function addressOf(area: Area): string {
  return spell(
    area,
    (index) => columnLetters(index),
    (index) => String(index + 1),
  );
}

/** `$B$2:$D$9` and so on. */
export function absoluteAddressOf(area: Area): string {
  return spell(
    area,
    (index) => `$${columnLetters(index)}`,
    (index) => `$${index + 1}`,
  );
}

function spell(area: Area, letters: (index: number) => string, digits: (index: number) => string): string {
  const lastColumn = area.column + area.columns - 1;
  const lastRow = area.row + area.rows - 1;
  // The whole sheet is `1:1048576` in Excel, thus rows come first.
  if (area.column === 0 && area.columns === sheetColumns) {
    return `${digits(area.row)}:${digits(lastRow)}`;
  }
  if (area.row === 0 && area.rows === sheetRows) {
    return `${letters(area.column)}:${letters(lastColumn)}`;
  }
  const first = letters(area.column) + digits(area.row);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${letters(lastColumn)}${digits(lastRow)}`;
}

/** A sheet's name as it stands in references: in apostrophes where Excel writes them. */
export function quotedSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !looksLikeReference(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

function looksLikeReference(name: string): boolean {
  return parseCell(name) !== null || /^(r|c|rc|r\d+|c\d+|r\d+c\d+|true|false)$/i.test(name);
}

/** `'My sheet'!A1` → sheet name and the rest; sheet null when none stands there. */
export function splitSheetName(address: string): { sheet: string | null; rest: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(address);
  if (!match) {
    return { sheet: null, rest: address };
  }
  return { sheet: match[1] !== undefined ? match[1].replaceAll("''", "'") : match[2], rest: match[3] };
}

/** One corner of a reference: a row, a column or both, each relative or `$` absolute. */
export interface Corner {
  row: number | null;
  column: number | null;
  rowAbsolute: boolean;
  columnAbsolute: boolean;
}

/** A corner such as `$B$2`, `B`, `$2`; null when it is none or lies outside a sheet. */
export function parseCorner(text: string): Corner | null {
  const match = /^(\$?)([A-Za-z]{1,3})?(\$?)([1-9][0-9]{0,6})?$/.exec(text);
  if (!match || (match[2] === undefined && match[4] === undefined)) {
    return null;
  }
  const [, firstDollar, letters, secondDollar, digits] = match;
  const column = letters === undefined ? null : columnIndex(letters);
  const row = digits === undefined ? null : Number(digits) - 1;
  if ((column ?? 0) >= sheetColumns || (row ?? 0) >= sheetRows) {
    return null;
  }
  if (letters === undefined) {
    // `$2`: the dollar was read as the column's.
    return firstDollar !== "" && secondDollar !== ""
      ? null
      : { row, column, rowAbsolute: firstDollar + secondDollar !== "", columnAbsolute: false };
  }
  if (digits === undefined && secondDollar !== "") {
    return null;
  }
  return { row, column, rowAbsolute: secondDollar !== "", columnAbsolute: firstDollar !== "" };
}

function parseCell(text: string): Corner | null {
  const corner = parseCorner(text);
  return corner !== null && corner.row !== null && corner.column !== null ? corner : null;
}

/** The area of `A1`, `A1:B2`, `A:C`, `2:9` (dollars allowed, no sheet name); null when it is no reference. */
export function parseArea(text: string): Area | null {
  const parts = text.trim().split(":");
  if (parts.length > 2) {
    return null;
  }
  const first = parseCorner(parts[0]);
  const second = parts.length === 2 ? parseCorner(parts[1]) : first;
  if (first === null || second === null) {
    return null;
  }
  if (parts.length === 1 && (first.row === null || first.column === null)) {
    return null;
  }
  return areaBetween(first, second);
}

/** The area that two corners span; null when one is a row and the other is not. */
export function areaBetween(first: Corner, second: Corner): Area | null {
  if (
    (first.row === null) !== (second.row === null) ||
    (first.column === null) !== (second.column === null)
  ) {
    return null;
  }
  const rows = span(first.row, second.row, sheetRows);
  const columns = span(first.column, second.column, sheetColumns);
  return { row: rows.start, rows: rows.count, column: columns.start, columns: columns.count };
}

function span(first: number | null, second: number | null, all: number): { start: number; count: number } {
  if (first === null || second === null) {
    return { start: 0, count: all };
  }
  return { start: Math.min(first, second), count: Math.abs(second - first) + 1 };
}

/** The cells that two areas share, or null. */
export function intersection(one: Area, other: Area): Area | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest area that holds both. */
export function boundingArea(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function sameArea(one: Area, other: Area): boolean {
  return contains(one, other) && contains(other, one);
}

/** What is left of a block without another: up to four blocks. */
export function difference(block: Area, without: Area): Area[] {
  const common = intersection(block, without);
  if (!common) {
    return [block];
  }
  const below = common.row + common.rows;
  const right = common.column + common.columns;
  const pieces: Area[] = [
    { ...block, rows: common.row - block.row },
    { ...block, row: below, rows: block.row + block.rows - below },
    { ...common, column: block.column, columns: common.column - block.column },
    { ...common, column: right, columns: block.column + block.columns - right },
  ];
  return pieces.filter(({ rows, columns }) => rows > 0 && columns > 0);
}
