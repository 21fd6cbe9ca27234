import type { Area } from "../../workbook-record";
import { type FormulaPiece, formulaPieces } from "./formula-text";
import {
  areaBetween,
  columnLetters,
  type Corner,
  intersection,
  quotedSheetName,
  sheetColumns,
  sheetRows,
  splitSheetName,
} from "../reference";

/** Cells put in or taken out of a sheet; everything behind them in the band moves along. */
export interface CellShift {
  kind: "insert" | "delete";
  /** Whole rows or columns, or a block whose neighbours move. */
  area: Area;
  /** Down/Up move along rows, Right/Left along columns. */
  axis: "rows" | "columns";
}

export interface FormulaChange {
  /** Where an area of that sheet stands now, null when nothing of it is left. */
  move?(area: Area, sheetName: string): Area | null;
  /** New name of a sheet; null when the sheet is deleted; undefined when nothing changes. */
  renameSheet?(sheetName: string): string | null | undefined;
  /** Text of a structured reference after tables or their columns were renamed or deleted. */
  rewriteStructured?(piece: { table: string; specifier: string }): string;
}

/** Where an area stands after a shift on its own sheet, as Excel moves, grows and shrinks references; null when it is gone. */
export function shiftArea(area: Area, shift: CellShift): Area | null {
  const band = shift.axis === "rows" ? "column" : "row";
  const bandCount = shift.axis === "rows" ? "columns" : "rows";
  const along = shift.axis === "rows" ? "row" : "column";
  const alongCount = shift.axis;
  const limit = shift.axis === "rows" ? sheetRows : sheetColumns;
  const inBand =
    area[band] >= shift.area[band] &&
    area[band] + area[bandCount] <= shift.area[band] + shift.area[bandCount];
  if (!inBand || area[alongCount] >= limit) {
    return area;
  }
  const from = shift.area[along];
  const count = shift.area[alongCount];
  const first = area[along];
  const last = first + area[alongCount] - 1;
  if (shift.kind === "insert") {
    const newFirst = first >= from ? first + count : first;
    const newLast = Math.min(last >= from ? last + count : last, limit - 1);
    return newFirst >= limit ? null : placed(area, along, newFirst, alongCount, newLast - newFirst + 1);
  }
  const end = from + count - 1;
  const kept = (index: number) => (index > end ? index - count : index);
  const newFirst = first >= from && first <= end ? from : kept(first);
  const newLast = last >= from && last <= end ? from - 1 : kept(last);
  return newLast < newFirst ? null : placed(area, along, newFirst, alongCount, newLast - newFirst + 1);
}

/** A block of cells after a shift: the cells in its way have moved, those beside it have not. The same object when all stand where they stood. */
export function shiftCellsOf(area: Area, shift: CellShift): Area[] {
  const [band, count] = shift.axis === "rows" ? (["column", "columns"] as const) : (["row", "rows"] as const);
  const reach = shift.axis === "rows" ? { row: 0, rows: sheetRows } : { column: 0, columns: sheetColumns };
  const within = intersection(area, { ...shift.area, ...reach });
  const moved = within && shiftArea(within, shift);
  if (within === null || moved === within) return [area];
  const end = within[band] + within[count];
  const before = { ...area, [count]: within[band] - area[band] };
  const behind = { ...area, [band]: end, [count]: area[band] + area[count] - end };
  return [before, ...(moved ? [moved] : []), behind].filter(({ rows, columns }) => rows > 0 && columns > 0);
}

/** The same object when it stands where it stood. */
function placed(
  area: Area,
  along: "row" | "column",
  first: number,
  size: "rows" | "columns",
  count: number,
): Area {
  return area[along] === first && area[size] === count ? area : { ...area, [along]: first, [size]: count };
}

/**
 * The formula (leading "=" optional) as it reads after a change. References without a sheet name belong to `ownSheet`
 * (its name before the change). The very same text comes back when nothing changes.
 */
export function rewriteFormula(formula: string, ownSheet: string, change: FormulaChange): string {
  const pieces = formulaPieces(formula);
  let changed = false;
  const texts = pieces.map((piece) => {
    const text = rewritePiece(piece, ownSheet, change);
    changed ||= text !== piece.text;
    return text;
  });
  return changed ? texts.join("") : formula;
}

function rewritePiece(piece: FormulaPiece, ownSheet: string, change: FormulaChange): string {
  if (piece.kind === "structured") {
    return change.rewriteStructured?.(piece) ?? piece.text;
  }
  if (piece.kind === "operand" && piece.text.endsWith("#REF!") && piece.text.includes("!#")) {
    // The sheet of cells that were deleted is known still.
    const sheet = splitSheetName(piece.text).sheet;
    const name = sheet === null ? null : change.renameSheet?.(sheet);
    return name ? `${quotedSheetName(name)}!#REF!` : piece.text;
  }
  if (piece.kind !== "reference" && piece.kind !== "name") {
    return piece.text;
  }
  const renamed = piece.sheet === null ? undefined : change.renameSheet?.(piece.sheet.name);
  if (renamed === null) {
    return "#REF!";
  }
  const prefix = renamed === undefined ? (piece.sheet?.text ?? "") : `${quotedSheetName(renamed)}!`;
  if (piece.kind === "name") {
    return prefix + piece.name;
  }
  const own = piece.text.slice(piece.sheet?.text.length ?? 0);
  const area = areaBetween(piece.first, piece.second ?? piece.first);
  if (area === null || change.move === undefined) {
    return prefix + own;
  }
  const moved = change.move(area, piece.sheet?.name ?? ownSheet);
  if (moved === null) {
    return `${prefix}#REF!`;
  }
  return moved === area
    ? prefix + own
    : prefix + spellCorners(moved, piece.first, piece.second) + (piece.spilled ? "#" : "");
}

function spellCorners(area: Area, first: Corner, second: Corner | null): string {
  const start = corner(first, area.row, area.column);
  return second === null
    ? start
    : `${start}:${corner(second, area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

function corner(written: Corner, row: number, column: number): string {
  const letters = written.column === null ? "" : (written.columnAbsolute ? "$" : "") + columnLetters(column);
  const digits = written.row === null ? "" : (written.rowAbsolute ? "$" : "") + (row + 1);
  return letters + digits;
}

/** A formula with its relative references moved, as when it is filled or copied by so many rows and columns. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  return formulaPieces(formula)
    .map((piece) => {
      if (piece.kind !== "reference") {
        return piece.text;
      }
      const move = (from: Corner): Corner => ({
        ...from,
        row: from.row === null || from.rowAbsolute ? from.row : from.row + rows,
        column: from.column === null || from.columnAbsolute ? from.column : from.column + columns,
      });
      const corners = [piece.first, ...(piece.second ? [piece.second] : [])].map(move);
      const outside = corners.some(
        ({ row, column }) =>
          (row ?? 0) < 0 || (row ?? 0) >= sheetRows || (column ?? 0) < 0 || (column ?? 0) >= sheetColumns,
      );
      const spelled = corners.map((moved) => corner(moved, moved.row ?? 0, moved.column ?? 0)).join(":");
      return (piece.sheet?.text ?? "") + (outside ? "#REF!" : spelled + (piece.spilled ? "#" : ""));
    })
    .join("");
}
