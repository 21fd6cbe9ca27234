import type { WhatStays } from "../../locales";
import { Problem } from "../../portfolio";
import { asOwnWork } from "../following/own-work";
import type { OwnColumn } from "../marks/own-columns";
import { problemOf } from "../office-problem";
import { readWorkbookState, type WorkbookState } from "../source/workbook-state";

/** What was taken back. */
export interface TakenBack {
  /** Headers of columns that went or got their previous cells again. */
  columns: readonly string[];
  /** Those of them that went. */
  gone?: readonly string[];
  sheets: readonly string[];
  /** Sheets that hold again what they held before the run. */
  pages?: readonly string[];
  stays: readonly WhatStays[];
}

/** Headers to name columns by; one whose header went before has none. */
export const headersOf = (columns: readonly OwnColumn[]): string[] =>
  columns.flatMap(({ header }) => (header === "" ? [] : [String(header)]));

/** Tries of a list: one, and two repeats when somebody changes it meanwhile. */
const attempts = 3;

/**
 * Takes columns beside a list back, and again when somebody changes the list meanwhile.
 *
 * @param takeBack reads the list and takes its columns back; returns what `takeColumnsBack` returns
 * @throws Problem leftStanding as soon as no try can be made while cells may show what belongs beside other rows; sourceChanged; what
 * `takeBack` throws
 */
export async function takingListBack<Done>(
  sheet: string,
  takeBack: () => Promise<Done | Problem | "sourceChanged">,
): Promise<Done> {
  let standing: Problem | null = null;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const done = await takeBack().catch((error: unknown) => {
      throw standing && !isLeftStanding(error) ? withCause(standing, error) : error;
    });
    if (done instanceof Problem) standing = done;
    else if (done !== "sourceChanged") return done;
  }
  throw standing ?? new Problem({ kind: "sourceChanged", address: sheet });
}

export const isLeftStanding = (error: unknown): error is Problem =>
  error instanceof Problem && error.detail.kind === "leftStanding";

function withCause(problem: Problem, cause: unknown): Problem {
  problem.cause = cause;
  return problem;
}

/**
 * Takes back what Keyfolio wrote, in a workbook whose sheets can be taken away.
 *
 * @param takeBack calls `onWriting` before its first change
 * @throws Problem, and nothing else; `unfinished` where something has been taken back already
 */
export async function takingBack(
  work: "undo" | "remove",
  takeBack: (
    context: Excel.RequestContext,
    state: WorkbookState,
    onWriting: () => void,
  ) => Promise<TakenBack>,
): Promise<TakenBack> {
  let begun = false;
  try {
    return await asOwnWork(() =>
      Excel.run(async (context) => {
        const state = await readWorkbookState(context);
        if (state.readOnly) throw new Problem({ kind: "readOnlyWorkbook" });
        if (state.structureProtected) throw new Problem({ kind: "protectedWorkbook" });
        return takeBack(context, state, () => (begun = true));
      }),
    );
  } catch (error) {
    const problem = problemOf(error);
    if (!begun) throw problem;
    const { detail } = problem;
    const standing = detail.kind === "leftStanding" && { standing: detail };
    const isPart = detail.kind === "unfinished" || detail.kind === "cutOff";
    const more = isPart && { sheets: detail.sheets, typed: detail.typed };
    throw withCause(new Problem({ kind: "unfinished", work, ...standing, ...more }), problem);
  }
}
