import { columnsApart, type ListLayout } from "../../../portfolio";
import type { CellColumns } from "../../cells/cell-columns";
import type { Area } from "../../cells/cell-value";
import { areaOfLayout, type RankedList } from "./list-rank";

const fewRows = 3;

/** What somebody may miss in the list that is read. */
export interface NotRead {
  /** Other lists, by their own columns. */
  lists: readonly Area[];
  /** Columns of numbers that stand apart beside its rows. */
  columns: readonly number[];
}

/**
 * @param others lists of the sheet that rank below the best one
 * @param own Keyfolio's columns
 */
export function notReadBeside(
  best: ListLayout,
  others: readonly RankedList[],
  cells: CellColumns,
  own: ReadonlySet<number>,
): NotRead {
  const layouts = others.map(({ layout }) => layout);
  const listed = new Set([...own, ...[best, ...layouts].flatMap(positionsOf)]);
  return {
    lists: others.filter(isWorthNaming).map(({ layout }) => sourceArea(layout)),
    columns: columnsApart(cells, best, listed),
  };
}

const positionsOf = ({ columns }: ListLayout): number[] => columns.map(({ position }) => position);

/** Cells of a list without result columns, which may be those of another list above or below: named alike before a run and after. */
function sourceArea(layout: ListLayout): Area {
  const positions = positionsOf(layout);
  const [left, last] = [positions[0], positions.at(-1)!];
  return { ...areaOfLayout(layout), left, columnCount: last - left + 1 };
}

/** A list that somebody may miss: filters above a list are none. */
const isWorthNaming = ({ layout: { contrast, rowCount }, reads }: RankedList) =>
  (contrast > 0 && rowCount >= fewRows) || reads > 0;
