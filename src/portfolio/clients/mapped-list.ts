import { FindingLog } from "../list/finding-log";
import { type NumberColumn, readNumberColumnSteps } from "../list/number-column";
import type { SourceList } from "../list/source-list";
import { separatorIn } from "../list/number-separator";
import type { ReadingChoices } from "../mapping/reading-choices";
import { type Steps, finish } from "../steps";
import type { MappedColumn, SourceColumns } from "./source-columns";

/**
 * A list while it is read: what its columns mean, their numbers, what the user decided, and the log of what was not taken
 * at face value, which knows the addresses. Handed over as one to everything that reads a part of it.
 */
export class MappedList {
  readonly log: FindingLog;
  readonly rowCount: number;
  readonly #read = new Map<MappedColumn["column"], NumberColumn>();
  #factors: Float64Array | null = null;
  /** Where a column names the only currency of some rows, which rows it names none for. */
  unnamedCurrency: { isUnnamed: (row: number) => boolean; currency: string } | null = null;

  constructor(
    readonly source: SourceList,
    readonly columns: SourceColumns,
    readonly choices: ReadingChoices = {},
  ) {
    this.log = new FindingLog(source);
    this.rowCount = source.rowCount;
  }

  /** The numbers of a column; read once, however often it is asked. */
  numbersOf(mapped: MappedColumn): NumberColumn {
    return finish(this.numbersOfSteps(mapped));
  }

  /** The same, step by step. */
  *numbersOfSteps({ column }: MappedColumn): Steps<NumberColumn> {
    let read = this.#read.get(column);
    if (!read) {
      read = yield* readNumberColumnSteps(column, separatorIn(this.source));
      this.#read.set(column, read);
    }
    return read;
  }

  /** The numbers of a column of money, in the currency of the list; NaN in rows that are in another one. */
  moneyOf(mapped: MappedColumn): NumberColumn {
    const { rate } = mapped;
    const read = this.numbersOf(mapped);
    // An hour is paid in the currency of the list, whatever the client pays in.
    if (rate !== undefined) return { ...read, numbers: read.numbers.map((number) => number * rate) };
    const factors = this.#factors;
    return factors ? { ...read, numbers: read.numbers.map((number, row) => number * factors[row]) } : read;
  }

  /** Whether the list has several currencies, of which one was taken. */
  get isConverted(): boolean {
    return this.#factors !== null;
  }

  /** Whether the money of a row is in the currency of the list, or could be converted. */
  isInCurrency(row: number): boolean {
    return this.#factors === null || !Number.isNaN(this.#factors[row]);
  }

  /** From now on the money of each row is multiplied by its factor; NaN leaves a row out. */
  withFactors(factors: Float64Array): this {
    this.#factors = factors;
    return this;
  }
}
