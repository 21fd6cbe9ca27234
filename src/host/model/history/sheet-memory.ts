import type { Grid } from "../../engine";
import type { Area, SheetRecord } from "../../workbook-record";
import { chartStoreOf } from "../chart/chart-store";
import { conditionalFormatStoreOf } from "../format/conditional-format-store";
import { type CellShift, shiftArea } from "../formula/formula-rewrite";
import type { SheetState } from "../sheet/sheet-state";
import type { FilterCriteria } from "../table/filter";
import { changedColumns, copyOfRow, rowDifference, type RowMemory } from "./row-memory";

/** What a sheet was like: its rows are shared with the memories before and after, so that a step costs what it changes. */
export interface SheetMemory {
  readonly sheet: SheetState;
  readonly rows: ReadonlyMap<number, RowMemory>;
  /** Everything but cells, as JSON. */
  readonly frame: string;
  readonly shifts: readonly CellShift[];
  readonly spills: { spills: { row: number; column: number; area: Area }[]; cells: Grid };
  readonly formulaCount: number;
  readonly hasIndirectFormulas: boolean;
  /** Of the engine, when it was remembered. */
  readonly revision: number;
}

/** @returns `isChanged`: something that a person or an add-in did is different from before, not results of formulas only */
export function rememberSheet(
  sheet: SheetState,
  before: SheetMemory | undefined,
): { memory: SheetMemory; isChanged: boolean } {
  const { engine } = sheet.workbook;
  const revision = engine.revisionOf(sheet.id);
  const frame = JSON.stringify(frameOf(sheet));
  if (before && before.revision === revision) {
    return before.frame === frame
      ? { memory: before, isChanged: false }
      : { memory: { ...before, frame }, isChanged: true };
  }
  let isChanged = before?.frame !== frame;
  const rows = new Map<number, RowMemory>();
  const { grid } = sheet.cells;
  for (const key in grid) {
    const row = Number(key);
    const known = before?.rows.get(row);
    const difference = known ? rowDifference(known, grid[row]) : "contents";
    isChanged ||= difference === "contents" && (known !== undefined || hasCells(grid[row]));
    if (difference === "none" && known) {
      rows.set(row, known);
    } else if (hasCells(grid[row])) {
      rows.set(row, copyOfRow(grid[row]));
    }
  }
  isChanged ||= before !== undefined && [...before.rows.keys()].some((row) => !rows.has(row));
  const memory: SheetMemory = {
    sheet,
    rows,
    frame,
    shifts: [...sheet.shifts],
    spills: structuredClone({ spills: engine.spills(sheet.id), cells: engine.spilledCells(sheet.id) }),
    formulaCount: sheet.cells.formulaCount,
    hasIndirectFormulas: sheet.cells.hasIndirectFormulas,
    revision,
  };
  return { memory, isChanged };
}

/**
 * Makes the sheet what it was, and has its formulas calculated where cells came back.
 * @param now what the sheet is like; undefined for one that was away
 * @returns the smallest block around the cells that are different
 */
export function restoreSheet(memory: SheetMemory, now: SheetMemory | undefined): Area | null {
  const { sheet } = memory;
  const { cells, workbook } = sheet;
  followShifts(memory, now);
  const changed = restoreRows(memory, now);
  cells.formulaCount = memory.formulaCount;
  cells.hasIndirectFormulas ||= memory.hasIndirectFormulas;
  const { spills, cells: spilled } = structuredClone(memory.spills);
  workbook.engine.setSpills(sheet.id, spills, spilled);
  if (memory.frame !== now?.frame) {
    restoreFrame(sheet, JSON.parse(memory.frame) as Frame);
  }
  sheet.geometry.changed();
  cells.formulasMoved();
  changed.forEach((area) => cells.markChanged(area));
  return changed.length === 0 ? null : around(changed);
}

function restoreRows(memory: SheetMemory, now: SheetMemory | undefined): Area[] {
  const { grid } = memory.sheet.cells;
  const changed: Area[] = [];
  const changeRow = (row: number, before: RowMemory, wanted: RowMemory) => {
    const columns = before === wanted ? [] : changedColumns(before, wanted);
    if (columns.length > 0) {
      grid[row] = copyOfRow(wanted);
      const column = Math.min(...columns);
      changed.push({ row, rows: 1, column, columns: Math.max(...columns) - column + 1 });
    }
  };
  now?.rows.forEach((cells, row) => !memory.rows.has(row) && changeRow(row, cells, {}));
  memory.rows.forEach((cells, row) => changeRow(row, now?.rows.get(row) ?? {}, cells));
  return changed;
}

