import type { Area, CellFormatRecord } from "../../workbook-record";
import type { FormatTable } from "../format/cell-format";
import { sheetColumns, sheetRows } from "../reference";
import type { SheetCells } from "./sheet-cells";

/** The formats of one sheet: of its cells, and of whole rows and columns for the cells that have none of their own. */
export class SheetFormats {
  readonly rows = new Map<number, string>();
  readonly columns = new Map<number, string>();

  constructor(
    readonly table: FormatTable,
    readonly cells: SheetCells,
    /** Told when formats changed, for the sizes that depend on them. */
    readonly changed: () => void,
  ) {}

  keyAt(row: number, column: number): string | undefined {
    return this.cells.own(row, column)?.s ?? this.rows.get(row) ?? this.columns.get(column);
  }

  at(row: number, column: number): CellFormatRecord {
    return this.table.get(this.keyAt(row, column));
  }

  /** en-US patterns, "General" where there is none. */
  patterns(area: Area): string[][] {
    return Array.from({ length: area.rows }, (_row, row) =>
      Array.from(
        { length: area.columns },
        (_column, column) => this.at(area.row + row, area.column + column).numberFormat ?? "General",
      ),
    );
  }

  /** Changes the formats of a block; whole rows and columns keep theirs aside, so that they cost nothing. */
  change(area: Area, change: (format: CellFormatRecord) => CellFormatRecord): void {
    // The same change of the same format is made once.
    const known = new Map<string | undefined, string | undefined>();
    const changed = (key: string | undefined) => {
      if (!known.has(key)) {
        known.set(key, this.table.keyOf(change(this.table.get(key))));
      }
      return known.get(key);
    };
    if (area.rows === sheetRows || area.columns === sheetColumns) {
      this.#changeLines(area, changed);
    } else {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          this.#set(row, column, changed(this.keyAt(row, column)));
        }
      }
    }
    this.changed();
  }

  /** Changes formats cell by cell; changes of one `key` to one format are made once. Null leaves the cell. */
  changeByCell(
    area: Area,
    change: (
      format: CellFormatRecord,
      row: number,
      column: number,
    ) => { key: string; format: () => CellFormatRecord } | null,
  ): void {
    const known = new Map<string, string | undefined>();
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const before = this.keyAt(row, column);
        const changed = change(this.table.get(before), row, column);
        if (changed !== null) {
          const name = `${before ?? ""} ${changed.key}`;
          if (!known.has(name)) {
            known.set(name, this.table.keyOf(changed.format()));
          }
          this.#set(row, column, known.get(name));
        }
      }
    }
    this.changed();
  }

  #set(row: number, column: number, key: string | undefined): void {
    const inherited = this.rows.get(row) ?? this.columns.get(column);
    // A cell of a formatted column that is set back to the default needs to say so.
    this.cells.setFormat(row, column, key === undefined && inherited !== undefined ? plainKey : key);
  }

  #changeLines(area: Area, changed: (key: string | undefined) => string | undefined): void {
    const wholeColumns = area.rows === sheetRows;
    const own: [number, number, string][] = [];
    this.cells.forEachIn(area, (row, column, cell) => {
      if (cell.s) {
        own.push([row, column, cell.s]);
      }
    });
    const lines = wholeColumns ? this.columns : this.rows;
    const crossing = wholeColumns ? this.rows : this.columns;
    const first = wholeColumns ? area.column : area.row;
    const count = wholeColumns ? area.columns : area.rows;
    for (let line = first; line < first + count; line++) {
      for (const [other, key] of crossing) {
        const [row, column] = wholeColumns ? [other, line] : [line, other];
        if (this.cells.own(row, column)?.s === undefined) {
          own.push([row, column, key]);
        }
      }
      const key = changed(lines.get(line));
      if (key === undefined) {
        lines.delete(line);
      } else {
        lines.set(line, key);
      }
    }
    own.forEach(([row, column, key]) => this.#set(row, column, changed(key)));
  }

  /** True when the condition holds for the format of some cell of the block. */
  some(area: Area, condition: (format: CellFormatRecord) => boolean): boolean {
    return [...this.in(area)].some(condition);
  }

  /** The different formats of the cells of a block. */
  in(area: Area): Set<CellFormatRecord> {
    const keys = new Set<string | undefined>();
    const used = this.cells.usedArea(false);
    const lastRow = Math.max(used ? used.row + used.rows : 0, 1 + largest(this.rows), area.row + 1);
    const lastColumn = Math.max(
      used ? used.column + used.columns : 0,
      1 + largest(this.columns),
      area.column + 1,
    );
    // One row and one column more than is used stand for all the others.
    const rows = Math.min(area.rows, lastRow + 1 - area.row);
    const columns = Math.min(area.columns, lastColumn + 1 - area.column);
    for (let row = area.row; row < area.row + rows; row++) {
      for (let column = area.column; column < area.column + columns; column++) {
        keys.add(this.keyAt(row, column));
      }
    }
    return new Set([...keys].map((key) => this.table.get(key)));
  }
}

function largest(lines: Map<number, string>): number {
  let index = -1;
  for (const line of lines.keys()) {
    index = Math.max(index, line);
  }
  return index;
}

/** A format key that says "the default" in a formatted row or column. */
export const plainKey = "format-plain";
