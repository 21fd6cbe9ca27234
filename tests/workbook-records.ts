import { blankSheet } from "../src/host/blank-sheet";
import type {
  Area,
  CellRecord,
  CellValue,
  SheetRecord,
  TableRecord,
  WorkbookRecord,
} from "../src/host/workbook-record";

/** A cell as tests write it: a text beginning with "=" is a formula; null is an empty cell. */
export type Cell = CellValue | { error: string } | null;

/** A sheet that holds the rows from A1 (or from another place); details as in the record. */
export function sheetOf(
  name: string,
  rows: Cell[][],
  details: Partial<SheetRecord> = {},
  at = { row: 0, column: 0 },
): SheetRecord {
  return {
    ...blankSheet(name),
    cells: rows.flatMap((row, r) =>
      row.flatMap((cell, c) => (cell === null ? [] : [cellOf(at.row + r, at.column + c, cell)])),
    ),
    ...details,
  };
}

function cellOf(row: number, column: number, cell: CellValue | { error: string }): CellRecord {
  return typeof cell === "string" && cell.startsWith("=")
    ? { row, column, formula: cell }
    : { row, column, value: cell };
}

/**
 * A sheet with one table that fills it: the first row holds the headers.
 * `showTotals`: the last row is the totals row.
 */
export function sheetWithTable(
  sheetName: string,
  tableName: string,
  rows: Cell[][],
  details: Partial<TableRecord> = {},
  at = { row: 0, column: 0 },
): SheetRecord {
  return sheetOf(sheetName, rows, { tables: [tableOf(tableName, rows, details, at)] }, at);
}

/** A table over the rows; the first row holds the headers. */
export function tableOf(
  name: string,
  rows: Cell[][],
  details: Partial<TableRecord> = {},
  at = { row: 0, column: 0 },
): TableRecord {
  return {
    id: 1,
    name,
    area: { row: at.row, column: at.column, rows: rows.length, columns: rows[0].length },
    columns: rows[0].map((header, index) => ({ id: index + 1, name: String(header) })),
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filtered: false,
    ...details,
  };
}

/** A workbook of these sheets; the first is active. */
export function workbookOf(sheets: SheetRecord[], details: Partial<WorkbookRecord> = {}): WorkbookRecord {
  return { sheets, names: [], settings: {}, activeSheet: 0, protected: false, ...details };
}

/** Every cell of an area, row by row. */
export const cellsIn = ({ row, column, rows, columns }: Area) =>
  Array.from({ length: rows * columns }, (_, i) => ({
    row: row + Math.floor(i / columns),
    column: column + (i % columns),
  }));
