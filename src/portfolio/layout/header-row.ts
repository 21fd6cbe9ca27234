import { cellAt, type Cell, type CellGrid } from "./cell-grid";
import { kindOf } from "./cell-kind";
import { numberColumns } from "./column-numbers";
import { nameColumns, namesColumn, namesLevel } from "./column-words";
import { readPeriodHeader } from "../periods/period-header";
import { periodRun } from "./period-run";

/** Rows and columns in which a list is looked for; Keyfolio's own columns left out. */
export interface Block {
  grid: CellGrid;
  columns: readonly number[];
  from: number;
  /** The row after the last. */
  to: number;
  /** 1 per filled row, counted from `from`. */
  filled: Uint8Array;
}

/** Rows that stand together without a blank row between: from, and the row after the last. */
export interface RowGroup {
  from: number;
  to: number;
}

/** A row that reads as a header of what stands below it. */
export interface HeaderRow {
  row: number;
  /** Columns with a text or a period over numbers: what makes it look like a header. */
  contrast: number;
  score: number;
  /** Columns that hold numbers below the header, and those that hold texts. */
  numeric: ReadonlySet<number>;
  texts: ReadonlySet<number>;
}

/** Rows that the header may stand below the first row of its group: titles, filters and notes of an export. */
const headerDepth = 15;
const sampleRows = 20;
/** Rows below a header that tell what its columns hold; what stands below a blank row may be another list. */
const tellingRows = 3;

export const isFilledRow = (block: Block, row: number): boolean =>
  row >= block.from && row < block.to && block.filled[row - block.from] === 1;

/** The first filled row at or below a row; `block.to` when there is none. */
export function nextFilledRow(block: Block, row: number): number {
  const at = block.filled.indexOf(1, Math.max(0, row - block.from));
  return at < 0 ? block.to : block.from + at;
}

/** The row of a group that reads best as a header of what stands below it; null when none does. */
export function headerIn(block: Block, group: RowGroup): HeaderRow | null {
  let best: HeaderRow | null = null;
  for (let row = group.from; row < Math.min(group.to, group.from + headerDepth); row++) {
    const header = headerAt(block, group, row);
    if (header && (best === null || header.score > best.score)) best = header;
  }
  return best;
}

/**
 * How well a row reads as a header: texts over numbers, words that name columns, numbers right below.
 * Numbers over numbers are data, but for periods; and periods are data too where the row above has numbers or headers in the
 * same columns.
 */
export function headerAt(block: Block, group: RowGroup, row: number): HeaderRow | null {
  const { grid, columns } = block;
  const below = rowsBelow(block, row);
  if (below.length === 0) return null;
  const numeric = new Set<number>();
  const texts = new Set<number>();
  for (const column of columns) {
    const kind = kindBelow(grid, column, below);
    if (kind === "number") numeric.add(column);
    else if (kind === "text") texts.add(column);
  }
  const heads: number[] = [];
  const numbers: number[] = [];
  let [filled, named, words] = [0, 0, 0];
  for (const column of columns) {
    const cell = cellAt(grid, row, column);
    const kind = kindOf(cell);
    if (kind === "blank") continue;
    filled++;
    if (kind === "text") {
      named++;
      if (numeric.has(column)) heads.push(column);
      if (namesColumn(cell as string)) words++;
    } else if (kind === "number" && numeric.has(column)) {
      numbers.push(column);
    }
  }
  const run = runOf(numbers, heads, (column) => cellAt(grid, row, column));
  const isNamed = named > heads.length && namesTextColumns(block, row, texts, nameColumns);
  const isPeriods =
    run !== null &&
    (run === "regular" || isNamed) &&
    (named > 0 || hasNamesAbove(block, group, row, texts)) &&
    (!isLikeAbove(block, group, row, numbers) ||
      namesTextColumns(block, row, texts, (names) => names.every(namesLevel)));
  const contrast = heads.length + (isPeriods ? numbers.length : 0);
  if (named > 0 && row > group.from && isNumbering(block, row)) return null;
  if ((named === 0 && !isPeriods) || (filled === 2 && isFilter(block, row))) return null;
  if (filled < 2 && !(contrast === 1 && hasNamesBefore(columns, heads[0], texts))) return null;
  const direct =
    contrast > 0 && leadsToNumbers(block, row, [...heads, ...(isPeriods ? numbers : [])]) ? 2 : 0;
  const score =
    contrast +
    0.5 * (filled - contrast) -
    (isPeriods ? 0 : 1.5 * numbers.length) +
    Math.min(1.5, 0.5 * words) +
    direct;
  return score > 0 ? { row, contrast, score, numeric, texts } : null;
}

const everything = /^\(?(?:all|все|multiple items|несколько элементов)\)?$/i;

/** Whether a row of two cells is a filter above an export with its value: `Валюта: | руб.`, `Region | (All)`. */
function isFilter(block: Block, row: number): boolean {
  const [label, value] = filledCells(block, row, block.columns).map(({ cell }) => String(cell).trim());
  return label.endsWith(":") || everything.test(value);
}

/** What the numbers of a row are as periods, together with the texts among them: `09.2024` is a text, `10.2024` may be a number. */
function runOf(
  numbers: readonly number[],
  heads: readonly number[],
  cell: (column: number) => Cell,
): ReturnType<typeof periodRun> {
  if (numbers.length === 0) return null;
  const years = yearsInUnits(numbers.map(cell));
  if (years.length > 0) return periodRun(years) === "regular" ? "regular" : null;
  const texts = heads.filter((column) => readPeriodHeader(cell(column), "General") !== null);
  const all = [...numbers, ...texts].sort((a, b) => a - b);
  return periodRun(all.map(cell)) ?? periodRun(numbers.map(cell));
}

