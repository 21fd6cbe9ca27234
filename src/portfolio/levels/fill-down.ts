import { STEP, type Steps } from "../steps";
import { statesSums } from "./forest/forest";
import type { RowEvidence } from "./row-evidence";
import { type RowSigns, standing } from "./row-signs";

/** Part of the lines with money that must be without a name: a single blank name in a flat list is a gap, not a pattern. */
const frequent = 0.25;

/**
 * Whether clients are named on their first line only, and the lines below with a blank name are theirs: many lines are
 * without a name, and something else tells one line from the next (a product, a document, a date), in named lines too; or
 * subtotals below the lines say whose they are.
 */
export function* isFilledDownSteps(
  { lineOf, rowCount, columns }: RowEvidence,
  { standing: of, total, money, formula }: RowSigns,
): Steps<boolean> {
  let [named, namedLines, nameless, namelessLines, alike, subtotals, began] = [0, 0, 0, 0, 0, 0, 0];
  let above = "";
  let run = 0;
  /** Row of the client that the lines without a name stand below. */
  let first = -1;
  /** Runs of such lines that a subtotal adds up together with the named line, and those that none does. */
  let [stated, unstated] = [0, 0];
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield row / rowCount;
    if (of[row] !== standing.named && of[row] !== standing.nameless) continue;
    const isTotal = total[row] > 0 || formula[row] === 1;
    if (isTotal) {
      if (run > 0) {
        subtotals++;
        if (first >= 0 && statesSums(columns, row, sumsOf(columns, first, row))) stated++;
        else unstated++;
      }
      run = 0;
      above = "";
      first = -1;
      continue;
    }
    if (of[row] === standing.named) {
      if (run > 0) unstated++;
      run = 0;
      first = row;
      above = lineOf(row);
      if (money[row]) named++;
      if (money[row] && above !== "") namedLines++;
      began++;
      continue;
    }
    if (began === 0) continue;
    const line = lineOf(row);
    nameless++;
    run++;
    if (line !== "") namelessLines++;
    if (line === above) alike++;
    above = line;
  }
  // The list itself says whose the lines are, and be it one.
  if (stated > 0 && unstated === 0 && run === 0 && namelessLines === nameless) return true;
  if (nameless < 2) return false;
  if (subtotals >= 3 && namelessLines >= 0.9 * nameless) return true;
  return (
    nameless >= frequent * (nameless + named) &&
    namelessLines >= 0.9 * nameless &&
    namedLines >= 0.8 * named &&
    alike <= 0.2 * nameless
  );
}

/** Sums of the rows from one to the one before another; NaN counts as nothing. */
const sumsOf = (columns: readonly Float64Array[], from: number, to: number): number[] =>
  columns.map((column) => column.subarray(from, to).reduce((sum, value) => sum + (value || 0), 0));

/** Row that names the client of each line: itself, or the last named one above it with no total between; −1 for none. */
export function filledDown({ standing: of, total, formula }: RowSigns, isTotal: Uint8Array): Int32Array {
  const nameRow = new Int32Array(of.length).fill(-1);
  let last = -1;
  for (let row = 0; row < of.length; row++) {
    if (isTotal[row] || total[row] === 2 || formula[row]) last = -1;
    else if (of[row] === standing.named) last = row;
    if (of[row] === standing.named || of[row] === standing.nameless) nameRow[row] = isTotal[row] ? -1 : last;
  }
  return nameRow;
}
