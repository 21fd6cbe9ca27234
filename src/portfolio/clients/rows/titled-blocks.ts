import { areApart, measuresOf } from "../../layout/list-measure";
import { totalName } from "../../list/total-rows";

/** What a list shows of its rows: names, and where money stands. */
export interface NamedRows {
  rowCount: number;
  /** Texts right above the header, the last one nearest. */
  titles: readonly string[];
  nameOf: (row: number) => string;
  hasMoney: (row: number) => boolean;
}

/**
 * Rows of blocks that go on below the first without a header of their own, under a title of other figures of the same clients: `Отгрузка`,
 * then `Оплата`. A title stands alone below a blank row or a total, and money right below it; null where none says other figures.
 */
export function rowsOfOtherFigures(list: NamedRows): ReadonlySet<number> | null {
  const { rowCount, titles, nameOf, hasMoney } = list;
  const own = titles.at(-1) ?? "";
  const found = new Set<number>();
  const clients = new Set<string>();
  let isOther = false;
  for (let row = 0; row < rowCount; row++) {
    const name = nameOf(row).trim();
    if (name !== "" && !hasMoney(row) && opensBlock(list, row)) {
      const [first, second] = measuresOf(own, name);
      const repeats = () => clients.has(nameOf(row + 1).trim());
      isOther = first !== null && second !== null && areApart(first, second, () => true) && repeats();
    } else if (!isOther && name !== "") clients.add(name);
    if (isOther) found.add(row);
  }
  return found.size > 0 ? found : null;
}

function opensBlock({ rowCount, nameOf, hasMoney }: NamedRows, row: number): boolean {
  if (row === 0 || row + 1 >= rowCount || !hasMoney(row + 1)) return false;
  const above = nameOf(row - 1);
  return (above.trim() === "" && !hasMoney(row - 1)) || totalName(above) !== null;
}
