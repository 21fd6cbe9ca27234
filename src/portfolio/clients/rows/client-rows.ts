import { addressOf } from "../../list/address";
import { kindNumber, type RowKinds } from "../../levels/row-evidence";
import { contentOf, isExcelError } from "../../list/number-column";
import { type SourceColumn, widthOfList } from "../../list/source-list";
import type { ReadingChoices } from "../../mapping/reading-choices";
import type { Policy } from "../../policy/policy";
import { Problem } from "../../problem";
import type { Steps } from "../../steps";
import type { ReadAmounts } from "../amount-columns";
import { identifySteps, identityOf } from "./client-identity";
import type { MappedList } from "../mapped-list";

/** Whose every row of a list is, and what it counts with. Arrays have one entry per row unless said otherwise. */
export interface ClientRows {
  /** Display names, one per client, in order of their first row. */
  clients: readonly string[];
  /** Code of each client, "" where it has none; null where the list has no codes. */
  codes: readonly string[] | null;
  /** Client, −1 = none. */
  client: Int32Array;
  /** Distinct name, −1 = none. */
  name: Int32Array;
  /** Client of each distinct name. */
  nameClient: Int32Array;
  /** What each row is: {@link kindNumber}. */
  kind: Uint8Array;
  /** Row whose cells name the client of a row: itself, or the one that it is filled down from. */
  nameRow: Int32Array;
  /** 1 for rows whose money counts in T: a client's or nobody's, and every cell of the amount or the chosen periods could be read. */
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
  { kind, nameRow }: RowKinds,
  { joinGroups }: Policy,
): Steps<ClientRows> {
  const { source, columns, rowCount } = list;
  const nameColumn = columns.client.column;
  const groupColumn = joinGroups ? columns.one("group")?.column : undefined;
  const counted = kind.map((of, row) => {
    if (of !== kindNumber.client && of !== kindNumber.unnamed) return 0;
    return amounts.unread.has(row) || !list.isInCurrency(row) ? 0 : 1;
  });
  const codeColumn = columns.one("code")?.column;
  const nameAsDecided = decidedNames(list.choices);
  const textIn = (column: SourceColumn | undefined) =>
    column && ((row: number) => (isExcelError(column.others.get(row)) ? "" : contentOf(column, row)));
  const nameOf = (row: number): string | null => {
    if (!counted[row]) return null;
    const cell = nameColumn.others.get(row);
    if (isExcelError(cell)) return null;
    if (kind[row] === kindNumber.unnamed) return "";
    const isItsOwn = nameRow[row] === row && typeof cell === "string";
    return nameAsDecided(isItsOwn ? cell : contentOf(nameColumn, nameRow[row]));
  };
  const codeIn = textIn(codeColumn);
  const isDecided = decisionsAbout(list.choices);
  /** Who is the same by a decision of the user is so whatever the codes say. */
  const codeAsDecided = (row: number) =>
    isDecided(contentOf(nameColumn, nameRow[row])) ? "" : codeIn!(nameRow[row]);
  const { rowName, nameClient, clients, codes } = yield* identifySteps(rowCount, {
    nameOf,
    groupOf: textIn(groupColumn),
    codeOf: codeIn && ((row) => (kind[row] === kindNumber.unnamed ? "" : codeAsDecided(row))),
  });
  if (clients.length === 0) {
    const { sheet, top, left } = source;
    const address = addressOf(sheet, top, left, rowCount + 1, widthOfList(source));
    throw new Problem({ kind: "noClients", address, rows: rowCount });
  }
  const client = rowName.map((name) => (name < 0 ? -1 : nameClient[name]));
  return {
    clients,
    codes,
    client,
    name: rowName,
    nameClient,
    kind,
    nameRow,
    counted,
    amount: amounts.amount.map((amount, row) => (counted[row] ? amount : 0)),
    unnamed: client.map((of, row) => (of < 0 && counted[row] ? 0 : -1)),
  };
}

/** Whether the user decided who is behind a name. */
function decisionsAbout({ sameClients = [], notClients = [] }: ReadingChoices): (name: string) => boolean {
  const decided = new Set([...sameClients.flat(), ...notClients].map(identityOf));
  return decided.size === 0 ? () => false : (name) => decided.has(identityOf(name));
}

/** Names as the user decided about them: several as one, some as nobody's. */
function decidedNames({ sameClients = [], notClients = [] }: ReadingChoices): (name: string) => string {
  if (sameClients.length + notClients.length === 0) return (name) => name;
  const decided = new Map<string, string>();
  for (const [first, ...others] of sameClients)
    for (const name of others) decided.set(identityOf(name), first);
  for (const name of notClients) decided.set(identityOf(name), "");
  return (name) => decided.get(identityOf(name)) ?? name;
}
