import {
  type HeaderLook,
  headerLook,
  headerLookOf,
  isPlain,
  isSameLook,
  undress,
} from "../../source/obstacles/header-look";
import type { RowPiece } from "./row-pieces";

/** Rows that look just as the header above them does. */
export interface RowsAlike {
  /** How many right below it. */
  leading: number;
  /** Others, counted from the first one below it: they have been sorted there. */
  elsewhere: readonly RowPiece[];
  /** Whether it took more than one look to find them: rows may have been sorted meanwhile. */
  isPerhaps: boolean;
}

export const noRowsAlike: RowsAlike = { leading: 0, elsewhere: [], isPerhaps: false };

const piecesOf = ({ leading, elsewhere }: Pick<RowsAlike, "leading" | "elsewhere">): RowPiece[] => [
  ...(leading === 0 ? [] : [{ first: 0, count: leading }]),
  ...elsewhere,
];

/** Into so many parts rows are split that do not all look the same. */
const parts = 8;

/**
 * Rows below headers that look just as these do: Excel gives a row that somebody inserts right below a header the look of the row above
 * it, and sorting takes that along. None where a header has no look of its own. One round trip where no row can look so; also what was
 * queued before is sent.
 *
 * @param headers their cells, and how many rows there are below each
 */
export async function rowsLikeHeaders(
  context: Excel.RequestContext,
  headers: readonly { header: Excel.Range; rows: number }[],
): Promise<RowsAlike[]> {
  return rowsOfLooks(
    context,
    headers.map((each) => ({ ...each, look: each.header.format.load(headerLook) })),
  );
}

/** @param headers with the look of each, which may be asked with the first request: the header may have another one by then */
async function rowsOfLooks(
  context: Excel.RequestContext,
  headers: readonly { header: Excel.Range; rows: number; look: Excel.RangeFormat }[],
): Promise<RowsAlike[]> {
  const found = headers.map((each) => ({
    ...each,
    asked: each.rows === 0 ? [] : [{ first: 0, count: each.rows }],
    alike: [] as RowPiece[],
    isPerhaps: false,
  }));
  let isSent = false;
  while (!isSent || found.some(({ asked }) => asked.length > 0)) {
    const formats = found.map(({ header, asked }) =>
      asked.map((rows) => rowsBelow(header, rows).format.load(headerLook)),
    );
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- fewer rows each time
    await context.sync();
    isSent = true;
    found.forEach((each, i) => {
      const look = headerLookOf(each.look);
      const pieces = isPlain(look) ? [] : each.asked;
      each.asked = pieces.flatMap((piece, at) => {
        const rows = headerLookOf(formats[i][at]);
        if (isSameLook(rows, look)) each.alike.push(piece);
        return isSameLook(rows, look) || !mayHold(rows, look) ? [] : split(piece);
      });
      each.isPerhaps ||= each.asked.length > 0;
    });
  }
  return found.map(({ alike, isPerhaps }) => ({ ...inOrder(alike), isPerhaps }));
}

const rowsBelow = (header: Excel.Range, { first, count }: RowPiece): Excel.Range =>
  header.getOffsetRange(1 + first, 0).getResizedRange(count - 1, 0);

/** Whether rows among several may look like a header. Excel says null, or nothing, of what is not the same in all of them. */
const mayHold = (rows: HeaderLook, look: HeaderLook): boolean =>
  Object.entries(rows).every(
    ([part, found]) => found === null || found === "" || found === look[part as keyof HeaderLook],
  );

function split({ first, count }: RowPiece): RowPiece[] {
  if (count === 1) return [];
  const size = Math.ceil(count / parts);
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => ({
    first: first + i * size,
    count: Math.min(size, count - i * size),
  }));
}

function inOrder(alike: readonly RowPiece[]): Omit<RowsAlike, "isPerhaps"> {
  const pieces = [...alike].sort((one, other) => one.first - other.first);
  let leading = 0;
  const elsewhere = pieces.filter(({ first, count }) => {
    if (first === leading) leading += count;
    return first >= leading;
  });
  return { leading, elsewhere };
}

/** Rows that may come right below a header in the moment in which its look is cleared. */
const mostCome = 3;

/** A header whose look was cleared, with what the rows below it looked like in that moment. */
export interface ClearedLook {
  header: () => Excel.Range;
  look: Excel.RangeFormat;
  /** How many rows there were below it in that moment. */
  rows: () => number;
  leading: number;
  isPerhaps: boolean;
  /** Rows whose look was cleared with it. */
  alike: readonly Excel.RangeFormat[];
  below: readonly Excel.RangeFormat[];
}

/**
 * Queues a header, and the rows below it that look just so, to look as cells do that nobody has formatted.
 *
 * @param header by its mark, which has to stand until {@link clearRowsCome} is done
 * @param rows how many rows there are below it
 * @param rowsThen the same of the moment in which the request is done, where it tells
 * @returns what {@link clearRowsCome} needs once the request has come back
 */
export function clearLook(
  header: () => Excel.Range,
  { leading, elsewhere, isPerhaps }: RowsAlike,
  rows: number,
  rowsThen: () => number = () => rows,
): ClearedLook {
  const cleared = {
    header,
    look: header().format.load(headerLook),
    rows: rowsThen,
    leading,
    isPerhaps,
    alike: piecesOf({ leading, elsewhere }).map((piece) =>
      rowsBelow(header(), piece).format.load(headerLook),
    ),
    below: Array.from({ length: Math.min(mostCome, rows - leading) }, (_, i) =>
      header()
        .getOffsetRange(1 + leading + i, 0)
        .format.load(headerLook),
    ),
  };
  undress(header().getResizedRange(leading, 0));
  for (const piece of elsewhere) undress(rowsBelow(header(), piece));
  return cleared;
}

/**
 * Clears the look of rows that came right below a header in the moment in which that was cleared, and of those that were sorted
 * elsewhere in that moment. One round trip where there are any that came.
 */
export async function clearRowsCome(
  context: Excel.RequestContext,
  cleared: readonly ClearedLook[],
): Promise<void> {
  const dressed = cleared.filter(({ look }) => !isPlain(headerLookOf(look)));
  const isOther = ({ look }: ClearedLook, row: Excel.RangeFormat) =>
    !isSameLook(headerLookOf(row), headerLookOf(look));
  const come = dressed.flatMap((each) => {
    const other = each.below.findIndex((row) => isOther(each, row));
    const count = other < 0 ? each.below.length : other;
    return count === 0 ? [] : [{ header: each.header, first: each.leading, count }];
  });
  for (const { header, ...rows } of come) undress(rowsBelow(header(), rows));
  const sorted = dressed.filter((each) => each.isPerhaps || each.alike.some((row) => isOther(each, row)));
  if (sorted.length > 0) {
    const found = await rowsOfLooks(
      context,
      sorted.map(({ header, look, rows }) => ({ header: header(), rows: rows(), look })),
    );
    found.forEach((alike, i) => {
      for (const piece of piecesOf(alike)) undress(rowsBelow(sorted[i].header(), piece));
    });
  }
  if (come.length > 0 || sorted.length > 0) await context.sync();
}
