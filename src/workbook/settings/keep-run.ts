import { inSlices } from "../../portfolio";
import { type FinishedRun, runsKey, withFinishedRun } from "./runs-setting";

/** What was remembered before a run and after it; undefined where it was nothing. */
export interface RunsTrace {
  before: unknown;
  after: unknown;
}

/** The setting as it stands in the workbook; undefined where there is none. */
export async function readRuns(context: Excel.RequestContext): Promise<unknown> {
  const item = context.workbook.settings.getItemOrNullObject(runsKey).load("value");
  await context.sync();
  return item.isNullObject ? undefined : (item.value as unknown);
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
        const before = await readRuns(context);
        // The first request may have done its work, and only its answer been lost.
        if (trace && isSame(before, trace.after)) return;
        const after = await inSlices(withFinishedRun(before, run));
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

/**
 * Queues what was remembered before a run, unless something else is remembered by now.
 * @param stored with its value loaded
 */
export function queueRunsBack(
  context: Excel.RequestContext,
  { before, after }: RunsTrace,
  stored: Excel.Setting,
): void {
  if (stored.isNullObject || !isSame(stored.value, after)) return;
  if (before === undefined) stored.delete();
  else context.workbook.settings.add(runsKey, before as string);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
