/** Pages that a run has refreshed get back what they held before it. */
import type { WhatStays } from "../../locales";
import { type CellValue, entered } from "../cells/cell-value";
import type { WorkbookState } from "../source/workbook-state";
import { holdsChartData, isAsWritten, type RefreshedPage } from "./paint/earlier-page";
import type { SheetKey } from "./paint/page";
import { dataMarkOf, markOf } from "./paint/sheets";
import { type WrittenSheet, writeSheets } from "./paint/write-sheets";

interface Refreshed {
  key: SheetKey;
  /** As it is called now. */
  name: string;
  page: RefreshedPage;
  mark: Excel.NamedItem;
  range: Excel.Range;
  /** Of its chart data; null objects where it has none. */
  data: Pick<Refreshed, "mark" | "range">;
}

type Cells = readonly (readonly CellValue[])[];

/**
 * Writes the pages of before over those that a run has refreshed, where these still hold what it wrote: contents, looks, list and
 * charts. What somebody writes there in the last moment is put back. Can be done again when it was stopped on the way.
 *
 * @returns sheets that are as they were, and those that are not
 * @throws Problem cutOff; errors of Office.js
 */
export async function putPagesBack(
  context: Excel.RequestContext,
  state: WorkbookState,
  sheets: readonly WrittenSheet[],
  onWriting: () => void,
): Promise<{ pages: string[]; stays: WhatStays[] }> {
  const stays: WhatStays[] = [];
  const standing: Refreshed[] = [];
  const { names } = context.workbook;
  for (const { key, sheetId, refreshed: page } of sheets) {
    const sheet = state.sheets.find(({ id }) => id === sheetId);
    if (!sheet || !page) continue;
    const { name } = sheet;
    const why = /\d$/.test(key) ? "asked" : page.earlier ? null : page.why;
    if (why) stays.push({ kind: "sheetRefreshed", sheet: name, why });
    else {
      const cellsOf = (of: string) => {
        const mark = names.getItemOrNullObject(of).load("comment");
        return { mark, range: mark.getRangeOrNullObject().load("formulas") };
      };
      standing.push({ key, name, page, ...cellsOf(markOf(key)), data: cellsOf(dataMarkOf(key)) });
    }
  }
  if (standing.length === 0) return { pages: [], stays };
  const protections = standing.map(({ name }) =>
    context.workbook.worksheets.getItemOrNullObject(name).protection.load("protected"),
  );
  await context.sync();
  const going = standing.filter(({ key, name, page, mark, range, data }, i) => {
    if (!protections[i].isNullObject && protections[i].protected) {
      stays.push({ kind: "sheetProtected", sheet: name });
      return false;
    }
    if (page.isGoingBack) return true;
    const isOurs =
      !mark.isNullObject &&
      !range.isNullObject &&
      isAsWritten(key, page, mark.comment, range.formulas as CellValue[][]) &&
      (data.range.isNullObject ||
        holdsChartData(key, data.mark.comment, data.range.formulas as CellValue[][]));
    if (!isOurs) stays.push({ kind: "sheetRefreshed", sheet: name, why: "changed" });
    return isOurs;
  });
  if (going.length === 0) return { pages: [], stays };
  onWriting();
  const seen: Seen[] = [];
  await writeSheets(context, {
    titles: new Map(going.map(({ key, name }) => [key, name])),
    isWanted: () => false,
    planOf: ({ key }) => {
      const { page, range, data } = going.find((each) => each.key === key)!;
      // In the very request that begins to write.
      if (!page.isGoingBack) {
        const cells = [
          { mark: markOf(key), range },
          ...(data.range.isNullObject ? [] : [{ mark: dataMarkOf(key), range: data.range }]),
        ];
        for (const { mark, range: before } of cells) {
          const last = names.getItem(mark).getRange().load("formulas");
          seen.push({ key, mark, before: before.formulas as Cells, last });
        }
      }
      page.isGoingBack = true;
      return page.earlier!;
    },
  });
  const typed = await giveTypedBack(context, seen);
  for (const { key, name } of going) {
    if (typed.has(key)) stays.push({ kind: "sheetChanged", sheet: name, address: null });
  }
  return { pages: going.filter(({ key }) => !typed.has(key)).map(({ name }) => name), stays };
}

/** Cells of a page as they were looked at, and once more in the request that begins to write over them. */
interface Seen {
  key: SheetKey;
  /** The name that covers them. */
  mark: string;
  before: Cells;
  last: Excel.Range;
}

/** What somebody wrote onto a page between the look at it and the request that wrote over it. @returns pages on which there was something */
async function giveTypedBack(
  context: Excel.RequestContext,
  seen: readonly Seen[],
): Promise<ReadonlySet<SheetKey>> {
  const changed = seen.filter(({ before, last }) => {
    // Somebody has put rows or columns into it: where the cells are now is not known, and they were there when it was looked at.
    const isSame = before.length === last.formulas.length && before[0].length === last.formulas[0].length;
    return isSame && JSON.stringify(before) !== JSON.stringify(last.formulas);
  });
  if (changed.length === 0) return new Set();
  const { names } = context.workbook;
  // The page of before may have no chart data.
  const present = changed.map(({ mark }) => names.getItemOrNullObject(mark).load("name"));
  await context.sync();
  const typed = changed.filter((_, i) => !present[i].isNullObject);
  for (const { mark, before, last } of typed) {
    const first = names.getItem(mark).getRange().getCell(0, 0);
    (last.formulas as Cells).forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell !== before[r][c]) first.getOffsetRange(r, c).formulas = [[entered(cell)]];
      }),
    );
  }
  await context.sync();
  return new Set(typed.map(({ key }) => key));
}
