import { above, groupTotals, rowTotals, total } from "../analysis";
import type { FindingLog } from "./finding-log";
import { type NumberColumn, readNumberColumn } from "./number-column";
import type { MappedColumn, SourceColumns } from "./source-columns";
import type { SourceList } from "./source-list";
import type { Steps } from "./steps";

/** The amounts of a list, row by row, before rows are joined to clients. */
export interface ReadAmounts {
  /** One per row: the amount column, or the sum of the chosen periods. 0 where blank. */
  amount: Float64Array;
  /** Sum of the chosen periods per row; null without periods. */
  ofPeriods: Float64Array | null;
  /** The chosen periods, column by column; blank as 0. */
  history: readonly Float64Array[];
  /** The columns behind, as read. */
  columns: readonly { column: MappedColumn; read: NumberColumn }[];
  /** Rows with a cell that could not be read. */
  unread: ReadonlySet<number>;
}

/** Reads the amount column and the chosen periods; without an amount column the amount is the sum of the periods. */
export function* readAmountsSteps(list: SourceList, columns: SourceColumns): Steps<ReadAmounts> {
  const amountColumn = columns.one("amount");
  const mapped = [...(amountColumn ? [amountColumn] : []), ...columns.periods];
  const read: { column: MappedColumn; read: NumberColumn }[] = [];
  for (const column of mapped) {
    read.push({ column, read: readNumberColumn(column.column, list.decimalSeparator) });
    yield (0.8 * read.length) / mapped.length;
  }
  const unread = new Set(read.flatMap((column) => [...column.read.unread.keys()]));
  const filled = read.map((column) => column.read.numbers.map((number) => number || 0));
  yield 0.9;
  const history = amountColumn ? filled.slice(1) : filled;
  const ofPeriods =
    history.length > 0 ? rowTotals(rowMajor(history, list.rowCount), list.rowCount, history.length) : null;
  const amount = amountColumn ? filled[0] : (ofPeriods ?? new Float64Array(list.rowCount));
  return { amount, ofPeriods, history, columns: read, unread };
}

function rowMajor(columns: readonly Float64Array[], rowCount: number): Float64Array {
  const cells = new Float64Array(rowCount * columns.length);
  columns.forEach((column, c) => {
    for (let row = 0, at = c; row < rowCount; row++, at += columns.length) cells[at] = column[row];
  });
  return cells;
}

/** Amount per client and chosen period, row-major: clients × columns. */
export function* clientHistorySteps(
  columns: readonly Float64Array[],
  rowClient: Int32Array,
  clients: number,
): Steps<Float64Array> {
  const totals: Float64Array[] = [];
  for (const column of columns) {
    totals.push(groupTotals(column, rowClient, clients));
    yield totals.length / columns.length;
  }
  return rowMajor(totals, clients);
}

/** An amount column and periods that tell different stories: as a whole, or where the whole agrees, in single rows. */
export function reportDifference(
  columns: SourceColumns,
  amounts: ReadAmounts,
  counted: Uint8Array,
  log: FindingLog,
): void {
  const amountColumn = columns.one("amount");
  const { ofPeriods } = amounts;
  if (!amountColumn || !ofPeriods) return;
  const column = amountColumn.column;
  const whole = (values: Float64Array) => total(values.map((value, row) => (counted[row] ? value : 0)));
  if (differs(whole(amounts.amount), whole(ofPeriods))) {
    log.column("amountDiffersFromPeriods", column, amountColumn.header, whole(ofPeriods));
    return;
  }
  counted.forEach((counts, row) => {
    if (counts && differs(amounts.amount[row], ofPeriods[row])) {
      log.cell("amountDiffersFromPeriods", row, column, ofPeriods[row]);
    }
  });
}

function differs(amount: number, ofPeriods: number): boolean {
  return above(Math.abs(amount - ofPeriods), 0.01 * Math.abs(ofPeriods));
}
