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
