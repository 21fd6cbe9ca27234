import type { SheetRecord } from "../../workbook-record";
import { defaultColumnWidth, defaultRowHeight } from "./measures";

/** Where the edges of a sheet's columns and rows stand, in points. */
export class SheetGrid {
  private readonly columns: Map<number, number>;
  private readonly rows: Map<number, number>;

  constructor(sheet: Pick<SheetRecord, "columns" | "rows">) {
    this.columns = new Map(
      sheet.columns.map(({ index, width, hidden }) => [index, hidden ? 0 : (width ?? defaultColumnWidth)]),
    );
    this.rows = new Map(
      sheet.rows.map(({ index, height, hidden }) => [index, hidden ? 0 : (height ?? defaultRowHeight)]),
    );
  }

  leftOf(column: number): number {
    return edge(this.columns, defaultColumnWidth, column);
  }

  topOf(row: number): number {
    return edge(this.rows, defaultRowHeight, row);
  }

  /** Column and distance from its left edge. */
  columnAt(left: number): { index: number; offset: number } {
    return stepAt(this.columns, defaultColumnWidth, left, 16_383);
  }

  rowAt(top: number): { index: number; offset: number } {
    return stepAt(this.rows, defaultRowHeight, top, 1_048_575);
  }
}

function edge(sizes: Map<number, number>, ordinary: number, index: number): number {
  let position = index * ordinary;
  for (const [own, size] of sizes) if (own < index) position += size - ordinary;
  return position;
}

function stepAt(
  sizes: Map<number, number>,
  ordinary: number,
  position: number,
  last: number,
): { index: number; offset: number } {
  let index = 0;
  let rest = Math.max(0, position);
  for (;;) {
    const size = sizes.get(index) ?? ordinary;
    if (rest < size || index === last) return { index, offset: rest };
    rest -= size;
    index++;
  }
}
