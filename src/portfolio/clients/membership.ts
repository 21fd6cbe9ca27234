import { groupTotals } from "../../analysis";
import { identityOf } from "./client-identity";
import type { FindingLog } from "../list/finding-log";
import { contentOf, isExcelError } from "../list/number-column";
import type { Membership } from "./portfolio";
import type { MappedColumn } from "./source-columns";
import { STEP, type Steps } from "../steps";

/** What the rows of a list gave, one entry per row. Rows that take no part hold 0. */
export interface RowAmounts {
  /** Client of each row; −1 for rows without one. */
  client: Int32Array;
  /** 1 for rows whose money counts in T. */
  counted: Uint8Array;
  amount: Float64Array;
  /** Profit, NaN where a row has none; null when profit is not known at all. */
  profit: Float64Array | null;
}

/**
 * Amounts of clients inside the groups of a column (department, manager). Group names are joined like clients' names;
 * a cell without a name puts the row outside all groups, an Excel error too and is reported.
 */
export function* readMembershipSteps(
  { header, column }: MappedColumn,
  rows: RowAmounts,
  log: FindingLog,
): Steps<Membership> {
  const rowCount = rows.client.length;
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
    if (row % STEP === 0) yield row / rowCount;
    if (!rows.counted[row]) continue;
    if (isExcelError(column.others.get(row))) {
      log.cell("attributeLeftOut", row, column);
      continue;
    }
    const group = groupOf(contentOf(column, row));
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
  return {
    header,
    groups,
    client: Int32Array.from(pairClient),
    group: Int32Array.from(pairGroup),
    amount: groupTotals(rows.amount, rowPair, pairClient.length),
    totals: groupTotals(rows.amount, rowGroup, groups.length),
    profit: rows.profit && knownTotals(rows.profit, rowPair, pairClient.length),
    profitTotals: rows.profit && knownTotals(rows.profit, rowGroup, groups.length).map((total) => total || 0),
    withoutGroup: { amount: groupTotals(rows.amount, outside, 1)[0], clients: [...clients] },
  };
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
