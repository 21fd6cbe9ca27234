import { resultColumns } from "../../../portfolio";
import { namedCells, sheetOfDeletedCells } from "../../marks/named-cells";
import { firstCellOf, resultColumnOf } from "../../marks/own-names";
import { isBegun, marksScores, readScoreComment, scoreComment, scoreWidth } from "../../marks/score-marks";
import { hideAgain, isSameWidth, lookWithHidden, readLook, widthOf } from "../new-column-look";

/** The width that Keyfolio gave a column, by its mark, and whether it showed a hidden one; null where it gave none. */
function widthGiven(name: string, comment: string): Pick<OwnWidth, "given" | "isHidden"> | null {
  if (marksScores(name)) {
    const { width, hidden } = readScoreComment(comment);
    return width ? { given: scoreWidth, isHidden: hidden } : null;
  }
  const result = resultColumnOf(name);
  const { width, hidden } = readLook(comment);
  return result && width ? { given: widthOf[result.column], isHidden: hidden } : null;
}

/** What a mark says of a column that has moved to where another one was hidden, or was not. */
const commentWithHidden = (name: string, comment: string, hidden: boolean): string =>
  marksScores(name)
    ? scoreComment({ ...readScoreComment(comment), hidden }, !isBegun(comment))
    : lookWithHidden(comment, hidden);

interface OwnWidth {
  name: string;
  comment: string;
  given: number;
  /** The column of the sheet was hidden before. */
  isHidden: boolean;
  header: Excel.Range;
  tables: Excel.TableScopedCollection;
  /** The column's first cell, wherever it has moved. */
  first: () => Excel.Range;
}

/** A column of a table that goes. */
export interface GoingPlace {
  /** Of its mark in the workbook; null where it has none. */
  name: string | null;
  tableId: string;
  /** The sheet's column in which it was seen; its mark says where it stands by now. */
  left: number;
}

/** A column that somebody has deleted: its mark says `#REF!`. */
interface LostWidth {
  /** The list whose results it held; null for scores. */
  list: string | null;
  /** Where it stood. */
  sheet: string | null;
  /** As columns come beside each other; those for scores may come anywhere. */
  order: number;
  /** Null where Keyfolio had given it no width. */
  given: number | null;
}

/** A table, with the columns of the sheet in which widths of columns may stand that somebody has deleted: of it, and right of it. */
interface AskedTable {
  sheet: string;
  /** Lists whose results stand in it. */
  lists: ReadonlySet<string | null>;
  range: Excel.Range;
  cells: Excel.Range[];
}

const sheetColumns = 16_384;

/** Columns of hers left of ours under which widths of ours may stand. */
const mostInserted = 3;

const orderOf = (name: string): number => resultColumns.indexOf(resultColumnOf(name)!.column);

/**
 * Widths of our columns in tables from which some columns go. A width belongs to the sheet's column and stays there, while what
 * stands right of a column that goes moves to the left: its width has to move along, and a column of the sheet that was hidden
 * before is hidden again once nothing of the table stands in it. Where somebody else has deleted a column of ours, or put one of hers
 * among them, widths of ours stand at the wrong columns: a width that one of ours was given, and that none has where it stands, is ours
 * also there, and right of the table. To be asked in two requests.
 */
export class MovingWidths {
  #widths: OwnWidth[] = [];
  #lost: LostWidth[] = [];
  #tables = new Map<string, AskedTable>();

  /** @param tableIds tables from which columns go */
  constructor(
    readonly context: Excel.RequestContext,
    readonly tableIds: Iterable<string>,
  ) {}

