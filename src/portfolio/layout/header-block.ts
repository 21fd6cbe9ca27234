import { isBand } from "./band-row";
import { cellAt, type Cell } from "./cell-grid";
import { kindOf } from "./cell-kind";
import {
  isBareUnit,
  namesClients,
  namesColumn,
  namesDifference,
  namesGroupOfClients,
  namesLevel,
  namesNotSold,
  namesPivotRows,
  namesTreeLevel,
  saysOnlyExpected,
} from "./column-words";
import {
  filledCells,
  isNumbering,
  nextFilledRow,
  type Block,
  type HeaderRow,
  type RowGroup,
} from "./header-row";
import { isDateSerial, periodRun } from "./period-run";
import { foldedTotal, totalName, totalOf } from "../list/total-rows";
import { readPeriodHeader } from "../periods/period-header";

/** The rows of a header. */
export interface HeaderBlock {
  /** The row whose texts name the columns; further rows of texts above and below it. */
  main: number;
  /** Rows above, the nearest first: years, months or measures over the columns. */
  bands: readonly number[];
  /** Rows below `main` that name further levels of what stands in one column. */
  levels: readonly number[];
  /** Columns of texts. */
  texts: ReadonlySet<number>;
  /** The row right above the body: `main`, or the last of the rows below that belong to the header. */
  last: number;
}

const mostBands = 3;
const mostLevels = 6;

/** The rows around the one that reads best as the header which belong to it. */
export function headerBlock(block: Block, group: RowGroup, header: HeaderRow): HeaderBlock {
  let main = header.row;
  const bands: number[] = [];
  while (bands.length < mostBands && isLowerHeader(block, group, header, main + 1)) {
    bands.unshift(main);
    main++;
  }
  for (let row = header.row - 1; row >= group.from && bands.length < mostBands; row--) {
    if (!isBand(block, header, row)) break;
    bands.push(row);
  }
  const levels: number[] = [];
  let last = main;
  while (last - main < mostLevels && last + 1 < group.to) {
    if (isLevelRow(block, header, last + 1)) levels.push(last + 1);
    else if (!isNumbering(block, last + 1)) break;
    last++;
  }
  return { main, bands, levels, texts: header.texts, last };
}

/** Whether a row under the header goes on with it: years, measures or units over numbers, nothing over the names. */
function isLowerHeader(block: Block, group: RowGroup, { numeric, texts }: HeaderRow, row: number): boolean {
  if (row >= group.to || nextFilledRow(block, row + 1) >= block.to) return false;
  const over = filledCells(block, row, numeric);
  if (over.length === 0 || filledCells(block, row, texts).length > 0) return false;
  const kinds = over.map(({ cell }) => kindOf(cell));
  if (kinds.some((kind) => kind !== "text" && kind !== "number")) return false;
  const numbers = over.filter((_, i) => kinds[i] === "number").map(({ cell }) => cell);
  // The same years may stand under every measure.
  if (numbers.length > 0 && !isRunOfPeriods(block, row, over)) return false;
  const named = over.filter((_, i) => kinds[i] === "text").map(({ cell }) => String(cell));
  return named.every(
    (text) =>
      namesColumn(text) ||
      isBareUnit(text) ||
      namesDifference(text) ||
      readPeriodHeader(text, "General") !== null,
  );
}

/** Years, months or dates under a header, the same under each measure perhaps; numbers from 1 on under one that names their unit. */
function isRunOfPeriods(block: Block, row: number, over: readonly { column: number; cell: Cell }[]): boolean {
  const numbers = over.filter(({ cell }) => kindOf(cell) === "number").map(({ cell }) => cell);
  const run = periodRun([...new Set(numbers)]);
  const above = cellAt(block.grid, row - 1, over[0].column);
  return run === "regular" || (run === "possible" && namesUnit(above));
}

const unitOfTime = /^(?:месяц|недел|квартал|months?(?![a-z])|weeks?(?![a-z])|quarters?(?![a-z]))/i;

