import type { CellValue } from "../cells/cell-value";
import { entered } from "../columns/put-back-contents";
import { limits } from "../cells/read-rows";
import { comingName } from "../marks/coming-sheets";
import type { WorkbookState } from "../source/workbook-state";
import { SheetReading, whatKeeps, type OwnSheet } from "./own-sheets";
import { findReferences } from "./references";
import type { WhatStays } from "../../locales";

/**
 * Which of the sheets that Keyfolio made can go: those that hold what was written and nothing else, on which nothing of the
 * user's counts, as long as another sheet stays in sight.
 *
 * @param evenChanged the user wants them gone, whatever was added to them
 */
export async function judgeSheets(
  context: Excel.RequestContext,
  state: WorkbookState,
  sheets: readonly OwnSheet[],
  evenChanged = false,
): Promise<{ going: OwnSheet[]; stays: WhatStays[] }> {
  const stays: WhatStays[] = [];
  let going: OwnSheet[] = [];
  for (const sheet of sheets) {
    const keeps = await whatKeeps(context, sheet);
    if (keeps === null || (evenChanged && keeps.kind === "sheetChanged")) going.push(sheet);
    else stays.push(keeps);
  }
  if (!evenChanged) {
    const targets = going.map((sheet) => ({
      own: sheet,
      sheetId: sheet.sheetId,
      sheet: sheet.name,
      area: null,
      tables: sheet.tables,
      column: null,
    }));
    const goes = new Set(going.map(({ sheetId }) => sheetId));
    for (const [{ own }, by] of await findReferences(context, targets, goes)) {
      if (by.length === 0) continue;
      going = going.filter((sheet) => sheet !== own);
      stays.push({ kind: "referredSheet", sheet: own.name, by });
    }
  }
  const goes = new Set(going.map(({ sheetId }) => sheetId));
  const last = going.at(0);
  if (last && !state.sheets.some(({ id, visible }) => visible && !goes.has(id))) {
    going = going.filter((sheet) => sheet !== last);
    stays.push({ kind: "lastSheet", sheet: last.name });
  }
  return { going, stays };
}

/** On a page of the report there is more text than numbers. */
const bytesOfCell = 30;

/** A sheet that is deleted with what it held in that moment; null where that is too much for one answer. */
interface Deleted {
  own: OwnSheet;
  used: Excel.Range | null;
}

/**
 * Queues sheets to be deleted, with a last look at each in the same request; sends as many requests as the answers need.
 * @returns to be handed to {@link giveSheetsBack} once the last request has come back
 */
export async function queueDeletion(
  context: Excel.RequestContext,
  sheets: readonly OwnSheet[],
): Promise<Deleted[]> {
  const { worksheets } = context.workbook;
  const sizes = sheets.map((own) =>
    worksheets.getItem(own.sheetId).getUsedRangeOrNullObject(true).load("cellCount"),
  );
  await context.sync();
  const deleted: Deleted[] = [];
  let asked = 0;
  for (const [i, own] of sheets.entries()) {
    const sheet = worksheets.getItem(own.sheetId);
    const bytes = sizes[i].isNullObject ? 0 : sizes[i].cellCount * bytesOfCell;
    const isSmall = bytes > 0 && bytes < limits.lastLookBytes;
    if (isSmall && asked > 0 && asked + bytes > limits.lastLookBytes) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request for so many bytes of the answer
      await context.sync();
      asked = 0;
    }
    asked += isSmall ? bytes : 0;
    const used = isSmall ? sheet.getUsedRange(true).load("formulas,rowIndex,columnIndex") : null;
    sheet.delete();
    deleted.push({ own, used });
  }
  return deleted;
}

/** A sheet into which somebody wrote in the moment in which it was deleted comes again, with all that it held, as a sheet of his. */
export async function giveSheetsBack(
  context: Excel.RequestContext,
  deleted: readonly Deleted[],
): Promise<WhatStays[]> {
  const changed = deleted.filter(({ own, used }) => {
    if (!used) return false;
    const reading = new SheetReading(own, used.columnIndex);
    (used.formulas as CellValue[][]).forEach((cells, r) => reading.take(used.rowIndex + r, cells));
    return reading.foreign !== null || !reading.isWritten;
  });
  if (changed.length === 0) return [];
  for (const { own, used } of changed) {
    const cells = used!.formulas as CellValue[][];
    // Until it holds what it held, it has a name by which a run knows a blank sheet that was cut off.
    const sheet = context.workbook.worksheets.add(comingName(own.name));
    sheet.getRangeByIndexes(used!.rowIndex, used!.columnIndex, cells.length, cells[0].length).formulas =
      cells.map((row) => row.map(entered));
    sheet.name = own.name;
  }
  await context.sync();
  return changed.map(({ own }) => ({ kind: "sheetChanged", sheet: own.name, address: null }));
}
