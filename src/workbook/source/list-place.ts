import { addressOf } from "../../portfolio";
import type { ListIdentity } from "../operations";
import type { Area, CellValue } from "../cells/cell-value";
import type { DeadMark, OwnColumn } from "../marks/own-columns";

/** Rows and columns of a sheet. */
export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

/** Where a list stands in the workbook, and what Keyfolio wrote beside it before. */
export interface ListPlace {
  sheetId: string;
  sheet: string;
  /** Null for a plain region. */
  table: { id: string; hasHeaders: boolean; hasTotals: boolean } | null;
  /** Header row and body, result columns inside the list included; a table's totals row is not part of it. */
  area: Area;
  own: readonly OwnColumn[];
  /** What stands in the header row over the columns of the source: the last row of a header over several. */
  headers: readonly { position: number; value: CellValue }[];
  /** How far the list goes: what would be different if somebody had added or removed rows meanwhile. */
  extent: {
    /** Used cells of the sheet; null for a table, which knows its own size. */
    used: Area | null;
    /** Tables of the sheet, whose cells are none of a region's; none for a table. */
    tables: readonly { id: string; area: Area }[];
    /** Cells right below the list, in the columns of its source; null for a table. */
    below: readonly { position: number; value: CellValue }[] | null;
  };
  /** Part of the names of this list's result columns. */
  id: string;
  /** Rows at the end of the area in which nothing but earlier results stands: they are cleared. */
  leftover: number;
  /** Marks that name no column any more. */
  deadNames: readonly DeadMark[];
  /** Names of the workbook, in small letters, that mark result columns of this list which stand elsewhere. */
  takenNames: readonly string[];
}

/** Address of a list with its header, for messages. A hidden header row above the sheet's first row is left out. */
export function addressOfArea(sheet: string, { top, left, rowCount, columnCount }: Area): string {
  const hidden = Math.max(0, -top);
  return addressOf(sheet, top + hidden, left, rowCount - hidden, columnCount);
}

/**
 * Whether the list is a table that hides its header row: nobody renames a header by sight there, all are read as blank, and marks
 * stand on the first client.
 */
export const hasHiddenHeader = ({ table }: Pick<ListPlace, "table">): boolean => table?.hasHeaders === false;

/** Zero-based row of the first cell below the header. */
export const firstRowOf = (place: ListPlace): number => place.area.top + 1;

/** Number of rows of the body. */
export const rowCountOf = (place: ListPlace): number => place.area.rowCount - 1;

/** Row of the body, from 0, that a table would have where its last row, or its totals, end. */
export const firstBelow = (place: ListPlace): number => rowCountOf(place) + (place.table?.hasTotals ? 1 : 0);

/** By what the workbook's settings know a list. */
export const identityOfPlace = ({ sheetId, sheet, table, own, id }: ListPlace): ListIdentity => ({
  sheetId,
  sheet,
  tableId: table?.id ?? null,
  ...(own.length > 0 && { marked: id }),
});
