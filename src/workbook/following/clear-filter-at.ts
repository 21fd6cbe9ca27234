import { Problem } from "../../portfolio";
import { problemOf } from "../office-problem";
import { clearFilter } from "../source/clear-filter";
import { cellsAndSheet } from "./show-cells";

/**
 * Shows all rows of the list that stands at an address, be it the list in use or another one: of the table that holds its first cell,
 * otherwise of the sheet.
 *
 * @param address A1 with sheet
 * @throws Problem sourceGone, protectedSheet, editMode …
 */
export async function clearFilterAt(address: string): Promise<void> {
  const { sheet: name, cells } = cellsAndSheet(address);
  try {
    const reference = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("id");
      await context.sync();
      if (sheet.isNullObject) throw new Problem({ kind: "sourceGone", sheet: null });
      const around = sheet.getRange(cells).getCell(0, 0).getTables(false).load("items/id");
      await context.sync();
      return { sheetId: sheet.id, tableId: around.items[0]?.id ?? null };
    });
    await clearFilter(reference);
  } catch (error) {
    throw problemOf(error, name);
  }
}
