import { namedCells } from "../marks/named-cells";
import { resultColumnOf } from "../marks/own-names";
import { marksScores, readScoreComment, scoreWidth } from "../marks/score-marks";
import { isSameWidth, readLook, widthOf } from "./new-column-look";

/** The width that Keyfolio gave a column, by its mark; null where it gave none. */
function widthGiven(name: string, comment: string): number | null {
  if (marksScores(name)) return readScoreComment(comment).width ? scoreWidth : null;
  const result = resultColumnOf(name);
  return result && readLook(comment).width ? widthOf[result.column] : null;
}

interface OwnWidth {
  name: string;
  /** Null: the column has no width of ours. */
  given: number | null;
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
 * stands right of a column that goes moves to the left: its width has to move along. To be asked in two requests.
 */
export class MovingWidths {
  #widths: OwnWidth[] = [];

  constructor(readonly context: Excel.RequestContext) {}

  /** Queues the first question. */
  ask(): void {
    this.context.workbook.names.load("items/name,items/formula,items/comment");
  }

  /** Queues the second question, once the first is answered. */
  locate(): void {
    const { names } = this.context.workbook;
    this.#widths = names.items.flatMap(({ name, formula, comment }) => {
      const isBeside = marksScores(name) || resultColumnOf(name) !== null;
      if (!isBeside || !namedCells(String(formula))) return [];
      const given = widthGiven(name, comment);
      const first = () => names.getItem(name).getRange().getCell(0, 0);
      const header = names.getItemOrNullObject(name).getRangeOrNullObject().getCell(0, 0);
      header.load("columnIndex").format.load("columnWidth");
      return [{ name, given, header, tables: header.getTables(false).load("items/id"), first }];
    });
  }

  /** Queues the sheet's own width for all that goes or moves, as far as it has ours; before columns are deleted. */
  reset(going: readonly GoingPlace[]): void {
    for (const { first } of this.#ours(this.#now(going))) first().format.useStandardWidth = true;
  }

  /**
   * Queues the widths of what has moved, once columns are deleted; a place that has a width of the user's keeps it.
   * @param others columns whose marks go, while they stay as somebody's own
   */
  giveAgain(seen: readonly GoingPlace[], others: ReadonlySet<string> = new Set()): void {
    const going = this.#now(seen);
    const ours = this.#ours(going);
    const placeOf = (tableId: string, left: number) => `${tableId} ${left}`;
    const free = new Set(ours.map(({ tableId, left }) => placeOf(tableId, left)));
    for (const { name, tableId, left, given, first } of ours) {
      if (others.has(name) || going.some((each) => each.name === name)) continue;
      const ofTable = going.filter((each) => each.tableId === tableId);
      if (ofTable.some((each) => each.left === left)) continue;
      const moved = left - ofTable.filter((each) => each.left < left).length;
      if (free.has(placeOf(tableId, moved))) first().format.columnWidth = given;
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
  #ours(going: readonly GoingPlace[]): (OwnWidth & { given: number; tableId: string; left: number })[] {
    return this.#widths.flatMap((width) => {
      const [tableId, { given, header }] = [tableOf(width), width];
      if (tableId === undefined || given === null) return [];
      const left = header.columnIndex;
      const isOurs = isSameWidth(header.format.columnWidth, given);
      const isMoved = going.some((each) => each.tableId === tableId && each.left <= left);
      return isOurs && isMoved ? [{ ...width, given, tableId, left }] : [];
    });
  }
}

/** The table in which a column stands. */
const tableOf = ({ header, tables }: OwnWidth): string | undefined =>
  header.isNullObject ? undefined : tables.items.at(0)?.id;
