import type { ResultColumn } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { readRows } from "../../cells/read-rows";
import { holdsOwnResults, isOwnResult } from "../../marks/own-results";
import { isHeaderOfOurs } from "../../columns/results/result-texts";
import { areaOf, sizeOfRange } from "../../source/workbook-state";
import { isPart, surestFirst } from "./sure-columns";

/** Results in a column of a sheet. */
export interface ResultsOnSheet {
  column: ResultColumn;
  position: number;
  /** Of the sheet. */
  rows: readonly number[];
}

/** Results that a column must hold; one may be somebody's own. */
const fewest = 2;
const bytesOfCell = 30;

/**
 * Columns of a sheet in which nothing but results stands, where no list can be read beside them: her own classes are told from ours
 * by standing left of all shares and advice.
 *
 * @param lost the kinds of columns whose marks have gone
 * @param marked columns of the sheet that are left out
 */
export async function resultsOnSheet(
  context: Excel.RequestContext,
  sheetId: string,
  lost: readonly ResultColumn[],
  marked: ReadonlySet<number>,
): Promise<ResultsOnSheet[]> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const used = sheet.getUsedRangeOrNullObject(true).load(sizeOfRange);
  await context.sync();
  if (used.isNullObject) return [];
  const { top, left, rowCount, columnCount } = areaOf(used);
  const cells = Array.from({ length: columnCount }, (): CellValue[] => []);
  await readRows(
    context,
    sheetId,
    [{ left, width: columnCount, as: "formulas" }],
    top,
    rowCount,
    bytesOfCell * columnCount,
    (_, [matrix]) => {
      for (const line of matrix) line.forEach((cell, i) => cells[i].push(cell));
    },
  );
  const columns = lost.map((column) => ({ column }));
  return surestFirst(columns, ({ column }, isOpen, isSure) => {
    // There may be advice about one client alone.
    const least = column === "action" && !isSure ? 1 : fewest;
    const isIts = (each: readonly CellValue[], i: number) =>
      isOpen(left + i) && !marked.has(left + i) && holdsResultsOnly(column, each, least);
    const at = cells.findIndex(isIts);
    if (at < 0) return null;
    const rows = cells[at].flatMap((cell, row) =>
      cell !== "" && !isHeaderOfOurs(column, cell) ? [top + row] : [],
    );
    return { column, position: left + at, rows };
  });
}

function holdsResultsOnly(column: ResultColumn, cells: readonly CellValue[], least: number): boolean {
  const filled = cells.filter((cell) => cell !== "" && !isHeaderOfOurs(column, cell));
  return (
    filled.length >= least &&
    filled.every((cell) => isOwnResult(column, cell)) &&
    holdsOwnResults(column, filled) &&
    (column !== "share" || filled.some(isPart))
  );
}
