import type { CellColumns } from "../cells/cell-columns";
import { isNumberLike, type Area, type CellValue } from "../cells/cell-value";

/** A client list found among plain cells: `top` is its header row, the rows below are its body. */
export interface Region extends Area {
  /** Columns with a text header over numbers: what makes it look like a list. */
  contrast: number;
}

/** Rows that the header may stand below the first filled row: titles, dates and notes of the export. */
const headerDepth = 15;
const sampleRows = 20;

/**
 * The list around the active cell, or the likeliest one of the block: header row found below titles and blank rows,
 * blank rows inside kept, footnotes below left out, side tables apart.
 *
 * @param bridges columns that belong to the list without being source (Keyfolio's own)
 * @returns null when nothing looks like a list: a header row over at least one row, two columns or more
 */
export function findRegion(
  cells: CellColumns,
  bridges: ReadonlySet<number>,
  active: { row: number; column: number } | null,
): Region | null {
  const regions = runsOfFilled(cells, bridges, cells.top, cells.top + cells.rowCount).flatMap((columns) =>
    listsIn(cells, bridges, columns),
  );
  const holdsActive = ({ top, left, rowCount, columnCount }: Area) =>
    active !== null &&
    active.row >= top &&
    active.row <= top + rowCount &&
    active.column >= left &&
    active.column < left + columnCount;
  return regions.find(holdsActive) ?? regions.reduce<Region | null>(better, null);
}

function better(best: Region | null, region: Region): Region {
  if (best === null) return region;
  const [a, b] = [Math.min(best.contrast, 1), Math.min(region.contrast, 1)];
  return b > a || (b === a && region.rowCount * region.columnCount > best.rowCount * best.columnCount)
    ? region
    : best;
}

/** Runs of columns that are filled somewhere between two rows. */
function runsOfFilled(
  cells: CellColumns,
  bridges: ReadonlySet<number>,
  from: number,
  to: number,
): number[][] {
  const runs: number[][] = [];
  let last = Number.NaN;
  for (const column of cells.columns) {
    const { numbers, others } = cells.column(column)!;
    let filled = bridges.has(column);
    for (let row = from; row < to && !filled; row++) {
      filled = !Number.isNaN(numbers[row - cells.top]) || others.has(row - cells.top);
    }
    if (!filled) continue;
    if (column === last + 1) runs.at(-1)!.push(column);
    else runs.push([column]);
    last = column;
  }
  return runs;
}

/** Rows in groups that are divided by blank rows. */
function groupsOfRows(cells: CellColumns, columns: readonly number[]): { from: number; to: number }[] {
  const filled = new Uint8Array(cells.rowCount);
  for (const column of columns) {
    const { numbers, others } = cells.column(column)!;
    for (let row = 0; row < numbers.length; row++) if (!Number.isNaN(numbers[row])) filled[row] = 1;
    for (const row of others.keys()) filled[row] = 1;
  }
  const groups: { from: number; to: number }[] = [];
  for (let row = 0; row < filled.length; row++) {
    if (!filled[row]) continue;
    const last = groups.at(-1);
    if (last && last.to === row + cells.top) last.to++;
    else groups.push({ from: row + cells.top, to: row + cells.top + 1 });
  }
  return groups;
}

interface Header {
  row: number;
  contrast: number;
  score: number;
  /** Columns that hold numbers below the header. */
  numeric: ReadonlySet<number>;
}

function listsIn(cells: CellColumns, bridges: ReadonlySet<number>, columns: readonly number[]): Region[] {
  const source = columns.filter((column) => !bridges.has(column));
  const groups = groupsOfRows(cells, source);
  const regions: Region[] = [];
  let header: Header | null = null;
  let end = 0;
  const close = () => {
    if (header === null) return;
    const region = regionOf(cells, bridges, columns, header, end);
    if (region) regions.push(region);
    header = null;
  };
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g];
    const found = headerIn(cells, source, group, groups.at(-1)!.to);
    if (found && (header === null || startsAnew(cells, header, found))) {
      close();
      header = found;
      end = group.to;
    } else if (header !== null && !isFootnote(cells, source, group)) {
      end = group.to;
    }
  }
  close();
  return regions;
}

