import type { Area } from "../../workbook-record";
import { contains, intersection, sheetColumns, sheetRows } from "../reference";
import type { SheetState } from "./sheet-state";

/** The smallest block inside `area` with all its used cells; null for none. */
export function usedAreaWithin(sheet: SheetState, area: Area, valuesOnly: boolean): Area | null {
  const used = sheet.cells.usedArea(valuesOnly);
  const block = used && intersection(used, area);
  if (used === null || block === null || contains(area, used)) {
    return block;
  }
  let found: { top: number; bottom: number; left: number; right: number } | null = null;
  for (let row = block.row; row < block.row + block.rows; row++) {
    for (let column = block.column; column < block.column + block.columns; column++) {
      if (valuesOnly ? sheet.cells.hasContent(row, column) : sheet.cells.isUsed(row, column)) {
        found ??= { top: row, bottom: row, left: column, right: column };
        found.bottom = row;
        found.left = Math.min(found.left, column);
        found.right = Math.max(found.right, column);
      }
    }
  }
  return (
    found && {
      row: found.top,
      rows: found.bottom - found.top + 1,
      column: found.left,
      columns: found.right - found.left + 1,
    }
  );
}

/** The block around `area` that blank rows and columns enclose (Range.getSurroundingRegion). */
export function regionAround(sheet: SheetState, area: Area): Area {
  let { row: top, column: left } = area;
  let bottom = top + area.rows - 1;
  let right = left + area.columns - 1;
  const someInRow = (row: number) => {
    for (let column = Math.max(0, left - 1); column <= right + 1; column++) {
      if (sheet.cells.hasContent(row, column)) {
        return true;
      }
    }
    return false;
  };
  const someInColumn = (column: number) => {
    for (let row = Math.max(0, top - 1); row <= bottom + 1; row++) {
      if (sheet.cells.hasContent(row, column)) {
        return true;
      }
    }
    return false;
  };
  for (let grown = true; grown;) {
    grown = false;
    while (bottom + 1 < sheetRows && someInRow(bottom + 1)) {
      bottom++;
      grown = true;
    }
    while (top > 0 && someInRow(top - 1)) {
      top--;
      grown = true;
    }
    while (right + 1 < sheetColumns && someInColumn(right + 1)) {
      right++;
      grown = true;
    }
    while (left > 0 && someInColumn(left - 1)) {
      left--;
      grown = true;
    }
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
