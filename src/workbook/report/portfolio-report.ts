import type { Language } from "../../locales";
import { type Classification, digestOfCosts, type FullSnapshot, type Moves, Problem } from "../../portfolio";
import { readAndClassify, type ClassifiedSource } from "../columns/classified-source";
import { classifyRowsWhen, rememberedRows, type RowsTrace, type RunOutcome } from "../columns/classify-rows";
import { withMadeList } from "../made-list";
import { marksReportSheet } from "../marks/own-names";
import { cutOff, inSpiteOfTrouble, officeCode, problemOf } from "../office-problem";
import { asOwnWork } from "../following/own-work";
import type { ReportOutcome } from ".";
import type { ReportTrace } from "./report-trace";
import type { RunOptions, RunRequest } from "../run-options";
import { keepRun } from "../settings/keep-run";
import { settingKeys, storeSetting } from "../settings/settings";
import { identityOfPlace } from "../source/list-place";
import { comparisonWithEarlier } from "./comparison";

/** What a report shows, and where it stands. */
export type ReportedRun = Omit<RunOutcome, "written" | "trace"> & {
  report: ReportOutcome;
  /** Of the classes since an earlier run; null where there is none to compare with. */
  moves: Moves | null;
  trace: ReportedTrace;
};

/** What a run with a report left behind; `columns` is null where it wrote none. */
export type ReportedTrace = RowsTrace & { report: ReportTrace };

/**
 * Classifies the client list and builds the report's sheets; the list itself is left alone.
 *
 * @throws Problem, and nothing else
 */
export async function portfolioReport(request: RunRequest, options: RunOptions = {}): Promise<ReportedRun> {
  let brought: ClassifiedSource | null = null;
  try {
    return await asOwnWork(() =>
      Excel.run(async (context) => {
        const found = (brought = await readAndClassify(context, request, options));
        requireRoomForSheets(found);
        const { source, classification, language, costs } = found;
        const identity = identityOfPlace(source.place);
        const { report, trace, snapshot, moves } = await buildReport(
          context,
          { classification, language, identity, costs },
          request,
          options,
        );
        const { activeSheet } = trace;
        const runs = await keepRun({
          list: identity,
          snapshot,
          shows: ["sheets"],
          day: request.today,
          costs: digestOfCosts(costs),
        });
        return {
          list: source.list,
          classification,
          language,
          identity,
          costs,
          report,
          moves,
          trace: { columns: null, made: found.made, runs, activeSheet, report: trace },
        };
      }),
    );
  } catch (error) {
    throw endOfReport(error, brought);
  }
}

/** What ended a run that makes sheets of a list as it was found. */
export const endOfReport = (error: unknown, found: ClassifiedSource | null): Problem =>
  problemOf(found ? withMadeList(error, found.made, found.source.place.sheet) : error);

/**
 * Both runs with one reading of the list: result columns first, then the report of the same classification.
 *
 * @throws Problem, and nothing else
 */
export function classifyAndReport(
  request: RunRequest,
  options: RunOptions & RowsWritten = {},
): Promise<RunOutcome & ReportedRun> {
  return asOwnWork(() => classifyThenReport(request, options));
}

/** What a caller wants to know of a run that may stop between its two parts. */
export interface RowsWritten {
  /** The columns stand: what it takes to undo them, should the report not come. */
  onRowsWritten?: (trace: RowsTrace) => void;
}

/** A file of its own beside the page's script: most of the time the pane is open without it. */
const reportWriter = () => import(/* webpackChunkName: "report" */ ".");

async function classifyThenReport(
  request: RunRequest,
  options: RunOptions & RowsWritten,
): Promise<RunOutcome & ReportedRun> {
  try {
    // Should it not come, the list is as it was.
    await reportWriter();
  } catch (error) {
    throw problemOf(error);
  }
  const outcome = await classifyRowsWhen(requireRoomForSheets, request, options);
  const { identity } = outcome;
  options.onRowsWritten?.(outcome.trace);
  try {
    const { report, trace, snapshot, moves } = await Excel.run((context) =>
      // The list has been written: the run is no longer to be cancelled.
      buildReport(context, outcome, request, { onProgress: options.onProgress }),
    );
    const shows = ["columns", "sheets"] as const;
    const runs = await keepRun({
      list: identity,
      snapshot,
      shows,
      day: request.today,
      costs: digestOfCosts(outcome.costs),
    });
    return { ...outcome, report, moves, trace: { ...outcome.trace, runs, report: trace } };
  } catch (error) {
    options.onRowsWritten?.((await rememberedRows(outcome, request)).trace);
    throw withColumns(problemOf(error));
  }
}

