/** Points. Excel's own for Calibri 11: 64 × 20 pixels. */
export const defaultColumnWidth = 48;
export const defaultRowHeight = 15;
/** Widths that differ by less are the same on the screen: a pixel. */
const pixel = 0.75;

/** Widths, heights and hiding of the rows and columns of one sheet. Points. */
export class SheetGeometry {
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  /** Rows that are not shown, and whether a filter or a person hid them. */
  readonly hiddenRows = new Map<number, "filter" | "person">();
  /** Width that the sheet's file calls the ordinary one: its columns may say it each for itself. */
  standardWidth = defaultColumnWidth;
  /** Grows whenever a size or the hiding of a row or column may have changed. */
  revision = 0;
  #tops: number[] | null = null;
  #lefts: number[] | null = null;

  /** @param automaticHeight height that Excel gives a row that has no height of its own. */
  constructor(readonly automaticHeight: (row: number) => number) {}

  widthOf(column: number): number {
    return this.columnWidths.get(column) ?? defaultColumnWidth;
  }

  isStandard(column: number): boolean {
    const width = this.columnWidths.get(column);
    return width === undefined || Math.abs(width - this.standardWidth) < pixel;
  }

  makeStandard(column: number): void {
    if (this.standardWidth === defaultColumnWidth) this.columnWidths.delete(column);
    else this.columnWidths.set(column, this.standardWidth);
  }

  heightOf(row: number): number {
    return this.rowHeights.get(row) ?? this.automaticHeight(row);
  }

  /** Points from the sheet's left edge to a column's; hidden columns take no room. */
  leftOf(column: number): number {
    return edge((this.#lefts ??= [0]), column, (each) =>
      this.hiddenColumns.has(each) ? 0 : this.widthOf(each),
    );
  }

  topOf(row: number): number {
    return edge((this.#tops ??= [0]), row, (each) => (this.hiddenRows.has(each) ? 0 : this.heightOf(each)));
  }

  /** To be called when something that sizes depend on has changed. */
  changed(): void {
    this.revision++;
    this.#tops = null;
    this.#lefts = null;
  }
}

function edge(edges: number[], index: number, size: (index: number) => number): number {
  for (let next = edges.length; next <= index; next++) {
    edges[next] = edges[next - 1] + size(next - 1);
  }
  return edges[index];
}
