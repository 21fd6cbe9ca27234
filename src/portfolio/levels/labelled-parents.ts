import { STEP, type Steps } from "../steps";
import { statesSums } from "./forest/forest";
import type { RowEvidence } from "./row-evidence";

/** What a column beside the names says of a row that sums up others: `Parent` beside `Subsidiary`, «Группа» beside «Юрлицо». */
const saysParent =
  /^(?:parent(?: (?:company|account|customer|group))?|(?:customer |company )?group|holding|consolidated|группа(?: компаний| клиентов)?|холдинг|гк|головн[а-яё]+(?: компания| организация)?|консолид[а-яё]+)$/i;

const none: ReadonlySet<number> = new Set();

/**
 * Rows that a column beside the names calls parents, and that are the sum of the rows right below them, or above: their money stands there
 * already. None where one of them is no such sum, for then the parents may be clients themselves.
 */
export function* labelledParentsSteps({
  rowCount,
  labelsOf,
  columns,
  amount,
}: Pick<RowEvidence, "rowCount" | "labelsOf" | "columns" | "amount">): Steps<ReadonlySet<number>> {
  const parents = new Set<number>();
  for (let row = 0; row < rowCount; row++) {
    if (row % STEP === 0) yield row / rowCount;
    if (amount[row] !== 0 && labelsOf(row).some((label) => saysParent.test(label.trim()))) parents.add(row);
  }
  if (parents.size === 0 || 2 * parents.size > rowCount) return none;
  const isSum = (row: number, step: 1 | -1) => {
    const sums = columns.map(() => 0);
    let count = 0;
    for (let at = row + step; at >= 0 && at < rowCount && !parents.has(at); at += step) {
      columns.forEach((column, c) => (sums[c] += column[at] || 0));
      if (amount[at] !== 0) count++;
      if (count > 0 && statesSums(columns, row, sums)) return count;
    }
    return 0;
  };
  for (const step of [1, -1] as const) {
    const counts = [...parents].map((row) => isSum(row, step));
    // One parent over one client with the same amount is no sum of anything.
    if (counts.every((count) => count > 0) && counts.some((count) => count > 1)) return parents;
  }
  return none;
}
