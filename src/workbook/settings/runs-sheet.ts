/** Runs that are too long for a setting, on a very hidden sheet of their own. */
import { digestOf, pause } from "../../portfolio";
import { limits } from "../cells/read-rows";
import { memoryMark } from "../marks/own-names";

/**
 * Where the text of the runs stands, as the setting says it: in which of two columns of the sheet, in how many cells, and what
 * it was. A run writes into the other column, and the setting changes last: until then, and after an undo, it tells of the text
 * that stands there still.
 */
export interface TextOnSheet {
  column: 0 | 1;
  cells: number;
  letters: number;
  digest: string;
}

const columns = 2;
/** A cell holds 32,767 letters. */
const lettersOfCell = 32_000;
/** Letters take up to 3 bytes. */
const cellsAtOnce = Math.floor(limits.replyBytes / lettersOfCell / 2);
const digestForm = /^[0-9a-f]{16}$/;

/** Null for what is no such place. */
export function parsedPlace(json: unknown, mostLetters: number): TextOnSheet | null {
  const { column, cells, letters, digest } = (json ?? {}) as Partial<Record<keyof TextOnSheet, unknown>>;
  const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
  if ((column !== 0 && column !== 1) || !isCount(letters) || letters > mostLetters) return null;
  if (!isCount(cells) || cells > 2 * Math.ceil(letters / lettersOfCell)) return null;
  return typeof digest === "string" && digestForm.test(digest) ? { column, cells, letters, digest } : null;
}

/** The text at a place; null where the sheet is gone or holds something else. */
export async function textOnSheet(
  context: Excel.RequestContext,
  { column, cells, letters, digest }: TextOnSheet,
): Promise<string | null> {
  const sheet = await markedSheet(context);
  if (!sheet) return null;
  const parts: string[] = [];
  for (let from = 0; from < cells; from += cellsAtOnce) {
    const rows = Math.min(cellsAtOnce, cells - from);
    const range = sheet.getRangeByIndexes(from, column, rows, 1).load("values");
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
    await context.sync();
    for (const [value] of range.values as unknown[][]) parts.push(String(value));
  }
  const text = parts.join("");
  await pause();
  return text.length === letters && digestOf(text) === digest ? text : null;
}

/**
 * Writes a text beside the one that stands at a place. The sheet is added where there is none.
 *
 * @param standing where the text of now stands
 * @throws errors of Office.js
 */
export async function putOnSheet(
  context: Excel.RequestContext,
  text: string,
  standing: TextOnSheet | null,
): Promise<TextOnSheet> {
  const sheet = await memorySheet(context);
  const column = standing?.column === 0 ? 1 : 0;
  const cells = cellsOf(text);
  sheet.getRange().getColumn(column).clear("Contents");
  for (let from = 0; from < cells.length; from += cellsAtOnce) {
    const some = cells.slice(from, from + cellsAtOnce);
    // Whatever a text begins with, it stays a text.
    sheet.getRangeByIndexes(from, column, some.length, 1).values = some.map((cell) => [`'${cell}`]);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
    await context.sync();
  }
  return { column, cells: cells.length, letters: text.length, digest: digestOf(text) };
}

function cellsOf(text: string): string[] {
  const cells: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + lettersOfCell);
    // Half a letter is none.
    if (to < text.length && /[\ud800-\udbff]/.test(text[to - 1])) to--;
    cells.push(text.slice(from, to));
    from = to;
  }
  return cells;
}

/** The sheet that bears the mark, in as many requests as it takes to see that. */
async function markedSheet(context: Excel.RequestContext): Promise<Excel.Worksheet | null> {
  const mark = context.workbook.names.getItemOrNullObject(memoryMark).load("name");
  await context.sync();
  if (mark.isNullObject) return null;
  const cell = mark.getRangeOrNullObject().load("address");
  await context.sync();
  return cell.isNullObject ? null : cell.worksheet;
}

/** Whether the sheet stands, or can be added: not where the structure of the workbook is protected. */
export async function hasRoomForSheet(context: Excel.RequestContext): Promise<boolean> {
  const { protection } = context.workbook;
  protection.load("protected");
  return (await markedSheet(context)) !== null || !protection.protected;
}

async function memorySheet(context: Excel.RequestContext): Promise<Excel.Worksheet> {
  const { names, worksheets } = context.workbook;
  worksheets.load("items/name");
  const found = await markedSheet(context);
  if (found) return found;
  // Of a sheet that somebody has deleted.
  names.getItemOrNullObject(memoryMark).delete();
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  let name = "Keyfolio";
  for (let further = 2; taken.has(name.toLowerCase()); further++) name = `Keyfolio ${further}`;
  const sheet = worksheets.add(name);
  names.add(memoryMark, sheet.getRange("A1")).visible = false;
  sheet.visibility = "VeryHidden";
  await context.sync();
  return sheet;
}

/** The sheet, where it holds nothing but what {@link putOnSheet} writes; null where there is none, or somebody has put something on it. */
export async function ownMemorySheet(context: Excel.RequestContext): Promise<Excel.Worksheet | null> {
  const sheet = await markedSheet(context);
  if (!sheet) return null;
  const used = sheet.getUsedRangeOrNullObject(true).load("columnIndex,columnCount");
  const others = [sheet.tables, sheet.charts, sheet.names].map((each) => each.load("items/name"));
  sheet.protection.load("protected");
  await context.sync();
  const isWider = !used.isNullObject && used.columnIndex + used.columnCount > columns;
  const isForeign = isWider || others.some(({ items }) => items.length > 0);
  return isForeign || sheet.protection.protected ? null : sheet;
}

/** Queues the sheet's end. */
export function queueMemoryDeletion(context: Excel.RequestContext, sheet: Excel.Worksheet): void {
  // Excel deletes no sheet that is very hidden.
  sheet.visibility = "Hidden";
  sheet.delete();
  context.workbook.names.getItemOrNullObject(memoryMark).delete();
}
