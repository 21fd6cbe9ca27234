import { groupTotals } from "../../analysis";
import type { ReadAmounts } from "./amount-columns";
import { periodTotalsSteps } from "./client-histories";
import { kindNumber, type RowKinds } from "../levels/row-evidence";
import { contentOf, isExcelError } from "../list/number-column";
import type { SourceColumn } from "../list/source-list";
import { STEP, type Steps, within } from "../steps";
import { identityOf } from "./rows/client-identity";
import { type Entries, entriesOfRowsSteps, entriesOfSharesSteps } from "./group-entries";
import type { ClientRows } from "./rows/client-rows";
import { NamedGroups } from "./rows/named-groups";
import type { MappedList } from "./mapped-list";
import type { Membership } from "./portfolio";
import { knownTotals, type Profits } from "./profit";

/** Which managers and departments the clients belong to; null where the list has no such column. */
export function* readMembershipsSteps(
  list: MappedList,
  amounts: ReadAmounts,
  rows: ClientRows,
  kinds: RowKinds,
  profits: Profits,
): Steps<{ managers: Membership | null; departments: Membership | null }> {
  return {
    managers: yield* within(0, 0.5, readMembershipSteps(list, "manager", amounts, rows, kinds, profits)),
    departments: yield* within(
      0.5,
      1,
      readMembershipSteps(list, "department", amounts, rows, kinds, profits),
    ),
  };
}

/**
 * Amounts of clients inside the groups of a column (department, manager). Group names are joined like clients' names;
 * a cell without a name puts the row outside all groups, an Excel error too and is reported. Without such a column the
 * rows above the clients are the groups, where they are managers or departments.
 */
function* readMembershipSteps(
  list: MappedList,
  role: "manager" | "department",
  amounts: ReadAmounts,
  rows: ClientRows,
  { groups: levels }: RowKinds,
  profits: Profits,
): Steps<Membership | null> {
  const { columns, log } = list;
  const level = levels.find(({ meaning }) => meaning === role);
  const mapped = columns.one(role);
  if (!mapped && !level) return null;
  const { header, column } = mapped ?? columns.client;
  const beside = levels.filter(({ isBeside }) => isBeside);
  const named = mapped && column.index < columns.client.column.index ? namedOnce(column, rows.kind) : null;
  /** Row whose cell names the group of a row. */
  const groupRow = (row: number) => {
    if (!mapped) return level!.rowOf[row];
    if (!isBlankAt(column, row)) return row;
    const above = beside.map(({ rowOf }) => rowOf[row]).find((each) => each >= 0 && !isBlankAt(column, each));
    return above ?? named?.[row] ?? row;
  };
  const groups = new NamedGroups();
  const groupOfRow = (row: number) => {
    if (mapped) {
      const cell = column.others.get(row);
      if (isExcelError(cell)) return null;
      if (typeof cell === "string") return groups.of(cell);
    }
    const at = groupRow(row);
    return at < 0 ? -1 : groups.of(contentOf(column, at));
  };
  const shares = mapped && list.source.lines?.shares?.[role];
  const entries =
    (shares && (yield* within(0, 0.4, entriesOfSharesSteps(list, shares, rows, profits, groups)))) ??
    (yield* within(0, 0.4, entriesOfRowsSteps(list, amounts, rows, profits, groupOfRow)));
  for (const row of entries.unread) log.cell("attributeLeftOut", row, column);
  return yield* within(0.4, 1, membershipSteps(header, groups, entries, rows));
}

/** Adds the entries up: per client and group, and per group. */
function* membershipSteps(
  header: string,
  { names }: NamedGroups,
  { row, group, amount, periods, profit }: Entries,
  rows: ClientRows,
): Steps<Membership> {
  const count = row.length;
  /** Most clients are in one group: their pair is known without a look into the map. */
  const firstPair = new Int32Array(rows.clients.length).fill(-1);
  const furtherPair = new Map<number, number>();
  const pairClient: number[] = [];
  const pairGroup: number[] = [];
  const entryPair = new Int32Array(count).fill(-1);
  const entryGroup = new Int32Array(count).fill(-1);
  const outside = new Int32Array(count).fill(-1);
  for (let entry = 0; entry < count; entry++) {
    if (entry % STEP === 0) yield (0.8 * entry) / count;
    const client = row[entry] < 0 ? -1 : rows.client[row[entry]];
    if (row[entry] >= 0) entryGroup[entry] = group[entry];
    if (client >= 0 && group[entry] < 0) outside[entry] = 0;
    if (client < 0 || group[entry] < 0) continue;
    let pair: number | undefined = firstPair[client];
    if (pair < 0 || pairGroup[pair] !== group[entry]) {
      const code = group[entry] * rows.clients.length + client;
      const isFirst = pair < 0;
      pair = isFirst ? undefined : furtherPair.get(code);
      if (pair === undefined) {
        pair = pairClient.length;
        if (isFirst) firstPair[client] = pair;
        else furtherPair.set(code, pair);
        pairClient.push(client);
        pairGroup.push(group[entry]);
      }
    }
    entryPair[entry] = pair;
  }
  const isSeen = firstPair.map((pair) => (pair < 0 ? 0 : 1));
  const clients: number[] = [];
  for (const client of rows.client) {
    if (client < 0 || isSeen[client]) continue;
    isSeen[client] = 1;
    clients.push(client);
  }
  return {
    header,
    groups: names,
    history: yield* within(0.8, 1, periodTotalsSteps(periods, entryPair, pairClient.length)),
    client: Int32Array.from(pairClient),
    group: Int32Array.from(pairGroup),
    amount: groupTotals(amount, entryPair, pairClient.length),
    totals: groupTotals(amount, entryGroup, names.length),
    profit: profit && knownTotals(profit, entryPair, pairClient.length),
    profitTotals: profit && knownTotals(profit, entryGroup, names.length).map((total) => total || 0),
    withoutGroup: { amount: groupTotals(amount, outside, 1)[0], clients },
  };
}

/**
 * Row that names the group of each row of a column in which every group is named on its first row only, as in pivot tables;
 * null where a name comes back, or few rows are blank: then a blank cell says nothing.
 */
function namedOnce(column: SourceColumn, kind: Uint8Array): Int32Array | null {
  const names = new Set<string>();
  const rowOf = new Int32Array(kind.length).fill(-1);
  let [last, blank] = [-1, 0];
  for (let row = 0; row < kind.length; row++) {
    if (kind[row] === kindNumber.total) last = -1;
    if (kind[row] !== kindNumber.client && kind[row] !== kindNumber.unnamed) continue;
    if (isBlankAt(column, row)) {
      if (last < 0) return null;
      rowOf[row] = last;
      blank++;
      continue;
    }
    const name = identityOf(contentOf(column, row));
    if (names.has(name)) return null;
    names.add(name);
    rowOf[row] = last = row;
  }
  return names.size > 1 && blank >= names.size ? rowOf : null;
}

const isBlankAt = ({ numbers, others }: SourceColumn, row: number): boolean =>
  Number.isNaN(numbers[row]) && !others.has(row);
