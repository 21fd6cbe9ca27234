import { inSlices, Problem, STEP, type MadeKey, type MadeList, type Steps } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { bytesOfCell, limits } from "../cells/read-rows";
import { checksumOf } from "../cells/rows-checksum";
import { asOwnWork } from "../following/own-work";
import { comingName, isComing } from "../marks/coming-sheets";
import { removeComing } from "../removal/remove-coming";
import { endOf, removeMarkedSheets, takenAway } from "../removal/marked-sheets";
import type { OwnContents } from "../removal/own-cells";
import { madeListOf, marksMadePlace, nameOfMadeList, placeNameOf } from "../marks/own-names";
import { officeCode } from "../office-problem";
import type { ListIdentity } from "../operations";
import type { WorkbookState } from "../source/workbook-state";
import { formatOf, widthOf } from "./made-looks";
import { written } from "./made-plan";
import { queueNewRows } from "./made-rows";
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
  const name = nameOfMadeList(number);
  return asOwnWork(async (own) => {
    const coming = comingName(place.sheet);
    let isReserved = false;
    try {
      await removeCutOff(context, state, made, headers);
      const pieces = await inSlices(piecesSteps(made));
      const { names } = context.workbook;
      const sheet = context.workbook.worksheets.add(coming).load("id");
      const first = sheet.getRangeByIndexes(0, 0, 1, 1);
      // Fails where another run has just taken the number: its list is not ours.
      names.add(name, first);
      names.getItem(name).delete();
      names.add(placeNameOf(name), first, coming).visible = false;
      sheet.name = place.sheet;
      const table = queueTable(sheet, made, headers, pieces[0] ?? []);
      table.name = place.table;
      await context.sync();
      isReserved = true;
      own.made(sheet.id);
      const { id: tableId } = table;
      const standing = context.workbook.tables.getItem(tableId);
      const columns = made.columns.map((column, i) => ({
        key: column.key,
        id: table.columns.items[i].id,
        header: headers[i],
        format: formatOf(column),
      }));
      for (const rows of pieces.slice(1)) {
        const cells = columns.map((column, i) => ({ ...column, values: rows.map((row) => [row[i]]) }));
        queueNewRows(standing, cells, columns.length);
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per two megabytes
        await context.sync();
      }
      const record: MadeRecord = {
        version: 1,
        tableId,
        origin,
        columns: columns.map(({ key, id, header }) => ({ key, id, header })),
      };
      context.workbook.settings.add(settingOfMade(number), record as unknown as string);
      // From here on the list is whole.
      const checksum = checksumOf(rowsOf(made, headers));
      names.add(name, standing.getHeaderRowRange().getCell(0, 0), checksum).visible = false;
      names.getItem(placeNameOf(name)).delete();
      await context.sync();
      const forgotten = await forgetGone(context, state);
      const trace = { kind: "new", number, sheetId: sheet.id, forgotten } as const;
      return { sheetId: sheet.id, tableId, trace };
    } catch (error) {
      const away = await takenAway([place.sheet], () =>
        takeAway(context, number, isReserved ? null : coming, made, headers),
      );
      const end = endOf(error, away);
      if (end !== error) throw end;
      if (officeCode(error) === "AccessDenied" && (await isStructureProtected(context)))
        throw new Problem({ kind: "protectedWorkbook" });
      throw error;
    }
  });
}

/** Whether nobody may add a sheet or a name by now; so where Excel does not say. */
async function isStructureProtected(context: Excel.RequestContext): Promise<boolean> {
  try {
    const protection = context.workbook.protection.load("protected");
    await context.sync();
    return protection.protected;
  } catch {
    return true;
  }
}

