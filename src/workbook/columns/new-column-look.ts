import type { ResultColumn } from "../../portfolio";
import type { ListPlace } from "../source/list-place";
import { type HeaderLook, headerLook, headerLookOf, otherIn, undress } from "../source/obstacles/header-look";
import type { Room } from "../source/obstacles/room";
import type { PlannedColumn } from "./results/result-plan";
import type { RowPiece } from "./results/row-pieces";
import type { DressedRows } from "./writing";
import { markedCells, markedHeader } from "./results/result-ranges";

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

/** What of a column's look Keyfolio made, as its mark's comment says it: so that it can be taken off again one day. */
export interface OwnLook {
  /** The header was dressed like the list's own. */
  header: boolean;
  width: boolean;
  /** The column was hidden before, and is shown for what came there. */
  hidden: boolean;
  /** Number formats of the rows before Keyfolio set its own: runs from the first row on. Null: it set none. */
  formats: readonly { count: number; format: string }[] | null;
}

/** Excel keeps 255 letters of a name's comment. */
const longestComment = 250;

/** What of a new column's look Keyfolio makes, but for number formats. */
export type Dressing = Omit<OwnLook, "formats">;

/** @param index of the column among the new ones */
export const dressingOf = ({ header, formatted, standardWidths, hidden }: Room, index: number): Dressing => ({
  header: header !== null && !formatted,
  width: standardWidths[index] || hidden[index],
  hidden: hidden[index],
});

/**
 * What the mark of a new column says of it.
 * @param formats number formats of the rows before; null where there are none to keep
 */
export function ownLook(
  { column, cells }: PlannedColumn,
  { header, width, hidden }: Dressing,
  formats: readonly string[] | null,
): string {
  const runs: { count: number; format: string }[] = [];
  for (const format of formats ?? (cells ?? []).map(() => "General")) {
    const last = runs.at(-1);
    if (last?.format === format) last.count++;
    else runs.push({ count: 1, format });
  }
  const look = [
    ...(header ? ["header"] : []),
    ...(width ? ["width"] : []),
    ...(hidden ? ["hidden"] : []),
    ...(column === "share" ? runs.map(({ count, format }) => `${count}*${encodeURIComponent(format)}`) : []),
  ].join(" ");
  return withinComment(look);
}

/** Without number formats where these make it too long. */
const withinComment = (look: string): string =>
  look.length <= longestComment ? look : look.replace(/ ?\d+\*.*$/s, "");

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
    hidden: words.includes("hidden"),
    formats: formats.length > 0 ? formats : null,
  };
}

/** What a mark says of a column that stands where the sheet's column was hidden, or was not. */
export const lookWithHidden = (comment: string, hidden: boolean): string =>
  withinComment(
    [...(hidden ? ["hidden"] : []), ...comment.split(" ").filter((word) => word !== "hidden")].join(" "),
  );

/** The number format of each row before Keyfolio set its own; null where it set none. */
export function formatsUnder(look: OwnLook | undefined): ((row: number) => string) | null {
  if (!look?.formats) return null;
  const formats = look.formats.flatMap(({ count, format }) => new Array<string>(count).fill(format));
  return (row) => formats[row] ?? "General";
}

/** Number format of a new column of shares; before its values, since a cell formatted as text would take them as text. */
export function dressBody(body: Excel.Range, { numberFormat }: PlannedColumn): void {
  if (numberFormat !== undefined) body.numberFormat = numberFormat as unknown as string[][];
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
  const { numberFormat } = column;
  if (numberFormat === undefined) return [];
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
    const fit = format === null || isUnfit(format) ? numberFormat : format;
    markedCells(context, place, column, block).numberFormat = fit as unknown as string[][];
    return { ...block, column, format: fit, before };
  });
}

const isUnfit = (format: string) => format === "@" || format === "General";

/** What a new column looked like in the moment before it was dressed: its header cell, and its width where it was set. */
export interface LookBefore {
  format: Excel.RangeFormat;
  isWidthSet: boolean;
}

/**
 * Headers that match the list's own, columns wide enough to read. Queued last: nothing depends on it.
 * @returns what was there before, once the request has come back
 */
export function dressColumns(
  context: Excel.RequestContext,
  added: readonly PlannedColumn[],
  room: Room,
): Map<PlannedColumn, LookBefore> {
  const looks = new Map<PlannedColumn, LookBefore>();
  added.forEach((column, i) => {
    const marked = markedHeader(context, column);
    const { header, width } = dressingOf(room, i);
    if (!header && !width) return;
    const asked = `columnWidth,useStandardWidth${header ? `,${headerLook}` : ""}`;
    const before = markedHeader(context, column).format.load(asked);
    looks.set(column, { format: before, isWidthSet: width });
    if (header) setLook(marked.format, room.header!);
    // It shows a hidden column, too.
    if (width) marked.format.columnWidth = widthOf[column.column];
  });
  return looks;
}

