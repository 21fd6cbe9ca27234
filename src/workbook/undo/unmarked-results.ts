import { addressOf } from "../../portfolio";
import type { WhatStays } from "../../locales";
import type { CellValue } from "../cells/cell-value";
import { readRows } from "../cells/read-rows";
import type { ColumnsTrace } from "../columns/columns-trace";
import { headerOf } from "../columns/result-plan";
import { newPosition } from "../columns/result-ranges";
import { writtenIn } from "../columns/written-cells";
import { firstRowOf, rowCountOf } from "../source/list-place";
import type { Source } from "../source/source";
import { ownOf } from "./undo-columns";

/** Rows by which a list may have moved up since, as where its header row was deleted. */
const movedUp = 1;
/** Part of the results of a column that must still stand where they were written. */
const mostStand = 0.5;
const bytesOfCell = 30;

/**
 * Results of a run that stand where they were written while none of their marks does: somebody has deleted the header row, and nobody
 * can tell any more whose rows they are.
 */
export async function unmarkedResults(
  context: Excel.RequestContext,
  { place, plan }: ColumnsTrace,
  source: Source,
): Promise<WhatStays[]> {
  if (place.table || plan.some((column) => ownOf(source, column))) return [];
  const written = plan.filter(({ cells }) => cells?.some((cell) => cell !== null && cell !== ""));
  const runs = written.map((column) => ({
    left: column.existing?.position ?? newPosition(place, plan, column),
    width: 1,
    as: "formulas" as const,
  }));
  const first = Math.max(0, firstRowOf(place) - movedUp);
  const found = written.map((): CellValue[] => []);
  const count = rowCountOf(place) + movedUp;
  await readRows(
    context,
    source.place.sheetId,
    runs,
    first,
    count,
    bytesOfCell * runs.length,
    (_, matrices) => matrices.forEach((cells, i) => found[i].push(...cells.map(([cell]) => cell))),
  );
  return written.flatMap((column, i): WhatStays[] => {
    const isWritten = writtenIn(column);
    const rows = found[i].flatMap((cell, row) => (cell !== "" && isWritten(cell) ? [row] : []));
    const all = column.cells!.filter((cell) => cell !== null && cell !== "").length;
    if (rows.length < mostStand * all) return [];
    const address = addressOf(source.place.sheet, first + rows[0], runs[i].left);
    return [{ kind: "unmarked", header: headerOf(column), address, count: rows.length }];
  });
}
