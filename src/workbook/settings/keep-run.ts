import { inSlices, isNewer, isRecord } from "../../portfolio";
import {
  type FinishedRun,
  lettersInSetting,
  lettersOnSheet,
  onlyShown,
  runsKey,
  type StoredRuns,
  withFinishedRun,
  withSheetsOf,
} from "./runs-setting";
import { hasRoomForSheet, parsedPlace, putOnSheet, type TextOnSheet, textOnSheet } from "./runs-sheet";

/** The setting before a run and after it; undefined where there was none. */
export interface RunsTrace {
  before: unknown;
  after: unknown;
}

/** What is remembered of all runs, wherever it stands in the workbook; undefined where there is nothing. */
export async function readRuns(context: Excel.RequestContext): Promise<unknown> {
  return remembered(context, await readSetting(context));
}

async function readSetting(context: Excel.RequestContext): Promise<unknown> {
  const item = context.workbook.settings.getItemOrNullObject(runsKey).load("value");
  await context.sync();
  return item.isNullObject ? undefined : (item.value as unknown);
}

/** Where the setting says that its text is; null where it holds the runs itself. */
export const placeIn = (setting: unknown): TextOnSheet | null =>
  isRecord(setting) && !isNewer(setting, 1) ? parsedPlace(setting.onSheet, lettersOnSheet) : null;

/** Of a text that is gone or another one by now it is still known what the workbook shows. */
async function remembered(context: Excel.RequestContext, setting: unknown): Promise<unknown> {
  const place = placeIn(setting);
  const text = place && (await textOnSheet(context, place));
  try {
    return text === null ? setting : (JSON.parse(text) as unknown);
  } catch {
    return setting;
  }
}

/**
 * Remembers a finished run in the workbook. The run has succeeded whatever becomes of this: it is tried twice, and never throws.
 * @returns null when the workbook remembers the same as before
 */
export async function keepRun(run: FinishedRun): Promise<RunsTrace | null> {
  let trace: RunsTrace | null = null;
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      await Excel.run(async (context) => {
        const before = await readSetting(context);
        // The first request may have done its work, and only its answer been lost.
        if (trace && isSame(before, trace.after)) return;
        const after = await settingAfter(context, before, run);
        trace = after === null || isSame(before, after) ? null : { before, after };
        if (trace === null) return;
        context.workbook.settings.add(runsKey, after as unknown as string);
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- tried twice
        await context.sync();
      });
      return trace;
    } catch {
      continue;
    }
  }
  return null;
}

/** What the setting shall hold after a run: the runs, or where they stand; null where nothing new is to be remembered. */
async function settingAfter(
  context: Excel.RequestContext,
  setting: unknown,
  run: FinishedRun,
): Promise<unknown> {
  const before = await remembered(context, setting);
  const after = await runsAfter(context, before, run);
  if (after === null) return null;
  const text = JSON.stringify(after);
  if (fitsSetting(text)) return after;
  if (before !== setting && text === JSON.stringify(before)) return null;
  return { ...onlyShown(after), onSheet: await putOnSheet(context, text, placeIn(setting)) };
}

const fitsSetting = (text: string): boolean => text.length <= lettersInSetting;

/**
 * What is remembered after a run, as much as the workbook has room for: where no sheet can be added, what fits into a setting.
 * @param before what is remembered of all runs
 * @returns null for what a later version stored
 */
export async function runsAfter(
  context: Excel.RequestContext,
  before: unknown,
  run: FinishedRun,
): Promise<StoredRuns | null> {
  const after = await inSlices(withFinishedRun(before, run, lettersOnSheet));
  if (after === null || fitsSetting(JSON.stringify(after)) || (await hasRoomForSheet(context))) return after;
  return inSlices(withFinishedRun(before, run, lettersInSetting));
}

/**
 * Queues what was remembered before a run, unless something else is remembered by now.
 * @param stored with its value loaded
 * @param keepsSheets whether sheets of the report still show the run
 * @returns whether nothing is remembered on a sheet any more
 */
export function queueRunsBack(
  context: Excel.RequestContext,
  { before, after }: RunsTrace,
  stored: Excel.Setting,
  keepsSheets: boolean,
): boolean {
  if (stored.isNullObject || !isSame(stored.value, after)) return false;
  // What stands on a sheet is not read here.
  const isOnSheet = placeIn(before) !== null || placeIn(after) !== null;
  const again = keepsSheets && !isOnSheet ? withSheetsOf(before, after) : before;
  if (again === undefined) stored.delete();
  else context.workbook.settings.add(runsKey, again as string);
  return placeIn(before) === null;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
