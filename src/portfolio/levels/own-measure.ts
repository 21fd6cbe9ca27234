import type { RowEvidence } from "./row-evidence";

/**
 * A list as it would be without the rows of other measures. A client who is named on the row of another measure only gives
 * its name to those below.
 *
 * @returns what the rows say then, and the row whose client cell names each
 */
export function ownMeasure(
  evidence: RowEvidence,
  isOther: (row: number) => boolean,
): { evidence: RowEvidence; nameRow: Int32Array } {
  const { rowCount, nameOf, labelsOf, lineOf, besideAt, sums, columns, amount } = evidence;
  const nameRow = Int32Array.from({ length: rowCount }, (_, row) => row);
  let last = -1;
  for (let row = 0; row < rowCount; row++) {
    if (nameOf(row).trim() !== "") last = row;
    else if (last >= 0 && lineOf(row) !== "") nameRow[row] = last;
  }
  const without = (numbers: Float64Array, nothing: number) =>
    numbers.map((number, row) => (isOther(row) ? nothing : number));
  return {
    nameRow,
    evidence: {
      ...evidence,
      nameOf: (row) => (isOther(row) ? "" : nameOf(nameRow[row])),
      labelsOf: (row) => (isOther(row) ? [] : labelsOf(row)),
      lineOf: (row) => (isOther(row) ? "" : lineOf(row)),
      besideAt: (row) => (isOther(row) ? -1 : besideAt(row)),
      sums: (row) => !isOther(row) && sums(row),
      columns: columns.map((column) => without(column, NaN)),
      amount: without(amount, 0),
    },
  };
}
