import { areEqual } from "./forest/forest";
import { type RowEvidence, type StatedTotal, kindNumber } from "./row-evidence";
import { type RowSigns, standing } from "./row-signs";

/** Names of a total of everything, not of a part. */
const whole =
  /^(?:grand |overall |общ(?:ий|ая|ее) )?(?:totals?|итоги?|итого|всего|сумма|sum)(?: (?:sales|revenue|turnover|amount|for the (?:year|period|month)|\d{4}.*|all .*|за .*|по (?:списку|компании|всем .*)|продаж[аи]?|выручка|к оплате|due))?[ :.,]*(?:руб\.?|usd|eur)?[ :.]*$/i;

/** Whether a text names a total of everything. */
export const statesWhole = (text: string): boolean => whole.test(text.trim());

/**
 * The total that the list itself states (reading §1): the last row that is a total of everything. Where every block of the
 * list has such a total, they state their sum.
 */
export function statedTotal(
  { amount, nameOf, labelsOf, rowCount }: RowEvidence,
  { standing: of, money }: Pick<RowSigns, "standing" | "money">,
  kind: Uint8Array,
): StatedTotal | null {
  const first = money.indexOf(1);
  const last = money.lastIndexOf(1);
  const isOfEverything = (row: number) => {
    if (of[row] === standing.named) return statesWhole(nameOf(row));
    const labels = labelsOf(row).filter((label) => /\p{L}/u.test(label));
    return labels.length === 0 ? row === first || row === last : labels.some(statesWhole);
  };
  let read = 0;
  const found: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (kind[row] === kindNumber.client || kind[row] === kindNumber.unnamed) read += amount[row];
    else if (kind[row] === kindNumber.total && money[row] && isOfEverything(row)) found.push(row);
  }
  if (found.length === 0) return null;
  const row = found.findLast((each) => areEqual(amount[each], read)) ?? found[found.length - 1];
  const together = found.reduce((sum, each) => sum + amount[each], 0);
  const areBlocks = found.length > 1 && !areEqual(amount[row], read) && areEqual(together, read);
  return { row, value: areBlocks ? together : amount[row] };
}