const namesUnit = (cell: Cell): boolean => typeof cell === "string" && unitOfTime.test(cell.trim());

/**
 * The names of the levels below the first, as 1C writes them under the header: `Номенклатура` under `Контрагент`. What stands
 * under a header of clients and is called as clients or their groups are is the first of these: `Key accounts`, `Отдел продаж`.
 */
function isLevelRow(block: Block, { numeric, texts }: HeaderRow, row: number): boolean {
  const names = filledCells(block, row, texts);
  return (
    names.length > 0 &&
    filledCells(block, row, numeric).length === 0 &&
    names.every(
      ({ column, cell }) =>
        typeof cell === "string" &&
        namesLevel(cell) &&
        !(namesGroupOfClients(cell) && namesClientsAbove(block, row, column)) &&
        !isPivotsAbove(block, row, column) &&
        !isClosedBelow(block, row, column),
    )
  );
}

/** Whether a pivot table says that a column holds its rows: the first of them stands right below. */
const isPivotsAbove = ({ grid }: Block, row: number, column: number): boolean =>
  namesPivotRows(String(cellAt(grid, row - 1, column)));

/** Whether a row further down adds up what the cell names, "Total Key accounts": then it is a group and no header. */
function isClosedBelow({ grid, to }: Block, row: number, column: number): boolean {
  const name = foldedTotal(String(cellAt(grid, row, column)));
  const cells = grid.column(column)!;
  for (const [at, cell] of cells.others) {
    const isBelow = grid.top + at > row && grid.top + at < to;
    if (isBelow && typeof cell === "string" && totalName(cell) !== null && totalOf(cell) === name)
      return true;
  }
  return false;
}

/** Whether one of the two rows above says that a column holds clients. */
const namesClientsAbove = ({ grid }: Block, row: number, column: number): boolean =>
  [row - 1, row - 2].some((above) => above >= 0 && namesClients(String(cellAt(grid, above, column))));

/**
 * The header of each column: its own text; the one above where cells are merged over the rows or the own says only a unit.
 * The bands above come before it where it is not unique without them or is expected only, and the year before months and quarters. Names of levels
 * over one column are joined: `Контрагент / Номенклатура`.
 */
export function composeHeaders(
  block: Block,
  header: HeaderBlock,
  columns: readonly number[],
): Map<number, Cell> {
  const { main, bands } = header;
  const spread = bands.map((row) => spreadOf(block, row));
  const parts = columns.map((column) => {
    const rows = [main, ...bands];
    const own = rows.findIndex((row) => kindOf(cellAt(block.grid, row, column)) !== "blank");
    const cell = own < 0 ? "" : (levelsOf(block, header, column) ?? cellAt(block.grid, rows[own], column));
    const above = spread.slice(Math.max(0, own)).map((band) => band.get(column) ?? "");
    return { column, cell, text: textOf(cell), above: own < 0 ? [] : above.map(textOf) };
  });
  for (const part of parts) {
    const counts = typeof part.cell === "number" && namesUnit(part.above[0] ?? "");
    if (counts || isBareUnit(part.text)) prefix(part, 0);
  }
  for (let level = 0; level < bands.length; level++) {
    // Months of a forecast beside those of what was sold are none of them, though no other column is called as they are.
    const expected = parts.filter(({ above }) => namesNotSold(above[level] ?? ""));
    const isBesideOthers = parts.some(
      ({ above }) => (above[level] ?? "") !== "" && !namesNotSold(above[level]),
    );
    const those = isBesideOthers ? expected : expected.filter(({ above }) => saysOnlyExpected(above[level]));
    for (const part of those) if (readPeriodHeader(part.text, "General") !== null) prefix(part, level);
  }
  for (let level = 0; level < bands.length; level++) {
    const seen = new Map<string, number>();
    for (const { text } of parts) seen.set(fold(text), (seen.get(fold(text)) ?? 0) + 1);
    for (const part of parts) {
      if (part.text !== "" && seen.get(fold(part.text))! > 1) prefix(part, level);
    }
  }
  for (const part of parts) withYear(part);
  return new Map(parts.map(({ column, cell, text }) => [column, text === textOf(cell) ? cell : text]));
}

