/** Pages that a run has refreshed get back what they held before it. */
import type { WhatStays } from "../../locales";
import { Problem } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { inSpiteOfTrouble } from "../office-problem";
import type { WorkbookState } from "../source/workbook-state";
import { type GoingBack, holdsChartData, isAsWritten, type RefreshedPage } from "./paint/earlier-page";
import type { SheetKey } from "./paint/page/page";
import { rememberPages } from "./paint/memory/page-memory";
import { rowsOf } from "./paint/paint";
import { allMarksOf, dataMarkOf, markOf, type Place } from "./paint/sheets";
import { type WrittenSheet, writeSheets } from "./paint/write-sheets";
import { type Cells, giveTypedBack, hersIn, isKnown, type Seen } from "./typed-back";

interface Refreshed {
  key: SheetKey;
  /** As it is called now. */
  name: string;
  page: RefreshedPage;
  /** How far an earlier undoing came. */
  before: GoingBack | null;
  /** By its mark, and by those of a writing that was cut off; null objects where there are none. */
  cells: readonly Marked[];
  /** The same of its chart data. */
  data: readonly Marked[];
}

interface Marked {
  name: string;
  mark: Excel.NamedItem;
  range: Excel.Range;
}

/**
 * Writes the pages of before over those that a run has refreshed, where these still hold what it wrote: contents, looks, list and
 * charts. What somebody writes there in the last moment is put back. Can be done again when it was stopped on the way.
 *
 * @returns sheets that are as they were, and those that are not
 * @throws Problem cutOff, unfinished; errors of Office.js
 */
export async function putPagesBack(
  context: Excel.RequestContext,
  state: WorkbookState,
  sheets: readonly WrittenSheet[],
  onWriting: () => void,
): Promise<{ pages: string[]; stays: WhatStays[] }> {
  const stays: WhatStays[] = [];
  const pages: string[] = [];
  const standing: Refreshed[] = [];
  const { names } = context.workbook;
  const cellsOf = (of: string) =>
    allMarksOf(of).map((name) => {
      const mark = names.getItemOrNullObject(name).load("comment");
      return { name, mark, range: mark.getRangeOrNullObject().load("formulas") };
    });
  for (const { key, sheetId, refreshed: page } of sheets) {
    const sheet = state.sheets.find(({ id }) => id === sheetId);
    if (!sheet || !page) continue;
    const { name } = sheet;
    const why = /\d$/.test(key) ? "asked" : page.earlier ? null : page.why;
    if (why) stays.push({ kind: "sheetRefreshed", sheet: name, why });
    else if (page.goingBack?.isDone) pages.push(name);
    else {
      const [cells, data] = [cellsOf(markOf(key)), cellsOf(dataMarkOf(key))];
      standing.push({ key, name, page, before: page.goingBack, cells, data });
    }
  }
  if (standing.length === 0) {
    await rememberDone(context, sheets);
    return { pages, stays };
  }
  const protections = standing.map(({ name }) =>
    context.workbook.worksheets.getItemOrNullObject(name).protection.load("protected"),
  );
  await context.sync();
  const going = standing.filter((each, i) => {
    if (!protections[i].isNullObject && protections[i].protected) {
      stays.push({ kind: "sheetProtected", sheet: each.name });
      return false;
    }
    const isOurs = holdsOurs(each);
    if (!isOurs) stays.push({ kind: "sheetRefreshed", sheet: each.name, why: "changed" });
    return isOurs;
  });
  if (going.length === 0) return { pages, stays };
  onWriting();
  const { written, left, typed } = await writeBack(context, going);
  for (const { key, name } of going) {
    if (typed.has(key)) stays.push({ kind: "sheetChanged", sheet: name, address: null });
    else if (written.has(key)) pages.push(name);
    else if (left.has(key)) stays.push({ kind: "sheetRefreshed", sheet: name, why: "changed" });
  }
  await rememberDone(context, sheets);
  return { pages, stays };
}

/** Lets the workbook remember what stands on the pages that are as they were, also on those that were already when undoing was stopped. */
async function rememberDone(context: Excel.RequestContext, sheets: readonly WrittenSheet[]): Promise<void> {
  const done = sheets.flatMap(({ key, refreshed }) =>
    refreshed?.goingBack?.isDone && refreshed.earlier?.memory ? [[key, refreshed.earlier] as const] : [],
  );
  if (done.length > 0) await inSpiteOfTrouble(context, () => rememberPages(context, done));
}

const isThere = ({ range }: Marked): boolean => !range.isNullObject;
const cellsIn = ({ range }: Marked): CellValue[][] => range.formulas as CellValue[][];

/** What the page of before holds. */
const earlierCells = ({ earlier }: RefreshedPage): Cells => [...rowsOf(earlier!.page, earlier!.page.area)];
const earlierData = ({ earlier }: RefreshedPage): Cells => [...rowsOf(earlier!.page, earlier!.page.data)];

