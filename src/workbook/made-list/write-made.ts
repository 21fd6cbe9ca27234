import { inSlices, Problem, STEP, type MadeKey, type MadeList, type Steps } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { bytesOfCell, limits } from "../cells/read-rows";
import { checksumOf } from "../cells/rows-checksum";
import { asOwnWork } from "../following/own-work";
import { comingName, isComing, removeComing } from "../marks/coming-sheets";
import { removeMarkedSheets, takenAway } from "../removal/marked-sheets";
import { madeListOf, marksMadePlace, nameOfMadeList, placeNameOf } from "../marks/own-names";
import { cutOff, officeCode } from "../office-problem";
import type { ListIdentity } from "../operations";
import type { WorkbookState } from "../source/workbook-state";
import { formatOf, widthOf } from "./made-looks";
import { written } from "./made-plan";
import type { Forgotten, MadeTrace } from "./made-trace";
import { knownMade, type MadeRecord, nextNumber, settingOfMade } from "./made-record";

/** Where a new list of clients comes. */
export interface NewPlace {
  sheet: string;
  table: string;
}

const longestName = 31;

/** Names for a new sheet and its table that nobody has. */
export async function newPlace(
  context: Excel.RequestContext,
  { sheets, tables }: WorkbookState,
  texts: { sheet: string; table: string },
): Promise<NewPlace> {
  const names = context.workbook.names.load("items/name");
  await context.sync();
  const sheet = freeName(
    sheets.map(({ name }) => name),
    (attempt) => {
      const ending = attempt === 0 ? "" : attempt === 1 ? " (Keyfolio)" : ` (Keyfolio ${attempt})`;
      return texts.sheet.slice(0, longestName - ending.length) + ending;
    },
  );
  const table = freeName(
    [...tables, ...names.items].map(({ name }) => name),
    (attempt) => (attempt === 0 ? texts.table : `${texts.table}_${attempt + 1}`),
  );
  return { sheet, table };
}

/** Excel tells names apart without regard to case. */
function freeName(taken: readonly string[], nameOf: (attempt: number) => string): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let attempt = 0;
  while (lower.has(nameOf(attempt).toLowerCase())) attempt++;
  return nameOf(attempt);
}

/**
 * Writes a made list as a table on a new sheet, with its mark and its record. All or nothing: what was added is taken away
 * again when it fails.
 *
 * @returns identifiers of the sheet and the table
 * @throws Problem readOnlyWorkbook, protectedWorkbook; errors of Office.js
 */
export async function writeMade(
  context: Excel.RequestContext,
  state: WorkbookState,
  made: MadeList,
  headers: readonly string[],
  place: NewPlace,
  origin: readonly ListIdentity[],
): Promise<{ sheetId: string; tableId: string; trace: MadeTrace }> {
  if (state.readOnly) throw new Problem({ kind: "readOnlyWorkbook" });
  if (state.structureProtected) throw new Problem({ kind: "protectedWorkbook" });
  const number = nextNumber(state);
  return asOwnWork(async (own) => {
    try {
      await removeCutOff(context, state, made);
      const { names } = context.workbook;
      const sheet = context.workbook.worksheets.add(comingName(place.sheet)).load("id");
      names.add(placeNameOf(nameOfMadeList(number)), sheet.getRangeByIndexes(0, 0, 1, 1)).visible = false;
      sheet.name = place.sheet;
      await context.sync();
      own.made(sheet.id);
      const cells = await writeCells(context, sheet, made, headers);
      const table = sheet.tables.add(cells, true).load("id");
      table.name = place.table;
      table.style = "TableStyleLight9";
      table.columns.load("items/id");
      sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, 1));
      setUpPage(sheet);
      await context.sync();
      const record: MadeRecord = {
        version: 1,
        tableId: table.id,
        origin,
        columns: made.columns.map(({ key }, i) => ({
          key,
          id: table.columns.items[i].id,
          header: headers[i],
        })),
      };
      context.workbook.settings.add(settingOfMade(number), record as unknown as string);
      // From here on the list is whole.
      const checksum = checksumOf(rowsOf(made, headers));
      names.add(nameOfMadeList(number), sheet.getRangeByIndexes(0, 0, 1, 1), checksum).visible = false;
      names.getItem(placeNameOf(nameOfMadeList(number))).delete();
      await context.sync();
      const forgotten = await forgetGone(context, state);
      const trace = { kind: "new", number, sheetId: sheet.id, forgotten } as const;
      return { sheetId: sheet.id, tableId: table.id, trace };
    } catch (error) {
      const left = await takenAway([place.sheet], () => takeAway(context, number, made));
      if (left.length > 0) throw cutOff(left, error);
      if (officeCode(error) === "AccessDenied") throw new Problem({ kind: "protectedWorkbook" });
      throw error;
    }
  });
}

