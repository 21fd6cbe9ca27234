import type { CellValue } from "../cells/cell-value";
import { limits } from "../cells/read-rows";
import { namedCells } from "../marks/named-cells";
import { isDoneInTwo } from "../office-problem";
import {
  type Deleted,
  type GoingSheet,
  lostReferences,
  queueDeletion,
  queueSheetAgain,
} from "./deleted-sheets";
import { wholeSheet } from "./formula-references";
import { repairReferences } from "./last-look";
import { bytesOfFormula, findReferences } from "./references";

/** Whether we have written what stands in a cell of a sheet: its row and column, and its formula or constant. */
export type IsOurs = (row: number, column: number, cell: CellValue) => boolean;

/** What is known of sheets besides their marks. */
interface MarkedSheets {
  /** Identifiers of sheets that are known to be ours: their marks may have gone with deleted cells. */
  added?: readonly string[];
  /** How many rows and columns were to be written from the first cell on, where the marks name only that. */
  written?: { rows: number; columns: number };
  /** Whether we have written what stands in a cell; else all that stands in the cells that were to be written is ours. */
  isOurs?: IsOurs;
  /** The mark of a sheet that comes again, without its looks and charts, instead of the one that it had. */
  markAgain?: (name: string) => string;
}

/**
 * Deletes the sheets on which names of ours stand, and the names. A sheet is found by its mark and never by what it is called:
 * one of that name may be somebody else's, added in the same moment. One on which something stands outside the marked cells, or on
 * which a formula or name of others counts, stays with its marks.
 *
 * @param names of the workbook; those that are not there any more are passed over
 * @returns what the sheets are called that stay
 * @throws the error of Office.js
 */
export async function removeMarkedSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  { added = [], written, isOurs, markAgain = (name) => name }: MarkedSheets = {},
): Promise<readonly string[]> {
  const { workbook } = context;
  const items = names.map((name) => workbook.names.getItemOrNullObject(name).load("name,formula"));
  const own = added.map((id) => workbook.worksheets.getItemOrNullObject(id).load("id,name"));
  await context.sync();
  const present = items.filter((item) => !item.isNullObject);
  const marked = present.map((item) => {
    const range = item.getRangeOrNullObject().load("rowIndex");
    return { item, range, sheet: range.worksheet.load("id,name") };
  });
  if (marked.length > 0) await context.sync();
  const alive = marked.filter(({ range }) => !range.isNullObject).map(({ sheet }) => sheet);
  const sheets = new Map(
    [...alive, ...own.filter((sheet) => !sheet.isNullObject)].map((sheet) => [sheet.id, sheet.name]),
  );
  if (sheets.size === 0 && present.length === 0) return [];
  const kept = await sheetsOfOthers(
    context,
    sheets,
    present.map(({ formula }) => String(formula)),
    written ?? { rows: 0, columns: 0 },
    isOurs,
  );
  const unchanged = [...sheets]
    .filter(([id]) => !kept.has(id))
    .map(([id, name]) => ({ id, name, tables: workbook.worksheets.getItem(id).tables.load("items/name") }));
  if (unchanged.length > 0) await context.sync();
  const going = unchanged.map(({ id, name, tables: { items: tables } }) => ({
    ...wholeSheet(
      name,
      tables.map((table) => table.name),
    ),
    sheetId: id,
  }));
  const references = await findReferences(context, going, new Set(going.map(({ sheetId }) => sheetId)));
  for (const [{ sheetId }, places] of references) if (places.length > 0) kept.add(sheetId);
  const deleted = await queueDeletion(
    context,
    going.filter(({ sheetId }) => !kept.has(sheetId)),
  );
  const leaving = marked.filter(({ range, sheet }) => range.isNullObject || !kept.has(sheet.id));
  const marks = leaving.map(({ item: { name, formula } }) => ({
    name: markAgain(name),
    formula: String(formula),
  }));
  for (const { item } of leaving) item.delete();
  await context.sync();
  const again = await giveReferredBack(context, deleted, marks, isOurs);
  return [...[...kept].flatMap((id) => sheets.get(id) ?? []), ...again];
}

