import { digestOf } from "../../portfolio";
import type { CellValue } from "./cell-value";

/**
 * What tells the contents of a block of rows from others, in few letters: the same wherever its rows are sorted to, another
 * one as soon as a cell holds something else. Rows without contents do not count; numbers count by their first 12 digits, since
 * they may lose the last ones on the way through a file.
 */
export class RowsChecksum {
  #rows = 0;
  #first = 0;
  #second = 0;

  /**
   * @param cells as `Range.formulas` gives them: so a formula differs from its value. Of a formula its functions count: what it
   *   refers to changes when somebody inserts a row elsewhere, and its numbers are spelt as Excel likes
   */
  add(cells: readonly CellValue[]): void {
    if (cells.every((cell) => cell === "")) return;
    let [first, second] = [0x811c9dc5, 0x9747b28c];
    for (const cell of cells) {
      const text = typeof cell === "string" && cell.startsWith("=") ? functionsIn(cell) : textOf(cell);
      for (let i = 0; i <= text.length; i++) {
        // A letter that no cell holds ends each cell.
        const code = i < text.length ? text.charCodeAt(i) : 0xffff;
        first = Math.imul(first ^ code, 0x01000193);
        second = Math.imul(second ^ code, 0x5bd1e995);
        second ^= second >>> 15;
      }
    }
    this.#rows++;
    this.#first = (this.#first + (first >>> 0)) % 0x100000000;
    this.#second = (this.#second + (second >>> 0)) % 0x100000000;
  }

  get text(): string {
    return `${this.#rows}-${this.#first.toString(36)}-${this.#second.toString(36)}`;
  }
}

function textOf(cell: CellValue): string {
  if (typeof cell === "number") return `n${Number(cell.toPrecision(12))}`;
  return typeof cell === "boolean" ? `b${cell}` : cell === "" ? "" : `s${cell}`;
}

/** `=SUM( ABS(` of `=SUM('My (list)'!A1:A9)+ABS(B7)&"(x)"`. */
function functionsIn(formula: string): string {
  const bare = formula.replace(/'(?:[^']|'')*'!|"(?:[^"]|"")*"/g, "");
  return `=${(bare.match(/[A-Za-z_][\w.]*\(/g) ?? []).join(" ").toUpperCase()}`;
}

/** What tells the contents of one cell from others, in eight letters. */
export const digestOfCell = (cell: CellValue): string => digestOf(textOf(cell)).slice(0, 8);

export function checksumOf(rows: Iterable<readonly CellValue[]>): string {
  const checksum = new RowsChecksum();
  for (const row of rows) checksum.add(row);
  return checksum.text;
}
