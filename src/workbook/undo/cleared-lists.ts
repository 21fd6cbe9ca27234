import { giveStandardWidth, isWidthOf, readLook } from "../columns/new-column-look";
import { namesOf, resultColumnOf } from "../marks/own-names";
import type { MarkedList } from "./own-work-found";
import type { OwnMark } from "./own-marks";

/** What stands or shows in the column of the sheet in which a mark stands. */
export interface MarkedColumn {
  mark: OwnMark;
  header: Excel.Range;
  used: Excel.Range;
}

function queueColumn(context: Excel.RequestContext, mark: OwnMark): MarkedColumn {
  const name = namesOf(context, mark.scope).getItemOrNullObject(mark.name);
  const header = name.getRangeOrNullObject().getCell(0, 0);
  const used = header.getEntireColumn().getUsedRangeOrNullObject(false).load("rowIndex,rowCount");
  header.load("rowIndex,columnIndex,worksheet/id,worksheet/protection/protected").format.load("columnWidth");
  return { mark, header, used };
}

/** Whether nothing stands from the mark down, no look either. */
const isBlank = ({ header, used }: MarkedColumn): boolean =>
  !header.isNullObject && (used.isNullObject || used.rowIndex + used.rowCount <= header.rowIndex);

/**
 * The columns of ours of a list that can be read no more, since somebody has cleared it, looks and all: there is nothing but their marks.
 * @returns null where something stands
 */
export async function clearedColumns(
  context: Excel.RequestContext,
  { sheetId, marks }: MarkedList,
): Promise<MarkedColumn[] | null> {
  const columns = marks.map((mark) => queueColumn(context, mark));
  await context.sync();
  const isCleared = columns.every((each) => isBlank(each) && each.header.worksheet.id === sheetId);
  return isCleared ? columns : null;
}

/**
 * Takes the marks of cleared columns away, and widths of ours with them; where something stands there again in that moment, its mark
 * does too.
 */
export async function takeClearedBack(
  context: Excel.RequestContext,
  cleared: readonly MarkedColumn[],
): Promise<void> {
  const then = cleared.map(({ mark, header }) => {
    const column = queueColumn(context, mark);
    const { width, hidden } = readLook(mark.comment);
    const isWide =
      width && isWidthOf({ column: resultColumnOf(mark.name)!.column }, header.format.columnWidth);
    const name = () => namesOf(context, mark.scope).getItem(mark.name);
    if (isWide && !header.worksheet.protection.protected)
      giveStandardWidth(name().getRange().getCell(0, 0), hidden);
    name().delete();
    return column;
  });
  await context.sync();
  const again = then.filter((column) => !column.header.isNullObject && !isBlank(column));
  for (const { mark, header } of again) {
    const { rowIndex, columnIndex, worksheet } = header;
    const cell = context.workbook.worksheets.getItem(worksheet.id).getCell(rowIndex, columnIndex);
    namesOf(context, mark.scope).add(mark.name, cell, mark.comment).visible = false;
  }
  if (again.length > 0) await context.sync();
}
