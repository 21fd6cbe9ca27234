/** How Keyfolio knows again what it made: hidden names, and texts that only it writes. */
import { type ResultColumn, resultColumns } from "../../portfolio";
import type { FormulasOfCells } from "../cells/rows-checksum";
import { namedCells, sheetOfDeletedCells } from "./named-cells";

/**
 * Keyfolio marks what it made by hidden defined names, since a name follows its cells through every move and renaming:
 * `keyfolio.<column>.<list>` on the header cell of a result column, with `_2` where another cell has that name, `keyfolio.sheet.<key>` on a sheet of the report, `keyfolio.form.<key>` on what a user fills in below its page,
 * `keyfolio.place.<column>.<list>` where a result column is about to come, `keyfolio.clients.<number>` on the first header cell of a list that was added up from lines.
 */
export interface OwnName {
  name: string;
  /** Identifier of the sheet of a name that belongs to one sheet only, as Excel makes them when a sheet is copied; null = the workbook. */
  scope: string | null;
  /** The name's first cell; null once its cells were deleted (`#REF!`). */
  cell: { sheet: string; row: number; column: number } | null;
  /** The sheet on which its cells were deleted; null for all others, and where the sheet was. */
  lostOn: string | null;
}

/** Marks the very hidden sheet on which runs stand that are too long for a setting. */
export const memoryMark = "keyfolio.memory";
export const marksMemory = (name: string): boolean => name.toLowerCase() === memoryMark;

const columnName = new RegExp(`^keyfolio\\.(${resultColumns.join("|")})\\.(\\w+?)(?:_\\d+)?$`, "i");
const sheetName = /^keyfolio\.sheet\./i;
const placeName = /^keyfolio\.place\./i;
const madeName = /^keyfolio\.clients\.(\d+)$/i;

/** Which result column of which list a name marks; null for every other name. */
export function resultColumnOf(name: string): { column: ResultColumn; list: string } | null {
  const match = columnName.exec(name);
  return match && { column: match[1].toLowerCase() as ResultColumn, list: match[2] };
}

/**
 * Holds the place of a new result column from before it is written until it is: `keyfolio.place.share.r1`. What stands there is
 * not ours, and by the time that the name is put on may even be the user's.
 */
export const placeNameOf = (name: string): string => name.replace(/^keyfolio\./i, "keyfolio.place.");
export const marksPlace = (name: string): boolean =>
  placeName.test(name) && resultColumnOf(name.replace(placeName, "keyfolio.")) !== null;
/**
 * The number of the list of clients for which a name marks a sheet until the list stands there: a run was cut off on a sheet that
 * still has it. Null for every other name.
 */
export const madePlaceOf = (name: string): number | null =>
  placeName.test(name) ? madeListOf(name.replace(placeName, "keyfolio.")) : null;
export const marksMadePlace = (name: string): boolean => madePlaceOf(name) !== null;

/** @param key of a sheet of the report: Proof alone has formulas of our making */
export const formulasOn = (key: string): FormulasOfCells =>
  key.toLowerCase() === "proof" ? "ours" : "foreign";

export const marksReportSheet = (name: string): boolean => sheetName.test(name);

/** The number of the list of clients whose header a name marks, one that was added up from lines; null for every other name. */
export function madeListOf(name: string): number | null {
  const match = madeName.exec(name);
  return match && Number(match[1]);
}

export const nameOfMadeList = (number: number): string => `keyfolio.clients.${number}`;

/**
 * The name for a new result column of a list.
 * @param taken names of such columns that stand elsewhere, in small letters: beside a copy of the list, or where somebody has cut them to
 */
export function nameOfResultColumn(column: ResultColumn, list: string, taken: readonly string[]): string {
  const name = `keyfolio.${column}.${list}`;
  const isTaken = (each: string) => taken.includes(each.toLowerCase());
  let number = 1;
  while (isTaken(number === 1 ? name : `${name}_${number}`)) number++;
  return number === 1 ? name : `${name}_${number}`;
}

/** First cell of a reference such as `='My list'!$A$1:$B$2`; null for `#REF!` and everything that is no plain reference. */
export function firstCellOf(formula: string): OwnName["cell"] {
  const cells = namedCells(formula);
  return cells && { sheet: cells.sheet, row: cells.area.top, column: cells.area.left };
}

/** The defined names of the workbook (null) or of one sheet, by its identifier: somebody may rename it meanwhile. */
export function namesOf(context: Excel.RequestContext, scope: string | null): Excel.NamedItemCollection {
  return scope === null ? context.workbook.names : context.workbook.worksheets.getItem(scope).names;
}

/** One of Keyfolio's own marks, or null for a name of the user. */
export function ownNameOf(item: Excel.NamedItem, scope: string | null): OwnName | null {
  const { name } = item;
  const isOwn =
    marksReportSheet(name) ||
    marksMemory(name) ||
    placeName.test(name) ||
    resultColumnOf(name) !== null ||
    madeListOf(name) !== null;
  if (!isOwn) return null;
  const formula = String(item.formula);
  return { name, scope, cell: firstCellOf(formula), lostOn: sheetOfDeletedCells(formula) };
}
