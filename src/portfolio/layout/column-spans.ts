import type { Steps } from "../steps";
import { cellAt, markFilled, type CellGrid } from "./cell-grid";
import { kindOf } from "./cell-kind";
import { namesClients } from "./column-words";
import { readPeriodHeader } from "../periods/period-header";

/** Blank columns that a list which is complete already may have before its next column. */
export const widestGap = 3;
const sampled = 100;
/** Part of the texts that must differ where they are names. */
const mostDistinct = 0.9;

/** Columns side by side, and which rows they fill. */
interface Span {
  columns: number[];
  /** 1 per filled row. */
  rows: Uint8Array;
  filled: number;
  /** Whether one of its columns holds texts, and one numbers: a list of its own. */
  names: boolean;
  numbers: boolean;
  /** Whether the first text of its first column of texts names clients; whether that of any does. */
  ofClients: boolean;
  hasClients: boolean;
  /** Whether the texts of its first column of texts differ from row to row, as the names of a list do. */
  isKeyed: boolean;
  /** Whether its first header is a period, with which no list begins. */
  goesOn: boolean;
}

/**
 * The columns of some rows in groups that belong together. Blank columns between (also those that cells merged across leave)
 * divide only what reads as lists of their own: names and numbers on both sides, in other rows or each with its clients.
 *
 * @param bridges columns that count as filled where they touch others, and as blank where a blank column follows
 */
export function* columnSpans(
  grid: CellGrid,
  columns: readonly number[],
  bridges: ReadonlySet<number>,
  from: number,
  to: number,
): Steps<number[][]> {
  const cellsOfRow = new Uint16Array(Math.max(0, to - from));
  const runs = yield* runsOfFilled(grid, columns, bridges, from, to, cellsOfRow);
  if (runs.length < 2) return runs;
  const first = firstWideRow(cellsOfRow);
  const spans: Span[] = [];
  for (const [i, run] of runs.entries()) {
    yield i / runs.length;
    const span = spanOf(grid, run, bridges, from, to, first);
    const before = spans.at(-1);
    if (before && belongTogether(before, span, blanksBetween(before, span, bridges), first, cellsOfRow))
      spans[spans.length - 1] = joined(before, span);
    else spans.push(span);
  }
  return spans.map((span) => span.columns);
}

/** Cells of a row that is a title, or a filter with its value. */
const narrow = 2;

/** The first row that is wider than titles and filters; 0 where none is. */
const firstWideRow = (cellsOfRow: Uint16Array): number =>
  Math.max(
    0,
    cellsOfRow.findIndex((cells) => cells > narrow),
  );

/**
 * Runs of columns that are filled somewhere between two rows. A lone title above a blank column does not fill it.
 * @param cellsOfRow filled with the number of cells of each row
 */
function* runsOfFilled(
  grid: CellGrid,
  columns: readonly number[],
  bridges: ReadonlySet<number>,
  from: number,
  to: number,
  cellsOfRow: Uint16Array,
): Steps<number[][]> {
  const marks = new Uint8Array(cellsOfRow.length);
  const counts = new Map<number, number>();
  const places = new Map<number, number[]>();
  for (const [i, column] of columns.entries()) {
    yield i / columns.length;
    if (bridges.has(column)) continue;
    marks.fill(0);
    markFilled(grid, column, from, to, marks);
    let count = 0;
    const first: number[] = [];
    for (let row = 0; row < marks.length; row++) {
      if (!marks[row]) continue;
      cellsOfRow[row]++;
      if (count++ < 2) first.push(row);
    }
    counts.set(column, count);
    places.set(column, first);
  }
  const most = Math.max(0, ...counts.values());
  const runs: number[][] = [];
  let last = Number.NaN;
  for (const column of columns) {
    const count = counts.get(column) ?? 0;
    const isTitle =
      count <= 2 && most >= 8 && (places.get(column) ?? []).every((row) => cellsOfRow[row] <= narrow);
    if (!bridges.has(column) && (count === 0 || isTitle)) continue;
    if (column === last + 1) runs.at(-1)!.push(column);
    else runs.push([column]);
    last = column;
  }
  return runs;
}

