import { descendingOrder, groupTotals, snap } from "../../analysis";
import type { LinesRead } from "../list/lines-read";
import type { SourceList } from "../list/source-list";
import { type Steps, within } from "../steps";
import { JoinedLines } from "./lines/joined-lines";
import { largestGroupsSteps } from "./largest-groups";
import { lineSharesSteps } from "./line-shares";
import { historiesSteps, measuresSteps } from "./line-sums";
import { keepOneCurrencySteps } from "./lines/line-currency";
import { type LinePeriods, linePeriodsSteps } from "./lines/line-periods";
import { type Purchases, purchasesSteps } from "./lines/line-purchases";
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
  const withoutCurrency = yield* within(0.4, 0.42, keepOneCurrencySteps(lines, options));
  const periods = yield* within(0.42, 0.5, linePeriodsSteps(lines, options.unit ?? "month"));
  const rows = yield* within(0.5, 0.65, madeRowsSteps(lines));
  const totals = groupTotals(lines.amounts, rows.row, rows.count).map(snap);
  const { columns, purchases, shares } = yield* within(
    0.65,
    0.95,
    columnsSteps(lines, periods, rows, totals),
  );
  const order = orderOf(totals, rows.names);
  const read = yield* within(0.95, 1, linesReadSteps(lines, rows, periods, purchases));
  const facts = { ...read, withoutCurrency };
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
    facts: shares ? { ...facts, shares } : facts,
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
): Steps<{ columns: MadeColumn[]; purchases: Purchases | null; shares: LinesRead["shares"] }> {
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
  const shares: NonNullable<LinesRead["shares"]> = {};
  for (const role of ["group", "manager", "department"] as const) {
    const textAt = groupTextOf(lines, role);
    if (!textAt) continue;
    const named = yield* within(0, 0.2, largestGroupsSteps(lines, rows.row, rows.count, textAt));
    texts(
      role,
      lines.headerOf((source) => source.columns[role]),
      named,
    );
    if (role === "group") continue;
    const own = yield* within(0.2, 0.3, lineSharesSteps(lines, periods, rows, textAt));
    if (own) shares[role] = own;
  }
  let purchases: Purchases | null = null;
  if (lines.isDated.includes(1)) {
    purchases = yield* within(0.3, 0.5, purchasesSteps(lines, rows.row, rows.names));
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
  return { columns, purchases, shares: Object.keys(shares).length > 0 ? shares : undefined };
}

/** Whose a line is in a role; null where neither columns nor sheets tell it. */
function groupTextOf(
  lines: JoinedLines,
  role: "group" | "manager" | "department",
): ((line: number) => string) | null {
  const bySheet = lines.parts.some(({ source }) => source.group?.role === role);
  if (!bySheet && lines.parts.every(({ source }) => source.columns[role] === null)) return null;
  const inCell = lines.textOf((source) => source.columns[role]);
  if (!bySheet) return inCell;
  return (line) => {
    const { group } = lines.sourceOf(line);
    return group?.role === role ? group.name : inCell(line);
  };
}
