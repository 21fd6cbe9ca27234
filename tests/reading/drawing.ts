import type { CellFormatRecord, SheetRecord, TableRecord } from "../../src/host/workbook-record";
import { blankSheet } from "../../src/host/blank-sheet";
import { tableOf } from "../workbook-records";

export type Value = string | number;

/** A cell as it is drawn: null is blank, a text that begins with "=" a formula. */
export interface DrawnCell {
  value: Value | null;
  format?: CellFormatRecord;
}

export const blank: DrawnCell = { value: null };
export const plain = (value: Value | null): DrawnCell => ({ value });
export const bold = (value: Value | null): DrawnCell => ({ value, format: { font: { bold: true } } });

/** A sheet while it is drawn, from its cell A1 on. */
export class Drawing {
  readonly #rows: DrawnCell[][] = [];
  readonly #merges: SheetRecord["merges"] = [];
  #table: TableRecord | null = null;

  get rowCount(): number {
    return this.#rows.length;
  }

  put(row: number, column: number, cell: DrawnCell): void {
    while (this.#rows.length <= row) this.#rows.push([]);
    const line = this.#rows[row];
    while (line.length <= column) line.push(blank);
    line[column] = cell;
  }

  at(row: number, column: number): DrawnCell {
    return this.#rows[row]?.[column] ?? blank;
  }

  merge(row: number, column: number, rows: number, columns: number): void {
    if (rows * columns > 1) this.#merges.push({ row, column, rows, columns });
  }

  /** Makes an Excel table of an area; its first row holds the headers. */
  table(row: number, column: number, rows: number, columns: number, showTotals: boolean): void {
    const cells = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => this.at(row + r, column + c).value),
    );
    this.#table = tableOf("Table1", cells, { showTotals }, { row, column });
  }

  toSheet(name: string): SheetRecord {
    return {
      ...blankSheet(name),
      cells: this.#rows.flatMap((line, row) =>
        line.flatMap(({ value, format }, column) => {
          if (value === null && !format) return [];
          const content =
            value === null
              ? {}
              : typeof value === "string" && value.startsWith("=")
                ? { formula: value }
                : { value };
          return [{ row, column, ...content, ...(format && { format }) }];
        }),
      ),
      merges: this.#merges,
      tables: this.#table ? [this.#table] : [],
    };
  }
}

/** A sheet as a table of text: for whoever looks at a layout that was read wrong. */
export function pictureOf(sheet: SheetRecord): string {
  const rows: string[][] = [];
  for (const { row, column, value, formula, format } of sheet.cells) {
    while (rows.length <= row) rows.push([]);
    const text = formula ?? (typeof value === "string" ? value.replace(/\n/g, "⏎") : String(value ?? ""));
    const looks = [
      format?.font?.bold ? "*" : "",
      format?.indent ? `>${format.indent}` : "",
      typeof value === "number" || format?.numberFormat === undefined ? "" : `{${format.numberFormat}}`,
      typeof value === "number" && format?.numberFormat ? `{${format.numberFormat}}` : "",
      typeof value === "string" && /^[-\d.,\s]+$/.test(value) ? "'" : "",
    ];
    rows[row][column] = text + looks.join("");
  }
  const shown = rows.length > 46 ? [...rows.slice(0, 40), ["…"], ...rows.slice(-5)] : rows;
  const width = Math.max(0, ...shown.map((row) => row.length));
  const sizes = Array.from({ length: width }, (_, column) =>
    Math.min(28, Math.max(1, ...shown.map((row) => (row[column] ?? "").length))),
  );
  const lines = shown.map((row) =>
    sizes.map((size, column) => (row[column] ?? "").slice(0, 28).padEnd(size)).join(" | "),
  );
  const merges = sheet.merges.map(({ row, column, rows: r, columns: c }) => `${row}:${column} ${r}×${c}`);
  const notes = [
    ...(merges.length > 0
      ? [`merged: ${merges.slice(0, 8).join(", ")}${merges.length > 8 ? " …" : ""}`]
      : []),
    ...sheet.tables.map(({ area }) => `table: ${area.row}:${area.column} ${area.rows}×${area.columns}`),
  ];
  return [`-- ${sheet.name}`, ...lines, ...notes].join("\n");
}
