import type { GridCell, GridRow } from "../../engine";
import type { Area } from "../../workbook-record";
import { type CellShift, shiftArea, shiftCellsOf } from "../formula/formula-rewrite";
import { conditionalFormatStoreOf } from "../format/conditional-format-store";
import { dataValidationStoreOf } from "../format/data-validation-store";
import { HostError } from "../host-error";
import { intersection, sheetColumns, sheetRows } from "../reference";
import { typedFormula } from "./sheet-cells";
import { usedAreaWithin } from "./sheet-regions";
import type { SheetState } from "./sheet-state";

/**
 * Inserts or deletes cells of a sheet: the cells behind move, and everything that refers to them follows (formulas of all
 * sheets, names, tables, merged blocks, filter, print set-up, charts, conditional formats, range objects in use).
 * @throws HostError InsertDeleteConflict when a table would be torn or cells would be pushed off the sheet;
 * MergedRangeConflict when a merged block would be torn; AccessDenied on a protected sheet; GeneralException when cells of a filtered
 * block would move between rows.
 */
export function shiftCells(sheet: SheetState, shift: CellShift): void {
  requireRoom(sheet, shift);
  requireWholeTables(sheet, shift);
  requireWholeMerges(sheet, shift);
  requireUnfilteredRows(sheet, shift);
  const move = (area: Area) => shiftArea(area, shift);
  const spills = sheet.workbook.engine.spills(sheet.id);
  const lost = spills.filter(
    (spill) => isTorn(spill.area, shift) || !keepsItsSize(spill.area, move(spill.area)),
  );
  lost.forEach((spill) => sheet.cells.removeSpill(spill.row, spill.column));
  const inheritance = shift.kind === "insert" ? formatsBefore(sheet, shift) : [];
  moveCells(sheet, shift);
  moveSpills(sheet, shift);
  moveLines(sheet, shift);
  sheet.merges = sheet.merges.flatMap((area) => spanning(move(area)));
  sheet.shifts.push(shift);
  const deletedTables = sheet.tables.filter(({ area }) => move(area) === null);
  sheet.tables = sheet.tables.flatMap((table) => {
    const area = move(table.area);
    return area === null ? [] : [{ ...table, area }];
  });
  deletedTables.forEach((table) => sheet.workbook.raiseTableEvent(sheet, "tableDeleted", table));
  if (sheet.filter) {
    const area = move(sheet.filter.area);
    sheet.filter = area && { ...sheet.filter, area };
  }
  sheet.keepHiddenRows();
  movePage(sheet, shift);
  inheritance.forEach(({ row, column, key }) => sheet.cells.setFormat(row, column, key));
  sheet.moveTrackedRanges(move);
  const whole = shift.axis === "rows" ? shift.area.columns === sheetColumns : shift.area.rows === sheetRows;
  const count = (shift.kind === "insert" ? 1 : -1) * shift.area[shift.axis];
  const index = shift.axis === "rows" ? shift.area.row : shift.area.column;
  const moved = whole ? { [shift.axis]: { sheetName: sheet.sheetName, index, count } } : {};
  sheet.geometry.changed();
  sheet.cells.formulasMoved();
  sheet.workbook.engine.moveChanges(sheet.id, (area) => shiftCellsOf(area, shift));
  sheet.cells.markChanged(shift.area);
  sheet.workbook.referencesChanged(
    {
      move: (area, sheetName) =>
        sheetName.toLowerCase() === sheet.sheetName.toLowerCase() ? move(area) : area,
    },
    { ...moved, cells: { sheetName: sheet.sheetName, shift } },
  );
  // Of whole columns, and of rows, they only move.
  if (shift.kind === "insert" && shift.axis === "columns" && !whole) {
    dataValidationStoreOf(sheet).inherit(shift.area);
    conditionalFormatStoreOf(sheet).inherit(shift.area);
  }
  lost.forEach((spill) => {
    const cell = move({ row: spill.row, column: spill.column, rows: 1, columns: 1 });
    if (cell) {
      sheet.cells.markChanged(cell);
    }
  });
}

function keepsItsSize(before: Area, after: Area | null): boolean {
  return after !== null && after.rows === before.rows && after.columns === before.columns;
}

/** True when some of its cells move and others do not. */
function isTorn(area: Area, shift: CellShift): boolean {
  const touched = intersection(area, band(shift));
  return (
    touched !== null && (shift.axis === "rows" ? touched.columns < area.columns : touched.rows < area.rows)
  );
}

function spanning(area: Area | null): Area[] {
  return area !== null && area.rows * area.columns > 1 ? [area] : [];
}

