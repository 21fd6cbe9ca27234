import { Problem, type WrittenOver } from "../../portfolio";
import { type CellValue, entered } from "../cells/cell-value";
import { limits } from "../cells/read-rows";
import { isGone } from "../office-problem";
import { addressOfArea, type ListPlace } from "../source/list-place";
import type { ColumnCells } from "./made-rows";
import type { MadePlan } from "./made-plan";
import { requireSize, type TableSize } from "./table-rows";

/** Rows that are to go, and by what they are known. */
export interface RemovedRows {
  place: ListPlace;
  /** Runs from the last to the first. */
  removed: MadePlan["removed"];
  /** The columns that tell rows from each other, with the cells of all rows as they are to be found. */
  keys: readonly ColumnCells[];
  /** Identifiers of columns of ours: in others stands what the user has typed. */
  own: ReadonlySet<number>;
}

/** A row that went, with what stood in it. */
interface GoneRow {
  row: number;
  formulas: readonly CellValue[];
}

const bytesOfCell = 60;
const runsPerRequest = 200;

/** Runs as they go through requests, each with an answer that is not too long. */
function* requestsOf(
  removed: RemovedRows["removed"],
  width: number,
): Iterable<{ first: number; count: number }[]> {
  const most = Math.max(1, Math.floor(limits.lastLookBytes / bytesOfCell / width));
  let [request, rows]: [{ first: number; count: number }[], number] = [[], 0];
  for (const { first, count } of removed) {
    for (let end = first + count; end > first; end -= most) {
      const run = { first: Math.max(first, end - most), count: Math.min(most, end - first) };
      if (request.length === runsPerRequest || rows + run.count > most) {
        yield request;
        [request, rows] = [[], 0];
      }
      request.push(run);
      rows += run.count;
    }
  }
  if (request.length > 0) yield request;
}

/**
 * Takes rows away, from the last to the first, so that the places of the others stay right. Each request looks at what it takes
 * away: a row of another client, or one in which the user has typed something, comes again.
 *
 * @throws Problem sourceChanged where rows came again; madeHalf where they could not; errors of Office.js
 */
export async function removeRows(
  context: Excel.RequestContext,
  table: Excel.Table,
  { place, removed, keys, own }: RemovedRows,
  size: TableSize,
): Promise<void> {
  let { rows } = size;
  for (const runs of requestsOf(removed, size.columns)) {
    requireSize(table, { ...size, rows });
    const columns = table.columns.load("items/id");
    const gone = runs.map(({ first, count }) => {
      const cells = table
        .getDataBodyRange()
        .getRow(first)
        .getResizedRange(count - 1, 0)
        .load("formulas,values");
      cells.delete("Up");
      return { first, cells };
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- rows of one request are bounded
    await context.sync();
    const ids = columns.items.map(({ id }) => id);
    const isWanted = (row: number, values: readonly CellValue[]) =>
      keys.every(({ id, cells }) => values[ids.indexOf(id)] === cells[row]) &&
      ids.every((id, c) => own.has(id) || values[c] === "");
    const back: GoneRow[] = [];
    let above = 0;
    for (const { first, cells } of gone.reverse()) {
      (cells.values as CellValue[][]).forEach((values, r) => {
        if (isWanted(first + r, values)) above++;
        else back.push({ row: first + r - above, formulas: cells.formulas[r] as CellValue[] });
      });
    }
    if (back.length > 0) {
      await giveBack(context, table, ids, back, (failure) => lost(place, ids, own, back, failure));
      throw new Problem({ kind: "sourceChanged", address: addressOfArea(place.sheet, place.area) });
    }
    rows -= above;
  }
}

const attempts = 3;

/** Rows come again, with all that stood in them: in their places, as far as nobody has moved others since. */
async function giveBack(
  context: Excel.RequestContext,
  table: Excel.Table,
  ids: readonly number[],
  rows: readonly GoneRow[],
  problemOf: (failure: unknown) => Problem,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const body = table.getDataBodyRange().load("rowCount");
      const columns = table.columns.load("items/id");
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- until rows and columns stay meanwhile
      await context.sync();
      const present = columns.items.map(({ id }) => id);
      requireSize(table, { rows: body.rowCount, columns: present.length });
      rows.forEach(({ row, formulas }, i) => {
        const at = Math.min(row, body.rowCount + i);
        table.rows.add(at);
        formulas.forEach((cell, c) => {
          if (cell === "" || !present.includes(ids[c])) return;
          table.columns.getItem(ids[c]).getDataBodyRange().getCell(at, 0).formulas = [[entered(cell)]];
        });
      });
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- until rows and columns stay meanwhile
      await context.sync();
      return;
    } catch (failure) {
      if (attempt === attempts || !isGone(failure)) throw problemOf(failure);
    }
  }
}

/** What somebody had typed in rows that went and cannot come again. */
function lost(
  place: ListPlace,
  ids: readonly number[],
  own: ReadonlySet<number>,
  rows: readonly GoneRow[],
  cause: unknown,
): Problem {
  const typed = rows.flatMap(({ row, formulas }) =>
    formulas.flatMap((cell, c): WrittenOver[] => {
      if (own.has(ids[c]) || cell === "") return [];
      const { top, left } = place.area;
      const at = { top: top + 1 + row, left: left + c, rowCount: 1, columnCount: 1 };
      return [{ address: addressOfArea(place.sheet, at), content: String(cell) }];
    }),
  );
  const problem = new Problem({ kind: "madeHalf", address: addressOfArea(place.sheet, place.area), typed });
  problem.cause = cause;
  return problem;
}
