import { asStanding, type CellValue } from "../../cells/cell-value";
import { isComputed } from "../../marks/own-results";
import { sameCell, type PlannedColumn } from "./result-plan";

/** Tells whether a cell is one that was written somewhere into a column. */
export function writtenIn({ cells }: PlannedColumn): (cell: CellValue) => boolean {
  const written = new Set(cells?.flatMap((cell) => (cell === null || cell === "" ? [] : [asStanding(cell)])));
  const numbers = [...written].filter((cell) => typeof cell === "number").sort((a, b) => a - b);
  const texts = new Set(numbers.filter((share) => !Number.isInteger(share)).map(String));
  const isNumber = (cell: number) => sameCell(nearest(numbers, cell), cell);
  return (cell) => {
    if (written.has(cell)) return true;
    if (typeof cell === "number") return isNumber(cell);
    // Somebody's sorting by values makes a share a text where the cell has the format of texts.
    if (numbers.length === 0 || typeof cell !== "string") return false;
    return texts.has(cell) || (isComputed(Number(cell)) && isNumber(Number(cell)));
  };
}

/** The number of a sorted list that is nearest to another one. */
function nearest(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  const [below, above] = [sorted[low - 1] ?? NaN, sorted[low] ?? NaN];
  return Math.abs(above - wanted) <= Math.abs(below - wanted) || Number.isNaN(below) ? above : below;
}
