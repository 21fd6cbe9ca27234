import type { CellValue } from "../../cells/cell-value";
import { firstCellOf, namesOf, placeNameOf } from "../../marks/own-names";
import { settingKeys } from "../../settings/settings";
import { type QueuedExtent, queueExtent, rowsGrownBetween, rowsNow } from "../../source/list-extent";
import { rowCountOf, sheetRows } from "../../source/list-place";
import { addedIn, markedCells, rowOfMarks, rowsOffOf } from "../results/result-ranges";
import type { PlannedColumn } from "../results/result-plan";
import type { RowPiece } from "../results/row-pieces";
import { writtenRows, type Writing } from "../writing";

/** What the run left in the workbook. */
export interface Effects {
  /** False once the list's sheet is gone, and every cell with it. */
  hasSheet: boolean;
  /** Whether the list's table is there. */
  hasTable: boolean;
  /** Columns whose mark exists. */
  marked: ReadonlySet<PlannedColumn>;
  /** Columns whose mark exists and names a cell. */
  live: ReadonlySet<PlannedColumn>;
  /** Identifiers of the table's columns that stand at the new marks, or have a mark's name and no mark yet. */
  tableColumns: ReadonlyMap<PlannedColumn, number>;
  /** Identifiers of the table's other columns. */
  otherColumns: readonly number[];
  /** New columns whose place is marked, so that nothing was written there. */
  placed: ReadonlySet<PlannedColumn>;
  /** Dead marks that the run removed. */
  removedNames: readonly { name: string; scope: string | null }[];
  language: unknown;
  /** Rows of the list, as far as can be told; see `rowsNow`. */
  rowCount: number;
  /** Rows that the list has more than when it was read, or written. */
  grown: number;
  /** Present contents of new columns, as far as the run may have written and somebody may have moved what it wrote. */
  present: ReadonlyMap<PlannedColumn, Present>;
  /** Present widths of new columns that were given one, or were about to be. */
  widths: ReadonlyMap<PlannedColumn, number>;
  /** Present contents of the piece of earlier results that was written last: it may have taken effect in part, or not at all. */
  last: ReadonlyMap<PlannedColumn, CellValue[][]>;
}

/** Cells of a column from a row on; -1 is its header. */
export interface Present {
  first: number;
  cells: CellValue[];
  /** How many of them stand below the rows that were written: rows that came meanwhile push our cells there. */
  spare: number;
}

/** Rows that somebody may have put into the list since it was written. */
const spareRows = 100;

/** How many rows from a row of the sheet on, from 0, may hold what such rows have pushed there. */
export const spareRowsBelow = (row: number): number => Math.max(0, Math.min(spareRows, sheetRows - row));

