import type { CellRecord, WorkbookRecord } from "../src/host/workbook-record";

/** A record without what has no meaning: the order of cells, rows and columns. */
export function ordered(record: WorkbookRecord): WorkbookRecord {
  const byPlace = (a: CellRecord, b: CellRecord) => a.row - b.row || a.column - b.column;
  const byIndex = (a: { index: number }, b: { index: number }) => a.index - b.index;
  return {
    ...record,
    names: [...record.names].sort((a, b) => a.name.localeCompare(b.name)),
    sheets: record.sheets.map((sheet) => ({
      ...sheet,
      cells: [...sheet.cells].sort(byPlace),
      columns: [...sheet.columns].sort(byIndex),
      rows: [...sheet.rows].sort(byIndex),
    })),
  };
}
