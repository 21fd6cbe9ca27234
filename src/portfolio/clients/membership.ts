import { groupTotals } from "../../analysis";
import type { ReadAmounts } from "./amount-columns";
import { periodTotalsSteps } from "./client-histories";
import { kindNumber, type RowKinds } from "../levels/row-evidence";
import { contentOf, isExcelError } from "../list/number-column";
import type { SourceColumn } from "../list/source-list";
import { STEP, type Steps, within } from "../steps";
import { identityOf } from "./rows/client-identity";
import type { ClientRows } from "./rows/client-rows";
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
  { columns, log, rowCount }: MappedList,
  role: "manager" | "department",
  amounts: ReadAmounts,
  rows: ClientRows,
  { groups: levels }: RowKinds,
  profits: Profits,
): Steps<Membership | null> {
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
  const groups: string[] = [];
  const groupOfKey = new Map<string, number>();
  const groupOfText = new Map<string, number>();
  const rowGroup = new Int32Array(rowCount).fill(-1);
  const rowPair = new Int32Array(rowCount).fill(-1);
  const pairOf = new Map<number, number>();
  const pairClient: number[] = [];
  const pairGroup: number[] = [];
  const grouped = new Set<number>();

  const groupOf = (text: string) => {
    let group = groupOfText.get(text);
    if (group === undefined) {
      const key = identityOf(text);
      group = key === "" ? -1 : (groupOfKey.get(key) ?? groups.length);
      if (group === groups.length) {
        groupOfKey.set(key, group);
        groups.push(text.replace(/\s+/g, " ").trim());
      }
      groupOfText.set(text, group);
    }
    return group;
  };

  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield (0.8 * row) / rowCount;
    if (!rows.counted[row]) continue;
    if (mapped && isExcelError(column.others.get(row))) {
      log.cell("attributeLeftOut", row, column);
      continue;
    }
    const at = groupRow(row);
    const group = at < 0 ? -1 : groupOf(contentOf(column, at));
    rowGroup[row] = group;
    const client = rows.client[row];
    if (group < 0 || client < 0) continue;
    grouped.add(client);
    const code = group * rowCount + client;
    let pair = pairOf.get(code);
    if (pair === undefined) {
      pairOf.set(code, (pair = pairClient.length));
      pairClient.push(client);
      pairGroup.push(group);
    }
    rowPair[row] = pair;
  }

  const outside = rows.client.map((client, row) => (client >= 0 && rowGroup[row] < 0 ? 0 : -1));
  const clients = new Set<number>();
  for (const client of rows.client) if (client >= 0 && !grouped.has(client)) clients.add(client);
  const periods = columns.complete.map(amounts.ofPeriod);
  return {
    header,
    groups,
    history: yield* within(0.8, 1, periodTotalsSteps(periods, rowPair, pairClient.length)),
    client: Int32Array.from(pairClient),
    group: Int32Array.from(pairGroup),
    amount: groupTotals(rows.amount, rowPair, pairClient.length),
    totals: groupTotals(rows.amount, rowGroup, groups.length),
    profit: profits.rows && knownTotals(profits.rows, rowPair, pairClient.length),
    profitTotals:
      profits.rows && knownTotals(profits.rows, rowGroup, groups.length).map((total) => total || 0),
    withoutGroup: { amount: groupTotals(rows.amount, outside, 1)[0], clients: [...clients] },
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
