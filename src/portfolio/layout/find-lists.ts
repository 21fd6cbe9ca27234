/** How a sheet is laid out: where its lists stand, what their headers are, what belongs to none. */
import { STEP, type Steps } from "../steps";
import { isAnotherList, titleAbove, topOf } from "./another-list";
import { cellAt, isMissing, markFilled, type Cell, type CellGrid } from "./cell-grid";
import { kindOf } from "./cell-kind";
import { columnSpans } from "./column-spans";
import { nameColumns, namesColumn, namesLevel } from "./column-words";
import { composeHeaders, headerBlock, type HeaderBlock } from "./header-block";
import {
  filledCells,
  headerAt,
  headerIn,
  nextFilledRow,
  type Block,
  type HeaderRow,
  type RowGroup,
} from "./header-row";
import { endWithoutNotes, isFootnote } from "./footnotes";
import { isDateSerial, isYear, periodRun } from "./period-run";

/** A list found among plain cells: a rectangle of the sheet whose first row is the last row of the header. */
export interface ListLayout {
  /** Zero-based; the rows of the body follow. */
  top: number;
  left: number;
  /** Rows of the body, blank ones, totals and repeated headers included. */
  rowCount: number;
  /** Of the whole rectangle, blank columns and Keyfolio's own included. */
  columnCount: number;
  /** First row of the header: bands of years or measures stand above the last. */
  headerTop: number;
  /** Columns of the source with their headers, "" where there is none; blank columns are left out. */
  columns: readonly { position: number; header: Cell }[];
  /** Columns with a text or a period over numbers: what makes it look like a list. */
  contrast: number;
  /** The text that stands alone right above the header; left out where there is none. */
  title?: string;
}

/**
 * The lists of a sheet from top to bottom, those side by side from left to right: header rows found below titles, filters and blank
 * rows; blank rows and columns inside kept; repeated headers joined; notes below left out; tables beside apart. Linear in the cells.
 *
 * @param bridges columns that may stand inside a list without being source (Keyfolio's own)
 */
export function* findListsSteps(grid: CellGrid, bridges: ReadonlySet<number>): Steps<ListLayout[]> {
  const lists: ListLayout[] = [];
  const to = grid.top + grid.rowCount;
  for (const columns of yield* columnSpans(grid, grid.columns, bridges, grid.top, to)) {
    lists.push(...(yield* listsIn(grid, columns, bridges, grid.top, to)));
  }
  return lists;
}

/** A list that is not closed yet. */
interface OpenList {
  header: HeaderRow;
  rows: HeaderBlock;
  block: Block;
  /** The row after the last that belongs to it. */
  end: number;
}

function* listsIn(
  grid: CellGrid,
  columns: readonly number[],
  bridges: ReadonlySet<number>,
  from: number,
  to: number,
): Steps<ListLayout[]> {
  const block = yield* blockOf(grid, columns, bridges, from, to);
  const lists: ListLayout[] = [];
  let list: OpenList | null = null;
  for (let row = nextFilledRow(block, from); row < to;) {
    yield (row - from) / (to - from);
    const group = groupAt(block, row);
    const better = list && betterHeader(list, group);
    if (list && better) {
      list = opened(block, group, better);
    } else if (!list || !continues(list, group)) {
      const header = headerIn(block, group);
      if (header && (list === null || startsAnew(list, header))) {
        if (list) lists.push(...(yield* closed(list, columns, bridges)));
        list = opened(block, group, header);
      } else if (list && !isFootnote(block, list.header, group)) {
        list.end = group.to;
      }
    } else if (list) {
      list.end = group.to;
    }
    // Another list may follow without a blank row between.
    const inside: Inside | null = list && (yield* headerInside(list, group));
    if (list && inside) {
      list.end = inside.header.row;
      lists.push(...(yield* closed(list, columns, bridges)));
      list = opened(block, inside.group, inside.header);
    }
    row = nextFilledRow(block, list && inside ? list.rows.last + 1 : group.to);
  }
  if (list) lists.push(...(yield* closed(list, columns, bridges)));
  return lists;
}

