/** Whose a width is in a table from which somebody has deleted columns of ours, or into which she has put some of hers. */
import { resultColumns } from "../../../portfolio";
import { resultColumnOf } from "../../marks/own-names";
import { isSameWidth } from "../new-column-look";

/** A column of ours that was given a width. */
export interface OwnWidth {
  name: string;
  comment: string;
  given: number;
  /** The column of the sheet was hidden before. */
  isHidden: boolean;
  header: Excel.Range;
  /** In which the header stands, and the cell below it. */
  tables: readonly Excel.TableScopedCollection[];
  /** The column's first cell, wherever it has moved. */
  first: () => Excel.Range;
}

/** A column of ours that somebody has deleted: its mark says `#REF!`. */
export interface LostColumn {
  name: string;
  /** The list whose results it held; null for scores. */
  list: string | null;
  /** Where it stood. */
  sheet: string | null;
  /** Null where Keyfolio had given it no width. */
  given: number | null;
}

/** A table, with the columns of the sheet in which widths of deleted columns may stand: of it, and right of it. */
export interface AskedTable {
  sheet: string;
  /** Lists whose results stand in it. */
  lists: ReadonlySet<string | null>;
  range: Excel.Range;
  cells: readonly Excel.Range[];
}

/** Where widths of ours stand in a table, and right of it. */
export interface StandingWidths {
  /** Columns of ours that have one. */
  ours: OwnWidth[];
  /** Other columns that have one, or the sheet's own: one of ours may be just as wide. */
  others: Excel.Range[];
}

/**
 * Which columns of a table have widths of ours, once the answers are there. A width stays where it is when columns of a table move: one
 * that a column of ours was given, and that none has where it stands, is ours also elsewhere.
 *
 * @param own columns of ours in the table
 * @param lostColumns of the workbook
 */
export function standingWidths(
  own: readonly OwnWidth[],
  lostColumns: readonly LostColumn[],
  { sheet, lists, range, cells }: AskedTable,
): StandingWidths {
  const placed = [...own].sort((one, other) => one.header.columnIndex - other.header.columnIndex);
  const places = new Set(placed.map(({ header }) => header.columnIndex));
  const displaced = placed.filter((width) => !isAsGiven(width));
  // Where all others stand as they did, only the last ones can have left a width behind: with a column of the sheet it would have gone.
  const last = Math.max(-1, ...placed.map(({ name }) => orderOf(name) ?? -1));
  const lost = lostColumns.filter(
    (each) =>
      each.sheet === sheet &&
      (each.list === null || lists.has(each.list)) &&
      (displaced.length > 0 || (orderOf(each.name) ?? Infinity) > last),
  );
  const rest = [...displaced, ...lost].flatMap(({ given }) => given ?? []);
  const takeWidth = (columnWidth: number): boolean => {
    const at = rest.findIndex((given) => isSameWidth(columnWidth, given));
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  };
  const take = ({ format }: Excel.Range) => !format.useStandardWidth && takeWidth(format.columnWidth);
  // Nobody sees whether a width that is the sheet's own was given.
  const isPlain = ({ format }: Excel.Range) =>
    format.useStandardWidth && rest.some((given) => isSameWidth(format.columnWidth, given));
  const taken = new Set(displaced.filter(({ header }) => take(header)));
  const end = range.columnIndex + range.columnCount;
  let isBeside = true;
  const others = cells.filter((cell) => {
    if (!isBeside || places.has(cell.columnIndex)) return false;
    const isOurs = isPlain(cell) || take(cell);
    // Right of the table they stand side by side.
    if (cell.columnIndex >= end) isBeside = isOurs;
    return isOurs;
  });
  const plain = displaced.filter((width) => !taken.has(width) && isPlain(width.header));
  // A width of ours may be the sheet's own; where nothing was deleted that is more likely.
  for (const width of plain)
    if (lost.length > 0 && takeWidth(width.header.format.columnWidth)) taken.add(width);
  const ours = placed.flatMap((width) => {
    if (isAsGiven(width)) return [width];
    // Which column of the sheet was hidden is not known then.
    return taken.has(width) ? [{ ...width, isHidden: false }] : [];
  });
  return { ours, others: [...others, ...plain.map(({ header }) => header)] };
}

/** Whether a column is as wide as it was made. */
export const isAsGiven = ({ header, given }: OwnWidth): boolean =>
  isSameWidth(header.format.columnWidth, given);

/** The place of a result among others, as they come beside each other; null for scores, which may come anywhere. */
function orderOf(name: string): number | null {
  const result = resultColumnOf(name);
  return result && resultColumns.indexOf(result.column);
}
