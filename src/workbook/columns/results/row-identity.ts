import { cellInRow, headerText, type Mapping, type Role, type SourceList } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { firstRowOf, type ListPlace } from "../../source/list-place";
import { runsOf, type ColumnRun } from "../../cells/read-rows";

interface KeyColumn {
  source: SourceList["columns"][number];
  text: string;
  /** Column of the sheet when the list was read, and by now. */
  readAt: number;
  position: number;
}

/** Roles whose cells say which client a row is and what it earned. */
const identifying: ReadonlySet<Role> = new Set(["client", "code", "group", "amount", "period", "profit"]);

/** Where there are none of them by now, a few columns are enough to tell rows from each other while they are written. */
const fewColumns = 4;

/**
 * Tells whether rows still are what was classified: a row is its client's name and code and its source values, not its position.
 */
export class RowIdentity {
  readonly #place: ListPlace;
  readonly #runs: readonly ColumnRun[];
  readonly #columns: readonly KeyColumn[];

  private constructor(place: ListPlace, columns: readonly KeyColumn[]) {
    this.#place = place;
    this.#columns = [...columns].sort((a, b) => a.position - b.position);
    this.#runs = runsOf(
      this.#columns.map(({ position }) => position),
      "values",
    );
  }

  static of(list: SourceList, mapping: Mapping, place: ListPlace): RowIdentity {
    const headers = new Set(
      mapping.columns.filter(({ role }) => identifying.has(role)).map(({ header }) => header),
    );
    const columns = list.columns.map((source): KeyColumn => {
      const [position, text] = [place.area.left + source.index, headerText(list, source)];
      return { source, text, readAt: position, position };
    });
    const keys = columns.filter(({ text }) => headers.has(text));
    return new RowIdentity(place, keys.length > 0 ? keys : columns.slice(0, fewColumns));
  }

  /** Headers of the columns that identify a row, in order of the runs. */
  get headers(): readonly string[] {
    return this.#columns.map(({ text }) => text);
  }

  /** Columns of the sheet in which they stood when the list was read. */
  get positions(): readonly number[] {
    return this.#columns.map(({ readAt }) => readAt);
  }

  /**
   * The same rows, told by the columns that are still there, where they stand by now.
   * @param positionNow of a column that stood at a position when the list was read; null for one that is gone
   */
  followed(positionNow: (position: number) => number | null): RowIdentity {
    const columns = this.#columns.flatMap((column) => {
      const position = positionNow(column.readAt);
      return position === null ? [] : [{ ...column, position }];
    });
    return new RowIdentity(this.#place, columns);
  }

  /** Columns of the sheet that identify a row. */
  get runs(): readonly ColumnRun[] {
    return this.#runs;
  }

  /** Cells of one row as they were classified, in order of the runs. */
  classified(row: number): CellValue[] {
    return this.#columns.map(({ source }) => cellInRow(source, row));
  }

  /**
   * Queues the key cells of some rows of the body, and the headers above them.
   * @param moved rows by which the list stands lower than it was read
   */
  queue(context: Excel.RequestContext, first: number, count: number, moved = 0): QueuedKeys {
    const sheet = context.workbook.worksheets.getItem(this.#place.sheetId);
    const { area, table } = this.#place;
    return {
      keys: this.#runs.map(({ left, width }) =>
        sheet.getRangeByIndexes(firstRowOf(this.#place) + moved + first, left, count, width).load("values"),
      ),
      headers:
        table && !table.hasHeaders
          ? null
          : sheet.getRangeByIndexes(area.top + moved, area.left, 1, area.columnCount).load("values"),
    };
  }

  /** Whether the key cells that a request found are the classified ones. */
  isClassified({ keys, headers }: QueuedKeys, first: number): boolean {
    let column = 0;
    const same = keys.every(({ values }, i) => {
      const columns = this.#columns.slice(column, (column += this.#runs[i].width));
      return (values as CellValue[][]).every((cells, r) => isRow(columns, first + r, cells));
    });
    const { area, headers: before } = this.#place;
    return (
      same &&
      (headers === null ||
        before.every(({ position, value }) => headers.values[0][position - area.left] === value))
    );
  }

  /**
   * The key cells that a request of this identity found, in the columns of another one. Where somebody had moved columns by then, it
   * looked at other cells, and the headers above them say which.
   * @param moved rows by which the list stood lower by then: the headers are among the key cells that were asked for
   * @returns one row per row, undefined in the columns that it did not look at; null where it looked at none of them
   */
  foundFor(of: RowIdentity, queued: QueuedKeys, moved = 0): (CellValue | undefined)[][] | null {
    const { area, headers: before } = this.#place;
    const header = new Map(before.map(({ position, value }) => [position, value]));
    const found = keysOf(queued);
    const headers =
      queued.headers === null
        ? null
        : moved > 0
          ? (found[moved - 1] ?? [])
          : this.#columns.map(({ readAt }) => (queued.headers!.values[0] as CellValue[])[readAt - area.left]);
    const at = of.#columns.map(({ readAt }) => {
      const own = this.#columns.findIndex((column) => column.readAt === readAt);
      const wanted = header.get(readAt);
      if (headers === null || headers[own] === wanted) return own;
      const alike = headers.flatMap((value, column) => (value === wanted ? [column] : []));
      return alike.length === 1 ? alike[0] : -1;
    });
    if (at.every((column) => column < 0)) return null;
    return found.map((cells) => at.map((column) => cells[column]));
  }
}

/** Whether cells are those that columns of a row held when it was classified. */
function isRow(columns: readonly KeyColumn[], row: number, cells: readonly CellValue[]): boolean {
  for (let c = 0; c < columns.length; c++) {
    const { numbers, others } = columns[c].source;
    const [cell, number] = [cells[c], numbers[row]];
    if (
      typeof cell === "number" ? number !== cell : !Number.isNaN(number) || (others.get(row) ?? "") !== cell
    )
      return false;
  }
  return true;
}

export interface QueuedKeys {
  keys: readonly Excel.Range[];
  headers: Excel.Range | null;
}

/** The key cells of each row, once the request has come back. */
export function keysOf({ keys }: QueuedKeys): CellValue[][] {
  const matrices = keys.map((range) => range.values as CellValue[][]);
  return (matrices[0] ?? []).map((_, row) => matrices.flatMap((matrix) => matrix[row]));
}

/** Key cells as one text, to find a row again after somebody sorted the list. */
export const keyText = (cells: readonly CellValue[]): string => JSON.stringify(cells);

/** Whether all key cells of such a text are blank; not so where nobody knows them, or there are none. */
export function isBlankKey(key: string | null): boolean {
  const cells = key === null ? [] : (JSON.parse(key) as CellValue[]);
  return cells.length > 0 && cells.every((cell) => cell === "");
}
