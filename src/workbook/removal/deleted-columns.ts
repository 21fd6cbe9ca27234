import { addressOf } from "../../portfolio";
import { limits } from "../cells/read-rows";
import {
  bytesOfLook,
  type LostReference,
  otherSheets,
  type OtherSheet,
  queueLastLook,
  referencesIn,
} from "./last-look";

/** A column of a table, by their identifiers. */
export interface TableColumnId {
  tableId: string;
  columnId: number;
}

/** A column of a table in the request in which it is deleted. */
export interface LeavingColumn {
  /** Its name and its index, before any column goes. */
  item: Excel.TableColumn;
  /** What counts on it, once the request is answered. */
  references: () => LostReference[];
  /** Where it stands when it has come again to its place, and some columns left of it have gone since. */
  address: (goneLeft: number) => string;
}

/**
 * Sheets whose formulas are looked at once more in the request that deletes columns of tables. Two round trips.
 * @param goes sheets that go as a whole, by identifier: their formulas do not count
 * @returns null where they hold too much for one answer
 */
export async function sheetsToLookAt(
  context: Excel.RequestContext,
  goes: ReadonlySet<string>,
): Promise<readonly OtherSheet[] | null> {
  const others = await otherSheets(context, goes);
  return bytesOfLook(others) < limits.lastLookBytes / 2 ? others : null;
}

/**
 * Queues a last look at columns of tables and at what counts on them; they are to be deleted by the same request, afterwards.
 * @param others null: nothing is looked at
 */
export function queueLeaving(
  context: Excel.RequestContext,
  columns: readonly TableColumnId[],
  others: readonly OtherSheet[] | null,
): LeavingColumn[] {
  const { names, tables } = context.workbook;
  const look = others && columns.length > 0 ? queueLastLook(names, others) : null;
  return columns.map(({ tableId, columnId }) => {
    const table = tables.getItem(tableId).load("name");
    const sheet = table.worksheet.load("name");
    const item = table.columns.getItem(columnId).load("name,index");
    const whole = item.getRange().load("rowIndex,columnIndex,rowCount");
    const references = () => {
      if (!look) return [];
      const { rowIndex: top, columnIndex: left, rowCount } = whole;
      return referencesIn(context, look, {
        sheet: sheet.name,
        area: { top, left, rowCount, columnCount: 1 },
        tables: [],
        column: { table: table.name, header: item.name },
      });
    };
    const address = (goneLeft: number) =>
      addressOf(sheet.name, whole.rowIndex, whole.columnIndex - goneLeft, whole.rowCount, 1);
    return { item, references, address };
  });
}
