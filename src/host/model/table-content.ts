import type { Area, CellValue, TableRecord } from "../workbook-record";
import type { CellShift } from "./formula-rewrite";
import { rewriteFormula } from "./formula-rewrite";
import { HostError } from "./host-error";
import { intersection, parseCorner, sheetColumns, sheetRows } from "./reference";
import { typedFormula } from "./sheet-cells";
import { shiftCells } from "./sheet-shift";
import type { SheetState } from "./sheet-state";
import { dataArea, renameColumnInSpecifier } from "./structured-reference";
import { same, type WorkbookState } from "./workbook-state";
import { requireAllowed } from "./sheet-refusals";
import { clearContents } from "./sheet-entry";
import { usedAreaWithin } from "./sheet-regions";

/** "Excel specifications and limits": characters in a table's header cell are those of a cell; names of tables have 255. */
const longestName = 255;

/** Turns a block into a table, as Insert › Table does: header texts made unique, a header row put in when there is none. */
export function createTable(sheet: SheetState, block: Area, hasHeaders: boolean): TableRecord {
  requireAllowed(sheet, "");
  let area = block;
  if (sheet.tables.some((table) => intersection(table.area, area))) {
    throw new HostError("TableOverlap", "A table can't overlap another table.");
  }
  if (sheet.merges.some((merge) => intersection(merge, area))) {
    throw new HostError("MergedRangeConflict", "A table cannot stand over merged cells.");
  }
  if (sheet.filter && intersection(sheet.filter.area, area)) {
    // Excel takes the sheet's own filter away when it makes a table of the filtered block.
    sheet.filter = null;
  }
  if (!hasHeaders) {
    shiftCells(sheet, { kind: "insert", axis: "rows", area: { ...area, rows: 1 } });
    area = { ...area, rows: area.rows + 1 };
  } else if (area.rows === 1) {
    // A header alone gets a blank row.
    area = { ...area, rows: 2 };
  }
  const { workbook } = sheet;
  const columns: TableRecord["columns"] = [];
  const texts = hasHeaders ? sheet.texts({ ...area, rows: 1 })[0] : new Array<string>(area.columns).fill("");
  texts.forEach((text, index) =>
    columns.push({ id: index + 1, name: uniqueColumnName(columns, text, index + 1) }),
  );
  const id = workbook.nextTableId();
  const table: TableRecord = {
    id,
    name: freeTableName(workbook, id),
    area,
    columns,
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filtered: false,
  };
  sheet.tables = [...sheet.tables, table];
  columns.forEach((column, index) => writeHeader(sheet, table, index, column.name));
  workbook.resolveIndirectFormulas();
  return table;
}

function freeTableName(workbook: WorkbookState, id: number): string {
  for (let number = id; ; number++) {
    const name = `Table${number}`;
    if (workbook.table(name) === null && !workbook.names.some((each) => same(each.name, name))) {
      return name;
    }
  }
}

/** The text as a column's name: blanks become "Column3", repeated names get a number ("Sales2"), as in Excel. */
export function uniqueColumnName(columns: { name: string }[], text: string, position: number): string {
  const wanted = text === "" ? `Column${position}` : text;
  let name = wanted;
  for (
    let number = text === "" ? position + 1 : 2;
    columns.some((column) => same(column.name, name));
    number++
  ) {
    name = text === "" ? `Column${number}` : `${wanted}${number}`;
  }
  return name;
}

/** Header cells hold text, whatever it looks like. */
function writeHeader(sheet: SheetState, table: TableRecord, index: number, name: string): void {
  if (table.showHeaders) {
    const [row, column] = [table.area.row, table.area.column + index];
    sheet.cells.write(row, column, { kind: "text", text: name, quoted: sheet.cells.isQuoted(row, column) });
    sheet.cells.markChanged({ row, column, rows: 1, columns: 1 });
  }
}

/** After cells were written: header cells name their columns, so formulas that use the old names follow. */
export function takeHeaderTexts(sheet: SheetState, written: Area): void {
  for (const table of sheet.tables) {
    const header = table.showHeaders ? intersection({ ...table.area, rows: 1 }, written) : null;
    if (header === null) {
      continue;
    }
    for (let column = header.column; column < header.column + header.columns; column++) {
      const index = column - table.area.column;
      const [[text]] = sheet.texts({ row: header.row, column, rows: 1, columns: 1 });
      renameColumn(sheet, table, index, text);
    }
  }
}

