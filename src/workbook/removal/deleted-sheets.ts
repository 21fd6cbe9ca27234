import { type CellValue, entered } from "../cells/cell-value";
import { limits } from "../cells/read-rows";
import { comingName } from "../marks/coming-sheets";
import { wholeSheet } from "./formula-references";
import {
  bytesOfLook,
  type LastLook,
  type LostReference,
  type OtherSheet,
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

/** Sheets that were to go. */
export interface Deletion<Going extends GoingSheet> {
  deleted: Deleted<Going>[];
  /** Those that stay, since somebody has put a chart or a table there, and what they are called. */
  kept: { own: Going; name: string }[];
}

export interface DeletionOptions<Going extends GoingSheet> {
  /** They go whatever was added to them. */
  evenChanged?: boolean;
  /** Queues what else is asked just before a sheet goes. */
  beside?: (own: Going) => void;
  /** Sheets whose formulas count on the others: they go in a request before. */
  first?: {
    is: (own: Going) => boolean;
    /** Brings those again that must not go. @returns which of the others go still */
    then: (deletion: Deletion<Going>, others: readonly Going[]) => Promise<readonly Going[]>;
  };
}

/**
 * Queues sheets to be deleted, with a last look at each, and at what may count on it, in the same request; sends as many requests
 * as the answers need. Where the other sheets hold too much for one answer, they were looked at when the sheets were judged.
 * @returns without those that went first
 */
export async function queueDeletion<Going extends GoingSheet>(
  context: Excel.RequestContext,
  sheets: readonly Going[],
  { evenChanged = false, beside = () => {}, first }: DeletionOptions<Going> = {},
): Promise<Deletion<Going>> {
  if (sheets.length === 0) return { deleted: [], kept: [] };
  const looked = sheets.map((own): LookedAt<Going> => {
    const sheet = context.workbook.worksheets.getItem(own.sheetId).load("name");
    const charts = sheet.charts.load("items/name");
    const tables = sheet.tables.load("items/name");
    return { own, sheet, charts, tables, used: sheet.getUsedRangeOrNullObject(true).load("cellCount") };
  });
  const askObjects = (of: readonly LookedAt<Going>[]) => {
    for (const { charts, tables } of of) {
      charts.load("items/name");
      tables.load("items/name");
    }
  };
  // Asked with each of its requests, so that the last one knows.
  const others = await otherSheets(context, new Set(sheets.map(({ sheetId }) => sheetId)), () =>
    askObjects(looked),
  );
  const queue = (of: readonly LookedAt<Going>[]) => queueLooked(context, of, others, { evenChanged, beside });
  const before = looked.filter(({ own }) => first?.is(own));
  const after = looked.filter((each) => !before.includes(each));
  if (!first || before.length === 0 || after.length === 0) return queue(looked);
  const deletion = await queue(before);
  askObjects(after);
  await context.sync();
  const still = await first.then(
    deletion,
    after.map(({ own }) => own),
  );
  const going = after.filter(({ own }) => still.includes(own));
  if (going.length < after.length) {
    askObjects(going);
    await context.sync();
  }
  return queue(going);
}

/** A sheet that is to go, with what has been asked of it. */
interface LookedAt<Going extends GoingSheet> {
  own: Going;
  sheet: Excel.Worksheet;
  charts: Excel.ChartCollection;
  tables: Excel.TableCollection;
  used: Excel.Range;
}

async function queueLooked<Going extends GoingSheet>(
  context: Excel.RequestContext,
  looked: readonly LookedAt<Going>[],
  others: readonly OtherSheet[],
  { evenChanged, beside }: Required<Pick<DeletionOptions<Going>, "evenChanged" | "beside">>,
): Promise<Deletion<Going>> {
  const { names } = context.workbook;
  const isKept = (each: LookedAt<Going>) => !evenChanged && holdsObjectsOfOthers(each, each.own.tables);
  const lookBytes = bytesOfLook(others);
  const isLooked = lookBytes < limits.lastLookBytes / 2;
  const deleted: Deleted<Going>[] = [];
  let asked = 0;
  let look: LastLook | null = null;
  for (const each of looked) {
    if (isKept(each)) continue;
    const { own, used: size } = each;
    const sheet = each.sheet.load("name");
    const bytes = size.isNullObject ? 0 : size.cellCount * bytesOfCell;
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
  return { deleted, kept: looked.filter(isKept).map(({ own, sheet: { name } }) => ({ own, name })) };
}

/** Whether a chart on a sheet of ours is somebody else's; of charts that have their names loaded. */
export const holdsChartsOfOthers = ({ items }: Excel.ChartCollection): boolean =>
  items.some(({ name }) => !name.startsWith("Keyfolio "));

/**
 * The same of charts and tables.
 * @param own names of our tables there
 */
export const holdsObjectsOfOthers = (
  { charts, tables }: Pick<Excel.Worksheet, "charts" | "tables">,
  own: readonly string[],
): boolean => holdsChartsOfOthers(charts) || tables.items.some(({ name }) => !own.includes(name));

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
