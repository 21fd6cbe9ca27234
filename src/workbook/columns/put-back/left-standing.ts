/** What is told of cells that may show what a run had written. */
import { Problem, type WrittenOver } from "../../../portfolio";
import type { Area, CellValue } from "../../cells/cell-value";
import { namesOf } from "../../marks/own-names";
import { queueExtent, type QueuedExtent, rowsGrown } from "../../source/list-extent";
import { addressOfArea, firstRowOf, rowCountOf } from "../../source/list-place";
import { whatRefuses } from "../../source/obstacles/what-refuses";
import type { PlannedColumn } from "../results/result-plan";
import { markedCells, newPosition, rowsOffOf } from "../results/result-ranges";
import { writtenIn } from "../results/written-cells";
import type { Writing } from "../writing";
import { spareRowsBelow } from "./run-effects";

/** What stands where, and why it could not be taken back. */
export async function leftStanding(
  writing: Writing,
  cause: unknown,
  columns: readonly PlannedColumn[] = writing.plan,
  writtenOver: readonly WrittenOver[] = [],
): Promise<Problem> {
  const { context, source } = writing;
  const { place } = source;
  const reason = await whatRefuses(context, place.sheetId);
  // Somebody may have sorted rows anywhere in the list.
  const rows = rowCountOf(place);
  const standing = await standingNow(writing, columns);
  const moved = standing ? standing.top - place.area.top : 0;
  const problem = new Problem({
    kind: "leftStanding",
    address: addressOfArea(standing?.sheet ?? place.sheet, {
      ...place.area,
      ...standing?.columns,
      top: place.area.top + moved,
    }),
    headers:
      standing?.headers ?? columns.map(({ header, existing }) => header ?? String(existing?.header ?? "")),
    firstRow: place.area.top + moved + 2,
    lastRow: Math.max(place.area.top + moved + 1 + rows + (standing?.grown ?? 0), standing?.lastWritten ?? 0),
    reason,
    ...(writtenOver.length > 0 ? { writtenOver } : {}),
  });
  problem.cause = cause ?? undefined;
  return problem;
}

/** How a list stands of which something is told: where its columns are, and what may show results. */
interface Standing {
  sheet: string;
  /** Header row. */
  top: number;
  columns: Pick<Area, "left" | "columnCount">;
  headers: string[];
  /** Rows that have come. */
  grown: number;
  lastWritten: number;
}

/** Where the marks stand by now, and the headers there, as somebody may have changed them; null when Excel does not answer. */
async function standingNow(writing: Writing, columns: readonly PlannedColumn[]): Promise<Standing | null> {
  const { context, source } = writing;
  try {
    const { place } = source;
    const sheet = context.workbook.worksheets.getItem(place.sheetId).load("name");
    const cells = columns.map((column) => ({ column, cell: queueHeader(writing, column) }));
    const extent = queueExtent(context, place);
    await context.sync();
    const present = cells.filter(({ cell }) => !cell.mark.isNullObject);
    if (present.length === 0) return null;
    const [{ column, cell }] = present;
    const headers = present.map(({ cell: { mark } }) => String((mark.values as CellValue[][])[0][0]));
    const top = cell.mark.rowIndex - (place.table && !place.table.hasHeaders ? 1 : 0);
    return {
      sheet: sheet.name,
      top,
      columns: columnsNow(writing, extent, column, cell),
      headers,
      grown: Math.max(0, rowsGrown(extent, place) - (top - place.area.top)),
      lastWritten: await lastWrittenBelow(
        writing,
        present.map((each) => each.column),
      ),
    };
  } catch {
    return null;
  }
}

interface QueuedHeader {
  /** The cell of a column's mark. */
  mark: Excel.Range;
  /** The header row. */
  row: Excel.Range;
}

function queueHeader({ context }: Writing, column: PlannedColumn): QueuedHeader {
  const marked = namesOf(context, column.scope).getItemOrNullObject(column.name).getRangeOrNullObject();
  const rowsOff = rowsOffOf(column);
  const mark = rowsOff === 0 ? marked : marked.getOffsetRange(-rowsOff, 0);
  mark.load("rowIndex,columnIndex,values");
  return { mark, row: mark.getEntireRow().getUsedRangeOrNullObject(true).load("columnIndex,values") };
}

/** Columns of the list by now: of a region, as far as a mark has moved, and from where its first header stands. */
function columnsNow(
  { source: { place }, plan }: Writing,
  extent: QueuedExtent,
  column: PlannedColumn,
  { mark, row }: QueuedHeader,
): Standing["columns"] {
  if (place.table) return { left: extent.area.columnIndex, columnCount: extent.area.columnCount };
  const { area, headers } = place;
  const shift = mark.columnIndex - (column.existing?.position ?? newPosition(place, plan, column));
  const headerAt = (position: number): unknown => row.values[0][position - row.columnIndex];
  const first = headers.at(0);
  const hasMoved =
    first && headerAt(first.position) !== first.value && headerAt(first.position + shift) === first.value;
  const left = hasMoved ? area.left + shift : area.left;
  return { left, columnCount: area.left + area.columnCount + shift - left };
}

/**
 * The last row of the sheet, from 1 on, in which something that was written stands below the rows that the list had: below a list that
 * had lost rows, and pushed on by rows that have come since. 0 where there is none.
 */
async function lastWrittenBelow(
  { context, source: { place } }: Writing,
  columns: readonly PlannedColumn[],
): Promise<number> {
  const first = rowCountOf(place);
  const rows = { first, count: spareRowsBelow(firstRowOf(place) + first) };
  const below = columns
    .filter(({ cells }) => cells !== null && rows.count > 0)
    .map((column) => ({
      isWritten: writtenIn(column),
      range: markedCells(context, place, column, rows).load("formulas,rowIndex"),
    }));
  await context.sync();
  return Math.max(
    0,
    ...below.map(({ isWritten, range: { formulas, rowIndex } }) => {
      const last = (formulas as CellValue[][]).findLastIndex(([cell]) => cell !== "" && isWritten(cell));
      return last < 0 ? 0 : rowIndex + last + 1;
    }),
  );
}
