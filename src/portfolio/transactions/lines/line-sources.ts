import type { SourceList } from "../../list/source-list";
import type { Mapping } from "../../mapping/mapping";
import { headerText, moneyColumns, periodsOfColumns } from "../../mapping/mapping-proposal";
import type { LineSource } from "./line-reading";
import { lineColumnsOf, recogniseTransactions } from "../transaction-columns";

/** What the name of a sheet says of its whole list. */
export interface ToldBySheet {
  period: LineSource["period"];
  group: LineSource["group"];
}

/**
 * One of several alike lists as lines that {@link addUpLinesSteps} adds up: by its dates where it has any, else by the period
 * that its sheet tells. Amounts in columns per period are lines of those periods; a year that the sheet tells belongs to
 * months without one. Empty without a client or an amount.
 *
 * @param asOf ISO day that places months whose year nobody tells
 */
export function lineSourcesOf(
  list: SourceList,
  mapping: Mapping,
  { period, group }: ToldBySheet,
  asOf: string,
): LineSource[] {
  const level = mapping.choices?.level;
  const notUsed = moneyColumns(list, mapping).map(({ column }) => column);
  const dated = recogniseTransactions(list, mapping);
  if (dated) return [{ list, columns: dated, period, group, notUsed }];
  const columns = lineColumnsOf(list, mapping);
  if (!columns) return [];
  const headers = new Set(
    mapping.columns.filter(({ role }) => role === "period").map(({ header }) => header),
  );
  const told = new Set(list.columns.filter((column) => headers.has(headerText(list, column))));
  const readings = periodsOfColumns(list, period?.end ?? asOf, told);
  const byPeriod = list.columns.flatMap((amount, i) => {
    const own = readings[i];
    return own && told.has(amount) ? [{ amount, period: own }] : [];
  });
  if (byPeriod.length > 0) {
    // Costs stand once in a row, whatever the number of its periods.
    return byPeriod.map((own, i) => ({
      list,
      group,
      level,
      notUsed,
      period: own.period,
      columns: {
        ...columns,
        amount: own.amount,
        ...(i > 0 ? { costs: [], costsToServe: [], profit: null, returns: null } : {}),
      },
    }));
  }
  const hasAmount = columns.amount !== null || (columns.quantity !== null && columns.price !== null);
  return hasAmount ? [{ list, columns, period, group, level, notUsed }] : [];
}
