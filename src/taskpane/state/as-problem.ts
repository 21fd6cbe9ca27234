import { Problem } from "../../portfolio";

/** Whatever was thrown as a problem that can be told in words: a defect of ours reads as a refusal of Excel does. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem({ kind: "office", code: "GeneralException", message: String(error) });
}
