import type { ResultColumn } from "../../portfolio";
import type { ListPlace } from "../source/list-place";
import type { Room } from "../source/room";
import type { PlannedColumn } from "./result-plan";
import type { RowPiece } from "./row-pieces";
import type { DressedRows } from "./writing";
import { markedCells, markedHeader } from "./result-ranges";

const noFill = "#FFFFFF";

/** Widths in points that show the usual texts of each column in full. */
export const widthOf: Readonly<Record<ResultColumn, number>> = {
  share: 60,
  status: 84,
  abc: 48,
  xyz: 48,
  quadrant: 100,
  activity: 120,
  reason: 130,
  action: 400,
  pinned: 200,
};

export const shareFormat = "0.0%";

/** What of a column's look Keyfolio made, as its mark's comment says it: so that it can be taken off again one day. */
export interface OwnLook {
  /** The header was dressed like the list's own. */
  header: boolean;
  width: boolean;
  /** Number formats of the rows before Keyfolio set its own: runs from the first row on. Null: it set none. */
  formats: readonly { count: number; format: string }[] | null;
}

/** Excel keeps 255 letters of a name's comment. */
const longestComment = 250;

/**
 * @param index of the column among the new ones
 * @param formats number formats of the rows before; null where there are none to keep
 */
export function ownLook(
  { column, cells }: PlannedColumn,
  { header, formatted, standardWidths }: Room,
  index: number,
  formats: readonly string[] | null,
): string {
  const runs: { count: number; format: string }[] = [];
  for (const format of formats ?? (cells ?? []).map(() => "General")) {
    const last = runs.at(-1);
    if (last?.format === format) last.count++;
    else runs.push({ count: 1, format });
  }
  const look = [
    ...(header && !formatted ? ["header"] : []),
    ...(standardWidths[index] ? ["width"] : []),
    ...(column === "share" ? runs.map(({ count, format }) => `${count}*${encodeURIComponent(format)}`) : []),
  ].join(" ");
  return look.length <= longestComment ? look : look.replace(/ ?\d+\*.*$/s, "");
}

/** What a mark's comment says; of a mark of an earlier version nothing. */
export function readLook(comment: string): OwnLook {
  const words = comment.split(" ");
  const formats = words.flatMap((word) => {
    const [, count, format] = /^(\d+)\*(.+)$/.exec(word) ?? [];
    return count === undefined ? [] : [{ count: Number(count), format: decodeURIComponent(format) }];
  });
  return {
    header: words.includes("header"),
    width: words.includes("width"),
    formats: formats.length > 0 ? formats : null,
  };
}

/** Number format of a new column of shares; before its values, since a cell formatted as text would take them as text. */
export function dressBody(body: Excel.Range, column: ResultColumn): void {
  if (column === "share") body.numberFormat = shareFormat as unknown as string[][];
}

/**
 * Number format of shares in rows that came since an earlier run: the cell may have one by which a number becomes text.
 * @param before contents of the cells, which are those of `written`
 * @param format of the column's first row
 * @returns the rows that are dressed, with a question for what they had
 */
export function dressNewRows(
  context: Excel.RequestContext,
  place: ListPlace,
  column: PlannedColumn,
  rows: RowPiece,
  format: string | null,
): DressedRows[] {
  const isNew = (row: number) =>
    typeof (column.existing!.contents[row] ?? "") !== "number" && typeof column.cells![row] === "number";
  const blocks: RowPiece[] = [];
  for (let row = rows.first; row < rows.first + rows.count; row++) {
    if (!isNew(row)) continue;
    const last = blocks.at(-1);
    if (last && last.first + last.count === row) last.count++;
    else blocks.push({ first: row, count: 1 });
  }
  return blocks.map((block) => {
    const before = markedCells(context, place, column, block).load("numberFormat");
    const body = markedCells(context, place, column, block);
    body.numberFormat = (format === null || isUnfit(format) ? shareFormat : format) as unknown as string[][];
    return { ...block, column, before };
  });
}

const isUnfit = (format: string) => format === "@" || format === "General";

/** Headers that match the list's own, columns wide enough to read. Queued last: nothing depends on it. */
export function dressColumns(
  context: Excel.RequestContext,
  added: readonly PlannedColumn[],
  { header, formatted, standardWidths }: Room,
): void {
  added.forEach((column, i) => {
    const marked = markedHeader(context, column);
    if (header && !formatted) {
      const { format } = marked;
      format.font.bold = header.bold;
      format.font.color = header.color;
      if (header.fill !== noFill) format.fill.color = header.fill;
      format.horizontalAlignment = header.horizontalAlignment;
      format.verticalAlignment = header.verticalAlignment;
      format.wrapText = header.wrapText;
    }
    if (standardWidths[i]) marked.format.columnWidth = widthOf[column.column];
  });
}

/**
 * Takes the look of a new column back by its mark, so that it is surely ours: the formats of a column beside a region, the width.
 * @param index of the column among the new ones
 * @param rows how many rows below the header were ours
 */
export function undressColumn(
  context: Excel.RequestContext,
  place: ListPlace,
  column: PlannedColumn,
  index: number,
  rows: number,
  { header, formatted, standardWidths }: Room,
): void {
  if (header && !formatted) {
    markedCells(context, place, column, { first: -1, count: rows + 1 }).clear("Formats");
  }
  if (standardWidths[index]) markedHeader(context, column).format.useStandardWidth = true;
}
