/** The runs of each list as the workbook remembers them, in one setting. */
import {
  type FullSnapshot,
  isNewer,
  type KeptRuns,
  noRuns,
  notShown,
  parseKeptRuns,
  type Shown,
  type Steps,
  withoutOldest,
  withoutSnapshots,
  withRunSteps,
} from "../../portfolio";
import type { ListIdentity } from "../operations";
import { entryOfList, identityKept, isIdentity } from "./kept-list";

export const runsKey = "keyfolio.snapshots";

/** As it stands in the setting. */
export interface StoredRuns {
  version: 1;
  /** The list of the last run first. */
  lists: readonly (ListIdentity & KeptRuns)[];
}

/**
 * Letters of the setting. Excel keeps settings of 1 MB, and supports 2 MB at most (office-js 621, 3957); 24 runs of 2,000
 * clients take 560,000, of 4,000 about a million.
 */
export const lettersInSetting = 1_000_000;
/** Letters of the runs on a sheet of their own: five runs of 100,000 clients, 24 of 25,000. */
export const lettersOnSheet = 8_000_000;
const mostLists = 50;

/** What a run was about: which list, by what it was classified, and where that stands in the workbook. */
export interface FinishedRun {
  list: ListIdentity;
  snapshot: FullSnapshot;
  shows: readonly Shown[];
  /** ISO day of the run. */
  day: string;
  /** Digest of the costs that the sheets reckon with. */
  costs?: string;
}

/** What is left of the runs where only what the workbook shows is remembered. */
export const onlyShown = ({ version, lists }: StoredRuns): StoredRuns => ({
  version,
  lists: lists.map((each) => ({ ...each, ...withoutSnapshots(each) })),
});

/** The runs of a list; null where a later version of Keyfolio stored them. */
export function runsOf(stored: unknown, list: ListIdentity): KeptRuns | null {
  if (isNewer(stored, 1)) return null;
  return entryOfList(listsIn(stored), list) ?? noRuns;
}

/**
 * The setting after a run; the oldest snapshots go where it grows too large, of the list itself first, and a list that is too
 * large for one of its own keeps none, only what the workbook shows of it. Null for what a later version stored.
 *
 * @param mostLetters that all runs together may take
 */
export function* withFinishedRun(
  stored: unknown,
  { list, snapshot, shows, day, costs }: FinishedRun,
  mostLetters: number,
): Steps<StoredRuns | null> {
  if (isNewer(stored, 1)) return null;
  const lists = listsIn(stored);
  const own = entryOfList(lists, list);
  const rest = lists.filter((kept) => kept !== own);
  const others = shows.includes("sheets") ? withoutSheets(rest) : rest;
  let runs: KeptRuns = yield* withRunSteps(own ?? noRuns, snapshot, { shows, day, costs });
  while (lettersOf(runs) > mostLetters) runs = withoutOldest(runs) ?? withoutSnapshots(runs);
  const kept = [{ ...identityKept(list), ...runs }, ...others];
  let letters = 0;
  const fitting = kept.slice(0, mostLists).filter((each) => (letters += lettersOf(each)) <= mostLetters);
  return { version: 1, lists: fitting };
}

/** What was remembered before a run, but for what the sheets of the report show: they still show that run. */
export function withSheetsOf(before: unknown, after: unknown): unknown {
  const [was, is] = [listsIn(before), listsIn(after)];
  const shown = is.find(({ sheets }) => sheets !== null);
  if (!shown || isNewer(before, 1) || isNewer(after, 1)) return before;
  const { sheets } = shown;
  const own = entryOfList(was, shown);
  const others = withoutSheets(was.filter((kept) => kept !== own));
  return { version: 1, lists: [{ ...noRuns, ...own, ...identityKept(shown), sheets }, ...others] };
}

/** The sheets of the report are those of one list. */
const withoutSheets = (lists: readonly (ListIdentity & KeptRuns)[]) =>
  lists.map((kept) => (kept.sheets ? { ...kept, ...notShown(kept, "sheets") } : kept));

const lettersOf = (runs: KeptRuns): number => JSON.stringify(runs).length;

/** What can be read of the setting: anybody may have changed it. */
function listsIn(stored: unknown): (ListIdentity & KeptRuns)[] {
  const { version, lists } = (stored ?? {}) as { version?: unknown; lists?: unknown };
  if (version !== 1 || !Array.isArray(lists)) return [];
  return lists.slice(0, mostLists).flatMap((entry: unknown) => {
    if (!isIdentity(entry)) return [];
    const runs = parseKeptRuns(entry);
    return runs === noRuns ? [] : [{ ...identityKept(entry), ...runs }];
  });
}
