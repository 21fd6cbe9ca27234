import { settingOfMade } from "../../made-list/made-record";
import { madePlaceOf } from "../../marks/own-names";
import { settingsOfSheet } from "../../settings/sheet-setting";
import type { WorkbookState } from "../../source/workbook-state";
import { markKey, type OwnMark } from "../own-marks";
import type { OwnSheet } from "./own-sheets";

/** Marks of a page, or of another block of one, while it is written. */
const unfinishedPage = /^keyfolio\.(?:sheet|chartData|form)\.(\w+)\.[ab]$/i;

/** The settings that go with a sheet on which a run was cut off, by the mark that it still has; none for every other mark. */
function settingsOf({ name, scope }: OwnMark): string[] {
  if (scope !== null) return [];
  const key = unfinishedPage.exec(name)?.[1];
  if (key !== undefined) return settingsOfSheet(key);
  const number = madePlaceOf(name);
  return number === null ? [] : [settingOfMade(number)];
}

/**
 * Sheets on which a run was cut off, besides those of which it is known what was written there: nobody can tell what on them is
 * whose.
 *
 * @param known sheets of ours; those among them on which a later run was cut off are marked as such
 */
export function withUnfinished(
  state: WorkbookState,
  marks: readonly OwnMark[],
  known: readonly OwnSheet[],
): OwnSheet[] {
  const unfinished = marks.filter((mark) => settingsOf(mark).length > 0);
  const names = new Set(unfinished.flatMap(({ place }) => (place ? [place.sheet] : [])));
  const added = [...names].flatMap((name): OwnSheet[] => {
    const sheet = state.sheets.find((each) => each.name === name);
    if (!sheet || known.some(({ sheetId }) => sheetId === sheet.id)) return [];
    const here = unfinished.filter(({ place }) => place?.sheet === name);
    return [
      {
        sheetId: sheet.id,
        name,
        blocks: [],
        results: new Map(),
        marks: here.map(markKey),
        settings: [...new Set(here.flatMap(settingsOf))].filter((key) => state.settings.has(key)),
        tables: state.tables.filter((table) => table.sheet === name).map((table) => table.name),
        isUnfinished: true,
      },
    ];
  });
  return [
    ...known.map((sheet) => (names.has(sheet.name) ? { ...sheet, isUnfinished: true } : sheet)),
    ...added,
  ];
}