/** Whether another list begins: text stands again where the list above has its numbers, or over numbers where it has none. */
function startsAnew(cells: CellColumns, above: Header, found: Header): boolean {
  const isText = (column: number) => {
    const value = cells.at(found.row, column);
    return typeof value === "string" && value !== "" && !isNumberLike(value);
  };
  const texts = [...above.numeric].filter(isText);
  const heads = [...found.numeric].filter(isText);
  return (
    heads.length > 0 &&
    ((texts.length > 0 && texts.length * 2 >= above.numeric.size) ||
      heads.some((column) => !above.numeric.has(column)))
  );
}

/** Notes under a list: a text here and there, no number, never a row of the list's kind. */
function isFootnote(
  cells: CellColumns,
  columns: readonly number[],
  { from, to }: { from: number; to: number },
): boolean {
  for (let row = from; row < to; row++) {
    let filled = 0;
    for (const column of columns) {
      const value = cells.at(row, column);
      if (value === "") continue;
      if (isNumberLike(value)) return false;
      filled++;
    }
    if (filled > 1 && filled * 2 > columns.length) return false;
  }
  return true;
}

/** The row of a group that reads best as a header of what stands below it; null when none does. */
function headerIn(
  cells: CellColumns,
  columns: readonly number[],
  group: { from: number; to: number },
  end: number,
): Header | null {
  let best: Header | null = null;
  for (let row = group.from; row < Math.min(group.to, group.from + headerDepth); row++) {
    const header = headerAt(cells, columns, row, end);
    if (header && (best === null || header.score > best.score)) best = header;
  }
  return best;
}

function headerAt(cells: CellColumns, columns: readonly number[], row: number, end: number): Header | null {
  const below: number[] = [];
  for (let next = row + 1; next < end && below.length < sampleRows && next <= row + 2 * sampleRows; next++) {
    if (columns.some((column) => cells.at(next, column) !== "")) below.push(next);
  }
  if (below.length === 0) return null;
  const numeric = new Set<number>();
  const heads: CellValue[] = [];
  let [filled, texts, contrast, numbers] = [0, 0, 0, 0];
  for (const column of columns) {
    const head = cells.at(row, column);
    const values = below.map((next) => cells.at(next, column)).filter((value) => value !== "");
    const isNumeric = values.length > 0 && values.filter(isNumberLike).length * 2 >= values.length;
    if (isNumeric) numeric.add(column);
    if (head === "") continue;
    filled++;
    if (typeof head === "string" && !isNumberLike(head)) {
      texts++;
      if (isNumeric) contrast++;
    } else if (isNumeric) {
      numbers++;
      heads.push(head);
    }
  }
  if (texts === 0 || filled < 2) return null;
  // Years and dates are headers too; other numbers above numbers are data.
  const periods = numbers > 0 && readAsPeriods(heads);
  if (periods) contrast += numbers;
  const score = contrast + 0.5 * (filled - contrast) - (periods ? 0 : 1.5 * numbers);
  return score > 0 ? { row, contrast, score, numeric } : null;
}

/** Different whole numbers, all years or all date serials between 1954 and 2119. */
function readAsPeriods(heads: readonly CellValue[]): boolean {
  const numbers = heads.map(Number);
  return (
    new Set(numbers).size === numbers.length &&
    (numbers.every((number) => Number.isInteger(number) && number >= 1900 && number <= 2100) ||
      numbers.every((number) => Number.isInteger(number) && number >= 20_000 && number <= 80_000))
  );
}

/** The list below a header: of the columns side by side that the header and its rows fill. */
function regionOf(
  cells: CellColumns,
  bridges: ReadonlySet<number>,
  columns: readonly number[],
  { row, contrast }: Header,
  end: number,
): Region | null {
  const inside = new Set(columns);
  const runs = runsOfFilled(cells, bridges, row, end)
    .map((run) => run.filter((column) => inside.has(column)))
    .filter((run) => run.length > 0);
  const headsOf = (run: readonly number[]) => run.filter((column) => cells.at(row, column) !== "").length;
  const widest = runs.reduce((best, run) => (headsOf(run) > headsOf(best) ? run : best), runs[0] ?? []);
  if (widest.filter((column) => !bridges.has(column)).length < 2) return null;
  return { top: row, left: widest[0], rowCount: end - row - 1, columnCount: widest.length, contrast };
}
