import { isComing } from "../marks/coming-sheets";
import { queueSheetAgain } from "./deleted-sheets";

/**
 * Takes blank sheets away that were never marked, since Excel stopped just then. One onto which somebody writes in the moment in which it
 * goes comes again.
 */
export async function removeComing(context: Excel.RequestContext): Promise<void> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name");
  names.load("items/formula");
  await context.sync();
  const formulas = names.items.map(({ formula }) => String(formula));
  const left = worksheets.items
    .filter(({ name }) => isComing(name) && !formulas.some((formula) => formula.includes(name)))
    .map((sheet) => ({ sheet, used: sheet.getUsedRangeOrNullObject(false).load("rowIndex") }));
  if (left.length === 0) return;
  await context.sync();
  const going = left
    .filter(({ used }) => used.isNullObject)
    .map(({ sheet }) => {
      const { name } = sheet;
      const last = sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex");
      sheet.delete();
      return { name, last };
    });
  await context.sync();
  const filled = going.filter(({ last }) => !last.isNullObject);
  if (filled.length === 0) return;
  for (const { name, last } of filled) queueSheetAgain(context, name, last);
  await context.sync();
}
