import { saysActual, saysOnlyExpected } from "../layout/column-words";
import type { SourceList } from "../list/source-list";

/**
 * What says of a list that its money is what somebody expects, and not what was sold: a title above it or the name of its sheet,
 * `Budget 2026`. Null where nothing says so, or a header calls its figures actual.
 * @param headers of the columns of money that were read
 */
export function expectedBy(
  { titles = [], sheet }: Pick<SourceList, "titles" | "sheet">,
  headers: readonly string[],
): string | null {
  if (headers.some(saysActual)) return null;
  return [...titles, sheet].find(saysOnlyExpected) ?? null;
}
