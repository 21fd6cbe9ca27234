/** Columns that the user has put at the right of a list's table: what she typed there goes along with the client of its row. */
import { addressOf, identityOf, type WrittenOver } from "../../../portfolio";
import { type CellValue, entered, isFormula } from "../../cells/cell-value";
import { sheetColumns, sheetRows } from "../../source/list-place";
import type { Area, Page } from "./page/page";
import { palette } from "./page/palette";
import type { ExistingTable, Place } from "./sheets";

/** A cell of hers, as `Range.formulas` and `Range.numberFormat` give it. */
interface HerCell {
  content: CellValue;
  format: string;
  /** A formula that Excel would refuse. */
  isText?: boolean;
}

/** What stands in columns of hers. */
export interface Beside {
  /** The first columns of the table, its header row first: they name its rows. */
  names: readonly (readonly CellValue[])[];
  /** Her columns, from the first row of the page to its last one. */
  cells: readonly (readonly HerCell[])[];
}

/** The same, asked for. */
export interface AskedBeside {
  names: Excel.Range;
  cells: Excel.Range;
}

/** A row of a list, with what she typed there. */
export interface HerRow {
  name: string;
  cells: readonly HerCell[];
  /** Row of the sheet in which it stands: formulas about their own row say it. */
  at: number;
}

/** Rows as they were to be written over, where the sheet does not tell them any more, and as they were written. */
export interface Known {
  rows: readonly HerRow[];
  written: readonly HerRow[];
}

/** What is to be written of hers with a page. */
export interface Hers {
  /** The page, with a row more for each of hers whose client is not in the list. */
  page: Page;
  columns: number;
  /** Columns of the page by its first one: where hers stand once room is made, and where they come. */
  from: number;
  to: number;
  /** Rows of the page, from the column `to` on; null where a cell stays as it stands. */
  writes: readonly (readonly (HerCell | null)[])[];
  found: Found;
  rows: readonly HerRow[];
  /** Rows of the page that are there for hers alone. */
  kept: readonly number[];
  known: Known | null;
}

/** A table of the page, by the first row of the page. */
interface Found extends Beside {
  header: number;
  rows: number;
  /** Which of the columns names its rows. */
  nameColumn: number;
  /** Row of the sheet in which the page begins. */
  top: number;
  /** First column of the table, by that of the page. */
  left: number;
  table: string;
}

/** The name of a row stands in one of so many columns. */
const nameColumns = 2;
/** The answers about more rows are too long. */
const mostRows = 20_000;
const blank: HerCell = { content: "", format: "General" };
const isBlank = ({ content }: HerCell) => content === "";
const isSame = (one: HerCell, other: HerCell) =>
  one.content === other.content && (one.format === other.format || isBlank(one));

/**
 * Queues the question what stands in columns of a table right of a page; null objects where it has none there.
 * @param page in the sheet's own coordinates
 * @returns null where nothing is asked
 */
export function askBeside(sheet: Excel.Worksheet, table: Excel.Range, page: Area): AskedBeside | null {
  const right = page.column + page.columns;
  if (right >= sheetColumns || page.rows > mostRows) return null;
  const hers = table.getIntersectionOrNullObject(
    sheet.getRangeByIndexes(0, right, sheetRows, sheetColumns - right),
  );
  return {
    names: hers
      .getEntireRow()
      .getIntersectionOrNullObject(table.getColumn(0).getResizedRange(0, nameColumns - 1))
      .load("formulas"),
    cells: hers
      .getEntireColumn()
      .getIntersectionOrNullObject(sheet.getRangeByIndexes(page.row, 0, page.rows, sheetColumns))
      .load("formulas,numberFormat"),
  };
}

/** @returns null where nothing is hers */
export const besideIn = (asked: AskedBeside | null): Beside | null =>
  !asked || asked.names.isNullObject || asked.cells.isNullObject
    ? null
    : { names: asked.names.formulas as CellValue[][], cells: cellsIn(asked.cells) };

const cellsIn = ({ formulas, numberFormat }: Excel.Range): HerCell[][] =>
  (formulas as CellValue[][]).map((row, r) =>
    row.map((content, c) => ({ content, format: (numberFormat as string[][])[r][c] })),
  );

/** Her columns of a page; none where she has put none there. */
export const columnsOfHers = (place: Place): number => tableWithHers(place)?.beside?.cells[0].length ?? 0;

const tableWithHers = ({ tables, previous }: Place): ExistingTable | undefined =>
  tables.find(({ area, beside }) => beside !== null && isOn(area, previous));

