import { headerText, type Mapping, type Role, type SourceList } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { firstRowOf, type ListPlace } from "../source/list-place";
import { runsOf, type ColumnRun } from "../cells/read-rows";

/** Roles whose cells say which client a row is and what it earned. */
const identifying: ReadonlySet<Role> = new Set(["client", "group", "amount", "period", "profit"]);

/**
 * Tells whether rows still are what was classified: a row is its client's name and its source values, not its position.
 */
export class RowIdentity {
  readonly #place: ListPlace;
  readonly #runs: readonly ColumnRun[];
  readonly #columns: SourceList["columns"];
  /** Headers of the columns that identify a row, in order of the runs. */
  readonly headers: readonly string[];

  constructor(list: SourceList, mapping: Mapping, place: ListPlace) {
    const headers = new Set(
      mapping.columns.filter(({ role }) => identifying.has(role)).map(({ header }) => header),
    );
    this.#place = place;
    this.#columns = list.columns.filter((column) => headers.has(headerText(list, column)));
    this.headers = this.#columns.map((column) => headerText(list, column));
    this.#runs = runsOf(
      this.#columns.map(({ index }) => place.area.left + index),
      "values",
    );
  }

  /** Columns of the sheet that identify a row. */
  get runs(): readonly ColumnRun[] {
    return this.#runs;
  }

  /** Cells of one row as they were classified, in order of the runs. */
  classified(row: number): CellValue[] {
    return this.#columns.map(({ numbers, others }) =>
      Number.isNaN(numbers[row]) ? (others.get(row) ?? "") : numbers[row],
    );
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
    const found = keysOf({ keys, headers });
    const same = found.every((cells, r) => {
      const row = first + r;
      return this.#columns.every(({ numbers, others }, c) =>
        typeof cells[c] === "number"
          ? numbers[row] === cells[c]
          : Number.isNaN(numbers[row]) && (others.get(row) ?? "") === cells[c],
      );
    });
    const { area, headers: before } = this.#place;
    return (
      same &&
      (headers === null ||
        before.every(({ position, value }) => headers.values[0][position - area.left] === value))
    );
  }
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