/** @param firstWide row, counted from the first, above which stand titles and filters: their texts are no names */
function spanOf(
  grid: CellGrid,
  columns: number[],
  bridges: ReadonlySet<number>,
  from: number,
  to: number,
  firstWide: number,
): Span {
  const rows = new Uint8Array(Math.max(0, to - from));
  const own = new Uint8Array(rows.length);
  let [names, numbers, ofClients, hasClients, isKeyed] = [false, false, false, false, false];
  for (const column of columns) {
    if (bridges.has(column)) continue;
    own.fill(0);
    markFilled(grid, column, from, to, own);
    const counts = { number: 0, text: 0 };
    const texts = new Set<string>();
    let first: string | null = null;
    let seen = 0;
    for (let row = 0; row < own.length; row++) {
      if (!own[row]) continue;
      rows[row] = 1;
      if (seen++ >= sampled) continue;
      const cell = cellAt(grid, from + row, column);
      const kind = kindOf(cell);
      if (kind === "text") first ??= String(cell);
      if (row < firstWide || (kind !== "number" && kind !== "text")) continue;
      counts[kind]++;
      if (kind === "text") texts.add(String(cell));
    }
    if (counts.number > 0 && counts.number >= counts.text) numbers = true;
    else if (counts.text >= 2) {
      const areClients = first !== null && namesClients(first);
      hasClients ||= areClients;
      if (!names) {
        ofClients = areClients;
        isKeyed = texts.size >= mostDistinct * counts.text;
      }
      names = true;
    }
  }
  return {
    columns,
    rows,
    filled: count(rows),
    names,
    numbers,
    ofClients,
    hasClients,
    isKeyed,
    goesOn: beginsWithPeriod(grid, columns[0], from, to),
  };
}

function beginsWithPeriod(grid: CellGrid, column: number, from: number, to: number): boolean {
  for (let row = from; row < to; row++) {
    const cell = cellAt(grid, row, column);
    const kind = kindOf(cell);
    if (kind !== "blank") return kind === "text" && readPeriodHeader(cell, "General") !== null;
  }
  return false;
}

const count = (rows: Uint8Array, from = 0): number => {
  let filled = 0;
  for (let row = from; row < rows.length; row++) filled += rows[row];
  return filled;
};

/**
 * Columns between two spans that hold nothing of the source: what stands apart from a list stays so, however near Keyfolio's own
 * columns have come to it.
 */
function blanksBetween(left: Span, right: Span, bridges: ReadonlySet<number>): number {
  const [from] = right.columns;
  const to = bridges.has(from) ? undefined : left.columns.findLast((column) => !bridges.has(column));
  return from - (to ?? left.columns.at(-1)!) - 1;
}

/**
 * @param gap columns between them
 * @param first row from which on the two are compared: titles and filters above say nothing, nor do notes of one cell below
 */
function belongTogether(
  left: Span,
  right: Span,
  gap: number,
  first: number,
  cellsOfRow: Uint16Array,
): boolean {
  let [both, bothBelow, eitherBelow] = [0, 0, 0];
  for (let row = 0; row < left.rows.length; row++) {
    both += left.rows[row] & right.rows[row];
    if (row < first || cellsOfRow[row] === 1) continue;
    bothBelow += left.rows[row] & right.rows[row];
    eitherBelow += left.rows[row] | right.rows[row];
  }
  const complete = (span: Span) => span.names && span.numbers;
  if (complete(left) && complete(right)) {
    // Attributes and amounts without a client, beside the clients that they are of.
    const isPart = !left.hasClients && !left.isKeyed && bothBelow >= 0.9 * count(right.rows, first);
    if (isPart && bothBelow >= 0.6 * eitherBelow) return true;
    return bothBelow >= 0.8 * eitherBelow && (!right.ofClients || right.goesOn);
  }
  if ((complete(left) || complete(right)) && gap > widestGap) return false;
  const most = Math.max(count(left.rows, first), count(right.rows, first));
  if (bothBelow > 0 && bothBelow >= 0.6 * most) return true;
  return (
    right.columns.length === 1 &&
    right.filled > 1 &&
    left.rows.indexOf(1) >= 0 &&
    beginsAtHeader(left, right, both)
  );
}

/** A column that is filled here and there belongs to a list when it begins in the list's first row and never leaves it. */
function beginsAtHeader(left: Span, right: Span, both: number): boolean {
  return both === right.filled && left.rows.indexOf(1) === right.rows.indexOf(1);
}

function joined(left: Span, right: Span): Span {
  const rows = left.rows.map((filled, row) => filled | right.rows[row]);
  return {
    columns: [...left.columns, ...right.columns],
    rows,
    filled: count(rows),
    names: left.names || right.names,
    numbers: left.numbers || right.numbers,
    ofClients: left.names ? left.ofClients : right.ofClients,
    hasClients: left.hasClients || right.hasClients,
    isKeyed: left.names ? left.isKeyed : right.isKeyed,
    goesOn: left.goesOn,
  };
}