/** Whether a page can be written over: it holds what the run wrote, or is half written since an undoing was stopped on it. */
function holdsOurs({ key, page, before, cells, data }: Refreshed): boolean {
  const [[whole, ...unfinished], [chart, ...unfinishedData]] = [cells, data];
  const isOfRun =
    isThere(whole) &&
    isAsWritten(key, page, whole.mark.comment, cellsIn(whole)) &&
    (!isThere(chart) || holdsChartData(key, chart.mark.comment, cellsIn(chart)));
  if (isOfRun || !before) return isOfRun;
  if ([...unfinished, ...unfinishedData].some(isThere)) return true;
  // Nothing had been written, or all of it, and the answer was lost.
  return isThere(whole) && hersIn(key, cellsIn(whole), before.page, earlierCells(page)).length === 0;
}

/** Whether rows or columns have come or gone since the page was looked at. */
function isRearranged({ before, cells, data }: Refreshed, place: Place): boolean {
  if (before && place.isUnfinished) return false;
  const isAsSeen = (seen: readonly Marked[], mark: string, size: { rows: number; columns: number }) => {
    const found = seen.find(({ name }) => name === mark);
    if (!found || !isThere(found)) return false;
    const formulas = cellsIn(found);
    return formulas.length === size.rows && formulas[0].length === size.columns;
  };
  return (
    !isAsSeen(cells, place.marks[0], place.marked) ||
    place.dataBlocks.length !== data.filter(isThere).length ||
    place.dataBlocks.some((block) => !isAsSeen(data, block.mark, block))
  );
}

/** What became of pages that were to be written over. */
interface WrittenBack {
  written: ReadonlySet<SheetKey>;
  /** Those that somebody has rearranged since they were looked at. */
  left: ReadonlySet<SheetKey>;
  /** Those on which somebody had written. */
  typed: ReadonlySet<SheetKey>;
}

async function writeBack(context: Excel.RequestContext, going: readonly Refreshed[]): Promise<WrittenBack> {
  const seen: Seen[] = [];
  const begun = new Set<SheetKey>();
  const left = new Set<SheetKey>();
  const setDone = (keys: readonly SheetKey[]) => {
    for (const { key, page } of going) if (page.goingBack && keys.includes(key)) page.goingBack.isDone = true;
  };
  let written: SheetKey[];
  try {
    const sheets = await writeSheets(context, {
      titles: new Map(going.map(({ key, name }) => [key, name])),
      isWanted: () => false,
      planOf: (place) => {
        const { key } = place;
        const each = going.find((one) => one.key === key)!;
        const { page } = each;
        const isBegun = seen.some((one) => one.key === key && isKnown(one.last));
        if (!isBegun && isRearranged(each, place)) {
          page.goingBack = each.before;
          begun.delete(key);
          left.add(key);
          return null;
        }
        begun.add(key);
        seen.push(...lookOnce(context, each, place, isBegun));
        const [data] = each.data.filter(isThere);
        page.goingBack ??= { page: cellsIn(each.cells[0]), data: data ? cellsIn(data) : [], isDone: false };
        return page.earlier;
      },
    });
    written = [...sheets.keys()];
  } catch (error) {
    // One after the other: all but the last are whole.
    setDone([...begun].slice(0, -1));
    const { detail } = error instanceof Problem ? error : { detail: null };
    await giveTypedBack(context, seen, detail?.kind === "cutOff" ? detail.sheets : []);
    throw error;
  }
  setDone(written);
  return { written: new Set(written), left, typed: await giveTypedBack(context, seen) };
}

/** Queues a look at the cells of a page in the very request that begins to write there. */
function lookOnce(
  context: Excel.RequestContext,
  { key, name, page, before, cells, data }: Refreshed,
  place: Place,
  isBegun: boolean,
): Seen[] {
  const back = isBegun ? page.goingBack : before;
  const lastOf = (mark: string) =>
    context.workbook.names.getItem(mark).getRange().load("formulas,rowIndex,columnIndex");
  const asSeen = (of: readonly Marked[], mark: string) => cellsIn(of.find((each) => each.name === mark)!);
  const [mark] = place.marks;
  const whole: Seen = {
    key,
    name,
    mark,
    before: back ? back.page : asSeen(cells, mark),
    earlier: back && earlierCells(page),
    last: lastOf(mark),
    page: null,
    merges: page.earlier!.page.merges,
  };
  return [
    whole,
    ...place.dataBlocks.map((block) => ({
      ...whole,
      mark: block.mark,
      before: back ? back.data : asSeen(data, block.mark),
      earlier: back && earlierData(page),
      last: lastOf(block.mark),
      page: whole.last,
      merges: [],
    })),
  ];
}
