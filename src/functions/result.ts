import { textsOf, type Language, type Texts } from "../locales";
import type { Cells } from "./cells";
import { FunctionProblem } from "./problem";

/** A text that depends on the language of Excel. */
export type Phrase = (texts: Texts) => string;

/** What one cell of a result holds: a figure, a text, or an error value of its own. */
export type ResultCell = number | string | Phrase | FunctionProblem;

/** A cell as Excel's user reads it; an error value stays what it is. */
export function inWords(cell: ResultCell, language: Language): number | string | FunctionProblem {
  return typeof cell === "function" ? cell(textsOf[language]) : cell;
}

/** Results below each other. */
export function asColumn(results: readonly ResultCell[]): ResultCell[][] {
  return settled(results.map((result) => [result]));
}

/** Results in rows and columns as the argument has them. */
export function inShapeOf(cells: Cells, results: readonly ResultCell[]): ResultCell[][] {
  const { rows, columns } = cells;
  return settled(Array.from({ length: rows }, (_, row) => results.slice(row * columns, (row + 1) * columns)));
}

/**
 * A single cell without an answer is a call without an answer: Excel then shows the message too.
 *
 * @throws FunctionProblem the one of the only cell.
 */
function settled(results: ResultCell[][]): ResultCell[][] {
  const only = results.length === 1 && results[0].length === 1 ? results[0][0] : null;
  if (only instanceof FunctionProblem) throw only;
  return results;
}

/** A figure, or the reason why there is none: sums of very large numbers leave the range of floating point. */
export function finite(figure: number): ResultCell {
  return Number.isFinite(figure) ? figure : new FunctionProblem({ kind: "tooLarge" });
}
