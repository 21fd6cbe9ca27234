import type { ProblemDetail } from "../../portfolio/problem";
import type { NumberDress } from "./numbers";

/** A sentence or two for every kind of problem: what is wrong, where, what to do. */
export type ProblemSentences = {
  readonly [Kind in ProblemDetail["kind"]]: (
    detail: Extract<ProblemDetail, { kind: Kind }>,
    numbers: NumberDress,
  ) => string;
};
