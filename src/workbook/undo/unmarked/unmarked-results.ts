import { addressOf } from "../../../portfolio";
import type { WhatStays } from "../../../locales";
import type { CellValue } from "../../cells/cell-value";
import { readRows } from "../../cells/read-rows";
import type { ColumnsTrace } from "../../columns/columns-trace";
import { headerOf, type PlannedColumn } from "../../columns/results/result-plan";
import { newPosition } from "../../columns/results/result-ranges";
import { writtenIn } from "../../columns/results/written-cells";
import { firstRowOf, rowCountOf, sheetColumns, sheetRows } from "../../source/list-place";
import type { Source } from "../../source/source";
import { isPart, surestFirst } from "./sure-columns";
import { ownOf } from "../columns/undo-columns";

/** Rows by which a list has moved up where its header row was deleted and nothing else has come or gone. */
const movedUp = 1;
/** Rows and columns by which results are looked for elsewhere. */
const movedAside = 8;
/** Part of the results of a column that must still stand where they were written. */
const mostStand = 0.5;
const bytesOfCell = 30;

/** A column of results that were written, and where. */
interface Written {
  column: PlannedColumn;
  then: number;
  /** How many results. */
  count: number;
}

/** Results that stand still. */
interface Standing {
  of: Written;
  position: number;
  /** Of the sheet. */
  rows: readonly number[];
}

/** Cells of some columns of the sheet, by their positions. */
interface ReadColumns {
  first: number;
  cells: ReadonlyMap<number, readonly CellValue[]>;
}

/**
 * Results of a run that stand still, about where they were written, while none of their marks does: somebody has deleted the header
 * row, and nobody can tell any more whose rows they are.
 */
export async function unmarkedResults(
  context: Excel.RequestContext,
  { place, plan }: ColumnsTrace,
  source: Source,
): Promise<WhatStays[]> {
  if (source.place.table || plan.some((column) => ownOf(source, column))) return [];
  const written = plan.flatMap((column): Written[] => {
    const count = column.cells?.filter((cell) => cell !== null && cell !== "").length ?? 0;
    return count === 0
      ? []
      : [{ column, then: column.existing?.position ?? newPosition(place, plan, column), count }];
  });
  if (written.length === 0) return [];
  const [top, end] = [firstRowOf(place), firstRowOf(place) + rowCountOf(place)];
  const { sheetId, sheet } = source.place;
  const places = written.map(({ then }) => then);
  let found = standingThere(written, await read(context, sheetId, places, top - movedUp, end));
  if (found.length < written.length) {
    const [left, right] = [Math.min(...places) - movedAside, Math.max(...places) + movedAside];
    // Those of another list stand there under their marks.
    const marked = new Set(source.workbook.ownNames.map(({ cell }) => cell?.sheet === sheet && cell.column));
    const wide = Array.from({ length: right - left + 1 }, (_, i) => left + i).filter((at) => !marked.has(at));
    const cells = await read(context, sheetId, wide, top - movedAside, end + movedAside);
    const elsewhere = standingElsewhere(written, cells);
    if (elsewhere.length > found.length) found = elsewhere;
  }
  return found.map(({ of, position, rows }) => {
    const address = addressOf(sheet, rows[0], position);
    return { kind: "unmarked", header: headerOf(of.column), address, count: rows.length };
  });
}

/** @param from the first row, and @param to the first one that is not read, as far as the sheet has them */
async function read(
  context: Excel.RequestContext,
  sheetId: string,
  columns: readonly number[],
  from: number,
  to: number,
): Promise<ReadColumns> {
  const positions = columns.filter((position) => position >= 0 && position < sheetColumns);
  const first = Math.max(0, from);
  const cells = positions.map((): CellValue[] => []);
  await readRows(
    context,
    sheetId,
    positions.map((left) => ({ left, width: 1, as: "formulas" })),
    first,
    Math.min(to, sheetRows) - first,
    bytesOfCell * positions.length,
    (_, matrices) => matrices.forEach((matrix, i) => cells[i].push(...matrix.map(([cell]) => cell))),
  );
  return { first, cells: new Map(positions.map((position, i) => [position, cells[i]])) };
}

/** Results of a column in another one of the sheet; null where too few of them stand there. */
function standingIn(of: Written, position: number, { first, cells }: ReadColumns): Standing | null {
  const isWritten = writtenIn(of.column);
  const rows = (cells.get(position) ?? []).flatMap((cell, row) =>
    cell !== "" && isWritten(cell) ? [first + row] : [],
  );
  return rows.length === 0 || rows.length < mostStand * of.count ? null : { of, position, rows };
}

const standingThere = (written: readonly Written[], cells: ReadColumns): Standing[] =>
  written.flatMap((of) => standingIn(of, of.then, cells) ?? []);

/** Wherever columns have come or gone since. */
function standingElsewhere(written: readonly Written[], read: ReadColumns): Standing[] {
  const positions = [...read.cells.keys()].sort((one, other) => one - other);
  const columns = written.map((of) => ({ of, column: of.column.column }));
  return surestFirst(columns, ({ of, column }, isOpen) => {
    const mayBe = (position: number) =>
      isOpen(position) && (column !== "share" || read.cells.get(position)!.some(isPart));
    for (const position of positions) {
      const standing = mayBe(position) ? standingIn(of, position, read) : null;
      if (standing) return standing;
    }
    return null;
  });
}