/**
 * Takes sheets away that a run added before it failed, once more when that fails, too.
 *
 * @param names of the sheets
 * @param takeAway returns what those are called that stay
 * @returns what sheets are called that may still be there: all of them where it cannot be done
 */
export async function takenAway(
  names: readonly string[],
  takeAway: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  let left = names;
  await isDoneInTwo(async () => {
    left = await takeAway();
  });
  return left;
}

/**
 * Sheets on which somebody came to count or to write in the moment in which they were deleted come again, with what they held and their marks.
 * @returns what they are called
 */
async function giveReferredBack(
  context: Excel.RequestContext,
  deleted: readonly Deleted<GoingSheet>[],
  marks: readonly { name: string; formula: string }[],
  isOurs?: IsOurs,
): Promise<string[]> {
  const { names } = context.workbook;
  const referred = deleted
    .map((each) => ({ ...each, lost: lostReferences(context, each) }))
    .filter(({ used, lost }) => used !== null && (lost.length > 0 || (isOurs && holdsOthers(used, isOurs))));
  if (referred.length === 0) return [];
  for (const { sheet, used } of referred) {
    const again = queueSheetAgain(context, sheet.name, used!);
    for (const { name, formula } of marks) {
      const cells = namedCells(formula);
      if (cells?.sheet !== sheet.name) continue;
      const { top, left, rowCount, columnCount } = cells.area;
      names.add(name, again.getRangeByIndexes(top, left, rowCount, columnCount)).visible = false;
    }
  }
  await context.sync();
  await repairReferences(
    context,
    referred.flatMap(({ lost }) => lost),
  );
  return referred.map(({ sheet }) => sheet.name);
}

/** Sheets, by identifier, on which something stands outside the cells that marks of ours name. */
async function sheetsOfOthers(
  context: Excel.RequestContext,
  sheets: ReadonlyMap<string, string>,
  formulas: readonly string[],
  written: { rows: number; columns: number },
  isOurs?: IsOurs,
): Promise<Set<string>> {
  const used = [...sheets].map(([id, name]) => ({
    id,
    name,
    range: context.workbook.worksheets
      .getItem(id)
      .getUsedRangeOrNullObject(true)
      .load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  await context.sync();
  const isAsked = ({ range }: (typeof used)[number]) =>
    isOurs &&
    !range.isNullObject &&
    range.rowCount * range.columnCount * bytesOfFormula < limits.lastLookBytes;
  const asked = used.filter(isAsked);
  for (const { range } of asked) range.load("formulas");
  if (asked.length > 0) await context.sync();
  const kept = new Set<string>();
  for (const { id, name, range } of used) {
    if (range.isNullObject) continue;
    // Without a mark nobody can tell: it has been added in this very run.
    const areas = formulas.flatMap((formula) => {
      const cells = namedCells(formula);
      return cells?.sheet === name ? [cells.area] : [];
    });
    if (areas.length === 0) continue;
    const right = Math.max(
      ...areas.map(({ left, columnCount }) => left + Math.max(columnCount, written.columns)),
    );
    const bottom = Math.max(...areas.map(({ top, rowCount }) => top + Math.max(rowCount, written.rows)));
    if (range.rowIndex + range.rowCount > bottom || range.columnIndex + range.columnCount > right)
      kept.add(id);
  }
  for (const { id, range } of asked) if (holdsOthers(range, isOurs!)) kept.add(id);
  return kept;
}

/** Whether something stands in cells that we have not written. */
const holdsOthers = (used: Excel.Range, isOurs: IsOurs): boolean =>
  !used.isNullObject &&
  (used.formulas as CellValue[][]).some((line, r) =>
    line.some((cell, c) => cell !== "" && !isOurs(used.rowIndex + r, used.columnIndex + c, cell)),
  );
