import type { ListIdentity } from "../operations";
import { idOfTableList } from "../marks/own-columns";

/** A list as an entry of a setting knows it. */
type KeptIdentity = Pick<ListIdentity, "sheetId" | "sheet" | "tableId" | "marked">;

/**
 * The entry of a list: by the identifier of its sheet, and after another program, which gives sheets new ones, by the sheet's name. A list
 * that has been made a table since, or plain cells, is known by the names of its result columns, which say what it was when they came.
 */
export const entryOfList = <Kept extends KeptIdentity>(
  entries: readonly Kept[],
  list: ListIdentity,
): Kept | undefined => {
  const isOnSheet = ({ sheetId, sheet }: KeptIdentity) => sheetId === list.sheetId || sheet === list.sheet;
  const isSame = ({ tableId }: KeptIdentity) => tableId === list.tableId;
  return (
    entries.find((one) => one.sheetId === list.sheetId && isSame(one)) ??
    entries.find((one) => one.sheet === list.sheet && isSame(one)) ??
    entries.find((one) => isOnSheet(one) && wasList(one, list))
  );
};

function wasList({ tableId, marked }: KeptIdentity, list: ListIdentity): boolean {
  if (list.marked === undefined || tableId === list.tableId) return false;
  const was = marked ?? (tableId === null ? null : idOfTableList(tableId));
  if (was !== null) return was.toLowerCase() === list.marked.toLowerCase();
  return list.tableId !== null && !isIdOfTable(list.marked);
}

/** What an entry says of its list: also the names of columns that came when it was something else. */
export function identityKept({ sheetId, sheet, tableId, marked }: ListIdentity): KeptIdentity {
  const isOther =
    marked !== undefined && (tableId === null ? isIdOfTable(marked) : marked !== idOfTableList(tableId));
  return { sheetId, sheet, tableId, ...(isOther && { marked }) };
}

const isIdOfTable = (id: string): boolean => /^t/i.test(id);