/** The cells that move: the block itself and all behind it in its band. */
function band(shift: CellShift): Area {
  return shift.axis === "rows"
    ? { ...shift.area, rows: sheetRows - shift.area.row }
    : { ...shift.area, columns: sheetColumns - shift.area.column };
}

function requireRoom(sheet: SheetState, shift: CellShift): void {
  if (shift.kind !== "insert") {
    return;
  }
  const pushed =
    shift.axis === "rows"
      ? { ...shift.area, row: sheetRows - shift.area.rows }
      : { ...shift.area, column: sheetColumns - shift.area.columns };
  if (usedAreaWithin(sheet, pushed, true) !== null) {
    throw new HostError("InsertDeleteConflict", "Cells with content would be pushed off the sheet.");
  }
}

function requireWholeTables(sheet: SheetState, shift: CellShift): void {
  for (const { area, name, showHeaders } of sheet.tables) {
    const deleted = shift.kind === "delete" ? intersection(area, shift.area) : null;
    // Deleting some rows with the header among them leaves a table without its header: Excel refuses (a guess from its user interface).
    const beheaded =
      deleted !== null &&
      showHeaders &&
      shift.axis === "rows" &&
      deleted.row === area.row &&
      deleted.rows < area.rows;
    if (isTorn(area, shift) || beheaded) {
      throw new HostError(
        "InsertDeleteConflict",
        `The operation would shift only a part of the table ${name}.`,
      );
    }
  }
}

/**
 * Excel refuses to move cells up or down in a block whose rows a filter hides, unless the sheet's whole rows move: "Can't move cells
 * in a filtered range or table" (office-js #468, xlwings #2587).
 */
function requireUnfilteredRows(sheet: SheetState, { axis, area }: CellShift): void {
  if (axis !== "rows" || area.columns === sheetColumns) return;
  const moving = { ...area, rows: sheetRows - area.row };
  const blocks = [
    ...(sheet.filter && sheet.filterOf(null).isDataFiltered ? [sheet.filter.area] : []),
    ...sheet.tables
      .filter((table) => sheet.filterOf(table).isDataFiltered)
      .map((table) => ({ ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) })),
  ];
  if (blocks.some((block) => intersection(moving, block))) {
    throw new HostError("GeneralException", "Cells of a filtered range or table cannot be moved.");
  }
}

function requireWholeMerges(sheet: SheetState, shift: CellShift): void {
  for (const merge of sheet.merges) {
    const touched = intersection(merge, band(shift));
    const torn =
      touched !== null &&
      (shift.axis === "rows" ? touched.columns < merge.columns : touched.rows < merge.rows);
    if (torn) {
      throw new HostError("MergedRangeConflict", "The operation would tear merged cells apart.");
    }
  }
}

/** New rows look like the row above, new columns like the column before, as in Excel. */
function formatsBefore(sheet: SheetState, shift: CellShift): { row: number; column: number; key: string }[] {
  const { area } = shift;
  const formats: { row: number; column: number; key: string }[] = [];
  const source =
    shift.axis === "rows"
      ? { ...area, row: area.row - 1, rows: 1 }
      : { ...area, column: area.column - 1, columns: 1 };
  if (source.row < 0 || source.column < 0) {
    return formats;
  }
  sheet.cells.forEachIn(source, (row, column, cell) => {
    for (let index = 0; cell.s && index < area[shift.axis]; index++) {
      formats.push(
        shift.axis === "rows"
          ? { row: area.row + index, column, key: cell.s }
          : { row, column: area.column + index, key: cell.s },
      );
    }
  });
  return formats;
}

function moveCells(sheet: SheetState, shift: CellShift): void {
  const { grid } = sheet.cells;
  if (shift.axis === "rows" && shift.area.columns === sheetColumns) {
    moveKeys(grid as Record<number, unknown>, shift.kind, shift.area.row, shift.area.rows, (row) =>
      forgetFormulas(sheet, row as GridRow),
    );
    return;
  }
  if (shift.axis === "columns") {
    for (const key of Object.keys(grid).map(Number)) {
      if (key >= shift.area.row && key < shift.area.row + shift.area.rows) {
        moveKeys(
          grid[key] as Record<number, unknown>,
          shift.kind,
          shift.area.column,
          shift.area.columns,
          (cell) => forgetFormulas(sheet, { 0: cell as GridCell }),
        );
      }
    }
    return;
  }
  // A block of columns moves along rows: turn each column into a list of its own.
  for (let column = shift.area.column; column < shift.area.column + shift.area.columns; column++) {
    const cells: Record<number, unknown> = {};
    for (const key of Object.keys(grid).map(Number)) {
      if (grid[key][column] !== undefined) {
        cells[key] = grid[key][column];
        delete grid[key][column];
      }
    }
    moveKeys(cells, shift.kind, shift.area.row, shift.area.rows, (cell) =>
      forgetFormulas(sheet, { 0: cell as GridCell }),
    );
    for (const [row, cell] of Object.entries(cells)) {
      (grid[Number(row)] ??= {})[column] = cell as GridCell;
    }
  }
}

