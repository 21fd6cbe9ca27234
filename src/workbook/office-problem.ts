import { Problem, type WrittenOver } from "../portfolio";

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

/** Whether a script of the page did not come; the bundler's runtime calls its error so. */
export const isNotLoaded = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "name" in error && error.name === "ChunkLoadError";

/** Whether Excel says that something which was seen before is no longer there: somebody has changed the workbook meanwhile. */
export const isGone = (error: unknown): boolean => goneCodes.has(officeCode(error));

/** Whether a reading found that cells have moved while it went on. */
export const hasMoved = (error: unknown): boolean =>
  error instanceof Problem && error.detail.kind === "sourceChanged";

const conflictCodes: ReadonlySet<string | null> = new Set(["MergedRangeConflict", "InsertDeleteConflict"]);

/** Whether Excel refuses to insert cells because merged cells or a table would be split. */
export const isConflict = (error: unknown): boolean => conflictCodes.has(officeCode(error));

/** Whether a problem says that a sheet, or the structure of the workbook, is protected. */
export const saysProtected = ({ kind }: Problem["detail"]): boolean =>
  kind === "protectedSheet" || kind === "protectedWorkbook";

/** A run that was cut off on sheets of its own, with the failure as its cause. */
export function cutOff(
  sheets: readonly string[],
  cause: unknown,
  classified = false,
  typed: readonly WrittenOver[] = [],
): Problem {
  const isProtected =
    officeCode(cause) === "AccessDenied" || (cause instanceof Problem && saysProtected(cause.detail));
  const reason = isProtected ? "protection" : "refused";
  const problem = new Problem({
    kind: "cutOff",
    sheets,
    classified,
    reason,
    ...(typed.length > 0 && { typed }),
  });
  problem.cause = cause;
  return problem;
}

/**
 * Any failure as a {@link Problem}; the error itself is kept as its cause.
 * @param sheet sheet that was being written, for the message about protection
 * @param untouched whether the list is known to be as it was
 */
export function problemOf(error: unknown, sheet: string | null = null, untouched?: boolean): Problem {
  if (error instanceof Problem) return error;
  const code = officeCode(error);
  const problem = isNotLoaded(error)
    ? new Problem({ kind: "notLoaded" })
    : code === "InvalidOperationInCellEditMode"
      ? new Problem({ kind: "editMode" })
      : code === "AccessDenied" && sheet !== null
        ? new Problem({ kind: "protectedSheet", sheet })
        : code === null
          ? new Problem({ kind: "unexpected", ...(untouched && { untouched }) })
          : new Problem({ kind: "office", code, ...(untouched && { untouched }) });
  problem.cause = error;
  return problem;
}

/** Does what may be done twice, once more when it fails: a connection may be lost for a moment only. @returns whether it is done */
export async function isDoneInTwo(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return work().then(
      () => true,
      () => false,
    );
  }
}

/**
 * Does what a finished run can do without: sends a request, once more when it fails, and goes on whatever becomes of it.
 * @param queue puts into the request what it is for
 */
export async function inSpiteOfTrouble(context: Excel.RequestContext, queue: () => void): Promise<void> {
  await isDoneInTwo(async () => {
    queue();
    await context.sync();
  });
}
