/** Whether the workbook still shows what the pane shows: what a run wrote against the list and the rules of now. */
import type { Job, RunState } from "../../commands/runs";
import { textsOf, type Language } from "../../locales";
import {
  type Change,
  changesSteps,
  type Classification,
  type FullSnapshot,
  inSlices,
  type KeptRuns,
  type Shown,
  type ShownSnapshot,
  shownSnapshotSteps,
  snapshotSteps,
} from "../../portfolio";

/** What the workbook shows of an earlier state: since which day, and what has changed. */
export interface Outdated {
  day: string;
  changes: readonly Change[];
}

/** Null: it shows the state of now, or nothing that is known. */
export interface Freshness {
  columns: Outdated | null;
  sheets: Outdated | null;
  /** Whether the sheets of the report are those of this list. */
  hasSheets: boolean;
  /** Of the list and the rules of now. */
  fingerprint: string;
}

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
  options: Slices,
): Promise<Freshness> {
  const now = await inSlices(snapshotSteps(classification), options);
  return {
    columns: await outdated(runs, "columns", now, options),
    sheets: await outdated(runs, "sheets", now, options),
    hasSheets: runs.sheets !== null,
    fingerprint: now.fingerprint,
  };
}

async function outdated(
  runs: KeptRuns,
  what: Shown,
  now: FullSnapshot,
  options: Slices,
): Promise<Outdated | null> {
  const stamp = runs[what];
  if (!stamp || stamp.fingerprint === now.fingerprint) return null;
  const shown = await shownOf(runs, what, options);
  if (!shown) return { day: stamp.day, changes: [] };
  return { day: shown.day, changes: await inSlices(changesSteps(shown.snapshot, now), options) };
}

/** What is to be done again, and in which words; empty where everything is as it should be. */
export function outdatedTexts({ columns, sheets }: Freshness, language: Language): string[] {
  const { freshness } = textsOf[language];
  const isSame = JSON.stringify(columns) === JSON.stringify(sheets);
  if (columns && isSame) return [freshness.outdated("both", columns.day, columns.changes)];
  return [
    ...(columns ? [freshness.outdated("columns", columns.day, columns.changes)] : []),
    ...(sheets ? [freshness.outdated("sheets", sheets.day, sheets.changes)] : []),
  ];
}

/** The run that brings it up to date; null where nothing is outdated. */
export function refreshingJob({ columns, sheets }: Freshness): Job | null {
  if (columns && sheets) return "classifyAndReport";
  return columns ? "classifyRows" : sheets ? "portfolioReport" : null;
}

/** What Summary says: "" where it shows the state of now. */
export const summaryLine = ({ sheets }: Freshness, language: Language): string =>
  sheets ? textsOf[language].freshness.outdated("sheets", sheets.day, sheets.changes) : "";

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
