import { readNumberColumn } from "../list/number-column";
import { separatorIn } from "../list/number-separator";
import type { SourceList } from "../list/source-list";
import { totalName } from "../list/total-rows";
import type { Mapping } from "../mapping/mapping";
import { headerText } from "../mapping/proposal/mapping-proposal";
import { areEqual } from "./forest/forest";

/** Sums that are tried before the question is left open: linear in the rows. */
const triesOfRow = 50;
/** Rows that a group may have before it is no longer looked for. */
const mostBelow = 5000;

/**
 * Column, by its position among those of the list, whose look may tell levels: that of the clients, where a row equals the sum
 * of two or more rows next to it, several rows equal the one next to them, the first name has no money, or the list states a smaller total. Null for a flat
 * list: to ask for the looks of its cells would be in vain.
 */
export function columnOfLevels(list: SourceList, { columns }: Mapping): number | null {
  const headers = list.columns.map((column) => headerText(list, column));
  const positionsOf = (role: string) =>
    columns.filter((column) => column.role === role).map(({ header }) => headers.indexOf(header));
  const [client = -1] = positionsOf("client");
  const money = [...positionsOf("period"), ...positionsOf("amount")].filter((position) => position >= 0);
  if (client < 0 || money.length === 0) return null;
  const numbers = money.map((at) => readNumberColumn(list.columns[at], separatorIn(list)).numbers);
  const names = list.columns[client];
  const rows: number[] = [];
  let beginsWithHeading = false;
  for (let row = 0; row < list.rowCount; row++) {
    if (!names.others.has(row) && Number.isNaN(names.numbers[row])) continue;
    if (numbers.some((column) => column[row] < 0 || column[row] > 0)) rows.push(row);
    else if (rows.length === 0) beginsWithHeading = true;
  }
  if (rows.length < 2) return null;
  const isPossible =
    beginsWithHeading ||
    statesLess(numbers[0], rows, (row) => totalName(String(names.others.get(row) ?? "")) === "sure") ||
    holdsSums(numbers, rows) ||
    holdsSums(numbers, rows.reverse());
  return isPossible ? client : null;
}

/** Whether the rows add up to more than the largest of the totals among them: then some of them are in others. */
function statesLess(
  column: Float64Array,
  rows: readonly number[],
  isTotal: (row: number) => boolean,
): boolean {
  let [stated, sum] = [0, 0];
  for (const row of rows) {
    if (isTotal(row)) stated = Math.max(stated, column[row] || 0);
    else sum += column[row] || 0;
  }
  return stated > 0 && sum > stated && !areEqual(stated, sum, 0.005);
}

/** Whether rows equal the sum of those that follow them, column by column. */
function holdsSums(columns: readonly Float64Array[], rows: readonly number[]): boolean {
  const whole = Float64Array.from(rows, (row) =>
    columns.reduce((sum, column) => sum + (column[row] || 0), 0),
  );
  const isSigned = whole.some((amount) => amount < 0);
  const isInEveryColumn = (at: number, below: number) =>
    columns.every((column) => {
      let sum = 0;
      for (let each = at + 1; each <= below; each++) sum += column[rows[each]] || 0;
      return areEqual(column[rows[at]] || 0, sum);
    });
  let tries = triesOfRow * rows.length;
  let pairs = 0;
  for (let at = 0; at < rows.length; at++) {
    let sum = 0;
    const last = Math.min(rows.length - 1, at + mostBelow);
    for (let below = at + 1; below <= last; below++) {
      if (--tries < 0) return true;
      sum += whole[below];
      if (areEqual(whole[at], sum) && isInEveryColumn(at, below) && (below > at + 1 || ++pairs > 1)) {
        return true;
      }
      if (!isSigned && sum > whole[at]) break;
    }
  }
  return false;
}