/** Gives a column another name, made unique; formulas follow. */
export function renameColumn(sheet: SheetState, table: TableRecord, index: number, text: string): void {
  const before = table.columns[index].name;
  const others = table.columns.filter((_column, other) => other !== index);
  const name = uniqueColumnName(others, text, index + 1);
  const cell = sheet.cells.value(table.area.row, table.area.column + index);
  if (name !== before) {
    table.columns[index] = { ...table.columns[index], name };
    rewriteStructured(sheet.workbook, table.name, (specifier) =>
      renameColumnInSpecifier(specifier, before, name),
    );
  }
  if (
    table.showHeaders &&
    (cell !== name || typedFormula(sheet.cells.own(table.area.row, table.area.column + index)) !== null)
  ) {
    writeHeader(sheet, table, index, name);
  }
}

function rewriteStructured(
  workbook: WorkbookState,
  tableName: string,
  rewrite: (specifier: string) => string,
): void {
  for (const sheet of workbook.sheets) {
    const inside = (row: number, column: number) =>
      workbook.tableAt(sheet.sheetName, row, column)?.name === tableName;
    sheet.cells.forEachFormula((row, column, formula, indirect) => {
      if (indirect) {
        const rewritten = rewriteSpecifiers(formula, tableName, inside(row, column), rewrite);
        if (rewritten !== formula && sheet.cells.replaceFormula(row, column, rewritten)) {
          sheet.cells.markChanged({ row, column, rows: 1, columns: 1 });
        }
      }
    });
  }
  workbook.names = workbook.names.map((name) => ({
    ...name,
    formula: rewriteSpecifiers(name.formula, tableName, false, rewrite),
  }));
  workbook.resolveIndirectFormulas();
}

function rewriteSpecifiers(
  formula: string,
  tableName: string,
  ownTable: boolean,
  rewrite: (specifier: string) => string,
): string {
  return rewriteFormula(formula, "", {
    rewriteStructured: ({ table, specifier }) =>
      same(table, tableName) || (table === "" && ownTable) ? table + rewrite(specifier) : table + specifier,
  });
}

/** Gives a table another name; formulas follow. */
export function renameTable(workbook: WorkbookState, table: TableRecord, name: string): void {
  requireTableName(name);
  const taken = workbook.table(name);
  if ((taken !== null && taken.table !== table) || workbook.names.some((each) => same(each.name, name))) {
    throw new HostError("ItemAlreadyExists", `The name ${name} is in use.`);
  }
  const before = table.name;
  table.name = name;
  const change = {
    rewriteStructured: (piece: { table: string; specifier: string }) =>
      (same(piece.table, before) ? name : piece.table) + piece.specifier,
  };
  workbook.names = workbook.names.map((each) => ({
    ...each,
    formula: rewriteFormula(each.formula, "", change),
  }));
  for (const sheet of workbook.sheets) {
    sheet.cells.forEachFormula((row, column, formula, indirect) => {
      const rewritten = indirect ? rewriteFormula(formula, "", change) : formula;
      if (rewritten !== formula) {
        sheet.cells.replaceFormula(row, column, rewritten);
      }
    });
  }
}

/** Names of tables and ranges: a letter, underscore or backslash first, no spaces, not like a cell ("Rename an Excel table"). */
export function requireTableName(name: unknown): asserts name is string {
  const fits =
    typeof name === "string" &&
    name.length <= longestName &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
    !/^[rc]$/i.test(name) &&
    !/^r\d*c\d*$/i.test(name) &&
    !isCellAddress(name);
  if (!fits) {
    throw new HostError("InvalidArgument", `${String(name)} cannot be a name.`);
  }
}

function isCellAddress(name: string): boolean {
  const corner = parseCorner(name);
  return corner !== null && corner.row !== null && corner.column !== null;
}

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

/** The table as plain cells again; formulas that named it get plain references, as Convert to Range does. */
export function convertToRange(sheet: SheetState, table: TableRecord): void {
  const { workbook } = sheet;
  for (const each of workbook.sheets) {
    each.cells.forEachFormula((row, column, formula, indirect) => {
      if (!indirect) {
        return;
      }
      const own = workbook.tableAt(each.sheetName, row, column)?.id === table.id;
      const rewritten = rewriteFormula(formula, each.sheetName, {
        rewriteStructured: (piece) =>
          same(piece.table, table.name) || (piece.table === "" && own)
            ? workbook.resolve(piece.table + piece.specifier, { sheetName: each.sheetName, row, column })
                .formula
            : piece.table + piece.specifier,
      });
      if (rewritten !== formula) {
        each.cells.replaceFormula(row, column, rewritten);
      }
    });
  }
  removeTable(sheet, table);
}

export function removeTable(sheet: SheetState, table: TableRecord): void {
  sheet.tables = sheet.tables.filter((each) => each.id !== table.id);
  sheet.workbook.resolveIndirectFormulas();
}
