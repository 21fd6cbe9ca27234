/** Excel makes calculated columns of table columns that were blank ("Fill formulas in tables to create calculated columns"). */
import type { Area } from "../../workbook-record";
import { offsetFormula } from "../formula/formula-rewrite";
import { dataArea } from "../formula/structured-reference";
import { intersection } from "../reference";
import { typedFormula } from "./sheet-cells";
import { writeValues } from "./sheet-entry";
import type { SheetState } from "./sheet-state";

/** A formula typed into a table column that is blank but for it goes into all its rows. */
export function fillTypedColumn(sheet: SheetState, row: number, column: number): void {
  const [data] = columnsUnder(sheet, { row, column, rows: 1, columns: 1 });
  if (data === undefined || typedFormula(sheet.cells.own(row, column)) === null) return;
  if (isBlank(sheet, data, row)) fill(sheet, data, row);
}

/**
 * Values written into table columns: where a column was blank before and gets formulas, the lowest of them goes into all its rows, also over
 * the formulas written above it (office-js #2093, #5909, #6745). Values that are none stay: a guess.
 */
export function writeIntoColumns(sheet: SheetState, area: Area, values: unknown[][]): void {
  const isFormula = (value: unknown) => typeof value === "string" && /^[=+\-@]/.test(value);
  const blank =
    sheet.tables.length > 0 && values.some((row) => row.some(isFormula))
      ? columnsUnder(sheet, area).filter((data) => isBlank(sheet, data))
      : [];
  writeValues(sheet, area, values);
  for (const data of blank) {
    const { row, rows } = intersection(data, area)!;
    for (let last = row + rows - 1; last >= row; last--) {
      if (typedFormula(sheet.cells.own(last, data.column)) === null) continue;
      fill(sheet, data, last);
      break;
    }
  }
}

/** The data cells of the table columns that a block meets, column by column. */
function columnsUnder(sheet: SheetState, area: Area): Area[] {
  return sheet.tables.flatMap((table) => {
    const data = dataArea(table);
    const met = intersection(data, area);
    return Array.from({ length: met?.columns ?? 0 }, (_, at) => ({
      ...data,
      column: met!.column + at,
      columns: 1,
    }));
  });
}

function isBlank(sheet: SheetState, { row, rows, column }: Area, but?: number): boolean {
  for (let each = row; each < row + rows; each++) {
    if (each === but) continue;
    if (sheet.cells.hasContent(each, column) || sheet.geometry.hiddenRows.has(each)) return false;
  }
  return true;
}

/** The formula of a row into all cells of the column that hold none or another one. */
function fill(sheet: SheetState, data: Area, row: number): void {
  if (data.rows === 1) return;
  const { column } = data;
  const formula = typedFormula(sheet.cells.own(row, column))!;
  const formulas = Array.from({ length: data.rows }, (_, offset) => {
    const each = data.row + offset;
    const stays =
      sheet.cells.hasContent(each, column) && typedFormula(sheet.cells.own(each, column)) === null;
    return [stays ? null : offsetFormula(formula, each - row, 0)];
  });
  writeValues(sheet, data, formulas, true);
  sheet.raiseChanged(data, "RangeEdited");
}
