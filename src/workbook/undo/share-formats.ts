import { limits, readFormats } from "../cells/read-rows";
import { listStanding, presentKeys, queueRowCount } from "../columns/put-back/list-standing";
import { keysOf, keyText, type QueuedKeys, type RowIdentity } from "../columns/row-identity";
import { matchRows } from "../columns/row-matching";
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
  formats: readonly string[];
  header: Excel.Range;
  /** What the cells looked like just before. */
  found: Excel.Range;
  below: Excel.Range;
}

/** Formats that were given back, with a look at whether the rows were still those that they belong to. */
export interface FormatsBack {
  identity: RowIdentity;
  /** Null for a list whose key cells are more than one answer holds. */
  keys: QueuedKeys | null;
  extent: QueuedExtent;
  looks: readonly LookBelow[];
}

const keysThen = (identity: RowIdentity, rowCount: number): string[] =>
  Array.from({ length: rowCount }, (_, row) => keyText(identity.classified(row)));

/** Queues the formats of before. */
export function queueFormatsBack(
  context: Excel.RequestContext,
  { place }: Source,
  identity: RowIdentity,
  formats: ReadonlyMap<GoingColumn, readonly string[]>,
): FormatsBack {
  const count = rowCountOf(place);
  const bytes = formats.size > 0 ? keysThen(identity, count).reduce((sum, key) => sum + key.length, 0) : 0;
  const isAsked = formats.size > 0 && bytes < limits.lastLookBytes;
  const keys = isAsked ? identity.queue(context, 0, count) : null;
  const looks = [...formats].map(([column, rows]) => {
    const { own } = column;
    const cells = () => markedCells(context, place, own, { first: 0, count });
    const found = cells().load("numberFormat");
    cells().numberFormat = rows.map((format) => [format]);
    const below = markedCells(context, place, own, { first: count, count: mostPushed });
    return {
      column,
      formats: rows,
      header: markedHeader(context, own).load("rowIndex"),
      found,
      below: below.load("numberFormat"),
    };
  });
  return { identity, keys, extent: queueExtent(context, place), looks };
}

/** Times that somebody may move rows anew while their formats are given back. */
const mostTimes = 3;

/**
 * Gives formats to the rows that they belong to, where somebody has moved these in the last moments; what did not show ours looks as it
 * did. Two round trips where rows have moved.
 */
export async function formatsToMovedRows(
  context: Excel.RequestContext,
  source: Source,
  { identity, keys, extent, looks }: FormatsBack,
): Promise<void> {
  const { place } = source;
  if (keys === null || looks.length === 0) return;
  const count = rowCountOf(place);
  const isSame = (now: QueuedKeys, wanted: readonly string[]) =>
    keysOf(now).every((key, row) => keyText(key) === wanted[row]);
  const isHere = looks.every(({ header }) => header.rowIndex === rowOfMarks(place));
  if (isHere && rowsNow(extent, place, 0) === count && isSame(keys, keysThen(identity, count))) return;
  const hasTable = place.table !== null;
  for (let time = 0; time < mostTimes; time++) {
    const [{ column }] = looks;
    const marked = { ...column.own, existing: column.own };
    const standing = await listStanding({ context, source, identity }, { hasTable }, marked);
    const now = await presentKeys({ context, source }, standing);
    // Somebody has renamed or deleted all columns that tell rows from each other.
    if (now.length === 0) return;
    const rows = rowsByKey(keysThen(standing.identity, count), now);
    const { countRows } = queueRowCount(context, place, hasTable);
    const header = markedHeader(context, column.own).load("rowIndex");
    const again = standing.identity.queue(context, 0, now.length, standing.moved);
    for (const { column: of, found } of looks) {
      const before = of.formatBefore!(Array.from({ length: count }, () => true));
      let format = "General";
      const cells = now.map((_, row) => {
        // A row that came since has that of the row above it.
        if (rows[row] >= 0) format = before(rows[row]);
        const stood = String(found.numberFormat[row]?.[0] ?? "");
        return [isShareFormat(stood) ? format : stood || null];
      });
      markedCells(context, place, of.own, { first: 0, count: now.length }).numberFormat = cells as string[][];
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- again only where somebody has moved rows once more
    await context.sync();
    const isStill = header.rowIndex === rowOfMarks(place) + standing.moved;
    if (isStill && countRows(standing.moved) === standing.rowCount && isSame(again, now)) return;
  }
}

/** For each row now its row then: of several alike in their order, one that somebody has edited by its neighbours; −1 for one that was not there. */
function rowsByKey(then: readonly string[], now: readonly string[]): Int32Array {
  const of = (keys: readonly string[], when: string) => ({
    keys,
    clients: keys,
    // Nothing of ours is left to tell them by.
    results: keys.map((_, row) => `${when} ${row}`),
  });
  return matchRows(of(then, "then"), of(now, "now"));
}

/** Gives rows that were pushed below a region's cells their format, too, by the marks. One round trip where there are any. */
export async function undressPushedRows(
  context: Excel.RequestContext,
  { place }: Source,
  { extent, looks }: FormatsBack,
): Promise<void> {
  if (place.table) return;
  const pushed = looks.flatMap(({ column, formats: given, header, below }) => {
    const last = given.at(-1) ?? "General";
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
