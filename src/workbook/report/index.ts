/** The report: pages/ has one file per sheet, paint/ what they are made of. */
import type { Language } from "../../locales";
import { type Classification, inSlices, Problem, type Steps } from "../../portfolio";
import { abcXyzSheet } from "./pages/abc-xyz";
import { clientMatrixSheet } from "./pages/client-matrix";
import { dependencySheet } from "./pages/dependency";
import { cutOff, inSpiteOfTrouble, isDoneInTwo } from "../office-problem";
import { around, type SheetKey } from "./paint/page";
import { paint, type SheetPlan } from "./paint/paint";
import { placeSheets, withdrawSheets, type Places } from "./paint/sheets";
import { subjectOf, type Subject } from "./pages/subject";
import { summarySheet } from "./pages/summary";

export interface ReportOptions {
  /** The language fixed in the workbook. */
  language: Language;
  /** ISO day that stands on the Summary. */
  today: string;
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

const makers: readonly [SheetKey, (subject: Subject) => SheetPlan][] = [
  ["summary", summarySheet],
  ["clientMatrix", clientMatrixSheet],
  ["dependency", dependencySheet],
  ["abcXyz", abcXyzSheet],
];

function* plansOf(subject: Subject): Steps<(readonly [SheetKey, SheetPlan])[]> {
  const plans: (readonly [SheetKey, SheetPlan])[] = [];
  for (const [key, make] of makers) {
    yield plans.length / makers.length;
    plans.push([key, make(subject)]);
  }
  return plans;
}

/**
 * Writes the portfolio report (product §4): Summary, client matrix, dependency and ABC-XYZ, each a sheet of ordinary
 * cells, tables and native charts. Sheets of an earlier report are refreshed in place; sheets of the user are not touched.
 * Ends with the Summary in view, unless what is in view stays. When it fails, sheets that it added are taken away again; a sheet that it was refreshing may stand half written until the
 * next run.
 *
 * @throws Problem "cancelled" when the signal was given before the first write; "cutOff" where sheets may stand half
 *   written; else errors of Office.js as they come.
 */
export async function writeReport(
  context: Excel.RequestContext,
  classification: Classification,
  { language, today, staysInView, onProgress, signal }: ReportOptions,
): Promise<ReportOutcome> {
  const subject = subjectOf(classification, language, today);
  const titles = new Map(makers.map(([key]) => [key, subject.texts.report.sheets[key]] as const));
  const plans = await inSlices(plansOf(subject), { signal });
  if (signal?.aborted) throw new Problem({ kind: "cancelled" });
  const places = await placeSheets(context, titles);
  const { sheets } = places;
  const begun = new Set<SheetKey>();
  try {
    for (const [index, [key, plan]] of plans.entries()) {
      begun.add(key);
      await paintUndisturbed(context, places, key, titles, plan);
      // A sheet that was there before is finished; one that was added comes and goes with the report.
      if (!sheets.get(key)!.added) begun.delete(key);
      onProgress?.((index + 1) / plans.length);
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
    const again = await placeSheets(context, new Map([[key, titles.get(key)!]]));
    const found = again.sheets.get(key)!;
    place = { ...found, previous: around(found.previous, moved) };
  }
}

/** @returns whether sheets that this run added may still be there */
async function withdraw(context: Excel.RequestContext, places: Places): Promise<boolean> {
  if (![...places.sheets.values()].some(({ added }) => added)) return false;
  return !(await isDoneInTwo(() => withdrawSheets(context, places)));
}
