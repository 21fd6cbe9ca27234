/** The report: pages/ has one file per sheet, paint/ what they are made of. */
import type { Language } from "../../locales";
import { type Classification, inSlices, Problem, type Steps, within } from "../../portfolio";
import { abcXyzSheet } from "./pages/abc-xyz";
import { activitySheet } from "./pages/activity";
import { clientMatrixSheet } from "./pages/client-matrix";
import { dependencySheet } from "./pages/dependency";
import { managersSheet } from "./pages/managers";
import { movementSheet } from "./pages/movement";
import { profitSheet } from "./pages/profit";
import { cutOff, inSpiteOfTrouble, isDoneInTwo } from "../office-problem";
import { around, Page, type SheetKey } from "./paint/page";
import { paint, type SheetPlan } from "./paint/paint";
import { placeSheets, withdrawSheets, type Places } from "./paint/sheets";
import { subjectSteps, type Comparison, type Subject } from "./pages/subject";
import { summarySheet } from "./pages/summary";

export interface ReportOptions {
  /** The language fixed in the workbook. */
  language: Language;
  /** ISO day that stands on the Summary. */
  today: string;
  /** What has moved since an earlier run. */
  comparison?: Comparison;
  /** Leaves the sheet in view that was in view, so that a file comes back as it was looked at. */
  staysInView?: boolean;
  /** Part done, 0 to 1, after each sheet. */
  onProgress?: (fraction: number) => void;
  /** Honoured until the first sheet is written. */
  signal?: AbortSignal;
}

export interface ReportOutcome {
  /** The sheets as they are called in the workbook, in the order of the report. */
  sheets: readonly { key: SheetKey; sheetId: string; name: string; created: boolean }[];
}

/** What makes each sheet, in the order of the report; null where the list has nothing for it. */
export const makers: readonly [SheetKey, (subject: Subject) => SheetPlan | null][] = [
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
  plans: ReadonlyMap<SheetKey, SheetPlan>;
}

function* plansOf(
  classification: Classification,
  language: Language,
  today: string,
  comparison: Comparison,
): Steps<Plans> {
  const subject = yield* within(0, 0.4, subjectSteps(classification, language, today, comparison));
  const plans = new Map<SheetKey, SheetPlan>();
  for (const [at, [key, make]] of makers.entries()) {
    yield 0.4 + (0.6 * at) / makers.length;
    const plan = make(subject);
    if (plan) plans.set(key, plan);
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
  { language, today, comparison = null, staysInView, onProgress, signal }: ReportOptions,
): Promise<ReportOutcome> {
  const { subject, plans } = await inSlices(plansOf(classification, language, today, comparison), { signal });
  if (signal?.aborted) throw new Problem({ kind: "cancelled" });
  const titles = new Map(makers.map(([key]) => [key, subject.texts.report.sheets[key]] as const));
  const places = await placeSheets(context, titles, (key) => plans.has(key));
  const { sheets } = places;
  const begun = new Set<SheetKey>();
  try {
    for (const [index, key] of [...sheets.keys()].entries()) {
      begun.add(key);
      await paintUndisturbed(context, places, key, titles, plans.get(key) ?? emptyPlan(subject, key));
      // A sheet that was there before is finished; one that was added comes and goes with the report.
      if (!sheets.get(key)!.added) begun.delete(key);
      onProgress?.((index + 1) / sheets.size);
    }
  } catch (failure) {
    const left = await withdraw(context, places);
    const standing = [...sheets.values()].filter(({ key, added }) => (added ? left : begun.has(key)));
    if (standing.length === 0) throw failure;
    throw cutOff(
      standing.map(({ name }) => name),
      failure,
    );
  }
  // The user may have hidden the sheet.
  if (!staysInView) await inSpiteOfTrouble(context, () => sheets.get("summary")!.sheet.activate());
  return {
    sheets: [...sheets.values()].map(({ key, sheet, name, added }) => ({
      key,
      sheetId: sheet.id,
      name,
      created: added,
    })),
  };
}

/** What stands on a sheet of an earlier report for which the list has nothing now: formulas may refer to it, so it stays. */
function emptyPlan({ texts }: Subject, key: SheetKey): SheetPlan {
  const page = new Page(texts.report.sheets[key], "Portrait", [10, 500]);
  page.heading(texts.report.nothingForIt);
  return { page, charts: [], footer: texts.report.footer };
}

/** Writings of a sheet on which somebody inserts rows meanwhile. */
const attempts = 3;

async function paintUndisturbed(
  context: Excel.RequestContext,
  { sheets, foreignTables }: Places,
  key: SheetKey,
  titles: ReadonlyMap<SheetKey, string>,
  plan: SheetPlan,
): Promise<void> {
  let place = sheets.get(key)!;
  for (let attempt = 1; ; attempt++) {
    const moved = await paint(context, place, foreignTables, plan);
    if (moved === null || attempt === attempts) return;
    const again = await placeSheets(context, new Map([[key, titles.get(key)!]]), () => true);
    const found = again.sheets.get(key)!;
    place = { ...found, previous: around(found.previous, moved) };
  }
}

/** @returns whether sheets that this run added may still be there */
async function withdraw(context: Excel.RequestContext, places: Places): Promise<boolean> {
  if (![...places.sheets.values()].some(({ added }) => added)) return false;
  return !(await isDoneInTwo(() => withdrawSheets(context, places)));
}