/** The message must not keep back that the result columns were written. */
function withColumns(problem: Problem): Problem {
  const { detail, cause } = problem;
  const { sheets, typed } = detail.kind === "cutOff" ? detail : { sheets: [] };
  return cutOff(sheets, cause ?? problem, true, typed);
}

/**
 * A first report adds sheets.
 * @throws Problem protectedWorkbook
 */
function requireRoomForSheets({ source }: ClassifiedSource): void {
  const { structureProtected, ownNames } = source.workbook;
  if (structureProtected && !ownNames.some(({ name, cell }) => cell !== null && marksReportSheet(name))) {
    throw new Problem({ kind: "protectedWorkbook" });
  }
}

/** Above so many clients the engine without Excel takes minutes for the formulas of a Proof sheet. */
const mostProvedUnasked = 1000;

/** Whether a report gets its Proof sheet: where the rules say nothing, where nobody waits for it and it does not take long. */
function isProved({ policy, portfolio }: Classification, isUnattended = false): boolean {
  return policy.proof ?? (isUnattended && portfolio.clients.length <= mostProvedUnasked);
}

async function buildReport(
  context: Excel.RequestContext,
  {
    classification,
    language,
    identity,
    costs,
  }: Pick<RunOutcome, "classification" | "language" | "identity" | "costs">,
  request: RunRequest,
  { onProgress, signal }: RunOptions,
): Promise<{ report: ReportOutcome; trace: ReportTrace; snapshot: FullSnapshot; moves: Moves | null }> {
  const { today, isUnattended } = request;
  const { written, ...sheets } = await writingSheets(context, language, async () => {
    onProgress?.("report", 0);
    const { snapshot, comparison } = await comparisonWithEarlier(context, classification, identity, request);
    const { writeReport } = await reportWriter();
    const report = await writeReport(context, classification, {
      language,
      today,
      comparison,
      costs,
      proof: isProved(classification, isUnattended),
      listSheetId: identity.sheetId,
      staysInView: isUnattended,
      signal,
      onProgress: (fraction) => onProgress?.("report", fraction),
    });
    return { report, snapshot, comparison };
  });
  const { snapshot, comparison } = written;
  const moves = comparison === "next" || comparison === null ? null : comparison.moves;
  return { ...sheets, snapshot, moves };
}

/**
 * Lets sheets of ours be written where that can be, and fixes the language of the workbook.
 * @throws Problem readOnlyWorkbook, protectedWorkbook; what `write` throws
 */
export async function writingSheets<Written extends { report: ReportOutcome }>(
  context: Excel.RequestContext,
  language: Language,
  write: () => Promise<Written>,
): Promise<{ report: ReportOutcome; trace: ReportTrace; written: Written }> {
  const { workbook } = context;
  workbook.load("readOnly");
  workbook.protection.load("protected");
  const stored = workbook.settings.getItemOrNullObject(settingKeys.language).load("value");
  const active = workbook.worksheets.getActiveWorksheet().load("id");
  await context.sync();
  if (workbook.readOnly) throw new Problem({ kind: "readOnlyWorkbook" });
  let written: Written;
  try {
    written = await write();
  } catch (error) {
    if (officeCode(error) === "AccessDenied" && workbook.protection.protected) {
      throw new Problem({ kind: "protectedWorkbook" });
    }
    throw error;
  }
  if (stored.isNullObject || stored.value !== language) {
    await inSpiteOfTrouble(context, () => storeSetting(context, settingKeys.language, language));
  }
  const before = stored.isNullObject ? undefined : (stored.value as unknown);
  const { report } = written;
  const trace = { sheets: report.sheets, activeSheet: active.id, language: { before, after: language } };
  return { report, trace, written };
}
