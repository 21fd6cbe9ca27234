import { areEqual } from "../../levels/forest/forest";
import { totalOf } from "../../list/total-rows";
import { readNumberColumn } from "../../list/number-column";
import type { SourceColumn, SourceList } from "../../list/source-list";
import { totalName } from "../../list/total-rows";
import { separatorIn } from "../../list/number-separator";
import { calendarPeriod, type Period } from "../../periods/period";
import { readPeriodHeaders } from "../../periods/period-block";
import { readPeriodHeader } from "../../periods/period-header";
import type { LineColumns } from "../transaction-columns";
import { contentAt, fromRows, onlyRows, textAt } from "../derived-columns";
import type { PeriodCells } from "./year-rows";

/** Rows of a list in which periods stand among the clients, as rows of one column. */
export interface PeriodRows {
  /** The list without the rows that only add others up. */
  list: SourceList;
  cells: readonly PeriodCells[];
}

/** What a row of such a list is. */
const kinds = { other: 0, name: 1, period: 2, total: 3 } as const;

/** How far a stated sum may be rounded. */
const rounding = 0.005;
/** Part of the stated sums that must hold. */
const mostHold = 0.8;

/**
 * Amounts of a list that has periods among its clients, in the same column: months with their clients below, or clients
 * with their months below (pivot tables, hand-made lists). Stated sums must bear it out. Null for every other list.
 *
 * @param asOf ISO day that places months without a year
 */
export function periodRowsOf(list: SourceList, columns: LineColumns, asOf: string): PeriodRows | null {
  const { client, amount } = columns;
  if (!amount || columns.date || !beginsWithPeriods(client)) return null;
  const rows = rowsOf(list, client, asOf);
  if (!rows) return null;
  const numbers = readNumberColumn(amount, separatorIn(list)).numbers;
  const owner = rows.kind.find((kind) => kind === kinds.name || kind === kinds.period);
  const found = owner === kinds.period ? clientsBelow(rows, numbers) : periodsBelow(rows, numbers);
  if (!found) return null;
  return inPeriods(list, { ...columns, amount }, found, rows.periods);
}

/** A list whose rows hold the money of periods, with the names that stand elsewhere in it. */
export function inPeriods(
  list: SourceList,
  columns: LineColumns & { amount: SourceColumn },
  { rowsOf, nameRow }: RowsOfPeriods,
  periods: readonly Period[],
): PeriodRows {
  const { client, amount } = columns;
  const names = fromRows(client, nameRow);
  const taken = (column: SourceColumn) => onlyRows(column, (row) => nameRow[row] >= 0);
  const own = list.columns.map((column) => (column === client ? names : taken(column)));
  const kept = (column: SourceColumn | null) => column && own[list.columns.indexOf(column)];
  const derived: LineColumns = {
    ...columns,
    client: names,
    code: kept(columns.code),
    profit: kept(columns.profit),
    returns: kept(columns.returns),
    costs: columns.costs.map((column) => kept(column)!),
    costsToServe: columns.costsToServe.map((column) => kept(column)!),
  };
  const cells = [...rowsOf].map(([period, members]): PeriodCells => {
    const isIn = (column: SourceColumn) => onlyRows(column, (row) => members.has(row));
    return {
      period: periods[period],
      columns: {
        ...derived,
        amount: isIn(amount),
        profit: derived.profit && isIn(derived.profit),
        returns: derived.returns && isIn(derived.returns),
        costs: derived.costs.map(isIn),
        costsToServe: derived.costsToServe.map(isIn),
      },
    };
  });
  return {
    list: { ...list, columns: own },
    cells: cells.sort((a, b) => (a.period.start < b.period.start ? -1 : 1)),
  };
}

/** Whether one of the first two names is a period: a quick no for lists of clients. */
function beginsWithPeriods(client: SourceColumn): boolean {
  let names = 0;
  for (let row = 0; row < client.numbers.length && names < 2; row++) {
    const text = textAt(client, row);
    if (text === "" || totalName(text) === "sure") continue;
    if (isPeriod(nameOfPeriod(client, row))) return true;
    names++;
  }
  return false;
}

interface Rows {
  kind: Uint8Array;
  /** Position among the periods of each row that names one; −1 for the others. */
  at: Int32Array;
  periods: readonly Period[];
}

