/** What somebody has typed over pages of the report since they were written. */
import type { CellValue } from "../cells/cell-value";
import { digestOfCell } from "../cells/rows-checksum";
import { namedCells } from "../marks/named-cells";
import { settingOfNotes, settingOfSheet } from "../settings/sheet-setting";
import { freshnessRow } from "./paint/freshness-row";
import type { ReportKey } from "./paint/page";
import { isBegunPage, notesIn, type Written, writtenIn } from "./paint/page-memory";
import { markOf, position } from "./paint/sheets";
import { typedIn, type TypedPage } from "./paint/typed-cells";

/**
 * Looks at the pages of a report that stand, as far as the workbook remembers what runs wrote there. One round trip, two where there are
 * such.
 * @throws errors of Office.js
 */
export async function typedOnReport(
  context: Excel.RequestContext,
  keys: readonly ReportKey[],
): Promise<ReadonlyMap<ReportKey, TypedPage>> {
  const { names, settings } = context.workbook;
  const asked = keys.map((key) => ({
    key,
    memory: settings.getItemOrNullObject(settingOfSheet(key)).load("value"),
    notes: settings.getItemOrNullObject(settingOfNotes(key)).load("value"),
    mark: names.getItemOrNullObject(markOf(key)).load("formula"),
  }));
  await context.sync();
  const valueOf = (setting: Excel.Setting): unknown => (setting.isNullObject ? null : setting.value);
  const known = asked.flatMap(({ key, memory, notes, mark }) => {
    const cells = mark.isNullObject ? null : namedCells(String(mark.formula));
    const stored = valueOf(memory);
    const page = {
      key,
      written: writtenIn(stored),
      isBegun: isBegunPage(stored),
      notes: notesIn(valueOf(notes)),
    };
    if (!cells || (page.written.size === 0 && page.notes === null)) return [];
    const range = names.getItemOrNullObject(markOf(key)).getRangeOrNullObject().load(`formulas,${position}`);
    return [{ ...page, sheet: cells.sheet, range }];
  });
  if (known.length > 0) await context.sync();
  return new Map(
    known.flatMap(({ key, written, isBegun, notes, sheet, range }): [ReportKey, TypedPage][] => {
      if (range.isNullObject) return [];
      if (written.size === 0) return [[key, { written, typed: [], notes }]];
      const ours = key === "summary" ? withFreshness(range, written) : written;
      const standing = new Set((range.formulas as CellValue[][]).flat());
      // A run was cut off before the page was whole: nobody knows which of the notes stand there.
      const kept = isBegun ? notes : notes && notes.filter((note) => standing.has(note));
      return [[key, { written: ours, typed: typedIn(sheet, range, ours), notes: kept }]];
    }),
  );
}

/** The pane writes into Summary since which day it is old. */
function withFreshness({ formulas }: Excel.Range, written: Written): Written {
  const line = (formulas as CellValue[][])[freshnessRow.row]?.[freshnessRow.column] ?? "";
  return new Set([...written, digestOfCell(line)]);
}
