import { highestRow, wrappedHeight } from "../../text-size";
import type { CellFormatRecord, CellRecord, SheetRecord } from "../../workbook-record";
import { areaAddress, cellAddress } from "../vocabulary/address";
import { encodedText, escapedXml } from "../package/file-text";
import { formulaInFile } from "../vocabulary/formula-in-file";
import { defaultColumnWidth, defaultRowHeight } from "../vocabulary/measures";
import { tableFinder } from "../vocabulary/table-finder";
import type { StyleBook } from "./write-styles";

/** Whoever numbers the texts of a workbook. */
export interface TextNumbers {
  numberOf(text: string): number;
}

/** Letters of a piece: few enough to be gone before they are moved to older memory, and many enough to be quick. */
const lettersAtOnce = 65_536;

/** The texts of a fresh workbook, each once (`xl/sharedStrings.xml`). */
export class SharedStrings implements TextNumbers {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses++;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** The part, in pieces that follow each other. */
  *pieces(): Generator<string> {
    let text =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${this.numbers.size}">`;
    for (const item of this.numbers.keys()) {
      text += textItem(item);
      if (text.length < lettersAtOnce) continue;
      yield text;
      text = "";
    }
    yield `${text}</sst>`;
  }
}

/** A text as an item of the shared strings. */
export function textItem(text: string): string {
  return `<si><t${spaceOf(text)}>${escapedText(text)}</t></si>`;
}

/**
 * The element `sheetData` of a sheet in pieces that follow each other, made as they are asked for. Written here and not by the
 * library, which keeps several objects for every cell: 1.5 million cells cost it more than a gigabyte and minutes.
 */
export function* sheetDataPieces(
  sheet: SheetRecord,
  styles: StyleBook,
  strings: TextNumbers,
): Generator<string> {
  yield "<sheetData>";
  const tableAt = tableFinder(sheet.tables);
  let text = "";
  for (const { index, row, cells } of rowsFromTheTop(sheet)) {
    text += rowXml(sheet, index, row, cells, tableAt, styles, strings);
    if (text.length < lettersAtOnce) continue;
    yield text;
    text = "";
  }
  yield `${text}</sheetData>`;
}

type Row = SheetRecord["rows"][number];

/** Rows that have cells or a look of their own; cells from the left. */
function* rowsFromTheTop(
  sheet: SheetRecord,
): Generator<{ index: number; row: Row | undefined; cells: readonly CellRecord[] }> {
  const rows = new Map(sheet.rows.map((row) => [row.index, row]));
  const inOrder = inReadingOrder(sheet.cells);
  const bare = [...rows.keys()].sort((one, other) => one - other);
  let next = 0;
  for (let first = 0; first < inOrder.length;) {
    const index = inOrder[first].row;
    let end = first + 1;
    while (end < inOrder.length && inOrder[end].row === index) end++;
    for (; bare[next] < index; next++) yield { index: bare[next], row: rows.get(bare[next]), cells: [] };
    if (bare[next] === index) next++;
    yield { index, row: rows.get(index), cells: inOrder.slice(first, end) };
    first = end;
  }
  for (; next < bare.length; next++) yield { index: bare[next], row: rows.get(bare[next]), cells: [] };
}

