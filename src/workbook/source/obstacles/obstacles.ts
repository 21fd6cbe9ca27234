import { addressOf, Problem, resultColumns, widestGap } from "../../../portfolio";
import { supports } from "../../api-level";
import type { Area } from "../../cells/cell-value";
import { type ListPlace, sheetColumns } from "../list-place";
import { areaOf, sizeOfRange, type WorkbookState } from "../workbook-state";

/** What keeps results from being written beside a list. */
export interface Obstacles {
  readOnly: boolean;
  sheetProtected: boolean;
  filtered: boolean;
  /** Merged cells in the list and where results could come; always empty before ExcelApi 1.13, which cannot tell. */
  merged: readonly Area[];
  /** Occupied cells to the right: of a table anywhere in its rows, of a region as far as results could reach. */
  occupied: Area | null;
}

interface QueuedObstacles {
  protection: Excel.WorksheetProtection;
  filter: Excel.AutoFilter;
  filterArea: Excel.Range | null;
  merged: Excel.RangeAreas | null;
  right: Excel.Range | null;
}

/** First column of the sheet that new result columns would take. */
export function columnAfter({ table, area, own }: ListPlace): number {
  const end = area.left + area.columnCount;
  return table ? end : Math.max(end, ...own.map(({ position }) => position + 1));
}

/**
 * Queues the questions; {@link obstaclesOf} reads the answers after the next request.
 * @param asksForMerges the question for merged cells costs the user her undo list on Windows (office-js #5918): it is for runs
 *   only, which write anyway, never for what follows the user about
 */
export function queueObstacles(
  context: Excel.RequestContext,
  place: ListPlace,
  asksForMerges = false,
): QueuedObstacles {
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const { table, area } = place;
  const filtered = table ? context.workbook.tables.getItem(table.id) : sheet;
  const right = rightOf(place);
  // A table cannot hold merged cells.
  const isMergeable = table === null && supports("1.13");
  const mergeable = right ? right.left + right.columnCount - area.left : area.columnCount;
  return {
    protection: sheet.protection.load("protected"),
    filter: filtered.autoFilter.load("isDataFiltered"),
    filterArea: table ? null : sheet.autoFilter.getRangeOrNullObject().load(sizeOfRange),
    merged:
      asksForMerges && isMergeable
        ? sheet
            .getRangeByIndexes(area.top, area.left, area.rowCount, mergeable)
            .getMergedAreasOrNullObject()
            .load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount")
        : null,
    right:
      right &&
      sheet
        .getRangeByIndexes(right.top, right.left, right.rowCount, right.columnCount)
        .getUsedRangeOrNullObject(true)
        .load(sizeOfRange),
  };
}

/**
 * Blank columns that must stay between new columns and what stands beside a region. Results are none of its source, so that only
 * what they touch would be read as a part of it; scores are, and a list goes on after a few blank columns.
 */
export const besideOwn = { results: 1, scores: widestGap + 1 } as const;

/**
 * Cells that must be free: adding a column to a table shifts everything to its right, whatever the distance; beside a region some
 * more than results need, since what comes so near is a part of the region from then on.
 */
function rightOf(place: ListPlace): Area | null {
  const { table, area } = place;
  const left = columnAfter(place);
  const columnCount = Math.min(
    sheetColumns - left,
    table ? sheetColumns : resultColumns.length + besideOwn.scores,
  );
  const top = Math.max(0, area.top);
  const rowCount = area.top + area.rowCount - top + (table?.hasTotals ? 1 : 0);
  return columnCount > 0 ? { top, left, rowCount, columnCount } : null;
}

export function obstaclesOf(
  { protection, filter, filterArea, merged, right }: QueuedObstacles,
  place: ListPlace,
  workbook: WorkbookState,
): Obstacles {
  const { area, table } = place;
  const sharesRows = (other: Area) =>
    other.top < area.top + area.rowCount && other.top + other.rowCount > area.top;
  const filterCovers =
    table !== null || (filterArea !== null && !filterArea.isNullObject && sharesRows(areaOf(filterArea)));
  return {
    readOnly: workbook.readOnly,
    sheetProtected: protection.protected,
    filtered: filterCovers && filter.isDataFiltered,
    merged: merged === null || merged.isNullObject ? [] : merged.areas.items.map(areaOf),
    occupied: right === null || right.isNullObject ? null : areaOf(right),
  };
}

const addressIn = ({ sheet }: ListPlace, { top, left, rowCount, columnCount }: Area): string =>
  addressOf(sheet, top, left, rowCount, columnCount);

/**
 * @param newColumns how many columns are added to the list
 * @param apart how many blank ones must follow those beside a region
 * @throws Problem readOnlyWorkbook, protectedSheet, filterActive, sheetFull, cellsToTheRight, mergedResults
 */
export function requireWritable(
  obstacles: Obstacles,
  place: ListPlace,
  newColumns: number,
  apart: number = besideOwn.results,
): void {
  const { readOnly, sheetProtected, filtered, occupied, merged } = obstacles;
  const { sheet, area, table, own } = place;
  const from = columnAfter(place);
  if (readOnly) throw new Problem({ kind: "readOnlyWorkbook" });
  if (sheetProtected) throw new Problem({ kind: "protectedSheet", sheet });
  if (filtered) throw new Problem({ kind: "filterActive", address: addressIn(place, area) });
  if (newColumns > 0 && from + newColumns > sheetColumns) throw new Problem({ kind: "sheetFull", sheet });
  if (newColumns > 0 && occupied && (table || occupied.left < from + newColumns + apart)) {
    throw new Problem({ kind: "cellsToTheRight", address: addressIn(place, occupied) });
  }
  const targets = [
    ...own.map(({ position }) => position),
    ...Array.from({ length: newColumns }, (_, i) => from + i),
  ];
  const inTheWay = merged.find(({ left, columnCount }) =>
    targets.some((column) => column >= left && column < left + columnCount),
  );
  if (inTheWay) throw new Problem({ kind: "mergedResults", address: addressIn(place, inTheWay) });
}

/** Columns of a list with those that its last cells are merged across, row by row: results stand to the right of them. */
export function widthWithMerged({ merged }: Obstacles, { area, headers }: ListPlace): number {
  const sources = new Set(headers.map(({ position }) => position));
  const right = merged
    .filter(({ left, rowCount }) => rowCount === 1 && sources.has(left))
    .map(({ left, columnCount }) => left + columnCount - area.left);
  return Math.max(area.columnCount, ...right);
}

/**
 * A cell merged over several rows has its value in the first only: the other rows would be read as clients without a name
 * or an amount. Cells merged inside one row (the caption of a total) do no harm.
 *
 * @throws Problem mergedCells
 */
export function requireUnmergedRows({ merged }: Obstacles, place: ListPlace): void {
  const { top, left, columnCount } = place.area;
  const overRows = merged.find(
    (area) => area.rowCount > 1 && area.top + area.rowCount - 1 > top && area.left < left + columnCount,
  );
  if (overRows) throw new Problem({ kind: "mergedCells", address: addressIn(place, overRows) });
}
