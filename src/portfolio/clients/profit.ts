import { groupTotals, snap, sum, total } from "../../analysis";
import { samePeriods } from "../periods/period";
import type { Policy } from "../policy/policy";
import { type Steps, within } from "../steps";
import { type ReadAmounts, rowSumsSteps } from "./amount-columns";
import type { ClientRows } from "./rows/client-rows";
import type { Costs } from "./portfolio";
import type { MappedList } from "./mapped-list";
import { periodsOfProfit } from "./profit-periods";
import { type MappedColumn, periodsOf } from "./source-columns";

/** What rows, clients and the money without a client earned. */
export interface Profits {
  /** Per row, NaN where it has none; null when the list has neither profits nor costs, as is `clients`. */
  rows: Float64Array | null;
  /** Per client, NaN where it has none or where one of its cells could not be read. */
  clients: Float64Array | null;
  /** Of rows without a client; 0 when profits are null. */
  unnamed: number;
  costs: Costs | null;
}

/** Profit of each row, before rows are joined to clients. */
interface RowProfits {
  /** NaN where a row has none. */
  profit: Float64Array;
  /** Rows with a cell that could not be read: the profit of their client is unknown as a whole. */
  broken: ReadonlySet<number>;
}

/** What each row earned in the time that its costs belong to. */
interface RevenueOfCosts {
  amounts: Float64Array;
  /** Rows with a cell of that time that could not be read. */
  unread: ReadonlySet<number>;
}

/** Profits by methods §8, of rows and of the clients behind them. */
export function* readProfitsSteps(
  list: MappedList,
  amounts: ReadAmounts,
  rows: ClientRows,
  policy: Policy,
): Steps<Profits> {
  const revenue = yield* within(0, 0.6, revenueOfCostsSteps(list, amounts));
  const read = readRowProfits(list, revenue, rows);
  yield 0.7;
  const costs = readCosts(list, revenue, rows);
  if (!read) return { rows: null, clients: null, unnamed: 0, costs };
  yield 0.8;
  const clients = knownTotals(read.profit, rows.client, rows.clients.length);
  for (const row of read.broken) if (rows.client[row] >= 0) clients[rows.client[row]] = NaN;
  const unnamed = knownTotals(read.profit, rows.unnamed, 1)[0] || 0;
  if (policy.base === "profit") reportFallback(list, clients, unnamed);
  return { rows: read.profit, clients, unnamed, costs };
}

/** The money behind the profits, per client; blank cost to serve is 0, as it is where profit is made of it. */
function readCosts(list: MappedList, revenue: RevenueOfCosts, { client, clients }: ClientRows): Costs | null {
  const { columns } = list;
  const [direct, toServe] = [columns.all("cost"), columns.all("costToServe")];
  if (!columns.one("profit") && direct.length + toServe.length === 0) return null;
  const perClient = (mapped: readonly MappedColumn[]) =>
    mapped
      .map((column) => knownTotals(list.moneyOf(column).numbers, client, clients.length))
      .reduce((sums, own) => sums.map((sum, i) => (Number.isNaN(sum) ? own[i] : total([sum, own[i] || 0]))));
  return {
    revenue: groupTotals(revenue.amounts, client, clients.length),
    direct: direct.length > 0 ? perClient(direct) : null,
    toServe: toServe.length > 0 ? perClient(toServe).map((cost) => cost || 0) : null,
  };
}

/** Revenue per row over the time of the costs: the amount column, else all periods that the list has figures for. */
function* revenueOfCostsSteps(
  { columns, rowCount }: MappedList,
  amounts: ReadAmounts,
): Steps<RevenueOfCosts> {
  const periods = periodsOfProfit(columns);
  const isAmount = !periods || samePeriods(periodsOf(periods), periodsOf(columns.periods));
  if (isAmount) return { amounts: amounts.amount, unread: new Set() };
  return {
    amounts: yield* rowSumsSteps(periods.map(amounts.ofPeriod), rowCount),
    unread: new Set(amounts.outside.flatMap(({ read }) => [...read.unread.keys()])),
  };
}

/**
 * Profit per row: the profit column, else revenue − costs − cost to serve. A row has none where neither profit nor direct cost is
 * filled in, in it or in another row of its client. Null when the list has neither column: cost to serve alone makes no profit.
 *
 * @param revenue of the same time as the costs
 */
function readRowProfits(
  list: MappedList,
  revenue: RevenueOfCosts,
  { counted, client, clients }: ClientRows,
): RowProfits | null {
  const { columns, log } = list;
  const profit = columns.one("profit");
  const costs = columns.all("cost");
  if (!profit && costs.length === 0) return null;
  // A profit that stands in a column of its own is not made of any revenue.
  const broken = new Set(profit ? [] : revenue.unread);
  const read = (mapped: MappedColumn) => {
    const numbers = list.moneyOf(mapped);
    log.numbers(mapped.column, numbers, (row) => counted[row] === 1, "profitNotANumber");
    for (const row of numbers.unread.keys()) broken.add(row);
    return numbers.numbers;
  };
  if (profit) return { profit: read(profit).map((value, row) => (counted[row] ? value : NaN)), broken };

  const direct = costs.map(read);
  const parts = [...direct, ...columns.all("costToServe").map(read)];
  const hasCost = (row: number) => direct.some((cost) => !Number.isNaN(cost[row]));
  // Of a client on several rows the costs may stand in one of them only.
  const isKnown = new Uint8Array(clients.length);
  client.forEach((own, row) => {
    if (own >= 0 && counted[row] && hasCost(row)) isKnown[own] = 1;
  });
  const result = revenue.amounts.map((amount, row) => {
    if (!counted[row] || broken.has(row)) return NaN;
    if (client[row] >= 0 ? !isKnown[client[row]] : !hasCost(row)) return NaN;
    return snap(sum([amount, ...parts.map((cost) => -cost[row] || 0)]));
  });
  return { profit: result, broken };
}

function reportFallback({ columns, log }: MappedList, profits: Float64Array, unnamed: number): void {
  const known = profits.map((profit) => profit || 0);
  const whole = total([...known, unnamed]);
  const source = columns.one("profit") ?? columns.all("cost")[0];
  if (whole <= 0) log.column("fallbackToRevenue", source.column, source.header, whole);
}

/** Totals of the values that are known; NaN for a group without any. */
export function knownTotals(values: Float64Array, groups: Int32Array, groupCount: number): Float64Array {
  const known = new Uint8Array(groupCount);
  const knownGroups = groups.map((group, i) => {
    if (group < 0 || Number.isNaN(values[i])) return -1;
    known[group] = 1;
    return group;
  });
  return groupTotals(values, knownGroups, groupCount).map((total, group) => (known[group] ? total : NaN));
}
