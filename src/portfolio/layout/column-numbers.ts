import type { Cell } from "./cell-grid";

/** Whether cells count the columns from the first on: 1, 2, 3 … or (1), (2), (3) = (2) − (1), or А, Б, 1 as on Russian forms. */
export const numberColumns = (cells: readonly Cell[]): boolean =>
  cells.length > 1 && (isCounting(cells) || isCountingAfterLetters(cells));

const isCounting = (cells: readonly Cell[]): boolean =>
  cells.every((cell, i) => numberOfColumn(cell) === i + 1);

const numberedColumn = /^[([]?(\d{1,3})[)\].]?(?: ?[=(][\d\s()[\].,+\-−–*×/:÷%=]+)?[)\]]?$/;

/** The number that a cell gives its column: `3`, `(3)`, `5 = 4 / 3`; NaN for none. */
function numberOfColumn(cell: Cell): number {
  if (typeof cell === "number") return cell;
  const [, number] = numberedColumn.exec(String(cell).trim()) ?? [];
  return Number(number);
}

/** Single letters in their order, then numbers from 1 on. */
function isCountingAfterLetters(cells: readonly Cell[]): boolean {
  const letters = cells.findIndex((cell) => !Number.isNaN(numberOfColumn(cell)));
  const alphabet = cells.slice(0, Math.max(0, letters)).join("").toUpperCase();
  return (
    letters > 0 &&
    cells.length > 2 &&
    alphabet.length === letters &&
    ["АБВГД", "ABCDE"].some((order) => order.startsWith(alphabet)) &&
    isCounting(cells.slice(letters))
  );
}