function forgetFormulas(sheet: SheetState, row: GridRow): void {
  for (const cell of Object.values(row)) {
    if (typedFormula(cell) !== null) {
      sheet.cells.formulaCount--;
    }
  }
}

/** Moves the numbered entries of a list as its cells move; `drop` is told of those that go. */
export function moveKeys<T>(
  entries: Record<number, T>,
  kind: CellShift["kind"],
  from: number,
  count: number,
  drop: (entry: T) => void = () => undefined,
): void {
  const keys = Object.keys(entries)
    .map(Number)
    .filter((key) => key >= from);
  const moved: [number, T][] = [];
  for (const key of keys) {
    const entry = entries[key];
    delete entries[key];
    if (kind === "insert") {
      moved.push([key + count, entry]);
    } else if (key >= from + count) {
      moved.push([key - count, entry]);
    } else {
      drop(entry);
    }
  }
  for (const [key, entry] of moved) {
    entries[key] = entry;
  }
}

function moveSpills(sheet: SheetState, shift: CellShift): void {
  const { engine } = sheet.workbook;
  const spills = engine.spills(sheet.id);
  if (spills.length === 0) {
    return;
  }
  const cells = engine.spilledCells(sheet.id);
  const values = spills.map(({ area }) => ({ area, values: sheet.cells.spilledBlock(area) }));
  const moved: Record<number, GridRow> = {};
  for (const { area, values: block } of values) {
    const to = shiftArea(area, shift) as Area;
    block.forEach(([row, column, cell]) => {
      (moved[to.row + row - area.row] ??= {})[to.column + column - area.column] = cell;
    });
  }
  Object.keys(cells).forEach((row) => delete cells[Number(row)]);
  Object.assign(cells, moved);
  engine.setSpills(
    sheet.id,
    spills.map(({ area }) => {
      const to = shiftArea(area, shift) as Area;
      return { row: to.row, column: to.column, area: to };
    }),
    cells,
  );
}

/** Sizes, hiding and formats of whole rows and columns. */
function moveLines(sheet: SheetState, shift: CellShift): void {
  const { geometry } = sheet;
  const rows = shift.axis === "rows";
  const whole = rows ? shift.area.columns === sheetColumns : shift.area.rows === sheetRows;
  if (!whole) {
    return;
  }
  const from = rows ? shift.area.row : shift.area.column;
  const count = rows ? shift.area.rows : shift.area.columns;
  const moveMap = <T>(map: Map<number, T>, inherit: boolean) => {
    const before = map.get(from - 1);
    const entries = Object.fromEntries(map) as Record<number, T>;
    moveKeys(entries, shift.kind, from, count);
    map.clear();
    Object.entries(entries).forEach(([key, value]) => map.set(Number(key), value));
    for (
      let index = 0;
      inherit && shift.kind === "insert" && before !== undefined && index < count;
      index++
    ) {
      map.set(from + index, before);
    }
  };
  if (rows) {
    moveMap(geometry.rowHeights, true);
    moveMap(geometry.hiddenRows, false);
    moveMap(sheet.formats.rows, true);
  } else {
    moveMap(geometry.columnWidths, true);
    moveMap(sheet.formats.columns, true);
    const hidden = new Map([...geometry.hiddenColumns].map((column) => [column, true]));
    moveMap(hidden, false);
    geometry.hiddenColumns.clear();
    [...hidden.keys()].forEach((column) => geometry.hiddenColumns.add(column));
  }
}

function movePage(sheet: SheetState, shift: CellShift): void {
  const { page } = sheet;
  if (page.printArea) {
    page.printArea = shiftArea(page.printArea, shift);
  }
  const line = (row: number, rows: number) =>
    shiftArea({ row, rows, column: 0, columns: sheetColumns }, shift);
  if (page.titleRows) {
    const moved = line(page.titleRows.first, page.titleRows.last - page.titleRows.first + 1);
    page.titleRows = moved && { first: moved.row, last: moved.row + moved.rows - 1 };
  }
  page.rowBreaks = page.rowBreaks.flatMap((row) => line(row, 1)?.row ?? []);
}
