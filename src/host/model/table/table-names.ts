import type { Area, TableRecord } from "../../workbook-record";
import { same } from "../workbook-state";
import { rewriteFormula } from "../formula/formula-rewrite";
import { HostError } from "../host-error";
import { intersection, parseCorner } from "../reference";
import { typedFormula } from "../sheet/sheet-cells";
import type { SheetState } from "../sheet/sheet-state";
import { renameColumnInSpecifier } from "../formula/structured-reference";
import type { WorkbookState } from "../workbook-state";

/** "Excel specifications and limits": characters in a table's header cell are those of a cell; names of tables have 255. */
const longestName = 255;

export function freeTableName(workbook: WorkbookState, id: number): string {
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
export function writeHeader(sheet: SheetState, table: TableRecord, index: number, name: string): void {
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

export function rewriteStructured(
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
