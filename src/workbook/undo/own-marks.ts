import { namedCells, type Place } from "../marks/named-cells";

/** A hidden name of Keyfolio's, with the cells that it stands for. */
export interface OwnMark {
  name: string;
  /** Sheet of a name that belongs to one sheet only; null = the workbook. */
  scope: string | null;
  /** Null once its cells are gone (`#REF!`). */
  place: Place | null;
  comment: string;
}

/** Names of Keyfolio begin like this, whatever version made them. */
const ownName = /^keyfolio\./i;

/** All of Keyfolio's names, of the workbook and of its sheets. */
export async function readMarks(context: Excel.RequestContext): Promise<OwnMark[]> {
  const { names, worksheets } = context.workbook;
  names.load("items/name,items/formula,items/comment");
  worksheets.load("items/id,items/name");
  await context.sync();
  const ofSheets = worksheets.items.map((sheet) => ({
    scope: sheet.name,
    names: sheet.names.load("items/name,items/formula,items/comment"),
  }));
  await context.sync();
  const marksOf = (items: readonly Excel.NamedItem[], scope: string | null): OwnMark[] =>
    items
      .filter(({ name }) => ownName.test(name))
      .map(({ name, formula, comment }) => ({ name, scope, place: namedCells(String(formula)), comment }));
  return [
    ...marksOf(names.items, null),
    ...ofSheets.flatMap(({ scope, names: of }) => marksOf(of.items, scope)),
  ];
}
