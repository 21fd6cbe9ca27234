import { addressOf, Problem, type WrittenOver } from "../../portfolio";
import { type CellValue, entered } from "../cells/cell-value";
import { limits } from "../cells/read-rows";
import { comingName } from "../marks/coming-sheets";
import type { WorkbookState } from "../source/workbook-state";
import {
  bytesOfLook,
  queueLastLook,
  otherSheets,
  referencesIn,
  repairReferences,
  type LastLook,
  type LostReference,
} from "./last-look";
import { SheetReading, whatKeeps, type OwnSheet } from "./own-sheets";
import { findReferences, mostPlaces } from "./references";
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

/** A sheet that is deleted, with a last look in the same request. */
interface Deleted {
  own: OwnSheet;
  /** What it was called by then. */
  sheet: Excel.Worksheet;
  /** What it held; null where that is too much for one answer. */
  used: Excel.Range | null;
  /** What stood elsewhere, and may have counted on it; null where that is too much. */
  look: LastLook | null;
}

/**
 * Queues sheets to be deleted, with a last look at each, and at what may count on it, in the same request; sends as many requests
 * as the answers need. Where the other sheets hold too much for one answer, they were looked at when the sheets were judged.
 * @returns to be handed to {@link giveSheetsBack} once the last request has come back
 */
export async function queueDeletion(
  context: Excel.RequestContext,
  sheets: readonly OwnSheet[],
): Promise<Deleted[]> {
  if (sheets.length === 0) return [];
  const { worksheets, names } = context.workbook;
  const sizes = sheets.map((own) =>
    worksheets.getItem(own.sheetId).getUsedRangeOrNullObject(true).load("cellCount"),
  );
  const others = await otherSheets(context, new Set(sheets.map(({ sheetId }) => sheetId)));
  const lookBytes = bytesOfLook(others);
  const isLooked = lookBytes < limits.lastLookBytes / 2;
  const deleted: Deleted[] = [];
  let asked = 0;
  let look: LastLook | null = null;
  for (const [i, own] of sheets.entries()) {
    const sheet = worksheets.getItem(own.sheetId).load("name");
    const bytes = sizes[i].isNullObject ? 0 : sizes[i].cellCount * bytesOfCell;
    const isSmall = bytes > 0 && bytes < limits.lastLookBytes;
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
    const used = isSmall ? sheet.getUsedRange(true).load("formulas,rowIndex,columnIndex") : null;
    sheet.delete();
    deleted.push({ own, sheet, used, look });
  }
  return deleted;
}

/**
 * A sheet into which somebody wrote in the moment in which it was deleted, or on which a formula came to count, comes again, with
 * all that it held, as a sheet of his; and the formula with it.
 * @throws Problem unfinished with what somebody wrote, where Excel refuses that
 */
export async function giveSheetsBack(
  context: Excel.RequestContext,
  deleted: readonly Deleted[],
): Promise<WhatStays[]> {
  const stays: WhatStays[] = [];
  const lost: LostReference[] = [];
  const typed: WrittenOver[] = [];
  for (const { own, sheet: item, used, look } of deleted) {
    if (!used) continue;
    const { name } = item;
    const cells = used.formulas as CellValue[][];
    const reading = new SheetReading(own, used.columnIndex);
    cells.forEach((row, r) => reading.take(used.rowIndex + r, row));
    const isChanged = reading.foreign !== null || !reading.isWritten;
    const references = look
      ? referencesIn(context, look, { sheet: name, area: null, tables: own.tables, column: null })
      : [];
    if (!isChanged && references.length === 0) continue;
    // Until it holds what it held, it has a name by which a run knows a blank sheet that was cut off.
    const sheet = context.workbook.worksheets.add(comingName(name));
    sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, cells.length, cells[0].length).formulas =
      cells.map((row) => row.map(entered));
    sheet.name = name;
    lost.push(...references);
    cells.forEach((row, r) =>
      row.map(String).forEach((content, c) => {
        const address = addressOf(name, used.rowIndex + r, used.columnIndex + c);
        if (own.held?.has(content) === false) typed.push({ address, content });
      }),
    );
    stays.push(
      isChanged
        ? { kind: "sheetChanged", sheet: name, address: null }
        : {
            kind: "referredSheet",
            sheet: name,
            by: references.slice(0, mostPlaces).map(({ place }) => place),
          },
    );
  }
  try {
    if (stays.length > 0) await context.sync();
  } catch (error) {
    // Nobody can add a sheet any more, such as since somebody has protected the structure.
    if (typed.length === 0) throw error;
    const problem = new Problem({ kind: "unfinished", work: "undo", typed });
    problem.cause = error;
    throw problem;
  }
  await repairReferences(context, lost);
  return stays;
}
