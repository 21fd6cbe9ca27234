import { headerLook, headerLookOf, isPlain, isSameLook } from "../source/header-look";

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

/** Queues a header, and as many rows below it as look just so, to look as cells do that nobody has formatted. */
export function clearLook(header: () => Excel.Range, rowsAlike: number): void {
  header().clear("Formats");
  if (rowsAlike === 0) return;
  header()
    .getOffsetRange(1, 0)
    .getResizedRange(rowsAlike - 1, 0)
    .clear("Formats");
}
