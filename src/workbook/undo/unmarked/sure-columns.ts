import type { ResultColumn } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";

/** What nobody else writes, where there is more than one; classes may stand in a column of hers as well. */
const sureColumns: ReadonlySet<ResultColumn> = new Set(["share", "action"]);

/** Whether a cell may be a share of some client: somebody may have numbers of 0 and 1 in a column. */
export const isPart = (cell: CellValue): boolean => typeof cell === "number" && cell > 0 && cell < 1;

/**
 * Columns of results that bear no marks, each in a column of the sheet of its own: those first that nobody else writes, and right of the
 * first of them the rest.
 *
 * @param find what is in the first column of the sheet for which `isOpen` holds; null where it is in none. `isSure`: it is looked for
 *   among all columns
 * @returns what was found, from left to right
 */
export function surestFirst<Item extends { column: ResultColumn }, Found extends { position: number }>(
  items: readonly Item[],
  find: (item: Item, isOpen: (position: number) => boolean, isSure: boolean) => Found | null,
): Found[] {
  const found = new Map<Item, Found>();
  const taken = new Set<number>();
  const findAll = (those: readonly Item[], from: number, isSure: boolean) => {
    const isOpen = (position: number) => position >= from && !taken.has(position);
    for (const item of those) {
      const at = find(item, isOpen, isSure);
      if (!at) continue;
      found.set(item, at);
      taken.add(at.position);
    }
  };
  findAll(
    items.filter(({ column }) => sureColumns.has(column)),
    -Infinity,
    true,
  );
  const from = Math.min(...[...found.values()].map(({ position }) => position));
  findAll(
    items.filter((item) => !found.has(item)),
    from,
    false,
  );
  return [...found.values()].sort((one, other) => one.position - other.position);
}
