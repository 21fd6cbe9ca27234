import { columnIndex } from "../reference";

/** "Excel specifications and limits": characters in a formula. */
const longestFormula = 8_192;

/**
 * Each sign in a row and each parenthesis in another is a step of the engine's stack, which ends before a formula of 8,192
 * characters does. Excel nests functions 64 deep; nobody types more of either.
 */
const tooManySigns = /(?:[-+%@#]\s*){65}/;
const deepest = 256;

/** Whether the engine can take a formula. Excel writes no others; other programs do. */
export function isCalculable(formula: string): boolean {
  return formula.length <= longestFormula && !tooManySigns.test(formula) && depthOf(formula) <= deepest;
}

function depthOf(formula: string): number {
  let [depth, most] = [0, 0];
  for (let at = 0; at < formula.length; at++) {
    if (formula[at] === "(") most = Math.max(most, ++depth);
    else if (formula[at] === ")") depth--;
  }
  return most;
}

/**
 * Cells of an area with its corners, such as `A1:XFD1048576`: the engine goes through each of them, filled or not. Of whole columns
 * it takes the rows in use, and of whole rows some columns.
 */
const mostCells = 10_000_000;
const columnsOfRows = 64;

/** Whether a formula names an area through which the engine would go for minutes; Excel itself often cannot. */
export function goesThroughTooMuch(formula: string): boolean {
  const corners = /\$?\b([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})\b/gi;
  for (const [, left, top, right, bottom] of formula.matchAll(corners)) {
    const columns = Math.abs(columnIndex(right) - columnIndex(left)) + 1;
    if (columns * (Math.abs(Number(bottom) - Number(top)) + 1) > mostCells) return true;
  }
  for (const [, top, bottom] of formula.matchAll(/(?<![\w$.])\$?(\d{1,7}):\$?(\d{1,7})\b/g))
    if (columnsOfRows * (Math.abs(Number(bottom) - Number(top)) + 1) > mostCells) return true;
  return false;
}
