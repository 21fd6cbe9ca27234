import { headerLookOf, isPlain } from "../source/header-look";
import { dressingOf, giveWidthBack, type LookBefore, ownLook, undressHeader } from "./new-column-look";
import { addedIn, markedHeader, nameIn } from "./result-ranges";
import type { Writing } from "./writing";

/**
 * A width and a header's look that somebody has given the blank cells of a new column since it was asked what they look like are
 * hers: they stand again, and the mark says so. Nothing where there are none, else one round trip.
 *
 * @throws errors of Office.js
 */
export async function keepHerLooks(writing: Writing): Promise<void> {
  const { context, source, plan, dressed, formats } = writing;
  const changed = addedIn(plan).flatMap((column, i) => {
    const before = dressed.get(column);
    if (!before) return [];
    const planned = dressingOf(source.room, i);
    const found = { ...planned, ...dressingFound(before, planned.header) };
    const isAsPlanned = JSON.stringify(found) === JSON.stringify(planned);
    return isAsPlanned ? [] : [{ column, before, planned, found }];
  });
  if (changed.length === 0) return;
  for (const { column, before, planned, found } of changed) {
    if (planned.header && !found.header) undressHeader(markedHeader(context, column), before.format);
    if (planned.width && !found.width) giveWidthBack(context, column, before, undefined);
    nameIn(context, column.name, null).comment = ownLook(column, found, formats);
  }
  await context.sync();
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
