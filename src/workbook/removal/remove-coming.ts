import { isComing } from "../marks/coming-sheets";
import { madeListOf } from "../marks/own-names";
import { queueSheetAgain } from "./deleted-sheets";

/**
 * Takes blank sheets away that were never marked, since Excel stopped just then, or that have only the name by which a list of clients
 * claims its number. One onto which somebody writes in the moment in which it goes comes again.
 */
export async function removeComing(context: Excel.RequestContext): Promise<void> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name");
  names.load("items/name,items/formula");
  await context.sync();
  const left = worksheets.items
    .filter(({ name }) => isComing(name))
    .map((sheet) => ({
      sheet,
      claims: names.items.filter(({ formula }) => String(formula).includes(sheet.name)),
    }))
    .filter(({ claims }) => claims.every(({ name }) => madeListOf(name) !== null))
    .map((each) => ({ ...each, used: each.sheet.getUsedRangeOrNullObject(false).load("rowIndex") }));
  if (left.length === 0) return;
  await context.sync();
  const going = left
    .filter(({ used }) => used.isNullObject)
    .map(({ sheet, claims }) => {
      const { name } = sheet;
      for (const claim of claims) claim.delete();
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