/**
 * The levels that the rows of the header name over one column of texts, the topmost first: `Контрагент / Номенклатура`.
 * Null where they name fewer than two, or where the upper one names the columns beside too.
 */
function levelsOf(
  { grid, columns }: Block,
  { main, bands, levels, texts }: HeaderBlock,
  column: number,
): string | null {
  if (!texts.has(column)) return null;
  const beside = columns[columns.indexOf(column) + 1];
  const spreads = (row: number) => texts.has(beside) && kindOf(cellAt(grid, row, beside)) === "blank";
  const isHeader = (row: number) =>
    columns.every((other) => texts.has(other) || readsAsHeader(cellAt(grid, row, other)));
  const isTime = (row: number) => timeWord.test(String(cellAt(grid, row, column)).trim());
  const above = bands.filter((row) => !spreads(row) && isHeader(row) && !isTime(row)).reverse();
  const named = [...above, main, ...levels]
    .map((row) => String(cellAt(grid, row, column)).trim())
    .filter((text) => text !== "");
  const isTree = new Set(named.map(fold)).size > 1 && named.every(namesTreeLevel);
  return isTree ? named.join(" / ") : null;
}

/** `Период: 2025 год` above a list is no level of it. */
const timeWord = /^(?:период|месяц|квартал|год|дата|period|month|quarter|year|date)/i;

/** Not the value of a filter above the list. */
const readsAsHeader = (cell: Cell): boolean =>
  kindOf(cell) !== "text" || namesColumn(String(cell)) || readPeriodHeader(cell, "General") !== null;

interface Part {
  text: string;
  /** Texts above, the nearest first; "" once used. */
  above: string[];
}

function prefix(part: Part, level: number): void {
  const band = part.above[level] ?? "";
  if (band === "") return;
  part.text = `${yearOf(band) ?? band} ${part.text}`;
  part.above[level] = "";
}

/** The year alone of a band that names one: `2025 год`, `2025 г.`; null when it names none. */
function yearOf(band: string): string | null {
  const reading = readPeriodHeader(band, "General");
  const isYear = reading?.kind === "period" && reading.period.unit === "year";
  return isYear && reading.period.start.endsWith("-01-01") ? reading.period.start.slice(0, 4) : null;
}

/** Months and quarters without a year get the one above them. */
function withYear(part: Part): void {
  if (readPeriodHeader(part.text, "General")?.kind !== "yearless") return;
  const year = part.above.map(yearAround).find((found) => found !== null);
  if (year) part.text = `${year} ${part.text}`;
}

/** The year that a band is or lies in: `2024`, `I квартал 2024`. */
function yearAround(band: string): string | null {
  const reading = readPeriodHeader(band, "General");
  if (reading?.kind !== "period") return null;
  const { start, end } = reading.period;
  return start.slice(0, 4) === end.slice(0, 4) ? start.slice(0, 4) : null;
}

/** A band's texts over the columns that they name: each up to the next, as merged cells and cells filled once read. */
function spreadOf(block: Block, row: number): Map<number, Cell> {
  const texts = new Map<number, Cell>();
  let current: Cell = "";
  for (const column of block.columns) {
    const cell = cellAt(block.grid, row, column);
    if (kindOf(cell) !== "blank") current = cell;
    if (column > block.columns[0] || kindOf(cell) !== "blank") texts.set(column, current);
  }
  return texts;
}

/** A cell of a header as text; a number that only a date can be as its ISO day. */
function textOf(cell: Cell): string {
  if (typeof cell === "number" && isDateSerial(cell)) {
    // Day 25569 of Excel's 1900 calendar is 1970-01-01.
    return new Date((cell - 25_569) * 86_400_000).toISOString().slice(0, 10);
  }
  return String(cell).trim();
}

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");
