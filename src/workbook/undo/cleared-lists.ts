import { hideAgain, isWidthOf, readLook } from "../columns/new-column-look";
import { namesOf, resultColumnOf } from "../marks/own-names";
import type { MarkedList } from "./own-work-found";
import type { OwnMark } from "./own-marks";

const headerOf = (context: Excel.RequestContext, { name, scope }: OwnMark) =>
  namesOf(context, scope).getItem(name).getRange().getCell(0, 0);

/**
 * Whether nothing stands in the columns of a list that can be read no more, since somebody has cleared the whole list: of them there is
 * nothing but the marks.
 */
export async function isCleared(
  context: Excel.RequestContext,
  { sheetId, marks }: MarkedList,
): Promise<boolean> {
  const used = marks.map((mark) =>
    headerOf(context, mark).getEntireColumn().getUsedRangeOrNullObject(true).load("rowIndex,rowCount"),
  );
  const headers = marks.map((mark) => headerOf(context, mark).load("rowIndex,worksheet/id"));
  await context.sync();
  return headers.every(
    ({ rowIndex, worksheet }, i) =>
      worksheet.id === sheetId && (used[i].isNullObject || used[i].rowIndex + used[i].rowCount <= rowIndex),
  );
}

/** Takes the marks of a list away that somebody has cleared, and widths of ours with them. */
export async function takeClearedBack(context: Excel.RequestContext, { marks }: MarkedList): Promise<void> {
  const formats = marks.map((mark) => headerOf(context, mark).format.load("columnWidth"));
  await context.sync();
  marks.forEach((mark, i) => {
    const { column } = resultColumnOf(mark.name)!;
    const { width, hidden } = readLook(mark.comment);
    if (width && isWidthOf({ column }, formats[i].columnWidth)) {
      if (hidden) hideAgain(headerOf(context, mark));
      else headerOf(context, mark).format.useStandardWidth = true;
    }
    namesOf(context, mark.scope).getItem(mark.name).delete();
  });
  await context.sync();
}
