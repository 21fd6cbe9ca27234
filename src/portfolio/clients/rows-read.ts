import { finish } from "../steps";
import { withWholeNames } from "../mapping/whole-names";
import type { Policy } from "../policy/policy";
import type { Period } from "../periods/period";
import { signOfReturns } from "./amount-columns";
import { MappedList } from "./mapped-list";
import type { Portfolio } from "./portfolio";
import { periodsOfProfit } from "./profit-periods";
import { inOneCurrencySteps } from "./rows/currencies";
import { type MappedColumn, periodsOf, sourceColumns } from "./source-columns";

/** A column of money or scores as it was read, row by row of the list. */
export interface ColumnRead {
  header: string;
  /** Zero-based position inside the list. */
  index: number;
  /** NaN where nothing was read. */
  numbers: Float64Array;
  /** By what the numbers of the cells were multiplied: hours by what an hour costs; 1 for all others. */
  rate: number;
  /** Whether the number of a row is what its cell holds, times the rate: no text that was read as a number, no other currency. */
  isCell: (row: number) => boolean;
}

/** How the rows of a list became its clients: for whoever follows a figure back to the cells. */
export interface RowsRead {
  amount: ColumnRead | null;
  /** What is taken off the amount column; `sign` is that of the formula amount + sign × returns. */
  returns: (ColumnRead & { sign: 1 | -1 }) | null;
  /** All periods that anything was computed from, in order of time. */
  periods: readonly (ColumnRead & { period: Period })[];
  /** Starts of the periods that the amount, the whole history, and the costs speak of; null costs: those of the amount. */
  window: readonly string[];
  whole: readonly string[];
  ofCosts: readonly string[] | null;
  profit: ColumnRead | null;
  costs: readonly ColumnRead[];
  costsToServe: readonly ColumnRead[];
  attractiveness: readonly ColumnRead[];
  loyalty: readonly ColumnRead[];
}

/** Reads the columns of a portfolio once more, as they were read for it. */
export function rowsReadOf(portfolio: Portfolio, policy: Policy): RowsRead {
  const source = withWholeNames(portfolio.list, portfolio.mapping);
  const columns = sourceColumns(source, portfolio.mapping, policy, portfolio.asOf);
  const list = finish(inOneCurrencySteps(new MappedList(source, columns, portfolio.mapping.choices)));
  const read = (mapped: MappedColumn, numbers: Float64Array): ColumnRead => ({
    header: mapped.header,
    index: mapped.column.index,
    numbers,
    rate: mapped.rate ?? 1,
    isCell: (row) =>
      Object.is(mapped.column.numbers[row] * (mapped.rate ?? 1), numbers[row]) &&
      !mapped.column.others.has(row),
  });
  const money = (mapped: MappedColumn) => read(mapped, list.moneyOf(mapped).numbers);
  const one = (role: "amount" | "profit" | "returns") => {
    const mapped = columns.one(role);
    return mapped && money(mapped);
  };
  const amount = one("amount");
  const returns = amount && one("returns");
  const ofCosts = periodsOfProfit(columns);
  const periods = new Map(
    [...columns.periods, ...columns.complete, ...(ofCosts ?? [])].map((each) => [each.period.start, each]),
  );
  const starts = (mapped: Parameters<typeof periodsOf>[0]) => mapped.map(({ period }) => period.start);
  const scores = (role: "attractiveness" | "loyalty") =>
    columns.all(role).map((mapped) => read(mapped, list.numbersOf(mapped).numbers));
  return {
    amount,
    returns: returns && { ...returns, sign: signOfReturns(returns.numbers.map((number) => number || 0)) },
    periods: [...periods.values()]
      .sort((a, b) => (a.period.start < b.period.start ? -1 : 1))
      .map((mapped) => ({ ...money(mapped), period: mapped.period })),
    window: starts(columns.periods),
    whole: starts(columns.complete),
    ofCosts: ofCosts && starts(ofCosts),
    profit: one("profit"),
    costs: columns.all("cost").map(money),
    costsToServe: columns.all("costToServe").map(money),
    attractiveness: scores("attractiveness"),
    loyalty: scores("loyalty"),
  };
}
