import { Problem } from "../portfolio";

/** Code of an error that Office.js threw; null for everything else. Told by its shape, since a frame has its own `Error`. */
export function officeCode(error: unknown): string | null {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : null;
}

const goneCodes: ReadonlySet<string | null> = new Set([
  "ItemNotFound",
  "InvalidReference",
  "InvalidObjectPath",
]);

/** Whether Excel says that something which was seen before is no longer there: somebody has changed the workbook meanwhile. */
export const isGone = (error: unknown): boolean => goneCodes.has(officeCode(error));

/**
 * Any failure as a {@link Problem}; the error itself is kept as its cause.
 * @param sheet sheet that was being written, for the message about protection
 */
export function problemOf(error: unknown, sheet: string | null = null): Problem {
  if (error instanceof Problem) return error;
  const code = officeCode(error);
  const problem =
    code === "InvalidOperationInCellEditMode"
      ? new Problem({ kind: "editMode" })
      : code === "AccessDenied" && sheet !== null
        ? new Problem({ kind: "protectedSheet", sheet })
        : code === null
          ? new Problem({ kind: "unexpected" })
          : new Problem({ kind: "office", code });
  problem.cause = error;
  return problem;
}