const isOn = ({ row, column, rows }: Area, page: Area): boolean =>
  row >= page.row &&
  row + rows <= page.row + page.rows + 1 &&
  // Lists of ours begin beside the margin.
  column === page.column + 1;

/** @returns null where nothing is hers, or where the rows of the table are not known */
export function hersOn(place: Place, planned: Page, known: Known | null): Hers | null {
  const found = foundOn(place, planned);
  if (!found) return null;
  const columns = found.cells[0].length;
  const standing = rowsOfTable(found);
  const rows = known ? broughtUp(standing, known) : standing;
  const isCalculated = Array.from({ length: columns }, (_, c) => isCalculatedIn(standing, c));
  const to = planned.area.columns;
  const from = Math.max(place.previous.columns, to);
  const gone = matched(rows, namesOn(planned)).left.filter(({ cells }) =>
    cells.some((cell, c) => !isBlank(cell) && !isCalculated[c]),
  );
  const name = String(found.names[0][found.nameColumn]);
  // What she has written beside the page where the list comes ends the list, too.
  let page = withRows(planned, gone, name);
  for (let end = -1; page.list && end !== page.list.area.rows;) {
    end = page.list.area.rows;
    const inTheWay = othersIn(found, page.list.area, columns - (from - to));
    const more = inTheWay.filter(({ at }) => gone.every((each) => each.at !== at));
    gone.push(...more);
    page = withRows(planned, gone, name);
  }
  const { list } = page;
  if (!list) return null;
  const body = list.area.row + 1;
  const given = matched([...rows, ...gone.filter((row) => !rows.includes(row))], namesOn(page)).rows;
  const isInPlace = list.area.row === found.header && place.previous.columns === to;
  const isTold = columnsIn(page, found);

  const height = Math.max(place.previous.rows, page.area.rows);
  const shift = from - to;
  const before = Array.from({ length: height }, (_, row) =>
    Array.from({ length: shift + columns }, (_, x) => found.cells[row]?.[x - shift] ?? blank),
  );
  const after = before.map((row, r) =>
    row.map((cell, x) => (x >= shift && r >= found.header && r <= found.header + found.rows ? blank : cell)),
  );
  for (let c = 0; c < columns; c++) {
    after[list.area.row][c] = found.cells[found.header][c];
    given.forEach((row, i) => {
      const at = found.top + body + i;
      const stays = isCalculated[c] && isInPlace && i < found.rows;
      const source = isCalculated[c] && !stays ? standing[0] : stays ? standing[i] : row;
      after[body + i][c] = source ? cellFor(source.cells[c], source.at, at, isTold) : blank;
    });
  }
  return {
    page,
    columns,
    from,
    to,
    found,
    writes: after.map((row, r) => row.map((cell, x) => (isSame(cell, before[r][x]) ? null : cell))),
    rows: namesOn(page).map((each, i) => ({
      name: each,
      cells: after[body + i].slice(0, columns),
      at: found.top + body + i,
    })),
    known,
    kept: gone.map((_, i) => list.area.row + list.area.rows - gone.length + i),
  };
}

function foundOn(place: Place, { list }: Page): Found | null {
  const { previous, dataBlocks } = place;
  const own = tableWithHers(place);
  if (!own || (list ? list.nameColumn === undefined : !own.table.name.startsWith("Keyfolio"))) return null;
  const { area, isTotalled } = own;
  const beside = own.beside!;
  const first = previous.column + previous.columns;
  const meetsData = dataBlocks.some(
    ({ column, columns }) => column < first + beside.cells[0].length && column + columns > first,
  );
  const header = area.row - previous.row;
  const rows = area.rows - (isTotalled ? 2 : 1);
  if (meetsData || header + rows >= beside.cells.length) return null;
  return {
    ...beside,
    header,
    rows,
    nameColumn: list?.nameColumn ?? 0,
    top: previous.row,
    left: area.column - previous.column,
    table: own.table.name,
  };
}

const rowsOfTable = ({ names, cells, header, rows, nameColumn, top }: Found): HerRow[] =>
  Array.from({ length: rows }, (_, r) => ({
    name: String(names[1 + r][nameColumn]),
    cells: cells[header + 1 + r],
    at: top + header + 1 + r,
  }));

