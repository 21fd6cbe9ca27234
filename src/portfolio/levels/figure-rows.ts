import { totalName } from "../list/total-rows";
import { figureName } from "./names/figure-names";
import type { RowEvidence } from "./row-evidence";

/** A share or a rate is no larger. */
const largestRate = 2;
const fewestTimes = 3;

/**
 * Rows that state a figure of the whole list, or of each client, and are no client's: `План`, `НДС 20%`, `Прошлый год`, `Average`. A name
 * that a client may have is one of these only at the edge of the list, beside its total, or where it stands below every client.
 */
export function figureRows({
  rowCount,
  nameOf,
  amount,
  isDescribed,
}: Pick<RowEvidence, "rowCount" | "nameOf" | "amount" | "isDescribed">): ReadonlySet<number> {
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < rowCount; row++) {
    const name = nameOf(row).trim();
    if (figureName(name) === null || isDescribed(row)) continue;
    const known = rowsOf.get(name.toLowerCase());
    if (known) known.push(row);
    else rowsOf.set(name.toLowerCase(), [row]);
  }
  if (rowsOf.size === 0) return new Set();
  const named = new Set([...rowsOf.values()].flat());
  const atEdge = edgeRows(rowCount, nameOf, named);
  let largest = 0;
  for (let row = 0; row < rowCount; row++) {
    if (!named.has(row) && totalName(nameOf(row)) === null)
      largest = Math.max(largest, Math.abs(amount[row]));
  }
  const isNoClient = (row: number, times: number): boolean => {
    const how = figureName(nameOf(row).trim());
    if (how === "certain" || times >= fewestTimes) return true;
    const size = Math.abs(amount[row]);
    return atEdge.has(row) && (how === "possible" || size > largest || size <= largestRate);
  };
  return new Set([...rowsOf.values()].flatMap((rows) => rows.filter((row) => isNoClient(row, rows.length))));
}

/** Those of some rows before the first client or after the last one; blank rows and totals may stand between. */
function edgeRows(
  rowCount: number,
  nameOf: (row: number) => string,
  named: ReadonlySet<number>,
): ReadonlySet<number> {
  const isClient = (row: number) => {
    const name = nameOf(row).trim();
    return name !== "" && !named.has(row) && totalName(name) === null;
  };
  let first = 0;
  while (first < rowCount && !isClient(first)) first++;
  let last = rowCount - 1;
  while (last >= 0 && !isClient(last)) last--;
  return new Set([...named].filter((row) => row < first || row > last));
}