/** Cells row by row, from the left: as an open workbook gives them, so that a million rows are seldom sorted. */
function inReadingOrder(cells: readonly CellRecord[]): readonly CellRecord[] {
  const follows = (cell: CellRecord, before: CellRecord) =>
    cell.row > before.row || (cell.row === before.row && cell.column >= before.column);
  if (cells.every((cell, index) => index === 0 || follows(cell, cells[index - 1]))) return cells;
  return [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
}

function rowXml(
  sheet: SheetRecord,
  index: number,
  row: Row | undefined,
  cells: readonly CellRecord[],
  tableAt: ReturnType<typeof tableFinder>,
  styles: StyleBook,
  strings: TextNumbers,
): string {
  const style = row?.format ? styles.idOf(row.format, false) : 0;
  let fitted = defaultRowHeight;
  const inside = cells.map((cell) => {
    const format = cell.format ?? row?.format ?? styles.columnFormat(sheet, cell.column);
    fitted = Math.max(fitted, fittedHeight(sheet, cell, format));
    return cellXml(
      cell,
      styles.idOf(format, cell.quotePrefix ?? false),
      tableAt(cell.row, cell.column),
      strings,
    );
  });
  const height =
    row?.height !== undefined
      ? ` ht="${row.height}" customHeight="1"`
      : // A hidden row keeps a height to come back to.
        fitted > defaultRowHeight || row?.hidden
        ? ` ht="${fitted}"`
        : "";
  const attributes =
    (style > 0 ? ` s="${style}" customFormat="1"` : "") + height + (row?.hidden ? ' hidden="1"' : "");
  return `<row r="${index + 1}"${attributes}>${inside.join("")}</row>`;
}

/**
 * Height that Excel gives a row for the sake of a text that wraps in this cell, and keeps in its file: a program that does not
 * measure anew when it opens the file would show the lines of one row above those of the next. It errs on the high side.
 */
function fittedHeight(sheet: SheetRecord, cell: CellRecord, format: CellFormatRecord | undefined): number {
  if (!format?.wrapText || typeof cell.value !== "string") return 0;
  const { row, column } = cell;
  if (sheet.merges.some((area) => row >= area.row && row < area.row + area.rows && column === area.column))
    return 0;
  const width = sheet.columns.find(({ index }) => index === column)?.width ?? defaultColumnWidth;
  return Math.min(highestRow, wrappedHeight(cell.value, format, width * 0.97));
}

/**
 * The element of a cell.
 * @param style number of its format
 * @param table name of the table that it stands in
 * @param dynamic number of the cell metadata that mark an array as a dynamic one
 */
export function cellXml(
  cell: CellRecord,
  style: number,
  table: string | undefined,
  strings: TextNumbers,
  dynamic = 1,
): string {
  const open = `<c r="${cellAddress(cell.row, cell.column)}"${style > 0 ? ` s="${style}"` : ""}`;
  const { value, formula } = cell;
  if (formula === undefined) {
    if (value === undefined) return `${open}/>`;
    if (typeof value === "string") return `${open} t="s"><v>${strings.numberOf(value)}</v></c>`;
    const { type, content } = plainValue(value);
    return `${open}${type}><v>${content}</v></c>`;
  }
  const text = escapedText(formulaInFile(formula, table));
  const array = cell.spill ? ` t="array" ref="${areaAddress(cell.spill)}"` : "";
  const { type, xml } = resultOf(value);
  return `${open}${type}${cell.spill ? ` cm="${dynamic}"` : ""}><f${array}>${text}</f>${xml}</c>`;
}

/** The result of a formula: the attribute that says its type, and its element. */
export function resultOf(value: CellRecord["value"]): { type: string; xml: string } {
  if (value === undefined) return { type: "", xml: "" };
  const { type, content } = plainValue(value);
  return { type, xml: `<v${typeof value === "string" ? spaceOf(value) : ""}>${content}</v>` };
}

function plainValue(value: NonNullable<CellRecord["value"]>): { type: string; content: string } {
  if (typeof value === "string") return { type: ' t="str"', content: escapedText(value) };
  if (typeof value === "boolean") return { type: ' t="b"', content: value ? "1" : "0" };
  if (typeof value === "object") return { type: ' t="e"', content: escapedXml(value.error) };
  // A sheet holds no infinity.
  return Number.isFinite(value) ? { type: "", content: String(value) } : { type: ' t="e"', content: "#NUM!" };
}

/** Line breaks may stand as they are in an element. */
function escapedText(text: string): string {
  return /[&<>\u0000-\u001F\u007F\uFFFE\uFFFF]|_x/.test(text)
    ? escapedXml(encodedText(text)).replace(/&#10;/g, "\n")
    : text;
}

function spaceOf(text: string): string {
  return /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
}
