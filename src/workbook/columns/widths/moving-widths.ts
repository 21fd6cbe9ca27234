import { namedCells, sheetOfDeletedCells } from "../../marks/named-cells";
import { resultColumnOf } from "../../marks/own-names";
import { isBegun, marksScores, readScoreComment, scoreComment, scoreWidth } from "../../marks/score-marks";
import { sheetColumns } from "../../source/list-place";
import { giveStandardWidth, lookWithHidden, readLook, widthOf } from "../new-column-look";
import {
  type AskedTable,
  isAsGiven,
  type LostColumn,
  type OwnWidth,
  type StandingWidths,
  standingWidths,
} from "./standing-widths";

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

/** A column of a table that goes. */
export interface GoingPlace {
  /** Of its mark in the workbook; null where it has none. */
  name: string | null;
  tableId: string;
  /** The sheet's column in which it was seen; its mark says where it stands by now. */
  left: number;
}

/** Columns of hers left of ours under which widths of ours may stand. */
const mostInserted = 3;

/**
 * Widths of our columns in tables from which some columns go. A width belongs to the sheet's column and stays there, while what
 * stands right of a column that goes moves to the left: its width has to move along, and a column of the sheet that was hidden
 * before is hidden again once nothing of the table stands in it. So have widths that stand at the wrong columns since somebody else has
 * deleted a column of ours, or put one of hers among them. To be asked in two requests.
 */
export class MovingWidths {
  #widths: OwnWidth[] = [];
  #lost: LostColumn[] = [];
  readonly #ranges = new Map<string, Excel.Range>();
  readonly #tables = new Map<string, AskedTable>();
  readonly #standing = new Map<string, StandingWidths>();

  /**
   * @param tableIds tables from which columns go
   * @param list whose results stood in them, where somebody may have deleted all of these
   */
  constructor(
    readonly context: Excel.RequestContext,
    readonly tableIds: Iterable<string>,
    readonly list: string | null = null,
  ) {}

  /** Queues the first question. */
  ask(): void {
    const { names, tables } = this.context.workbook;
    names.load("items/name,items/formula,items/comment");
    for (const id of this.tableIds) {
      const range = tables.getItem(id).getRange();
      this.#ranges.set(id, range.load("columnIndex,columnCount,worksheet/name"));
    }
  }

  /** Queues the second question, once the first is answered. */
  locate(): void {
    const { names, tables } = this.context.workbook;
    const marks = names.items.flatMap(({ name, formula, comment }) => {
      const of = resultColumnOf(name);
      if (!of && !marksScores(name)) return [];
      const [cells, width] = [namedCells(String(formula)), widthGiven(name, comment)];
      return [{ name, formula: String(formula), comment, list: of?.list ?? null, cells, width }];
    });
    this.#lost = marks
      .filter(({ cells }) => cells === null)
      .map(({ name, formula, list, width }) => {
        return { name, list, sheet: sheetOfDeletedCells(formula), given: width?.given ?? null };
      });
    for (const [id, { columnIndex, columnCount, worksheet }] of this.#ranges) {
      const own = marks.flatMap(({ cells, list, width }) => {
        const at = cells?.sheet === worksheet.name ? cells.area.left - columnIndex : -1;
        return at >= 0 && at < columnCount ? [{ at, list, isWide: width !== null }] : [];
      });
      const lost = this.#lost.filter(({ sheet }) => sheet === worksheet.name);
      const first = Math.max(0, Math.min(columnCount, ...own.map(({ at }) => at)) - mostInserted);
      const end = Math.min(columnCount + own.length + lost.length, sheetColumns - columnIndex);
      const table = () => tables.getItem(id).getRange();
      const range = table().load("columnIndex,columnCount");
      const cells: Excel.Range[] = [];
      for (let at = first; at < end; at++) {
        if (own.some((each) => each.at === at && each.isWide)) continue;
        const cell = table().getCell(0, 0).getOffsetRange(0, at).load("columnIndex");
        cell.format.load("columnWidth,useStandardWidth");
        cells.push(cell);
      }
      const lists = new Set([this.list, ...own.map(({ list }) => list)]);
      this.#tables.set(id, { sheet: worksheet.name, lists, range, cells });
    }
    this.#widths = marks.flatMap(({ name, comment, cells, width }) => {
      if (!width || !cells) return [];
      const first = () => names.getItem(name).getRange().getCell(0, 0);
      const header = names.getItemOrNullObject(name).getRangeOrNullObject().getCell(0, 0);
      header.load("columnIndex").format.load("columnWidth,useStandardWidth");
      // A mark stays where it is when its table comes to hide its header row: right above it.
      const tables = [header, header.getOffsetRange(1, 0)].map((cell) =>
        cell.getTables(false).load("items/id"),
      );
      return [{ name, comment, ...width, header, tables, first }];
    });
  }

  /** Queues the sheet's own width for all that goes or moves, as far as it has ours; before columns are deleted. */
  reset(seen: readonly GoingPlace[]): void {
    const going = this.#now(seen);
    for (const tableId of new Set(going.map((each) => each.tableId))) this.#giveUp(tableId);
    for (const { first, isHidden, tableId, left } of this.#ours(going)) {
      const { columnIndex, columnCount } = this.#tables.get(tableId)!.range;
      const end = columnIndex + columnCount - going.filter((each) => each.tableId === tableId).length;
      giveStandardWidth(first(), isHidden && left >= end);
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
   * @returns how many columns of the sheet right of the table get their own width again
   */
  settle(tableId: string): number {
    const free = this.#giveUp(tableId);
    for (const width of this.#standingIn(tableId).ours)
      if (!isAsGiven(width)) width.first().format.columnWidth = width.given;
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
    return [...tableIds].flatMap((tableId) =>
      this.#standingIn(tableId)
        .ours.map((width) => ({ ...width, tableId, left: width.header.columnIndex }))
        .filter(({ left }) => going.some((each) => each.tableId === tableId && each.left <= left)),
    );
  }

  /** By the answers: what is queued afterwards changes what their objects say. */
  #standingIn(tableId: string): StandingWidths {
    const own = this.#widths.filter((width) => tableOf(width) === tableId);
    const standing =
      this.#standing.get(tableId) ?? standingWidths(own, this.#lost, this.#tables.get(tableId)!);
    this.#standing.set(tableId, standing);
    return standing;
  }

  /** Queues the sheet's own width for columns of hers, and right of the table, that have one of ours. @returns how many right of it */
  #giveUp(tableId: string): number {
    const { others } = this.#standingIn(tableId);
    for (const { format } of others) format.useStandardWidth = true;
    const { columnIndex, columnCount } = this.#tables.get(tableId)!.range;
    return others.filter((cell) => cell.columnIndex >= columnIndex + columnCount).length;
  }
}

/** A width of ours with the table and the sheet's column in which it stands. */
type PlacedWidth = OwnWidth & { tableId: string; left: number };

/** The table in which a column stands. */
const tableOf = ({ header, tables }: OwnWidth): string | undefined =>
  header.isNullObject ? undefined : tables.flatMap(({ items }) => items).at(0)?.id;
