import type { MappedPeriod, SourceColumns } from "./source-columns";

/**
 * The periods that profits speak of: a profit or cost column knows no window. Null without either column, and when an
 * amount column stands beside it, which is taken to be of the same time.
 */
export function periodsOfProfit(columns: SourceColumns): readonly MappedPeriod[] | null {
  const isKnown = columns.one("profit") !== null || columns.all("cost").length > 0;
  return isKnown && !columns.one("amount") ? columns.covered : null;
}
