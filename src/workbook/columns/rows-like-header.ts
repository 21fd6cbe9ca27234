import { headerLook, headerLookOf, isPlain, isSameLook, undress } from "../source/header-look";

/** Rows that are asked at once after the first one. */
const block = 50;

/**
 * Rows right below headers that look just as these do: Excel gives a row that somebody inserts there the look of the row above it,
 * so that it is the header's. None where a header has no look of its own. One round trip where no row looks so; also what was queued
 * before is sent.
 *
 * @param headers their cells, and how many rows there are below each
 * @returns how many rows of each
 */
export async function rowsLikeHeaders(
  context: Excel.RequestContext,
  headers: readonly { header: Excel.Range; rows: number }[],
): Promise<number[]> {
  const found = headers.map(({ header, rows }) => ({
    header,
    rows,
    look: header.format.load(headerLook),
    count: 0,
    isOver: rows === 0,
  }));
  const searched = () => found.filter(({ isOver }) => !isOver);
  if (searched().length === 0) await context.sync();
  for (let size = 1; searched().length > 0; size = block) {
    const asked = searched().map((each) => ({
      each,
      formats: Array.from({ length: Math.min(size, each.rows - each.count) }, (_, i) =>
        each.header.getOffsetRange(1 + each.count + i, 0).format.load(headerLook),
      ),
    }));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- until a row looks otherwise
    await context.sync();
    for (const { each, formats } of asked) {
      const look = headerLookOf(each.look);
      const other = isPlain(look) ? 0 : formats.findIndex((row) => !isSameLook(headerLookOf(row), look));
      each.count += other < 0 ? formats.length : other;
      each.isOver = other >= 0 || each.count === each.rows;
    }
  }
  return found.map(({ count }) => count);
}

/** Rows that may come right below a header in the moment in which its look is cleared. */
const mostCome = 3;

/** A header whose look was cleared, with what the rows below it looked like in that moment. */
export interface ClearedLook {
  header: () => Excel.Range;
  look: Excel.RangeFormat;
  rowsAlike: number;
  below: readonly Excel.RangeFormat[];
}

/**
 * Queues a header, and as many rows below it as look just so, to look as cells do that nobody has formatted.
 *
 * @param header by its mark, which has to stand until {@link clearRowsCome} is done
 * @param rows how many rows there are below it
 * @returns what {@link clearRowsCome} needs once the request has come back
 */
export function clearLook(header: () => Excel.Range, rowsAlike: number, rows: number): ClearedLook {
  const cleared = {
    header,
    look: header().format.load(headerLook),
    rowsAlike,
    below: Array.from({ length: Math.min(mostCome, rows - rowsAlike) }, (_, i) =>
      header()
        .getOffsetRange(1 + rowsAlike + i, 0)
        .format.load(headerLook),
    ),
  };
  undress(header().getResizedRange(rowsAlike, 0));
  return cleared;
}

/** Clears the look of rows that came right below a header in the moment in which that was cleared. One round trip where there are any. */
export async function clearRowsCome(
  context: Excel.RequestContext,
  cleared: readonly ClearedLook[],
): Promise<void> {
  const come = cleared.flatMap(({ header, look, rowsAlike, below }) => {
    const of = headerLookOf(look);
    const other = isPlain(of) ? 0 : below.findIndex((row) => !isSameLook(headerLookOf(row), of));
    const count = other < 0 ? below.length : other;
    return count === 0 ? [] : [{ header, first: 1 + rowsAlike, count }];
  });
  if (come.length === 0) return;
  for (const { header, first, count } of come) {
    undress(
      header()
        .getOffsetRange(first, 0)
        .getResizedRange(count - 1, 0),
    );
  }
  await context.sync();
}
