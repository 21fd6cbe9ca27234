import { digestOf } from "../../portfolio";
import type { CellValue } from "./cell-value";

/**
 * Formulas among our cells. Where we write none, one is somebody's and counts as it stands. Of ours their shape counts: what they
 * refer to changes when somebody inserts a row elsewhere, and their numbers are spelt as Excel likes.
 */
export type FormulasOfCells = "ours" | "foreign";

/**
 * What tells the contents of a block of rows from others, in few letters: the same wherever its rows are sorted to, another
 * one as soon as a cell holds something else. Rows without contents do not count; numbers count by their first 12 digits, since
 * they may lose the last ones on the way through a file.
 */
export class RowsChecksum {
  #rows = 0;
  #first = 0;
  #second = 0;

  constructor(readonly formulas: FormulasOfCells = "foreign") {}

  /** @param cells as `Range.formulas` gives them: so a formula differs from its value */
  add(cells: readonly CellValue[]): void {
    if (cells.every((cell) => cell === "")) return;
    let [first, second] = [0x811c9dc5, 0x9747b28c];
    for (const cell of cells) {
      const isOurs = this.formulas === "ours" && typeof cell === "string" && isFormula(cell);
      const text = isOurs ? shapeOf(cell) : textOf(cell);
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
  if (typeof cell === "number") return `n${isShort(cell) ? cell : Number(cell.toPrecision(12))}`;
  return typeof cell === "boolean" ? `b${cell}` : cell === "" ? "" : `s${cell}`;
}

/** Whether a number surely has no more than 12 digits: whole cents. */
const isShort = (number: number) => Math.abs(number) < 1e10 && Math.round(number * 100) / 100 === number;

/** Characters in a formula ("Excel specifications and limits"): what is longer is a text, to take which apart would take a minute. */
const longestFormula = 8_192;
const isFormula = (text: string) => text.startsWith("=") && text.length <= longestFormula;

const texts = /("(?:[^"]|"")*")/;
/** Cells, with their sheet: `'My list'!$A$1:$A$9`, `B7`, `Summary!#REF!`. */
const references =
  /(?:'(?:[^']|'')*'!|(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*!)?(?:#REF!|(?<![\p{L}\p{N}_.$])\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\p{L}\p{N}_.(]))/giu;
const numbers = /(?<![\p{L}\p{N}_.])(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/giu;

/** `=SUM(#)+ABS(#)*0&"(x)"` of `=SUM('My (list)'!A1:A9)+ABS(B7)*0.5&"(x)"`. */
const shapeOf = (formula: string): string =>
  formula
    .split(texts)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replace(references, "#").replace(numbers, "0").replace(/\s+/g, "").toUpperCase(),
    )
    .join("");

/** What tells the contents of one cell from others, in eight letters. */
export const digestOfCell = (cell: CellValue): string => digestOf(textOf(cell)).slice(0, 8);

export function checksumOf(rows: Iterable<readonly CellValue[]>, formulas?: FormulasOfCells): string {
  const checksum = new RowsChecksum(formulas);
  for (const row of rows) checksum.add(row);
  return checksum.text;
}
