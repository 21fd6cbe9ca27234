/** Finding the client list in the workbook and reading it, with all that could stand in the way of results. */
import {
  inSlices,
  isYear,
  type ListLayout,
  pause,
  Problem,
  type SourceColumn,
  type SourceList,
  type Steps,
} from "../../portfolio";
import type { FoundList } from "./find/candidates";
import type { CellColumns } from "../cells/cell-columns";
import type { AskedBeside } from "../cells/read-rows";
import type { Area, CellValue } from "../cells/cell-value";
import { queueBelow, readBelow } from "./read/below-table";
import { begunWith, findList, type BegunList, type WantedList } from "./find/find-list";
import { readCells } from "./read/list-cells";
import { isSameExtent, queueExtent, type QueuedExtent } from "./list-extent";
import { addressOfArea, hasHiddenHeader, type ListPlace } from "./list-place";
import { obstaclesOf, queueObstacles, widthWithMerged, type Obstacles } from "./obstacles/obstacles";
import { hasMoved, isGone } from "../office-problem";
import {
  deadMarks,
  earlierList,
  isSameMarks,
  listOfBlankMarks,
  marksOn,
  namesElsewhere,
  newList,
  ownColumnsOf,
  queueMarks,
  type Mark,
  type QueuedMarks,
} from "../marks/own-columns";
import { holdsOwnResults, isRowOfResults } from "../marks/own-results";
import { queueRoom, roomOf, type Room } from "./obstacles/room";
import type { BelowTable } from "./read/rows-below";
import { standingCells } from "./read/standing-cells";
import { looksOfLevels, readTotalFormulas } from "./read/total-evidence";
import { readWorkbookState, type WorkbookState } from "./workbook-state";

/** A client list as it was read, with where it stands and what the workbook says about it. */
export interface Source {
  list: SourceList;
  place: ListPlace;
  /** What would keep results from being written, as it was at the time of reading. */
  obstacles: Obstacles;
  /** Where new result columns would come. */
  room: Room;
  /** Results right below a table that somebody has made shorter; null where there are none. */
  below: BelowTable | null;
  workbook: WorkbookState;
  /** By what the list is found again, for as long as the run goes on. */
  begun: BegunList;
}

/** Readings until the list stays the same from the first request to the last. */
const attempts = 3;

/** Whether a run may have left a cell in a column of results. */
type MayHaveLeft = (own: ListPlace["own"][number], cell: CellValue) => boolean;

export interface SourceOptions extends WantedList {
  /** Called with the part of the rows that was read, 0 to 1. */
  onProgress?: (fraction: number) => void;
  /** Throws to stop; asked between requests. */
  checkpoint?: () => void;
  /** A list by which marks name it, where what they mark is taken back: its columns are its own wherever in its header row they stand. */
  markedAs?: string;
  /** What a run that is taken back may have left beside rows of other clients, and below the list. */
  mayHaveLeft?: MayHaveLeft;
  /** A run is to write: then it is asked for merged cells, which costs the user her undo list (office-js #5918). */
  isRun?: boolean;
}

/**
 * Reads the client list: the chosen one, the named sheet's, or the one under the selection, or the best candidate of the
 * workbook.
 *
 * Round trips: the workbook's state; size and first rows of the candidates; the cells, by pieces of about 1 MB;
 * formulas of the column that tells total rows, formats of the headers, and obstacles; where amounts may be sums of others,
 * the looks of the cells that name clients.
 *
 * What was found first among cells that stood still stays the list, whatever is activated, added or removed meanwhile; once it is
 * gone, the reading stops.
 *
 * @throws Problem sourceGone, sheetNotFound, emptySheet, noList, sourceChanged when rows or columns come and go faster than they are read
 */
export async function readSource(
  context: Excel.RequestContext,
  options: SourceOptions = {},
): Promise<Source> {
  let { begun, onSheet } = options;
  let stood: WorkbookState["focus"];
  const onFound = (found: BegunList, state: WorkbookState) => {
    begun = found;
    stood ??= activeCell(state);
  };
  for (let attempt = 1; ; attempt++) {
    let place: ListPlace;
    try {
      const { extent, marksStand, headersStand, ...source } = await readOnce(
        context,
        { ...options, begun, onSheet, stood },
        onFound,
      );
      // A header may be a formula that says something else at every look.
      const isRead = marksStand && (headersStand || attempt === attempts);
      const isSame = isSameExtent(extent, source.place);
      if (isRead && isSame) return source;
      place = source.place;
      // Among cells that moved while they were looked at, another list of the sheet may have seemed the better one.
      if (!isSame && !place.table) [begun, onSheet] = [options.begun, place.sheetId];
    } catch (error) {
      // A sheet or table was removed since the first request: the next reading says so, or does without it when it was no list.
      if (attempt === attempts || !(isGone(error) || hasMoved(error))) throw error;
      if (hasMoved(error) && begun?.cell) [begun, onSheet] = [options.begun, begun.sheetId];
      continue;
    }
    if (attempt === attempts) {
      throw new Problem({ kind: "sourceChanged", address: addressOfArea(place.sheet, place.area) });
    }
  }
}

