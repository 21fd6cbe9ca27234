import { cutValue, quadrant, type Quadrant } from "../analysis";
import { defaultPolicy } from "../portfolio";
import { cellsOf, optionalCells, singleNumber } from "./cells";
import { axisScores, withoutScore, type AxisScores } from "./criteria";
import { FunctionProblem } from "./problem";
import { asColumn, type Phrase } from "./result";

const { scale } = defaultPolicy.kaism;
const middle = cutValue("middle", [], scale)!;

const phrases: Readonly<Record<Quadrant, Phrase>> = {
  key: ({ columns }) => columns.quadrants.key,
  development: ({ columns }) => columns.quadrants.development,
  maintenance: ({ columns }) => columns.quadrants.maintenance,
  opportunistic: ({ columns }) => columns.quadrants.opportunistic,
};

/**
 * Quadrant of each client in the Key Account Identification and Selection Matrix, below each other.
 * High is a weighted score at or above the cut. Source: methods §5.
 *
 * @customfunction KAISM
 * @param attractiveness A row per client, a column per criterion of attractiveness; blank or 0 = not filled in.
 * @param loyalty A row per client, a column per criterion of loyalty.
 * @param [attractivenessWeights] A row or a column with a weight per criterion; equal weights when left out.
 * @param [loyaltyWeights] A row or a column with a weight per criterion; equal weights when left out.
 * @param [attractivenessCut] Score from which attractiveness is high; 5.5 when left out, for scores from 1 to 10.
 * @param [loyaltyCut] Score from which loyalty is high; 5.5 when left out, for scores from 1 to 10.
 * @returns {any[][]}
 * @throws FunctionProblem for ranges, weights and cuts that do not fit; for scores that do not only in their own row.
 */
export function kaism(
  attractiveness: unknown[][],
  loyalty: unknown[][],
  attractivenessWeights?: unknown[][],
  loyaltyWeights?: unknown[][],
  attractivenessCut?: unknown,
  loyaltyCut?: unknown,
) {
  const vertical = cellsOf("attractiveness", attractiveness);
  const horizontal = cellsOf("loyalty", loyalty);
  if (horizontal.rows !== vertical.rows) {
    throw new FunctionProblem({
      kind: "otherRows",
      argument: "loyalty",
      rows: horizontal.rows,
      like: "attractiveness",
      likeRows: vertical.rows,
    });
  }
  const high = cutOf("attractivenessCut", attractivenessCut);
  const near = cutOf("loyaltyCut", loyaltyCut);
  const attraction = axisScores(
    vertical,
    optionalCells("attractivenessWeights", attractivenessWeights),
    high === null ? { ...scale, cut: "attractivenessCut" } : null,
  );
  const bond = axisScores(
    horizontal,
    optionalCells("loyaltyWeights", loyaltyWeights),
    near === null ? { ...scale, cut: "loyaltyCut" } : null,
  );
  return asColumn(
    Array.from(attraction.scores, (score, row) => {
      const sector = quadrant(score, bond.scores[row], high ?? middle, near ?? middle);
      return sector ? phrases[sector] : withoutScore(failingAxis(row, attraction, bond), row);
    }),
  );
}

/** The axis without a score: a wrong cell says more than one that is not filled in. */
function failingAxis(row: number, attraction: AxisScores, bond: AxisScores): AxisScores {
  if (attraction.wrong[row]) return attraction;
  return bond.wrong[row] || !Number.isNaN(attraction.scores[row]) ? bond : attraction;
}

/** null when the cut is left out, so that the scores must be on the scale that the default cut is the middle of. */
function cutOf(argument: string, value: unknown): number | null {
  const cut = singleNumber(argument, value);
  if (cut !== null && cut <= 0) throw new FunctionProblem({ kind: "cutNotAboveZero", argument, value: cut });
  return cut;
}