  /** Queues the first question. */
  ask(): void {
    const { names, tables } = this.context.workbook;
    names.load("items/name,items/formula,items/comment");
    for (const id of this.tableIds) {
      this.#tables.set(id, {
        sheet: "",
        lists: new Set(),
        range: tables.getItem(id).getRange().load("columnIndex,columnCount,worksheet/name"),
        cells: [],
      });
    }
  }

  /** Queues the second question, once the first is answered. */
  locate(): void {
    const { names, tables } = this.context.workbook;
    const isLost = (formula: unknown) => namedCells(String(formula)) === null;
    this.#lost = names.items.flatMap(({ name, formula, comment }) => {
      const of = resultColumnOf(name);
      if (!isLost(formula) || !(of || marksScores(name))) return [];
      const sheet = sheetOfDeletedCells(String(formula));
      const given = widthGiven(name, comment)?.given ?? null;
      return [{ list: of?.list ?? null, sheet, order: of ? orderOf(name) : Infinity, given }];
    });
    for (const [id, asked] of this.#tables) {
      const { columnIndex, columnCount, worksheet } = asked.range;
      const table = () => tables.getItem(id).getRange();
      asked.range = table().load("columnIndex,columnCount");
      asked.sheet = worksheet.name;
      const own = names.items.flatMap(({ name, formula, comment }) => {
        const of = resultColumnOf(name);
        const cell = of || marksScores(name) ? firstCellOf(String(formula)) : null;
        const at = cell?.sheet === worksheet.name ? cell.column - columnIndex : -1;
        const isWide = widthGiven(name, comment) !== null;
        return at >= 0 && at < columnCount ? [{ at, isWide, list: of?.list ?? null }] : [];
      });
      asked.lists = new Set(own.map(({ list }) => list));
      const lost = this.#lost.filter(({ sheet }) => sheet === worksheet.name);
      const first = Math.max(0, Math.min(columnCount, ...own.map(({ at }) => at)) - mostInserted);
      const end = Math.min(columnCount + own.length + lost.length, sheetColumns - columnIndex);
      for (let at = first; at < end; at++) {
        if (own.some((each) => each.at === at && each.isWide)) continue;
        const cell = table().getCell(0, 0).getOffsetRange(0, at).load("columnIndex");
        cell.format.load("columnWidth,useStandardWidth");
        asked.cells.push(cell);
      }
    }
    this.#widths = names.items.flatMap(({ name, formula, comment }) => {
      const given = widthGiven(name, comment);
      if (!given || isLost(formula)) return [];
      const first = () => names.getItem(name).getRange().getCell(0, 0);
      const header = names.getItemOrNullObject(name).getRangeOrNullObject().getCell(0, 0);
      header.load("columnIndex").format.load("columnWidth,useStandardWidth");
      return [{ name, comment, ...given, header, tables: header.getTables(false).load("items/id"), first }];
    });
  }

  /** Queues the sheet's own width for all that goes or moves, as far as it has ours; before columns are deleted. */
  reset(seen: readonly GoingPlace[]): void {
    const going = this.#now(seen);
    for (const tableId of new Set(going.map((each) => each.tableId))) this.#giveUp(tableId);
    for (const { first, isHidden, tableId, left } of this.#ours(going)) {
      const { columnIndex, columnCount } = this.#tables.get(tableId)!.range;
      const end = columnIndex + columnCount - going.filter((each) => each.tableId === tableId).length;
      if (isHidden && left >= end) hideAgain(first());
      else first().format.useStandardWidth = true;
    }
  }

  /**
   * Queues the widths of what has moved, once columns are deleted, and what its marks say of the place to which it has; a place that
   * has a width of the user's keeps it.
   * @param others columns whose marks go, while they stay as somebody's own
   */
  giveAgain(seen: readonly GoingPlace[], others: ReadonlySet<string> = new Set()): void {
    const going = this.#now(seen);
    const ours = this.#ours(going);
    const placeOf = (tableId: string, left: number) => `${tableId} ${left}`;
    const free = new Map(ours.map(({ tableId, left, isHidden }) => [placeOf(tableId, left), isHidden]));
    for (const { name, comment, tableId, left, given, isHidden, first } of ours) {
      if (others.has(name) || going.some((each) => each.name === name)) continue;
      const ofTable = going.filter((each) => each.tableId === tableId);
      if (ofTable.some((each) => each.left === left)) continue;
      const moved = left - ofTable.filter((each) => each.left < left).length;
      const wasHidden = free.get(placeOf(tableId, moved));
      if (wasHidden !== undefined) first().format.columnWidth = given;
      const isHiddenThere = wasHidden ?? false;
      if (isHiddenThere !== isHidden) {
        this.context.workbook.names.getItem(name).comment = commentWithHidden(name, comment, isHiddenThere);
      }
    }
  }

  /**
   * Queues widths of ours to stand where their columns stand, after somebody has deleted one of ours.
   * @param list of the results beside which it stands
   * @returns how many columns of the sheet right of the table get their own width again
   */
  settle(tableId: string, list: string): number {
    const displaced = this.#standing(tableId, list).ours.filter((width) => !isAsGiven(width));
    const free = this.#giveUp(tableId, list);
    for (const { first, given } of displaced) first().format.columnWidth = given;
    return free;
  }

  /** Where columns that go stand by now. */
  #now(going: readonly GoingPlace[]): GoingPlace[] {
    return going.map((place) => {
      const standing = this.#widths.find(({ name }) => name === place.name);
      const isThere = standing !== undefined && tableOf(standing) === place.tableId;
      return isThere ? { ...place, left: standing.header.columnIndex } : place;
    });
  }

  /** Columns that go or move and have a width of ours. */
  #ours(going: readonly GoingPlace[]): PlacedWidth[] {
    const tableIds = new Set(going.map(({ tableId }) => tableId));
    return [...tableIds].flatMap((id) =>
      this.#standing(id).ours.filter(({ tableId, left }) =>
        going.some((each) => each.tableId === tableId && each.left <= left),
      ),
    );
  }

  /**
   * Which columns of a table have widths of ours, and which others there or right of it have one, or the sheet's own: one of ours may be
   * just as wide.
   */
  #standing(tableId: string, list: string | null = null): { ours: PlacedWidth[]; others: Excel.Range[] } {
    const placed = this.#widths.flatMap((width): PlacedWidth[] =>
      tableOf(width) === tableId ? [{ ...width, tableId, left: width.header.columnIndex }] : [],
    );
    placed.sort((one, other) => one.left - other.left);
    const { sheet, lists, range, cells } = this.#tables.get(tableId)!;
    const displaced = placed.filter((width) => !isAsGiven(width));
    // Where all others stand as they did, only the last ones can have left a width behind: with a column of the sheet it would have gone.
    const last = Math.max(-1, ...placed.map(({ name }) => (resultColumnOf(name) ? orderOf(name) : -1)));
    const lost = this.#lost.filter(
      (each) =>
        each.sheet === sheet &&
        (each.list === null || each.list === list || lists.has(each.list)) &&
        (displaced.length > 0 || each.order > last),
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
      if (!isBeside || placed.some(({ left }) => left === cell.columnIndex)) return false;
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

  /** Queues the sheet's own width for columns of hers, and right of the table, that have one of ours. @returns how many right of it */
  #giveUp(tableId: string, list: string | null = null): number {
    const { others } = this.#standing(tableId, list);
    for (const { format } of others) format.useStandardWidth = true;
    const { columnIndex, columnCount } = this.#tables.get(tableId)!.range;
    return others.filter((cell) => cell.columnIndex >= columnIndex + columnCount).length;
  }
}

/** A width of ours with the table and the sheet's column in which it stands. */
type PlacedWidth = OwnWidth & { tableId: string; left: number };

/** Whether a column is as wide as it was made. */
const isAsGiven = ({ header, given }: OwnWidth): boolean => isSameWidth(header.format.columnWidth, given);

/** The table in which a column stands. */
const tableOf = ({ header, tables }: OwnWidth): string | undefined =>
  header.isNullObject ? undefined : tables.items.at(0)?.id;
