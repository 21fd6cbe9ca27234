import { weightedScores } from "../analysis";
import { placeOf, positiveNumbersOf, requireNumbers, type Cells } from "./cells";
import { FunctionProblem } from "./problem";
import type { ResultCell } from "./result";

/** Scores of one axis, one per row. */
export interface AxisScores {
  argument: string;
  /** NaN where no criterion with a weight is filled in. */
  scores: Float64Array;
}

/** Scale that the scores must be on. */
export interface ExpectedScale {
  lowest: number;
  highest: number;
  /** Argument that says that another scale is used. */
  cut: string;
}

/**
 * Weighted score of each row over the criteria that are filled in; blank or 0 = not filled in. Source: methods §5.
 *
 * @param weights one row or one column with a weight per criterion; null = all equal.
 * @param scale null when any positive score is welcome.
 * @throws FunctionProblem for cells that are no scores, weights that do not fit, and when nothing is filled in at all.
 */
export function axisScores(criteria: Cells, weights: Cells | null, scale: ExpectedScale | null): AxisScores {
  const parts = weights ? weightsOf(weights, criteria.columns) : new Float64Array(criteria.columns).fill(1);
  const numbers = positiveNumbersOf(criteria);
  if (scale) requireScale(criteria, numbers, scale);
  requireNumbers(criteria.argument, numbers);
  return { argument: criteria.argument, scores: weightedScores(numbers, criteria.rows, parts).scores };
}

/** Why a row has no score. */
export function withoutScore({ argument }: AxisScores): ResultCell {
  return new FunctionProblem({ kind: "noCriteria", argument });
}

function weightsOf(weights: Cells, criteria: number): Float64Array {
  const { argument, rows, columns } = weights;
  if (Math.min(rows, columns) !== 1 || rows * columns !== criteria) {
    throw new FunctionProblem({ kind: "otherWeights", argument, rows, columns, criteria });
  }
  const numbers = positiveNumbersOf(weights);
  const largest = Math.max(...numbers);
  if (largest === 0) throw new FunctionProblem({ kind: "weightsAllZero", argument });
  // Only their relation counts; weights near the end of floating point would add up to infinity.
  return largest > 1e100 ? numbers.map((weight) => weight / largest) : numbers;
}

function requireScale(criteria: Cells, numbers: Float64Array, { lowest, highest, cut }: ExpectedScale): void {
  const position = numbers.findIndex((score) => score !== 0 && !(score >= lowest && score <= highest));
  if (position < 0) return;
  throw new FunctionProblem({
    kind: "outsideScale",
    argument: criteria.argument,
    at: placeOf(criteria, position),
    value: numbers[position],
    lowest,
    highest,
    cut,
  });
}
