/** The result columns beside the list: planned, written, and put back when a run fails. */
import type { Language } from "../../locales";
import {
  type Classification,
  inSlices,
  Problem,
  type ProblemDetail,
  type ScenarioCosts,
  snapshotSteps,
  type SourceList,
} from "../../portfolio";
import { supports } from "../api-level";
import { carriesCards, type Cards } from "../cards/value-card";
import { readAndClassify, type ClassifiedSource } from "./classified-source";
import { joinedTrace, type MadeTrace, withMadeList } from "../made-list";
import { traceOf, type ColumnsTrace } from "./columns-trace";
import type { BegunList } from "../source/find/find-list";
import { addressOfArea, identityOfPlace } from "../source/list-place";
import type { ListIdentity } from "../operations";
import { keepRun, type RunsTrace } from "../settings/keep-run";
import { namesOf } from "../marks/own-names";
import { cutOff, isGone, officeCode, problemOf, saysProtected } from "../office-problem";
import { needsWriting, writeResults, writtenColumns, type WrittenColumns } from "./result-columns";
import { asOwnWork } from "../following/own-work";
import { planResultsSteps, typedIn } from "./results/result-plan";
import { stopIfCancelled, type RunOptions, type RunRequest } from "../run-options";
import { requireMarked } from "./results/unmarked-columns";
import type { Writing } from "./writing";

/** What a run did. */
export interface RunOutcome {
  list: SourceList;
  classification: Classification;
  /** Language of the texts that were written. */
  language: Language;
  written: WrittenColumns;
  /** By what the workbook knows the list of clients. */
  identity: ListIdentity;
  /** What scenarios of the list are reckoned with. */
  costs: ScenarioCosts;
  /** What it takes to undo the run. */
  trace: RowsTrace;
}

/** What classifying left behind: columns, and the list of clients that was made of lines. Null: nothing was written. */
export interface RowsTrace {
  columns: ColumnsTrace | null;
  made: MadeTrace | null;
  /** What the workbook remembers of runs; null: the same as before. */
  runs: RunsTrace | null;
  /** Identifier of the sheet in view when the run began. */
  activeSheet: string;
}

/** One run and two repeats when somebody changes the list meanwhile (product §3). */
const runs = 3;

/** Problems of a run that do not tell that a list of clients was made before it stopped. */
const saysNothingOfSheets: ReadonlySet<ProblemDetail["kind"]> = new Set([
  "office",
  "unexpected",
  "notLoaded",
  "editMode",
  "sourceChanged",
  "sourceGone",
  "protectedWorkbook",
] satisfies ProblemDetail["kind"][]);

/** Problems that say all there is to say of cells beside the list, where these have gone with it. */
const saysGone: ReadonlySet<ProblemDetail["kind"]> = new Set([
  "sourceGone",
  "sheetNotFound",
] satisfies ProblemDetail["kind"][]);

/**
 * Classifies the client list and writes the result columns beside it. All or nothing: when it fails, the workbook is as before.
 *
 * @throws Problem, and nothing else
 */
export async function classifyRows(request: RunRequest, options: RunOptions = {}): Promise<RunOutcome> {
  return asOwnWork(async () => {
    const outcome = await classifyRowsWhen(() => undefined, request, options);
    return rememberedRows(outcome, request);
  });
}

/** A run that wrote columns, remembered in the workbook. */
export async function rememberedRows(outcome: RunOutcome, { today }: RunRequest): Promise<RunOutcome> {
  const { classification, identity, trace } = outcome;
  const snapshot = await inSlices(snapshotSteps(classification));
  const runs = await keepRun({ list: identity, snapshot, shows: ["columns"], day: today });
  return { ...outcome, trace: { ...trace, runs } };
}

/**
 * The same with a condition of the caller's.
 * @param require throws a Problem when the run must not write, for what it knows once the list is read
 */