/** Where the user stands. */
function activeCell({ sheets, active: { sheet, cell } }: WorkbookState): WorkbookState["focus"] {
  const sheetId = sheets.find(({ name }) => name === sheet)?.id;
  return sheetId !== undefined && cell ? { sheetId, cell } : undefined;
}

/** @param stood where the user stood when the reading began: wherever she goes meanwhile, the list is looked for from there */
async function readOnce(
  context: Excel.RequestContext,
  {
    source: chosen,
    sheet,
    onSheet,
    stood,
    begun: before,
    markedAs,
    mayHaveLeft,
    onProgress,
    checkpoint,
    isRun,
  }: SourceOptions & { stood: WorkbookState["focus"] },
  onFound: (begun: BegunList, workbook: WorkbookState) => void,
): Promise<Source & { extent: QueuedExtent; marksStand: boolean; headersStand: boolean }> {
  const state = await readWorkbookState(context);
  const workbook = stood && onSheet !== undefined ? { ...state, focus: stood } : state;
  checkpoint?.();
  const found = await findList(context, workbook, { source: chosen, sheet, onSheet, begun: before });
  const begun = before ?? begunWith(found);
  onFound(begun, workbook);
  const focus = begun.cell === null ? undefined : { sheetId: begun.sheetId, cell: begun.cell };
  checkpoint?.();
  const names = [...workbook.ownNames];
  if (found.sheet.name !== workbook.active.sheet) names.push(...found.names);
  const marks = marksOn(found.sheet.name, names);

  const standing = standingCells(context, found);
  const { area, cells, contents, layout, notRead } = await readCells(
    context,
    found,
    marks,
    before ? { ...workbook, focus } : workbook,
    standing,
    (fraction) => {
      checkpoint?.();
      onProgress?.(fraction);
    },
  );
  // A table that hides its header row is marked on the first row of its body; marks stay where they are when it comes to hide or show it.
  const hiddenHeaders = found.kind === "table" && !found.table.showHeaders ? found.table.headers : null;
  const [markedRow, otherRow] = hiddenHeaders ? [area.top + 1, area.top] : [area.top, area.top + 1];
  const markedRows = found.kind === "table" ? [markedRow, otherRow] : [markedRow];
  /** A mark that could not be taken off: its column is blank by now, or somebody has made it her own. */
  const isEmptied = ({ position, column }: Mark) => {
    const all = contents.get(position) ?? [];
    const hasHeader = hiddenHeaders !== null || all[area.top - cells.top] !== "";
    const rows = all.slice(area.top + 1 - cells.top, area.top + area.rowCount - cells.top);
    return all.every((cell) => cell === "") || (!hasHeader && !holdsOwnResults(column, rows));
  };
  const [blankMarks, onHeader] = halves(
    markedRows.flatMap((marked) => marks.filter(({ row }) => row === marked)),
    isEmptied,
  );
  const isInside = (position: number) => position >= area.left && position < area.left + area.columnCount;
  const tableId = found.kind === "table" ? found.table.id : null;
  const results = new Set(onHeader.map(({ position }) => position));
  const scores = new Set(
    workbook.scoreHeaders
      .filter((cell) => cell.sheet === found.sheet.name && cell.row === markedRow)
      .map(({ column }) => column),
  );
  /** Somebody may have made a table of her own columns alone: nothing but what came from Keyfolio stands between it and ours. */
  const isRightBeside = ({ position }: Mark) => {
    let column = area.left + area.columnCount;
    while (column < position && (results.has(column) || scores.has(column))) column++;
    return column === position;
  };
  const isApart = (mark: Mark) =>
    mark.list === markedAs ||
    (tableId === null
      ? standsApart(cells, mark, onHeader)
      : mark.list === newList([], tableId) || isRightBeside(mark));
  const listId =
    earlierList(onHeader, isInside, isApart) ??
    (tableId === null ? listOfBlankMarks(names, blankMarks, area.left + area.columnCount) : null) ??
    newList(names, tableId);
  const firstRow = area.top + 1;
  const read = (rowCount: number) =>
    ownColumnsOf(listId, onHeader, markedRow, (position) => {
      const column = contents.get(position) ?? [];
      const at = (row: number) => column[row - cells.top] ?? "";
      const header = hiddenHeaders ? (hiddenHeaders[position - area.left] ?? "") : at(area.top);
      return { header, contents: Array.from({ length: rowCount }, (_, r) => at(firstRow + r)) };
    });
  const leftover = found.kind === "table" ? 0 : leftoverRows(cells, area, read, mayHaveLeft);
  const rowCount = area.rowCount - 1 + leftover;
  const columns = (layout?.columns ?? columnsOfTable(cells, area)).filter(
    ({ position }) => !results.has(position),
  );
  const own = read(rowCount);
  let place: ListPlace = {
    sheetId: found.sheet.id,
    sheet: found.sheet.name,
    table:
      found.kind === "table"
        ? { id: found.table.id, hasHeaders: found.table.showHeaders, hasTotals: found.table.showTotals }
        : null,
    area: { ...area, rowCount: rowCount + 1 },
    own,
    headers: columns.map(({ position }) => ({ position, value: cells.at(area.top, position) })),
    extent: extentOf(found, cells, area, rowCount, new Set(contents.keys())),
    id: listId,
    leftover,
    deadNames: [
      ...deadMarks(names, listId, blankMarks),
      ...blankMarks.map(({ name, scope, column, row, position }) => {
        return {
          name,
          scope,
          isLost: false,
          lostOn: null,
          blank: { column, rowsOff: row - markedRow, position },
        };
      }),
    ],
    takenNames: namesElsewhere(names, listId, [...own, ...blankMarks]),
  };
  const list = await inSlices(sourceListSteps(found, workbook, cells, place, columns));
  const titles = layout ? titlesAbove(cells, layout) : [];
  const addresses = notRead.map((other) => addressOfArea(found.sheet.name, other));
  const source = {
    ...list,
    ...(addresses.length > 0 && { notRead: addresses }),
    ...(titles.length > 0 && { titles }),
  };
  let finished = await finish(context, source, place, workbook, standing, isRun);
  await pause();
  const looks = await looksOfLevels(context, source, place, workbook, standing);
  const columnCount = widthWithMerged(finished.obstacles, place);
  if (columnCount > place.area.columnCount) {
    // What is to the right of the list begins further right.
    place = { ...place, area: { ...place.area, columnCount } };
    finished = await finish(context, source, place, workbook, standing, isRun);
  }
  await pause();
  const { queued, queuedBelow, ...rest } = finished;
  const below = await readBelow(context, place, queuedBelow);
  const marksStand = isSameMarks(queued, found.sheet, marks);
  return {
    ...rest,
    list: looks(rest.list),
    below,
    marksStand,
    place,
    workbook,
    begun: begunIn(begun, place),
  };
}

