import type { ResultColumn } from "../../portfolio";
import { firstRowOf, rowCountOf, type ListPlace } from "../source/list-place";
import { columnAfter } from "../source/obstacles";
import { resultColumns } from "../marks/own-names";

/** How the cells look where new result columns come, and what their headers should look like. */
export interface Room {
  /** Whether each column, from the first new one on, still has the sheet's standard width; others were set by somebody. */
  standardWidths: readonly boolean[];
  /** True when the cells carry formats already; then those stay. */
  formatted: boolean;
  /** Look of the list's last header; null for a table, whose style does that. */
  header: HeaderLook | null;
}

interface HeaderLook {
  bold: boolean;
  color: string;
  fill: string;
  horizontalAlignment: Excel.Range["format"]["horizontalAlignment"];
  verticalAlignment: Excel.Range["format"]["verticalAlignment"];
  wrapText: boolean;
}

interface QueuedRoom {
  widths: Excel.RangeFormat[];
  used: Excel.Range | null;
  header: Excel.RangeFormat | null;
}

const sheetColumns = 16_384;
const noFill = "#FFFFFF";

/** Queues the questions; {@link roomOf} reads the answers after the next request. */
export function queueRoom(context: Excel.RequestContext, place: ListPlace): QueuedRoom {
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const left = columnAfter(place);
  const columnCount = Math.min(resultColumns.length, sheetColumns - left);
  const { area, table } = place;
  return {
    widths: Array.from({ length: columnCount }, (_, i) =>
      sheet.getRangeByIndexes(Math.max(0, area.top), left + i, 1, 1).format.load("useStandardWidth"),
    ),
    used:
      table || columnCount === 0
        ? null
        : sheet
            .getRangeByIndexes(area.top, left, area.rowCount, columnCount)
            .getUsedRangeOrNullObject(false)
            .load("rowIndex"),
    header: table
      ? null
      : sheet
          .getRangeByIndexes(area.top, area.left + area.columnCount - 1, 1, 1)
          .format.load("horizontalAlignment,verticalAlignment,wrapText,font/bold,font/color,fill/color"),
  };
}

export function roomOf({ widths, used, header }: QueuedRoom): Room {
  return {
    standardWidths: widths.map(({ useStandardWidth }) => useStandardWidth),
    formatted: used !== null && !used.isNullObject,
    header: header && {
      bold: header.font.bold,
      color: header.font.color,
      fill: header.fill.color,
      horizontalAlignment: header.horizontalAlignment,
      verticalAlignment: header.verticalAlignment,
      wrapText: header.wrapText,
    },
  };
}

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

/** Headers that match the list's own, columns wide enough to read. Queued last: nothing depends on it. */
export function dressColumns(
  context: Excel.RequestContext,
  place: ListPlace,
  columns: readonly ResultColumn[],
  { standardWidths, formatted, header }: Room,
): void {
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const left = columnAfter(place);
  if (header && !formatted && columns.length > 0) {
    const { format } = sheet.getRangeByIndexes(place.area.top, left, 1, columns.length);
    format.font.bold = header.bold;
    format.font.color = header.color;
    if (header.fill !== noFill) format.fill.color = header.fill;
    format.horizontalAlignment = header.horizontalAlignment;
    format.verticalAlignment = header.verticalAlignment;
    format.wrapText = header.wrapText;
  }
  columns.forEach((column, i) => {
    if (!standardWidths[i]) return;
    sheet.getRangeByIndexes(firstRowOf(place), left + i, 1, 1).format.columnWidth = widthOf[column];
  });
}

/** Takes the look of columns back that were added beside a region, or the widths of those added to a table. */
export function undressColumns(
  context: Excel.RequestContext,
  place: ListPlace,
  columns: readonly ResultColumn[],
  { standardWidths, formatted, header }: Room,
): void {
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const left = columnAfter(place);
  if (header && !formatted && columns.length > 0) {
    sheet.getRangeByIndexes(place.area.top, left, rowCountOf(place) + 1, columns.length).clear("Formats");
  }
  columns.forEach((_, i) => {
    if (!standardWidths[i]) return;
    sheet.getRangeByIndexes(firstRowOf(place), left + i, 1, 1).format.useStandardWidth = true;
  });
}
