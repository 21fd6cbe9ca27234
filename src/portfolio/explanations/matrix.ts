import { percentileScores } from "../../analysis";
import { quadrantFlipsOf } from "../classification/scenarios/safety";
import { weightOf } from "../policy/policy";
import { many } from "./inputs";
import type { Axis, QuadrantExplanation } from "./explanation";
import type { Ground } from "./ground";

/** The place of a client in the matrix; null where the list has no scores and none were derived. Source: methods §5. */
export function explainQuadrant(ground: Ground, client: number): QuadrantExplanation | null {
  const { classification } = ground;
  const { quadrants, derivedScores, policy } = classification;
  if (quadrants.every((quadrant) => quadrant === null)) return null;
  return {
    ...ground.ofClient(client, 5, ["DS", "MW"]),
    kind: "quadrant",
    value: quadrants[client],
    inputs: {
      attractiveness: axisOf(ground, client, "attractiveness"),
      loyalty: axisOf(ground, client, "loyalty"),
    },
    scale: policy.kaism.scale,
    derived: derivedScores,
    distance: quadrantFlipsOf(classification, client),
  };
}

function axisOf(ground: Ground, client: number, axis: "attractiveness" | "loyalty"): Axis {
  const { classification } = ground;
  const { portfolio, policy, derivedScores } = classification;
  const { headers, scores } = portfolio[axis];
  const cutRule = axis === "loyalty" ? policy.kaism.loyaltyCut : policy.kaism.attractivenessCut;
  return {
    score: classification[axis][client],
    cut: axis === "loyalty" ? classification.loyaltyCut : classification.attractivenessCut,
    cutRule,
    criteria: headers.map((header, k) => {
      const score = scores[client * headers.length + k];
      return {
        header,
        score: score === 0 || Number.isNaN(score) ? null : score,
        weight: weightOf(policy.kaism.weights, header),
        cells: ground.cells.underHeader(client, axis, header),
      };
    }),
    facts: derivedScores
      ? ground.facts[axis].map(({ fact, values }) => ({
          fact,
          value: values[client],
          score: percentileScores(values, policy.kaism.scale)[client],
          all: many(values),
        }))
      : [],
    others: cutRule === "mean" || cutRule === "median" ? many(classification[axis]) : null,
  };
}