/** Cells beside the page in rows into which the list comes, where its table has not been. */
function othersIn({ cells, header, rows, top }: Found, list: Area, columns: number): HerRow[] {
  return cells.flatMap((row, r) => {
    const isOfTable = r >= header && r <= header + rows;
    if (isOfTable || r < list.row || r >= list.row + list.rows) return [];
    return row.slice(0, Math.max(0, columns)).every(isBlank) ? [] : [{ name: "", cells: row, at: top + r }];
  });
}

/** What tells rows with this name from others. */
const keyOf = (name: string): string => identityOf(name) || name;

/** Rows for names, of alike ones in their order; null for a name that has none. Left are those that have no name any more. */
function matched(
  rows: readonly HerRow[],
  names: readonly string[],
): { rows: (HerRow | null)[]; left: HerRow[] } {
  const byKey = new Map<string, HerRow[]>();
  for (const row of rows) {
    const key = keyOf(row.name);
    const alike = byKey.get(key);
    if (alike) alike.push(row);
    else byKey.set(key, [row]);
  }
  const given = names.map((name) => byKey.get(keyOf(name))?.shift() ?? null);
  return { rows: given, left: [...byKey.values()].flat() };
}

/** Rows as they are known, with what somebody has typed since they were written. */
function broughtUp(standing: readonly HerRow[], { rows, written }: Known): HerRow[] {
  const names = rows.map(({ name }) => name);
  const [now, then] = [matched(standing, names), matched(written, names)];
  return [
    ...rows.map((row, i) => {
      const [stands, stood] = [now.rows[i], then.rows[i]];
      if (!stands || !stood) return row;
      const cells = row.cells.map((cell, c) =>
        isSame(stands.cells[c], stood.cells[c]) ? cell : stands.cells[c],
      );
      return { ...row, cells };
    }),
    ...now.left,
  ];
}

function namesOn({ list, cells }: Page): string[] {
  if (!list) return [];
  const { row, rows, column } = list.area;
  return Array.from({ length: rows - 1 }, (_, r) => {
    const content = cells[row + 1 + r]?.[column + list.nameColumn!] ?? "";
    return typeof content === "object" ? content.formula : String(content);
  });
}

