import type { Area, CellValue, SeriesRecord } from "../../workbook-record";
import type { CellBlock, ReferencedCells } from "../sheet-context";
import { chartKinds } from "./chart-kind";
import { HostError } from "../host-error";

/**
 * The series that Excel makes of a block of cells (charts.add, chart.setData).
 * Series stand in columns when the block has more rows than columns, else in rows, unless `seriesBy` says so.
 * A blank corner makes the first row and column names; without it, texts (and dates in the first column) do.
 * A scatter chart takes the first column (row) as x of all series.
 * Sources: Microsoft Support, "Select data for a chart"; J. Peltier, "How Excel arranges data in charts". The refusal of a
 * block of one blank cell is a guess.
 * @throws HostError InvalidArgument
 */
export function seriesOfBlock(block: CellBlock, type: string, seriesBy: unknown): SeriesRecord[] {
  const source = block.$context.resolve(block.$context.referenceTo(block.$area));
  if (!source) {
    throw new HostError("InvalidArgument", "The source of a chart is a block of cells.");
  }
  const byRows = standsInRows(block.$area, seriesBy);
  const table = byRows ? transposed(source) : source;
  const isScatter = chartKinds[type].family === "scatter";
  const { names, categories } = headersOf(table, isScatter);
  const series: SeriesRecord[] = [];
  for (let column = categories; column < table.values[0].length; column++) {
    const length = table.values.length - names;
    const cells = (first: number, firstLine: number, count: number, lines: number) =>
      block.$context.referenceTo(areaOf(block.$area, byRows, first, firstLine, count, lines));
    series.push({
      name: names > 0 ? textAt(table, 0, column) : "",
      nameFormula: names > 0 ? cells(0, column, names, 1) : null,
      values: cells(names, column, length, 1),
      categories: categories > 0 ? cells(names, 0, length, categories) : null,
      type,
      secondaryAxis: false,
      labels: null,
      points: [],
    });
  }
  return series;
}

function standsInRows(area: Area, seriesBy: unknown): boolean {
  if (seriesBy === "Columns") {
    return false;
  }
  if (seriesBy === "Rows") {
    return true;
  }
  if (seriesBy !== undefined && seriesBy !== "Auto") {
    throw new HostError("InvalidArgument", `${String(seriesBy)} is neither Columns, Rows nor Auto.`);
  }
  return area.columns >= area.rows;
}

type Table = Pick<ReferencedCells, "values" | "texts" | "numberFormats">;

function transposed({ values, texts, numberFormats }: Table): Table {
  const turn = <T>(matrix: T[][]) => matrix[0].map((_, column) => matrix.map((row) => row[column]));
  return { values: turn(values), texts: turn(texts), numberFormats: turn(numberFormats) };
}

/** How many rows hold names and how many columns hold categories. At least one row and one column are left as values. */
function headersOf(table: Table, isScatter: boolean): { names: number; categories: number } {
  const { values } = table;
  const [rows, columns] = [values.length, values[0].length];
  const cornerIsBlank = rows > 1 && columns > 1 && values[0][0] === "";
  let categories = isScatter && columns > 1 ? 1 : 0;
  if (!isScatter) {
    while (categories < columns - 1 && isCategoryColumn(table, categories)) {
      categories++;
    }
    if (cornerIsBlank) {
      categories = Math.max(1, categories);
    }
  }
  const heads = values[0].slice(categories);
  const namesAreTexts = heads.some(isText) && heads.every((head) => isText(head) || head === "");
  const names = rows > 1 && (cornerIsBlank || namesAreTexts) ? 1 : 0;
  return { names, categories };
}

/** Texts or dates below the first row (or in the only row). */
function isCategoryColumn({ values, numberFormats }: Table, column: number): boolean {
  const first = values.length > 1 ? 1 : 0;
  const filled = values
    .map((row, index) => ({ value: row[column], format: numberFormats[index][column] }))
    .slice(first);
  const known = filled.filter(({ value }) => value !== "");
  if (known.length === 0) {
    return false;
  }
  return (
    known.some(({ value }) => isText(value)) ||
    known.every(({ value, format }) => typeof value === "number" && isDate(format))
  );
}

function isText(value: CellValue): boolean {
  return typeof value === "string" && value !== "";
}

function isDate(format: string): boolean {
  return /[dmy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "")) && !/^general$/i.test(format);
}

function textAt({ texts }: Table, row: number, column: number): string {
  return texts[row][column];
}

/** The block of lines of a table that may lie on its side. */
function areaOf(
  area: Area,
  byRows: boolean,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Area {
  return byRows
    ? { row: area.row + column, column: area.column + row, rows: columns, columns: rows }
    : { row: area.row + row, column: area.column + column, rows, columns };
}
