import type { ResultColumn } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { marksPlace, ownNameOf, resultColumnOf, type OwnName } from "./own-names";

/** A result column of an earlier run, found by its mark. */
export interface OwnColumn {
  column: ResultColumn;
  name: string;
  /** Sheet that the name belongs to; null = the workbook. */
  scope: string | null;
  /** Rows by which its mark stands too low: marks stay where they are when somebody hides the header row of a table (−1) or shows it (1). */
  rowsOff: number;
  /** Zero-based column of the sheet, wherever the user moved it. */
  position: number;
  header: CellValue;
  /** As `Range.formulas` gave them, one per row of the list. */
  contents: readonly CellValue[];
}

/** Whether a run was cut off before it gave a column that had just come its header; or somebody has cleared that. */
export const isUnnamed = ({ header, name }: OwnColumn): boolean =>
  header === "" || String(header).toLowerCase() === name.toLowerCase();

/** A mark on the header row of a list: which result column of which list it names, and where it stands. */
export interface Mark {
  name: string;
  scope: string | null;
  column: OwnColumn["column"];
  list: string;
  row: number;
  position: number;
}

/** Marks of result columns that stand on a sheet. A name of the sheet itself (a copied sheet) comes before the workbook's. */
export function marksOn(sheet: string, names: readonly OwnName[]): Mark[] {
  return [...names]
    .sort((a, b) => Number(b.scope !== null) - Number(a.scope !== null))
    .flatMap(({ name, scope, cell }) => {
      const result = resultColumnOf(name);
      return result && cell?.sheet === sheet
        ? [{ name, scope, ...result, row: cell.row, position: cell.column }]
        : [];
    });
}

/** Queues the question which marks there are now; {@link isSameMarks} reads the answer after the next request. */
export function queueMarks(context: Excel.RequestContext, sheetId: string): QueuedMarks {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  return {
    ofWorkbook: context.workbook.names.load("items/name,items/formula"),
    ofSheet: sheet.names.load("items/name,items/formula"),
  };
}

export interface QueuedMarks {
  ofWorkbook: Excel.NamedItemCollection;
  ofSheet: Excel.NamedItemCollection;
}

/** Names of ours in the workbook and on a sheet, as a request found them. */
export const ownNamesIn = ({ ofWorkbook, ofSheet }: QueuedMarks, sheetId: string): OwnName[] =>
  [
    ...ofWorkbook.items.map((item) => ownNameOf(item, null)),
    ...ofSheet.items.map((item) => ownNameOf(item, sheetId)),
  ].filter((name) => name !== null);

/** Whether the marks on a sheet stand where they did: rows and columns may have come between two questions. */
export function isSameMarks(
  queued: QueuedMarks,
  { id, name }: { id: string; name: string },
  before: readonly Mark[],
): boolean {
  const now = marksOn(name, ownNamesIn(queued, id));
  const keyOf = ({ name, scope, row, position }: Mark) => JSON.stringify([name, scope, row, position]);
  const keys = new Set(before.map(keyOf));
  return now.length === keys.size && now.every((mark) => keys.has(keyOf(mark)));
}

/** A name that marks no column of ours any more; the next run takes it away. */
export interface DeadMark {
  name: string;
  scope: string | null;
  /** Whether it says `#REF!`, since the user deleted its column; else it stands on blank cells. */
  isLost: boolean;
  /** As {@link OwnName} says it. */
  lostOn: string | null;
  /** The blank column of the list that it marks; null for a lost one and for a mark that stands elsewhere. */
  blank: Pick<OwnColumn, "column" | "rowsOff" | "position"> | null;
}

/**
 * Marks whose column was deleted, and those of places where a run that was cut off never wrote. Those of another list that still has
 * columns of ours are the business of that list's next run.
 *
 * @param blank marks of blank columns, which go as well: what they are of has no column any more
 */
export function deadMarks(
  names: readonly OwnName[],
  list: string,
  blank: readonly Pick<Mark, "name" | "scope">[],
): DeadMark[] {
  const standing = standingLists(names.filter((each) => !isOneOf(each, blank)));
  const isElsewhere = (name: OwnName) => listOf(name) !== list.toLowerCase() && standing.has(listOf(name));
  return names
    .filter((each) => marksPlace(each.name) || (each.cell === null && listOf(each) && !isElsewhere(each)))
    .map(({ name, scope, cell, lostOn }) => ({ name, scope, isLost: cell === null, lostOn, blank: null }));
}

