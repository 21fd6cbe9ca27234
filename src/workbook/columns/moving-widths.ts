import { namedCells } from "../marks/named-cells";
import { resultColumnOf } from "../marks/own-names";
import { isBegun, marksScores, readScoreComment, scoreComment, scoreWidth } from "../marks/score-marks";
import { hideAgain, isSameWidth, lookWithHidden, readLook, widthOf } from "./new-column-look";

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

/**
 * Widths of our columns in tables from which some columns go. A width belongs to the sheet's column and stays there, while what
 * stands right of a column that goes moves to the left: its width has to move along, and a column of the sheet that was hidden
 * before is hidden again once nothing of the table stands in it. To be asked in two requests.
 */
export class MovingWidths {
  #widths: OwnWidth[] = [];
  #tables = new Map<string, Excel.Range>();

  /** @param tableIds tables from which columns go */
  constructor(
    readonly context: Excel.RequestContext,
    readonly tableIds: Iterable<string>,
  ) {}

  /** Queues the first question. */
  ask(): void {
    this.context.workbook.names.load("items/name,items/formula,items/comment");
  }

  /** Queues the second question, once the first is answered. */
  locate(): void {
    const { names, tables } = this.context.workbook;
    for (const id of this.tableIds) {
      this.#tables.set(id, tables.getItem(id).getRange().load("columnIndex,columnCount"));
    }
    this.#widths = names.items.flatMap(({ name, formula, comment }) => {
      const given = widthGiven(name, comment);
      if (!given || !namedCells(String(formula))) return [];
      const first = () => names.getItem(name).getRange().getCell(0, 0);
      const header = names.getItemOrNullObject(name).getRangeOrNullObject().getCell(0, 0);
      header.load("columnIndex").format.load("columnWidth");
      return [{ name, comment, ...given, header, tables: header.getTables(false).load("items/id"), first }];
    });
  }

  /** Queues the sheet's own width for all that goes or moves, as far as it has ours; before columns are deleted. */
  reset(seen: readonly GoingPlace[]): void {
    const going = this.#now(seen);
    for (const { first, isHidden, tableId, left } of this.#ours(going)) {
      const { columnIndex, columnCount } = this.#tables.get(tableId)!;
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

  /** Where columns that go stand by now. */
  #now(going: readonly GoingPlace[]): GoingPlace[] {
    return going.map((place) => {
      const standing = this.#widths.find(({ name }) => name === place.name);
      const isThere = standing !== undefined && tableOf(standing) === place.tableId;
      return isThere ? { ...place, left: standing.header.columnIndex } : place;
    });
  }

  /** Columns that go or move and have the width that they were given. */
  #ours(going: readonly GoingPlace[]): (OwnWidth & { tableId: string; left: number })[] {
    return this.#widths.flatMap((width) => {
      const [tableId, { given, header }] = [tableOf(width), width];
      if (tableId === undefined) return [];
      const left = header.columnIndex;
      const isOurs = isSameWidth(header.format.columnWidth, given);
      const isMoved = going.some((each) => each.tableId === tableId && each.left <= left);
      return isOurs && isMoved ? [{ ...width, tableId, left }] : [];
    });
  }
}

/** The table in which a column stands. */
const tableOf = ({ header, tables }: OwnWidth): string | undefined =>
  header.isNullObject ? undefined : tables.items.at(0)?.id;
