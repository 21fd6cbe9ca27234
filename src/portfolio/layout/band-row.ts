import { cellAt, type Cell } from "./cell-grid";
import { kindOf } from "./cell-kind";
import { isBareUnit, namesColumn, namesNotSold } from "./column-words";
import { filledCells, isFilledRow, type Block, type HeaderRow } from "./header-row";
import { isDateSerial, isYear } from "./period-run";
import { readPeriodHeader } from "../periods/period-header";

/** Whether a row above the header names groups of its columns: a text, a year or a date over numbers, and no data. */
export function isBand(block: Block, header: HeaderRow, row: number): boolean {
  const { numeric, texts } = header;
  if (!isFilledRow(block, row)) return false;
  const first = Math.min(...numeric, ...texts);
  // What stands above the first column is a title.
  const over = filledCells(block, row, numeric).filter(({ column }) => column > first);
  return (
    over.length > 0 &&
    (standOverPeriods(block, header, row, over) || !isFilter(block, row)) &&
    over.every(({ cell }) => kindOf(cell) === "text" || (kindOf(cell) === "number" && isYearOrDate(cell)))
  );
}

/**
 * Whether two texts above periods, and nothing else in their row, each name some of them, as merged cells read: `Actual | | | Forecast`.
 * A filter has its value right beside.
 */
function standOverPeriods(
  block: Block,
  header: HeaderRow,
  row: number,
  over: readonly { column: number; cell: Cell }[],
): boolean {
  if (over.length !== 2 || filledCells(block, row, block.columns).length !== 2) return false;
  const isOverPeriod = ({ column }: { column: number }) =>
    isYearOrDate(cellAt(block.grid, header.row, column));
  // A title with its year.
  const isTitle = (text: string) => year.test(text) && !namesNotSold(text) && !isYearOrDate(text);
  const texts = over.map(({ cell }) => String(cell));
  const [left, right] = over.map(({ column }) => block.columns.indexOf(column));
  return (
    over.every(isOverPeriod) &&
    !texts[0].trim().endsWith(":") &&
    !texts.some(isTitle) &&
    (right - left > 1 || texts.some(namesNotSold))
  );
}

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Whether a row is a filter of an export with its value: `Валюта: | руб.`, `Status | Posted`. */
function isFilter(block: Block, row: number): boolean {
  const cells = filledCells(block, row, block.columns);
  if (cells.length !== 2) return false;
  const [label, value] = cells.map(({ cell }) => String(cell).trim());
  return label.endsWith(":") || !(namesColumn(value) || isBareUnit(value) || isYearOrDate(cells[1].cell));
}

const isYearOrDate = (cell: Cell): boolean =>
  typeof cell === "number"
    ? isYear(cell) || isDateSerial(cell)
    : readPeriodHeader(String(cell), "General") !== null;
