import { hideAgain, isWidthOf, readLook } from "../columns/new-column-look";
import { namesOf, resultColumnOf } from "../marks/own-names";
import type { MarkedList } from "./own-work-found";
import type { OwnMark } from "./own-marks";

/** What stands or shows in the column of the sheet in which a mark stands. */
interface MarkedColumn {
  header: Excel.Range;
  used: Excel.Range;
}

function queueColumn(context: Excel.RequestContext, { name, scope }: OwnMark): MarkedColumn {
  const header = namesOf(context, scope).getItemOrNullObject(name).getRangeOrNullObject().getCell(0, 0);
  const used = header.getEntireColumn().getUsedRangeOrNullObject(false).load("rowIndex,rowCount");
  header.load("rowIndex,columnIndex,worksheet/id,worksheet/protection/protected").format.load("columnWidth");
  return { header, used };
}

/** Whether nothing stands from the mark down, no look either. */
const isBlank = ({ header, used }: MarkedColumn): boolean =>
  !header.isNullObject && (used.isNullObject || used.rowIndex + used.rowCount <= header.rowIndex);

/**
 * Whether somebody has cleared a list that can be read no more, looks and all: of its columns of ours there is nothing but the marks.
 */
export async function isCleared(
  context: Excel.RequestContext,
  { sheetId, marks }: MarkedList,
): Promise<boolean> {
  const columns = marks.map((mark) => queueColumn(context, mark));
  await context.sync();
  return columns.every((column) => isBlank(column) && column.header.worksheet.id === sheetId);
}

/**
 * Takes the marks of a list away that somebody has cleared, and widths of ours with them; where something stands there again in that
 * moment, its mark does too.
 */
export async function takeClearedBack(context: Excel.RequestContext, { marks }: MarkedList): Promise<void> {
  const before = marks.map((mark) => queueColumn(context, mark));
  await context.sync();
  const then = marks.map((mark, i) => {
    const column = queueColumn(context, mark);
    if (!isBlank(before[i])) return null;
    const { header } = before[i];
    const { width, hidden } = readLook(mark.comment);
    const isWide =
      width && isWidthOf({ column: resultColumnOf(mark.name)!.column }, header.format.columnWidth);
    if (isWide && !header.worksheet.protection.protected) {
      const cell = namesOf(context, mark.scope).getItem(mark.name).getRange().getCell(0, 0);
      if (hidden) hideAgain(cell);
      else cell.format.useStandardWidth = true;
    }
    namesOf(context, mark.scope).getItem(mark.name).delete();
    return column;
  });
  await context.sync();
  const again = marks.flatMap((mark, i) => {
    const column = then[i];
    return column && !column.header.isNullObject && !isBlank(column) ? [{ mark, column }] : [];
  });
  for (const { mark, column } of again) {
    const { rowIndex, columnIndex, worksheet } = column.header;
    const cell = context.workbook.worksheets.getItem(worksheet.id).getCell(rowIndex, columnIndex);
    namesOf(context, mark.scope).add(mark.name, cell, mark.comment).visible = false;
  }
  if (again.length > 0) await context.sync();
}
