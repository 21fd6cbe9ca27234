import {
  cellInRow,
  Problem,
  type MadeKey,
  type MadeList,
  type MadeTexts,
  type SourceColumn,
} from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { checksumOf } from "../cells/rows-checksum";
import { asOwnWork } from "../following/own-work";
import { nameOfMadeList } from "../marks/own-names";
import { hasMoved, isGone } from "../office-problem";
import type { ListIdentity } from "../operations";
import { requireNothingNewInTheWay } from "../source/obstacles/new-obstacles";
import { requireWritable } from "../source/obstacles/obstacles";
import { addressOfArea } from "../source/list-place";
import type { Source } from "../source/source";
import { formatOf } from "./made-looks";
import { isNothing, type MadePlan, planMade, type PresentColumn } from "./made-plan";
import { type KnownMade, type MadeRecord, settingOfMade } from "./made-record";
import { appendRows, type ColumnCells, type NewCells, writeRows } from "./made-rows";
import { removeRows } from "./removed-rows";
import { requireSize } from "./table-rows";
import { recordOf } from "./write-made";

/** A made list beside the table that shows an earlier one. */
export interface Refresh {
  known: KnownMade;
  /** The table as it was read. */
  source: Source;
  present: readonly PresentColumn[];
  /** Identifiers of all columns of the table, results too. */
  ids: readonly number[];
  plan: MadePlan;
}

/**
 * Compares a made list with the table that shows an earlier one; nothing is written.
 * @throws Problem sourceChanged where the table has other columns than were read
 */
export async function planRefresh(
  context: Excel.RequestContext,
  known: KnownMade,
  source: Source,
  made: MadeList,
  texts: MadeTexts,
): Promise<Refresh> {
  const columns = context.workbook.tables.getItem(known.table!.id).columns.load("items/id,items/name");
  await context.sync();
  const { list, place } = source;
  const byIndex = new Map<number, SourceColumn>(list.columns.map((column) => [column.index, column]));
  const isRead = columns.items.every(({ name }, index) => {
    const column = byIndex.get(index);
    return !column || String(column.header) === name;
  });
  if (!isRead || columns.items.length !== place.area.columnCount) throw changedMeanwhile(source);
  const keyOf = keysOf(
    known,
    columns.items.map(({ id, name }) => ({ id, name })),
  );
  const present = columns.items.flatMap(({ id }, index) => {
    const column = byIndex.get(index);
    return column ? [{ key: keyOf.get(id) ?? null, id, column }] : [];
  });
  const results = place.own.map(({ header }) => header);
  const ids = columns.items.map(({ id }) => id);
  return { known, source, present, ids, plan: planMade(list, present, made, texts, results) };
}

const changedMeanwhile = ({ place: { sheet, area } }: Source): Problem =>
  new Problem({ kind: "sourceChanged", address: addressOfArea(sheet, area) });

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

/** One try and two more where somebody moves rows or columns meanwhile. */
const attempts = 3;

/**
 * Makes the list anew in its table: rows by client, columns of the user's own beside them. The cells that are the same stay
 * untouched. Each request finds its columns by their identifiers and looks at the rows that it writes or takes away; where
 * somebody has moved them, what belongs to others stands again and the table is read anew. When it fails on the way, the table is
 * as far as it came, and the next run makes it whole: the columns to come are remembered before the first of them is there.
 *
 * @param again reads the table anew and plans for it
 * @returns what the table was made of in the end
 * @throws Problem filterActive, protectedSheet, cellsToTheRight …; sourceChanged when somebody kept changing the table;
 *   madeHalf when Excel refuses a step on the way; errors of Office.js before the first step
 */
