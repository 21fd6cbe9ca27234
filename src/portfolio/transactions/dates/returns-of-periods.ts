import type { SourceColumn, SourceList } from "../../list/source-list";
import { headerWords } from "../../mapping/headers/header-words";
import { isQuantityHeader, moneyHeader } from "../../mapping/headers/money-header";
import { headerText } from "../../mapping/proposal/mapping-proposal";
import { readPeriodHeader } from "../../periods/period-header";

const returnsWords =
  /(?<!\p{L})(?:возврат\p{L}*|возвращено|returns?|returned|refund(?:s|ed)?|credit (?:memo|note)s?)(?!\p{L})/giu;

/**
 * What went back in each period, in a column of its own: `Продажи янв`, `Возвраты янв`, `Продажи фев` …; by the column of the period's sales.
 * Null where not every column of returns is of one of the periods, or there are fewer than two.
 */
export function returnsOfPeriods(
  list: SourceList,
  periods: readonly SourceColumn[],
): ReadonlyMap<SourceColumn, SourceColumn> | null {
  const sold = new Map(periods.map((column) => [timeOf(column.header, column.headerFormat), column]));
  const found = new Map<SourceColumn, SourceColumn>();
  const returns = list.columns.filter((column) => !periods.includes(column) && saysReturns(list, column));
  if (returns.length < 2) return null;
  for (const column of returns) {
    const time = timeOf(headerText(list, column).replace(returnsWords, " ").trim(), "General");
    const of = time === null ? undefined : sold.get(time);
    if (!of || found.has(of)) return null;
    found.set(of, column);
  }
  return found;
}

function saysReturns(list: SourceList, column: SourceColumn): boolean {
  const words = headerWords(headerText(list, column));
  const header = moneyHeader(words);
  return header?.kind === "none" && header.why === "returns" && !isQuantityHeader(words);
}

/** What a header says of its time, as a text to compare; null where it names none. */
function timeOf(header: SourceColumn["header"], format: string): string | null {
  const reading = readPeriodHeader(header, format);
  return (
    reading && JSON.stringify(reading.kind === "monthWithYear" ? { ...reading, kind: "period" } : reading)
  );
}
