import { columnIndex } from "../../portfolio";
import type { Area } from "../cells/cell-value";

/** A block of cells with the name of its sheet. */
export interface Place {
  sheet: string;
  area: Area;
}

const sheetBefore = "=(?:'((?:[^']|'')+)'|([^'!#][^'!]*))!";
const reference = new RegExp(
  `^${sheetBefore}\\$?([A-Z]{1,3})\\$?(\\d+)(?::\\$?([A-Z]{1,3})\\$?(\\d+))?$`,
  "i",
);
const deleted = new RegExp(`^${sheetBefore}#REF!$`);

/** The cells that a name stands for, such as `='My list'!$A$1:$B$2`; null for `#REF!` and everything that is no plain reference. */
export function namedCells(formula: string): Place | null {
  const match = reference.exec(formula);
  if (!match) return null;
  const [, , , from, first, to = from, last = first] = match;
  const [left, top] = [columnIndex(from), Number(first) - 1];
  return {
    sheet: sheetIn(match),
    area: { top, left, rowCount: Number(last) - top, columnCount: columnIndex(to) - left + 1 },
  };
}

/** The sheet on which the cells of a name stood that somebody has deleted (`='My list'!#REF!`); null for every other formula. */
export function sheetOfDeletedCells(formula: string): string | null {
  const match = deleted.exec(formula);
  return match && sheetIn(match);
}

const sheetIn = ([, quoted, plain]: RegExpExecArray): string => quoted?.replaceAll("''", "'") ?? plain;
