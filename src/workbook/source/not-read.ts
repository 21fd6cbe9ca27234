import { columnsApart, type ListLayout } from "../../portfolio";
import type { CellColumns } from "../cells/cell-columns";
import type { Area } from "../cells/cell-value";
import { areaOfLayout, readLevel, type RankingFacts } from "./list-rank";

const fewRows = 3;

/** What somebody may miss in the list that is read. */
export interface NotRead {
  /** Other lists, by their own columns. */
  lists: readonly Area[];
  /** Columns of numbers that stand apart beside its rows. */
  columns: readonly number[];
}

/** @param own Keyfolio's columns */
export function notReadBeside(
  best: ListLayout,
  others: readonly ListLayout[],
  cells: CellColumns,
  ranking: RankingFacts,
  own: ReadonlySet<number>,
): NotRead {
  const listed = new Set([...own, ...[best, ...others].flatMap(positionsOf)]);
  return {
    lists: others
      .filter((layout) => isWorthNaming(layout) || readLevel(layout, cells, ranking) > 0)
      .map(sourceArea),
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
const isWorthNaming = ({ contrast, rowCount }: ListLayout) => contrast > 0 && rowCount >= fewRows;