const yearInUnit = /^((?:19|20)\d\d) ?([€$£₽%])$/;

/** The different years of cells each of which is a year in one of several units: `2024 €`, `2024 %`, `2025 €`; none where they are not. */
function yearsInUnits(cells: readonly Cell[]): number[] {
  const found = cells.map((cell) => yearInUnit.exec(String(cell).trim()));
  const units = new Set(found.map((match) => match?.[2]));
  return units.size > 1 && found.every((match) => match !== null)
    ? [...new Set(found.map((match) => Number(match[1])))]
    : [];
}

function rowsBelow(block: Block, row: number): number[] {
  const below: number[] = [];
  const last = Math.min(block.to, row + 1 + 2 * sampleRows);
  for (let next = nextFilledRow(block, row + 1); next < last && below.length < sampleRows;) {
    below.push(next);
    const isLast = !isFilledRow(block, next + 1);
    next = nextFilledRow(block, next + 1);
    if (isLast && (below.length >= tellingRows || hasTextsOverNumbers(block, below, next))) break;
  }
  // A header far above its rows is still theirs.
  const first = nextFilledRow(block, row + 1);
  if (below.length === 0 && first < block.to) below.push(first);
  return below;
}

/** Whether a row has texts in most of the columns where the rows above have numbers: the header of another list. */
function hasTextsOverNumbers({ grid, columns, to }: Block, above: readonly number[], row: number): boolean {
  if (row >= to) return false;
  const counts = { number: 0, text: 0 };
  for (const column of columns) {
    if (!above.every((each) => kindOf(cellAt(grid, each, column)) === "number")) continue;
    const kind = kindOf(cellAt(grid, row, column));
    if (kind === "number" || kind === "text") counts[kind]++;
  }
  return counts.text > counts.number;
}

function kindBelow(grid: CellGrid, column: number, rows: readonly number[]): "number" | "text" | null {
  const counts = { number: 0, text: 0 };
  for (const row of rows) {
    const kind = kindOf(cellAt(grid, row, column));
    if (kind === "number" || kind === "text") counts[kind]++;
  }
  if (counts.number + counts.text === 0) return null;
  return counts.number >= counts.text ? "number" : "text";
}

/** Whether the texts of a row over columns of texts are headers and no names: `Client`, not `Fjord AS`. */
function namesTextColumns(
  { grid, columns }: Block,
  row: number,
  texts: ReadonlySet<number>,
  areHeaders: (texts: readonly string[]) => boolean,
): boolean {
  const named = columns
    .filter((column) => texts.has(column))
    .map((column) => cellAt(grid, row, column))
    .filter((cell) => kindOf(cell) === "text");
  return named.length > 0 && areHeaders(named.map(String));
}

/** Whether a column of texts stands before: its header may be missing. */
function hasNamesBefore(columns: readonly number[], head: number, texts: ReadonlySet<number>): boolean {
  return columns.some((column) => column < head && texts.has(column));
}

/** Whether the row above names a column of texts: cells merged over both rows of a header. */
function hasNamesAbove(block: Block, group: RowGroup, row: number, texts: ReadonlySet<number>): boolean {
  if (row - 1 < group.from) return false;
  return [...texts].some((column) => {
    const cell = cellAt(block.grid, row - 1, column);
    return kindOf(cell) === "text" && namesColumn(String(cell));
  });
}

/** Whether most of these columns hold numbers or headers in the row above, or numbers above its blank cells: what stands here is data then. */
function isLikeAbove(block: Block, group: RowGroup, row: number, columns: readonly number[]): boolean {
  if (row - 1 < group.from) return false;
  const above = columns.filter((column) => {
    const kind = kindOf(cellAt(block.grid, row - 1, column));
    return kind === "number" || kind === "text" || nearestAbove(block, group, row, column) === "number";
  });
  return above.length * 2 > columns.length;
}

/** What the nearest cell above holds that is not blank. */
function nearestAbove({ grid }: Block, { from }: RowGroup, row: number, column: number) {
  const last = Math.max(from, row - headerDepth);
  for (let above = row - 1; above >= last; above--) {
    const kind = kindOf(cellAt(grid, above, column));
    if (kind !== "blank") return kind;
  }
  return "blank";
}

/** Rows without a number that may stand between a header and its numbers: a group, and a group in it. */
const mostHeadings = 2;

/**
 * Whether the next row that has anything where this one has its heads has numbers there, or says that there are none: names
 * of groups may come first.
 */
function leadsToNumbers(block: Block, row: number, heads: readonly number[]): boolean {
  let next = row;
  for (let skipped = 0; skipped <= mostHeadings; skipped++) {
    next = nextFilledRow(block, next + 1);
    const counts = { numbers: 0, texts: 0 };
    for (const column of heads) {
      const kind = kindOf(cellAt(block.grid, next, column));
      if (kind === "number" || kind === "none") counts.numbers++;
      else if (kind === "text") counts.texts++;
    }
    if (counts.numbers + counts.texts > 0) return counts.numbers > counts.texts;
  }
  return false;
}

/** Numbers of the columns under their headers, from the first column on. */
export function isNumbering(block: Block, row: number): boolean {
  const cells = filledCells(block, row, block.columns);
  const heads = filledCells(block, row - 1, block.columns);
  return cells[0]?.column === heads[0]?.column && numberColumns(cells.map(({ cell }) => cell));
}

/** The cells of a row over some columns that are not blank. */
export function filledCells(
  { grid }: Block,
  row: number,
  columns: Iterable<number>,
): { column: number; cell: Cell }[] {
  const cells: { column: number; cell: Cell }[] = [];
  for (const column of columns) {
    const cell = cellAt(grid, row, column);
    if (kindOf(cell) !== "blank") cells.push({ column, cell });
  }
  return cells;
}
