import { type CellValue, entered } from "../cells/cell-value";
import { isGone } from "../office-problem";
import { rowTexts, requireSize } from "./table-rows";

/** A row that was written over: how it is told from others by now, and what it held; null where it holds that still. */
export interface RowBack {
  text: string;
  cells: readonly (CellValue | null)[];
}

const attempts = 3;

const bodyOf = (table: Excel.Table, id: number): Excel.Range => table.columns.getItem(id).getDataBodyRange();
const cellsIn = ({ values }: Excel.Range): CellValue[] => (values as CellValue[][]).map(([cell]) => cell);

/**
 * Gives rows of a table back what was written over, wherever they have been moved since. Where they are moved once more in the
 * moment in which they get it, what stood there is given back in its turn.
 *
 * @param keys identifiers of the columns that tell rows from each other
 * @param columns identifiers of the columns that were written
 * @throws errors of Office.js
 */
export async function giveRowsBack(
  context: Excel.RequestContext,
  table: Excel.Table,
  keys: readonly number[],
  columns: readonly number[],
  rows: readonly RowBack[],
): Promise<void> {
  let left = rows;
  for (let attempt = 0; attempt < attempts && left.length > 0; attempt++) {
    const width = table.columns.load("items/id");
    const asked = keys.map((id) => bodyOf(table, id).load("values"));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- until no row has been moved meanwhile
    await context.sync();
    const rowCount = asked[0].values.length;
    const places = new Map<string, number[]>();
    rowTexts(asked.map(cellsIn)).forEach((text, row) => places.set(text, [...(places.get(text) ?? []), row]));
    const given = new Map<number, RowBack>();
    for (const each of left) {
      const row = places.get(each.text)?.shift();
      if (row !== undefined) given.set(row, each);
    }
    if (given.size === 0) return;
    requireSize(table, { rows: rowCount, columns: width.items.length });
    const found = keys.map((id) => bodyOf(table, id).load("values"));
    const before = columns.map((id) => bodyOf(table, id).load("formulas"));
    columns.forEach((id, c) => {
      const cells = Array.from({ length: rowCount }, (_, row) => given.get(row)?.cells[c] ?? null);
      bodyOf(table, id).formulas = cells.map((cell) => [cell === null ? null : entered(cell)]);
    });
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- until no row has been moved meanwhile
      await context.sync();
    } catch (error) {
      if (!isGone(error)) throw error;
      continue;
    }
    const seen = found.map(cellsIn);
    const texts = rowTexts(seen);
    const moved = [...given].filter(([row, { text }]) => texts[row] !== text);
    const standing = rowTexts(
      keys.map((id, k) => {
        const column = columns.indexOf(id);
        return seen[k].map((cell, row) => (column < 0 ? null : given.get(row)?.cells[column]) ?? cell);
      }),
    );
    left = moved.flatMap(([row, each]) => [
      each,
      {
        text: standing[row],
        cells: each.cells.map((cell, c) =>
          cell === null ? null : (before[c].formulas[row][0] as CellValue),
        ),
      },
    ]);
  }
}
