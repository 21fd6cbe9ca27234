import { addressOf } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { refersTo, type ReferenceTarget } from "./formula-references";
import { bytesOfFormula, isNameOfOthers } from "./references";

/** A sheet that stays, with its cells in use. */
export interface OtherSheet {
  sheet: Excel.Worksheet;
  used: Excel.Range;
}

/** Lookings at which sheets there are, until none has come meanwhile. */
const attempts = 3;

/**
 * Sheets that stay, and how much stands on them; the names of the workbook are known afterwards, too. Two round trips.
 * @param goes identifiers of those that go
 */
export async function otherSheets(
  context: Excel.RequestContext,
  goes: ReadonlySet<string>,
  beside: () => void = () => {},
): Promise<OtherSheet[]> {
  const { worksheets, names } = context.workbook;
  const ask = () => {
    beside();
    worksheets.load("items/id");
    names.load("items/name");
  };
  ask();
  await context.sync();
  for (let attempt = 1; ; attempt++) {
    const known = new Set(worksheets.items.map(({ id }) => id));
    const others = worksheets.items
      .filter(({ id }) => !goes.has(id))
      .map((sheet) => ({ sheet, used: sheet.getUsedRangeOrNullObject(true).load("cellCount") }));
    ask();
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- until no sheet has come meanwhile
    await context.sync();
    if (attempt === attempts || worksheets.items.every(({ id }) => known.has(id))) return others;
  }
}

/** About how many bytes the answer to a {@link queueLastLook} has. */
export const bytesOfLook = (others: readonly OtherSheet[]): number =>
  others.reduce((sum, { used }) => sum + (used.isNullObject ? 0 : used.cellCount * bytesOfFormula), 0);

/** Formulas and names of others, as a request finds them just before it deletes sheets on which they may count. */
export interface LastLook {
  names: readonly Excel.NamedItem[];
  sheets: readonly { sheet: Excel.Worksheet; used: Excel.Range }[];
}

/** Queues a look at all other formulas and names that are known by now. */
export function queueLastLook(names: Excel.NamedItemCollection, others: readonly OtherSheet[]): LastLook {
  return {
    names: names.items
      .filter(({ name }) => isNameOfOthers(name))
      .map(({ name }) => names.getItemOrNullObject(name).load("name,formula")),
    // A sheet that was blank a moment ago, too.
    sheets: others.map(({ sheet }) => ({
      sheet: sheet.load("id,name"),
      used: sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex"),
    })),
  };
}

/** A formula that counted on a sheet when that was deleted. */
export interface LostReference {
  /** Its address or name. */
  place: string;
  formula: string;
  /** Where to put it, asked for its present formula. */
  find: () => Excel.Range | Excel.NamedItem;
}

/** What of a look counts on a target. */
export function referencesIn(
  context: Excel.RequestContext,
  { names, sheets }: LastLook,
  target: ReferenceTarget,
): LostReference[] {
  const { workbook } = context;
  const ofNames = names.flatMap((item): LostReference[] => {
    if (item.isNullObject || !refersTo(String(item.formula), "", target)) return [];
    const { name } = item;
    return [
      {
        place: name,
        formula: String(item.formula),
        find: () => workbook.names.getItem(name).load("formula"),
      },
    ];
  });
  const ofCells = sheets.flatMap(({ sheet: { id, name }, used }) =>
    used.isNullObject
      ? []
      : (used.formulas as CellValue[][]).flatMap((line, r) =>
          line.flatMap((cell, c): LostReference[] => {
            if (typeof cell !== "string" || !cell.startsWith("=") || !refersTo(cell, name, target)) return [];
            const [row, column] = [used.rowIndex + r, used.columnIndex + c];
            const find = () =>
              workbook.worksheets
                .getItem(id)
                .getRangeByIndexes(row, column, 1, 1)
                .load("formulas,numberFormat");
            return [{ place: addressOf(name, row, column), formula: cell, find }];
          }),
        ),
  );
  return [...ofNames, ...ofCells];
}

/** Enters formulas again, where they stand broken: the sheet on which they counted has come again. */
export async function repairReferences(
  context: Excel.RequestContext,
  lost: readonly LostReference[],
): Promise<void> {
  if (lost.length === 0) return;
  const found = lost.map((each) => ({ each, at: each.find() }));
  await context.sync();
  for (const { each, at } of found) {
    const isCell = "formulas" in at;
    const now = String(isCell ? (at as Excel.Range).formulas[0][0] : (at as Excel.NamedItem).formula);
    if (!now.includes("#REF!")) continue;
    if (isCell) enter(at as Excel.Range, each.formula);
    else (at as Excel.NamedItem).formula = each.formula;
  }
  await context.sync();
}

/** Into a cell of the format Text, too, where Excel would take it for a text. */
function enter(cell: Excel.Range, formula: string): void {
  const isText = cell.numberFormat[0][0] === "@";
  if (isText) cell.numberFormat = [["General"]];
  cell.formulas = [[formula]];
  if (isText) cell.numberFormat = [["@"]];
}
