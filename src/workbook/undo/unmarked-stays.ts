import { textsOf, type WhatStays } from "../../locales";
import { addressOf } from "../../portfolio";
import { unmarkedColumns } from "../columns/unmarked-columns";
import { resultColumnOf } from "../marks/own-names";
import { languageOfWorkbook } from "../settings/settings";
import { firstRowOf } from "../source/list-place";
import { readSource } from "../source/source";
import type { WorkbookState } from "../source/workbook-state";
import { isUnreadable } from "./own-work-found";

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
  const lostOn = new Set(ownNames.flatMap((mark) => (resultColumnOf(mark.name) ? [mark.lostOn] : [])));
  const stays: WhatStays[] = [];
  for (const { id, name } of sheets) {
    if (!lostOn.has(name) || goes.has(id)) continue;
    try {
      const source = await readSource(context, { onSheet: id });
      const { headers } = textsOf[languageOfWorkbook(settings, { displayLanguage: "en" })].columns;
      for (const { column, position, rows } of unmarkedColumns(source)) {
        const address = addressOf(source.place.sheet, firstRowOf(source.place) + rows[0], position);
        stays.push({ kind: "unmarked", header: headers[column], address, count: rows.length });
      }
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
  }
  return stays;
}
