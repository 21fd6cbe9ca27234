import { Problem } from "../portfolio";

/** Code of an error that Office.js threw; null for everything else. */
export function officeCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/**
 * Any failure as a {@link Problem}; the error itself is kept as its cause.
 * @param sheet sheet that was being written, for the message about protection
 */
export function problemOf(error: unknown, sheet: string | null = null): Problem {
  if (error instanceof Problem) return error;
  const code = officeCode(error);
  const message = error instanceof Error ? error.message : String(error);
  const problem =
    code === "InvalidOperationInCellEditMode"
      ? new Problem({ kind: "editMode" })
      : code === "AccessDenied" && sheet !== null
        ? new Problem({ kind: "protectedSheet", sheet })
        : new Problem({ kind: "office", code: code ?? "GeneralException", message });
  problem.cause = error;
  return problem;
}
