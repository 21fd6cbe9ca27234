/** What somebody has given the blank cells of new columns since it was asked what they look like: it is hers. */
import { headerLook, headerLookOf, isPlain, isSameLook, otherIn } from "../source/header-look";
import { isDoneInTwo } from "../office-problem";
import { rowCountOf } from "../source/list-place";
import {
  dressedLook,
  type Dressing,
  dressingOf,
  giveWidthBack,
  isLoaded,
  isWidthOf,
  type LookBefore,
  ownLook,
  undressHeader,
} from "./new-column-look";
import { namesOf } from "../marks/own-names";
import { formatsFound } from "./put-back/formats";
import type { PlannedColumn } from "./result-plan";
import { addedIn, markedHeader, nameIn } from "./result-ranges";
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

/**
 * Columns that cannot be taken back have the marks that the list as it was read gave them: what somebody gave their cells before they
 * were written, and rows and columns that came, have changed what stood there. From now on the marks say what was found.
 *
 * @throws errors of Office.js
 */
export async function rememberLooks(writing: Writing): Promise<void> {
  const formats = formatsFound(writing);
  const changed = changedLooks(writing, formats);
  if (changed.length === 0) return;
  const { context } = writing;
  await isDoneInTwo(async () => {
    const marks = changed.map(({ column }) => namesOf(context, null).getItemOrNullObject(column.name));
    await context.sync();
    changed.forEach(({ column, found }, i) => {
      if (!marks[i].isNullObject) noteLook(writing, column, found, formats);
    });
    await context.sync();
  });
}

function noteLook(writing: Writing, column: PlannedColumn, found: Dressing, formats: string[] | null): void {
  nameIn(writing.context, column.name, null).comment = ownLook(column, found, formats ?? writing.formats);
}

/** New columns that looked otherwise in the moment before they were dressed than when the list was read. */
function changedLooks({ source, plan, dressed }: Writing, formats: string[] | null): ChangedLook[] {
  return addedIn(plan).flatMap((column, i): ChangedLook[] => {
    const before = dressed.get(column);
    const planned = dressingOf(source.room, i);
    const found =
      before && isLoaded(before.format) ? { ...planned, ...dressingFound(before, planned.header) } : planned;
    const isAsPlanned = JSON.stringify(found) === JSON.stringify(planned);
    return isAsPlanned && !(formats && column.column === "share") ? [] : [{ column, before, planned, found }];
  });
}

interface ChangedLook {
  column: PlannedColumn;
  /** Undefined where it was not dressed. */
  before: LookBefore | undefined;
  planned: Dressing;
  found: Dressing;
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

/** What of a column's look is Keyfolio's, by what it looked like in the moment before it was dressed. */
function dressingFound({ format, isWidthSet }: LookBefore, dresses: boolean) {
  const hidden = isWidthSet && format.columnWidth === 0;
  return {
    header: dresses && isPlain(headerLookOf(format)),
    width: isWidthSet && (format.useStandardWidth || hidden),
    hidden,
  };
}
