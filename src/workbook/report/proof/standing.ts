/** Where everything stands that the formulas of the Proof sheet name, found before they are written and asked again with them. */
import type { Classification } from "../../../portfolio";
import { isGone } from "../../office-problem";
import type { ReportKey, SheetKey } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import { areaOf, markOf, type Place, position } from "../paint/sheets";
import { ListCells, type ListStanding } from "./list-standing";
import type { StandingPage } from "./proof-lines";

export interface Standing {
  list: ListStanding;
  pages: readonly StandingPage[];
  /** Queues the question whether all of it stands there still. @returns the answer */
  ask: () => () => boolean;
}

/**
 * Two round trips, three where the list has moved since it was read.
 * @param sheetId identifier of the list's sheet, or its name
 * @returns null where the list or a page is not as it was read and written: somebody has changed it meanwhile
 */
export async function findStanding(
  context: Excel.RequestContext,
  { portfolio, policy }: Classification,
  sheetId: string,
  plans: ReadonlyMap<ReportKey, SheetPlan>,
  places: ReadonlyMap<SheetKey, Place>,
): Promise<Standing | null> {
  const cells = new ListCells(context, portfolio, policy, sheetId);
  const answer = cells.ask(portfolio.list);
  const asked = [...plans].map(([key, plan]) =>
    askPage(context, { key, plan, sheet: places.get(key)!.sheet }),
  );
  try {
    await context.sync();
    const list = answer() ? portfolio.list : await cells.find(portfolio.list);
    const pages = asked.flatMap((page) => page() ?? []);
    if (!list || pages.length < asked.length) return null;
    const ask = () => {
      const isListThere = cells.ask(list);
      const again = pages.map((page) => {
        const now = askPage(context, { ...page, sheet: places.get(page.key)!.sheet });
        return () => isSamePlace(page, now());
      });
      return () => isListThere() && again.every((isThere) => isThere());
    };
    return { list, pages, ask };
  } catch (failure) {
    if (!isGone(failure)) throw failure;
    return null;
  }
}

/** Queues the question where a page stands. @returns the answer; null where it has other rows or columns than were written */
function askPage(
  context: Excel.RequestContext,
  { key, plan, sheet }: { key: ReportKey; plan: SheetPlan; sheet: Excel.Worksheet },
): () => StandingPage | null {
  const range = context.workbook.names.getItem(markOf(key)).getRange().load(position);
  sheet.load("name");
  return () => {
    const { row, column, rows, columns } = areaOf(range);
    const { area } = plan.page;
    return rows === area.rows && columns === area.columns
      ? { key, plan, sheet: sheet.name, row, column }
      : null;
  };
}

const isSamePlace = (page: StandingPage, now: StandingPage | null): boolean =>
  now !== null && now.sheet === page.sheet && now.row === page.row && now.column === page.column;
