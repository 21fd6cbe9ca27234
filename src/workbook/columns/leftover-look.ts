import { type ListPlace, rowCountOf } from "../source/list-place";
import type { Source } from "../source/source";
import { formatsUnder, readLook } from "./new-column-look";
import { isShareFormat } from "./share-format";
import type { PlannedColumn } from "./results/result-plan";
import { markedCells, nameIn } from "./results/result-ranges";
import type { RowPiece } from "./results/row-pieces";
import type { DressedRows, Writing } from "./writing";

/**
 * Number formats for the rows of an earlier column of shares that belong to no client any more and are cleared: those that the
 * cells had before Keyfolio set its own. Asked only where there are such rows.
 *
 * @returns one per row of `place.leftover`; null for nothing to give back
 */
export async function leftoverFormats(
  context: Excel.RequestContext,
  { place, room }: Source,
  plan: readonly PlannedColumn[],
): Promise<readonly string[] | null> {
  const share = shareIn(plan);
  if (!share || place.leftover === 0) return null;
  const mark = nameIn(context, share.name, share.scope).load("comment");
  const present = markedCells(context, place, share, leftoverRows(place)).load("numberFormat");
  await context.sync();
  const before = formatsUnder(readLook(mark.comment));
  if (!before) return null;
  const { first } = leftoverRows(place);
  return (present.numberFormat as string[][]).map(([format], row) =>
    isShareFormat(format) || format === room.shareFormat ? before(first + row) : format,
  );
}

const shareIn = (plan: readonly PlannedColumn[]) =>
  plan.find(({ column, existing, cells }) => column === "share" && existing !== null && cells !== null);

const leftoverRows = (place: ListPlace): RowPiece => ({
  first: rowCountOf(place) - place.leftover,
  count: place.leftover,
});

/** Queues the rows of a piece that belong to no client any more to look as they did, with a question for what they look like. */
export function undressLeftover(
  { context, source: { place }, leftover }: Writing,
  column: PlannedColumn,
  piece: RowPiece,
): DressedRows[] {
  const rows = leftoverRows(place);
  const first = Math.max(piece.first, rows.first);
  const count = piece.first + piece.count - first;
  if (leftover === null || count <= 0) return [];
  const block = { first, count };
  const before = markedCells(context, place, column, block).load("numberFormat");
  markedCells(context, place, column, block).numberFormat = leftover
    .slice(first - rows.first, first - rows.first + count)
    .map((format) => [format]);
  return [{ ...block, column, format: null, before }];
}
