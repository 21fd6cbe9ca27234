/** What a cell holds; blank is "", an Excel error is its text. */
export type Cell = string | number | boolean;

/** One column of a block: numbers in a typed array (NaN = none), everything else that is filled by row. Rows count from the block's top. */
export interface GridColumn {
  numbers: Float64Array;
  others: ReadonlyMap<number, string | boolean>;
}

/** A block of cells of one sheet. Rows and columns are those of the sheet, zero-based; columns may lie apart. */
export interface CellGrid {
  readonly top: number;
  readonly rowCount: number;
  /** In order. */
  readonly columns: readonly number[];
  column(column: number): GridColumn | undefined;
}

/** Number.isNaN, kept at hand: looking a global up costs more than the question in loops over all cells. */
export const { isNaN: isMissing } = Number;

/** What stands in a cell; "" outside the block. */
export function cellAt(grid: CellGrid, row: number, column: number): Cell {
  const at = row - grid.top;
  const cells = grid.column(column);
  if (!cells || at < 0 || at >= grid.rowCount) return "";
  const number = cells.numbers[at];
  return isMissing(number) ? (cells.others.get(at) ?? "") : number;
}

/** Marks the rows from `from` on, up to `to`, in which a column holds anything. */
export function markFilled(
  grid: CellGrid,
  column: number,
  from: number,
  to: number,
  marks: Uint8Array,
): void {
  const cells = grid.column(column);
  if (!cells) return;
  const { numbers, others } = cells;
  const shift = from - grid.top;
  for (let row = 0; row < to - from; row++) if (!isMissing(numbers[row + shift])) marks[row] = 1;
  for (const [row, content] of others) {
    if (row >= shift && row < to - grid.top && !isEmptyText(content)) marks[row - shift] = 1;
  }
}

/** Text of nothing but spaces, as a formula's `""` or an export's padding leaves it. */
export function isEmptyText(content: string | boolean): boolean {
  return typeof content === "string" && (content === "" || (content.length < 9 && content.trim() === ""));
}