/** Queues a table on a new sheet, with its first rows: nobody has written there before it stands. */
function queueTable(
  sheet: Excel.Worksheet,
  { columns }: MadeList,
  headers: readonly string[],
  rows: CellValue[][],
): Excel.Table {
  const count = Math.max(1, rows.length);
  columns.forEach((column, i) => {
    const format = formatOf(column);
    sheet.getRangeByIndexes(0, i, 1, 1).format.columnWidth = widthOf(column.key);
    if (format) sheet.getRangeByIndexes(1, i, count, 1).numberFormat = format as unknown as string[][];
  });
  sheet.getRangeByIndexes(0, 0, 1, columns.length).values = [headers.map(written)];
  if (rows.length > 0) sheet.getRangeByIndexes(1, 0, rows.length, columns.length).values = rows;
  const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, count + 1, columns.length), true).load("id");
  table.style = "TableStyleLight9";
  table.columns.load("items/id");
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, 1));
  setUpPage(sheet);
  return table;
}

/** A year of months fits on one page across, with the headers on each page. */
function setUpPage({ pageLayout }: Excel.Worksheet): void {
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintTitleRows("$1:$1");
}

/** Rows of cells cut into requests. */
function* piecesSteps({ columns, rowCount }: MadeList): Steps<CellValue[][][]> {
  const pieces: CellValue[][][] = [];
  let bytes = Infinity;
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield row / rowCount;
    const cells = columns.map(({ texts, numbers }) =>
      texts ? written(texts[row]) : Number.isNaN(numbers![row]) ? "" : numbers![row],
    );
    const weight = cells.reduce<number>((sum, cell) => sum + bytesOfCell(cell) + 1, 2);
    if (bytes + weight > limits.madeBytes) {
      pieces.push([]);
      bytes = 0;
    }
    bytes += weight;
    pieces.at(-1)!.push(cells);
  }
  return pieces;
}

/**
 * Takes away what was added. The sheet is found by its mark: one of that name may be somebody else's, added in the same moment. One
 * on which somebody has written stays. The record goes last: a sheet that cannot go is the list of the next run.
 *
 * @param coming what the mark says where it is not known to be ours: a list of another run may have got the number; null where it is
 * @returns what it is called where it stays
 */
async function takeAway(
  context: Excel.RequestContext,
  number: number,
  coming: string | null,
  made: MadeList,
  headers: readonly string[],
): Promise<readonly string[]> {
  await removeComing(context);
  const name = nameOfMadeList(number);
  const marks = coming === null ? [placeNameOf(name), name] : [placeNameOf(name)];
  const contents = contentsOf(marks, made, headers);
  if (coming !== null) {
    const mark = context.workbook.names.getItemOrNullObject(placeNameOf(name)).load("comment");
    await context.sync();
    return mark.isNullObject || mark.comment !== coming
      ? []
      : removeMarkedSheets(context, marks, { contents });
  }
  const left = await removeMarkedSheets(context, marks, { contents });
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
  headers: readonly string[],
): Promise<void> {
  if (sheets.some(({ name }) => isComing(name))) await removeComing(context);
  const places = ownNames.filter(({ name, scope }) => scope === null && marksMadePlace(name));
  for (const { name } of places) {
    await removeMarkedSheets(context, [name], { contents: contentsOf([name], made, headers) });
  }
}

/** What is written from each of the marks on. */
function contentsOf(marks: readonly string[], made: MadeList, headers: readonly string[]): OwnContents {
  const rows = [...rowsOf(made, headers)];
  return new Map(marks.map((mark) => [mark, { rows }]));
}

/** Takes away what is left of lists whose sheet or table the user deleted. */
async function forgetGone(context: Excel.RequestContext, state: WorkbookState): Promise<Forgotten> {
  const { names, settings } = context.workbook;
  const gone = knownMade(state).filter(({ table }) => table === null);
  if (gone.length === 0) return { names: [], settings: [] };
  const found = gone.map(({ number, record }) => ({
    record,
    name: names.getItemOrNullObject(nameOfMadeList(number)),
    setting: settings.getItemOrNullObject(settingOfMade(number)).load("value"),
  }));
  await context.sync();
  for (const { record, name, setting } of found) {
    // Another run may have made a list of that number since.
    const isOther = !setting.isNullObject && (setting.value as MadeRecord).tableId !== record.tableId;
    for (const each of isOther ? [] : [name, setting]) if (!each.isNullObject) each.delete();
  }
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
