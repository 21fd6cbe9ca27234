import type { ResultColumn } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { marksOn, ownNamesIn } from "../marks/own-columns";
import { marksReportSheet } from "../marks/own-names";

/** The cell that the user has selected, as far as it can be explained. Rows and columns of the sheet, zero-based. */
export interface SelectedCell {
  sheet: string;
  row: number;
  column: number;
  /** The result column of ours that it stands in, below the header; found by its mark. */
  result: ResultColumn | null;
  /** What stands in the column of the clients' names in that row. */
  name: CellValue;
  /** What stands around it, on a sheet of the report; null elsewhere. */
  report: CellOfReport | null;
}

/** A cell of a report sheet by what stands beside it: that goes with it wherever rows are sorted, inserted or moved. */
export interface CellOfReport {
  /** Header of its column and contents of its row, from the table around it; null outside of tables. */
  table: { header: CellValue; row: readonly CellValue[] } | null;
  value: CellValue;
  /** Texts left of it in the row, the nearest first. */
  left: readonly string[];
  /** Texts above it, the nearest first. */
  above: readonly string[];
}

/** How far above a figure its caption stands. */
const captionRows = 2;

/**
 * The active cell with what explains it. One request; one more on a sheet of the report.
 *
 * @param clientColumn column of the sheet that holds the names of clients, zero-based
 * @returns null where there is no such cell: with a chart selected, while a cell is edited
 */
export async function selectedCell(clientColumn: number): Promise<SelectedCell | null> {
  try {
    return await Excel.run((context) => readCell(context, clientColumn));
  } catch {
    return null;
  }
}

async function readCell(context: Excel.RequestContext, clientColumn: number): Promise<SelectedCell> {
  const { workbook } = context;
  const cell = workbook.getActiveCell().load("rowIndex,columnIndex,values");
  const sheet = cell.worksheet.load("id,name");
  const name = cell.getEntireRow().getCell(0, clientColumn).load("values");
  const names = workbook.names.load("items/name,items/formula");
  const sheetNames = sheet.names.load("items/name,items/formula");
  const tables = cell.getTables(false).load("items/name");
  await context.sync();
  const [row, column] = [cell.rowIndex, cell.columnIndex];
  const own = ownNamesIn({ ofWorkbook: names, ofSheet: sheetNames }, sheet.id);
  const isReport = own.some((each) => marksReportSheet(each.name) && each.cell?.sheet === sheet.name);
  const mark = marksOn(sheet.name, own).find((each) => each.position === column && each.row < row);
  return {
    sheet: sheet.name,
    row,
    column,
    result: mark?.column ?? null,
    name: name.values[0][0] as CellValue,
    report: isReport ? await aroundCell(context, cell, sheet, tables.items[0] ?? null) : null,
  };
}

async function aroundCell(
  context: Excel.RequestContext,
  cell: Excel.Range,
  sheet: Excel.Worksheet,
  table: Excel.Table | null,
): Promise<CellOfReport> {
  const [row, column] = [cell.rowIndex, cell.columnIndex];
  const top = Math.max(0, row - captionRows);
  const around = sheet.getRangeByIndexes(top, 0, row - top + 1, column + 1).load("values");
  const header = table?.getHeaderRowRange().load("values,columnIndex,rowIndex");
  const cells = table && cell.getEntireRow().getIntersectionOrNullObject(table.getRange()).load("values");
  await context.sync();
  const values = around.values as CellValue[][];
  const texts = (of: readonly CellValue[]) =>
    of.filter((each): each is string => typeof each === "string" && each !== "");
  const isInBody = header && cells && !cells.isNullObject && row > header.rowIndex;
  return {
    table: isInBody
      ? {
          header: header.values[0][column - header.columnIndex] as CellValue,
          row: cells.values[0] as CellValue[],
        }
      : null,
    value: values[values.length - 1][column],
    left: texts(values[values.length - 1].slice(0, column).reverse()),
    above: texts(
      values
        .slice(0, -1)
        .reverse()
        .map((of) => of[column]),
    ),
  };
}
