import { type Quadrant, cutValue, quadrant, weightedScores } from "../../../analysis";
import { type Criteria, type Policy, type Portfolio, weightOf } from "../../../portfolio";

/** Where rules would put the clients of a portfolio. */
export interface QuadrantTrial {
  quadrants: (Quadrant | null)[];
  /** The cuts as scores; undefined for a statistic of no score at all. */
  attractivenessCut: number | undefined;
  loyaltyCut: number | undefined;
}

/** Weights of the criteria of one axis, in the order of their columns; a criterion that is not named weighs 1. */
export function weightsOf({ headers }: Criteria, { kaism: { weights } }: Policy): number[] {
  return headers.map((header) => weightOf(weights, header));
}

/**
 * Quadrants of all clients by the rules of a policy.
 * @throws InvalidArgument when the weights of an axis are all 0
 */
export function tryQuadrants(portfolio: Portfolio, policy: Policy): QuadrantTrial {
  const { scale } = policy.kaism;
  const clients = portfolio.clients.length;
  const scoresOf = (criteria: Criteria) =>
    weightedScores(criteria.scores, clients, weightsOf(criteria, policy)).scores;
  const attractiveness = scoresOf(portfolio.attractiveness);
  const loyalty = scoresOf(portfolio.loyalty);
  const attractivenessCut = cutValue(policy.kaism.attractivenessCut, attractiveness, scale);
  const loyaltyCut = cutValue(policy.kaism.loyaltyCut, loyalty, scale);
  const quadrants = Array.from(attractiveness, (score, client) =>
    quadrant(score, loyalty[client], attractivenessCut ?? NaN, loyaltyCut ?? NaN),
  );
  return { quadrants, attractivenessCut, loyaltyCut };
}
