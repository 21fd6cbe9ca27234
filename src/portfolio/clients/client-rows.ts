import { addressOf } from "../list/address";
import { contentOf, isExcelError } from "../list/number-column";
import type { Policy } from "../policy/policy";
import { Problem } from "../problem";
import type { Steps } from "../steps";
import type { ReadAmounts } from "./amount-columns";
import { identifySteps } from "./client-identity";
import type { MappedList } from "./mapped-list";

/** Whose every row of a list is, and what it counts with. Arrays have one entry per row unless said otherwise. */
export interface ClientRows {
  /** Display names, one per client, in order of their first row. */
  clients: readonly string[];
  /** Client, −1 = none. */
  client: Int32Array;
  /** Distinct name, −1 = none. */
  name: Int32Array;
  /** Client of each distinct name. */
  nameClient: Int32Array;
  /** 1 for rows that are totals. */
  isTotal: Uint8Array;
  /** 1 for rows whose money counts in T: no total, and every cell of the amount or the chosen periods could be read. */
  counted: Uint8Array;
  /** Amount of rows that count, 0 elsewhere. */
  amount: Float64Array;
  /** 0 for rows that count and have no client, −1 elsewhere: to add up what belongs to nobody. */
  unnamed: Int32Array;
}

/**
 * Finds the client of every row by methods §1: one name is one client, and so are all names of a parent group where the
 * policy joins them.
 *
 * @throws Problem noClients
 */
export function* clientRowsSteps(
  list: MappedList,
  amounts: ReadAmounts,
  isTotal: Uint8Array,
  { joinGroups }: Policy,
): Steps<ClientRows> {
  const { source, columns, rowCount } = list;
  const nameColumn = columns.client.column;
  const groupColumn = joinGroups ? columns.one("group")?.column : undefined;
  const counted = isTotal.map((total, row) => (total || amounts.unread.has(row) ? 0 : 1));
  const { rowName, nameClient, clients } = yield* identifySteps(
    rowCount,
    (row) => (counted[row] && !isExcelError(nameColumn.others.get(row)) ? contentOf(nameColumn, row) : null),
    groupColumn
      ? (row) => (isExcelError(groupColumn.others.get(row)) ? "" : contentOf(groupColumn, row))
      : undefined,
  );
  if (clients.length === 0) {
    const { sheet, top, left } = source;
    const address = addressOf(sheet, top, left, rowCount + 1, Math.max(1, source.columns.length));
    throw new Problem({ kind: "noClients", address, rows: rowCount });
  }
  const client = rowName.map((name) => (name < 0 ? -1 : nameClient[name]));
  return {
    clients,
    client,
    name: rowName,
    nameClient,
    isTotal,
    counted,
    amount: amounts.amount.map((amount, row) => (counted[row] ? amount : 0)),
    unnamed: client.map((of, row) => (of < 0 && counted[row] ? 0 : -1)),
  };
}
