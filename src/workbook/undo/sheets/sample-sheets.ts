import { sampleHeaderRow, sampleList } from "../../../portfolio";
import { checksumOf } from "../../cells/rows-checksum";
import { resultColumnOf } from "../../marks/own-names";
import { areaOf, type WorkbookState } from "../../source/workbook-state";
import { markKey, type OwnMark } from "../own-marks";
import type { OwnSheet } from "./own-sheets";
import { sampleTextsOf } from "../../../locales/sample-texts";

/** Sheets that begin with the sample as it was added; whether they hold nothing else is seen later. */
export async function sampleSheets(
  context: Excel.RequestContext,
  state: WorkbookState,
  marks: readonly OwnMark[],
): Promise<OwnSheet[]> {
  const tables = state.tables.map((table) => {
    const item = context.workbook.tables.getItem(table.id);
    return {
      table,
      columns: item.columns.load("items/name"),
      range: item.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
    };
  });
  if (tables.length === 0) return [];
  await context.sync();
  return (["en", "ru"] as const).flatMap((language) => {
    const texts = sampleTextsOf[language];
    const { columns, rows } = sampleList(texts);
    const headers = columns.map(({ header }) => header);
    return tables.flatMap(({ table, columns: present, range }): OwnSheet[] => {
      const area = areaOf(range);
      const sheet = state.sheets.find(({ name }) => name === table.sheet);
      const isAlike =
        area.top === sampleHeaderRow &&
        area.left === 0 &&
        area.rowCount === rows.length + 1 &&
        headers.every((header, i) => present.items[i]?.name === header);
      if (!sheet || !isAlike) return [];
      const here = marks.flatMap((mark) => {
        const { name, place } = mark;
        const result = resultColumnOf(name);
        return result && place?.sheet === sheet.name
          ? [{ key: markKey(mark), place, column: result.column }]
          : [];
      });
      const last = area.top + area.rowCount - 1;
      return [
        {
          sheetId: sheet.id,
          name: sheet.name,
          blocks: [
            { top: 0, rowCount: 2, columns: [0], checksum: checksumOf([[texts.title], [texts.subtitle]]) },
            {
              top: area.top,
              rowCount: area.rowCount,
              columns: headers.map((_, i) => i),
              checksum: checksumOf([headers, ...rows.map((row) => row.map((cell) => cell ?? ""))]),
            },
          ],
          results: new Map(
            here.map(({ place, column }) => [place.area.left, { column, header: place.area.top, last }]),
          ),
          marks: here.map(({ key }) => key),
          settings: [],
          tables: [table.name],
        },
      ];
    });
  });
}
