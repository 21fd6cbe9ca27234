import { toldYear } from "../periods/told-year";
import { type Cell, cellAt } from "./cell-grid";
import { kindOf } from "./cell-kind";
import { namesClients } from "./column-words";
import type { HeaderBlock } from "./header-block";
import { filledCells, type Block } from "./header-row";
import { areApart, measuresOf, shareClients } from "./list-measure";
import { isYear } from "./period-run";

/** Whether a row that repeats the header is that of a list of its own, and does not go on with the one above. */
export const isAnotherList = (block: Block, rows: HeaderBlock, row: number): boolean =>
  isOfAnotherYear(block, rows, row) || isOfAnotherMeasure(block, rows, row) || isPartOf(block, rows, row);

/** Columns that tell the time of each row: then a title over some of them need not. */
const timeColumn = /дата|день|период|месяц|квартал|date|day|period|month|quarter/i;

/** Since when clients buy is not the time of their figures. */
const ofClients = /since|from|new |signed|acquired|(?<![а-я])с (?:19|20)\d\d|новы[ех]|привлеч/i;

/** Whether the title over a repeated header tells another year than the one over the first: `Sales 2025`, `Sales 2026`. */
function isOfAnotherYear(block: Block, rows: HeaderBlock, row: number): boolean {
  const heads = filledCells(block, rows.main, block.columns).map(({ cell }) => String(cell));
  if (heads.some((head) => timeColumn.test(head))) return false;
  const [own, other] = [titleAbove(block, topOf(rows)), titleAbove(block, row)].map((title) =>
    ofClients.test(title) ? null : toldYear({ titles: [title], sheet: "" }),
  );
  return own !== null && other !== null && own !== other;
}

/** Rows of a block that are looked at for its clients. */
const mostCompared = 2000;

/**
 * Whether the title over a repeated header tells other figures than the one over the first, which are never added to them: `Actual`
 * and `Budget`, `Продажи, руб.` and `Продажи, кг`. A header that a page repeats has no title, or the same one.
 */
function isOfAnotherMeasure(block: Block, rows: HeaderBlock, row: number): boolean {
  const title = titleAbove(block, row);
  if (title === "") return false;
  const [own, other] = measuresOf(titleAbove(block, topOf(rows)), title);
  // What stands over a whole sheet of plans or debts is repeated over none of its parts.
  if (other === null) return false;
  if (other.kind === "returns" && isNegative(block, row + 1)) return false;
  return areApart(own, other, () => {
    const above = clientsIn(block, rows, Math.max(rows.last + 1, row - mostCompared), row);
    return shareClients(above, clientsIn(block, rows, row + 1, Math.min(block.to, row + mostCompared)));
  });
}

/** Whether the numbers below a header are negative, as far as they have a sign: returns that are to be added. */
function isNegative({ grid, columns, to }: Block, from: number): boolean {
  let sum = 0;
  for (let row = from; row < Math.min(to, from + mostCompared); row++) {
    for (const column of columns) {
      const cell = cellAt(grid, row, column);
      if (typeof cell === "number") sum += Math.sign(cell);
    }
  }
  return sum < 0;
}

/** The first row of a header. */
export const topOf = ({ main, bands }: HeaderBlock): number => Math.min(main, ...bands);

/** Texts that stand in the column of clients, as far as the header tells which it is. */
function clientsIn(
  { grid, columns }: Block,
  { main, texts }: HeaderBlock,
  from: number,
  to: number,
): Set<string> {
  const named = columns.find((each) => namesClients(String(cellAt(grid, main, each))));
  const column = named ?? columns.find((each) => texts.has(each));
  const clients = new Set<string>();
  for (let row = from; column !== undefined && row < to; row++) {
    const cell = cellAt(grid, row, column);
    if (kindOf(cell) === "text" && row !== main) clients.add(String(cell).trim().toLowerCase());
  }
  return clients;
}

/** Longer lists are compared with none: who shows the largest ones first shows a few. */
const mostShown = 25;

/** Whether all rows between a header and its repetition stand below that once more: the five largest above the list of all. */
function isPartOf(block: Block, { last }: HeaderBlock, row: number): boolean {
  const { grid, columns, to } = block;
  const textOfRow = (at: number) => JSON.stringify(columns.map((column) => cellAt(grid, at, column)));
  const shown: string[] = [];
  for (let at = last + 1; at < row; at++) {
    if (filledCells(block, at, columns).length < 2) continue;
    shown.push(textOfRow(at));
    if (shown.length > mostShown) return false;
  }
  if (shown.length < 2) return false;
  const below = new Set<string>();
  for (let at = row + 1; at < to; at++) below.add(textOfRow(at));
  return below.size > shown.length && shown.every((each) => below.has(each));
}

/** The text, or the year, that stands alone in the row above; "" for none. */
export function titleAbove({ grid, columns, from, filled }: Block, row: number): string {
  let above = row - 1;
  while (above > from && above >= row - 2 && !filled[above - from]) above--;
  const cells = columns
    .map((column) => cellAt(grid, above, column))
    .filter((cell) => kindOf(cell) !== "blank");
  const isTitle = ([cell]: readonly Cell[]) => kindOf(cell) === "text" || isYear(Number(cell));
  return above >= from && cells.length === 1 && isTitle(cells) ? String(cells[0]) : "";
}
