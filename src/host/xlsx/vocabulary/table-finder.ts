import type { TableRecord } from "../../workbook-record";

/** Name of the table at a cell, for formulas that mean "this row". */
export function tableFinder(
  tables: Pick<TableRecord, "name" | "area">[],
): (row: number, column: number) => string | undefined {
  return (row, column) =>
    tables.find(
      ({ area }) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    )?.name;
}
