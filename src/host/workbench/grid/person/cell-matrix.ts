import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import type { GridCell } from "../../../engine";
import { readEntry } from "../../../model/sheet/cell-entry";
import { offsetFormula } from "../../../model/formula/formula-rewrite";
import { formulaPieces } from "../../../model/formula/formula-text";
import type { CellValue } from "../../../workbook-record";
import type { Block } from "./hand";

/** Cells by row and column, as Univer is given them to write: pasted, filled, moved, made bold. */
export type CellMatrix = Record<number, Record<number, Nullable<ICellData>>>;

/** The smallest block around the cells of which the content changes, with their contents; null when only formats change. */
export function blockOf(matrix: CellMatrix): Block | null {
  const written: { row: number; column: number; content: CellValue; format: string | null }[] = [];
  // Cells that are filled share the formula of one of them by its `si`.
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  forEachCell(matrix, (row, column, cell) => {
    if (cell?.si && cell.f) {
      shared.set(cell.si, { formula: cell.f, row, column });
    }
  });
  forEachCell(matrix, (row, column, cell) => {
    const origin = cell?.si && !cell.f ? shared.get(cell.si) : undefined;
    const content = origin
      ? offsetFormula(origin.formula, row - origin.row, column - origin.column)
      : contentOf(cell);
    if (content !== undefined) {
      const pattern = typeof cell?.s === "object" ? cell.s?.n?.pattern : undefined;
      written.push({ row, column, content, format: pattern ?? null });
    }
  });
  if (written.length === 0) {
    return null;
  }
  const area = around(written);
  const blank = <T>(): (T | null)[][] =>
    Array.from({ length: area.rows }, () => new Array<null>(area.columns).fill(null));
  const contents = blank<CellValue>();
  const numberFormats = blank<string>();
  for (const { row, column, content, format } of written) {
    contents[row - area.row][column - area.column] = content;
    numberFormats[row - area.row][column - area.column] = format;
  }
  return written.some(({ format }) => format !== null)
    ? { area, contents, numberFormats }
    : { area, contents };
}

/** What a cell of Univer's is given to hold: a formula, a value, "" for blank; undefined when it says nothing of that. */
function contentOf(cell: Nullable<ICellData>): CellValue | undefined {
  if (!cell) {
    return "";
  }
  const typed = (cell.custom as GridCell["custom"] | null)?.typed;
  if (cell.f) {
    // A formula in the model's words, where it means the same wherever it stands.
    const isMovable = typed !== undefined && !formulaPieces(typed).some(({ kind }) => kind === "reference");
    return isMovable ? typed : cell.f;
  }
  if (cell.p?.body) {
    return cell.p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  }
  if (cell.v === undefined) {
    return "f" in cell && cell.f === null && "p" in cell ? "" : undefined;
  }
  if (cell.v === null || cell.v === "") {
    return "";
  }
  // Univer's CellValueType.BOOLEAN.
  if (cell.t === 3) {
    return cell.v === 1 || cell.v === true || cell.v === "TRUE";
  }
  // Text that is copied stays text: "007", "=not a formula".
  const isForced = cell.t === 4 || (cell.t === 1 && typeof cell.v === "string" && !readsAsText(cell.v));
  return isForced ? `'${cell.v}` : cell.v;
}

function readsAsText(text: string): boolean {
  try {
    return readEntry(text, false).kind === "text";
  } catch {
    // No formula that Excel could read.
    return false;
  }
}

/** Bold, italic, underline that all the cells are given. */
export function fontOf(
  matrix: CellMatrix,
): { area: Block["area"]; font: { bold?: boolean; italic?: boolean; underline?: boolean } } | null {
  const cells: { row: number; column: number }[] = [];
  let style: IStyleData | null = null;
  forEachCell(matrix, (row, column, cell) => {
    if (cell?.s && typeof cell.s === "object") {
      cells.push({ row, column });
      style = cell.s;
    }
  });
  if (style === null) {
    return null;
  }
  const { bl, it, ul } = style as IStyleData;
  return {
    area: around(cells),
    font: {
      ...(bl !== undefined && { bold: bl === 1 }),
      ...(it !== undefined && { italic: it === 1 }),
      ...(ul !== undefined && { underline: ul?.s === 1 }),
    },
  };
}

function around(cells: { row: number; column: number }[]): Block["area"] {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function forEachCell(
  matrix: CellMatrix,
  visit: (row: number, column: number, cell: Nullable<ICellData>) => void,
): void {
  for (const [row, cells] of Object.entries(matrix)) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      visit(Number(row), Number(column), cell);
    }
  }
}
