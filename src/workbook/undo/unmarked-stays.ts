import { textsOf, type WhatStays } from "../../locales";
import { addressOf, type ResultColumn } from "../../portfolio";
import { unmarkedColumns } from "../columns/results/unmarked-columns";
import { resultColumnOf } from "../marks/own-names";
import { languageOfWorkbook } from "../settings/settings";
import { firstRowOf } from "../source/list-place";
import { readSource } from "../source/source";
import type { WorkbookState } from "../source/workbook-state";
import { isUnreadable } from "./own-work-found";
import { type ResultsOnSheet, resultsOnSheet } from "./unmarked/results-on-sheet";

/**
 * Results that stay where everything is removed, since their marks have gone with the header row. Looked for on sheets on which marks
 * were deleted; no round trip where there are none.
 *
 * @param goes sheets that go as a whole, by identifier
 * @throws errors of Office.js; Problem sourceChanged
 */
export async function unmarkedStays(
  context: Excel.RequestContext,
  { ownNames, sheets, settings }: WorkbookState,
  goes: ReadonlySet<string>,
): Promise<WhatStays[]> {
  const { headers } = textsOf[languageOfWorkbook(settings, { displayLanguage: "en" })].columns;
  const stays: WhatStays[] = [];
  for (const { id, name } of sheets) {
    const lost = ownNames.flatMap((mark) => (mark.lostOn === name ? (resultColumnOf(mark.name) ?? []) : []));
    if (lost.length === 0 || goes.has(id)) continue;
    const marked = ownNames.flatMap(({ cell }) => (cell?.sheet === name ? [cell.column] : []));
    const kinds = [...new Set(lost.map(({ column }) => column))];
    for (const { column, position, rows } of await resultsOn(context, id, kinds, marked)) {
      const address = addressOf(name, rows[0], position);
      stays.push({ kind: "unmarked", header: headers[column], address, count: rows.length });
    }
  }
  return stays;
}

/**
 * Beside the list; where there is none, or empty columns stand between it and its results, anywhere on the sheet.
 * @param marked columns of the sheet that bear marks: those are another list's
 */
async function resultsOn(
  context: Excel.RequestContext,
  sheetId: string,
  kinds: readonly ResultColumn[],
  marked: readonly number[],
): Promise<readonly ResultsOnSheet[]> {
  try {
    const source = await readSource(context, { onSheet: sheetId });
    const first = firstRowOf(source.place);
    const beside = unmarkedColumns(source).map((each) => ({
      ...each,
      rows: each.rows.map((row) => first + row),
    }));
    if (beside.length > 0 || source.place.own.length > 0) return beside;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
  return resultsOnSheet(context, sheetId, kinds, new Set(marked));
}
