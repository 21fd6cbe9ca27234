/** Rows of the table that holds a made list, by the identifiers of its columns: added at its end, and written where they stand. */
import { Problem } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { bytesOfCell, limits } from "../cells/read-rows";
import { written } from "./made-plan";
import { giveRowsBack } from "./rows-back";
import { cellsOf, requireSize, requireWidth, rowTexts, type TableSize } from "./table-rows";

/** Cells of a column, one per row; null leaves a cell as it is. */
export interface ColumnCells {
  /** Identifier that Excel gives the column. */
  id: number;
  cells: readonly (CellValue | null)[];
}

/** A column of rows that are added. */
export interface NewCells extends ColumnCells {
  /** Number format of its cells; null for texts. */
  format: string | null;
}

/** Rows next to each other that go through one request. */
interface Piece {
  first: number;
  count: number;
}

/** Cuts rows into requests of about two megabytes. */
function piecesOf(columns: readonly ColumnCells[], rowCount: number): Piece[] {
  const pieces: Piece[] = [];
  let bytes = Infinity;
  for (let row = 0; row < rowCount; row++) {
    let weight = 2;
    for (const { cells } of columns) {
      const cell = cells[row];
      weight += cell === null ? 5 : bytesOfCell(cell) + 3;
    }
    if (bytes + weight > limits.madeBytes) {
      pieces.push({ first: row, count: 0 });
      bytes = 0;
    }
    bytes += weight;
    pieces.at(-1)!.count++;
  }
  return pieces;
}

const matrixOf = ({ cells }: ColumnCells, { first, count }: Piece) =>
  cells.slice(first, first + count).map((cell) => [cell === null ? null : written(cell)]) as CellValue[][];

/** Adds rows at the end of a table, each request its rows with all that stands in them: wherever the end is by then. */
export async function appendRows(
  context: Excel.RequestContext,
  table: Excel.Table,
  columns: readonly NewCells[],
  width: number,
): Promise<void> {
  for (const piece of piecesOf(columns, columns[0].cells.length)) {
    queueNewRows(
      table,
      columns.map((column) => ({ ...column, values: matrixOf(column, piece) })),
      width,
    );
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per two megabytes
    await context.sync();
  }
}

/**
 * Queues rows at the end of a table, with all that stands in them; fails where the table has other columns by then.
 * @param columns with one row of values per new row
 */
export function queueNewRows(
  table: Excel.Table,
  columns: readonly (Pick<NewCells, "id" | "format"> & { values: readonly (readonly CellValue[])[] })[],
  width: number,
): void {
  const count = columns[0].values.length;
  requireWidth(table, width);
  // null leaves to Excel what its own formulas fill in.
  const blank = new Array<null>(width).fill(null);
  table.rows.add(undefined, Array.from({ length: count }, () => blank) as unknown as CellValue[][]);
  for (const { id, format, values } of columns) {
    const cells = table.columns
      .getItem(id)
      .getDataBodyRange()
      .getLastCell()
      .getOffsetRange(1 - count, 0)
      .getResizedRange(count - 1, 0);
    if (format) cells.numberFormat = format as unknown as string[][];
    cells.values = values as CellValue[][];
  }
}

/**
 * Writes cells of rows that stand in a table. Each request looks at the cells that tell its rows from each other; where it finds
 * others, what it has written over stands again beside its rows.
 *
 * @param keys the columns that tell rows from each other, with their cells as they are to be found
 * @throws Problem sourceChanged where rows had been moved, or a filter set; errors of Office.js
 */
export async function writeRows(
  context: Excel.RequestContext,
  table: Excel.Table,
  columns: readonly ColumnCells[],
  keys: readonly ColumnCells[],
  size: TableSize,
  address: string,
): Promise<void> {
  const isWritten = (row: number) => columns.some(({ cells }) => cells[row] !== null);
  for (const whole of piecesOf(columns, columns[0]?.cells.length ?? 0)) {
    const rows = Array.from({ length: whole.count }, (_, r) => whole.first + r).filter(isWritten);
    if (rows.length === 0) continue;
    const piece = { first: rows[0], count: rows.at(-1)! - rows[0] + 1 };
    const rangeOf = ({ id }: ColumnCells) => cellsOf(table, id, piece.first, piece.count);
    requireSize(table, size);
    const filter = table.autoFilter.load("isDataFiltered");
    const found = keys.map((column) => rangeOf(column).load("values"));
    const before = columns.map((column) => rangeOf(column).load("formulas"));
    for (const column of columns) rangeOf(column).values = matrixOf(column, piece);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per two megabytes
    await context.sync();
    const seen = found.map(({ values }) => values.map(([cell]: CellValue[]) => cell));
    const isThere = keys.every(({ cells }, k) => seen[k].every((cell, r) => cell === cells[piece.first + r]));
    if (isThere && !filter.isDataFiltered) continue;
    if (!isThere && !filter.isDataFiltered) {
      const standing = keys.map(({ id }, k) => {
        const given = columns.find((column) => column.id === id)?.cells;
        return seen[k].map((cell, r) => given?.[piece.first + r] ?? cell);
      });
      const texts = rowTexts(standing);
      const rowsBack = texts.map((text, r) => ({
        text,
        cells: columns.map(({ cells }, c) =>
          cells[piece.first + r] === null ? null : (before[c].formulas[r][0] as CellValue),
        ),
      }));
      await giveRowsBack(
        context,
        table,
        keys.map(({ id }) => id),
        columns.map(({ id }) => id),
        rowsBack.filter((_, r) => isWritten(piece.first + r)),
      );
    }
    throw new Problem({ kind: "sourceChanged", address });
  }
}
