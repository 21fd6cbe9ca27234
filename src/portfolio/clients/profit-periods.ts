import type { MappedPeriod, SourceColumns } from "./source-columns";

/**
 * The periods that profits and costs speak of: a column of profit, of costs or of costs to serve knows no window. Null without
 * any, and when an amount column stands beside it, which is taken to be of the same time.
 */
export function periodsOfProfit(columns: SourceColumns): readonly MappedPeriod[] | null {
  const isKnown =
    columns.one("profit") !== null || [...columns.all("cost"), ...columns.all("costToServe")].length > 0;
  return isKnown && !columns.one("amount") ? columns.covered : null;
}
