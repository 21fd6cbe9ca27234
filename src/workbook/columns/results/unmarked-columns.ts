import { addressOf, Problem, type ResultColumn, type SourceColumn } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { resultColumnOf } from "../../marks/own-names";
import { holdsOwnResults, isComputed, isOwnResult } from "../../marks/own-results";
import { firstRowOf, rowCountOf } from "../../source/list-place";
import type { Source } from "../../source/source";
import { isHeaderOfOurs } from "./result-texts";

/** A column of results of an earlier run whose mark has gone with the header row. */
export interface UnmarkedColumn {
  column: ResultColumn;
  position: number;
  /** Rows of the list's body in which results stand, from 0; −1 where the first client is read as the header. */
  rows: readonly number[];
}

/** Part of the cells of a column that must hold results. */
const mostHold = 0.5;

/**
 * Columns of a region that hold results of an earlier run and are nobody's any more: somebody has deleted the header row, and the marks
 * with it. Only their contents tell, so that nothing is written or taken away by that; a column with a header of her own is hers.
 */
export function unmarkedColumns({ list, place }: Pick<Source, "list" | "place">): UnmarkedColumn[] {
  if (place.table || place.own.length > 0) return [];
  const lost = place.deadNames.flatMap(({ name, isLost, lostOn }) =>
    isLost && lostOn === place.sheet ? [resultColumnOf(name)!.column] : [],
  );
  const left = new Set(list.columns);
  let isSure = false;
  const found = lost.flatMap((column): UnmarkedColumn[] => {
    for (const source of left) {
      const { header } = source;
      const isHeaded = header === "" || isHeaderOfOurs(column, header);
      const contents = [isHeaded ? "" : header, ...contentsOf(source, rowCountOf(place))];
      if (!isOwnResult(column, contents[0]) || !isOfKind(column, contents)) continue;
      left.delete(source);
      isSure ||= column !== "share" || contents.some(isComputed);
      const rows = contents.flatMap((cell, at) => (cell !== "" && isOwnResult(column, cell) ? [at - 1] : []));
      return [{ column, position: place.area.left + source.index, rows }];
    }
    return [];
  });
  // Numbers up to 1 alone may be anybody's.
  return isSure ? found : [];
}

const contentsOf = ({ numbers, others }: SourceColumn, rowCount: number): CellValue[] =>
  Array.from({ length: rowCount }, (_, row) => {
    const cell = others.get(row) ?? numbers[row];
    return typeof cell === "number" && Number.isNaN(cell) ? "" : cell;
  });

/** Whether what stands in a column is mostly results of a kind. */
function isOfKind(column: ResultColumn, contents: readonly CellValue[]): boolean {
  const filled = contents.filter((cell) => cell !== "");
  const ours = filled.filter((cell) => isOwnResult(column, cell));
  return ours.length > mostHold * filled.length && holdsOwnResults(column, ours);
}

/**
 * Stops a run that would write a second set of columns beside those of which nobody knows any more that they are ours.
 * @throws Problem unmarkedResults
 */
export function requireMarked(source: Pick<Source, "list" | "place">): void {
  const columns = unmarkedColumns(source);
  if (columns.length === 0) return;
  const { place } = source;
  const positions = columns.map(({ position }) => position);
  const [left, right] = [Math.min(...positions), Math.max(...positions)];
  const first = Math.min(0, ...columns.map(({ rows }) => rows[0]));
  throw new Problem({
    kind: "unmarkedResults",
    address: addressOf(
      place.sheet,
      firstRowOf(place) + first,
      left,
      rowCountOf(place) - first,
      right - left + 1,
    ),
  });
}
