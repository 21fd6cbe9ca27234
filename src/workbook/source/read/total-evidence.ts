/** What tells totals and levels from clients besides the values: formulas of sums, indents, bold. */
import {
  columnOfLevels,
  currencyOfFormat,
  type Mapping,
  Problem,
  type SourceColumn,
  type SourceList,
  totalColumnOf,
} from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { type AskedBeside, readFormats, readRows } from "../../cells/read-rows";
import { mappingOf } from "../../settings/mapping-of-list";
import { readCellLooks } from "./cell-looks";
import { identityOfPlace, type ListPlace } from "../list-place";
import type { WorkbookState } from "../workbook-state";

/** Sums over a column, or the numbers themselves. */
const bytesOfFormula = 30;

/** Rows whose formats tell whether a column shows currencies at all. */
const rowsFirst = 500;

/**
 * Formulas of the one column that can tell a total row, and the currencies that its formats show; sends what was queued
 * before even when there is no such column.
 */
export async function readTotalFormulas(
  context: Excel.RequestContext,
  list: SourceList,
  place: ListPlace,
  workbook: WorkbookState,
  standing: AskedBeside,
): Promise<{ column: SourceColumn; evidence: Pick<SourceColumn, "formulas" | "formatCurrencies"> } | null> {
  const { sheetId, area } = place;
  const position = totalColumnOf(list, mappingThatFits(list, place, workbook));
  if (position === null || list.rowCount === 0) {
    await context.sync();
    return null;
  }
  const column = list.columns[position];
  const formulas: CellValue[] = [];
  const run = { left: area.left + column.index, width: 1, as: "formulas" as const };
  const first = context.workbook.worksheets
    .getItem(sheetId)
    .getRangeByIndexes(area.top + 1, run.left, Math.min(rowsFirst, list.rowCount), 1)
    .load("numberFormat");
  const take = (_: number, [matrix]: CellValue[][][]) => {
    for (const [formula] of matrix) formulas.push(formula);
  };
  await readRows(context, sheetId, [run], area.top + 1, list.rowCount, bytesOfFormula, take, standing);
  const currencies = first.numberFormat.map(([format]) => currencyOfFormat(String(format)));
  if (currencies.every((code) => code === null)) return { column, evidence: { formulas } };
  const rest = list.rowCount - currencies.length;
  const row = area.top + 1 + currencies.length;
  const others = await readFormats(context, sheetId, { left: run.left }, row, rest, standing);
  const formatCurrencies = [...currencies, ...others.map(currencyOfFormat)];
  return { column, evidence: { formulas, formatCurrencies } };
}

/** Adds indents and bold to the column of clients where they may tell levels; a flat list costs no request. */
export async function looksOfLevels(
  context: Excel.RequestContext,
  list: SourceList,
  place: ListPlace,
  workbook: WorkbookState,
  standing: AskedBeside,
): Promise<(list: SourceList) => SourceList> {
  const position = columnOfLevels(list, mappingThatFits(list, place, workbook));
  if (position === null) return (same) => same;
  const { area, sheetId } = place;
  const column = area.left + list.columns[position].index;
  const looks = await readCellLooks(context, sheetId, column, area.top + 1, list.rowCount, standing);
  return (read) => ({
    ...read,
    columns: read.columns.map((each, i) => (i === position ? { ...each, ...looks } : each)),
  });
}

/** What the columns mean, as far as that can be told; no columns where the caller will learn why not when it asks. */
function mappingThatFits(list: SourceList, place: ListPlace, { settings }: WorkbookState): Mapping {
  try {
    return mappingOf(settings, list, identityOfPlace(place));
  } catch (error) {
    if (error instanceof Problem) return { version: 1, columns: [] };
    throw error;
  }
}
