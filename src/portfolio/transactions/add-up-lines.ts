import { descendingOrder, groupTotals, snap } from "../../analysis";
import type { SourceColumn, SourceList } from "../list/source-list";
import { type Steps, within } from "../steps";
import { JoinedLines } from "./lines/joined-lines";
import { largestGroupsSteps } from "./largest-groups";
import { keepOneCurrencySteps } from "./lines/line-currency";
import { type LinePeriods, linePeriodsSteps } from "./lines/line-periods";
import { purchasesSteps } from "./lines/line-purchases";
import { type LineLevels, lineLevelsSteps, withLevels } from "./lines/line-levels";
import { type LineOptions, type LineSource, type ReadLines, readLinesSteps } from "./lines/line-reading";
import { linesReadSteps, requireDayOrder } from "./lines/lines-read";
import type { MadeColumn, MadeKey, MadeList } from "./made-list";
import { type MadeRows, madeRowsSteps } from "./made-rows";

export interface AddUpOptions extends LineOptions {
  /** Length of the periods that the amounts are added up in; longer where the lines tell no more. Months by default. */
  unit?: "month" | "quarter" | "year";
  /** The currency (ISO code) whose amounts are taken. */
  currency?: string;
  /** What one unit of another currency is worth in `currency`: then all amounts are taken. */
  rates?: Readonly<Record<string, number>>;
}

/**
 * Adds lines up per client and period (reading §7): amounts, first and last purchase, number of purchases, profit and costs,
 * the manager and the department with most of the client's money. One list of lines, or several alike ones, each with the
 * period or the group that the name of its sheet tells. Lines that do not count are counted and named.
 *
 * O(lines + clients × periods).
 *
 * @throws Problem doubtful about the order of day and month, about the currency, or about the level of the clients; noClients
 */
export function* addUpLinesSteps(
  sources: readonly LineSource[],
  options: AddUpOptions = {},
): Steps<MadeList> {
  const parts: ReadLines[] = [];
  const levels = new Map<SourceList, LineLevels>();
  for (const [i, source] of sources.entries()) {
    const [from, to] = [(0.4 * i) / sources.length, (0.4 * (i + 1)) / sources.length];
    const { list, columns } = source;
    if (columns.date === null && !levels.has(list)) {
      const ofList = sources.filter((each) => each.list === list);
      levels.set(list, yield* within(from, (from + to) / 2, lineLevelsSteps(ofList)));
    }
    const known = columns.date === null ? levels.get(list) : undefined;
    const line = known ? withLevels(source, known) : source;
    parts.push(yield* within((from + to) / 2, to, readLinesSteps(line, options, known)));
  }
  requireDayOrder(parts);
  const lines = new JoinedLines(parts);
  yield* within(0.4, 0.42, keepOneCurrencySteps(lines, options));
  const periods = yield* within(0.42, 0.5, linePeriodsSteps(lines, options.unit ?? "month"));
  const rows = yield* within(0.5, 0.65, madeRowsSteps(lines));
  const totals = groupTotals(lines.amounts, rows.row, rows.count).map(snap);
  const { columns, documents } = yield* within(0.65, 0.95, columnsSteps(lines, periods, rows, totals));
  const order = orderOf(totals, rows.names);
  const facts = yield* within(0.95, 1, linesReadSteps(lines, rows, periods, documents));
  const ordered: MadeColumn[] = [];
  for (const column of columns) {
    ordered.push(inOrder(column, order));
    yield 0.99;
  }
  return {
    rowCount: rows.count,
    identities: Array.from(order, (row) => rows.identities[row]),
    groupedBy: rows.groupedBy,
    columns: ordered,
    facts,
  };
}

function inOrder({ texts, numbers, ...column }: MadeColumn, order: Int32Array): MadeColumn {
  return {
    ...column,
    texts: texts && Array.from(order, (row) => texts[row]),
    numbers: numbers && Float64Array.from(order, (row) => numbers[row]),
  };
}

/** The largest client first; rows without a client last. */
function orderOf(totals: Float64Array, names: readonly string[]): Int32Array {
  const order = Int32Array.from(descendingOrder(totals));
  return Int32Array.from([
    ...order.filter((row) => names[row] !== ""),
    ...order.filter((row) => names[row] === ""),
  ]);
}

