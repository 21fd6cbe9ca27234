import { Problem, type MadeKey, type MadeList, type MadeTexts, type SourceColumn } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { bytesOfCell, limits } from "../cells/read-rows";
import { checksumOf } from "../cells/rows-checksum";
import { asOwnWork } from "../following/own-work";
import { nameOfMadeList } from "../marks/own-names";
import type { ListIdentity } from "../operations";
import { requireWritable } from "../source/obstacles";
import { addressOfArea } from "../source/list-place";
import type { Source } from "../source/source";
import { formatOf } from "./made-looks";
import { cellAt, isNothing, type MadePlan, planMade, type PresentColumn, written } from "./made-plan";
import { type KnownMade, settingOfMade } from "./made-record";
import { recordOf } from "./write-made";

/** A made list beside the table that shows an earlier one. */
export interface Refresh {
  known: KnownMade;
  /** The table as it was read. */
  source: Source;
  present: readonly PresentColumn[];
  plan: MadePlan;
}

/** Compares a made list with the table that shows an earlier one; nothing is written. */
export async function planRefresh(
  context: Excel.RequestContext,
  known: KnownMade,
  source: Source,
  made: MadeList,
  texts: MadeTexts,
): Promise<Refresh> {
  const columns = context.workbook.tables.getItem(known.table!.id).columns.load("items/id,items/name");
  await context.sync();
  const byIndex = new Map<number, SourceColumn>(source.list.columns.map((column) => [column.index, column]));
  const keyOf = keysOf(
    known,
    columns.items.map(({ id, name }) => ({ id, name })),
  );
  const present = columns.items.flatMap(({ id }, index) => {
    const column = byIndex.get(index);
    return column ? [{ key: keyOf.get(id) ?? null, id, column }] : [];
  });
  const results = source.place.own.map(({ header }) => header);
  return { known, source, present, plan: planMade(source.list, present, made, texts, results) };
}

/** The columns of ours by identifier; a program that gave them new ones is answered by their headers. */
function keysOf(
  { record }: KnownMade,
  columns: readonly { id: number; name: string }[],
): Map<number, MadeKey> {
  const keys = new Map<number, MadeKey>();
  const ids = new Set(columns.map(({ id }) => id));
  for (const { key, id, header } of record.columns) {
    const found = ids.has(id) ? id : columns.find(({ name }) => name === header)?.id;
    if (found !== undefined && !keys.has(found)) keys.set(found, key);
  }
  return keys;
}

const runsPerRequest = 200;

/**
 * Makes the list anew in its table: rows by client, columns of the user's own beside them. The cells that are the same stay
 * untouched. When it fails on the way, the table is as far as it came, and the next run makes it whole: the columns to come
 * are remembered before the first of them is there.
 *
 * @throws Problem filterActive, protectedSheet, cellsToTheRight …; sourceChanged when somebody sorted or changed the table
 *   meanwhile; madeHalf when Excel refuses a step on the way; errors of Office.js before the first step
 */
export async function refreshMade(
  context: Excel.RequestContext,
  refresh: Refresh,
  made: MadeList,
  origin: readonly ListIdentity[],
): Promise<void> {
  const { known, source, plan } = refresh;
  if (isNothing(plan)) return keepRecord(context, refresh, made, origin);
  const { place, obstacles } = source;
  requireWritable(obstacles, place, plan.inserted.length);
  await asOwnWork(async (own) => {
    own.made(place.sheetId);
    const table = context.workbook.tables.getItem(known.table!.id);
    await requireUnchanged(context, table, refresh);
    if (plan.inserted.length > 0) await rememberComing(context, refresh);
    try {
      await removeRows(context, table, plan);
      shapeColumns(table, refresh);
      if (plan.appended > 0)
        addRows(
          table,
          plan.appended,
          source.place.area.columnCount + plan.inserted.length - plan.dropped.length,
        );
      await context.sync();
      await writeCells(context, table, refresh, made);
      await keepRecord(context, refresh, made, origin);
    } catch (error) {
      const { sheet, area } = place;
      const problem = new Problem({ kind: "madeHalf", address: addressOfArea(sheet, area) });
      problem.cause = error;
      throw problem;
    }
  });
}

/** Stands for the identifier of a column that Excel has not given one yet: it is known by its header. */
const noId = -1;

/** Remembers the columns that will come: should Excel refuse a step after them, the next run knows them as ours. */
async function rememberComing(context: Excel.RequestContext, { known, plan }: Refresh): Promise<void> {
  const { number, record } = known;
  const coming = plan.inserted.map(({ key, header }) => ({ key, id: noId, header }));
  const kept = record.columns.filter(({ key }) => !coming.some((column) => column.key === key));
  const columns = [...kept, ...coming];
  context.workbook.settings.add(settingOfMade(number), { ...record, columns } as unknown as string);
  await context.sync();
}

/** The last look before the first write: the rows are those that were read, in their order. */
async function requireUnchanged(
  context: Excel.RequestContext,
  table: Excel.Table,
  { source, present }: Refresh,
): Promise<void> {
  const client = present.find(({ key }) => key === "client");
  if (!client) return;
  const now = table.columns.getItem(client.id).getDataBodyRange().load("values");
  await context.sync();
  const isSame = (now.values as CellValue[][]).every(([cell], row) => cell === cellAt(client.column, row));
  if (!isSame || now.values.length !== source.list.rowCount) {
    const { sheet, area } = source.place;
    throw new Problem({ kind: "sourceChanged", address: addressOfArea(sheet, area) });
  }
}

