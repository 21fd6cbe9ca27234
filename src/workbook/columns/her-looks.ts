/** What somebody has given the blank cells of new columns since it was asked what they look like: it is hers. */
import { headerLook, headerLookOf, isSameLook, otherIn } from "../source/obstacles/header-look";
import { rowCountOf } from "../source/list-place";
import { dressedLook, giveWidthBack, isWidthOf, undressHeader } from "./new-column-look";
import { formatsFound } from "./put-back/formats";
import { type ChangedLook, changedLooks, noteLook } from "./put-back/looks-found";
import { markedHeader } from "./results/result-ranges";
import type { WrittenPiece, Writing } from "./writing";

/** Number formats that a request found under a column of shares where there had been none: from now on there are some to keep. */
export function noteFormats(writing: Writing, { formats }: WrittenPiece): void {
  if (writing.formats !== null || formats === null) return;
  if (formats.numberFormat.every(([format]) => format === "General")) return;
  writing.formats = new Array<string>(rowCountOf(writing.source.place)).fill("General");
}

/**
 * Widths, looks of headers and number formats that somebody has given to the cells of new columns stay hers: the first two stand again,
 * and the marks say so of all. Nothing where there are none, else one round trip; two where she changes them once more just then.
 *
 * @throws errors of Office.js
 */
export async function keepHerLooks(writing: Writing): Promise<void> {
  const { context } = writing;
  const formats = formatsFound(writing);
  const changed = changedLooks(writing, formats);
  if (changed.length === 0) return;
  const asked = changed.map(({ column, before, planned, found }) => {
    const now = markedHeader(context, column).format.load(`columnWidth,${headerLook}`);
    if (planned.header && !found.header)
      undressHeader(markedHeader(context, column), headerLookOf(before!.format));
    if (planned.width && !found.width) giveWidthBack(context, column, before!, undefined);
    noteLook(writing, column, found, formats);
    return now;
  });
  if (formats) writing.formats = formats;
  await context.sync();
  changed.forEach((look, i) => queueChangedAgain(writing, look, asked[i]));
  await context.sync();
}

/** Queues what she has changed once more just before it was given back to stand again; nothing for the rest. */
function queueChangedAgain(
  { context, source: { room } }: Writing,
  { column, before, planned, found }: ChangedLook,
  now: Excel.RangeFormat,
): void {
  if (planned.width && !found.width && !isWidthOf(column, now.columnWidth)) {
    markedHeader(context, column).format.columnWidth = now.columnWidth;
  }
  if (!planned.header || found.header) return;
  const hers = headerLookOf(before!.format);
  const standing = dressedLook(hers, room.header!);
  const look = headerLookOf(now);
  if (isSameLook(look, standing)) return;
  undressHeader(markedHeader(context, column), { ...hers, ...otherIn(look, standing) });
}
