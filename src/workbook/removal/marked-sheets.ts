import { addressOf, Problem, type WrittenOver } from "../../portfolio";
import { readRows } from "../cells/read-rows";
import { cutOff, isDoneInTwo } from "../office-problem";
import {
  cellsOfDeleted,
  type Deleted,
  type Deletion,
  type GoingSheet,
  holdsChartsOfOthers,
  lostReferences,
  queueDeletion,
  queueSheetAgain,
} from "./deleted-sheets";
import { wholeSheet } from "./formula-references";
import { repairReferences } from "./last-look";
import { OwnCells, type OwnContents } from "./own-cells";
import { findReferredSheets } from "./references";
import { namedCells } from "../marks/named-cells";

/** What is known of sheets besides their marks. */
interface MarkedSheets {
  /** Identifiers of sheets that are known to be ours: their marks may have gone with deleted cells. */
  added?: readonly string[];
  /** What was to be written from the first cell of a mark on; where nothing is said of it, nothing was. */
  contents: OwnContents;
  /** The mark of a sheet that comes again, without its looks and charts, instead of the one that it had. */
  markAgain?: (name: string) => string;
}

/**
 * Deletes the sheets on which names of ours stand, and the names. A sheet is found by its mark and never by what it is called:
 * one of that name may be somebody else's, added in the same moment. One that holds anything but what was to be written there, or on
 * which a formula or name of others counts, stays with its marks.
 *
 * @param names of the workbook; those that are not there any more are passed over
 * @returns what the sheets are called that stay
 * @throws the error of Office.js; Problem cutOff with what somebody wrote onto a deleted sheet, where Excel refuses to bring that again
 */
export async function removeMarkedSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  { added = [], contents, markAgain = (name) => name }: MarkedSheets,
): Promise<readonly string[]> {
  const { workbook } = context;
  const items = names.map((name) => workbook.names.getItemOrNullObject(name).load("name"));
  const own = added.map((id) => workbook.worksheets.getItemOrNullObject(id).load("id"));
  await context.sync();
  const present = items.filter((item) => !item.isNullObject);
  const marked = present.map((item) => {
    const range = item.getRangeOrNullObject().load("rowIndex");
    return { item, range, sheet: range.worksheet.load("id") };
  });
  if (marked.length > 0) await context.sync();
  const alive = marked.filter(({ range }) => !range.isNullObject).map(({ sheet }) => sheet);
  const ids = new Set([...alive, ...own.filter((sheet) => !sheet.isNullObject)].map(({ id }) => id));
  if (ids.size === 0 && present.length === 0) return [];
  const asMarked = () =>
    present.map(({ name }) => workbook.names.getItemOrNullObject(name).load("name,formula"));
  const sheets = await lookAt(context, ids, asMarked, contents);
  const going = sheets
    .filter(({ isOthers }) => !isOthers)
    .map(({ id, name, tables, hasFormulas }) => ({ ...wholeSheet(name, tables), sheetId: id, hasFormulas }));
  const kept = new Set(sheets.flatMap(({ id, isOthers }) => (isOthers ? [id] : [])));
  const keepReferred = async (of: readonly (typeof going)[number][]) => {
    for (const { target } of await findReferredSheets(context, of)) kept.add(target.sheetId);
    return of.filter(({ sheetId }) => !kept.has(sheetId));
  };
  const marksOf = new Map<GoingSheet, readonly Excel.NamedItem[]>();
  let standing = marked;
  const deleteMarks = (goes: (sheet: Excel.Worksheet) => boolean) => {
    const dead = standing.filter(({ range, sheet }) => range.isNullObject || goes(sheet));
    for (const { item } of dead) item.delete();
    standing = standing.filter((each) => !dead.includes(each));
  };
  const again: string[] = [];
  const bringAgain = async ({ deleted }: Deletion<(typeof going)[number]>) => {
    const withMarks = deleted.map((each) => ({ ...each, marks: marksOf.get(each.own)! }));
    again.push(...(await giveBack(context, withMarks, contents, markAgain)));
  };
  const deletion = await queueDeletion(context, await keepReferred(going), {
    beside: (sheet) => marksOf.set(sheet, asMarked()),
    first: {
      is: ({ hasFormulas }) => hasFormulas,
      then: async (first, others) => {
        for (const { own: sheet } of first.kept) kept.add(sheet.sheetId);
        deleteMarks(({ id }) => first.deleted.some(({ own: sheet }) => sheet.sheetId === id));
        await bringAgain(first);
        return again.length + first.kept.length > 0 ? keepReferred(others) : others;
      },
    },
  });
  for (const { own: sheet } of deletion.kept) kept.add(sheet.sheetId);
  deleteMarks(({ id }) => !kept.has(id));
  await context.sync();
  await bringAgain(deletion);
  return [...sheets.flatMap(({ id, name }) => (kept.has(id) ? [name] : [])), ...again];
}

/** What became of sheets that a run added before it failed. */
export interface Away {
  /** What those are called that may still be there. */
  left: readonly string[];
  /** What somebody wrote onto one that went, and could not be brought again. */
  typed: readonly WrittenOver[];
}

