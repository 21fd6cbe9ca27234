import { readFormats } from "../cells/read-rows";
import { isShareFormat } from "../columns/share-format";
import { markedCells, markedHeader, rowOfMarks } from "../columns/result-ranges";
import { queueExtent, type QueuedExtent, rowsNow } from "../source/list-extent";
import { rowCountOf } from "../source/list-place";
import type { Source } from "../source/source";
import type { GoingColumn } from "./dismantle-columns";

/** Rows that may come into the list in the moments before its formats are given back. */
const mostPushed = 20;

/** Number formats as they were before ours, where ours still stand: of columns beside a region, and of those of a table that stay. */
export async function formatsBefore<Column extends GoingColumn>(
  context: Excel.RequestContext,
  { place }: Source,
  going: readonly Column[],
): Promise<Map<Column, string[]>> {
  const formats = new Map<Column, string[]>();
  for (const column of going) {
    const { own, formatBefore, hasOurHeader } = column;
    if (own.column !== "share" || formatBefore === null) continue;
    // It goes with all that it looks like.
    if (place.table && hasOurHeader) continue;
    // By its mark, as they are given back: a column may come left of it at any moment.
    const cells = (first: number, count: number) => markedCells(context, place, own, { first, count });
    const now = await readFormats(context, place.sheetId, { cells }, 0, rowCountOf(place));
    const before = formatBefore(now.map(isShareFormat));
    formats.set(
      column,
      now.map((format, row) => (isShareFormat(format) ? before(row) : format)),
    );
  }
  return formats;
}

/** Cells below those that have got their formats, as they look in that very request. */
interface LookBelow {
  column: GoingColumn;
  last: string;
  header: Excel.Range;
  below: Excel.Range;
}

/** Formats that were given back, with a look at what a row that has just come into the list has pushed out of their cells. */
export interface FormatsBack {
  extent: QueuedExtent;
  looks: readonly LookBelow[];
}

/** Queues the formats of before. */
export function queueFormatsBack(
  context: Excel.RequestContext,
  { place }: Source,
  formats: ReadonlyMap<GoingColumn, readonly string[]>,
): FormatsBack {
  const count = rowCountOf(place);
  const looks = [...formats].map(([column, rows]) => {
    const { own } = column;
    markedCells(context, place, own, { first: 0, count }).numberFormat = rows.map((format) => [format]);
    const below = markedCells(context, place, own, { first: count, count: mostPushed });
    return {
      column,
      last: rows.at(-1) ?? "General",
      header: markedHeader(context, own).load("rowIndex"),
      below: below.load("numberFormat"),
    };
  });
  return { extent: queueExtent(context, place), looks };
}

/** Gives rows that were pushed below a region's cells their format, too, by the marks. One round trip where there are any. */
export async function undressPushedRows(
  context: Excel.RequestContext,
  { place }: Source,
  { extent, looks }: FormatsBack,
): Promise<void> {
  if (place.table) return;
  const pushed = looks.flatMap(({ column, last, header, below }) => {
    const come = rowsNow(extent, place, header.rowIndex - rowOfMarks(place)) - rowCountOf(place);
    const formats = below.numberFormat.slice(0, come).map(([format]) => String(format));
    const count = formats.filter(isShareFormat).length;
    return count > 0 && formats.slice(0, count).every(isShareFormat)
      ? [{ own: column.own, last, count }]
      : [];
  });
  if (pushed.length === 0) return;
  const first = rowCountOf(place);
  for (const { own, last, count } of pushed) {
    markedCells(context, place, own, { first, count }).numberFormat = last as unknown as string[][];
  }
  await context.sync();
}
