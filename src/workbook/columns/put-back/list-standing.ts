import type { CellValue } from "../../cells/cell-value";
import { bytesOfFormat, limits, readRows, weightOfRow } from "../../cells/read-rows";
import { type QueuedExtent, queueExtent, rowsNow } from "../../source/list-extent";
import { firstRowOf, type ListPlace, rowCountOf } from "../../source/list-place";
import { type MarkedColumn, markedHeader, rowOfMarks } from "../results/result-ranges";
import { isBlankKey, keysOf, keyText, type RowIdentity } from "../results/row-identity";
import { type Effects, spareRowsBelow } from "./run-effects";
import type { Writing } from "../writing";

/** How a list stands now: rows by which its marks have moved down, the rows of its body, and what tells them apart. */
export interface ListStanding {
  moved: number;
  rowCount: number;
  identity: RowIdentity;
}

/** Asks how a list stands; the mark of one of its columns says where its header row is. */
export async function listStanding(
  { context, source, identity }: Pick<Writing, "context" | "source" | "identity">,
  { hasTable }: Pick<Effects, "hasTable">,
  column: MarkedColumn,
): Promise<ListStanding> {
  const { place } = source;
  const hasHeaders = place.table?.hasHeaders !== false;
  const mark = markedHeader(context, column).load("rowIndex,columnIndex");
  const headers = hasHeaders ? mark.getEntireRow().getUsedRangeOrNullObject(true) : null;
  headers?.load("columnIndex,values");
  const { extent, countRows } = queueRowCount(context, place, hasTable);
  await context.sync();
  const moved = mark.rowIndex - rowOfMarks(place);
  const rowCount = countRows(moved);
  if (!headers) {
    const shift = hasTable && extent ? extent.area.columnIndex - place.area.left : 0;
    return { moved, rowCount, identity: identity.followed((position) => position + shift) };
  }
  const row = headers.isNullObject
    ? null
    : { left: headers.columnIndex, values: headers.values[0] as CellValue[] };
  const shift = mark.columnIndex - (column.existing?.position ?? mark.columnIndex);
  return { moved, rowCount, identity: identity.followed(columnsNow(place, row, shift)) };
}

/**
 * Queues the question how many rows a list has.
 * @returns `countRows` gives them after the request; by how many rows the marks have moved down is to be said
 */
export function queueRowCount(
  context: Excel.RequestContext,
  place: ListPlace,
  hasTable: boolean,
): { extent: QueuedExtent | null; countRows: (moved: number) => number } {
  const extent = place.table === null || hasTable ? queueExtent(context, place) : null;
  return {
    extent,
    countRows: (moved) => (extent ? rowsNow(extent, place, moved) : rowCountOf(place)),
  };
}

/**
 * Queues the question whether a list still stands as it was asked for: its mark, its rows and, as far as one answer holds them, their
 * key cells.
 *
 * @returns says it once the request has come back
 */
export function queueIsStanding(
  { context, source: { place } }: Pick<Writing, "context" | "source">,
  hasTable: boolean,
  column: MarkedColumn,
  { moved, rowCount, identity }: ListStanding,
  keys: readonly string[],
): () => boolean {
  const mark = markedHeader(context, column).load("rowIndex");
  const { countRows } = queueRowCount(context, place, hasTable);
  // No part of them would say whether rows have moved.
  const isSmall = keys.reduce((bytes, key) => bytes + key.length + bytesOfFormat, 0) < limits.lastLookBytes;
  const queued = isSmall ? identity.queue(context, 0, keys.length, moved) : null;
  return () =>
    mark.rowIndex === rowOfMarks(place) + moved &&
    countRows(moved) === rowCount &&
    (queued === null || keysOf(queued).every((key, row) => keyText(key) === keys[row]));
}

/**
 * Key cells of the list's rows as they stand now; none where no column is left that tells rows from each other.
 * @param isKnown of key cells: rows below a region go with it as far down as one of its own stands there. Above other cells nothing
 *   says how far a region goes by now, and somebody may have added a client and sorted
 */
export async function presentKeys(
  { context, source }: Pick<Writing, "context" | "source">,
  { moved, rowCount, identity }: ListStanding,
  isKnown: ((key: string) => boolean) | null = null,
): Promise<string[]> {
  const { place } = source;
  const keys: string[] = [];
  const first = firstRowOf(place) + moved;
  const spare = place.table || !isKnown ? 0 : spareRowsBelow(first + rowCount);
  await readRows(
    context,
    place.sheetId,
    identity.runs,
    first,
    rowCount + spare,
    weightOfRow([identity.classified(0)]),
    (_, matrices) => {
      matrices[0].forEach((_row, r) => keys.push(keyText(matrices.flatMap((matrix) => matrix[r]))));
    },
  );
  const last = keys.findLastIndex((key, row) => row >= rowCount && !isBlankKey(key) && isKnown?.(key));
  return keys.slice(0, Math.max(rowCount, last + 1));
}

/**
 * Where columns of a list stand now, by their headers: of several alike, the one that is nearest to where it stood, or to where
 * the marks have moved since. One whose header somebody has changed stands where it stood, as long as no column has come or gone;
 * were it another one, its cells would say so.
 */
function columnsNow(
  { headers, own }: ListPlace,
  row: { left: number; values: readonly CellValue[] } | null,
  shift: number,
): (position: number) => number | null {
  const known = new Set([...headers.map(({ value }) => value), ...own.map(({ header }) => header)]);
  const isRenamed = (position: number) => !known.has(row?.values[position - row.left] ?? "");
  return (position) => {
    const header = headers.find((each) => each.position === position)?.value;
    const [from, to] = [Math.min(position, position + shift), Math.max(position, position + shift)];
    const far = (column: number) => Math.max(0, from - column, column - to);
    const same = (row?.values ?? []).flatMap((value, i) => (value === header ? [row!.left + i] : []));
    return (
      same.sort((a, b) => far(a) - far(b)).at(0) ?? (shift === 0 && isRenamed(position) ? position : null)
    );
  };
}
