import type { Problem, ProblemDetail } from "../../portfolio";

/** What stops a reading until the user has answered. */
export type Question = Extract<ProblemDetail, { kind: "doubtful" | "totalDiffers" }>;

/** The question that a problem is; null for a problem that no answer helps. */
export function questionOf(problem: Problem | null): Question | null {
  if (!problem) return null;
  const { detail } = problem;
  if (detail.kind === "totalDiffers") return detail;
  return detail.kind === "doubtful" && detail.doubt.alternatives.length > 0 ? detail : null;
}

export const isQuestion = (problem: Problem): boolean => questionOf(problem) !== null;
