/** What the proof begins with: the cells of the list, as they were read, brought to clients. */
import {
  addressOf,
  type Classification,
  type ColumnRead,
  rowsReadOf,
  type RowsRead,
  type ScenarioCosts,
} from "../../../portfolio";
import type { ReportWords } from "../pages/subject";
import { Block, type BlockColumn, type BlockContent } from "./block";
import type { ListStanding } from "./list-standing";
import { f, type Formula, joined, type Operand, type Reference } from "./formula";

const money = "#,##0.00";

/** Rows of the list in the order in which their block shows them: those of each client together, nobody's last. */
interface Rows {
  order: readonly number[];
  /** First line and number of lines of each client. */
  first: Int32Array;
  count: Int32Array;
  nobody: { first: number; count: number };
}

/**
 * The money of the clients as formulas over the list's own cells. Where each row of the list is one client, all of plain
 * numbers, formulas name the list itself; else a block shows how each row was read, and they name that.
 */
export class Ground {
  readonly read: RowsRead;
  /** One line per client, from the largest amount of the base to the smallest. */
  readonly clients: Block;
  /** One line per row of the list; null where formulas name the list itself. */
  readonly rows: Block | null = null;
  /** What is worked out once for all. */
  readonly wholes: Block;
  /** Line of each client. */
  readonly lineOf: Int32Array;
  readonly names: BlockColumn;
  /** Digits behind the point that amounts are rounded to: the rounding of binary addition goes. */
  readonly digits: number;
  readonly #lines: Rows | null = null;
  readonly #rowColumns = new Map<ColumnRead, BlockColumn>();
  readonly #periodColumns: BlockColumn[] = [];
  readonly #rowOf: Int32Array;

