import { formulaPieces } from "../../model/formula/formula-text";
import { type Corner, columnLetters, sheetColumns, sheetRows } from "../../model/reference";

/**
 * Formula of a cell that shares the formula of another: relative references move with the cell
 * (ECMA-376 Part 1, 18.3.1.40). What falls off the sheet becomes `#REF!`.
 */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  return formulaPieces(formula)
    .map((piece) => {
      if (piece.kind !== "reference") return piece.text;
      const corners = [piece.first, ...(piece.second ? [piece.second] : [])];
      const moved = corners.map((corner) => shiftedCorner(corner, rows, columns));
      const cells = moved.includes(null) ? "#REF!" : moved.join(":");
      return (piece.sheet?.text ?? "") + cells + (piece.spilled ? "#" : "");
    })
    .join("");
}

function shiftedCorner(
  { row, column, rowAbsolute, columnAbsolute }: Corner,
  rows: number,
  columns: number,
): string | null {
  const newColumn = column === null || columnAbsolute ? column : column + columns;
  const newRow = row === null || rowAbsolute ? row : row + rows;
  if (
    (newColumn ?? 0) < 0 ||
    (newColumn ?? 0) >= sheetColumns ||
    (newRow ?? 0) < 0 ||
    (newRow ?? 0) >= sheetRows
  )
    return null;
  const letters = newColumn === null ? "" : (columnAbsolute ? "$" : "") + columnLetters(newColumn);
  return letters + (newRow === null ? "" : (rowAbsolute ? "$" : "") + (newRow + 1));
}
