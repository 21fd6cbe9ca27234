import type { AskedBeside } from "../../cells/read-rows";

/** Rows of one request: a cell weighs about 50 bytes in a reply, so this is one megabyte. */
const rowsAtOnce = 20_000;

/** From so many rows on it is asked first whether the column has one look throughout: that answer weighs nothing. */
const manyRows = 2_000;

/** The look of the cells of a column, from its first row on, where it may tell levels. */
export interface CellLooks {
  /** Indent of the cell format, 0 to 250. */
  indents: Uint8Array;
  /** 1 where the whole cell is bold. */
  bolds: Uint8Array;
}

/**
 * Reads indent and bold of one column's cells: one request of a megabyte per 20,000 rows. A long column asks once more
 * beforehand, and for nothing else where all its cells look alike. It is for the caller to say when that is worth it.
 *
 * @param beside is asked in each of these requests
 * @param column of the sheet, as `firstRow` zero-based
 * @returns null where no cell is indented or bold
 * @throws the error of Office.js
 */
export async function readCellLooks(
  context: Excel.RequestContext,
  sheetId: string,
  column: number,
  firstRow: number,
  rowCount: number,
  beside?: AskedBeside,
): Promise<CellLooks | null> {
  const rowsFrom = (row: number, rows: number) =>
    context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(firstRow + row, column, rows, 1);
  const looks: CellLooks = { indents: new Uint8Array(rowCount), bolds: new Uint8Array(rowCount) };
  if (rowCount > manyRows) {
    const { format } = rowsFrom(0, rowCount);
    format.load("indentLevel,font/bold");
    beside?.ask(true);
    await context.sync();
    beside?.check();
    const { indentLevel, font } = format;
    // What differs between the cells reads as null, whatever the typings say.
    if ((indentLevel as number | null) !== null && (font.bold as boolean | null) !== null) {
      if (indentLevel === 0 && !font.bold) return null;
      looks.indents.fill(indentLevel);
      looks.bolds.fill(font.bold ? 1 : 0);
      return looks;
    }
  }
  let plain = true;
  for (let row = 0; row < rowCount; row += rowsAtOnce) {
    const properties = rowsFrom(row, Math.min(rowsAtOnce, rowCount - row)).getCellProperties({
      format: { indentLevel: true, font: { bold: true } },
    });
    beside?.ask(true);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
    await context.sync();
    beside?.check();
    // eslint-disable-next-line office-addins/load-object-before-read -- the result of a method, not a property
    const cells = properties.value;
    for (let at = 0; at < cells.length; at++) {
      const { format } = cells[at][0];
      const indent = format?.indentLevel ?? 0;
      const bold = format?.font?.bold === true;
      if (indent === 0 && !bold) continue;
      looks.indents[row + at] = indent;
      looks.bolds[row + at] = bold ? 1 : 0;
      plain = false;
    }
  }
  return plain ? null : looks;
}
