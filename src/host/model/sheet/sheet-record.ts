import type { Area, CellRecord, SheetRecord } from "../../workbook-record";
import type { GridCell } from "../../engine";
import { isErrorText } from "./cell-entry";
import { chartStoreOf } from "../chart/chart-store";
import { conditionalFormatStoreOf } from "../format/conditional-format-store";
import { dataValidationStoreOf } from "../format/data-validation-store";
import { cellValue, constantOf, typedFormula } from "./sheet-cells";
import { plainKey } from "./sheet-formats";
import { defaultColumnWidth } from "./sheet-geometry";
import type { SheetProtection, SheetState } from "./sheet-state";

/** Puts the cells of a record into their sheet, once all sheets and names are there. */
export function loadCells(sheet: SheetState, records: CellRecord[]): void {
  const { formats, engine } = sheet.workbook;
  const grid = sheet.cells.grid;
  const spills: { row: number; column: number; area: Area }[] = [];
  const spilled: Record<number, Record<number, object>> = {};
  for (const record of records) {
    const { row, column, value, formula, format, quotePrefix, card } = record;
    const cells = (grid[row] ??= {});
    // A plain cell in a formatted row or column is plain.
    const isInLine = sheet.formats.rows.has(row) || sheet.formats.columns.has(column);
    const key = format && (formats.keyOf(format) ?? (isInLine ? plainKey : undefined));
    const isSpilled = record.spilled === true;
    if (isSpilled) {
      (spilled[row] ??= {})[column] = constantOf(value);
    }
    const cell: GridCell = isSpilled ? {} : constantOf(value);
    if (key) cell.s = key;
    if (quotePrefix) cell.custom = { quoted: true };
    if (card) cell.custom = { ...cell.custom, card };
    if (key || quotePrefix || (!isSpilled && value !== undefined)) {
      cells[column] = cell;
    }
    if (formula !== undefined) {
      sheet.cells.load(row, column, formula, value);
      if (record.spill) {
        (spilled[row] ??= {})[column] = constantOf(value);
      }
    }
    if (record.spill) spills.push({ row, column, area: record.spill });
  }
  if (spills.length > 0) {
    engine.setSpills(sheet.id, spills, spilled as never);
  }
  // From now on they follow changes of rows, columns and names.
  chartStoreOf(sheet);
  conditionalFormatStoreOf(sheet);
  dataValidationStoreOf(sheet);
}

/** The sheet as plain data. */
export function recordOf(sheet: SheetState): SheetRecord {
  const { columnWidths, standardWidth, hiddenColumns, rowHeights, hiddenRows } = sheet.geometry;
  const lines = (...sources: Iterable<number>[]) =>
    [...new Set(sources.flatMap((source) => [...source]))].sort((a, b) => a - b);
  return {
    name: sheet.sheetName,
    ...(sheet.part !== undefined && { part: sheet.part }),
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    cells: cellRecords(sheet),
    columns: lines(columnWidths.keys(), hiddenColumns, sheet.formats.columns.keys()).map((index) => ({
      index,
      ...(columnWidths.has(index) && { width: columnWidths.get(index) }),
      ...(hiddenColumns.has(index) && { hidden: true }),
      ...(sheet.formats.columns.has(index) && {
        format: sheet.workbook.formats.get(sheet.formats.columns.get(index)),
      }),
    })),
    ...(standardWidth !== defaultColumnWidth && { standardWidth }),
    rows: lines(rowHeights.keys(), hiddenRows.keys(), sheet.formats.rows.keys()).map((index) => ({
      index,
      ...(rowHeights.has(index) && { height: rowHeights.get(index) }),
      ...(hiddenRows.has(index) && { hidden: true }),
      ...(sheet.formats.rows.has(index) && {
        format: sheet.workbook.formats.get(sheet.formats.rows.get(index)),
      }),
    })),
    merges: structuredClone(sheet.merges),
    frozen: { ...sheet.frozen },
    tables: structuredClone(sheet.tables),
    filter: structuredClone(sheet.filter),
    protection: protectionRecord(sheet),
    conditionalFormats: structuredClone(sheet.conditionalFormatRecords),
    ...(sheet.dataValidationRecords.length > 0 && {
      dataValidations: structuredClone(sheet.dataValidationRecords),
    }),
    charts: structuredClone(sheet.chartRecords),
    page: structuredClone(sheet.page),
  };
}

function protectionRecord(sheet: SheetState): SheetRecord["protection"] {
  const record: Partial<SheetProtection> | null = structuredClone(sheet.protection);
  delete record?.password;
  return record as SheetRecord["protection"];
}

function cellRecords(sheet: SheetState): CellRecord[] {
  const { engine } = sheet.workbook;
  const records: CellRecord[] = [];
  const { grid } = sheet.cells;
  const spilled = engine.spilledCells(sheet.id);
  for (const row of indicesOf(grid, spilled)) {
    const [cells, spills] = [grid[row], spilled[row]];
    for (const column of indicesOf(cells, spills)) {
      const record = cellRecord(sheet, row, column, cells?.[column], spills?.[column]);
      if (record !== null) records.push(record);
    }
  }
  return records;
}

/** The indices that one of two sparse lines has, in ascending order, which is the order of an object's own. */
function indicesOf(one: object | undefined, other: object | undefined): number[] {
  const indices = Object.keys(one ?? {}).map(Number);
  const others = Object.keys(other ?? {}).map(Number);
  if (others.length === 0) return indices;
  return [...new Set([...indices, ...others])].sort((a, b) => a - b);
}

/** @returns null for a cell that holds nothing */
function cellRecord(
  sheet: SheetState,
  row: number,
  column: number,
  cell: GridCell | undefined,
  spilled: GridCell | null | undefined,
): CellRecord | null {
  const { engine, formats } = sheet.workbook;
  const own = cellValue(cell);
  const value = own ?? cellValue(spilled);
  const formula = typedFormula(cell);
  const format = cell?.s ? formats.get(cell.s) : undefined;
  const quoted = cell?.custom?.quoted === true;
  if (value === null && formula === null && format === undefined && !quoted) return null;
  // Most cells of a sheet of a million rows are plain: no more is made for them than they need.
  const record: CellRecord =
    value === null
      ? { row, column }
      : { row, column, value: isErrorText(value) && !quoted ? { error: value } : value };
  if (formula !== null) {
    record.formula = formula;
    const spill = engine.spillOf(sheet.id, row, column);
    if (spill !== null && spill.rows * spill.columns > 1) record.spill = spill;
  } else if (own === null && value !== null) record.spilled = true;
  if (quoted) record.quotePrefix = true;
  if (cell?.custom?.card) record.card = cell.custom.card;
  if (format !== undefined) record.format = format;
  return record;
}