async function writeCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  made: MadeList,
  headers: readonly string[],
): Promise<Excel.Range> {
  const { columns, rowCount } = made;
  columns.forEach((column, i) => {
    const format = formatOf(column);
    sheet.getRangeByIndexes(0, i, 1, 1).format.columnWidth = widthOf(column.key);
    if (format) sheet.getRangeByIndexes(1, i, rowCount, 1).numberFormat = format as unknown as string[][];
  });
  sheet.getRangeByIndexes(0, 0, 1, columns.length).values = [headers.map(written)];
  for (const { first, rows } of await inSlices(piecesSteps(made))) {
    sheet.getRangeByIndexes(1 + first, 0, rows.length, columns.length).values = rows;
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per two megabytes
    await context.sync();
  }
  return sheet.getRangeByIndexes(0, 0, rowCount + 1, columns.length);
}

/** A year of months fits on one page across, with the headers on each page. */
function setUpPage({ pageLayout }: Excel.Worksheet): void {
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintTitleRows("$1:$1");
}

/** Rows of cells cut into requests. */
function* piecesSteps({ columns, rowCount }: MadeList): Steps<{ first: number; rows: CellValue[][] }[]> {
  const pieces: { first: number; rows: CellValue[][] }[] = [];
  let bytes = Infinity;
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield row / rowCount;
    const cells = columns.map(({ texts, numbers }) =>
      texts ? written(texts[row]) : Number.isNaN(numbers![row]) ? "" : numbers![row],
    );
    const weight = cells.reduce<number>((sum, cell) => sum + bytesOfCell(cell) + 1, 2);
    if (bytes + weight > limits.madeBytes) {
      pieces.push({ first: row, rows: [] });
      bytes = 0;
    }
    bytes += weight;
    pieces.at(-1)!.rows.push(cells);
  }
  return pieces;
}

/**
 * Takes away what was added. The sheet is found by its mark: one of that name may be somebody else's, added in the same moment. The
 * record goes last: a sheet that cannot go is the list of the next run.
 * @returns what it is called where it stays
 */
async function takeAway(
  context: Excel.RequestContext,
  number: number,
  made: MadeList,
): Promise<readonly string[]> {
  await removeComing(context);
  const name = nameOfMadeList(number);
  const written = { rows: made.rowCount + 1, columns: made.columns.length };
  const left = await removeMarkedSheets(context, [placeNameOf(name), name], { written });
  if (left.length > 0) return left;
  const record = context.workbook.settings.getItemOrNullObject(settingOfMade(number));
  await context.sync();
  if (record.isNullObject) return left;
  record.delete();
  await context.sync();
  return left;
}

/** Takes away the sheets of runs that were cut off while Excel answered no more. */
async function removeCutOff(
  context: Excel.RequestContext,
  { ownNames, sheets }: WorkbookState,
  made: MadeList,
): Promise<void> {
  if (sheets.some(({ name }) => isComing(name))) await removeComing(context);
  const places = ownNames.filter(({ name, scope }) => scope === null && marksMadePlace(name));
  const written = { rows: made.rowCount + 1, columns: made.columns.length };
  for (const { name } of places) await removeMarkedSheets(context, [name], { written });
}

/** Takes away what is left of lists whose sheet or table the user deleted. */
async function forgetGone(context: Excel.RequestContext, state: WorkbookState): Promise<Forgotten> {
  const { names, settings } = context.workbook;
  const gone = knownMade(state).filter(({ table }) => table === null);
  if (gone.length === 0) return { names: [], settings: [] };
  const left = gone.flatMap(({ number }) => [
    names.getItemOrNullObject(nameOfMadeList(number)),
    settings.getItemOrNullObject(settingOfMade(number)),
  ]);
  await context.sync();
  for (const each of left) if (!each.isNullObject) each.delete();
  await context.sync();
  const numbers = gone.map(({ number }) => number);
  const isNamed = (number: number) =>
    state.ownNames.some(({ name, scope }) => scope === null && madeListOf(name) === number);
  return {
    names: numbers.filter(isNamed).map((number) => ({ name: nameOfMadeList(number) })),
    settings: gone.map(({ number, record }) => ({ key: settingOfMade(number), value: record })),
  };
}

/** The cells of a made list as Excel gives them back, header row first. */
function* rowsOf(
  { columns, rowCount }: MadeList,
  headers: readonly string[],
): Iterable<readonly CellValue[]> {
  yield headers;
  for (let row = 0; row < rowCount; row++) {
    yield columns.map(({ texts, numbers }) =>
      texts ? texts[row] : Number.isNaN(numbers![row]) ? "" : numbers![row],
    );
  }
}

/** What the record says of the columns after headers or columns have changed. */
export function recordOf(
  tableId: string,
  origin: readonly ListIdentity[],
  keys: readonly MadeKey[],
  columnOf: (key: MadeKey) => { id: number; header: string },
): MadeRecord {
  return { version: 1, tableId, origin, columns: keys.map((key) => ({ key, ...columnOf(key) })) };
}
