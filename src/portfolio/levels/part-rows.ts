import type { RowEvidence } from "./row-evidence";

const saysPart =
  /^[\s*–—-]*(?:в\s*т\.?\s*ч(?![а-яё])|в том числе(?![а-яё])|из (?:них|общей суммы)(?![а-яё])|включая(?![а-яё])|справочно(?![а-яё])|of which(?![a-z])|of that(?![a-z])|thereof(?![a-z])|incl(?:\.|uding)(?![a-z]))/i;
const mark = /^\s*[-–—•·↳└▪►>]+\s+(?=\S)/;
const goesOn = /^\s{2,}/;
/** Cents that rounding leaves. */
const tolerance = 1.0001;

/**
 * Rows that say a part of the client above them, who has it in its own sum: `в т.ч. филиал Омск`, `of which: Service`, `• Spare parts`.
 * Rows with a mark alone are parts only where no client has less than those below it together, and none is what they add up to: else they
 * may be the clients of a group.
 */
export function partRows({
  rowCount,
  nameOf,
  amount,
}: Pick<RowEvidence, "rowCount" | "nameOf" | "amount">): ReadonlySet<number> {
  const parts = new Set<number>();
  const marked = new Map<number, number[]>();
  let above = -1;
  let isBelowMoney = false;
  let names = 0;
  for (let row = 0; row < rowCount; row++) {
    const name = nameOf(row);
    if (name.trim() === "") continue;
    // The next part may stand in below those words.
    if (saysPart.test(name) || (parts.has(row - 1) && goesOn.test(name) && !goesOn.test(nameOf(above)))) {
      // Below a name without money they are all that there is of it.
      if (isBelowMoney) parts.add(row);
    } else if (mark.test(name)) {
      marked.set(above, [...(marked.get(above) ?? []), row]);
    } else {
      above = row;
      isBelowMoney = amount[row] !== 0;
      names++;
    }
  }
  const ofClients = [...marked];
  const count = ofClients.reduce((sum, [, rows]) => sum + rows.length, 0);
  const areParts =
    count > 0 &&
    count < names &&
    ofClients.every(([client, rows]) => {
      const sum = rows.reduce((of, row) => of + amount[row], 0);
      return client >= 0 && isWithin(sum, amount[client]) && Math.abs(sum - amount[client]) > 0.01;
    });
  if (areParts) for (const [, rows] of ofClients) for (const row of rows) parts.add(row);
  return parts;
}

/** Whether a sum can be a part of another. */
const isWithin = (part: number, whole: number): boolean =>
  whole !== 0 &&
  Math.sign(part || whole) === Math.sign(whole) &&
  Math.abs(part) <= tolerance * Math.abs(whole);

/** How far a name stands in by a mark before it: two spaces. */
export const indentByMark = (name: string): number => (mark.test(name) ? 2 : 0);