function* blockOf(
  grid: CellGrid,
  columns: readonly number[],
  bridges: ReadonlySet<number>,
  from: number,
  to: number,
): Steps<Block> {
  const source = columns.filter((column) => !bridges.has(column));
  const filled = new Uint8Array(Math.max(0, to - from));
  for (const [i, column] of source.entries()) {
    yield i / source.length;
    markFilled(grid, column, from, to, filled);
  }
  return { grid, columns: source, from, to, filled };
}

function groupAt(block: Block, row: number): RowGroup {
  const end = block.filled.indexOf(0, row - block.from);
  return { from: row, to: end < 0 ? block.to : block.from + end };
}

function opened(block: Block, group: RowGroup, header: HeaderRow): OpenList {
  const rows = headerBlock(block, group, header);
  return { header, rows, block, end: group.to };
}

/**
 * The header of a group below a list without numbers that reads better than that list's own: filters and titles which a blank
 * row divides from the list look like the header of what stands further down.
 */
function betterHeader({ header, rows, block, end }: OpenList, group: RowGroup): HeaderRow | null {
  const { numeric } = header;
  if (numeric.size === 0 || holdsNumbers(block.grid, numeric, rows.last + 1, end)) return null;
  const found = headerIn(block, group);
  return found && found.contrast > header.contrast ? found : null;
}

/** Whether a group goes on with the list above: its first row has numbers where the list has them, or repeats the header. */
function continues(list: OpenList, group: RowGroup): boolean {
  const { header, rows, block } = list;
  if (repeatsHeader(block, rows, group.from)) return true;
  if (header.numeric.size === 0) return false;
  const cells = filledCells(block, group.from, header.numeric);
  const numbers = cells.filter(({ cell }) => kindOf(cell) === "number");
  if (numbers.length === 0 || numbers.length * 2 <= cells.length) return false;
  if (isBandOfAnother(list, group)) return false;
  return !isPeriodHeader(block, header, group.from);
}

const isTime = (cell: Cell): boolean => typeof cell === "number" && (isYear(cell) || isDateSerial(cell));

/** Whether a group begins with nothing but years or dates, which stand over the header of another list. */
function isBandOfAnother(list: OpenList, group: RowGroup): boolean {
  const { block } = list;
  if (!filledCells(block, group.from, block.columns).every(({ cell }) => isTime(cell))) return false;
  const found = headerIn(block, group);
  return found !== null && found.row > group.from && found.contrast > 0 && startsAnew(list, found);
}

/**
 * Whether a row of numbers is the header of another list: words that name columns, and periods, the same under each year
 * perhaps; one year beside nothing but such words, or over columns that the list above does not have, is a band.
 */
function isPeriodHeader(block: Block, { numeric }: HeaderRow, row: number): boolean {
  const cells = filledCells(block, row, block.columns);
  const numbers = cells.filter(({ cell }) => kindOf(cell) === "number");
  const names = cells.filter(({ cell }) => kindOf(cell) === "text");
  if (names.length === 0) return false;
  if (!nameColumns(names.map(({ cell }) => String(cell)))) return false;
  const periods = [...new Set(numbers.map(({ cell }) => cell))];
  if (periodRun(periods) === "regular") return true;
  if (periods.length !== 1 || !isTime(periods[0])) return false;
  return (
    names.every(({ cell }) => namesLevel(String(cell))) || numbers.some(({ column }) => !numeric.has(column))
  );
}

/** Whether a row has the header's texts once more. */
function repeatsHeader({ grid, columns }: Block, { main }: HeaderBlock, row: number): boolean {
  let [equal, heads] = [0, 0];
  for (const column of columns) {
    const head = cellAt(grid, main, column);
    if (kindOf(head) === "blank") continue;
    heads++;
    if (fold(cellAt(grid, row, column)) === fold(head)) equal++;
  }
  return heads > 0 && equal >= 0.8 * heads;
}

const fold = (cell: Cell): string => String(cell).trim().toLowerCase();

/** Whether another list begins: text stands again where the list above has its numbers, or over numbers where it has none. */
function startsAnew({ header: above, rows, block }: OpenList, found: HeaderRow): boolean {
  if (repeatsHeader(block, rows, found.row)) return isAnotherList(block, rows, found.row);
  const isText = (column: number) => kindOf(cellAt(block.grid, found.row, column)) === "text";
  const texts = [...above.numeric].filter(isText);
  const heads = [...found.numeric].filter(isText);
  if (heads.length === 0) return found.contrast > 0;
  return (
    (texts.length > 0 && texts.length * 2 >= above.numeric.size) ||
    heads.some((column) => !above.numeric.has(column))
  );
}

