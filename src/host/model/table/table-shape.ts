import type { Area, CellValue, TableRecord } from "../../workbook-record";
import type { CellShift } from "../formula/formula-rewrite";
import { HostError } from "../host-error";
import { intersection, sheetColumns, sheetRows } from "../reference";
import { clearContents } from "../sheet/sheet-entry";
import { usedAreaWithin } from "../sheet/sheet-regions";
import { shiftCells } from "../sheet/sheet-shift";
import type { SheetState } from "../sheet/sheet-state";
import { dataArea, renameColumnInSpecifier } from "../formula/structured-reference";
import { rewriteStructured, uniqueColumnName, writeHeader } from "./table-names";

/**
 * Inserts or deletes cells, with what happens to tables in the way: columns inside a table become table columns, deleted
 * ones go, and a table that lost all its data keeps one blank row.
 */
export function tableShift(sheet: SheetState, shift: CellShift): void {
  const before = new Map(sheet.tables.map((table) => [table.id, table.area]));
  shiftCells(sheet, shift);
  for (const table of sheet.tables) {
    const old = before.get(table.id) as Area;
    if (shift.axis === "columns" && table.area.columns !== old.columns) {
      const at = Math.max(0, shift.area.column - old.column);
      if (shift.kind === "insert") {
        addColumnRecords(sheet, table, at, shift.area.columns);
      } else {
        const gone = table.columns.splice(at, old.columns - table.area.columns);
        gone.forEach(({ name }) =>
          rewriteStructured(sheet.workbook, table.name, (specifier) =>
            renameColumnInSpecifier(specifier, name, null),
          ),
        );
      }
    }
    if (dataArea(table).rows < 1) {
      // Excel keeps a blank row under the header; where it comes from is a guess.
      shiftCells(sheet, {
        kind: "insert",
        axis: "rows",
        area: { ...table.area, row: table.area.row + 1, rows: 1 },
      });
      table.area = { ...table.area, rows: table.area.rows + (dataArea(table).rows < 1 ? 1 : 0) };
    }
  }
  sheet.workbook.resolveIndirectFormulas();
}

function addColumnRecords(sheet: SheetState, table: TableRecord, at: number, count: number): void {
  for (let index = at; index < at + count; index++) {
    const id = 1 + Math.max(0, ...table.columns.map((column) => column.id));
    table.columns.splice(index, 0, {
      id,
      name: uniqueColumnName(table.columns, "", table.columns.length + 1),
    });
    writeHeader(sheet, table, index, table.columns[index].name);
  }
}

/**
 * Adds a table column at `index`; cells to the right of the table, on its rows, move along (as the client's reference says
 * of TableColumnCollection.add in practice; see the platform notes of the project).
 * @throws HostError InsertDeleteConflict when another table would be torn.
 */
export function insertTableColumn(sheet: SheetState, table: TableRecord, index: number): void {
  const old = table.area;
  if (old.column + old.columns >= sheetColumns) {
    throw new HostError("InsertDeleteConflict", "The sheet has no column left.");
  }
  shiftCells(sheet, {
    kind: "insert",
    axis: "columns",
    area: { ...old, column: old.column + index, columns: 1 },
  });
  const current = currentOf(sheet, table);
  current.area = { ...old, columns: old.columns + 1 };
  addColumnRecords(sheet, current, index, 1);
  sheet.workbook.resolveIndirectFormulas();
}

/** Deletes a table column; cells to the right, on the table's rows, move left. */
export function deleteTableColumn(sheet: SheetState, table: TableRecord, index: number): void {
  if (table.columns.length === 1) {
    throw new HostError("InvalidOperation", "The last column of a table cannot be deleted.");
  }
  tableShift(sheet, {
    kind: "delete",
    axis: "columns",
    area: { ...table.area, column: table.area.column + index, columns: 1 },
  });
}

/** Inserts blank rows into a table, below its data or before a data row; what stands below the table moves down. */
export function insertTableRows(
  sheet: SheetState,
  table: TableRecord,
  index: number | null,
  count: number,
): Area {
  const data = dataArea(table);
  const at = data.row + (index ?? data.rows);
  const old = table.area;
  if (old.row + old.rows + count > sheetRows) {
    throw new HostError("InsertDeleteConflict", "The sheet has no row left.");
  }
  const area = { ...old, row: at, rows: count };
  shiftCells(sheet, { kind: "insert", axis: "rows", area });
  const current = currentOf(sheet, table);
  current.area = { ...old, rows: old.rows + count };
  sheet.workbook.resolveIndirectFormulas();
  return area;
}