export async function refreshMade(
  context: Excel.RequestContext,
  planned: Refresh,
  again: () => Promise<Refresh>,
  made: MadeList,
  origin: readonly ListIdentity[],
): Promise<Refresh> {
  return asOwnWork(async (own) => {
    own.made(planned.source.place.sheetId);
    let refresh = planned;
    const steps = { begun: 0, done: 0 };
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          if (attempt > 1) refresh = await again();
          const ids = await makeAnew(context, refresh, made, steps);
          await keepRecord(context, refresh, made, origin, ids);
          return refresh;
        } catch (error) {
          if (attempt === attempts || !(hasMoved(error) || isGone(error))) throw error;
        }
      }
    } catch (error) {
      if (steps.begun === 0 || (error instanceof Problem && error.detail.kind === "madeHalf")) throw error;
      if (steps.done === 0) await requireNothingNewInTheWay(context, refresh.source, 0);
      const { sheet, area } = refresh.source.place;
      const problem = new Problem({ kind: "madeHalf", address: addressOfArea(sheet, area) });
      problem.cause = error;
      throw problem;
    }
  });
}

/** Does what a plan says, step by step. @returns identifiers of our columns */
async function makeAnew(
  context: Excel.RequestContext,
  refresh: Refresh,
  made: MadeList,
  steps: { begun: number; done: number },
): Promise<ReadonlyMap<MadeKey, number>> {
  const { known, source, present, plan, ids } = refresh;
  const { list, place, obstacles } = source;
  const idOf = new Map(present.flatMap(({ key, id }) => (key === null ? [] : [[key, id] as const])));
  if (isNothing(plan)) return idOf;
  requireWritable(obstacles, place, plan.inserted.length);
  const table = context.workbook.tables.getItem(known.table!.id);
  const step = async (isWanted: boolean, work: () => Promise<unknown>) => {
    if (!isWanted) return;
    steps.begun++;
    await work();
    steps.done++;
  };
  const size = { rows: list.rowCount, columns: ids.length + plan.inserted.length - plan.dropped.length };
  await step(plan.inserted.length + plan.dropped.length > 0, async () => {
    for (const [key, id] of await shapeColumns(context, table, refresh, made)) idOf.set(key, id);
  });
  const format = new Map(made.columns.map((column) => [column.key, formatOf(column)]));
  const kept = plan.from.length - plan.appended;
  await step(plan.appended > 0, async () => {
    const columns = plan.written.map(({ key, cells }): NewCells => ({
      id: idOf.get(key)!,
      cells: cells.slice(kept),
      format: format.get(key) ?? null,
    }));
    await appendRows(context, table, columns, size.columns);
    size.rows += plan.appended;
  });
  const dropped = new Set(plan.dropped.map(({ id }) => id));
  const told = present.filter(({ key, id }) => isTelling(key, made) && !dropped.has(id));
  const keysOfRows = (rows: ArrayLike<number>): ColumnCells[] =>
    told.map(({ id, column }) => ({ id, cells: Array.from(rows, (row) => cellInRow(column, row)) }));
  await step(plan.removed.length > 0, async () => {
    const results = place.own.map(({ position }) => ids[position - place.area.left]);
    const keys = keysOfRows(Array.from({ length: list.rowCount }, (_, row) => row));
    const own = new Set([...results, ...idOf.values()]);
    await removeRows(context, table, { place, removed: plan.removed, keys, own }, size);
    for (const { count } of plan.removed) size.rows -= count;
  });
  const columns = plan.written.map(({ key, cells }) => ({ id: idOf.get(key)!, cells: cells.slice(0, kept) }));
  await step(kept > 0 && columns.length > 0, () => {
    const { sheet, area } = place;
    const keys = keysOfRows(plan.from.subarray(0, kept));
    return writeRows(context, table, columns, keys, size, addressOfArea(sheet, area));
  });
  return idOf;
}

/** Whether a column of ours tells rows from each other. */
const isTelling = (key: MadeKey | null, { groupedBy }: MadeList): boolean =>
  key === "client" || key === "code" || (key !== null && key === groupedBy);

/** Stands for the identifier of a column that Excel has not given one yet: it is known by its header. */
const noId = -1;