/**
 * Takes sheets away that a run added before it failed, once more when that fails, too.
 *
 * @param names of the sheets: all of them are left where it cannot be done
 * @param takeAway returns what those are called that stay
 */
export async function takenAway(
  names: readonly string[],
  takeAway: () => Promise<readonly string[]>,
): Promise<Away> {
  let away: Away = { left: names, typed: [] };
  await isDoneInTwo(async () => {
    try {
      away = { left: await takeAway(), typed: [] };
    } catch (error) {
      if (!(error instanceof Problem) || error.detail.kind !== "cutOff") throw error;
      const { sheets, typed = [] } = error.detail;
      away = { left: sheets, typed };
    }
  });
  return away;
}

/** What ended a run whose sheets were taken away: its failure where nothing is to be told of them. */
export const endOf = (failure: unknown, { left, typed }: Away): unknown =>
  left.length + typed.length > 0 ? cutOff(left, failure, false, typed) : failure;

/**
 * Sheets onto which somebody came to write in the moment in which they were deleted, or on which something came to count, come again, with
 * what they held and their marks.
 * @returns what they are called
 */
async function giveBack(
  context: Excel.RequestContext,
  deleted: readonly (Deleted<GoingSheet> & { marks: readonly Excel.NamedItem[] })[],
  contents: OwnContents,
  markAgain: (name: string) => string,
): Promise<string[]> {
  const typed: WrittenOver[] = [];
  const coming = deleted.flatMap(({ own, sheet, used, look, marks }) => {
    if (used === null) return [];
    const { name } = sheet;
    const others = [...new OwnCells(name, marks, contents).othersIn(cellsOfDeleted(used), used)];
    typed.push(
      ...others.map(({ row, column, cell }) => ({
        address: addressOf(name, row, column),
        content: String(cell),
      })),
    );
    const lost = lostReferences(context, { own, sheet, used, look });
    return others.length + lost.length > 0 ? [{ name, used, marks, lost }] : [];
  });
  if (coming.length === 0) return [];
  for (const { name, used, marks } of coming) {
    const again = queueSheetAgain(context, name, used);
    const given = new Set<string>();
    for (const mark of marks) {
      const cells = mark.isNullObject ? null : namedCells(String(mark.formula));
      if (cells?.sheet !== name || given.has(markAgain(mark.name))) continue;
      given.add(markAgain(mark.name));
      const { top, left, rowCount, columnCount } = cells.area;
      const range = again.getRangeByIndexes(top, left, rowCount, columnCount);
      context.workbook.names.add(markAgain(mark.name), range).visible = false;
    }
  }
  try {
    await context.sync();
  } catch (error) {
    // Nobody can add a sheet any more, such as since somebody has protected the structure.
    throw typed.length > 0 ? cutOff([], error, false, typed) : error;
  }
  await repairReferences(
    context,
    coming.flatMap(({ lost }) => lost),
  );
  return coming.map(({ name }) => name);
}

/** A sheet that is to go, as it stands. */
interface Looked {
  id: string;
  name: string;
  tables: readonly string[];
  /** Whether it holds anything but what was to be written there. */
  isOthers: boolean;
  /** Whether formulas of ours were to be written there, which count on other sheets. */
  hasFormulas: boolean;
}

/** @param asMarked asks where the marks are by then */
async function lookAt(
  context: Excel.RequestContext,
  ids: ReadonlySet<string>,
  asMarked: () => readonly Excel.NamedItem[],
  contents: OwnContents,
): Promise<Looked[]> {
  const marks = asMarked();
  const asked = [...ids].map((id) => {
    const sheet = context.workbook.worksheets.getItem(id).load("name");
    return {
      id,
      sheet,
      tables: sheet.tables.load("items/name"),
      charts: sheet.charts.load("items/name"),
      used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
    };
  });
  await context.sync();
  const looked: Looked[] = [];
  for (const { id, sheet, tables, charts, used } of asked) {
    const own = new OwnCells(sheet.name, marks, contents);
    let isOthers = holdsChartsOfOthers(charts);
    if (!used.isNullObject && !isOthers) {
      const { rowIndex, columnIndex, rowCount, columnCount } = used;
      await readRows(
        context,
        id,
        [{ left: columnIndex, width: columnCount, as: "formulas" }],
        rowIndex,
        rowCount,
        bytesOfCell * columnCount,
        (row, [cells]) => (isOthers ||= !own.othersIn(cells, { rowIndex: row, columnIndex }).next().done),
      );
    }
    const hasFormulas = marks.some(
      (mark) =>
        !mark.isNullObject &&
        contents.get(mark.name)?.formulas === "ours" &&
        namedCells(String(mark.formula))?.sheet === sheet.name,
    );
    const names = tables.items.map(({ name }) => name);
    looked.push({ id, name: sheet.name, tables: names, isOthers, hasFormulas });
  }
  return looked;
}

const bytesOfCell = 12;
