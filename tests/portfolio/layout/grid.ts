import type { Cell, CellGrid, GridColumn } from "../../../src/portfolio/layout/cell-grid";

/** Cells from A1; "" is blank. */
export function gridOf(rows: readonly (readonly Cell[])[]): CellGrid {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column): GridColumn => {
    const numbers = new Float64Array(rows.length).fill(Number.NaN);
    const others = new Map<number, string | boolean>();
    rows.forEach((row, at) => {
      const cell = row[column] ?? "";
      if (typeof cell === "number") numbers[at] = cell;
      else if (cell !== "") others.set(at, cell);
    });
    return { numbers, others };
  });
  return {
    top: 0,
    rowCount: rows.length,
    columns: columns.map((_, column) => column),
    column: (column) => columns[column],
  };
}

/** Rows of a list that is drawn: a line per row, cells divided by `|`; numbers are numbers, `'5` is a text. */
export function drawn(text: string): Cell[][] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .map((cell) =>
          cell.startsWith("'") ? cell.slice(1) : /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell,
        ),
    );
}