/** Range objects that an add-in holds stay on their cells while insertions are taken back or done again. */
function followShifts(memory: SheetMemory, now: SheetMemory | undefined): void {
  const { sheet, shifts } = memory;
  for (const shift of stepsBetween(now?.shifts ?? shifts, shifts)) {
    sheet.moveTrackedRanges((area) => shiftArea(area, shift));
  }
  sheet.shifts.splice(0, sheet.shifts.length, ...shifts);
}

/** What leads from cells that were shifted in one way to cells that were shifted in another. */
export function stepsBetween(from: readonly CellShift[], to: readonly CellShift[]): CellShift[] {
  let common = 0;
  while (common < from.length && from[common] === to[common]) {
    common++;
  }
  const back = from
    .slice(common)
    .reverse()
    .map((shift): CellShift => ({ ...shift, kind: shift.kind === "insert" ? "delete" : "insert" }));
  return [...back, ...to.slice(common)];
}

type Frame = ReturnType<typeof frameOf>;

function frameOf(sheet: SheetState) {
  const { geometry, formats } = sheet;
  const filters = [null, ...sheet.tables].map((table) => {
    const { criteria, unknownCriteria } = sheet.filterOf(table);
    return { table: table?.id ?? null, criteria: [...criteria], unknownCriteria };
  });
  return {
    name: sheet.sheetName,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    merges: sheet.merges,
    frozen: sheet.frozen,
    tables: sheet.tables,
    filter: sheet.filter,
    filters,
    protection: sheet.protection,
    page: sheet.page,
    columnWidths: [...geometry.columnWidths],
    hiddenColumns: [...geometry.hiddenColumns],
    rowHeights: [...geometry.rowHeights],
    hiddenRows: [...geometry.hiddenRows],
    rowFormats: [...formats.rows],
    columnFormats: [...formats.columns],
    conditionalFormats: sheet.conditionalFormatRecords,
    dataValidations: sheet.dataValidationRecords,
    charts: sheet.chartRecords,
  };
}

function restoreFrame(sheet: SheetState, frame: Frame): void {
  const { geometry, formats } = sheet;
  sheet.visibility = frame.visibility;
  sheet.tabColor = frame.tabColor;
  sheet.showGridlines = frame.showGridlines;
  sheet.showHeadings = frame.showHeadings;
  sheet.merges = frame.merges;
  sheet.frozen = frame.frozen;
  sheet.tables = frame.tables;
  sheet.filter = frame.filter;
  sheet.protection = frame.protection;
  sheet.page = frame.page;
  for (const { table, criteria, unknownCriteria } of frame.filters) {
    const filter = sheet.filterOf(sheet.tables.find(({ id }) => id === table) ?? null);
    refill<number, FilterCriteria>(filter.criteria, criteria);
    filter.unknownCriteria = unknownCriteria;
  }
  refill(geometry.columnWidths, frame.columnWidths);
  refill(geometry.rowHeights, frame.rowHeights);
  refill(geometry.hiddenRows, frame.hiddenRows);
  geometry.hiddenColumns.clear();
  frame.hiddenColumns.forEach((column) => geometry.hiddenColumns.add(column));
  refill(formats.rows, frame.rowFormats);
  refill(formats.columns, frame.columnFormats);
  restoreCharts(sheet, frame.charts);
  restoreConditionalFormats(sheet, frame.conditionalFormats);
  sheet.dataValidationRecords = frame.dataValidations;
}

/** Charts that are as they were stay the same objects: an add-in may hold them. */
function restoreCharts(sheet: SheetState, charts: SheetRecord["charts"]): void {
  const store = chartStoreOf(sheet);
  const kept = new Map(store.records.map((record) => [JSON.stringify(record), record]));
  const wanted = charts.map((record) => kept.get(JSON.stringify(record)) ?? record);
  [...store.records].filter((record) => !wanted.includes(record)).forEach((record) => store.delete(record));
  wanted.filter((record) => !store.records.includes(record)).forEach((record) => store.add(record));
  store.records.sort((one, other) => wanted.indexOf(one) - wanted.indexOf(other));
}

function restoreConditionalFormats(sheet: SheetState, records: SheetRecord["conditionalFormats"]): void {
  const store = conditionalFormatStoreOf(sheet);
  if (JSON.stringify(store.records) === JSON.stringify(records)) {
    return;
  }
  [...store.records].forEach((record) => store.delete(record));
  const priorities = records.map(({ priority }) => priority);
  [...records].reverse().forEach((record) => store.add(record));
  records.forEach((record, index) => (record.priority = priorities[index]));
}

function refill<K, V>(map: Map<K, V>, entries: readonly (readonly [K, V])[]): void {
  map.clear();
  entries.forEach(([key, value]) => map.set(key, value));
}

function hasCells(row: RowMemory): boolean {
  for (const _column in row) {
    return true;
  }
  return false;
}

function around(areas: readonly Area[]): Area {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const { row, column, columns } of areas) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column + columns - 1);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
