import type { CellValue } from "../../workbook-record";

/** The cells that a reference of a chart means, in one row: by columns within a row, by rows within a column. */
export interface ReferencedSeries {
  /** "" for blank cells, errors as their texts. */
  values: CellValue[];
  /** As shown in the cells. */
  texts: string[];
  /** en-US patterns. */
  numberFormats: string[];
  /** Whether the row or column of the cell is hidden. */
  hidden: boolean[];
}

/** Cells behind `=Sheet!$A$1:$A$5`; null for a reference that leads nowhere. */
export type ReadCells = (reference: string) => ReferencedSeries | null;

/** What a series draws: numbers (null where there is none), and the texts of its categories. */
export interface SeriesData {
  values: (number | null)[];
  /** x values of a scatter chart: 1, 2, 3 … where the categories are no numbers, as in Excel. */
  xValues: number[];
  categories: string[];
  /** Pattern of the first value: what an axis without a format of its own takes. */
  numberFormat: string;
}

/** @param visibleOnly leave out what stands in hidden rows and columns, as Excel does unless it was told otherwise */
export function seriesData(
  series: { values: string | null; categories: string | null },
  read: ReadCells,
  visibleOnly: boolean,
): SeriesData {
  const values = series.values === null ? null : read(series.values);
  const categories = series.categories === null ? null : read(series.categories);
  const count = values?.values.length ?? 0;
  const shown = Array.from({ length: count }, (_, index) => index).filter(
    (index) => !visibleOnly || values?.hidden[index] !== true,
  );
  const numbers = shown.map((index) => numberOf(values?.values[index]));
  const xNumbers = shown.map((index) => numberOf(categories?.values[index]));
  const hasNumericX = xNumbers.some((x) => x !== null) && !hasText(categories, shown);
  return {
    values: numbers,
    xValues: hasNumericX ? xNumbers.map((x) => x ?? 0) : shown.map((_, position) => position + 1),
    categories: shown.map((index, position) => categories?.texts[index] ?? String(position + 1)),
    numberFormat: values?.numberFormats[0] ?? "General",
  };
}

function numberOf(value: CellValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}

function hasText(cells: ReferencedSeries | null, shown: number[]): boolean {
  return shown.some((index) => typeof cells?.values[index] === "string" && cells.values[index] !== "");
}
