import type { Language } from "../../locales";
import { inSlices, type Mapping, type ResultColumn, type WrittenOver } from "../../portfolio";
import { supports } from "../api-level";
import type { CardsOfRows } from "../cards/value-card";
import type { CellValue } from "../cells/cell-value";
import { firstRowOf, rowCountOf, type ListPlace } from "../source/list-place";
import { isSameExtent, queueExtent, requireRows } from "../source/list-extent";
import {
  clearTakenOver,
  dressBody,
  dressColumns,
  dressingOf,
  dressNewRows,
  ownLook,
} from "./new-column-look";
import { requireNothingNewInTheWay } from "../source/obstacles/new-obstacles";
import { requireWritable } from "../source/obstacles/obstacles";
import { giveHeadersBack } from "../marks/typed-headers";
import { isGone } from "../office-problem";
import { keepHerLooks, noteFormats } from "./her-looks";
import { leftoverFormats, undressLeftover } from "./leftover-look";
import { putBack } from "./put-back/put-back";
import { readFormats } from "../cells/read-rows";
import { sameCell, type PlannedColumn } from "./results/result-plan";
import { addMark, markPlaces, takePlaces, tryMark } from "./new-places";
import { addedIn, cellToMark, markedCells, markedHeader, nameIn, newPosition } from "./results/result-ranges";
import { RowIdentity } from "./results/row-identity";
import { cutRowsSteps, type RowPiece } from "./results/row-pieces";
import { placeNameOf } from "../marks/own-names";
import { clearBelow } from "./clear-below";
import { withSettledWidths } from "./widths/settle-widths";
import { settingKeys, storeSetting } from "../settings/settings";
import type { Source } from "../source/source";
import { structureRefusal } from "../source/obstacles/what-refuses";
import { writtenRows, type DressedRows, type Writing } from "./writing";

export interface WriteOptions {
  onProgress?: (fraction: number) => void;
  /** Throws to stop; asked once, before the first write. */
  checkpoint?: () => void;
  /** Told what is about to be written: all that is needed to undo it later. */
  onWriting?: (writing: Writing) => void;
  /** Cells that hold something else than when they were read are somebody's own by now: a run that takes back leaves them alone. */
  keepsTyped?: boolean;
}

/** Columns that a run added or changed; none when the list showed the classification already. */
export interface WrittenColumns {
  added: readonly ResultColumn[];
  changed: readonly ResultColumn[];
  /** What somebody had typed where results stand now; absent where nothing. */
  typedOver?: readonly WrittenOver[];
}

/** Whether a plan leaves something to write: cells, marks of deleted columns, or the language of the first run. */
export function needsWriting(
  { place, workbook, below }: Source,
  plan: readonly PlannedColumn[],
  language: Language,
): boolean {
  const storedLanguage = workbook.settings.get(settingKeys.language);
  const isLeft = below !== null && below.rowCount > 0;
  return plan.length > 0 || isLeft || place.deadNames.length > 0 || storedLanguage !== language;
}

/**
 * Writes planned result columns beside their list: values, by identity, all or nothing.
 *
 * Every request re-reads the key columns of its rows, then writes them; when they are not what was classified, the previous
 * contents are put back at once. Excel has no conditional write: the moment inside one request is the remaining window.
 *
 * @param language that the workbook keeps from now on; null leaves it alone
 * @returns "sourceChanged" when somebody changed the list meanwhile; the workbook is as it was then
 * @throws Problem for what is in the way (see `requireWritable`); an error of Office.js after everything was put back
 */
export async function writeResults(
  context: Excel.RequestContext,
  read: Source,
  { portfolio: { mapping } }: { portfolio: { mapping: Mapping } },
  plan: readonly PlannedColumn[],
  language: Language | null,
  { onProgress, checkpoint, onWriting, keepsTyped = false }: WriteOptions = {},
): Promise<WrittenColumns | "sourceChanged"> {
  const { list, place, obstacles } = read;
  const added = addedIn(plan);
  requireWritable(obstacles, place, added.length);
  checkpoint?.();

  const source = await withSettledWidths(context, read);
  const identity = RowIdentity.of(list, mapping, place);
  const formats = await formatsBefore(context, source, plan);
  const writing: Writing = {
    context,
    source,
    plan,
    identity,
    language,
    done: [],
    dressed: new Map(),
    held: new Set(),
    cameAgain: new Set(),
    formats,
    leftover: await leftoverFormats(context, source, plan),
    standing: null,
  };
  onWriting?.(writing);
  const pieces = await inSlices(cutRowsSteps(identity, plan, rowCountOf(place)));
  let met: Met | null = null;
  try {
    const areMarked = place.table !== null || added.length === 0 || (await markPlaces(writing));
    met = areMarked ? await writePieces(writing, pieces, keepsTyped, onProgress) : "sourceChanged";
    if (met === null) {
      await keepHerLooks(writing);
      // The next run does what this one cannot; who takes columns back does it himself.
      if (!keepsTyped) await clearBelow(context, source).catch(() => undefined);
    } else await putBack(writing);
  } catch (error) {
    await putBack(writing);
    if (isGone(error) || !(await isAsRead(context, place))) return "sourceChanged";
    await requireNothingNewInTheWay(context, source, added.length);
    throw (await structureRefusal(context, error)) ?? error;
  }
  if (met === null) return writtenColumns(plan);
  if (met === "merged") await requireNothingNewInTheWay(context, source, added.length);
  return "sourceChanged";
}

