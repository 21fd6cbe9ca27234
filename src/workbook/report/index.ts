/** The report: pages/ has one file per sheet, paint/ what they are made of. */
import type { Language } from "../../locales";
import {
  type Classification,
  inSlices,
  noCosts,
  Problem,
  type ScenarioCosts,
  type Steps,
  within,
} from "../../portfolio";
import { abcXyzSheet } from "./pages/abc-xyz";
import { activitySheet } from "./pages/activity/activity";
import { clientMatrixSheet } from "./pages/client-matrix";
import { dependencySheet } from "./pages/dependency/dependency";
import { managersSheet } from "./pages/managers";
import { movementSheet } from "./pages/movement/movement";
import { profitSheet } from "./pages/profit";
import { inSpiteOfTrouble } from "../office-problem";
import { Page, type ReportKey, type SheetKey } from "./paint/page/page";
import type { SheetPlan } from "./paint/paint";
import { withPercentsIn } from "./paint/percent-dress";
import { rememberPages } from "./paint/memory/page-memory";
import { WrittenContents } from "./paint/memory/written-contents";
import { outcomeOf, type ReportOutcome, writeSheets } from "./paint/write-sheets";
import type { Place } from "./paint/sheets";
import { subjectSteps, type Comparison, type Subject } from "./pages/subject";
import { summarySheet } from "./pages/summary/summary";
import { typedOnReport } from "./typed-on-report";
import { proofSheet, unprovableSheet } from "./proof/proof-sheet";
import { findStanding } from "./proof/standing";

export type { ReportOutcome };

export interface ReportOptions {
  /** The language fixed in the workbook. */
  language: Language;
  /** ISO day that stands on the Summary. */
  today: string;
  /** What has moved since an earlier run. */
  comparison?: Comparison;
  /** Kept with the list for scenarios. */
  costs?: ScenarioCosts;
  /** Whether the Proof sheet is added; where it stands already it is made again. */
  proof?: boolean;
  /** Identifier of the list's sheet, which may get another name meanwhile; its name where nothing else is known. */
  listSheetId?: string;
  /** Leaves the sheet in view that was in view, so that a file comes back as it was looked at. */
  staysInView?: boolean;
  /** Part done, 0 to 1, after each sheet. */
  onProgress?: (fraction: number) => void;
  /** Honoured until the first sheet is written. */
  signal?: AbortSignal;
}

/** What makes each sheet, in the order of the report; null where the list has nothing for it. */
export const makers: readonly [ReportKey, (subject: Subject) => SheetPlan | null][] = [
  ["summary", summarySheet],
  ["clientMatrix", clientMatrixSheet],
  ["dependency", dependencySheet],
  ["abcXyz", abcXyzSheet],
  ["movement", movementSheet],
  ["managers", managersSheet],
  ["profit", profitSheet],
  ["activity", activitySheet],
];

interface Plans {
  subject: Subject;
  plans: ReadonlyMap<ReportKey, SheetPlan>;
}

function* plansOf(
  classification: Classification,
  language: Language,
  today: string,
  comparison: Comparison,
  costs: ScenarioCosts,
): Steps<Plans> {
  const subject = yield* within(0, 0.4, subjectSteps(classification, language, today, comparison, costs));
  const plans = new Map<ReportKey, SheetPlan>();
  for (const [at, [key, make]] of makers.entries()) {
    yield 0.4 + (0.6 * at) / makers.length;
    const plan = make(subject);
    if (plan) plans.set(key, withPercentsIn(language, plan));
  }
  return { subject, plans };
}

/**
 * Writes the portfolio report (product §4), each sheet of ordinary cells, tables and native charts: those for which the list
 * has something. Sheets of an earlier report are refreshed in place; sheets of the user are not touched.
 * Ends with the Summary in view, unless what is in view stays. When it fails, sheets that it added are taken away again; a sheet that it was refreshing may stand half written until the
 * next run.
 *
 * @throws Problem "cancelled" when the signal was given before the first write; "cutOff" where sheets may stand half
 *   written; else errors of Office.js as they come.
 */
export async function writeReport(
  context: Excel.RequestContext,
  classification: Classification,
  {
    language,
    today,
    comparison = null,
    costs = noCosts,
    proof = false,
    listSheetId = classification.portfolio.list.sheet,
    staysInView,
    onProgress,
    signal,
  }: ReportOptions,
): Promise<ReportOutcome> {
  const { subject, plans } = await inSlices(plansOf(classification, language, today, comparison, costs), {
    signal,
  });
  if (signal?.aborted) throw new Problem({ kind: "cancelled" });
  // What proves the others comes after them.
  const keys = [...makers.map(([key]) => key), "proof" as const];
  const titles = new Map(keys.map((key) => [key, subject.texts.report.sheets[key]] as const));
  let unprovable = false;
  const typed = new Map(await typedOnReport(context, keys));
  const { notes: words } = subject.texts.report.dossier;
  const withTyped = (key: ReportKey, plan: SheetPlan, isNew: boolean): SheetPlan => {
    // Should somebody type onto a new page while it is written, it is written once more, and is new no longer.
    if (isNew) typed.set(key, { written: WrittenContents.none, typed: [], notes: null });
    const page = typed.get(key);
    return { ...plan, ...(page && { typed: { ...page, words } }) };
  };
  const proofPlan = async (
    place: Place,
    places: ReadonlyMap<SheetKey, Place>,
    isLast: boolean,
  ): Promise<SheetPlan> => {
    const { workbook } = context;
    workbook.load("usePrecisionAsDisplayed");
    const standing = await findStanding(context, classification, listSheetId, plans, places);
    unprovable = workbook.usePrecisionAsDisplayed;
    if (unprovable) return unprovableSheet(subject, "asDisplayed");
    // Whatever moves now is not found anew.
    if (!standing || isLast) return unprovableSheet(subject, "changed");
    return withPercentsIn(language, proofSheet(subject, standing, place.previous));
  };
  const sheets = await writeSheets(context, {
    titles,
    isWanted: (key) => (key === "proof" ? proof : plans.has(key as ReportKey)),
    planOf: async (place, places, isLast) => {
      const key = place.key as ReportKey;
      const plan = plans.get(key) ?? emptyPlan(subject, key);
      return withTyped(key, key === "proof" ? await proofPlan(place, places, isLast) : plan, place.added);
    },
    onProgress,
  });
  // The user may have hidden the sheet, and Excel may hold as many settings as it can.
  await inSpiteOfTrouble(context, () => {
    rememberPages(context, sheets);
    if (!staysInView) sheets.get("summary")!.sheet.activate();
  });
  return { ...outcomeOf(sheets), unprovable };
}

/** What stands on a sheet of an earlier report for which the list has nothing now: formulas may refer to it, so it stays. */
function emptyPlan({ texts }: Subject, key: ReportKey): SheetPlan {
  const page = new Page(texts.report.sheets[key], "Portrait", [10, 500]);
  page.heading(texts.report.nothingForIt);
  return { page, charts: [], footer: texts.report.footer };
}
