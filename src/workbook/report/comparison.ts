import {
  type Classification,
  firmnessSteps,
  type FullSnapshot,
  inSlices,
  movesSteps,
  snapshotBeforeSteps,
  snapshotSteps,
} from "../../portfolio";
import type { ListIdentity } from "../operations";
import type { RunRequest } from "../run-options";
import { readRuns, runsAfter } from "../settings/keep-run";
import { runsOf } from "../settings/runs-setting";
import type { Comparison } from "./pages/subject";

/** Compares a classification with the one of an earlier run that the workbook remembers (methods §11). */
export async function comparisonWithEarlier(
  context: Excel.RequestContext,
  classification: Classification,
  list: ListIdentity,
  { today, compareWith }: RunRequest,
): Promise<{ snapshot: FullSnapshot; comparison: Comparison }> {
  const snapshot = await inSlices(snapshotSteps(classification));
  const stored = await readRuns(context);
  const runs = runsOf(stored, list);
  if (!runs) return { snapshot, comparison: null };
  const earlier = await inSlices(snapshotBeforeSteps(runs, snapshot.fingerprint, compareWith));
  if (!earlier) {
    const run = { list, snapshot, shows: ["sheets"], day: today } as const;
    const kept = await runsAfter(context, stored, run);
    return { snapshot, comparison: kept && runsOf(kept, list)!.runs.length > 0 ? "next" : null };
  }
  const firmness = await inSlices(firmnessSteps(classification));
  const moves = await inSlices(movesSteps(earlier, classification, firmness));
  return { snapshot, comparison: { moves, sameRules: earlier.rules === snapshot.rules } };
}
