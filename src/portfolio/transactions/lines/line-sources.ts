import type { SourceColumn, SourceList } from "../../list/source-list";
import { saysRunning } from "../../mapping/headers/figure-time";
import { headerWords } from "../../mapping/headers/header-words";
import { moneyHeader } from "../../mapping/headers/money-header";
import type { Mapping } from "../../mapping/mapping";
import { headerText, moneyColumns, periodsOfColumns } from "../../mapping/proposal/mapping-proposal";
import { withWholeNames } from "../../mapping/whole-names";
import type { LineSource } from "./line-reading";
import { type LineColumns, lineColumnsOf, recogniseTransactions } from "../transaction-columns";
import { hasRowsOfKinds } from "../kinds/kind-rows";
import { returnsOfPeriods } from "../dates/returns-of-periods";
import { periodBlocksOf } from "../dates/period-blocks";
import { periodRowsOf } from "../dates/period-rows";
import { yearRowsOf } from "../dates/year-rows";

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
  asItStands: SourceList,
  mapping: Mapping,
  { period, group }: ToldBySheet,
  asOf: string,
): LineSource[] {
  const own = linesWithin(asItStands, mapping, asOf, { period, group });
  if (own.length > 0) return own;
  const list = withWholeNames(asItStands, mapping);
  const found = lineColumnsOf(list, mapping);
  if (!found) return [];
  return linesOfColumns(list, mapping, found, { period, group }, asOf);
}

/** The rows of a list without dates as lines: of the periods in its columns, else of the one that its sheet tells, if any. */
function linesOfColumns(
  list: SourceList,
  mapping: Mapping,
  found: LineColumns,
  { period, group }: ToldBySheet,
  asOf: string,
): LineSource[] {
  const columns = period ? ofThePeriodAlone(list, mapping, found) : found;
  const beside = sharedBy(list, mapping, columns.amount);
  const running = found.amount === columns.amount ? [] : [found.amount!];
  const shared = { ...beside, notUsed: [...new Set([...running, ...(beside.notUsed ?? [])])] };
  const headers = new Set(
    mapping.columns.filter(({ role }) => role === "period").map(({ header }) => header),
  );
  const told = new Set(list.columns.filter((column) => headers.has(headerText(list, column))));
  const readings = periodsOfColumns(list, period?.end ?? asOf, told);
  const byPeriod = list.columns.flatMap((amount, i) => {
    const own = readings[i];
    return own && told.has(amount) ? [{ amount, period: own }] : [];
  });
  const returns = returnsOfPeriods(
    list,
    byPeriod.map(({ amount }) => amount),
  );
  if (byPeriod.length > 0) {
    // Costs stand once in a row, whatever the number of its periods.
    const taken = new Set(returns?.values());
    const notUsed = shared.notUsed.filter((column) => !taken.has(column));
    return byPeriod.map((own, i) => ({
      ...shared,
      notUsed,
      group,
      period: own.period,
      columns: {
        ...columns,
        amount: own.amount,
        ...(i > 0 ? { costs: [], costsToServe: [], profit: null, returns: null } : {}),
        ...(returns && { returns: returns.get(own.amount) ?? null }),
      },
    }));
  }
  const hasAmount = columns.amount !== null || (columns.quantity !== null && columns.price !== null);
  return hasAmount ? [{ ...shared, columns, period, group }] : [];
}

function hasReturnsOfPeriods(list: SourceList, mapping: Mapping): boolean {
  const headers = new Set(mapping.columns.flatMap(({ header, role }) => (role === "period" ? [header] : [])));
  const periods = list.columns.filter((column) => headers.has(headerText(list, column)));
  return periods.length > 1 && returnsOfPeriods(list, periods) !== null;
}

/**
 * The columns of a sheet that tells its period: sums since the beginning of the year on every sheet would count each period many times,
 * where a column beside holds those of the period.
 */
function ofThePeriodAlone(list: SourceList, mapping: Mapping, columns: LineColumns): LineColumns {
  if (!columns.amount || !saysRunning(headerText(list, columns.amount))) return columns;
  const ofMonth = list.columns.filter(
    (column) => monthAlone.test(headerWords(headerText(list, column))) && column.numbers.some(Boolean),
  );
  if (ofMonth.length === 1) return { ...columns, amount: ofMonth[0] };
  const others = moneyColumns(list, mapping).filter(
    ({ header }) => !saysRunning(header) && moneyHeader(headerWords(header))?.kind === "money",
  );
  return others.length === 1 ? { ...columns, amount: others[0].column } : columns;
}

/** Beside sums since the beginning of the year: the month alone. */
const monthAlone =
  /^(?:(?:net )?(?:sales|revenue|продажи|выручка|отгрузка) )?(?:mtd|month to date|(?:(?:this|current|for the|in the|за|текущий|отчетный|за отчетный) )?(?:month|period|месяц|период))$/;

/** What all lines of a list have. @param amount where it is another column than the mapping says */
const sharedBy = (
  list: SourceList,
  mapping: Mapping,
  amount: SourceColumn | null = null,
): Pick<LineSource, "list" | "level" | "notUsed"> => ({
  list,
  level: mapping.choices?.level,
  notUsed: moneyColumns(list, mapping).flatMap(({ column }) => (column === amount ? [] : [column])),
});

/**
 * The lines that a list holds by itself: of documents with their dates, or of periods that stand in its rows, beside the
 * clients or among them. Empty for an ordinary list of clients.
 *
 * @param asOf ISO day that places months without a year
 */
export function linesWithin(
  asItStands: SourceList,
  mapping: Mapping,
  asOf: string,
  { period, group }: ToldBySheet = { period: null, group: null },
): LineSource[] {
  const list = withWholeNames(asItStands, mapping);
  const dated = recogniseTransactions(list, mapping);
  if (dated) return [{ ...sharedBy(list, mapping), columns: dated, period, group }];
  const columns = lineColumnsOf(list, mapping);
  if (!columns || period) return [];
  const cells = yearRowsOf(list, mapping, columns);
  if (!cells && (hasRowsOfKinds(list, columns) || hasReturnsOfPeriods(list, mapping)))
    return linesOfColumns(list, mapping, columns, { period, group }, asOf);
  const rows = cells
    ? { list, cells }
    : (periodRowsOf(list, columns, asOf) ?? periodBlocksOf(list, columns, asOf));
  const shared = rows ? sharedBy(list, mapping) : null;
  return rows ? rows.cells.map((own) => ({ ...shared!, list: rows.list, group, ...own })) : [];
}