/** The record after cells were shifted, which may have replaced it. */
export function currentOf(sheet: SheetState, table: TableRecord): TableRecord {
  const current = sheet.tables.find((each) => each.id === table.id);
  if (current === undefined) {
    throw new HostError("InvalidReference", `The table ${table.name} has been deleted.`);
  }
  return current;
}

/** Shows or hides the totals row: a row below the data that pushes down what stands there. */
export function setTotals(sheet: SheetState, table: TableRecord, show: boolean): void {
  if (show === table.showTotals) {
    return;
  }
  const { area } = table;
  const below = { ...area, row: area.row + area.rows, rows: 1 };
  if (show) {
    shiftCells(sheet, { kind: "insert", axis: "rows", area: below });
    const current = currentOf(sheet, table);
    current.area = { ...area, rows: area.rows + 1 };
    current.showTotals = true;
    writeTotals(sheet, current);
  } else {
    const last = { ...area, row: area.row + area.rows - 1, rows: 1 };
    shiftCells(sheet, { kind: "delete", axis: "rows", area: last });
    const current = currentOf(sheet, table);
    current.area = { ...area, rows: area.rows - 1 };
    current.showTotals = false;
  }
  sheet.workbook.resolveIndirectFormulas();
}

function writeTotals(sheet: SheetState, table: TableRecord): void {
  const row = table.area.row + table.area.rows - 1;
  const last = table.area.column + table.area.columns - 1;
  const data = dataArea(table);
  if (table.area.columns > 1) {
    sheet.cells.write(row, table.area.column, { kind: "text", text: "Total", quoted: false });
  }
  const values: CellValue[][] = sheet.cells.values({ ...data, column: last, columns: 1 });
  // 109 sums the visible rows, 103 counts them: what Excel puts into the last column by default.
  const code = values.some(([value]) => typeof value === "number") ? 109 : 103;
  const name = table.columns[table.columns.length - 1].name.replaceAll(/[[\]#'@]/g, "'$&");
  sheet.cells.write(row, last, { kind: "formula", formula: `=SUBTOTAL(${code},[${name}])` });
  sheet.cells.markChanged({ ...table.area, row, rows: 1 });
}

/** Shows or hides the header row. Hiding leaves its cells blank, showing needs the row above. */
export function setHeaders(sheet: SheetState, table: TableRecord, show: boolean): void {
  if (show === table.showHeaders) {
    return;
  }
  const { area } = table;
  if (!show) {
    table.showHeaders = false;
    table.area = { ...area, row: area.row + 1, rows: area.rows - 1 };
    clearContents(sheet, { ...area, rows: 1 });
    return;
  }
  const above = { ...area, row: area.row - 1, rows: 1 };
  const free = area.row > 0 && usedAreaWithin(sheet, above, true) === null;
  if (!free) {
    shiftCells(sheet, { kind: "insert", axis: "rows", area: { ...area, rows: 1 } });
  }
  const current = currentOf(sheet, table);
  current.area = { ...area, row: free ? area.row - 1 : area.row, rows: area.rows + 1 };
  current.showHeaders = true;
  current.columns.forEach((column, index) => writeHeader(sheet, current, index, column.name));
  sheet.workbook.resolveIndirectFormulas();
}

/**
 * Gives a table another block; its header row stays where it is (Table.resize: "The new range must overlap with the
 * original table range and the headers … must be in the same row").
 */
export function resizeTable(sheet: SheetState, table: TableRecord, area: Area): void {
  const minimum = 1 + (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
  const others = sheet.tables.filter((each) => each !== table);
  if (area.row !== table.area.row || !intersection(area, table.area) || area.rows < minimum) {
    throw new HostError(
      "InvalidArgument",
      "The new range must overlap the table, begin on the same row and have a data row.",
    );
  }
  if (others.some((other) => intersection(other.area, area))) {
    throw new HostError("TableOverlap", "A table can't overlap another table.");
  }
  if (sheet.merges.some((merge) => intersection(merge, area))) {
    throw new HostError("MergedRangeConflict", "A table cannot stand over merged cells.");
  }
  const columns: TableRecord["columns"] = [];
  let nextId = 1 + Math.max(...table.columns.map((column) => column.id));
  for (let index = 0; index < area.columns; index++) {
    const old = table.columns[area.column + index - table.area.column];
    const [[text]] = sheet.texts({ row: area.row, column: area.column + index, rows: 1, columns: 1 });
    columns.push(
      old ?? {
        id: nextId++,
        name: uniqueColumnName([...table.columns, ...columns], table.showHeaders ? text : "", index + 1),
      },
    );
  }
  table.area = area;
  table.columns = columns;
  columns.forEach((column, index) => writeHeader(sheet, table, index, column.name));
  sheet.workbook.resolveIndirectFormulas();
}
