import type { WhatStays } from "../../locales";
import { addressOf } from "../../portfolio";
import type { Area, CellValue } from "../cells/cell-value";
import { giveStandardWidth, isSameWidth } from "../columns/new-column-look";
import { readScoreComment, type ScoreMark, scoreWidth } from "../marks/score-marks";
import { isGivenHeader } from "../marks/given-header";
import { namedCells } from "../marks/named-cells";
import { sheetRows } from "../source/list-place";
import { isOwnValidation, queueValidation } from "./own-validations";

/** A column for scores as it stands now. */
export interface ScoreColumn extends ScoreMark {
  /** Name of its mark. */
  name: string;
  /** Whether the mark stands: a run may have been cut off between a table's column and its mark. */
  isMarked: boolean;
  sheetId: string;
  sheet: string;
  /** Header and rows, as far as the mark goes. */
  area: Area;
  /** Somebody has deleted the header row: the mark begins with the first client beside a region. */
  isHeadless: boolean;
  table: { id: string; name: string; columnId: number } | null;
  /** The header as somebody may have changed it. */
  shown: string;
  /** Cells below the header that hold something. */
  filled: { count: number; address: string } | null;
  isProtected: boolean;
}

const position = "rowIndex,columnIndex,rowCount,columnCount";

/** Columns for scores by the names of their marks; those whose cells are gone are left out. Three requests. */
export async function findScoreColumns(
  context: Excel.RequestContext,
  marks: readonly string[],
): Promise<ScoreColumn[]> {
  const { names, tables } = context.workbook;
  const items = marks.map((name) => names.getItemOrNullObject(name).load("name,formula,comment"));
  await context.sync();
  const placed = items.flatMap((item, i) => {
    if (item.isNullObject || !namedCells(String(item.formula))) return [];
    // From the mark: it goes with its cells while somebody moves them, or renames their sheet.
    const mark = item.getRangeOrNullObject().load(position);
    const sheet = mark.worksheet.load("id,name");
    const head = mark.getCell(0, 0).load("formulas");
    // Headers have no validation of ours.
    const rule = queueValidation(mark.getCell(0, 0));
    const used = mark.getEntireColumn().getUsedRangeOrNullObject(true).load("rowIndex,formulas");
    const protection = sheet.protection.load("protected");
    const inTables = head.getTables(false).load("items/id,items/name,items/showHeaders,items/showTotals");
    return [{ name: marks[i], comment: item.comment, sheet, mark, head, rule, used, protection, inTables }];
  });
  if (placed.length === 0) return [];
  await context.sync();
  const standing = placed
    .filter(({ sheet, mark }) => !sheet.isNullObject && !mark.isNullObject)
    .map((column) => {
      const table = column.inTables.items.at(0);
      if (!table) return { ...column, table: null };
      const item = tables.getItem(table.id);
      return {
        ...column,
        table: {
          id: table.id,
          name: table.name,
          hasHeaders: table.showHeaders,
          columns: item.columns.load("items/id,items/name"),
          range: item.getRange().load("rowIndex,columnIndex,rowCount"),
          mark: names.getItem(column.name).getRangeOrNullObject().load("columnIndex"),
        },
      };
    });
  await context.sync();
  return standing.flatMap(({ name, comment, sheet, mark, head, rule, used, protection, table }) => {
    if (table?.mark.isNullObject) return [];
    const isHeadless = table === null && isOwnValidation(rule);
    const area = {
      top: mark.rowIndex,
      left: mark.columnIndex,
      rowCount: mark.rowCount,
      columnCount: mark.columnCount,
    };
    const column = table?.columns.items[table.mark.columnIndex - table.range.columnIndex];
    const first = table ? table.range.rowIndex + (table.hasHeaders ? 1 : 0) : area.top + (isHeadless ? 0 : 1);
    const last = table ? table.range.rowIndex + table.range.rowCount : sheetRows;
    const cells = used.isNullObject ? [] : (used.formulas as CellValue[][]);
    const rows = cells
      .flatMap(([cell], i) => (cell === "" ? [] : [used.rowIndex + i]))
      .filter((row) => row >= first && row < last);
    return [
      {
        ...readScoreComment(comment),
        name,
        isMarked: true,
        sheetId: sheet.id,
        sheet: sheet.name,
        area,
        isHeadless,
        table: table && column ? { id: table.id, name: table.name, columnId: column.id } : null,
        shown: column?.name ?? (isHeadless ? "" : String(head.formulas[0][0])),
        filled:
          rows.length === 0
            ? null
            : { count: rows.length, address: addressOf(sheet.name, rows[0], area.left) },
        isProtected: protection.protected,
      },
    ];
  });
}

/** Whether a column is still as Keyfolio made it, or what of it somebody has made his own. */
export function whatKeepsScores({ name, header, shown, filled, sheet, area }: ScoreColumn): WhatStays | null {
  if (filled) return { kind: "scores", header: shown || header, ...filled };
  const isOurs = isGivenHeader(shown, header) || shown === "" || shown === name;
  return isOurs ? null : { kind: "renamed", header: shown, address: addressOf(sheet, area.top, area.left) };
}

/** The rows below a header. */
export const bodyOf = (whole: Excel.Range): Excel.Range => whole.getOffsetRange(1, 0).getResizedRange(-1, 0);

/** What makes the rows of a column that was found; null where it has none. @param whole makes the cells of its mark */
export function scoredRowsOf(
  { isHeadless, area }: ScoreColumn,
  whole: () => Excel.Range,
): (() => Excel.Range) | null {
  if (isHeadless) return whole;
  return area.rowCount > 1 ? () => bodyOf(whole()) : null;
}

/** Whether a column still has the width that it got when it came. */
const isOwnWidth = ({ width }: ScoreColumn, { columnWidth }: Excel.RangeFormat): boolean =>
  width && isSameWidth(columnWidth, scoreWidth);

/** Queues a column that stays as somebody's own to have the width that it had before, as far as it has ours. */
export function giveOwnWidthBack(column: ScoreColumn, header: Excel.Range, format: Excel.RangeFormat): void {
  if (isOwnWidth(column, format)) giveStandardWidth(header, column.hidden);
}
