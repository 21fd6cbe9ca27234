import { supports } from "../../api-level";
import { resultColumns } from "../../../portfolio";
import { type HeaderLook, headerLook, headerLookOf } from "./header-look";
import { firstRowOf, type ListPlace, sheetColumns } from "../list-place";
import { columnAfter } from "./obstacles";

/** How the cells look where new result columns come, and what their headers should look like. */
export interface Room {
  /** Whether each column, from the first new one on, still has the sheet's standard width; others were set by somebody, or lie under a chart. */
  standardWidths: readonly boolean[];
  /** Whether a chart lies there: it would be stretched. */
  isUnderChart: boolean;
  /** Whether each of them is hidden: what comes there would not be seen. */
  hidden: readonly boolean[];
  /** True when the cells carry formats already; then those stay. */
  formatted: boolean;
  /** Look of the list's last header; null for a table, whose style does that. */
  header: HeaderLook | null;
  /** Number format of the shares of an earlier run, by its first row: rows that came since get it; null without one. */
  shareFormat: string | null;
}

interface QueuedRoom {
  /** Where new columns come; null where Excel cannot tell (before ExcelApi 1.10). */
  places: Excel.Range | null;
  charts: Excel.ChartCollection;
  widths: Excel.RangeFormat[];
  used: Excel.Range | null;
  header: Excel.RangeFormat | null;
  share: Excel.Range | null;
}

/** Queues the questions; {@link roomOf} reads the answers after the next request. */
export function queueRoom(context: Excel.RequestContext, place: ListPlace): QueuedRoom {
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const left = columnAfter(place);
  const columnCount = Math.min(resultColumns.length, sheetColumns - left);
  const { area, table, own } = place;
  const share = own.find(({ column }) => column === "share");
  return {
    share: share
      ? sheet.getRangeByIndexes(firstRowOf(place), share.position, 1, 1).load("numberFormat")
      : null,
    places:
      columnCount === 0 || !supports("1.10")
        ? null
        : sheet.getRangeByIndexes(Math.max(0, area.top), left, 1, columnCount).load("left,width"),
    charts: sheet.charts.load("items/left,items/width"),
    widths: Array.from({ length: columnCount }, (_, i) =>
      sheet
        .getRangeByIndexes(Math.max(0, area.top), left + i, 1, 1)
        .format.load("columnWidth,useStandardWidth"),
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
      : sheet.getRangeByIndexes(area.top, area.left + area.columnCount - 1, 1, 1).format.load(headerLook),
  };
}

export function roomOf({ places, charts, widths, used, header, share }: QueuedRoom): Room {
  const shareFormat = share && String(share.numberFormat[0][0]);
  // A chart over columns that become wider would be stretched.
  const isUnderChart =
    places !== null &&
    charts.items.some(
      (chart) => chart.left < places.left + places.width && chart.left + chart.width > places.left,
    );
  return {
    shareFormat,
    isUnderChart,
    standardWidths: widths.map(({ useStandardWidth }) => useStandardWidth && !isUnderChart),
    hidden: widths.map(({ columnWidth }) => columnWidth === 0),
    formatted: used !== null && !used.isNullObject,
    header: header && headerLookOf(header),
  };
}
