import { problemOf } from "../office-problem";
import { clearFilter } from "../source/obstacles/clear-filter";
import { sheetOfAddress } from "./show-cells";

/**
 * Shows all rows of the list that stands at an address, be it the list in use or another one: of the table that holds its first cell,
 * otherwise of the sheet.
 *
 * @param address A1 with sheet
 * @throws Problem sheetNotFound, where somebody has renamed it since; protectedSheet, editMode …
 */
export async function clearFilterAt(address: string): Promise<void> {
  try {
    const reference = await Excel.run(async (context) => {
      const { sheet, cells } = await sheetOfAddress(context, address);
      const around = sheet.getRange(cells).getCell(0, 0).getTables(false).load("items/id");
      await context.sync();
      return { sheetId: sheet.id, tableId: around.items[0]?.id ?? null };
    });
    await clearFilter(reference);
  } catch (error) {
    throw problemOf(error);
  }
}
