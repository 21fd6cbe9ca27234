import type { SourceColumn } from "../list/source-list";

/** The cell of a column: its number, text or truth value; undefined where it is blank. */
export function contentAt(
  { numbers, others }: SourceColumn,
  row: number,
): number | string | boolean | undefined {
  return Number.isNaN(numbers[row]) ? others.get(row) : numbers[row];
}

/** Text of a cell without outer spaces, numbers as they are written out; "" where it is blank. */
export const textAt = (column: SourceColumn, row: number): string =>
  String(contentAt(column, row) ?? "").trim();

/** A column whose cells in some rows only are taken; the others are blank. */
export function onlyRows(column: SourceColumn, keeps: (row: number) => boolean): SourceColumn {
  const { formulas, ...rest } = column;
  return {
    ...rest,
    numbers: column.numbers.map((number, row) => (keeps(row) ? number : NaN)),
    others: new Map([...column.others].filter(([row]) => keeps(row))),
    ...(formulas && { formulas: formulas.map((formula, row) => (keeps(row) ? formula : "")) }),
  };
}

/** A column that shows in each row the cell of another row of it; blank where there is none (−1). */
export function fromRows(column: SourceColumn, rowOf: Int32Array): SourceColumn {
  const numbers = new Float64Array(column.numbers.length).fill(NaN);
  const others = new Map<number, string | boolean>();
  rowOf.forEach((from, row) => {
    if (from < 0) return;
    numbers[row] = column.numbers[from];
    const other = column.others.get(from);
    if (other !== undefined) others.set(row, other);
  });
  return { ...column, numbers, others };
}
