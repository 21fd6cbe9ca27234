import { namedCells, type Place } from "../marks/named-cells";
import type { WorkbookState } from "../source/workbook-state";

/** A hidden name of Keyfolio's, with the cells that it stands for. */
export interface OwnMark {
  name: string;
  /** Identifier of the sheet of a name that belongs to one sheet only; null = the workbook. */
  scope: string | null;
  /** Null for everything that is no plain reference. */
  place: Place | null;
  /** Its cells are gone (`#REF!`); a name of the user's such as `keyfolio.rate` may have none, but is not lost. */
  isLost: boolean;
  comment: string;
}

/** What tells a mark from all others: a copied sheet has marks of the same names. */
export type MarkKey = Pick<OwnMark, "name" | "scope">;

export const markKey = ({ name, scope }: MarkKey): MarkKey => ({ name, scope });

/** Marks by name and scope. */
export class MarkSet {
  readonly #keys: ReadonlySet<string>;

  constructor(marks: readonly MarkKey[]) {
    this.#keys = new Set(marks.map(textOf));
  }

  has(mark: MarkKey): boolean {
    return this.#keys.has(textOf(mark));
  }
}

const textOf = ({ name, scope }: MarkKey): string => JSON.stringify([scope, name.toLowerCase()]);

/** Names of Keyfolio begin like this, whatever version made them. */
const ownName = /^keyfolio\./i;

/**
 * All of Keyfolio's names, of the workbook and of its sheets.
 * @returns them with the state in which sheets are called as the marks say it: somebody may have renamed one meanwhile
 */
export async function readMarks(
  context: Excel.RequestContext,
  state: WorkbookState,
): Promise<{ marks: OwnMark[]; state: WorkbookState }> {
  const { names, worksheets } = context.workbook;
  worksheets.load("items/id");
  await context.sync();
  const ofSheets = worksheets.items.map((sheet) => ({
    scope: sheet.id,
    names: sheet.names.load("items/name,items/formula,items/comment"),
  }));
  // Marks say how sheets are called: what sheets are called is asked for in the same moment.
  names.load("items/name,items/formula,items/comment");
  worksheets.load("items/id,items/name");
  await context.sync();
  const marksOf = (items: readonly Excel.NamedItem[], scope: string | null): OwnMark[] =>
    items
      .filter(({ name }) => ownName.test(name))
      .map(({ name, formula, comment }) => ({
        name,
        scope,
        place: namedCells(String(formula)),
        isLost: String(formula).includes("#REF!"),
        comment,
      }));
  const marks = [
    ...marksOf(names.items, null),
    ...ofSheets.flatMap(({ scope, names: of }) => marksOf(of.items, scope)),
  ];
  return { marks, state: renamed(state, new Map(worksheets.items.map(({ id, name }) => [id, name]))) };
}

/** A state with sheets as they are called by now. */
function renamed(state: WorkbookState, names: ReadonlyMap<string, string>): WorkbookState {
  const nameOf = new Map(state.sheets.map(({ id, name }) => [name, names.get(id) ?? name]));
  const nameNow = (sheet: string) => nameOf.get(sheet) ?? sheet;
  return {
    ...state,
    sheets: state.sheets.map((sheet) => ({ ...sheet, name: nameNow(sheet.name) })),
    tables: state.tables.map((table) => ({ ...table, sheet: nameNow(table.sheet) })),
    ownNames: state.ownNames.map(({ name, scope, cell, lostOn }) => ({
      name,
      scope,
      cell: cell && { ...cell, sheet: nameNow(cell.sheet) },
      lostOn: lostOn && nameNow(lostOn),
    })),
    scoreHeaders: state.scoreHeaders.map((cell) => ({ ...cell, sheet: nameNow(cell.sheet) })),
    active: { ...state.active, sheet: nameNow(state.active.sheet) },
  };
}
