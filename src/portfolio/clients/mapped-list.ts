import { FindingLog } from "../list/finding-log";
import { type NumberColumn, readNumberColumn } from "../list/number-column";
import type { SourceList } from "../list/source-list";
import type { MappedColumn, SourceColumns } from "./source-columns";

/**
 * A list while it is read: what its columns mean, their numbers, and the log of what was not taken at face value, which
 * knows the addresses. Handed over as one to everything that reads a part of it.
 */
export class MappedList {
  readonly log: FindingLog;
  readonly rowCount: number;
  readonly #read = new Map<MappedColumn["column"], NumberColumn>();

  constructor(
    readonly source: SourceList,
    readonly columns: SourceColumns,
  ) {
    this.log = new FindingLog(source);
    this.rowCount = source.rowCount;
  }

  /** The numbers of a column; read once, however often it is asked. */
  numbersOf({ column }: MappedColumn): NumberColumn {
    let read = this.#read.get(column);
    if (!read) {
      read = readNumberColumn(column, this.source.decimalSeparator);
      this.#read.set(column, read);
    }
    return read;
  }
}
