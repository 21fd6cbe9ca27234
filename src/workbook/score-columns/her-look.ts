import { firstCellOf } from "../marks/own-names";
import { marksScores } from "../marks/score-marks";
import { type HeaderLook, headerLook, headerLookOf } from "../source/obstacles/header-look";
import type { Source } from "../source/source";

/**
 * What the headers of new columns shall look like: as that of the last column of hers. One of ours may have a look of a blank cell that she
 * had painted; nothing would tell, once it has gone, where another one got that from. One round trip where it is not known yet.
 */
export async function herLook(
  context: Excel.RequestContext,
  { place, room }: Source,
  names: readonly Excel.NamedItem[],
): Promise<HeaderLook | null> {
  const scores = new Set(
    names.flatMap(({ name, formula }) => {
      const cell = marksScores(name) ? firstCellOf(String(formula)) : null;
      return cell?.sheet === place.sheet ? [cell.column] : [];
    }),
  );
  const { area, headers } = place;
  const hers = headers.findLast(({ position }) => !scores.has(position));
  if (!room.header || !hers || !scores.has(area.left + area.columnCount - 1)) return room.header;
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const look = sheet.getRangeByIndexes(Math.max(0, area.top), hers.position, 1, 1).format.load(headerLook);
  await context.sync();
  return headerLookOf(look);
}
