import { snap, sum } from "../../analysis";
import type { LineShares } from "../list/lines-read";
import { contentOf } from "../list/number-column";
import { type ReadAmounts, rowSumsSteps } from "./amount-columns";
import type { MappedList } from "./mapped-list";
import type { Profits } from "./profit";
import { periodsOfProfit } from "./profit-periods";
import type { ClientRows } from "./rows/client-rows";
import { madeIdentity } from "./rows/made-identity";
import type { NamedGroups } from "./rows/named-groups";
import type { MappedColumn, MappedPeriod } from "./source-columns";
import { STEP, type Steps, within } from "../steps";

/** What the money of groups is added up from. */
export interface Entries {
  /** Row of the list of each; −1 for one that does not count. */
  row: Int32Array;
  /** Group of each; −1 outside all groups. */
  group: Int32Array;
  amount: Float64Array;
  /** Amounts per complete period. */
  periods: readonly Float64Array[];
  /** NaN where it has none; null when profits are null. */
  profit: Float64Array | null;
  /** Rows whose cell is an Excel error. */
  unread: readonly number[];
}

/** The rows of the list, each in the group that its cell names. */
export function* entriesOfRowsSteps(
  { columns, rowCount }: MappedList,
  amounts: ReadAmounts,
  rows: ClientRows,
  profits: Profits,
  groupOfRow: (row: number) => number | null,
): Steps<Entries> {
  const row = new Int32Array(rowCount).fill(-1);
  const group = new Int32Array(rowCount).fill(-1);
  const unread: number[] = [];
  for (let at = 0; at < rowCount; at++) {
    if (at % STEP === 0) yield at / rowCount;
    if (!rows.counted[at]) continue;
    const own = groupOfRow(at);
    if (own === null) unread.push(at);
    row[at] = at;
    group[at] = own ?? -1;
  }
  return {
    row,
    group,
    amount: rows.amount,
    periods: columns.complete.map(amounts.ofPeriod),
    profit: profits.rows,
    unread,
  };
}

/**
 * The shares of managers (departments) in the rows of a list that was made of lines; undefined where the list no longer is as it was
 * made, or its amounts are other columns: then the cells of its rows tell the groups.
 */
export function* entriesOfSharesSteps(
  { columns, rowCount }: MappedList,
  shares: LineShares,
  rows: ClientRows,
  profits: Profits,
  groups: NamedGroups,
): Steps<Entries | undefined> {
  const { groupedBy } = shares;
  const [code, beside] = [columns.one("code"), groupedBy && columns.one(groupedBy)];
  const textAt = (mapped: MappedColumn | null, row: number) =>
    mapped ? contentOf(mapped.column, row).trim() : "";
  const rowOf = new Map<string, number>();
  for (let row = 0; row < rowCount; row++) {
    rowOf.set(madeIdentity(textAt(columns.client, row), textAt(code, row), textAt(beside, row)), row);
  }
  const row = Int32Array.from(shares.identities, (identity) => rowOf.get(identity) ?? -1);
  const told = new Set(row);
  if (told.has(-1) || rows.amount.some((amount, at) => amount !== 0 && !told.has(at))) return undefined;
  const ofPeriods = (mapped: readonly MappedPeriod[]) => {
    const found = mapped.map(({ period }) => shares.periods.get(period.start));
    return found.every((each) => each !== undefined) ? found : undefined;
  };
  function* sumsSteps(mapped: readonly MappedPeriod[]): Steps<Float64Array | undefined> {
    if (columns.one("amount")) return shares.amounts;
    const found = ofPeriods(mapped);
    return found && (yield* rowSumsSteps(found, row.length));
  }
  const periods = ofPeriods(columns.complete);
  const amount = yield* within(0.4, 0.7, sumsSteps(columns.periods));
  const profitPeriods = profits.rows && periodsOfProfit(columns);
  const revenue = profitPeriods ? yield* within(0.7, 1, sumsSteps(profitPeriods)) : amount;
  if (!periods || !amount || !revenue) return undefined;
  const counts = row.map((at) => (rows.counted[at] ? at : -1));
  return {
    row: counts,
    group: Int32Array.from(shares.names, (name) => groups.of(name)),
    amount,
    periods,
    profit: profits.rows && profitOfShares(shares, row, revenue, profits.rows),
    unread: [],
  };
}

/** What the shares earned, by the rule that their rows follow; NaN where a row's profit was not made of its lines. */
function profitOfShares(
  { profit, cost, costToServe }: LineShares,
  row: Int32Array,
  revenue: Float64Array,
  profitOfRow: Float64Array,
): Float64Array {
  if (profit) return profit;
  const sharesOf = new Int32Array(profitOfRow.length);
  for (const at of row) sharesOf[at]++;
  return revenue.map((amount, i) => {
    const whole = profitOfRow[row[i]];
    if (sharesOf[row[i]] === 1 || Number.isNaN(whole)) return whole;
    return cost ? snap(sum([amount, -cost[i] || 0, -(costToServe?.[i] ?? 0) || 0])) : NaN;
  });
}
