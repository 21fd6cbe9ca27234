import { areEqual } from "../../levels/forest/forest";
import { statesWhole } from "../../levels/stated-total";
import { addressOf } from "../../list/address";
import { isExcelError } from "../../list/number-column";
import type { SourceList } from "../../list/source-list";
import type { LineColumns } from "../transaction-columns";

/** A total that a list of lines states itself beside what its lines add up to. */
export interface LineControl {
  /** Address of the cell, with its sheet. */
  address: string;
  stated: number;
  read: number;
}

/** Part of the stated total by which the lines may miss it. */
const tolerance = 0.005;

export const agrees = ({ stated, read }: LineControl): boolean => areEqual(stated, read, tolerance);

/** @param sums what the lines add up to: those that count first, then with cancelled ones, before returns … */
export function lineControl(
  { sheet, top, left }: SourceList,
  { client, amount }: LineColumns,
  { row, value: stated }: { row: number; value: number },
  sums: readonly number[],
): LineControl {
  const address = addressOf(sheet, top + 1 + row, left + (amount ?? client).index);
  const read = sums.find((sum) => areEqual(stated, sum, tolerance)) ?? sums[0];
  return { address, stated, read };
}

/**
 * The total that a list with dates states: the rows among its totals that are called one of everything. Where each block has
 * one, they state their sum.
 *
 * @param totals 1 for rows that are totals
 * @param sums as in {@link lineControl}
 */
export function controlOfDated(
  list: SourceList,
  columns: LineColumns,
  totals: Uint8Array,
  amounts: Float64Array,
  sums: readonly number[],
): LineControl | null {
  const found: number[] = [];
  const labelled = list.columns.filter(({ others }) => others.size > 0);
  totals.forEach((isTotal, row) => {
    if (!isTotal || !(amounts[row] > 0 || amounts[row] < 0)) return;
    const isWhole = labelled.some(({ others }) => {
      const text = others.get(row);
      return typeof text === "string" && !isExcelError(text) && statesWhole(text);
    });
    if (isWhole) found.push(row);
  });
  const last = found.at(-1);
  if (last === undefined) return null;
  const together = found.reduce((sum, row) => sum + amounts[row], 0);
  const one = lineControl(list, columns, { row: last, value: amounts[last] }, sums);
  const blocks = lineControl(list, columns, { row: last, value: together }, sums);
  return agrees(one) || !agrees(blocks) ? one : blocks;
}
