import type { Area, TableRecord } from "../../workbook-record";
import { same } from "../workbook-state";
import { rewriteFormula } from "../formula/formula-rewrite";
import { HostError } from "../host-error";
import { intersection } from "../reference";
import { requireAllowed } from "../sheet/sheet-refusals";
import { shiftCells } from "../sheet/sheet-shift";
import type { SheetState } from "../sheet/sheet-state";
import { freeTableName, uniqueColumnName, writeHeader } from "./table-names";

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
  workbook.raiseTableEvent(sheet, "tableAdded", table);
  return table;
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
  sheet.workbook.raiseTableEvent(sheet, "tableDeleted", table);
}