interface Inside {
  header: HeaderRow;
  group: RowGroup;
}

/** The next row of a group inside the list that reads as another list's header; null when none does. */
function* headerInside(list: OpenList, group: RowGroup): Steps<Inside | null> {
  const { block, header, rows } = list;
  const numeric = [...header.numeric];
  if (numeric.length === 0) return null;
  const first = Math.max(group.from, rows.last + 1);
  let hasBody = group.from > rows.last;
  for (let row = first; row < group.to; row++) {
    if ((row - first) % STEP === 0) yield 0;
    if (!holdsTexts(block, numeric, row)) {
      hasBody = true;
      continue;
    }
    if (!hasBody) continue;
    if (repeatsHeader(block, rows, row) && !isAnotherList(block, rows, row)) continue;
    const names = filledCells(block, row, header.texts).filter(({ cell }) => typeof cell === "string");
    if (names.length === 0 || !names.every(({ cell }) => namesColumn(cell as string))) continue;
    const rest = { from: row, to: group.to };
    const found = headerAt(block, rest, row);
    if (found && found.contrast > 0 && startsAnew(list, found)) return { header: found, group: rest };
  }
  return null;
}

/** Whether texts stand in half of the columns of numbers at least. */
function holdsTexts({ grid }: Block, numeric: readonly number[], row: number): boolean {
  const most = numeric.length / 2;
  let [others, texts] = [0, 0];
  for (const column of numeric) {
    const cells = grid.column(column)!;
    if (!isMissing(cells.numbers[row - grid.top])) {
      if (++others > most) return false;
      continue;
    }
    const cell = cells.others.get(row - grid.top);
    if (cell !== undefined && kindOf(cell) === "text") texts++;
    else if (++others > most) return false;
  }
  return texts >= most;
}

/** The list with its columns; lists beside it that the rows above had hidden; nothing when its rows hold no number. */
function* closed(
  { header, rows, block, end }: OpenList,
  columns: readonly number[],
  bridges: ReadonlySet<number>,
): Steps<ListLayout[]> {
  const { grid } = block;
  const first = rows.last + 1;
  const headerTop = topOf(rows);
  const title = titleAbove(block, headerTop);
  end = endWithoutNotes(block, header, first, end);
  while (end > first && !block.filled[end - 1 - block.from]) end--;
  if (end <= first || (header.numeric.size > 0 && !holdsNumbers(grid, header.numeric, first, end))) return [];
  const spans = yield* columnSpans(grid, columns, bridges, headerTop, end);
  const headsOf = (span: readonly number[]) =>
    span.filter((column) => !bridges.has(column) && kindOf(cellAt(grid, rows.main, column)) !== "blank")
      .length;
  const widest = spans.reduce((best, span) => (headsOf(span) > headsOf(best) ? span : best), spans[0] ?? []);
  const others: ListLayout[] = [];
  for (const span of spans) {
    if (span !== widest) others.push(...(yield* listsIn(grid, span, bridges, headerTop, end)));
  }
  const source = widest.filter((column) => !bridges.has(column));
  if (source.length < 2) return others;
  const headers = composeHeaders({ ...block, columns: source }, rows, source);
  const [left, right] = withBridges(source[0], source.at(-1)!, bridges);
  const layout: ListLayout = {
    top: rows.last,
    left,
    rowCount: end - first,
    columnCount: right - left + 1,
    headerTop,
    columns: source.map((position) => ({ position, header: headers.get(position) ?? "" })),
    contrast: header.contrast,
    ...(title !== "" && { title }),
  };
  return [layout, ...others].sort((a, b) => a.left - b.left);
}

function holdsNumbers(grid: CellGrid, columns: Iterable<number>, from: number, to: number): boolean {
  for (const column of columns) {
    for (let row = from; row < to; row++) if (kindOf(cellAt(grid, row, column)) === "number") return true;
  }
  return false;
}

/** Takes in Keyfolio's own columns at both ends. */
function withBridges(left: number, right: number, bridges: ReadonlySet<number>): [number, number] {
  let [from, to] = [left, right];
  while (bridges.has(from - 1)) from--;
  while (bridges.has(to + 1)) to++;
  return [from, to];
}
