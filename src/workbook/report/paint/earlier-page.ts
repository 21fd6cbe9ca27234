/** What a refreshed page was before: kept in memory while the pane is open, so that a refresh can be undone. */
import type { WhyRefreshed } from "../../../locales";
import type { CellValue } from "../../cells/cell-value";
import { checksumOf } from "../../cells/rows-checksum";
import { freshnessRow } from "./page/freshness-row";
import { formulasOn } from "../../marks/own-names";
import type { Content, SheetKey } from "./page/page";
import { rowsOf, type SheetPlan } from "./paint";
import { markOf, type Place } from "./sheets";
import { heightOf, linesOf } from "./page/text-fit";

/** What a run found on a page of an earlier run, and what it wrote there. */
export interface RefreshedPage {
  /** The page as it was, to be written again; null: it is not known, and why. */
  earlier: SheetPlan | null;
  why: WhyRefreshed;
  /** Checksum of what the run wrote. */
  written: string;
  /** Formulas that the run wrote, as Excel spells them; null where it wrote none. */
  formulas: readonly (readonly CellValue[])[] | null;
  /** Once undoing may have begun to write the earlier page. */
  goingBack: GoingBack | null;
}

/** A page that gets back what it held: until it is done, any of its cells may hold what it held before, what it is to hold, or nothing. */
export interface GoingBack {
  /** What stood there before the first of it was written, and in its chart data. */
  page: readonly (readonly CellValue[])[];
  data: readonly (readonly CellValue[])[];
  isDone: boolean;
}

/** A page with more cells is not kept. A test sets less. */
export const keeping = { mostCells: 30_000 };

/** The pages that were written last, by what they hold: a plan is of use only where its page still stands. */
const lastWritten = new Map<SheetKey, { plan: SheetPlan; checksum: string }>();

/** The checksum that the mark of a page bears. */
export const checksumOn = (key: SheetKey, cells: Iterable<readonly CellValue[]>) =>
  checksumOf(cells, formulasOn(key));

const isLarge = ({ rows, columns }: { rows: number; columns: number }) => rows * columns > keeping.mostCells;

/** A look at a page in the very request that begins to write over it. */
export interface LookBefore {
  mark: Excel.NamedItem;
  range: Excel.Range;
  /** Of its chart data; null where it has none. */
  data: { mark: Excel.NamedItem; range: Excel.Range } | null;
  known: { plan: SheetPlan; checksum: string };
}

/** Queues a look at what stands on a page; nothing where that would not help to bring it again. */
export function lookBefore(context: Excel.RequestContext, place: Place): LookBefore | WhyRefreshed {
  const known = lastWritten.get(place.key);
  const block = place.dataBlocks.at(0);
  if (isLarge(place.previous) || (block && isLarge(block))) return "large";
  if (place.isUnfinished) return "rearranged";
  if (!known) return "unknown";
  const cellsOf = (name: string) => {
    const mark = context.workbook.names.getItem(name).load("comment");
    return { mark, range: mark.getRange().load("formulas") };
  };
  return { ...cellsOf(markOf(place.key)), data: block ? cellsOf(block.mark) : null, known };
}

/**
 * Remembers a page that has been written, and says how to bring the one before it again.
 * @param look what stood there; a reason where nobody looked
 * @param formulas of the page as it stands now, where it has any
 */
export function refreshedPage(
  key: SheetKey,
  look: LookBefore | WhyRefreshed,
  plan: SheetPlan & { written: string },
  formulas: RefreshedPage["formulas"],
): RefreshedPage {
  const { written } = plan;
  lastWritten.delete(key);
  // What it asks of the workbook is about that moment.
  const kept = { ...plan, stands: undefined, look: undefined, typed: undefined };
  if (!isLarge(plan.page.area)) lastWritten.set(key, { plan: kept, checksum: written });
  const earlier = typeof look === "string" ? look : earlierPlan(key, look);
  const isKnown = typeof earlier !== "string";
  return {
    earlier: isKnown ? earlier : null,
    why: isKnown ? "unknown" : earlier,
    written,
    formulas,
    goingBack: null,
  };
}

/** The plan of a page that stood there, with what people had written over it. */
function earlierPlan(key: SheetKey, { mark, range, data, known }: LookBefore): SheetPlan | WhyRefreshed {
  const { plan, checksum } = known;
  const cells = range.formulas as CellValue[][];
  const { area } = plan.page;
  if (mark.comment !== checksum && !isToldOld(key, checksum, mark.comment, cells)) return "unknown";
  if (cells.length !== area.rows || cells[0].length !== area.columns) return "rearranged";
  if (data && !holdsChartData(key, data.mark.comment, data.range.formulas as CellValue[][]))
    return "chartData";
  const planned = [...rowsOf(plan.page, area)];
  const page = plan.page.holding(
    cells.map((row, r) =>
      row.map((cell, c) => contentOf(cell, plan.page.cells[r]?.[c] ?? null, planned[r][c])),
    ),
  );
  const { row, column, columns, size } = freshnessRow;
  const line = cells[row]?.[column];
  if (key === "summary" && line !== planned[row]?.[column] && typeof line === "string") {
    page.heights.set(row, heightOf(linesOf(line, page.width(column, columns), size), size));
  }
  return { ...plan, page, written: mark.comment };
}

/** What a cell held, as a page says it. */
function contentOf(cell: CellValue, planned: Content, shown: string | number): Content {
  const isFormula = typeof planned === "object" && planned !== null;
  if (!isFormula && cell === shown) return planned;
  if (cell === "") return null;
  if (typeof cell === "boolean") return { formula: String(cell).toUpperCase() };
  return typeof cell === "string" && cell.startsWith("=") ? { formula: cell } : cell;
}

/** Whether chart data are what a run wrote there, by the comment of their mark. */
export const holdsChartData = (
  key: SheetKey,
  comment: string,
  cells: readonly (readonly CellValue[])[],
): boolean => checksumOn(key, cells) === comment;

/** Whether a page holds what a run wrote there, but for the line that says how old it is. */
export function isAsWritten(
  key: SheetKey,
  { written, formulas }: RefreshedPage,
  comment: string,
  cells: readonly (readonly CellValue[])[],
): boolean {
  const present = checksumOn(key, cells);
  // What formulas refer to moves with rows and columns elsewhere.
  if (formulas) return present === written && JSON.stringify(cells) === JSON.stringify(formulas);
  return present === written || isToldOld(key, written, comment, cells);
}

/** Whether a page is Summary, on which the pane has written since that it shows an earlier state. */
function isToldOld(
  key: SheetKey,
  written: string,
  comment: string,
  cells: readonly (readonly CellValue[])[],
): boolean {
  if (key !== "summary" || comment !== checksumOf(cells)) return false;
  const { row, column } = freshnessRow;
  const without = cells.map((each, r) =>
    r === row ? each.map((cell, c) => (c === column ? "" : cell)) : each,
  );
  return checksumOf(without) === written;
}
