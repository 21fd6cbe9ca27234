import { namedCells } from "./named-cells";

/** Somebody has written onto a sheet that was to go: it stays, with its marks. */
export class KeptSheets extends Error {}

/**
 * Deletes the sheets on which names of ours stand, and the names. A sheet is found by its mark and never by what it is called:
 * one of that name may be somebody else's, added in the same moment. One on which something stands outside the marked cells stays.
 *
 * @param names of the workbook; those that are not there any more are passed over
 * @param added identifiers of sheets that are known to be ours: their marks may have gone with deleted cells
 * @param written how many rows and columns were to be written from the first cell on, where the marks name only that
 * @throws KeptSheets when a sheet stays; the error of Office.js
 */
export async function removeMarkedSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  { added = [], written }: { added?: readonly string[]; written?: { rows: number; columns: number } } = {},
): Promise<void> {
  const { workbook } = context;
  const items = names.map((name) => workbook.names.getItemOrNullObject(name).load("name,formula"));
  const own = added.map((id) => workbook.worksheets.getItemOrNullObject(id).load("id,name"));
  await context.sync();
  const present = items.filter((item) => !item.isNullObject);
  const marked = present.map((item) => {
    const range = item.getRangeOrNullObject().load("rowIndex");
    return { item, range, sheet: range.worksheet.load("id,name") };
  });
  if (marked.length > 0) await context.sync();
  const alive = marked.filter(({ range }) => !range.isNullObject).map(({ sheet }) => sheet);
  const sheets = new Map(
    [...alive, ...own.filter((sheet) => !sheet.isNullObject)].map((sheet) => [sheet.id, sheet.name]),
  );
  if (sheets.size === 0 && present.length === 0) return;
  const kept = await sheetsOfOthers(
    context,
    sheets,
    present.map(({ formula }) => String(formula)),
    written ?? { rows: 0, columns: 0 },
  );
  for (const id of sheets.keys()) if (!kept.has(id)) workbook.worksheets.getItem(id).delete();
  for (const { item, range, sheet } of marked) if (range.isNullObject || !kept.has(sheet.id)) item.delete();
  await context.sync();
  if (kept.size > 0) throw new KeptSheets();
}

/** Sheets, by identifier, on which something stands outside the cells that marks of ours name. */
async function sheetsOfOthers(
  context: Excel.RequestContext,
  sheets: ReadonlyMap<string, string>,
  formulas: readonly string[],
  written: { rows: number; columns: number },
): Promise<Set<string>> {
  const used = [...sheets].map(([id, name]) => ({
    id,
    name,
    range: context.workbook.worksheets
      .getItem(id)
      .getUsedRangeOrNullObject(true)
      .load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  await context.sync();
  const kept = new Set<string>();
  for (const { id, name, range } of used) {
    if (range.isNullObject) continue;
    // Without a mark nobody can tell: it has been added in this very run.
    const areas = formulas.flatMap((formula) => {
      const cells = namedCells(formula);
      return cells?.sheet === name ? [cells.area] : [];
    });
    if (areas.length === 0) continue;
    const right = Math.max(
      ...areas.map(({ left, columnCount }) => left + Math.max(columnCount, written.columns)),
    );
    const bottom = Math.max(...areas.map(({ top, rowCount }) => top + Math.max(rowCount, written.rows)));
    if (range.rowIndex + range.rowCount > bottom || range.columnIndex + range.columnCount > right)
      kept.add(id);
  }
  return kept;
}