export async function classifyRowsWhen(
  require: (found: ClassifiedSource) => void,
  request: RunRequest,
  options: RunOptions,
): Promise<RunOutcome> {
  const { onProgress, signal } = options;
  let sheet: string | null = null;
  let begun: BegunList | undefined;
  let made: MadeTrace | null = null;
  // What was begun is taken back, or the problem says what stands there; but a list of clients made of lines is made anew first.
  let untouched = false;
  let madeSheet: string | null = null;
  const begunWriting: Writing[] = [];
  try {
    for (let run = 1; ; run++) {
      const found = await Excel.run((context) => readAndClassify(context, request, options, begun));
      begun = found.begun;
      made = joinedTrace(made, found.made);
      const { source, classification, language, costs } = found;
      requireMarked(source);
      require(found);
      sheet = source.place.sheet;
      untouched = source.list.lines === undefined;
      if (!untouched) madeSheet = sheet;
      const cards = await cardsOf(found, request, options);
      const plan = await inSlices(
        planResultsSteps(source.list, source.place, classification, language, cards),
      );
      onProgress?.("writing", 0);
      const { mapping } = classification.portfolio;
      const isWritten = needsWriting(source, plan, language);
      const written = isWritten
        ? await inOneUndoStep((context) =>
            writeResults(context, source, classification, plan, language, {
              onProgress: (fraction) => onProgress?.("writing", fraction),
              checkpoint: () => stopIfCancelled(signal),
              onWriting: (writing) => void begunWriting.push(writing),
            }),
          )
        : writtenColumns(plan);
      if (written !== "sourceChanged") {
        onProgress?.("writing", 1);
        const { sheets, active } = source.workbook;
        const activeSheet = sheets.find(({ name }) => name === active.sheet)!.id;
        // Once it has written: it knows more by then of what stood there before.
        const columns = isWritten ? traceOf(begunWriting.at(-1)!, mapping) : null;
        const typedOver = typedIn(plan, source.place);
        return {
          list: source.list,
          classification,
          language,
          written: typedOver.length > 0 ? { ...written, typedOver } : written,
          identity: identityOfPlace(source.place),
          costs,
          trace: { columns, made, runs: null, activeSheet },
        };
      }
      if (run === runs)
        throw new Problem({
          kind: "sourceChanged",
          address: addressOfArea(source.place.sheet, source.place.area),
        });
    }
  } catch (error) {
    const problem = problemOf(withMadeList(error, made, sheet ?? ""), sheet, untouched);
    const standing = await standingBeside(begunWriting, problem);
    if (standing) throw standing;
    throw madeSheet !== null && saysNothingOfSheets.has(problem.detail.kind)
      ? cutOff([madeSheet], error)
      : problem;
  }
}

/**
 * What the status cells shall carry, where this Excel can show it to somebody. A run can do without: whatever becomes of the
 * question, the classes are written.
 * @throws Problem cancelled
 */
async function cardsOf(
  { source, classification, language }: ClassifiedSource,
  request: RunRequest,
  options: RunOptions,
): Promise<Cards | null> {
  const hasStatus =
    classification.policy.columns.includes("status") ||
    source.place.own.some(({ column }) => column === "status");
  if (request.isUnattended || !hasStatus || !carriesCards()) return null;
  try {
    const { cardsOfList } = await import(/* webpackChunkName: "cards" */ "../cards");
    return await cardsOfList(source, classification, language, request, options);
  } catch {
    stopIfCancelled(options.signal);
    return null;
  }
}

/** What could not be put back, and a repeat would have put right; null where it has gone with its sheet or table. */
async function standingBeside(writings: readonly Writing[], { detail }: Problem): Promise<Problem | null> {
  const writing = writings.findLast(({ standing }) => standing);
  const standing = writing?.standing?.detail;
  if (standing?.kind !== "leftStanding" || detail.kind === "leftStanding") return null;
  if (saysGone.has(detail.kind) && !(await isMarked(writing!))) return null;
  const reason = detail.kind === "filterActive" ? "filter" : saysProtected(detail) ? "protection" : "refused";
  return new Problem({ ...standing, reason });
}

/** Whether a mark of what was written still stands on cells. Where Excel does not answer they may be there. */
async function isMarked({ plan }: Writing): Promise<boolean> {
  try {
    return await Excel.run(async (context) => {
      const marked = plan.map(({ name, scope }) =>
        namesOf(context, scope).getItemOrNullObject(name).getRangeOrNullObject().load("rowIndex"),
      );
      await context.sync();
      return marked.some(({ isNullObject }) => !isNullObject);
    });
  } catch (error) {
    return !isGone(error);
  }
}

/** Runs a batch as one step of the user's undo list, in Excel that can do so (ExcelApi 1.20). */
async function inOneUndoStep<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!supports("1.20")) return Excel.run(batch);
  try {
    return await Excel.run({ mergeUndoGroup: true }, batch);
  } catch (error) {
    // Some builds refuse to group members that others can undo (office-js #6711); everything was put back.
    if (officeCode(error) !== "UndoNotSupported") throw error;
    return Excel.run(batch);
  }
}
