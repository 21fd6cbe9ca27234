import type { CellValue } from "../../cells/cell-value";
import { firstBelow, firstRowOf, type ListPlace, sheetRows } from "../list-place";
import type { BelowTable } from "./rows-below";

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
