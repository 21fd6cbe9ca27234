import { snap, sum } from "../../analysis";
import { type ReadAmounts, rowSumsSteps } from "./amount-columns";
import type { FindingLog } from "../list/finding-log";
import { readNumberColumn } from "../list/number-column";
import { samePeriods } from "../periods/period";
import { periodsOfDerivedProfit } from "./profit-periods";
import { type MappedColumn, type SourceColumns, periodsOf } from "./source-columns";
import type { SourceList } from "../list/source-list";
import type { Steps } from "../steps";

/** Profit of each row, before rows are joined to clients. */
export interface RowProfits {
  /** NaN where a row has none. */
  profit: Float64Array;
  /** Rows with a cell that could not be read: the profit of their client is unknown as a whole. */
  broken: ReadonlySet<number>;
}

/** What each row earned in the time that its costs belong to. */
export interface RevenueOfCosts {
  amounts: Float64Array;
  /** Rows with a cell of that time that could not be read. */
  unread: ReadonlySet<number>;
}

/** Revenue per row over the time of the costs: the amount column, else all periods that the list has figures for. */
export function* revenueOfCostsSteps(
  list: SourceList,
  columns: SourceColumns,
  amounts: ReadAmounts,
): Steps<RevenueOfCosts> {
  const periods = periodsOfDerivedProfit(columns);
  const isAmount = !periods || samePeriods(periodsOf(periods), periodsOf(columns.periods));
  if (isAmount) return { amounts: amounts.amount, unread: new Set() };
  return {
    amounts: yield* rowSumsSteps(periods.map(amounts.ofPeriod), list.rowCount),
    unread: new Set(amounts.outside.flatMap(({ read }) => [...read.unread.keys()])),
  };
}

/**
 * Profit per row: the profit column, else revenue − costs − cost to serve (methods §8). A row with neither profit nor
 * direct cost filled in has none. Null when the list has neither column: cost to serve alone makes no profit.
 *
 * @param revenue of the same time as the costs
 * @param counted 1 for rows that take part; findings are reported for these
 */
export function readProfits(
  list: SourceList,
  columns: SourceColumns,
  revenue: RevenueOfCosts,
  counted: Uint8Array,
  log: FindingLog,
): RowProfits | null {
  const profit = columns.one("profit");
  const costs = columns.all("cost");
  if (!profit && costs.length === 0) return null;
  const broken = new Set(revenue.unread);
  const read = ({ column }: MappedColumn) => {
    const numbers = readNumberColumn(column, list.decimalSeparator);
    log.numbers(column, numbers, (row) => counted[row] === 1, "profitNotANumber");
    for (const row of numbers.unread.keys()) broken.add(row);
    return numbers.numbers;
  };
  if (profit) return { profit: read(profit).map((value, row) => (counted[row] ? value : NaN)), broken };

  const direct = costs.map(read);
  const parts = [...direct, ...columns.all("costToServe").map(read)];
  const result = revenue.amounts.map((amount, row) => {
    if (!counted[row] || broken.has(row) || direct.every((cost) => Number.isNaN(cost[row]))) return NaN;
    return snap(sum([amount, ...parts.map((cost) => -cost[row] || 0)]));
  });
  return { profit: result, broken };
}