  constructor(
    readonly classification: Classification,
    readonly order: Uint32Array,
    readonly words: ReportWords,
    readonly costs: ScenarioCosts,
    private readonly place: ListStanding,
  ) {
    const { portfolio, policy } = classification;
    const texts = words.report.proof.blocks;
    this.read = rowsReadOf(portfolio, policy);
    this.digits = digitsOf(portfolio.amounts, portfolio.profits);
    this.lineOf = new Int32Array(order.length);
    order.forEach((client, line) => (this.lineOf[client] = line));
    this.#rowOf = new Int32Array(order.length).fill(-1);
    portfolio.rowClient.forEach((client, row) => {
      if (client >= 0) this.#rowOf[client] = row;
    });
    this.clients = new Block(texts.clients, order.length);
    this.wholes = new Block(texts.wholes, 1);
    this.names = this.clients.add(words.report.client, (line) => portfolio.clients[order[line]]);
    if (this.isPlain()) return;
    this.#lines = this.sortedRows();
    this.rows = this.rowsBlock(this.#lines);
    for (const period of this.read.periods) {
      const column = this.clients.add(period.header, (line) => this.sumOf(period, order[line]), money);
      this.#periodColumns.push(column);
    }
  }

  /** Whether every row of the list is a client of its own and every cell that counts holds its number. */
  private isPlain(): boolean {
    const { rowClient, clients, rowsOfNobody } = this.classification.portfolio;
    const { read } = this;
    if (rowsOfNobody.length > 0 || rowClient.length !== clients.length) return false;
    if (new Set(rowClient).size !== clients.length || rowClient.includes(-1)) return false;
    if (read.periods.some(({ index }, at) => index !== read.periods[0].index + at)) return false;
    return this.moneyColumns().every(({ isCell, numbers }) => numbers.every((_, row) => isCell(row)));
  }

  private moneyColumns(): ColumnRead[] {
    const { amount, returns, periods, profit, costs, costsToServe } = this.read;
    return [amount, returns, ...periods, profit, ...costs, ...costsToServe].filter((each) => each !== null);
  }

  private sortedRows(): Rows {
    const { portfolio } = this.classification;
    const count = new Int32Array(this.order.length);
    for (const client of portfolio.rowClient) if (client >= 0) count[client]++;
    const first = new Int32Array(this.order.length);
    let next = 0;
    for (const client of this.order) {
      first[client] = next;
      next += count[client];
    }
    const order = new Array<number>(next);
    const free = first.slice();
    portfolio.rowClient.forEach((client, row) => {
      if (client >= 0) order[free[client]++] = row;
    });
    order.push(...portfolio.rowsOfNobody);
    return { order, first, count, nobody: { first: next, count: portfolio.rowsOfNobody.length } };
  }

  private rowsBlock({ order }: Rows): Block {
    const { portfolio } = this.classification;
    const { clients, rowClient } = portfolio;
    const { sheet, top, left } = this.place;
    const texts = this.words.report.proof.blocks;
    const block = new Block(texts.rows, order.length);
    block.add(texts.row, (line) => addressOf(sheet, top + 1 + order[line], left));
    block.add(this.words.report.client, (line) => {
      const client = rowClient[order[line]];
      return client < 0 ? texts.nobody : clients[client];
    });
    for (const column of this.moneyColumns()) {
      const added = block.add(column.header, (line) => this.rowContent(column, order[line]), money);
      this.#rowColumns.set(column, added);
    }
    return block;
  }

  /** A cell of the list, or what was read of it where it is no number by itself. */
  private rowContent(column: ColumnRead, row: number): BlockContent {
    if (column.isCell(row)) return this.priced(column, row);
    const number = column.numbers[row];
    return Number.isNaN(number) ? null : number;
  }

  /** A cell of the list as money: hours times what an hour costs. */
  private priced(column: ColumnRead, row: number): Formula {
    const cell = this.listCell(column, row);
    return column.rate === 1 ? f`${cell}` : f`${cell}*${column.rate}`;
  }

  listCell({ index }: ColumnRead, row: number): Reference {
    return { of: "list", row, rows: 1, column: index, columns: 1 };
  }

  /** The one row of a client; -1 where it has several. */
  rowOf(client: number): number {
    return this.#lines && this.#lines.count[client] !== 1 ? -1 : this.#rowOf[client];
  }

  /** What the rows of a client say in a column, added up. */
  sumOf(column: ColumnRead, client: number): Formula {
    const lines = this.#lines;
    if (!lines) return this.priced(column, this.#rowOf[client]);
    const own = this.#rowColumns.get(column)!;
    const [first, count] = [lines.first[client], lines.count[client]];
    if (count === 1) return f`${own.cell(first)}`;
    return f`ROUND(SUM(${own.rows(first, count)}),${this.digits})`;
  }

  /** What stands in a column without a client; null where every row has one. */
  nobodyIn(column: ColumnRead): Reference | null {
    const nobody = this.#lines?.nobody;
    if (!nobody || nobody.count === 0) return null;
    return this.#rowColumns.get(column)!.rows(nobody.first, nobody.count);
  }

  /** The money of a client in some periods, by their positions in `read.periods`. */
  periodsOf(client: number, { from, count }: Span): Reference {
    if (this.#lines) {
      const [first, last] = [this.#periodColumns[from], this.#periodColumns[from + count - 1]];
      return this.clients.area(first, last, this.lineOf[client], 1);
    }
    const { index } = this.read.periods[from];
    return { of: "list", row: this.#rowOf[client], rows: 1, column: index, columns: count };
  }

  /** The money of all clients in a period, in no order. */
  periodOfAll(position: number): Reference {
    if (this.#lines) return this.#periodColumns[position].all;
    const { index } = this.read.periods[position];
    return { of: "list", row: 0, rows: this.order.length, column: index, columns: 1 };
  }

  /** Where periods stand among those that were read; null where others stand between them. */
  spanOf(starts: readonly string[]): Span | null {
    const from = this.read.periods.findIndex(({ period }) => period.start === starts[0]);
    const isWhole = starts.every((start, at) => this.read.periods[from + at]?.period.start === start);
    return starts.length > 0 && isWhole ? { from, count: starts.length } : null;
  }

  /** Rounded as totals are. */
  rounded(formula: Operand): Formula {
    return f`ROUND(${formula},${this.digits})`;
  }

  /** What all columns of money hold without a client, added up. */
  sumOfNobody(columns: readonly ColumnRead[]): Formula | null {
    const found = columns.flatMap((column) => this.nobodyIn(column) ?? []);
    return found.length === 0 ? null : f`SUM(${joined(found, ",")})`;
  }

  /** A column of the list as it counts, with or without a client. */
  allOf(column: ColumnRead): Reference {
    if (this.#lines) return this.#rowColumns.get(column)!.all;
    return { of: "list", row: 0, rows: this.order.length, column: column.index, columns: 1 };
  }
}

/** Neighbouring periods. */
export interface Span {
  from: number;
  count: number;
}

/** 6 digits below 1e9, one less for each ten times as much: the grid of `snap()`. */
function digitsOf(...columns: readonly (Float64Array | null)[]): number {
  let size = 0;
  for (const column of columns) column?.forEach((value) => (size += Math.abs(value) || 0));
  return size < 1e9 ? 6 : Math.max(2, 15 - Math.ceil(Math.log10(size)));
}
