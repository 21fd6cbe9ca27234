import type { CellValue } from "../cells/cell-value";

/** How many rows of data a table has, and how many columns. */
export interface TableSize {
  rows: number;
  columns: number;
}

/** Queues a question that fails, and its request with it, where a table has more or fewer rows or columns by then. */
export function requireSize(table: Excel.Table, { rows, columns }: TableSize): void {
  const body = () => table.getDataBodyRange();
  body()
    .getLastCell()
    .getIntersection(body().getCell(rows - 1, columns - 1))
    .load("rowIndex");
}

/** Queues a question that fails, and its request with it, where a table has more or fewer columns by then. */
export function requireWidth(table: Excel.Table, columns: number): void {
  const body = () => table.getDataBodyRange();
  body()
    .getLastColumn()
    .getIntersection(body().getColumn(columns - 1))
    .load("columnIndex");
}

/** Cells of a column that is known by the identifier that Excel has given it. */
export const cellsOf = (table: Excel.Table, id: number, first: number, count: number): Excel.Range =>
  table.columns
    .getItem(id)
    .getDataBodyRange()
    .getCell(first, 0)
    .getResizedRange(count - 1, 0);

/** Rows as texts that tell them from each other, by columns of cells. */
export const rowTexts = (columns: readonly (readonly CellValue[])[]): string[] =>
  columns[0].map((_, row) => JSON.stringify(columns.map((cells) => cells[row])));
