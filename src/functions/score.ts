import { cellsOf, optionalCells } from "./cells";
import { axisScores, withoutScore } from "./criteria";
import { asColumn, finite } from "./result";

/**
 * Weighted score of each client over the criteria that are filled in, below each other. Source: methods §5.
 *
 * @customfunction SCORE
 * @param criteria A row per client, a column per criterion; blank or 0 = not filled in.
 * @param [weights] A row or a column with a weight per criterion, on any scale; equal weights when left out.
 * @returns {any[][]}
 * @throws FunctionProblem for weights that are not numbers or below 0 or do not fit; for such scores only in their own row.
 */
export function score(criteria: unknown[][], weights?: unknown[][]) {
  const axis = axisScores(cellsOf("criteria", criteria), optionalCells("weights", weights), null);
  return asColumn(
    Array.from(axis.scores, (figure, row) =>
      Number.isNaN(figure) ? withoutScore(axis, row) : finite(figure),
    ),
  );
}