/** Those for which it holds, and the others. */
function halves<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

/** A region that was read to its end is known by a cell in the middle of what was read. */
const begunIn = ({ sheetId, tableId, cell }: BegunList, { area }: ListPlace): BegunList => ({
  sheetId,
  tableId,
  cell: cell && {
    row: area.top + Math.ceil((area.rowCount - 1) / 2),
    column: area.left + Math.floor(area.columnCount / 2),
  },
});

type ColumnLayout = ListLayout["columns"][number];

const columnsOfTable = (cells: CellColumns, { top, left, columnCount }: Area): ColumnLayout[] =>
  Array.from({ length: columnCount }, (_, i) => ({ position: left + i, header: cells.at(top, left + i) }));

const titleRows = 8;
const longestTitle = 255;

/** Texts in the rows above a list, each once, and years that stand alone in their row. */
function titlesAbove(cells: CellColumns, { headerTop }: ListLayout): string[] {
  const first = Math.max(cells.top, headerTop - titleRows);
  const titles = new Set<string>();
  for (let row = first; row < headerTop; row++) {
    const filled = cells.columns.map((column) => cells.at(row, column)).filter((cell) => cell !== "");
    for (const cell of filled) {
      if (typeof cell === "string" && cell.trim() !== "" && cell.length <= longestTitle)
        titles.add(cell.trim());
      else if (typeof cell === "number" && filled.length === 1 && isYear(cell)) titles.add(String(cell));
    }
  }
  return [...titles];
}

/** Whether nothing but earlier results stands beside a mark: the user moved them away from their list. */
function standsApart(cells: CellColumns, mark: Mark, marks: readonly Mark[]): boolean {
  const isOwn = (position: number) => marks.some((other) => other.position === position);
  const isBlank = (position: number) => cells.at(mark.row, position) === "";
  let [left, right] = [mark.position - 1, mark.position + 1];
  while (isOwn(left)) left--;
  while (isOwn(right)) right++;
  return isBlank(left) && isBlank(right);
}

/**
 * Rows right below a region whose source cells were cleared while our classes still stand there: they are taken into the
 * list as blank rows, so that the run clears them.
 */
