import { Problem } from "../../../portfolio";
import { problemOf } from "../../office-problem";
import type { SourceReference } from "../../operations";

/**
 * Shows all rows of a list again: takes the criteria of its filter away, the filter itself stays.
 *
 * @throws Problem sourceGone, protectedSheet, editMode …
 */
export async function clearFilter({ sheetId, tableId }: SourceReference): Promise<void> {
  let sheetName: string | null = null;
  try {
    await Excel.run(async (context) => {
      const { workbook } = context;
      const sheets = workbook.worksheets.load("items/id,items/name");
      const tables = workbook.tables.load("items/id,items/worksheet/name");
      await context.sync();
      const sheet = sheets.items.find(({ id }) => id === sheetId);
      const table = tables.items.find(({ id }) => id === tableId);
      if (tableId === null ? !sheet : !table) {
        throw new Problem({ kind: "sourceGone", sheet: sheet?.name ?? null });
      }
      sheetName = table?.worksheet.name ?? sheet!.name;
      if (table) table.clearFilters();
      else sheet!.autoFilter.clearCriteria();
      await context.sync();
    });
  } catch (error) {
    throw problemOf(error, sheetName);
  }
}
