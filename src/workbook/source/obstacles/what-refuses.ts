import { type LeftStanding, Problem } from "../../../portfolio";
import { officeCode } from "../../office-problem";

/** What keeps a sheet from being written, where a step of a run was refused. */
export type Refusal = LeftStanding["reason"];

/** Asks for it, a protection of the sheet or of the structure; "refused" where neither is there, or Excel does not answer. */
export async function whatRefuses(context: Excel.RequestContext, sheetId: string): Promise<Refusal> {
  try {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const protection = sheet.protection.load("protected");
    const structure = context.workbook.protection.load("protected");
    const tables = sheet.tables.load("items/autoFilter/isDataFiltered");
    const filter = sheet.autoFilter.load("isDataFiltered");
    await context.sync();
    if (protection.protected || structure.protected) return "protection";
    const isFiltered =
      filter.isDataFiltered || tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered);
    return isFiltered ? "filter" : "refused";
  } catch {
    return "refused";
  }
}

/** Says so where Excel refused something because nobody may add a name or a sheet by now; null where it was not that. */
export async function structureRefusal(
  context: Excel.RequestContext,
  error: unknown,
): Promise<Problem | null> {
  if (officeCode(error) !== "AccessDenied") return null;
  try {
    const protection = context.workbook.protection.load("protected");
    await context.sync();
    return protection.protected ? new Problem({ kind: "protectedWorkbook" }) : null;
  } catch {
    return null;
  }
}
