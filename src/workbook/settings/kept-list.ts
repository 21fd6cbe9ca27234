import type { ListIdentity } from "../operations";
import { idOfTableList } from "../marks/own-columns";

/** Whether an entry of a setting says of which list it is. */
export function isIdentity(entry: unknown): entry is ListIdentity {
  if (typeof entry !== "object" || entry === null) return false;
  const { sheetId, sheet, tableId, marked } = entry as Record<string, unknown>;
  return (
    typeof sheetId === "string" &&
    typeof sheet === "string" &&
    (tableId === null || typeof tableId === "string") &&
    (marked === undefined || typeof marked === "string")
  );
}

/** Whether two entries are one list: by the identifier of its sheet, after another program by the sheet's name. */
export const isSameList = (one: ListIdentity, other: ListIdentity): boolean =>
  one.tableId === other.tableId && isOnSheetOf(one, other);

const isOnSheetOf = (one: ListIdentity, other: ListIdentity): boolean =>
  one.sheetId === other.sheetId || one.sheet === other.sheet;

/**
 * The entry of a list: by the identifier of its sheet, and after another program, which gives sheets new ones, by the sheet's name. A list
 * that has been made a table since, or plain cells, is known by the names of its result columns, which say what it was when they came.
 */
export function entryOfList<Kept extends ListIdentity>(
  entries: readonly Kept[],
  list: ListIdentity,
): Kept | undefined {
  const same = entries.filter((one) => isSameList(one, list));
  return (
    same.find(({ sheetId }) => sheetId === list.sheetId) ??
    same[0] ??
    entries.find((one) => isOnSheetOf(one, list) && wasList(one, list))
  );
}

function wasList({ tableId, marked }: ListIdentity, list: ListIdentity): boolean {
  if (list.marked === undefined || tableId === list.tableId) return false;
  const was = marked ?? (tableId === null ? null : idOfTableList(tableId));
  if (was !== null) return was.toLowerCase() === list.marked.toLowerCase();
  return list.tableId !== null && !isIdOfTable(list.marked);
}

/** What an entry says of its list: also the names of columns that came when it was something else. */
export function identityKept({ sheetId, sheet, tableId, marked }: ListIdentity): ListIdentity {
  const isOther =
    marked !== undefined && (tableId === null ? isIdOfTable(marked) : marked !== idOfTableList(tableId));
  return { sheetId, sheet, tableId, ...(isOther && { marked }) };
}

const isIdOfTable = (id: string): boolean => /^t/i.test(id);
