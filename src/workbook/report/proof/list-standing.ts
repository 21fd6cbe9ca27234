/** Whether the list stands, cell by cell, where formulas are about to name it. */
import {
  cellInRow,
  columnIndex,
  type Portfolio,
  type Policy,
  rowsReadOf,
  type SourceColumn,
} from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";

/** The list's sheet, and its first header cell there. */
export interface ListStanding {
  sheet: string;
  top: number;
  left: number;
}

/** First rows of the list that are looked at in every column that formulas name, and rows of the client column. */
const firstRows = 20;
const mostRows = 20_000;
/** Rows and columns within which a list that has moved is looked for. */
const reach = { rows: 50, columns: 20 };

type Cells = readonly (readonly CellValue[])[];

/** Cells of the list that tell whether it is the one that was read: its clients, and what formulas name in its first rows and its last one. */
export class ListCells {
  readonly #columns: readonly SourceColumn[];
  readonly #client: SourceColumn;
  readonly #rowCount: number;
  readonly #width: number;

  /** @param sheetId identifier of the list's sheet, or its name */
  constructor(
    private readonly context: Excel.RequestContext,
    portfolio: Portfolio,
    policy: Policy,
    private readonly sheetId: string,
  ) {
    const { list, reading } = portfolio;
    const { amount, returns, periods, profit, costs, costsToServe, attractiveness, loyalty } = rowsReadOf(
      portfolio,
      policy,
    );
    const read = [
      amount,
      returns,
      ...periods,
      profit,
      ...costs,
      ...costsToServe,
      ...attractiveness,
      ...loyalty,
    ];
    const named = new Set(read.flatMap((column) => column?.index ?? []));
    const client = columnIndex(reading.client.letters) - list.left;
    this.#columns = list.columns.filter(({ index }) => index === client || named.has(index));
    this.#client = this.#columns.find(({ index }) => index === client)!;
    this.#rowCount = list.rowCount;
    this.#width = Math.max(...this.#columns.map(({ index }) => index)) + 1;
  }

  /** Queues the question whether the list stands there. @returns the answer */
  ask({ sheet: name, top, left }: ListStanding): () => boolean {
    const sheet = this.context.workbook.worksheets.getItem(this.sheetId).load("name");
    const [first, last] = [top + 1, top + this.#rowCount];
    const rows = Math.min(firstRows, this.#rowCount);
    const cells = (row: number, column: number, rowCount: number, columnCount: number) =>
      sheet.getRangeByIndexes(row, column, rowCount, columnCount).load("values");
    const head = cells(first, left, rows, this.#width);
    const end = cells(last, left, 1, this.#width);
    const clients = cells(first, left + this.#client.index, Math.min(mostRows, this.#rowCount), 1);
    return () =>
      sheet.name === name &&
      this.#standsIn(head.values as Cells, 0, 0, 0, rows) &&
      this.#standsIn(end.values as Cells, 0, 0, this.#rowCount - 1, 1) &&
      (clients.values as Cells).every(([cell], row) => cell === cellInRow(this.#client, row));
  }

  /** Looks for a list that has moved. One round trip. @returns null where it is not found near by */
  async find({ top, left }: ListStanding): Promise<ListStanding | null> {
    const from = { row: Math.max(0, top + 1 - reach.rows), column: Math.max(0, left - reach.columns) };
    const rows = Math.min(firstRows, this.#rowCount);
    const sheet = this.context.workbook.worksheets.getItem(this.sheetId).load("name");
    const cells = sheet
      .getRangeByIndexes(
        from.row,
        from.column,
        top + 1 + reach.rows + rows - from.row,
        left + reach.columns + this.#width - from.column,
      )
      .load("values");
    await this.context.sync();
    for (let row = 0; row <= cells.values.length - rows; row++) {
      for (let column = 0; column <= cells.values[0].length - this.#width; column++) {
        if (!this.#standsIn(cells.values as Cells, row, column, 0, rows)) continue;
        return { sheet: sheet.name, top: from.row + row - 1, left: from.column + column };
      }
    }
    return null;
  }

  #standsIn(cells: Cells, top: number, left: number, from: number, rows: number): boolean {
    for (let row = 0; row < rows; row++) {
      const isSame = (column: SourceColumn) =>
        cells[top + row][left + column.index] === cellInRow(column, from + row);
      if (!this.#columns.every(isSame)) return false;
    }
    return true;
  }
}