function* columnsSteps(
  lines: JoinedLines,
  periods: LinePeriods,
  rows: MadeRows,
  totals: Float64Array,
): Steps<{ columns: MadeColumn[]; documents: number | null }> {
  const columns: MadeColumn[] = [];
  const texts = (key: MadeKey, header: string | null, values: readonly string[]) =>
    columns.push({ key, header, period: null, texts: values, numbers: null });
  const numbers = (key: MadeKey, header: string | null, values: Float64Array) =>
    columns.push({ key, header, period: null, texts: null, numbers: values });

  texts(
    "client",
    lines.headerOf((source) => source.columns.client),
    rows.names,
  );
  if (rows.codes) {
    texts(
      "code",
      lines.headerOf((source) => source.columns.code),
      rows.codes,
    );
  }
  for (const role of ["group", "manager", "department"] as const) {
    const named = yield* within(0, 0.3, groupsSteps(lines, rows, role));
    if (named)
      texts(
        role,
        lines.headerOf((source) => source.columns[role]),
        named,
      );
  }
  let documents: number | null = null;
  if (lines.isDated.includes(1)) {
    const purchases = yield* within(0.3, 0.5, purchasesSteps(lines, rows.row, rows.names));
    ({ documents } = purchases);
    if (lines.parts.every(({ dates }) => !dates || dates.unit === "day")) {
      numbers("firstPurchase", null, purchases.first);
      numbers("lastPurchase", null, purchases.last);
    }
    numbers("purchases", null, purchases.count);
    numbers("averagePurchase", null, purchases.average);
  }
  const histories = yield* within(0.5, 0.8, historiesSteps(lines, periods, rows));
  periods.periods.forEach((period, i) =>
    columns.push({
      key: `period:${period.unit}:${period.start}`,
      header: null,
      period,
      texts: null,
      numbers: histories[i],
    }),
  );
  if (periods.periods.length === 0) {
    numbers(
      "amount",
      lines.headerOf((source) => source.columns.amount),
      totals,
    );
  }
  const measures = yield* within(0.8, 1, measuresSteps(lines, rows));
  for (const { key, header, values } of measures) numbers(key, header, values);
  return { columns, documents };
}

/** The group of each row in a role; null where neither columns nor sheets tell one. */
function* groupsSteps(
  lines: JoinedLines,
  rows: MadeRows,
  role: "group" | "manager" | "department",
): Steps<string[] | null> {
  const bySheet = lines.parts.some(({ source }) => source.group?.role === role);
  if (!bySheet && lines.parts.every(({ source }) => source.columns[role] === null)) return null;
  const inCell = lines.textOf((source) => source.columns[role]);
  const textAt = bySheet
    ? (line: number) => {
        const { group } = lines.sourceOf(line);
        return group?.role === role ? group.name : inCell(line);
      }
    : inCell;
  return yield* largestGroupsSteps(lines, rows.row, rows.count, textAt);
}

/** Amounts per period, each one per row. Lines are put in order of their periods first, so that each is looked at once. */
function* historiesSteps(
  { amounts, count }: JoinedLines,
  { periods, slot }: LinePeriods,
  { row, count: rowCount }: MadeRows,
): Steps<Float64Array[]> {
  const ends = new Int32Array(periods.length + 1);
  for (let line = 0; line < count; line++) if (slot[line] >= 0) ends[slot[line] + 1]++;
  for (let period = 0; period < periods.length; period++) ends[period + 1] += ends[period];
  const next = ends.slice();
  const amountInOrder = new Float64Array(ends[periods.length]);
  const rowInOrder = new Int32Array(ends[periods.length]);
  yield 0.1;
  if (periods.length === 0) return [];
  for (let line = 0; line < count; line++) {
    if (slot[line] < 0) continue;
    const at = next[slot[line]]++;
    amountInOrder[at] = amounts[line];
    rowInOrder[at] = row[line];
  }
  yield 0.3;
  const histories: Float64Array[] = [];
  for (let period = 0; period < periods.length; period++) {
    const [from, to] = [ends[period], ends[period + 1]];
    const sums = groupTotals(amountInOrder.subarray(from, to), rowInOrder.subarray(from, to), rowCount);
    histories.push(sums.map(snap));
    yield 0.3 + (0.7 * period) / periods.length;
  }
  return histories;
}

interface Measure {
  key: MadeKey;
  header: string;
  values: Float64Array;
}

/** Costs, costs to serve and profit, added up per row; NaN for rows without any. What belongs to returned goods goes back with them. */
function* measuresSteps(lines: JoinedLines, rows: MadeRows): Steps<Measure[]> {
  const headersOf = (pick: (source: LineSource) => readonly SourceColumn[]) => [
    ...new Set(lines.parts.flatMap(({ source }) => pick(source).map(({ header }) => String(header).trim()))),
  ];
  const withHeader = (columns: readonly SourceColumn[], header: string) =>
    columns.find((column) => String(column.header).trim() === header) ?? null;
  const wanted = [
    ...headersOf(({ columns }) => columns.costs).map((header) => ({
      key: `cost:${header}` as const,
      header,
      pick: ({ columns }: LineSource) => withHeader(columns.costs, header),
    })),
    ...headersOf(({ columns }) => columns.costsToServe).map((header) => ({
      key: `costToServe:${header}` as const,
      header,
      pick: ({ columns }: LineSource) => withHeader(columns.costsToServe, header),
    })),
    ...headersOf(({ columns: { profit } }) => (profit ? [profit] : []))
      .slice(0, 1)
      .map((header) => ({
        key: "profit" as const,
        header,
        pick: ({ columns }: LineSource) => columns.profit,
      })),
  ];
  const measures: Measure[] = [];
  for (const [i, { key, header, pick }] of wanted.entries()) {
    const values = yield* within(i / wanted.length, (i + 0.9) / wanted.length, lines.numbersSteps(pick));
    const known = new Uint8Array(rows.count);
    const at = rows.row.map((row, line) => {
      if (row < 0 || Number.isNaN(values[line])) return -1;
      if (lines.isReturn[line] && values[line] > 0) values[line] = -values[line];
      known[row] = 1;
      return row;
    });
    const sums = groupTotals(values, at, rows.count);
    measures.push({ key, header, values: sums.map((sum, row) => (known[row] ? snap(sum) : NaN)) });
  }
  return measures;
}
