import { type CellValue, entered } from "../cells/cell-value";
import { limits } from "../cells/read-rows";
import { comingName } from "../marks/coming-sheets";
import { wholeSheet } from "./formula-references";
import {
  bytesOfLook,
  type LastLook,
  type LostReference,
  otherSheets,
  queueLastLook,
  referencesIn,
} from "./last-look";

/** On a page of the report there is more text than numbers. */
const bytesOfCell = 30;

/** A sheet of ours that is to go. */
export interface GoingSheet {
  sheetId: string;
  /** Names of the tables on it. */
  tables: readonly string[];
}

/** A sheet that is deleted, with a last look in the same request. */
export interface Deleted<Going extends GoingSheet> {
  own: Going;
  /** What it was called by then. */
  sheet: Excel.Worksheet;
  /** What it held, a null object for nothing; null where that is too much for one answer. */
  used: Excel.Range | null;
  /** What stood elsewhere, and may have counted on it; null where that is too much. */
  look: LastLook | null;
}

/**
 * Queues sheets to be deleted, with a last look at each, and at what may count on it, in the same request; sends as many requests
 * as the answers need. Where the other sheets hold too much for one answer, they were looked at when the sheets were judged.
 *
 * @param beside queues what else is asked just before a sheet goes
 */
export async function queueDeletion<Going extends GoingSheet>(
  context: Excel.RequestContext,
  sheets: readonly Going[],
  beside: (own: Going) => void = () => {},
): Promise<Deleted<Going>[]> {
  if (sheets.length === 0) return [];
  const { worksheets, names } = context.workbook;
  const sizes = sheets.map((own) =>
    worksheets.getItem(own.sheetId).getUsedRangeOrNullObject(true).load("cellCount"),
  );
  const others = await otherSheets(context, new Set(sheets.map(({ sheetId }) => sheetId)));
  const lookBytes = bytesOfLook(others);
  const isLooked = lookBytes < limits.lastLookBytes / 2;
  const deleted: Deleted<Going>[] = [];
  let asked = 0;
  let look: LastLook | null = null;
  for (const [i, own] of sheets.entries()) {
    const sheet = worksheets.getItem(own.sheetId).load("name");
    const bytes = sizes[i].isNullObject ? 0 : sizes[i].cellCount * bytesOfCell;
    const isSmall = bytes < limits.lastLookBytes;
    if (isSmall && asked > 0 && asked + bytes > limits.lastLookBytes) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request for so many bytes of the answer
      await context.sync();
      [asked, look] = [0, null];
    }
    if (isLooked && isSmall && look === null) {
      look = queueLastLook(names, others);
      asked += lookBytes;
    }
    asked += isSmall ? bytes : 0;
    const used = isSmall ? sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex") : null;
    beside(own);
    sheet.delete();
    deleted.push({ own, sheet, used, look });
  }
  return deleted;
}

/** Formulas and names of others that counted on a sheet when it was deleted. */
export const lostReferences = (
  context: Excel.RequestContext,
  { own, sheet, look }: Deleted<GoingSheet>,
): LostReference[] => (look ? referencesIn(context, look, wholeSheet(sheet.name, own.tables)) : []);

/** What a deleted sheet held, from its first cell in use on. */
export const cellsOfDeleted = (used: Excel.Range): CellValue[][] =>
  used.isNullObject ? [] : (used.formulas as CellValue[][]);

/** Queues that a sheet comes again, with all that it held. */
export function queueSheetAgain(
  context: Excel.RequestContext,
  name: string,
  used: Excel.Range,
): Excel.Worksheet {
  const cells = cellsOfDeleted(used);
  // Until it holds what it held, it has a name by which a run knows a blank sheet that was cut off.
  const sheet = context.workbook.worksheets.add(comingName(name));
  if (cells.length > 0) {
    sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, cells.length, cells[0].length).formulas =
      cells.map((row) => row.map(entered));
  }
  sheet.name = name;
  return sheet;
}
