import type { ResultColumn } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { readRows } from "../cells/read-rows";
import { holdsOwnResults, isOwnResult } from "../marks/own-results";
import { isHeaderOfOurs } from "../columns/result-texts";
import { areaOf, sizeOfRange } from "../source/workbook-state";

/** Results in a column of a sheet. */
export interface ResultsOnSheet {
  column: ResultColumn;
  position: number;
  /** Of the sheet. */
  rows: readonly number[];
}

/** What nobody else writes, where there is more than one; classes may stand in a column of hers as well. */
const sureColumns: ReadonlySet<ResultColumn> = new Set(["share", "action"]);
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
  const taken = new Set<number>();
  const isFree = (i: number) => !taken.has(i) && !marked.has(left + i);
  const find = (column: ResultColumn, from: number, least: number): ResultsOnSheet[] => {
    const at = cells.findIndex((each, i) => i >= from && isFree(i) && holdsResultsOnly(column, each, least));
    if (at < 0) return [];
    taken.add(at);
    const rows = cells[at].flatMap((cell, row) =>
      cell !== "" && !isHeaderOfOurs(column, cell) ? [top + row] : [],
    );
    return [{ column, position: left + at, rows }];
  };
  const sure = lost.filter((each) => sureColumns.has(each)).flatMap((column) => find(column, 0, fewest));
  const from = Math.min(...sure.map(({ position }) => position)) - left;
  const rest = lost.filter((each) => sure.every(({ column }) => column !== each));
  // There may be advice about one client alone.
  const all = [...sure, ...rest.flatMap((each) => find(each, from, each === "action" ? 1 : fewest))];
  return all.sort((one, other) => one.position - other.position);
}

function holdsResultsOnly(column: ResultColumn, cells: readonly CellValue[], least: number): boolean {
  const filled = cells.filter((cell) => cell !== "" && !isHeaderOfOurs(column, cell));
  const isPart = (cell: CellValue) => typeof cell === "number" && cell > 0 && cell < 1;
  return (
    filled.length >= least &&
    filled.every((cell) => isOwnResult(column, cell)) &&
    holdsOwnResults(column, filled) &&
    (column !== "share" || filled.some(isPart))
  );
}