/** What a request met in the list that it wrote into. */
type Met = "sourceChanged" | "merged";

/** @returns what stops the writing; null when everything is written */
async function writePieces(
  writing: Writing,
  pieces: readonly RowPiece[],
  keepsTyped: boolean,
  onProgress: WriteOptions["onProgress"],
): Promise<Met | null> {
  const { context, source, plan, identity } = writing;
  const { place } = source;
  for (const piece of pieces) {
    const queued = queuePiece(writing, piece, {
      isFirst: piece === pieces[0],
      isLast: piece === pieces.at(-1),
    });
    const { keys, before, extent } = queued;
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
    await context.sync();
    queued.isAnswered = true;
    noteFormats(writing, queued);
    const wasFree = addedIn(plan).every((column) => isBlank(before.get(column)?.formulas));
    const wasClassified = keys === null || identity.isClassified(keys, piece.first);
    const isTyped = keepsTyped && !plan.every((column) => isAsItWas(column, before.get(column), piece));
    if (!wasFree || !wasClassified || isTyped || !isSameExtent(extent, place, piece !== pieces[0]))
      return "sourceChanged";
    if (queued.merged.some((areas) => !areas.isNullObject)) return "merged";
    await giveTypedHeadersBack(writing, queued);
    onProgress?.((piece.first + piece.count) / Math.max(1, rowCountOf(place)));
  }
  return null;
}

/** Whether cells of an earlier column that a piece writes held what they held when they were read. */
function isAsItWas(
  { existing, cells }: PlannedColumn,
  before: Excel.Range | undefined,
  { first }: RowPiece,
): boolean {
  if (!existing || !before) return true;
  return (before.formulas as CellValue[][]).every(
    ([cell], r) => cells![first + r] === null || sameCell(existing.contents[first + r] ?? "", cell),
  );
}

/** Whether the list still goes as far as it did, so that it is not what made Excel refuse. */
async function isAsRead(context: Excel.RequestContext, place: ListPlace): Promise<boolean> {
  try {
    const extent = queueExtent(context, place);
    await context.sync();
    return isSameExtent(extent, place);
  } catch (error) {
    return !isGone(error);
  }
}

export function writtenColumns(plan: readonly PlannedColumn[]): WrittenColumns {
  const columns = (isNew: boolean) =>
    plan.filter(({ existing }) => (existing === null) === isNew).map(({ column }) => column);
  return { added: columns(true), changed: columns(false) };
}

const isBlank = (cells: readonly (readonly CellValue[])[] = []): boolean =>
  cells.every((row) => row.every((cell) => cell === ""));

/** Number formats of the cells that a new column of shares takes; asked only when somebody has formatted cells there. */
async function formatsBefore(
  context: Excel.RequestContext,
  { place, room }: Source,
  plan: readonly PlannedColumn[],
): Promise<readonly string[] | null> {
  const share = plan.find(({ column, existing }) => column === "share" && existing === null);
  if (!share || !room.formatted) return null;
  const left = newPosition(place, plan, share);
  return readFormats(context, place.sheetId, { left }, firstRowOf(place), rowCountOf(place));
}

/** Whether the header of an earlier column becomes another one. */
const isReplaced = ({ existing, header }: PlannedColumn): boolean => existing !== null && header !== null;

/** Headers that somebody typed over those of earlier columns in the moment in which they were replaced stand again. */
async function giveTypedHeadersBack(
  { context }: Writing,
  { headers }: Writing["done"][number],
): Promise<void> {
  const typed = [...headers].flatMap(([column, { formulas }]) => {
    const [[text]] = formulas as CellValue[][];
    const marked = () => markedHeader(context, column);
    return text === column.existing!.header ? [] : [{ marked, text, standing: column.header! }];
  });
  if (typed.length > 0) await giveHeadersBack(context, typed);
}

