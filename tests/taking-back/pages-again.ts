/** Pages of a report that hold again what they held before a run refreshed them. */
import type { CellRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { namedCells } from "../../src/workbook/marks/named-cells";

/** Cells of a sheet: the first row and column, and how many. */
interface Block {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

const dataMark = /^keyfolio\.chartData\.\w+$/;
const nowhere: Block = { row: 0, column: 0, rows: 0, columns: 0 };

/** The cells of a page's chart data; none where it has none. */
function chartDataOn({ names }: WorkbookRecord, sheet: string): Block {
  const places = names.flatMap(({ name, formula }) => (dataMark.test(name) ? [namedCells(formula)] : []));
  const area = places.find((place) => place?.sheet === sheet)?.area;
  return area
    ? { row: area.top, column: area.left, rows: area.rowCount, columns: area.columnCount }
    : nowhere;
}

const isIn = ({ row, column, rows, columns }: Block, r: number, c: number) =>
  r >= row && r < row + rows && c >= column && c < column + columns;
const hasColumn = ({ column, columns }: Block, c: number) => c >= column && c < column + columns;
const isBlank = ({ value, formula }: CellRecord) => value === undefined && formula === undefined;

/**
 * Takes out of two records of a workbook, in which pages were refreshed and are as before, what Excel does not take back: chart data
 * may stand in other columns, or have more room, and what stood below that room or right of it has moved on by as much; a table that
 * was made anew has another number. Everything else on them stays to be compared.
 *
 * @param before the record without the run
 */
export function setRoomAside(before: WorkbookRecord, now: WorkbookRecord, pages: readonly string[]): void {
  for (const page of pages) {
    const [was, is] = [chartDataOn(before, page), chartDataOn(now, page)];
    const isSamePlace = was.row === is.row && was.column === is.column;
    const grown = isSamePlace
      ? { rows: is.rows - was.rows, columns: is.columns - was.columns }
      : { rows: 0, columns: 0 };
    const isSameRoom = isSamePlace && grown.rows === 0 && grown.columns === 0;
    const isRoom = (row: number, column: number) => isIn(was, row, column) || isIn(is, row, column);
    const isRoomsColumn = (column: number) => hasColumn(was, column) || hasColumn(is, column);
    settle(before, page, { data: was, grown: { rows: 0, columns: 0 }, isSameRoom, isRoom, isRoomsColumn });
    settle(now, page, { data: is, grown, isSameRoom, isRoom, isRoomsColumn });
  }
}

interface Room {
  data: Block;
  /** By how much the chart data has more room than before. */
  grown: { rows: number; columns: number };
  isSameRoom: boolean;
  /** Whether chart data stands in a cell, or a column, in one of the two records. */
  isRoom: (row: number, column: number) => boolean;
  isRoomsColumn: (column: number) => boolean;
}

function settle(
  record: WorkbookRecord,
  page: string,
  { data, grown, isSameRoom, isRoom, isRoomsColumn }: Room,
): void {
  const sheet = record.sheets.find(({ name }) => name === page);
  if (!sheet) return;
  const columnThen = (column: number) =>
    column >= data.column + data.columns ? column - grown.columns : column;
  const rowThen = (row: number, column: number) =>
    hasColumn(data, column) && row >= data.row + data.rows ? row - grown.rows : row;
  sheet.cells = sheet.cells
    .filter((cell) => !(isBlank(cell) && isRoom(cell.row, cell.column)))
    .map(({ row, column, ...cell }) =>
      isIn(data, row, column)
        ? { ...cell, row: row - data.row, column: farRight + column - data.column }
        : { ...cell, row: rowThen(row, column), column: columnThen(column) },
    )
    .sort((a, b) => a.row - b.row || a.column - b.column);
  sheet.columns = sheet.columns
    .map((each) => (isRoomsColumn(each.index) ? { ...each, hidden: undefined } : each))
    .filter(({ hidden, width, format }) => hidden || width !== undefined || format)
    .map((each) => ({ ...each, index: columnThen(each.index) }));
  for (const table of sheet.tables) table.id = 0;
  for (const series of sheet.charts.flatMap((chart) => chart.series)) {
    series.values = inData(series.values, data);
    series.categories = inData(series.categories, data);
  }
  for (const name of record.names) {
    if (!dataMark.test(name.name) || namedCells(name.formula)?.sheet !== page) continue;
    name.formula = "";
    // The checksum tells of its blank cells, too.
    if (!isSameRoom) name.comment = "";
  }
}

/** No page is as wide: chart data is compared there. */
const farRight = 10_000;

/** A reference of a chart, told by its place in the chart data where it points there. */
function inData(reference: string | null, data: Block): string | null {
  const area = reference === null ? null : (namedCells(reference)?.area ?? null);
  if (!area || !isIn(data, area.top, area.left)) return reference;
  return `chart data ${area.top - data.row},${area.left - data.column}: ${area.rowCount} × ${area.columnCount}`;
}
