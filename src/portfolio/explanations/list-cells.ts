import type { Classification } from "../classification/classification";
import { type MappedColumn, type SourceColumns, sourceColumns } from "../clients/source-columns";
import { addressOf } from "../list/address";
import type { Role } from "../mapping/mapping";
import { withWholeNames } from "../mapping/whole-names";
import type { Period } from "../periods/period";
import type { CellsAt } from "./inputs";

/** So many areas are named one by one. */
const MOST_AREAS = 6;

/** Where the figures of clients stand in their list. Rows are looked for once, then O(rows of the client). */
export class ListCells {
  readonly #list: Classification["portfolio"]["list"];
  readonly #columns: SourceColumns;
  readonly #ofPeriod = new Map<string, MappedColumn>();
  readonly #rows: Int32Array;
  readonly #starts: Int32Array;

  constructor({ portfolio, policy }: Pick<Classification, "portfolio" | "policy">) {
    const { list, mapping, clients, rowClient, asOf } = portfolio;
    this.#list = list;
    this.#columns = sourceColumns(withWholeNames(list, mapping), mapping, policy, asOf);
    const { periods, complete, covered } = this.#columns;
    for (const column of [...covered, ...complete, ...periods]) {
      this.#ofPeriod.set(column.period.start, column);
    }
    const starts = new Int32Array(clients.length + 1);
    for (const client of rowClient) if (client >= 0) starts[client + 1]++;
    for (let client = 0; client < clients.length; client++) starts[client + 1] += starts[client];
    const next = starts.slice();
    this.#rows = new Int32Array(starts[clients.length]);
    rowClient.forEach((client, row) => {
      if (client >= 0) this.#rows[next[client]++] = row;
    });
    this.#starts = starts;
  }

  /** Cells of a client under the columns of some roles. */
  ofClient(client: number, roles: readonly Role[]): CellsAt {
    return this.#areas(this.#rowsOf(client), this.#columnsOf(roles));
  }

  /** Cells of a client in some periods. */
  ofClientIn(client: number, periods: readonly Period[]): CellsAt {
    return this.#areas(this.#rowsOf(client), this.#columnsOfPeriods(periods));
  }

  /** Cells of a client under a header. */
  underHeader(client: number, role: Role, header: string): CellsAt {
    const found = this.#columns.all(role).filter((mapped) => mapped.header === header);
    return this.#areas(this.#rowsOf(client), indexesOf(found));
  }

  /** The columns of some roles from the first row to the last one. */
  whole(roles: readonly Role[]): CellsAt {
    return this.#areas(this.#allRows, this.#columnsOf(roles));
  }

  wholeIn(periods: readonly Period[]): CellsAt {
    return this.#areas(this.#allRows, this.#columnsOfPeriods(periods));
  }

  get #allRows(): readonly (readonly [number, number])[] {
    return [[0, this.#list.rowCount - 1]];
  }

  #columnsOf(roles: readonly Role[]): number[] {
    return indexesOf(roles.flatMap((role) => this.#columns.all(role)));
  }

  #columnsOfPeriods(periods: readonly Period[]): number[] {
    return indexesOf(periods.flatMap(({ start }) => this.#ofPeriod.get(start) ?? []));
  }

  /** First and last row of each unbroken run of rows of a client. */
  #rowsOf(client: number): (readonly [number, number])[] {
    return runsOf(this.#rows.subarray(this.#starts[client], this.#starts[client + 1]));
  }

  #areas(rows: readonly (readonly [number, number])[], columns: readonly number[]): CellsAt {
    const { sheet, top, left } = this.#list;
    const columnRuns = runsOf(columns);
    const areas: string[] = [];
    for (const [first, last] of rows) {
      for (const [from, to] of columnRuns) {
        if (areas.length === MOST_AREAS) {
          return { areas, more: rows.length * columnRuns.length - MOST_AREAS };
        }
        areas.push(addressOf(sheet, top + 1 + first, left + from, last - first + 1, to - from + 1));
      }
    }
    return { areas, more: 0 };
  }
}

const indexesOf = (columns: readonly MappedColumn[]): number[] =>
  columns.map(({ column }) => column.index).sort((a, b) => a - b);

/** Unbroken runs of ascending numbers. */
function runsOf(numbers: ArrayLike<number>): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (let i = 0; i < numbers.length; i++) {
    const last = runs.at(-1);
    if (last && numbers[i] <= last[1] + 1) last[1] = numbers[i];
    else runs.push([numbers[i], numbers[i]]);
  }
  return runs;
}
