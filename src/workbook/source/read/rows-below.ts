/** What only a table needs that somebody has made shorter. */
import type { CellValue } from "../../cells/cell-value";
import { readRows } from "../../cells/read-rows";
import { isOwnResult, isSurelyOurs } from "../../marks/own-results";
import type { OwnColumn } from "../../marks/own-columns";
import { firstBelow, firstRowOf, type ListPlace } from "../list-place";
import { areaOf, sizeOfRange } from "../workbook-state";

/** Results right below a table that somebody has made shorter. */
export interface BelowTable {
  /** Rows that are surely ours, from the first one below the table on: of each column of the place's own its cells. */
  cells: readonly (readonly CellValue[])[];
  rowCount: number;
  /** Rows of the sheet from the next one on, as far as some of each is ours: they stay. */
  others: { row: number; cells: readonly (readonly CellValue[])[] };
}

/**
 * Reads results below a table to their end. No request where there are none.
 * @param first cells of our columns in the row right below it
 */
export async function readRowsBelow(
  context: Excel.RequestContext,
  place: ListPlace,
  first: readonly CellValue[],
): Promise<BelowTable | null> {
  const { sheetId, own } = place;
  if (!isOurs(own, first).isPartly) return null;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const top = firstRowOf(place) + firstBelow(place);
  const used = sheet.getUsedRange(true).load(sizeOfRange);
  sheet.tables.load("items/id");
  await context.sync();
  const ranges = sheet.tables.items.map((table) => table.getRange().load(sizeOfRange));
  await context.sync();
  const tables = ranges
    .map(areaOf)
    .filter(({ left, columnCount }) =>
      own.some(({ position }) => position >= left && position < left + columnCount),
    );
  const isInTable = (row: number) => tables.some((area) => row >= area.top && row < area.top + area.rowCount);
  const rows: CellValue[][] = [];
  await readRows(
    context,
    sheetId,
    own.map(({ position }) => ({ left: position, width: 1, as: "formulas" })),
    top,
    used.rowIndex + used.rowCount - top,
    own.length,
    (_, matrices) => matrices[0].forEach((__, r) => rows.push(matrices.map((matrix) => matrix[r][0]))),
  );
  const end = rows.findIndex((cells, r) => isInTable(top + r) || !isOurs(own, cells).isWhole);
  const rowCount = end < 0 ? rows.length : end;
  const rest = rows.slice(rowCount);
  const last = rest.findIndex((cells, r) => isInTable(top + rowCount + r) || !isOurs(own, cells).isPartly);
  return {
    cells: own.map((_, i) => rows.slice(0, rowCount).map((cells) => cells[i])),
    rowCount,
    others: { row: top + rowCount, cells: last < 0 ? rest : rest.slice(0, last) },
  };
}

/** Whether a row of our columns holds what only Keyfolio writes, and nothing else; one such cell alone may be somebody's own. */
function isOurs(
  own: readonly OwnColumn[],
  cells: readonly CellValue[],
): { isPartly: boolean; isWhole: boolean } {
  const isPartly = own.some(({ column }, i) => isSurelyOurs(column, cells[i]));
  const isResult = ({ column }: OwnColumn, i: number) =>
    isOwnResult(column, cells[i]) && !(column === "share" && (Number(cells[i]) < 0 || Number(cells[i]) > 1));
  const filled = cells.filter((cell) => cell !== "").length;
  const isWhole = isPartly && own.every(isResult) && filled >= Math.min(2, own.length);
  return { isPartly, isWhole };
}
