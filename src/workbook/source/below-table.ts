import type { CellValue } from "../cells/cell-value";
import { firstRowOf, type ListPlace, rowCountOf } from "./list-place";

/** Results right below a table that somebody has made shorter. */
export interface BelowTable {
  /** Rows that are surely ours, from the first one below the table on: of each column of the place's own its cells. */
  cells: readonly (readonly CellValue[])[];
  rowCount: number;
  /** Rows of the sheet from the next one on, as far as some of each is ours: they stay. */
  others: { row: number; cells: readonly (readonly CellValue[])[] };
}

/** Row of the body, from 0, that a table would have where its last row, or its totals, end. */
export const firstBelow = (place: ListPlace): number => rowCountOf(place) + (place.table?.hasTotals ? 1 : 0);

const sheetRows = 1_048_576;

/** Queues the question what stands in our columns right below a table; {@link readBelow} reads the answer. */
export function queueBelow(context: Excel.RequestContext, place: ListPlace): Excel.Range[] {
  const row = firstRowOf(place) + firstBelow(place);
  if (!place.table || row >= sheetRows) return [];
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  return place.own.map(({ position }) => sheet.getRangeByIndexes(row, position, 1, 1).load("formulas"));
}

/** Reads results below a table to their end. No request where nothing stands there. */
export async function readBelow(
  context: Excel.RequestContext,
  place: ListPlace,
  queued: readonly Excel.Range[],
): Promise<BelowTable | null> {
  const first = queued.map(({ formulas }) => formulas[0][0] as CellValue);
  if (first.every((cell) => cell === "")) return null;
  const { readRowsBelow } = await import(/* webpackChunkName: "below" */ "./rows-below");
  return readRowsBelow(context, place, first);
}
