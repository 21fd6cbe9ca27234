/** What somebody has typed over pages of the report since they were written. */
import type { CellValue } from "../cells/cell-value";
import { formulasOn } from "../marks/own-names";
import { limits } from "../cells/read-rows";
import { digestOfCell } from "../cells/rows-checksum";
import { namedCells } from "../marks/named-cells";
import { settingOfNotes, settingOfSheet } from "../settings/sheet-setting";
import { freshnessRow } from "./paint/page/freshness-row";
import type { ReportKey } from "./paint/page/page";
import { isBegunPage, notesIn, writtenIn } from "./paint/memory/page-memory";
import { markOf, position } from "./paint/sheets";
import { typedIn, type TypedPage } from "./paint/typed-cells";
import { WrittenContents } from "./paint/memory/written-contents";

/** A cell of a page in an answer, on average: many are blank. */
const bytesOfUsualCell = 15;

/**
 * Looks at the pages of a report that stand, as far as the workbook remembers what runs wrote there. One round trip, more where there are
 * such: one for each megabyte.
 * @throws errors of Office.js
 */
export async function typedOnReport(
  context: Excel.RequestContext,
  keys: readonly ReportKey[],
): Promise<ReadonlyMap<ReportKey, TypedPage>> {
  const { names, settings } = context.workbook;
  const stored = keys.map((key) => ({
    key,
    memory: settings.getItemOrNullObject(settingOfSheet(key)).load("value"),
    notes: settings.getItemOrNullObject(settingOfNotes(key)).load("value"),
    mark: names.getItemOrNullObject(markOf(key)).load("formula"),
  }));
  await context.sync();
  const valueOf = (setting: Excel.Setting): unknown => (setting.isNullObject ? null : setting.value);
  const known = stored.flatMap(({ key, memory, notes, mark }) => {
    const cells = mark.isNullObject ? null : namedCells(String(mark.formula));
    const standing = valueOf(memory);
    const page = {
      key,
      written: writtenIn(standing),
      isBegun: isBegunPage(standing),
      notes: notesIn(valueOf(notes)),
    };
    if (!cells || (page.written.isUnknown && page.notes === null)) return [];
    const range = names.getItemOrNullObject(markOf(key)).getRangeOrNullObject();
    const bytes = cells.area.rowCount * cells.area.columnCount * bytesOfUsualCell;
    return [{ ...page, sheet: cells.sheet, range, bytes }];
  });
  let asked = 0;
  for (const { range, bytes } of known) {
    if (asked > 0 && asked + bytes > limits.replyBytes) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one answer does not hold all pages of a long list
      await context.sync();
      asked = 0;
    }
    asked += bytes;
    range.load(`formulas,${position}`);
  }
  if (known.length > 0) await context.sync();
  return new Map(
    known.flatMap(({ key, written, isBegun, notes, sheet, range }): [ReportKey, TypedPage][] => {
      if (range.isNullObject) return [];
      if (written.isUnknown) return [[key, { written, typed: [], notes }]];
      const ours = key === "summary" ? withFreshness(range, written) : written;
      const standing = new Set((range.formulas as CellValue[][]).flat());
      // A run was cut off before the page was whole: nobody knows which of the notes stand there.
      const kept = isBegun ? notes : notes && notes.filter((note) => standing.has(note));
      return [[key, { written: ours, typed: typedIn(sheet, range, ours, formulasOn(key)), notes: kept }]];
    }),
  );
}

/** The pane writes into Summary since which day it is old. */
function withFreshness({ formulas }: Excel.Range, written: WrittenContents): WrittenContents {
  const line = (formulas as CellValue[][])[freshnessRow.row]?.[freshnessRow.column] ?? "";
  return written.with(WrittenContents.of([digestOfCell(line)]));
}
