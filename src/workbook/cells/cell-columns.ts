import type { CellValue } from "./cell-value";

/** One column of cells: numbers in a typed array, everything else that is filled in a map. */
export class CellColumn {
  numbers: Float64Array;
  others = new Map<number, string | boolean>();

  constructor(rowCount: number) {
    this.numbers = new Float64Array(rowCount).fill(Number.NaN);
  }

  put(row: number, value: CellValue): void {
    if (typeof value === "number") this.numbers[row] = value;
    else if (value !== "") this.others.set(row, value);
  }

  at(row: number): CellValue {
    const number = this.numbers[row];
    return Number.isNaN(number) ? (this.others.get(row) ?? "") : number;
  }

  /** The rows from `first` on, as a column of their own. */
  rows(first: number, count: number): Pick<CellColumn, "numbers" | "others"> {
    const others = new Map<number, string | boolean>();
    for (const [row, value] of this.others) {
      if (row >= first && row < first + count) others.set(row - first, value);
    }
    return { numbers: this.numbers.slice(first, first + count), others };
  }
}

/** A block of cells by columns, as far as it was read. Columns may lie apart; rows and columns are those of the sheet. */
export class CellColumns {
  readonly #columns = new Map<number, CellColumn>();

  constructor(
    readonly top: number,
    readonly rowCount: number,
    columns: Iterable<number>,
  ) {
    for (const column of columns) this.#columns.set(column, new CellColumn(rowCount));
  }

  /** Columns in order. */
  get columns(): readonly number[] {
    return [...this.#columns.keys()].sort((a, b) => a - b);
  }

  /** The column, with rows counted from `top`; undefined when it was not read. */
  column(column: number): CellColumn | undefined {
    return this.#columns.get(column);
  }

  at(row: number, column: number): CellValue {
    return this.#columns.get(column)?.at(row - this.top) ?? "";
  }

  /** Takes in a matrix whose first cell stands at (`row`, `left`). */
  put(row: number, left: number, values: readonly (readonly CellValue[])[]): void {
    const targets = (values[0] ?? []).map((_, offset) => this.#columns.get(left + offset));
    for (let r = 0; r < values.length; r++) {
      const cells = values[r];
      for (let c = 0; c < targets.length; c++) targets[c]?.put(row - this.top + r, cells[c]);
    }
  }

  /** Forgets the cells of an area, so that nothing is found there. */
  hide(top: number, left: number, rowCount: number, columnCount: number): void {
    for (let c = left; c < left + columnCount; c++) {
      const column = this.#columns.get(c);
      if (!column) continue;
      const from = Math.max(0, top - this.top);
      const to = Math.min(this.rowCount, top + rowCount - this.top);
      column.numbers.fill(Number.NaN, from, to);
      for (let row = from; row < to; row++) column.others.delete(row);
    }
  }
}
