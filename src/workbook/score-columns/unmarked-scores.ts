import { addressOf } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { firstCellOf } from "../marks/own-names";
import { marksScores } from "../marks/score-marks";
import type { ScoreColumn } from "./find-scores";

/** Those of them that are for scores. */
export const findUnmarkedScores = (context: Excel.RequestContext): Promise<ScoreColumn[]> =>
  findUnmarked(context, marksScores);

/**
 * Columns of tables that are still called like a mark which does not stand: Excel cut a run off for good before it could mark them.
 * One round trip where there are none.
 *
 * @param isOurs whether a mark is of the kind that is looked for
 *
 * @throws errors of Office.js
 */
export async function findUnmarked(
  context: Excel.RequestContext,
  isOurs: (name: string) => boolean,
): Promise<ScoreColumn[]> {
  const { names, tables } = context.workbook;
  names.load("items/name,items/formula");
  tables.load("items/id,items/name,items/columns/items/id,items/columns/items/name");
  await context.sync();
  const standing = names.items.filter(({ formula }) => firstCellOf(String(formula)) !== null);
  const marked = new Set(standing.map(({ name }) => name.toLowerCase()));
  const found = tables.items.flatMap((table) =>
    table.columns.items
      .filter(({ name }) => isOurs(name) && !marked.has(name.toLowerCase()))
      .map((column) => ({
        table,
        column,
        sheet: table.worksheet.load("id,name"),
        protection: table.worksheet.protection.load("protected"),
        whole: column.getRange().load("rowIndex,columnIndex,rowCount"),
        body: column.getDataBodyRange().load("rowIndex,formulas"),
      })),
  );
  if (found.length === 0) return [];
  await context.sync();
  return found.map(({ table, column, sheet, protection, whole, body }) => {
    const left = whole.columnIndex;
    const rows = (body.formulas as CellValue[][]).flatMap(([cell], i) =>
      cell === "" ? [] : [body.rowIndex + i],
    );
    return {
      name: column.name,
      isMarked: false,
      header: column.name,
      shown: column.name,
      width: false,
      look: false,
      hidden: false,
      sheetId: sheet.id,
      sheet: sheet.name,
      area: { top: whole.rowIndex, left, rowCount: whole.rowCount, columnCount: 1 },
      isHeadless: false,
      table: { id: table.id, name: table.name, columnId: column.id },
      filled:
        rows.length === 0 ? null : { count: rows.length, address: addressOf(sheet.name, rows[0], left) },
      isProtected: protection.protected,
    };
  });
}