/** Gives a header the look of another one; what that has not is not set. */
export function setLook(format: Excel.RangeFormat, header: HeaderLook): void {
  const { bold, color, fill, horizontalAlignment, verticalAlignment, wrapText } = otherIn(header);
  if (bold) format.font.bold = true;
  if (color !== undefined) format.font.color = color;
  if (fill !== undefined) format.fill.color = fill;
  if (horizontalAlignment) format.horizontalAlignment = horizontalAlignment;
  if (verticalAlignment) format.verticalAlignment = verticalAlignment;
  if (wrapText) format.wrapText = true;
}

/**
 * Takes the look of a new column back by its mark, so that it is surely ours: the formats of a column beside a region, the width.
 * What somebody gave a header or a column in the moment before it was dressed comes again.
 *
 * @param rows how many rows below the header were ours
 * @param others rows among them, or −1 for the header, into which somebody has typed: they keep the look in which she sees it
 * @param before null where it was not dressed yet
 * @param isTouched whether somebody has formatted or filled cells there in the moment before they were written
 * @param areFormatsKept whether rows get the number formats again that they had
 */
export function undressColumn(
  context: Excel.RequestContext,
  place: ListPlace,
  column: PlannedColumn,
  { rows, others }: { rows: number; others: readonly number[] },
  { header, formatted }: Room,
  before: LookBefore | null,
  widthNow: number | undefined,
  { isTouched, areFormatsKept }: { isTouched: boolean; areFormatsKept: boolean },
): void {
  const look = before && loaded(before.format);
  if (header && !formatted) {
    const isHeaderOurs = !isTouched && !others.includes(-1);
    for (const block of rowsBut(others, isHeaderOurs ? -1 : 0, rows)) {
      const cells = markedCells(context, place, column, block);
      if (!isTouched) undress(cells);
      else if (column.column === "share" && !areFormatsKept)
        cells.numberFormat = "General" as unknown as string[][];
    }
    if (!isHeaderOurs && look) undressHeader(markedHeader(context, column), headerLookOf(look));
  }
  giveWidthBack(context, column, before, widthNow);
}

/**
 * Gives the column of the sheet its width again, where it was set.
 * @param before null where it was not dressed yet
 * @param widthNow a width that is not ours is the user's; undefined where it surely is ours
 */
export function giveWidthBack(
  context: Excel.RequestContext,
  column: PlannedColumn,
  before: LookBefore | null,
  widthNow: number | undefined,
): void {
  if (!before?.isWidthSet || (widthNow !== undefined && !isWidthOf(column, widthNow))) return;
  const look = loaded(before.format);
  const header = markedHeader(context, column);
  const isHidden = look?.columnWidth === 0;
  if (look && !isHidden && !look.useStandardWidth) header.format.columnWidth = look.columnWidth;
  else giveStandardWidth(header, isHidden);
}

/** Queues a column to have the sheet's own width. @param hides one that was shown: it is hidden again */
export function giveStandardWidth(cell: Excel.Range, hides: boolean): void {
  cell.format.useStandardWidth = true;
  if (hides) cell.columnHidden = true;
}

/** Whether a column is as wide as it was made: Excel rounds widths to whole pixels. */
export const isSameWidth = (width: number, made: number): boolean => Math.abs(width - made) < 1;

/** Whether a column is as wide as its kind is made. */
export const isWidthOf = ({ column }: { column: ResultColumn }, width: number): boolean =>
  isSameWidth(width, widthOf[column]);

/** Blocks of rows from one up to another, without some of them. */
function rowsBut(others: readonly number[], from: number, to: number): RowPiece[] {
  const ends = [...others.filter((row) => row >= from && row < to), to];
  return ends.flatMap((end, i) => {
    const first = i === 0 ? from : ends[i - 1] + 1;
    return end > first ? [{ first, count: end - first }] : [];
  });
}

/** Gives a header the look that it had before {@link setLook}. */
export function undressHeader(range: Excel.Range, look: HeaderLook): void {
  undress(range);
  setLook(range.format, look);
}

/** What a header looks like once {@link setLook} has given it the look of another one. */
export const dressedLook = (before: HeaderLook, header: HeaderLook): HeaderLook => ({
  ...before,
  ...otherIn(header),
});

/** Null where the answer did not arrive. */
const loaded = (look: Excel.RangeFormat): Excel.RangeFormat | null => (isLoaded(look) ? look : null);

/** Whether the answer arrived. */
export function isLoaded(look: Excel.RangeFormat): boolean {
  try {
    return look.columnWidth >= 0;
  } catch {
    return false;
  }
}

/**
 * Queues rules to be cleared that Excel lets a new column of a table take over from the one left of it, what may be typed there and
 * conditional formats: our results would be invalid, or have the bars of the user's amounts; and what she types would have a rule of ours.
 */
export function clearTakenOver(cells: Excel.Range): void {
  cells.dataValidation.clear();
  cells.conditionalFormats.clearAll();
}