/** The list whose result column a name marks, in small letters: Excel takes names without regard to case. */
const listOf = ({ name }: OwnName): string | undefined => resultColumnOf(name)?.list.toLowerCase();

/** Names of the workbook that mark columns of a list elsewhere, in small letters: of a copied list, or cut out of it. */
export function namesElsewhere(
  names: readonly OwnName[],
  list: string,
  here: readonly Pick<Mark, "name" | "scope">[],
): string[] {
  return names
    .filter((each) => each.scope === null && each.cell !== null && listOf(each) === list.toLowerCase())
    .filter((each) => !isOneOf(each, here))
    .map(({ name }) => name.toLowerCase());
}

const isOneOf = ({ name, scope }: OwnName, marks: readonly Pick<Mark, "name" | "scope">[]): boolean =>
  marks.some((mark) => mark.name === name && mark.scope === scope);

/** Lists that have a result column still. */
const standingLists = (names: readonly OwnName[]) =>
  new Set(names.filter(({ cell }) => cell !== null).map(listOf));

/** Columns of a list that hold nothing any more, not even their headers, but still bear their marks. */
export function blankColumns(deadMarks: readonly DeadMark[]): OwnColumn[] {
  return deadMarks.flatMap(({ name, scope, blank }) =>
    blank ? [{ ...blank, name, scope, header: "", contents: [] }] : [],
  );
}

/**
 * Which list of earlier runs a list is: the one that has a result column inside it; else the one whose columns
 * the user moved beside it.
 *
 * @param marks marks on the list's header row
 * @param isInside whether a column of the sheet lies inside the list
 * @param isApart whether a mark outside the list belongs to it and to no list beside it
 */
export function earlierList(
  marks: readonly Mark[],
  isInside: (position: number) => boolean,
  isApart: (mark: Mark) => boolean,
): string | null {
  return (
    marks.find(({ position }) => isInside(position))?.list ??
    marks.find((mark) => isApart(mark))?.list ??
    null
  );
}

/**
 * The list whose marks stand on blank columns right of a region, since they could not be taken off when its columns were; null where
 * it has columns elsewhere.
 *
 * @param blank marks of blank columns on the list's header row
 * @param beside the column right of the region
 */
export function listOfBlankMarks(
  names: readonly OwnName[],
  blank: readonly Mark[],
  beside: number,
): string | null {
  const list = blank.find(({ position }) => position === beside)?.list ?? null;
  const standing = standingLists(names.filter((each) => !isOneOf(each, blank)));
  return list === null || standing.has(list.toLowerCase()) ? null : list;
}

/** By what the result columns of a table are called that has none yet. */
export const idOfTableList = (tableId: string): string => `t${tableId.replace(/\W/g, "")}`;

/**
 * A list that was never classified, or whose columns have all been deleted, gets the table's id, or the next free number: columns of a
 * table that could not be marked again are known by that id.
 */
export function newList(names: readonly OwnName[], tableId: string | null): string {
  const ofTable = tableId === null ? null : idOfTableList(tableId);
  if (ofTable !== null && !standingLists(names).has(ofTable.toLowerCase())) return ofTable;
  const taken = new Set(names.map(listOf));
  let number = 1;
  while (taken.has(`r${number}`)) number++;
  return `r${number}`;
}

/**
 * One column per kind, of one list.
 * @param markedRow in which marks of the list are looked for
 */
export function ownColumnsOf(
  list: string,
  marks: readonly Mark[],
  markedRow: number,
  read: (position: number) => { header: CellValue; contents: readonly CellValue[] },
): OwnColumn[] {
  const columns = new Map<OwnColumn["column"], OwnColumn>();
  for (const { name, scope, column, list: of, row, position } of marks) {
    if (of !== list || columns.has(column)) continue;
    columns.set(column, { column, name, scope, rowsOff: row - markedRow, position, ...read(position) });
  }
  return [...columns.values()];
}