const columnsNamed = /\[@?([^[\]@#]+)\]/g;
const tablesNamed = /([\p{L}\p{N}_.\\]*)\[(?=[^\]]*\])/gu;

/** Whether the columns of a table that a formula names are there: Excel refuses one about others. */
function columnsIn(
  { list, cells }: Page,
  { cells: hers, header, table }: Found,
): (formula: string) => boolean {
  const { row, column, columns } = list!.area;
  const own = (cells[row] ?? []).slice(column, column + columns);
  const headers = new Set(
    [...own, ...hers[header].map(({ content }) => content)].map((each) => String(each).toLowerCase()),
  );
  return (formula) =>
    [...formula.matchAll(columnsNamed)].every(([, name]) => headers.has(name.toLowerCase())) &&
    [...formula.matchAll(tablesNamed)].every(([, name]) => name === "" || name === table);
}

/** A page whose list ends with rows for others. One without a list gets one of them. */
function withRows(planned: Page, rows: readonly HerRow[], header: string): Page {
  if (rows.length === 0) return planned;
  const page = planned.copy();
  if (!page.list) {
    page.gap();
    page.header(page.row, page.left, [{ title: header }]);
    const begun = { row: page.row++, column: page.left, rows: 1, columns: 1 };
    page.list = { name: "KeyfolioRemarks", area: begun, nameColumn: 0 };
  }
  const { area: list, nameColumn } = page.list;
  for (const { name } of rows) {
    page.put(page.row++, list.column + nameColumn!, name, { color: palette.quiet, wrap: true });
  }
  page.list = { ...page.list, area: { ...list, rows: list.rows + rows.length } };
  return page;
}

/** Whether a column holds one and the same formula in all rows: then it belongs to none of them. */
function isCalculatedIn(rows: readonly HerRow[], column: number): boolean {
  const [first, ...others] = rows;
  if (others.length === 0 || !isFormula(first.cells[column].content)) return false;
  return others.every(
    ({ cells, at }) => cells[column].content === inRow(first.cells[column].content, first.at, at),
  );
}

const texts = /("(?:[^"]|"")*"|'(?:[^']|'')*'!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)/iu;
const rowReference = /(?<![\p{L}\p{N}_.$!])(\$?[A-Z]{1,3})(\d+)(?![\p{L}\p{N}_.(!])/giu;

/** A formula about cells of its own row, about those of another one. */
function inRow(content: CellValue, from: number, to: number): CellValue {
  if (!isFormula(content) || from === to) return content;
  return content
    .split(texts)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replace(rowReference, (all: string, column: string, row: string) =>
            Number(row) === from + 1 ? `${column}${to + 1}` : all,
          ),
    )
    .join("");
}

/** A cell as it comes into another row. Where columns are not called what a formula calls them, Excel would refuse it: it is a text there. */
function cellFor(
  { content, format }: HerCell,
  from: number,
  to: number,
  isTold: (formula: string) => boolean,
): HerCell {
  const there = inRow(content, from, to);
  const isText = from !== to && isFormula(there) && !isTold(there);
  return { content: there, format, ...(isText && { isText }) };
}

const isStructured = ({ content, isText }: HerCell): boolean =>
  !isText && isFormula(content) && content.includes("[");

/**
 * Queues what is to be written of hers.
 * @param cellAt the first cell of a row of the page
 * @param isTable whether the list is a table in that moment: formulas that name its columns are written then
 */
export function writeHers(
  { writes, to }: Hers,
  cellAt: (row: number) => Excel.Range,
  isTable: "table" | "cells",
): void {
  const wanted = writes.map((row) =>
    row.map((cell) => (cell && isStructured(cell) === (isTable === "table") ? cell : null)),
  );
  const first = wanted.findIndex((row) => row.some(Boolean));
  if (first < 0) return;
  const rows = wanted.slice(first, wanted.findLastIndex((row) => row.some(Boolean)) + 1);
  const range = () =>
    cellAt(first)
      .getOffsetRange(0, to)
      .getResizedRange(rows.length - 1, rows[0].length - 1);
  const each = (of: (cell: HerCell) => CellValue) => rows.map((row) => row.map((cell) => cell && of(cell)));
  // A formula that comes into a cell of the format Text would be a text there.
  range().numberFormat = each(() => "General") as string[][];
  range().formulas = each(({ content, isText }) =>
    isText ? `'${String(content)}` : entered(content),
  ) as CellValue[][];
  range().numberFormat = each(({ format }) => format) as string[][];
}

/** Queues a look at hers in the request that writes over them. @param cellAt the first cell of a row of the page */
export function lookAtHers(
  { found, from, columns }: Hers,
  cellAt: (row: number) => Excel.Range,
): AskedBeside {
  return {
    names: cellAt(found.header)
      .getOffsetRange(0, found.left)
      .getResizedRange(found.rows, nameColumns - 1)
      .load("formulas"),
    cells: cellAt(0)
      .getOffsetRange(0, from)
      .getResizedRange(found.cells.length - 1, columns - 1)
      .load("formulas,numberFormat"),
  };
}

/** The rows as they are written over what stood there. */
const writtenOver = (
  { rows, writes, found, from, to }: Hers,
  stood: readonly (readonly HerCell[])[],
): HerRow[] =>
  rows.map((row) => {
    const at = row.at - found.top;
    const cells = row.cells.map((_, c) => writes[at][c] ?? stood[at]?.[c - (from - to)] ?? blank);
    return { ...row, cells };
  });

/** @returns the rows as they stood in the last moment, where somebody has typed there or sorted them since they were read; else null */
export function changedSince(hers: Hers, look: AskedBeside): Known | null {
  const { found } = hers;
  const [names, cells] = [look.names.formulas as CellValue[][], cellsIn(look.cells)];
  const isAsFound =
    JSON.stringify(names) === JSON.stringify(found.names.slice(0, names.length)) &&
    cells.every((row, r) => row.every((cell, c) => isSame(cell, found.cells[r][c])));
  // Somebody has moved the table: the rows are not known to stand there.
  if (isAsFound || JSON.stringify(names[0]) !== JSON.stringify(found.names[0])) return null;
  const rows = rowsOfTable({ ...found, names, cells });
  return { rows: hers.known ? broughtUp(rows, hers.known) : rows, written: writtenOver(hers, cells) };
}

/** What somebody has typed in the last moment, beside rows in which it does not stand. */
export function typedInRows(sheet: string, { rows, written }: Known, column: number): WrittenOver[] {
  const standing = matched(
    written,
    rows.map(({ name }) => name),
  ).rows;
  return rows.flatMap(({ cells, at }, row) =>
    cells.flatMap((cell, c) =>
      isBlank(cell) || standing[row]?.cells[c].content === cell.content
        ? []
        : [{ address: addressOf(sheet, at, column + c), content: String(cell.content) }],
    ),
  );
}
