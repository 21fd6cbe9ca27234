import type { ResultColumn } from "../../portfolio";
import { firstRowOf, rowCountOf, type ListPlace } from "../source/list-place";
import { columnAfter } from "../source/obstacles";
import type { Room } from "../source/room";

const noFill = "#FFFFFF";

/** Widths in points that show the usual texts of each column in full. */
const widthOf: Readonly<Record<ResultColumn, number>> = {
  share: 60,
  status: 84,
  abc: 48,
  xyz: 48,
  quadrant: 100,
  reason: 130,
  action: 320,
};

const shareFormat = "0.0%";

/** Number format of a new column of shares; before its values, since a cell formatted as text would take them as text. */
export function dressBody(body: Excel.Range, column: ResultColumn): void {
  if (column === "share") body.numberFormat = shareFormat as unknown as string[][];
}

/** The cells of new columns whose look is Keyfolio's to give and to take back; what somebody else formatted stays as it is. */
function cellsToDress(
  context: Excel.RequestContext,
  place: ListPlace,
  columns: readonly ResultColumn[],
  { standardWidths, formatted, header }: Room,
) {
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const left = columnAfter(place);
  return {
    /** Rows from the header on; null where a table's style or formats that stand there already dress them. */
    rows: (count: number): Excel.Range | null =>
      header && !formatted && columns.length > 0
        ? sheet.getRangeByIndexes(place.area.top, left, count, columns.length)
        : null,
    /** Hands over each column that still has the standard width. */
    forEachWidth(set: (format: Excel.RangeFormat, column: ResultColumn) => void): void {
      columns.forEach((column, i) => {
        if (!standardWidths[i]) return;
        const { format } = sheet.getRangeByIndexes(firstRowOf(place), left + i, 1, 1);
        set(format, column);
      });
    },
  };
}

/** Headers that match the list's own, columns wide enough to read. Queued last: nothing depends on it. */
export function dressColumns(
  context: Excel.RequestContext,
  place: ListPlace,
  columns: readonly ResultColumn[],
  room: Room,
): void {
  const { rows, forEachWidth } = cellsToDress(context, place, columns, room);
  const format = rows(1)?.format;
  const { header } = room;
  if (format && header) {
    format.font.bold = header.bold;
    format.font.color = header.color;
    if (header.fill !== noFill) format.fill.color = header.fill;
    format.horizontalAlignment = header.horizontalAlignment;
    format.verticalAlignment = header.verticalAlignment;
    format.wrapText = header.wrapText;
  }
  forEachWidth((cell, column) => {
    cell.columnWidth = widthOf[column];
  });
}

/** Takes the look of columns back that were added beside a region, or the widths of those added to a table. */
export function undressColumns(
  context: Excel.RequestContext,
  place: ListPlace,
  columns: readonly ResultColumn[],
  room: Room,
): void {
  const { rows, forEachWidth } = cellsToDress(context, place, columns, room);
  rows(rowCountOf(place) + 1)?.clear("Formats");
  forEachWidth((cell) => {
    cell.useStandardWidth = true;
  });
}