/** From the last to the first, so that the places of the others stay right. */
async function removeRows(
  context: Excel.RequestContext,
  table: Excel.Table,
  { removed }: MadePlan,
): Promise<void> {
  for (let from = 0; from < removed.length; from += runsPerRequest) {
    for (const { first, count } of removed.slice(from, from + runsPerRequest)) {
      table
        .getDataBodyRange()
        .getRow(first)
        .getResizedRange(count - 1, 0)
        .delete("Up");
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- rows of one request are bounded
    await context.sync();
  }
}

/** Queues columns that go and columns that come. */
function shapeColumns(table: Excel.Table, { present, plan }: Refresh): void {
  for (const { id } of plan.dropped) table.columns.getItem(id).delete();
  const order = present.filter((column) => !plan.dropped.includes(column)).map(({ id }) => id);
  const indexOf = (id: number) => present.find((column) => column.id === id)!.column.index;
  const droppedBefore = (index: number) => plan.dropped.filter(({ column }) => column.index < index).length;
  const lastOwn = present.findLast((column) => column.key !== null && order.includes(column.id));
  const places = plan.inserted.map(({ header, before }) => {
    const at = before === null ? (lastOwn ? lastOwn.column.index + 1 : order.length) : indexOf(before);
    return { header, at: at - droppedBefore(at) };
  });
  let done = 0;
  // In order of their places, each moves those after it by one.
  for (const { header, at } of places.sort((a, b) => a.at - b.at)) {
    table.columns.add(at + done++, undefined, header);
  }
}

/** Queues blank rows at the end: null leaves to Excel what its own formulas fill in. */
function addRows(table: Excel.Table, count: number, width: number): void {
  const blank = new Array<null>(width).fill(null);
  table.rows.add(undefined, Array.from({ length: count }, () => blank) as unknown as CellValue[][]);
}

async function writeCells(
  context: Excel.RequestContext,
  table: Excel.Table,
  { plan: { written: columns, appended, inserted }, known: { record } }: Refresh,
  made: MadeList,
): Promise<void> {
  // What came in a run that Excel stopped may have no format yet.
  const unfinished = record.columns.filter(({ id }) => id === noId);
  const fresh = new Set([...inserted, ...unfinished].map(({ key }) => key));
  const sourceOf = new Map(made.columns.map((column) => [column.key, column]));
  const rowCount = columns[0]?.cells.length ?? 0;
  for (const { key, header } of columns) {
    const format = formatOf(sourceOf.get(key)!);
    const first = fresh.has(key) ? 0 : rowCount - appended;
    if (!format || first === rowCount) continue;
    cellsOf(table, header, first, rowCount - first).numberFormat = format as unknown as string[][];
  }
  let [first, bytes] = [0, 0];
  for (let row = 0; row < rowCount; row++) {
    for (const { cells } of columns) bytes += bytesOfCell(cells[row]) + 3;
    if (bytes < limits.madeBytes && row + 1 < rowCount) continue;
    const count = row + 1 - first;
    for (const { header, cells } of columns) {
      cellsOf(table, header, first, count).values = cells
        .slice(first, row + 1)
        .map((cell) => [written(cell)]);
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per two megabytes
    await context.sync();
    [first, bytes] = [row + 1, 0];
  }
}

const cellsOf = (table: Excel.Table, header: string, first: number, count: number): Excel.Range =>
  table.columns
    .getItem(header)
    .getDataBodyRange()
    .getCell(first, 0)
    .getResizedRange(count - 1, 0);

/** Remembers the columns and the origin as they are now; a record that says so already stays untouched. */
async function keepRecord(
  context: Excel.RequestContext,
  { known, plan }: Refresh,
  made: MadeList,
  origin: readonly ListIdentity[],
): Promise<void> {
  const columns = context.workbook.tables.getItem(known.table!.id).columns.load("items/id,items/name");
  const mark = context.workbook.names.getItemOrNullObject(nameOfMadeList(known.number)).load("name");
  await context.sync();
  const idOf = new Map(columns.items.map(({ id, name }) => [name, id]));
  const record = recordOf(
    known.table!.id,
    origin,
    made.columns.map(({ key }) => key),
    (key) => {
      const header = plan.headers.get(key)!;
      return { id: idOf.get(header)!, header };
    },
  );
  const isKept = JSON.stringify(record) === JSON.stringify(known.record);
  if (isKept && isNothing(plan)) return;
  if (!isKept) context.workbook.settings.add(settingOfMade(known.number), record as unknown as string);
  if (!mark.isNullObject) mark.comment = checksumOf(rowsOf(plan, made));
  await context.sync();
}

/** Our cells of the list as it stands now, header row first. */
function* rowsOf({ list, headers }: MadePlan, made: MadeList): Iterable<readonly CellValue[]> {
  const own = made.columns.map(({ key }) => headers.get(key)!);
  const columns = own.map((header) => list.columns.find((column) => column.header === header)!);
  yield own;
  for (let row = 0; row < list.rowCount; row++) yield columns.map((column) => cellAt(column, row));
}