/** What each row is; null where fewer than two periods stand among the clients, or nothing else does. */
function rowsOf({ rowCount, decimalSeparator }: SourceList, client: SourceColumn, asOf: string): Rows | null {
  const kind = new Uint8Array(rowCount);
  const texts: string[] = [];
  const positions = new Map<string, number>();
  const at = new Int32Array(rowCount).fill(-1);
  let [year, names] = ["", 0];
  for (let row = 0; row < rowCount; row++) {
    const text = textAt(client, row);
    if (text === "") continue;
    const reading = text.length > 24 ? null : readPeriodHeader(nameOfPeriod(client, row), "General");
    if (totalName(text) === "sure" || (totalName(text) !== null && isPeriod(totalOf(text))))
      kind[row] = kinds.total;
    else if (reading === null) {
      kind[row] = kinds.name;
      names++;
    } else {
      const next = nextText(client, row);
      const isYear = reading.kind === "period" && reading.period.unit === "year";
      // A year over its months only says which year they are of.
      if (isYear && next !== "" && readPeriodHeader(next, "General")?.kind === "yearless") {
        year = reading.period.start.slice(0, 4);
        kind[row] = kinds.total;
        continue;
      }
      const full = reading.kind === "yearless" && year !== "" ? `${text} ${year}` : nameOfPeriod(client, row);
      kind[row] = kinds.period;
      let position = positions.get(full.toLowerCase());
      if (position === undefined) {
        positions.set(full.toLowerCase(), (position = texts.length));
        texts.push(full);
      }
      at[row] = position;
    }
  }
  if (texts.length < 2 || names === 0) return null;
  const headers = texts.map((header) => ({ header, format: "General", filled: true }));
  const periods = readPeriodHeaders(headers, decimalSeparator, asOf);
  const found = periods.filter((period) => period !== null).map(wholeMonths);
  const isOneUnit = new Set(found.map(({ unit }) => unit)).size === 1 && found[0].unit !== "day";
  return found.length === texts.length && isOneUnit ? { kind, at, periods: found } : null;
}

const wholeMonths = (period: Period): Period =>
  period.unit === "day" && period.start.endsWith("-01")
    ? (calendarPeriod("month", Number(period.start.slice(0, 4)), Number(period.start.slice(5, 7))) ?? period)
    : period;

const isPeriod = (text: string): boolean => text !== "" && readPeriodHeader(text, "General") !== null;

/** A cell as the name of a period; a number only where it is a year. */
function nameOfPeriod(client: SourceColumn, row: number): string {
  const content = contentAt(client, row);
  if (typeof content !== "number") return String(content ?? "").trim();
  return Number.isInteger(content) && content >= 1990 && content <= 2100 ? String(content) : "";
}

function nextText(client: SourceColumn, row: number): string {
  for (let next = row + 1; next < client.numbers.length; next++) {
    const text = textAt(client, next);
    if (text !== "") return text;
  }
  return "";
}

/** Which rows hold the money of each period, by its position, and in which row each of them is named; −1 for rows without money. */
export interface RowsOfPeriods {
  rowsOf: Map<number, Set<number>>;
  nameRow: Int32Array;
}

const emptyFound = ({ kind }: Rows): RowsOfPeriods => ({
  rowsOf: new Map(),
  nameRow: new Int32Array(kind.length).fill(-1),
});

const add = ({ rowsOf, nameRow }: RowsOfPeriods, period: number, row: number, name: number) => {
  const members = rowsOf.get(period);
  if (members) members.add(row);
  else rowsOf.set(period, new Set([row]));
  nameRow[row] = name;
};

/** Whether the sums that rows state hold as often as they must; where none is stated they do. */
function areBorneOut(stated: readonly { value: number; sum: number }[]): boolean {
  const told = stated.filter(({ value }) => !Number.isNaN(value) && value !== 0);
  const held = told.filter(({ value, sum }) => areEqual(value, sum, rounding));
  return held.length >= mostHold * told.length;
}

/** Months with their clients below: the first row names a period, each period stands once, none is without a client. */
function clientsBelow(rows: Rows, numbers: Float64Array): RowsOfPeriods | null {
  const { kind, at } = rows;
  const found = emptyFound(rows);
  const stated: { value: number; sum: number; levels: number }[] = [];
  const seen = new Set<number>();
  let current = -1;
  for (let row = 0; row < kind.length; row++) {
    if (kind[row] === kinds.period) {
      if (seen.has(at[row])) return null;
      seen.add((current = at[row]));
      stated.push({ value: numbers[row], sum: 0, levels: 0 });
    } else if (kind[row] === kinds.name) {
      add(found, current, row, row);
      stated.at(-1)!.sum += numbers[row] || 0;
    }
  }
  if (found.rowsOf.size < 2 || found.rowsOf.size < 0.5 * seen.size) return null;
  // With managers between the month and its clients the money stands there twice.
  const isOnce = areBorneOut(stated);
  const isTwice = areBorneOut(stated.map(({ value, sum }) => ({ value, sum: sum / 2 })));
  return isOnce || isTwice ? found : null;
}

/** Clients with their months below: each name has a period right below it, and periods come back under several names. */
function periodsBelow(rows: Rows, numbers: Float64Array): RowsOfPeriods | null {
  const { kind, at } = rows;
  const found = emptyFound(rows);
  const stated: { value: number; sum: number }[] = [];
  let [name, named, periods] = [-1, 0, 0];
  for (let row = 0; row < kind.length; row++) {
    if (kind[row] === kinds.name) {
      if (name >= 0 && kind[row - 1] === kinds.name) return null;
      name = row;
      named++;
      stated.push({ value: numbers[row], sum: 0 });
    } else if (kind[row] === kinds.period) {
      periods++;
      add(found, at[row], row, name);
      stated.at(-1)!.sum += numbers[row] || 0;
    }
  }
  const comesBack = periods > found.rowsOf.size && named > 1;
  return comesBack && found.rowsOf.size > 1 && areBorneOut(stated) ? found : null;
}
