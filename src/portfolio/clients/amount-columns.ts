import { rowTotals, snap, sum } from "../../analysis";
import type { NumberColumn } from "../list/number-column";
import type { MappedList } from "./mapped-list";
import { periodsOfProfit } from "./profit-periods";
import { type MappedColumn, type MappedPeriod } from "./source-columns";
import { Problem } from "../problem";
import { STEP, type Steps, within } from "../steps";

/** The amounts of a list, row by row, before rows are joined to clients. */
export interface ReadAmounts {
  /** One per row: the amount column, or the sum of the chosen periods. 0 where blank. */
  amount: Float64Array;
  /** Sum of the chosen periods per row; null without periods. */
  ofPeriods: Float64Array | null;
  /** Amounts in a period that was read, chosen or outside; blank as 0, outside also what cannot be read. */
  ofPeriod: (period: MappedPeriod) => Float64Array;
  /** The columns behind, as read. */
  columns: readonly { column: MappedColumn; read: NumberColumn }[];
  /** Periods outside the window that something still hangs on: who buys, or what the costs of the list belong to. */
  outside: readonly { column: MappedPeriod; read: NumberColumn }[];
  /** Rows with a cell in `columns` that could not be read. */
  unread: ReadonlySet<number>;
}

/** Squares of a million such numbers still add up to a number. */
const largestAmount = 1e100;

/**
 * Reads the amount column and the periods; without an amount column the amount is the sum of the chosen ones.
 * @throws Problem amountTooLarge
 */
export function* readAmountsSteps(list: MappedList): Steps<ReadAmounts> {
  const { columns, rowCount } = list;
  const amountColumn = columns.one("amount");
  const chosen = new Set(columns.periods);
  const told = new Set([...columns.complete, ...(periodsOfProfit(columns) ?? [])]);
  const beyond = [...told].filter((period) => !chosen.has(period));
  const returns = amountColumn && columns.one("returns");
  const amountColumns = [...(amountColumn ? [amountColumn] : []), ...(returns ? [returns] : [])];
  const count = amountColumns.length + chosen.size + beyond.length;

  let done = 0;
  const filled = new Map<MappedColumn, Float64Array>();
  function* readAll<T extends MappedColumn>(
    mapped: readonly T[],
  ): Steps<{ column: T; read: NumberColumn }[]> {
    const result: { column: T; read: NumberColumn }[] = [];
    for (const column of mapped) {
      yield* within((0.8 * done) / count, (0.8 * (done + 1)) / count, list.numbersOfSteps(column));
      const read = list.moneyOf(column);
      const tooLarge = read.numbers.findIndex((number) => Math.abs(number) > largestAmount);
      if (tooLarge >= 0) {
        const address = list.log.addressOfCell(tooLarge, column.column);
        throw new Problem({ kind: "amountTooLarge", address });
      }
      result.push({ column, read });
      filled.set(
        column,
        read.numbers.map((number) => number || 0),
      );
      yield (0.8 * ++done) / count;
    }
    return result;
  }
  const read = yield* readAll<MappedColumn>([...amountColumns, ...columns.periods]);
  const outside = yield* readAll(beyond);

  const ofPeriod = (period: MappedPeriod) => {
    const amounts = filled.get(period);
    if (!amounts) throw new RangeError(`period ${period.header} was not read`);
    return amounts;
  };
  const sums = yield* within(0.8, 1, rowSumsSteps(columns.periods.map(ofPeriod), rowCount));
  const amounts = amountColumn && filled.get(amountColumn);
  return {
    amount: (amounts && returns ? lessReturns(amounts, filled.get(returns)!) : amounts) ?? sums,
    ofPeriods: chosen.size > 0 ? sums : null,
    ofPeriod,
    columns: read,
    outside,
    unread: new Set(read.flatMap((column) => [...column.read.unread.keys()])),
  };
}

/** Sales less returns, which some write as negative amounts and some as positive ones. */
function lessReturns(sales: Float64Array, returns: Float64Array): Float64Array {
  const sign = signOfReturns(returns);
  return sales.map((amount, row) => snap(amount + sign * returns[row]));
}

/** Of the formula sales + sign × returns. */
export function signOfReturns(returns: Float64Array): 1 | -1 {
  return sum(returns) > 0 ? -1 : 1;
}

/** Sum of each row over some columns, snapped; 0 over none. */
export function* rowSumsSteps(columns: readonly Float64Array[], rowCount: number): Steps<Float64Array> {
  const sums = new Float64Array(rowCount);
  for (let from = 0; from < rowCount; from += STEP) {
    const to = Math.min(rowCount, from + STEP);
    const cells = new Float64Array((to - from) * columns.length);
    columns.forEach((column, c) => fillColumn(cells, column.subarray(from, to), c, columns.length));
    sums.set(rowTotals(cells, to - from, columns.length), from);
    yield to / rowCount;
  }
  return sums;
}

/** Writes a column into row-major cells of some width. */
export function fillColumn(cells: Float64Array, values: Float64Array, column: number, width: number): void {
  for (let row = 0, at = column; row < values.length; row++, at += width) cells[at] = values[row];
}
