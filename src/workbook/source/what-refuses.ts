import type { LeftStanding } from "../../portfolio";

/** What keeps a sheet from being written, where a step of a run was refused. */
export type Refusal = LeftStanding["reason"];

/** Asks for it; "refused" where neither is there, or Excel does not answer. */
export async function whatRefuses(context: Excel.RequestContext, sheetId: string): Promise<Refusal> {
  try {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const protection = sheet.protection.load("protected");
    const tables = sheet.tables.load("items/autoFilter/isDataFiltered");
    const filter = sheet.autoFilter.load("isDataFiltered");
    await context.sync();
    if (protection.protected) return "protection";
    const isFiltered =
      filter.isDataFiltered || tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered);
    return isFiltered ? "filter" : "refused";
  } catch {
    return "refused";
  }
}
