/** Where the cells of a page and of its chart data are while they are written: reached by marks, wherever somebody moves them. */
import { columnsOfHers } from "./her-columns";
import { type Area, isFilled, type Page, type Size } from "./page/page";
import { dataMarkOf, type DataBlock, markOf, type Place, position, unfinishedMarksOf } from "./sheets";

export type RangeOf = (area: Area) => Excel.Range;

export interface BegunWriting {
  /** Cells of the page, and of the chart data right of it, by their marks. */
  rangeOf: RangeOf;
  /** The cells of the page that the mark of the writing covers. */
  extent: Excel.Range;
  /** The cells of the page that the marks of earlier runs cover in this moment. */
  found: readonly Excel.Range[];
  /** Columns of chart data that are to be hidden; null where they stood, hidden or shown as the user likes. */
  hiddenData: Excel.Range | null;
  /** Queues what a further request needs: {@link requireCells} of all that is written. */
  goOn: () => void;
  /**
   * Queues the marks of a finished sheet, in the place of those of the writing.
   * @param written checksum of the page: the comment of its mark says it
   * @param writtenIn the same of the block of chart data
   */
  finish(written: string, writtenIn: (data: Area) => string): void;
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/**
 * Queues a question that fails, and its request with it, where a mark covers fewer cells by then: somebody has deleted rows or columns, and
 * what stood below them or right of them would be written over.
 */
function requireCells(context: Excel.RequestContext, mark: string, { rows, columns }: Size): void {
  const range = () => context.workbook.names.getItem(mark).getRange();
  range()
    .getCell(rows - 1, columns - 1)
    .getIntersection(range())
    .load("rowIndex");
}

/**
 * Queues {@link requireCells}, and a question that fails where a mark covers more cells by then: what came into the page has moved others on,
 * which would stay behind it.
 */
export function requireSize(context: Excel.RequestContext, mark: string, size: Size): void {
  requireCells(context, mark, size);
  const range = () => context.workbook.names.getItem(mark).getRange();
  range()
    .getLastCell()
    .getIntersection(
      range()
        .getCell(0, 0)
        .getResizedRange(size.rows - 1, size.columns - 1),
    )
    .load("rowIndex");
}

/** Queues {@link requireSize} of the page as it was found. */
export function requirePage(context: Excel.RequestContext, { marks, marked }: Place): void {
  requireSize(context, marks[0], marked);
}

/** A name for a writing of the cells of a mark; undefined where two writings that were cut off have theirs still. */
const freeOf = (mark: string, present: readonly string[]): string | undefined =>
  unfinishedMarksOf(mark).find((name) => !present.some((each) => isSame(each, name)));

/**
 * Queues marks that cover all cells that may come to hold something of ours: none of them ever stands there without a mark.
 * Chart data of earlier runs is cleared.
 * @param touched cells of the page as it is and as it will be, from its first cell on
 */
export function beginWriting(
  context: Excel.RequestContext,
  place: Place,
  page: Page,
  touched: Area,
): BegunWriting {
  const { names } = context.workbook;
  const { key, dataBlocks, previous, added } = place;
  const { area, data } = page;
  const cellsBy =
    (mark: string, origin: { row: number; column: number }): RangeOf =>
    ({ row, column, rows, columns }) => {
      const first = names
        .getItem(mark)
        .getRange()
        .getCell(row - origin.row, column - origin.column);
      return rows === 1 && columns === 1 ? first : first.getResizedRange(rows - 1, columns - 1);
    };
  const cover = (mark: string, present: readonly string[], covered: Excel.Range): string => {
    const free = freeOf(mark, present)!;
    names.add(free, covered).visible = false;
    return free;
  };
  const isWhole = (mark: string) => isSame(mark, markOf(key)) || isSame(mark, dataMarkOf(key));
  const found = place.marks.map((mark) => names.getItem(mark).getRange().load(position));
  const start = { row: 0, column: 0 };
  const marks = [...place.marks];
  if (!freeOf(markOf(key), marks)) {
    // Two writings in turn were cut off: the later mark covers what the earlier one does.
    const [fewest] = marks.splice(
      marks.findLastIndex((mark) => !isWhole(mark)),
      1,
    );
    names.getItem(fewest).delete();
  }
  const anchor = cover(markOf(key), marks, cellsBy(marks[0], start)(touched));
  for (const mark of marks) if (!isWhole(mark)) names.getItem(mark).delete();

  let dataMarks = dataBlocks.map(({ mark }) => mark);
  const kept = isFilled(data) ? blockFor(place, data) : undefined;
  const block = { ...data, ...roomFor(data, kept) };
  if (kept) {
    requireCells(context, kept.mark, kept);
    growBlock(context, kept, block);
  }
  const clear = (mark: string) => {
    const range = names.getItem(mark).getRange();
    strip(range);
    range.clear("Contents");
    if (mark !== kept?.mark) range.getEntireColumn().columnHidden = false;
  };
  let dataAnchor: string | null = null;
  // The mark of a run that was cut off goes on covering what that one may have left.
  if (kept && !isWhole(kept.mark)) dataAnchor = kept.mark;
  else if (isFilled(data)) {
    if (!freeOf(dataMarkOf(key), dataMarks)) {
      const last = dataMarks.at(-1)!;
      clear(last);
      names.getItem(last).delete();
      dataMarks = dataMarks.slice(0, -1);
    }
    const besideHers = Math.max(previous.columns, area.columns) + columnsOfHers(place);
    const fresh = { ...block, column: besideHers + 1 };
    const cells = kept ? cellsBy(kept.mark, start)({ ...block, ...start }) : cellsBy(anchor, start)(fresh);
    dataAnchor = cover(dataMarkOf(key), dataMarks, cells);
  }
  if (!added) dataMarks.forEach(clear);
  for (const mark of dataMarks) if (!isWhole(mark) && mark !== dataAnchor) names.getItem(mark).delete();
  const pageCells = cellsBy(anchor, start);
  const dataCells = dataAnchor === null ? pageCells : cellsBy(dataAnchor, data);
  const rangeOf: RangeOf = (cells) => (cells.column < area.columns ? pageCells : dataCells)(cells);
  return {
    rangeOf,
    extent: names.getItem(anchor).getRange(),
    found,
    // Another block of a run that was cut off may have covered the same columns, and has been shown again.
    hiddenData:
      dataAnchor !== null && (!kept || dataMarks.some((mark) => mark !== kept.mark))
        ? dataCells(block)
        : null,
    goOn: () => {
      requireCells(context, anchor, touched);
      if (dataAnchor !== null) requireCells(context, dataAnchor, block);
    },
    finish(written, writtenIn) {
      // The mark of the writing stays where rows or columns have come into the page meanwhile.
      requireSize(context, anchor, touched);
      for (const mark of [...marks, ...dataMarks]) if (isWhole(mark)) names.getItem(mark).delete();
      names.add(markOf(key), rangeOf(area), written).visible = false;
      names.getItem(anchor).delete();
      if (dataAnchor === null) return;
      // With columns and rows that have come into it since it was begun: what the next run clears.
      const grown = names.getItem(dataAnchor).getRange();
      names.add(dataMarkOf(key), grown, writtenIn(block)).visible = false;
      names.getItem(dataAnchor).delete();
    },
  };
}

/** A block of earlier chart data for the new one: with room for it, rather that of a run that was cut off; else one that can grow. */
const blockFor = (place: Place, { rows, columns }: Area): DataBlock | undefined =>
  place.dataBlocks.findLast((block) => block.rows >= rows && block.columns >= columns) ?? growingBlock(place);

/** The only block, where no table stands in the way. Where a run was cut off, something else may: Excel refuses to split merged cells. */
function growingBlock({ key, dataBlocks, tables, isUnfinished }: Place): DataBlock | undefined {
  const [block, ...others] = dataBlocks;
  if (isUnfinished || !block || others.length > 0 || !isSame(block.mark, dataMarkOf(key))) return undefined;
  const isInTheWay = ({ row, column, columns }: Area) =>
    row >= block.row && column < block.column + block.columns && column + columns > block.column;
  return tables.some(({ area }) => isInTheWay(area)) ? undefined : block;
}

/** Whether chart data gets cells below its block: Excel refuses that where somebody's merged cells would be split. */
export function growsBlock(place: Place, { data }: Page): boolean {
  const kept = isFilled(data) ? blockFor(place, data) : undefined;
  return kept !== undefined && roomFor(data, kept).rows > kept.rows;
}

const fewestRows = 16;

/** More rows than chart data needs today: with a few more clients it stays as it is. */
const roomFor = ({ rows, columns }: Area, kept?: DataBlock): Size => ({
  rows:
    kept && kept.rows >= rows
      ? kept.rows
      : Math.max(fewestRows, 2 ** Math.ceil(Math.log2(Math.max(1, rows)))),
  columns: Math.max(columns, kept?.columns ?? 0),
});

/** Queues cells below and columns right of a block of chart data: what somebody wrote there moves on. */
function growBlock(context: Excel.RequestContext, { mark, rows, columns }: DataBlock, to: Size): void {
  const block = () => context.workbook.names.getItem(mark).getRange();
  if (to.rows > rows) {
    const below = () =>
      block()
        .getLastRow()
        .getOffsetRange(1, 0)
        .getResizedRange(to.rows - rows - 1, 0);
    below().insert("Down");
    below().clear("Formats");
  }
  if (to.columns > columns) {
    const right = () =>
      block()
        .getLastColumn()
        .getOffsetRange(0, 1)
        .getResizedRange(0, to.columns - columns - 1)
        .getEntireColumn();
    insertColumns(right);
    right().columnHidden = true;
  }
}

/** @param columns where they come */
function insertColumns(columns: () => Excel.Range): void {
  columns().insert("Right");
  // A column that comes takes its look over from the one before it.
  columns().clear("Formats");
  columns().format.useStandardWidth = true;
}

/**
 * Queues rows below the list when it grows, columns right of the page when it gets wider, and columns for chart data that
 * has no place yet: whatever somebody wrote there moves on, also what she is writing just now, and what somebody wrote onto a
 * sheet that has just been added.
 */
export function makeRoom(context: Excel.RequestContext, place: Place, { area, data }: Page): void {
  const { previous, marks } = place;
  const first = () => context.workbook.names.getItem(marks[0]).getRange().getCell(0, 0);
  const growth = area.rows - previous.rows;
  if (growth > 0) {
    // Rows that come take height and look over from the one above them: should Excel stop here, they stay blank below the page.
    const last = first()
      .getOffsetRange(previous.rows - 1, 0)
      .getResizedRange(0, previous.columns - 1);
    strip(last);
    last.format.useStandardHeight = true;
    const below = first()
      .getOffsetRange(previous.rows, 0)
      .getResizedRange(growth - 1, 0);
    below.getEntireRow().insert("Down");
  }
  const wider = Math.max(0, area.columns - previous.columns);
  const fresh = isFilled(data) && !blockFor(place, data) ? data.columns + 1 : 0;
  const insertAt = (column: number, columns: number) => {
    if (columns === 0) return;
    insertColumns(() =>
      first()
        .getOffsetRange(0, column)
        .getResizedRange(0, columns - 1)
        .getEntireColumn(),
    );
  };
  const hers = columnsOfHers(place);
  // Chart data comes right of columns that belong to the list's table.
  insertAt(previous.columns + hers, hers > 0 ? fresh : 0);
  insertAt(previous.columns, hers > 0 ? wider : wider + fresh);
}

export function strip(range: Excel.Range): void {
  range.unmerge();
  range.clear("Formats");
  range.conditionalFormats.clearAll();
}
