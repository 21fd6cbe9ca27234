/** Pages that a run has refreshed get back what they held before it. */
import type { WhatStays } from "../../locales";
import { type CellValue, entered } from "../cells/cell-value";
import type { WorkbookState } from "../source/workbook-state";
import { isAsWritten, type RefreshedPage } from "./paint/earlier-page";
import type { SheetKey } from "./paint/page";
import { markOf } from "./paint/sheets";
import { type WrittenSheet, writeSheets } from "./paint/write-sheets";

interface Refreshed {
  key: SheetKey;
  /** As it is called now. */
  name: string;
  page: RefreshedPage;
  mark: Excel.NamedItem;
  range: Excel.Range;
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
      const mark = names.getItemOrNullObject(markOf(key)).load("comment");
      standing.push({ key, name, page, mark, range: mark.getRangeOrNullObject().load("formulas") });
    }
  }
  if (standing.length === 0) return { pages: [], stays };
  const protections = standing.map(({ name }) =>
    context.workbook.worksheets.getItemOrNullObject(name).protection.load("protected"),
  );
  await context.sync();
  const going = standing.filter(({ key, name, page, mark, range }, i) => {
    if (!protections[i].isNullObject && protections[i].protected) {
      stays.push({ kind: "sheetProtected", sheet: name });
      return false;
    }
    if (page.isGoingBack) return true;
    const isOurs =
      !mark.isNullObject &&
      !range.isNullObject &&
      isAsWritten(key, page, mark.comment, range.formulas as CellValue[][]);
    if (!isOurs) stays.push({ kind: "sheetRefreshed", sheet: name, why: "changed" });
    return isOurs;
  });
  if (going.length === 0) return { pages: [], stays };
  onWriting();
  const seen = new Map<SheetKey, { before: Cells; last: Excel.Range }>();
  await writeSheets(context, {
    titles: new Map(going.map(({ key, name }) => [key, name])),
    isWanted: () => false,
    planOf: ({ key }) => {
      const { page, range } = going.find((each) => each.key === key)!;
      // In the very request that begins to write.
      if (!page.isGoingBack) {
        const last = names.getItem(markOf(key)).getRange().load("formulas");
        seen.set(key, { before: range.formulas as Cells, last });
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

/** What somebody wrote onto a page between the look at it and the request that wrote over it. @returns pages on which there was something */
async function giveTypedBack(
  context: Excel.RequestContext,
  seen: ReadonlyMap<SheetKey, { before: Cells; last: Excel.Range }>,
): Promise<Set<SheetKey>> {
  const typed = new Set<SheetKey>();
  for (const [key, { before, last }] of seen) {
    // Somebody has put rows or columns into it: where the cells are now is not known, and they were there when it was looked at.
    const isSame = before?.length === last.formulas.length && before[0].length === last.formulas[0].length;
    if (!isSame) continue;
    const first = () => context.workbook.names.getItem(markOf(key)).getRange().getCell(0, 0);
    (last.formulas as Cells).forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell === before[r][c]) return;
        first().getOffsetRange(r, c).formulas = [[entered(cell)]];
        typed.add(key);
      }),
    );
  }
  if (typed.size > 0) await context.sync();
  return typed;
}