/** Queues one request: first what is there now, then everything that it writes. */
function queuePiece(
  writing: Writing,
  piece: RowPiece,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): Writing["done"][number] {
  const { context, source, plan, identity, language, done } = writing;
  const { place, room, workbook } = source;
  const added = addedIn(plan);
  requireRows(context, place, rowCountOf(place));
  if (isFirst && !place.table) takePlaces(writing, added);
  const keys = piece.count > 0 ? identity.queue(context, piece.first, piece.count) : null;
  const extent = queueExtent(context, place);
  const before = new Map<PlannedColumn, Excel.Range>();
  for (const column of plan) {
    if (column.cells === null || (column.existing === null && place.table)) continue;
    const rows = writtenRows(column, piece, isFirst);
    before.set(column, markedCells(context, place, column, rows).load("formulas"));
  }
  const shares = place.table ? undefined : added.find(({ column }) => column === "share");
  const formats = shares ? markedCells(context, place, shares, piece).load("numberFormat") : null;
  const headerOf = (column: PlannedColumn) => markedHeader(context, column).load("formulas");
  const touched =
    added.length > 0 && !place.table && !room.formatted ? newCells(writing, piece, isFirst) : null;
  const queued = {
    ...piece,
    keys,
    extent,
    before,
    headers: new Map(isFirst ? plan.filter(isReplaced).map((column) => [column, headerOf(column)]) : []),
    formats,
    touched,
    merged: isLast && !place.table && supports("1.13") ? mergedIn(writing) : [],
    looks: [] as DressedRows[],
    isAnswered: false,
  };
  done.push(queued);

  if (isFirst) {
    if (place.table && added.length > 0) {
      tryMark(writing, added[0].name);
      added.forEach((column, i) => addToTable(writing, column, i));
    }
    for (const column of plan) {
      if (column.header !== null && (column.existing || !place.table)) {
        markedHeader(context, column).values = [[column.header]];
      }
    }
    if (language !== null && workbook.settings.get(settingKeys.language) !== language) {
      storeSetting(context, settingKeys.language, language);
    }
  }
  for (const column of plan) {
    if (column.cells === null) continue;
    const body = markedCells(context, place, column, piece);
    if (column.existing === null) dressBody(body, column);
    else if (column.column === "share") {
      queued.looks.push(...dressNewRows(context, place, column, piece, room.shareFormat));
      queued.looks.push(...undressLeftover(writing, column, piece));
    }
    body.values = column.cells.slice(piece.first, piece.first + piece.count).map((cell) => [cell]);
    giveCards(body, column.cards?.wanted, piece);
  }
  if (isLast) {
    const reused = new Set(
      added.flatMap(({ name }) => [name, placeNameOf(name)].map((each) => each.toLowerCase())),
    );
    for (const { name, scope } of place.deadNames) {
      if (scope !== null || !reused.has(name.toLowerCase())) nameIn(context, name, scope).delete();
    }
    writing.dressed = dressColumns(context, added, room);
  }
  return queued;
}

/** Queues the question which of the cells that a run fills are merged; those that it clears may be. */
function mergedIn({ context, source: { place }, plan }: Writing): Excel.RangeAreas[] {
  const rows = { first: -1, count: rowCountOf(place) + 1 };
  return plan
    .filter(({ cells }) => cells?.some((cell) => cell !== null && cell !== ""))
    .map((column) =>
      markedCells(context, place, column, rows).getMergedAreasOrNullObject().load("areaCount"),
    );
}

/** Queues cards for cells that have just got their texts. */
function giveCards(body: Excel.Range, cards: CardsOfRows | undefined, { first, count }: RowPiece): void {
  if (!cards) return;
  for (let row = first; row < first + count; row++) {
    const card = cards.get(row);
    if (card) body.getCell(row - first, 0).valuesAsJson = [[card as unknown as Excel.StringCellValue]];
  }
}

/** Queues the question which cells of the new columns are in use, formats included, before a piece is written there. */
function newCells({ context, source, plan }: Writing, piece: RowPiece, isFirst: boolean): Excel.Range {
  const added = addedIn(plan);
  const rows = writtenRows(added[0], piece, isFirst);
  return markedCells(context, source.place, added[0], rows)
    .getResizedRange(0, added.length - 1)
    .getUsedRangeOrNullObject(false)
    .load("rowIndex");
}

/** Whether a list has a column of this header in which nothing stands. */
const isLeftBlank = ({ list }: Source, header: string): boolean =>
  list.columns.some(
    (column) => column.header === header && column.others.size === 0 && column.numbers.every(Number.isNaN),
  );

/**
 * Queues a new column of the table with its mark. Until it is marked its header is the mark's name, which nobody else uses;
 * the column is reached by what Excel hands back, not by a header that somebody may have given to another column.
 */
function addToTable(writing: Writing, column: PlannedColumn, index: number): void {
  const { context, source } = writing;
  const table = source.place.table!;
  const { columns } = context.workbook.tables.getItem(table.id);
  // Excel may have stopped an earlier run before the column that it had just added was marked: blank, with this name.
  const added = isLeftBlank(source, column.name)
    ? columns.getItem(column.name)
    : columns.add(undefined, undefined, column.name);
  const marked = cellToMark(added, table.hasHeaders);
  addMark(writing, column.name, marked, ownLook(column, dressingOf(source.room, index), writing.formats));
  if (table.hasHeaders) marked.values = [[column.header]];
  else added.name = column.header!;
  clearTakenOver(added.getRange());
}