/**
 * Lets columns go and come, in one request that remembers those that come before they are there: should Excel refuse a step after
 * them, the next run knows them as ours.
 * @returns identifiers of those that came
 */
async function shapeColumns(
  context: Excel.RequestContext,
  table: Excel.Table,
  { known, source, present, plan, ids }: Refresh,
  made: MadeList,
): Promise<Map<MadeKey, number>> {
  const { record } = known;
  const remember = (coming: MadeRecord["columns"]) => {
    const kept = record.columns.filter(({ key }) => !plan.inserted.some((column) => column.key === key));
    const columns = [...kept, ...coming];
    context.workbook.settings.add(settingOfMade(known.number), { ...record, columns } as unknown as string);
  };
  requireSize(table, { rows: source.list.rowCount, columns: ids.length });
  if (plan.inserted.length > 0) remember(plan.inserted.map(({ key, header }) => ({ key, id: noId, header })));
  for (const { id } of plan.dropped) table.columns.getItem(id).delete();
  const added = queueColumns(table, present, plan).map(({ key, column }) => {
    const format = formatOf(made.columns.find((each) => each.key === key)!);
    if (format) column.getDataBodyRange().numberFormat = format as unknown as string[][];
    return { key, column: column.load("id") };
  });
  try {
    await context.sync();
  } catch (error) {
    // Whoever gives a column of hers one of these headers later has none of ours.
    if (!isGone(error) && plan.inserted.length > 0) {
      const columns = table.columns.load("items/id,items/name");
      await context.sync();
      const come = plan.inserted.flatMap(({ key, header }) => {
        const column = columns.items.find(({ id, name }) => name === header && !ids.includes(id));
        return column ? [{ key, id: column.id, header }] : [];
      });
      remember(come);
      await context.sync();
    }
    throw error;
  }
  return new Map(added.map(({ key, column }) => [key, column.id]));
}

/** Queues new columns, each in its place among ours. */
function queueColumns(
  table: Excel.Table,
  present: readonly PresentColumn[],
  plan: MadePlan,
): { key: MadeKey; column: Excel.TableColumn }[] {
  const order = present.filter((column) => !plan.dropped.includes(column)).map(({ id }) => id);
  const indexOf = (id: number) => present.find((column) => column.id === id)!.column.index;
  const droppedBefore = (index: number) => plan.dropped.filter(({ column }) => column.index < index).length;
  const lastOwn = present.findLast((column) => column.key !== null && order.includes(column.id));
  const places = plan.inserted.map(({ key, header, before }) => {
    const at = before === null ? (lastOwn ? lastOwn.column.index + 1 : order.length) : indexOf(before);
    return { key, header, at: at - droppedBefore(at) };
  });
  let done = 0;
  // In order of their places, each moves those after it by one.
  return places
    .sort((a, b) => a.at - b.at)
    .map(({ key, header, at }) => ({ key, column: table.columns.add(at + done++, undefined, header) }));
}

/** Remembers the columns and the origin as they are now; a record that says so already stays untouched. */
async function keepRecord(
  context: Excel.RequestContext,
  { known, plan }: Refresh,
  made: MadeList,
  origin: readonly ListIdentity[],
  ids: ReadonlyMap<MadeKey, number>,
): Promise<void> {
  const columns = context.workbook.tables.getItem(known.table!.id).columns.load("items/id,items/name");
  const mark = context.workbook.names.getItemOrNullObject(nameOfMadeList(known.number)).load("name");
  await context.sync();
  const headerOf = new Map(columns.items.map(({ id, name }) => [id, name]));
  const record = recordOf(
    known.table!.id,
    origin,
    made.columns.map(({ key }) => key),
    (key) => {
      const id = ids.get(key)!;
      return { id, header: headerOf.get(id) ?? plan.headers.get(key)! };
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
  for (let row = 0; row < list.rowCount; row++) yield columns.map((column) => cellInRow(column, row));
}