function leftoverRows(
  cells: CellColumns,
  area: Area,
  read: (rowCount: number) => ListPlace["own"],
  mayHaveLeft: MayHaveLeft = () => false,
): number {
  const bodyRows = area.rowCount - 1;
  const below = cells.top + cells.rowCount - (area.top + area.rowCount);
  const earlier = read(bodyRows + below);
  const sources = cells.columns.filter(
    (column) => column >= area.left && column < area.left + area.columnCount,
  );
  let rows = 0;
  for (let row = 0; row < below; row++) {
    if (sources.some((column) => cells.at(area.top + area.rowCount + row, column) !== "")) break;
    const at = bodyRows + row;
    const isLeft = earlier.some(
      (own) => (own.contents[at] ?? "") !== "" && mayHaveLeft(own, own.contents[at]),
    );
    const isOurs = isRowOfResults(
      earlier.map(({ column, contents }) => ({ column, cell: contents[at] ?? "" })),
    );
    if (!isOurs && !isLeft) break;
    rows++;
  }
  return rows;
}

function extentOf(
  found: FoundList,
  cells: CellColumns,
  area: Area,
  rowCount: number,
  own: ReadonlySet<number>,
): ListPlace["extent"] {
  if (found.kind === "table") return { used: null, tables: [], below: null };
  const next = area.top + 1 + rowCount;
  const isTable = found.tables.some(({ area: { top, rowCount: rows } }) => next >= top && next < top + rows);
  const sources = cells.columns.filter(
    (column) => column >= area.left && column < area.left + area.columnCount && !own.has(column),
  );
  return {
    used: found.used,
    tables: found.tables.map(({ id, area: cellsOf }) => ({ id, area: cellsOf })),
    below: isTable ? null : sources.map((position) => ({ position, value: cells.at(next, position) })),
  };
}

function* sourceListSteps(
  found: FoundList,
  workbook: WorkbookState,
  cells: CellColumns,
  { area }: ListPlace,
  layout: readonly ColumnLayout[],
): Steps<SourceList> {
  const columns: SourceColumn[] = [];
  for (const { position, header } of layout) {
    yield columns.length / layout.length;
    columns.push({
      index: position - area.left,
      header,
      headerFormat: "General",
      ...cells.column(position)!.rows(area.top + 1 - cells.top, area.rowCount - 1),
    });
  }
  return {
    kind: found.kind,
    name: found.kind === "table" ? found.table.name : found.sheet.name,
    sheet: found.sheet.name,
    top: area.top,
    left: area.left,
    rowCount: area.rowCount - 1,
    columns,
    decimalSeparator: workbook.decimalSeparator,
  };
}

/** The last request: what depends on the columns' meaning, and what would be in the way of results. */
async function finish(
  context: Excel.RequestContext,
  list: SourceList,
  place: ListPlace,
  workbook: WorkbookState,
  standing: AskedBeside,
  isRun?: boolean,
): Promise<
  Pick<Source, "list" | "obstacles" | "room"> & {
    extent: QueuedExtent;
    queued: QueuedMarks;
    queuedBelow: Excel.Range[];
    /** Whether the header row is the one that was read. */
    headersStand: boolean;
  }
> {
  const { sheetId, area } = place;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const header =
    area.top < 0
      ? null
      : sheet.getRangeByIndexes(area.top, area.left, 1, area.columnCount).load("numberFormat,values");
  const ownHeaders = place.own.map(({ position }) =>
    area.top < 0 ? null : sheet.getRangeByIndexes(area.top, position, 1, 1).load("formulas"),
  );
  const obstacles = queueObstacles(context, place, isRun);
  const room = queueRoom(context, place);
  const extent = queueExtent(context, place);
  const queued = queueMarks(context, sheetId);
  const queuedBelow = queueBelow(context, place);
  const totals = await readTotalFormulas(context, list, place, workbook, standing);
  return {
    obstacles: obstaclesOf(obstacles, place, workbook),
    room: roomOf(room),
    extent,
    queued,
    queuedBelow,
    // Columns that come and go again between two requests leave the marks where they were, and shift the cells that were read.
    headersStand:
      header === null ||
      hasHiddenHeader(place) ||
      (place.headers.every(({ position, value }) => header.values[0][position - area.left] === value) &&
        place.own.every(({ header: value }, i) => ownHeaders[i]!.formulas[0][0] === value)),
    list: {
      ...list,
      columns: list.columns.map((column) => ({
        ...column,
        headerFormat: header ? String(header.numberFormat[0][column.index]) : column.headerFormat,
        ...(column === totals?.column ? totals.evidence : {}),
      })),
    },
  };
}
