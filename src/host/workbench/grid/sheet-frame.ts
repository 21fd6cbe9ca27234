import { BooleanNumber, type IFreeze, type IRange, type IWorksheetData } from "@univerjs/core";
import type { SheetState } from "../../model/sheet/sheet-state";
import type { Area } from "../../workbook-record";

/** Everything about a sheet but its cells and what floats above them, as Univer has it. Sizes are pixels. */
export type SheetFrame = Pick<
  IWorksheetData,
  | "name"
  | "tabColor"
  | "hidden"
  | "rowCount"
  | "columnCount"
  | "rowData"
  | "columnData"
  | "mergeData"
  | "freeze"
  | "showGridlines"
>;

/** Excel at 100 %: 96 pixels to the inch of 72 points. */
const pixelsPerPoint = 4 / 3;

export const defaultRowPixels = 20;
export const defaultColumnPixels = 64;
export const rowHeadingPixels = 46;
export const columnHeadingPixels = 20;

/** Rows and columns beyond the used ones, so that there is room to type and to scroll. */
const spare = { rows: 200, columns: 26 };
const fewest = { rows: 1_000, columns: 60 };

export function frameOf(sheet: SheetState): SheetFrame {
  const { geometry, cells } = sheet;
  const used = cells.usedArea(false);
  const usedRows = used ? used.row + used.rows : 0;
  const usedColumns = used ? used.column + used.columns : 0;
  const rowData: SheetFrame["rowData"] = {};
  const rows = new Set([...geometry.rowHeights.keys(), ...geometry.hiddenRows.keys()]);
  for (let row = 0; row < usedRows; row++) {
    rows.add(row);
  }
  for (const row of rows) {
    const h = pixels(geometry.heightOf(row));
    const hidden = geometry.hiddenRows.has(row);
    if (hidden || h !== defaultRowPixels) {
      rowData[row] = { h, ia: BooleanNumber.FALSE, hd: flag(hidden) };
    }
  }
  const columnData: SheetFrame["columnData"] = {};
  for (const column of new Set([...geometry.columnWidths.keys(), ...geometry.hiddenColumns])) {
    columnData[column] = {
      w: pixels(geometry.widthOf(column)),
      hd: flag(geometry.hiddenColumns.has(column)),
    };
  }
  return {
    name: sheet.sheetName,
    tabColor: sheet.tabColor ?? "",
    hidden: flag(sheet.visibility !== "Visible"),
    rowCount: Math.max(fewest.rows, usedRows + spare.rows, 1 + last(rows)),
    columnCount: Math.max(fewest.columns, usedColumns + spare.columns),
    rowData,
    columnData,
    mergeData: sheet.merges.map(rangeOf),
    freeze: freezeOf(sheet.frozen),
    showGridlines: flag(sheet.showGridlines),
  };
}

/** Univer's block of cells: both ends belong to it. */
export function rangeOf(area: Area): IRange {
  return {
    startRow: area.row,
    endRow: area.row + area.rows - 1,
    startColumn: area.column,
    endColumn: area.column + area.columns - 1,
  };
}

export function areaOf(range: IRange): Area {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

export function pixels(points: number): number {
  return Math.round(points * pixelsPerPoint);
}

export function points(pixelCount: number): number {
  return pixelCount / pixelsPerPoint;
}

function freezeOf({ rows, columns }: SheetState["frozen"]): IFreeze {
  return {
    ySplit: rows,
    xSplit: columns,
    startRow: rows === 0 ? -1 : rows,
    startColumn: columns === 0 ? -1 : columns,
  };
}

function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function last(lines: Set<number>): number {
  let found = -1;
  for (const line of lines) {
    found = Math.max(found, line);
  }
  return found;
}
