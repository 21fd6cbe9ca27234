import type { CellRecord, SheetRecord } from "../../workbook-record";
import { isErrorText } from "./cell-entry";
import { chartStoreOf } from "../chart/chart-store";
import { conditionalFormatStoreOf } from "../format/conditional-format-store";
import { dataValidationStoreOf } from "../format/data-validation-store";
import { cellValue, constantOf, typedFormula } from "./sheet-cells";
import { plainKey } from "./sheet-formats";
import type { SheetProtection, SheetState } from "./sheet-state";

/** Puts the cells of a record into their sheet, once all sheets and names are there. */
export function loadCells(sheet: SheetState, records: CellRecord[]): void {
  const { formats, engine } = sheet.workbook;
  const grid = sheet.cells.grid;
  const spills = records.flatMap(({ row, column, spill }) => (spill ? [{ row, column, area: spill }] : []));
  const spilled: Record<number, Record<number, object>> = {};
  for (const record of records) {
    const { row, column, value, formula, format, quotePrefix } = record;
    const cells = (grid[row] ??= {});
    // A plain cell in a formatted row or column is plain.
    const isInLine = sheet.formats.rows.has(row) || sheet.formats.columns.has(column);
    const key = format && (formats.keyOf(format) ?? (isInLine ? plainKey : undefined));
    const isSpilled = record.spilled === true;
    if (isSpilled) {
      (spilled[row] ??= {})[column] = constantOf(value);
    }
    const cell = {
      ...(isSpilled ? {} : constantOf(value)),
      ...(key && { s: key }),
      ...(quotePrefix && { custom: { quoted: true as const } }),
    };
    if (Object.keys(cell).length > 0) {
      cells[column] = cell;
    }
    if (formula !== undefined) {
      sheet.cells.load(row, column, formula, value);
      if (record.spill) {
        (spilled[row] ??= {})[column] = constantOf(value);
      }
    }
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
  const { columnWidths, hiddenColumns, rowHeights, hiddenRows } = sheet.geometry;
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
  const { engine, formats } = sheet.workbook;
  const records: CellRecord[] = [];
  const { grid } = sheet.cells;
  const spilled = engine.spilledCells(sheet.id);
  const rows = [...new Set([...Object.keys(grid), ...Object.keys(spilled)].map(Number))].sort(
    (a, b) => a - b,
  );
  for (const row of rows) {
    const columns = [
      ...new Set([...Object.keys(grid[row] ?? {}), ...Object.keys(spilled[row] ?? {})].map(Number)),
    ].sort((a, b) => a - b);
    for (const column of columns) {
      const cell = grid[row]?.[column];
      const value = cellValue(cell) ?? cellValue(spilled[row]?.[column]);
      const formula = typedFormula(cell);
      const spill = formula === null ? null : engine.spillOf(sheet.id, row, column);
      const quoted = cell?.custom?.quoted === true;
      const record: CellRecord = {
        row,
        column,
        ...(value !== null && { value: isErrorText(value) && !quoted ? { error: value } : value }),
        ...(formula !== null && { formula }),
        ...(spill !== null && spill.rows * spill.columns > 1 && { spill }),
        ...(formula === null && cellValue(cell) === null && value !== null && { spilled: true }),
        ...(quoted && { quotePrefix: true }),
        ...(cell?.s && { format: formats.get(cell.s) }),
      };
      if (Object.keys(record).length > 2) {
        records.push(record);
      }
    }
  }
  return records;
}
