import { weightedScores } from "../analysis";
import {
  notNegative,
  placeOf,
  positiveNumbersOf,
  readNumbers,
  requireNumbers,
  wrongByRow,
  type Cells,
  type Requirement,
} from "./cells";
import { FunctionProblem } from "./problem";

/** Scores of one axis, one per row. */
export interface AxisScores {
  argument: string;
  /** NaN where no criterion with a weight is filled in, and where a cell is wrong. */
  scores: Float64Array;
  /** What is wrong with the cells of each row; undefined where nothing is. */
  wrong: readonly (FunctionProblem | undefined)[];
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
 * @throws FunctionProblem for weights that do not fit, and when nothing is filled in at all.
 */
export function axisScores(criteria: Cells, weights: Cells | null, scale: ExpectedScale | null): AxisScores {
  const parts = weights ? weightsOf(weights, criteria.columns) : new Float64Array(criteria.columns).fill(1);
  const read = readNumbers(criteria, scoreOn(criteria, scale));
  const { numbers } = read;
  if (read.wrong.size === 0) requireNumbers(criteria.argument, numbers);
  const wrong = wrongByRow(criteria, read);
  const { scores } = weightedScores(numbers, criteria.rows, parts);
  return {
    argument: criteria.argument,
    scores: scores.map((score, row) => (wrong[row] ? NaN : score)),
    wrong,
  };
}

/** Why a row has no score. */
export function withoutScore({ argument, wrong }: AxisScores, row: number): FunctionProblem {
  return wrong[row] ?? new FunctionProblem({ kind: "noCriteria", argument });
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

/** What is wrong with a score below 0, or outside the scale; 0 is one that is not filled in. */
function scoreOn(criteria: Cells, scale: ExpectedScale | null): Requirement {
  const positive = notNegative(criteria);
  return (value, position) => {
    const negative = positive(value, position);
    if (negative || !scale || value === 0) return negative;
    const { lowest, highest, cut } = scale;
    if (value >= lowest && value <= highest) return null;
    return {
      kind: "outsideScale",
      argument: criteria.argument,
      at: placeOf(criteria, position),
      value,
      lowest,
      highest,
      cut,
    };
  };
}