/** Asks what a run left behind; the answer of the request that failed may be lost, so nothing is assumed. */
export async function askForEffects(writing: Writing): Promise<Effects> {
  const { context, source, plan, done, dressed } = writing;
  const { place } = source;
  const { table, deadNames } = place;
  const added = addedIn(plan);
  const nameOf = ({ name, scope }: { name: string; scope: string | null }) =>
    namesOf(context, scope).getItemOrNullObject(name).load("formula");
  const { worksheets, tables, settings } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(place.sheetId).load("name");
  const listTable = table && tables.getItemOrNullObject(table.id).load("id");
  const language = settings.getItemOrNullObject(settingKeys.language).load("value");
  await context.sync();
  const hasSheet = !sheet.isNullObject;
  const ofWorkbook = plan.filter(({ scope }) => hasSheet || scope === null);
  const marks = new Map(ofWorkbook.map((column) => [column, nameOf(column)]));
  const places = new Map(
    added.map((column) => [column, nameOf({ name: placeNameOf(column.name), scope: null })]),
  );
  const dead = deadNames
    .filter(({ scope, isLost }) => isLost && (hasSheet || scope === null))
    .map((of) => ({ of, item: nameOf(of) }));
  const headers = new Map(
    added.flatMap((column) => {
      const mark = marks.get(column);
      if (!mark || dressed.get(column)?.isWidthSet !== true) return [];
      const header = mark.getRangeOrNullObject().getCell(0, 0);
      header.load("columnIndex").format.load("columnWidth");
      return [[column, header] as const];
    }),
  );
  const hasTable = listTable !== null && !listTable.isNullObject;
  const columns = hasTable ? listTable.columns.load("items/id,items/name") : null;
  const range = hasTable ? listTable.getRange().load("columnIndex") : null;
  const extent = hasSheet && (table === null || hasTable) ? queueExtent(context, place) : null;
  await context.sync();

  const isLive = (item: Excel.NamedItem | undefined) =>
    item !== undefined && !item.isNullObject && !String(item.formula).includes("#REF!");
  const live = new Set(plan.filter((column) => isLive(marks.get(column))));
  const rows = plan.flatMap((column) =>
    live.has(column) ? [firstCellOf(String(marks.get(column)!.formula))!.row - rowsOffOf(column)] : [],
  );
  const moved = rows.length > 0 ? rows[0] - rowOfMarks(place) : 0;
  const tableColumns = new Map<PlannedColumn, number>();
  for (const column of columns && range ? added : []) {
    const cell = live.has(column) ? firstCellOf(String(marks.get(column)!.formula)) : null;
    const item = cell
      ? columns!.items[cell.column - range!.columnIndex]
      : columns!.items.find(({ name }) => name.toLowerCase().startsWith(column.name.toLowerCase()));
    if (item) tableColumns.set(column, item.id);
  }

  const newColumns = new Set(tableColumns.values());
  const widths = new Map(
    [...headers].flatMap(([column, header]) =>
      live.has(column) && !header.isNullObject ? [[column, header.format.columnWidth]] : [],
    ),
  );
  const present = new Map<PlannedColumn, Present>();
  const last = new Map<PlannedColumn, CellValue[][]>();
  for (const [i, piece] of done.entries()) {
    const isLast = i === done.length - 1;
    const spare = isLast && !table ? spareRowsBelow(place.area.top + 1 + piece.first + piece.count) : 0;
    const loads = plan.flatMap((column) => {
      if (!live.has(column) || column.cells === null || (column.existing && !isLast)) return [];
      const rows: RowPiece = { ...writtenRows(column, piece, i === 0 && table?.hasHeaders !== false) };
      if (rows.count + spare === 0) return [];
      if (column.existing === null) rows.count += spare;
      return [{ column, rows, range: markedCells(context, place, column, rows).load("formulas") }];
    });
    if (loads.length === 0) continue;
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
    await context.sync();
    for (const {
      column,
      rows,
      range: { formulas },
    } of loads) {
      if (column.existing) last.set(column, formulas as CellValue[][]);
      else {
        const known = present.get(column) ?? { first: rows.first, cells: [], spare };
        for (const [cell] of formulas as CellValue[][]) known.cells.push(cell);
        present.set(column, { ...known, spare });
      }
    }
  }
  const rowCount = extent ? rowsNow(extent, place, moved) : rowCountOf(place);
  const grown = extent ? rowsCome(writing, extent, moved) : 0;
  if (hasTable && done.length > 0) await askBelow(writing, present, grown);
  return {
    hasSheet,
    hasTable,
    marked: new Set(plan.filter((column) => marks.get(column)?.isNullObject === false)),
    live,
    placed: new Set(added.filter((column) => places.get(column)?.isNullObject === false)),
    tableColumns,
    otherColumns: (columns?.items ?? []).map(({ id }) => id).filter((id) => !newColumns.has(id)),
    removedNames: dead.filter(({ item }) => item.isNullObject || isLive(item)).map(({ of }) => of),
    language: language.isNullObject ? undefined : (language.value as unknown),
    rowCount,
    grown,
    present,
    widths,
    last,
  };
}

/** Rows that have come into the list since it was read; beside other cells also since it was written: one may have gone in between. */
function rowsCome({ source: { place }, done }: Writing, extent: QueuedExtent, moved: number): number {
  const sinceRead = rowsNow(extent, place, moved) - rowCountOf(place);
  const sinceWritten = place.table ? [] : done.map((piece) => rowsGrownBetween(piece.extent, extent) - moved);
  return Math.max(0, sinceRead, ...sinceWritten);
}

/** Asks for what stands in the rows of a table that were not written yet: somebody may have sorted there what was, or typed there. */
async function askBelow(
  { context, source: { place }, done }: Writing,
  present: Map<PlannedColumn, Present>,
  grown: number,
): Promise<void> {
  const { first, count } = done.at(-1)!;
  const below: RowPiece = { first: first + count, count: rowCountOf(place) + grown - first - count };
  if (below.count <= 0) return;
  const asked = [...present].map(([column, known]) => {
    const rows = markedCells(context, place, column, below).load("rowIndex");
    return { known, rows, used: rows.getUsedRangeOrNullObject(true).load("rowIndex,formulas") };
  });
  await context.sync();
  for (const { known, rows, used } of asked) {
    if (used.isNullObject) continue;
    for (let row = rows.rowIndex; row < used.rowIndex; row++) known.cells.push("");
    for (const [cell] of used.formulas as CellValue[][]) known.cells.push(cell);
  }
}
