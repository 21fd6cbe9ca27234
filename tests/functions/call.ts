import { catalogue, type FormulaName } from "../../src/functions/catalogue";
import { FunctionProblem, problemText } from "../../src/functions/problem";
import { inWords, type ResultCell } from "../../src/functions/result";
import type { Language } from "../../src/locales";
import type { Shown } from "./formula-cases";

/** Calls a formula without Excel and shows the result as a cell does: errors with the message that Excel would show. */
export function call(
  name: FormulaName,
  parameters: readonly unknown[],
  language: Language = "en",
): Shown[][] {
  const show = (cell: ResultCell): Shown => {
    const worded = inWords(cell, language);
    return worded instanceof FunctionProblem ? shownProblem(worded, language) : worded;
  };
  try {
    return catalogue[name](...parameters).map((row) => row.map(show));
  } catch (problem) {
    if (problem instanceof FunctionProblem) return [[shownProblem(problem, language)]];
    throw problem;
  }
}

function shownProblem(problem: FunctionProblem, language: Language): Shown {
  const withMessage = problem.code === "#VALUE!" || problem.code === "#N/A";
  return withMessage
    ? { error: problem.code, message: problemText(problem, language) }
    : { error: problem.code };
}

/** Asserts what a formula shows: figures to 12 digits; a message is compared where one is expected. */
export function expectShown(found: Shown[][], expected: Shown[][]): void {
  expect(found.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  found.forEach((row, r) =>
    row.forEach((cell, c) => {
      const wanted = expected[r][c];
      if (typeof wanted === "number" && typeof cell === "number") {
        expect(Math.abs(cell - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
      } else if (typeof wanted === "object" && typeof cell === "object" && wanted.message === undefined) {
        expect(cell.error).toBe(wanted.error);
      } else {
        expect(withPlainSpaces(cell)).toEqual(wanted);
      }
    }),
  );
}

/** The data files have plain spaces where the texts keep a figure and its unit together. */
function withPlainSpaces(cell: Shown): Shown {
  return typeof cell === "object"
    ? { ...cell, message: cell.message?.replaceAll("\u00a0", " ") }
    : typeof cell === "string"
      ? cell.replaceAll("\u00a0", " ")
      : cell;
}
