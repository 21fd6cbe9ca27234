import { readFormats } from "../../cells/read-rows";
import { listStanding, presentKeys, queueIsStanding } from "../../columns/put-back/list-standing";
import { keyText, type RowIdentity } from "../../columns/results/row-identity";
import { matchRows } from "../../columns/results/row-matching";
import { formatsByRow, isShareFormat } from "../../columns/share-format";
import { markedCells } from "../../columns/results/result-ranges";
import { type ListPlace, rowCountOf } from "../../source/list-place";
import type { Source } from "../../source/source";
import type { GoingColumn } from "./dismantle-columns";

/** Rows that may come into the list in the moments before its formats are given back. */
const mostPushed = 20;

/**
 * Number formats as they were before ours: of columns beside a region, and of those of a table that stay. Null for rows that do not
 * show ours: they stay as they are.
 */
export async function formatsBefore<Column extends GoingColumn>(
  context: Excel.RequestContext,
  { place }: Source,
  going: readonly Column[],
): Promise<Map<Column, (string | null)[]>> {
  const formats = new Map<Column, (string | null)[]>();
  for (const column of going) {
    const { own, formatBefore, hasOurHeader } = column;
    if (own.column !== "share" || formatBefore === null) continue;
    // It goes with all that it looks like, unless the table has been made so narrow that it stands beside it.
    if (place.table && hasOurHeader && isInside(place, own.position)) continue;
    // By its mark, as they are given back: a column may come left of it at any moment.
    const cells = (first: number, count: number) => markedCells(context, place, own, { first, count });
    const now = await readFormats(context, place.sheetId, { cells }, 0, rowCountOf(place));
    const before = formatBefore(now.map(isShareFormat));
    formats.set(
      column,
      now.map((format, row) => (isShareFormat(format) ? before(row) : null)),
    );
  }
  return formats;
}

const isInside = ({ area }: ListPlace, position: number): boolean =>
  position >= area.left && position < area.left + area.columnCount;

/** Number formats that were given back, with what the same request found. */
export interface FormatsBack {
  identity: RowIdentity;
  /** Whether each row stood where it was when it was asked for, once the request has come back. */
  isInPlace: () => boolean;
  /** What the rows got, and what the cells looked like just before, with those that rows which come push below them. */
  found: readonly { column: GoingColumn; rows: readonly (string | null)[]; range: Excel.Range }[];
}

const keysThen = (identity: RowIdentity, rowCount: number): string[] =>
  Array.from({ length: rowCount }, (_, row) => keyText(identity.classified(row)));

/** Queues the formats of before. @returns null where there are none */
export function queueFormatsBack(
  context: Excel.RequestContext,
  source: Source,
  identity: RowIdentity,
  formats: ReadonlyMap<GoingColumn, readonly (string | null)[]>,
): FormatsBack | null {
  const { place } = source;
  const [first] = formats.keys();
  if (!first) return null;
  const rowCount = rowCountOf(place);
  const standing = { moved: 0, rowCount, identity };
  const keys = keysThen(identity, rowCount);
  const isInPlace = queueIsStanding({ context, source }, place.table !== null, first.own, standing, keys);
  const found = [...formats].map(([column, rows]) => {
    const cells = (count: number) => markedCells(context, place, column.own, { first: 0, count });
    const range = cells(rowCount + mostPushed).load("numberFormat");
    cells(rowCount).numberFormat = rows.map((format) => [format]) as string[][];
    return { column, rows, range };
  });
  return { identity, isInPlace, found };
}

/** Times that somebody may move rows anew while their formats are given back. */
const mostTimes = 3;

/**
 * Gives formats to the rows that they belong to, where somebody has moved these in the last moments; what did not show ours by then
 * looks as it did. Three round trips where rows have moved, one where she has formatted a cell.
 */
export async function formatsToMovedRows(
  context: Excel.RequestContext,
  source: Source,
  { identity, isInPlace, found }: FormatsBack,
): Promise<void> {
  const { place } = source;
  const hasTable = place.table !== null;
  const { own } = found[0].column;
  if (isInPlace()) return giveHersAgain(context, source, found);
  let isStanding = isInPlace;
  for (let time = 0; time < mostTimes && !isStanding(); time++) {
    const marked = { ...own, existing: own };
    const standing = await listStanding({ context, source, identity }, { hasTable }, marked);
    const now = await presentKeys({ context, source }, standing);
    // Somebody has renamed or deleted all columns that tell rows from each other.
    if (now.length === 0) return;
    const rows = rowsByKey(keysThen(standing.identity, rowCountOf(place)), now);
    isStanding = queueIsStanding({ context, source }, hasTable, own, standing, now);
    for (const { column, range } of found) {
      const before = column.formatBefore!(Array.from({ length: rowCountOf(place) }, () => true));
      const asked = Array.from({ length: rowCountOf(place) }, (_, row) => before(row));
      const stood = now.map((_, row) => String(range.numberFormat[row]?.[0] ?? ""));
      const isDressed = stood.map(isShareFormat);
      const again = formatsByRow(asked, rows)(isDressed);
      const cells = stood.map((format, row) => [isDressed[row] ? again(row) : format || null]);
      markedCells(context, place, column.own, { first: 0, count: now.length }).numberFormat =
        cells as string[][];
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- again only where somebody has moved rows once more
    await context.sync();
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

/** Formats that somebody has given to cells of ours since they were looked at stand again. */
async function giveHersAgain(
  context: Excel.RequestContext,
  { place }: Source,
  found: FormatsBack["found"],
): Promise<void> {
  const hers = found.flatMap(({ column, rows, range }) =>
    rows.flatMap((given, row) => {
      const format = String(range.numberFormat[row][0]);
      return given === null || isShareFormat(format) || format === given ? [] : [{ column, row, format }];
    }),
  );
  if (hers.length === 0) return;
  for (const { column, row, format } of hers)
    markedCells(context, place, column.own, { first: row, count: 1 }).numberFormat = [[format]];
  await context.sync();
}
