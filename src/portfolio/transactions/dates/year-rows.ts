import type { SourceColumn, SourceList } from "../../list/source-list";
import { identityOf } from "../../clients/rows/client-identity";
import type { Mapping } from "../../mapping/mapping";
import { headerText } from "../../mapping/proposal/mapping-proposal";
import { calendarPeriod, type Period } from "../../periods/period";
import { readPeriodHeader } from "../../periods/period-header";
import type { LineColumns } from "../transaction-columns";
import { type PartColumn, datePartsOf } from "./date-parts";
import { fromRows, onlyRows, textAt } from "../derived-columns";

/** The amounts of one period: a column of the list in the rows of one year, or of one month. */
export interface PeriodCells {
  period: Period;
  columns: LineColumns;
}

/** What the header of a column of amounts tells: a month or a quarter without its year, or a year. */
type HeaderPart = { column: SourceColumn; unit: "month" | "quarter"; index: number } | YearPart;
type YearPart = { column: SourceColumn; unit: "year"; index: number };

/**
 * Amounts whose period is told by the row and the column together: a client's years below each other with months in columns,
 * or its months with years in columns. Null for a list that has one row per client, or none of the two.
 *
 * O(rows × years × months).
 */
export function yearRowsOf(list: SourceList, mapping: Mapping, standing: LineColumns): PeriodCells[] | null {
  const heads = headsOf(list, mapping);
  if (!heads) return null;
  const rows = datePartsOf(list, mapping).find(({ part }) =>
    heads[0].unit === "year" ? part === "month" || part === "quarter" : part === "year",
  );
  if (!rows) return null;
  const columns = namedAbove(standing, rows);
  if (!isApart(columns.client, rows)) return null;
  const values = [...new Set(rows.values)].filter((value) => value > 0).sort((a, b) => a - b);
  if (values.length < 2) return null;
  const measures = {
    ...columns,
    costs: [],
    costsToServe: [],
    profit: null,
    returns: null,
  } satisfies LineColumns;
  const cells = values.flatMap((value) =>
    heads.flatMap(({ column, unit, index }, i): PeriodCells[] => {
      const isYear = unit === "year";
      const period = isYear
        ? calendarPeriod(rows.part as "month" | "quarter", index, value)
        : calendarPeriod(unit, value, index);
      if (!period) return [];
      const ofValue = (each: SourceColumn) => onlyRows(each, (row) => rows.values[row] === value);
      // Costs stand once in a row, whatever the number of its periods.
      const own =
        i > 0
          ? measures
          : {
              ...columns,
              costs: columns.costs.map(ofValue),
              costsToServe: columns.costsToServe.map(ofValue),
              profit: columns.profit && ofValue(columns.profit),
              returns: columns.returns && ofValue(columns.returns),
            };
      return [{ period, columns: { ...own, amount: ofValue(column) } }];
    }),
  );
  return cells.sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
}

/** The columns of amounts that have one part of their period in the header; null where they tell a whole one, or different ones. */
function headsOf(list: SourceList, mapping: Mapping): HeaderPart[] | null {
  const inPeriods = new Set(
    mapping.columns.flatMap(({ header, role }) => (role === "period" ? [header] : [])),
  );
  const heads = list.columns
    .filter((column) => inPeriods.has(headerText(list, column)))
    .map((column): HeaderPart | null => {
      const reading = readPeriodHeader(column.header, column.headerFormat);
      if (reading?.kind === "yearless") {
        const { unit, index } = reading;
        return unit === "month" || unit === "quarter" ? { column, unit, index } : null;
      }
      const isYear = reading?.kind === "period" && reading.period.unit === "year";
      return isYear ? { column, unit: "year", index: Number(reading.period.start.slice(0, 4)) } : null;
    });
  const told = heads.filter((head) => head !== null);
  const isOneKind = new Set(told.map(({ unit }) => unit)).size === 1;
  const areDifferent = new Set(told.map(({ index }) => index)).size === told.length;
  return told.length === heads.length && told.length > 1 && isOneKind && areDifferent ? told : null;
}

/** The columns with each client beside all its years, where it is named on the first of them only; no two rows below a name are of one year. */
function namedAbove(columns: LineColumns, { values }: PartColumn): LineColumns {
  const { client, code } = columns;
  const rows = new Int32Array(values.length);
  let [last, blanks] = [-1, 0];
  let years = new Set<number>();
  for (let row = 0; row < rows.length; row++) {
    const isNamed = textAt(client, row) !== "";
    if (isNamed) [last, years] = [row, new Set()];
    else if (values[row] > 0) blanks++;
    if (values[row] > 0 && years.has(values[row])) return columns;
    years.add(values[row]);
    rows[row] = values[row] > 0 ? last : row;
  }
  if (blanks === 0) return columns;
  return { ...columns, client: fromRows(client, rows), code: code && fromRows(code, rows) };
}

/** Whether clients come back, and with another value of the part: with the same one it says something of the client. */
function isApart(client: SourceColumn, { values }: PartColumn): boolean {
  const seen = new Set<string>();
  const clients = new Set<string>();
  let rows = 0;
  let again = 0;
  for (let row = 0; row < values.length; row++) {
    const identity = values[row] > 0 ? identityOf(textAt(client, row)) : "";
    if (identity === "") continue;
    rows++;
    clients.add(identity);
    const pair = `${values[row]} ${identity}`;
    if (seen.has(pair)) again++;
    seen.add(pair);
  }
  return clients.size < 0.95 * rows && again <= 0.25 * (rows - clients.size);
}
