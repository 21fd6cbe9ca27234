import type { RunState } from "../../commands/runs";
import {
  type Change,
  changesSteps,
  type Classification,
  digestOfCosts,
  type FullSnapshot,
  inSlices,
  type KeptRuns,
  type ScenarioCosts,
  type Shown,
  type ShownSnapshot,
  shownSnapshotSteps,
  snapshotSteps,
} from "../../portfolio";
import type { Freshness, Outdated } from "./freshness";

type Slices = Parameters<typeof inSlices>[1];

/** What was unpacked of the runs of the list in use; a workbook is read more often than it is run. */
let unpacked: { runs: KeptRuns; shown: Map<Shown, ShownSnapshot | null> } | null = null;

async function shownOf(runs: KeptRuns, what: Shown, options: Slices): Promise<ShownSnapshot | null> {
  if (unpacked?.runs !== runs) unpacked = { runs, shown: new Map() };
  const { shown } = unpacked;
  const known = shown.get(what);
  if (known !== undefined) return known;
  const found = await inSlices(shownSnapshotSteps(runs, what), options);
  shown.set(what, found);
  return found;
}

/** Compares what stands in the workbook with the classification of now. */
export async function freshnessOf(
  runs: KeptRuns,
  classification: Classification,
  costs: ScenarioCosts,
  options: Slices,
): Promise<Freshness> {
  const now = await inSlices(snapshotSteps(classification), options);
  return {
    columns: await outdated(runs, "columns", now, options),
    sheets: await outdated(runs, "sheets", now, options, digestOfCosts(costs)),
    hasSheets: runs.sheets !== null,
    fingerprint: now.fingerprint,
  };
}

async function outdated(
  runs: KeptRuns,
  what: Shown,
  now: FullSnapshot,
  options: Slices,
  costs?: string,
): Promise<Outdated | null> {
  const stamp = runs[what];
  if (!stamp) return null;
  const isOther = costs !== undefined && stamp.costs !== undefined && stamp.costs !== costs;
  const ofCosts: readonly Change[] = isOther ? [{ kind: "costs" }] : [];
  if (stamp.fingerprint === now.fingerprint) return isOther ? { day: stamp.day, changes: ofCosts } : null;
  const shown = await shownOf(runs, what, options);
  if (!shown) return { day: stamp.day, changes: [] };
  const changes = await inSlices(changesSteps(shown.snapshot, now), options);
  return { day: shown.day, changes: [...changes, ...ofCosts] };
}

/** Fingerprints of what finished runs found. */
const found = new WeakMap<Classification, string>();

/** Whether the message about a finished run says what is not so any more: its list, or its rules, are other ones now. */
export async function isOverdue(
  run: Extract<RunState, { status: "done" }>,
  { portfolio: { list } }: Classification,
  { fingerprint }: Freshness,
): Promise<boolean> {
  const { classification } = run.outcome;
  const ofRun = classification.portfolio.list;
  if (ofRun.sheet !== list.sheet || ofRun.name !== list.name) return false;
  const known = found.get(classification) ?? (await inSlices(snapshotSteps(classification))).fingerprint;
  found.set(classification, known);
  return known !== fingerprint;
}
