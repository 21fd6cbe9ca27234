import type { ChartRecord } from "../../workbook-record";
import type { SheetContext, StructuralChange } from "../sheet-context";
import { sheetColumns, sheetRows } from "../reference";

/** An edge of a chart: the column or row that it lies in, and the points from there. */
interface Edge {
  index: number;
  offset: number;
}

/** Where the edges of columns or rows stand in points. */
interface Ruler {
  edgeOf(index: number): number;
  count: number;
}

/**
 * Ties a chart to the cells under its corners, as Excel does (placement "TwoCell"): its place and size follow when
 * columns and rows are resized, hidden, inserted or deleted. `left`, `top`, `width` and `height` of the record stay
 * ordinary properties for everybody who reads or sets them.
 */
export class ChartPlacement {
  readonly #columns: Ruler;
  readonly #rows: Ruler;
  #left: Edge;
  #right: Edge;
  #top: Edge;
  #bottom: Edge;

  constructor(record: ChartRecord, context: SheetContext) {
    this.#columns = { edgeOf: (column) => context.leftOf(column), count: sheetColumns };
    this.#rows = { edgeOf: (row) => context.topOf(row), count: sheetRows };
    const { left, top, width, height } = record;
    this.#left = edgeAt(this.#columns, left);
    this.#right = edgeAt(this.#columns, left + width);
    this.#top = edgeAt(this.#rows, top);
    this.#bottom = edgeAt(this.#rows, top + height);
    this.#defineOn(record);
  }

  follow({ rows, columns }: StructuralChange, sheetName: string): void {
    if (columns && columns.sheetName === sheetName) {
      [this.#left, this.#right] = shifted([this.#left, this.#right], columns);
    }
    if (rows && rows.sheetName === sheetName) {
      [this.#top, this.#bottom] = shifted([this.#top, this.#bottom], rows);
    }
  }

  #defineOn(record: ChartRecord): void {
    const property = (read: () => number, write: (value: number) => void): PropertyDescriptor => ({
      get: read,
      set: write,
      enumerable: true,
      configurable: true,
    });
    const left = () => position(this.#columns, this.#left);
    const top = () => position(this.#rows, this.#top);
    const width = () => Math.max(0, rounded(position(this.#columns, this.#right) - left()));
    const height = () => Math.max(0, rounded(position(this.#rows, this.#bottom) - top()));
    Object.defineProperties(record, {
      left: property(left, (value) => {
        const kept = width();
        this.#left = edgeAt(this.#columns, value);
        this.#right = edgeAt(this.#columns, value + kept);
      }),
      top: property(top, (value) => {
        const kept = height();
        this.#top = edgeAt(this.#rows, value);
        this.#bottom = edgeAt(this.#rows, value + kept);
      }),
      width: property(width, (value) => {
        this.#right = edgeAt(this.#columns, left() + value);
      }),
      height: property(height, (value) => {
        this.#bottom = edgeAt(this.#rows, top() + value);
      }),
    });
  }
}

/** The column or row that holds a position; found by halving among those near the sheet's corner, since edges only grow. */
function edgeAt(ruler: Ruler, at: number): Edge {
  let low = 0;
  let high = Math.min(63, ruler.count - 1);
  while (high < ruler.count - 1 && ruler.edgeOf(high) <= at) high = Math.min(2 * high, ruler.count - 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ruler.edgeOf(middle) <= at) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return { index: low, offset: at - ruler.edgeOf(low) };
}

function position(ruler: Ruler, { index, offset }: Edge): number {
  const start = ruler.edgeOf(index);
  // An edge does not leave its column when that is made narrower.
  const size = index + 1 < ruler.count ? ruler.edgeOf(index + 1) - start : Infinity;
  return rounded(start + Math.min(offset, size));
}

/** Points to the precision of the file's English Metric Units. */
function rounded(points: number): number {
  return Math.round(points * 12_700) / 12_700;
}

function shifted(edges: [Edge, Edge], { index, count }: { index: number; count: number }): [Edge, Edge] {
  return edges.map((edge): Edge => {
    if (count > 0) {
      return edge.index >= index ? { ...edge, index: edge.index + count } : edge;
    }
    if (edge.index < index) {
      return edge;
    }
    return edge.index < index - count ? { index, offset: 0 } : { ...edge, index: edge.index + count };
  }) as [Edge, Edge];
}
