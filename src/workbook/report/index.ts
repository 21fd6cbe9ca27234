/** The report: pages/ has one file per sheet, paint/ what they are made of. */
import type { Language } from "../../locales";
import { type Classification, inSlices, Problem, type Steps } from "../../portfolio";
import { abcXyzSheet } from "./pages/abc-xyz";
import { clientMatrixSheet } from "./pages/client-matrix";
import { dependencySheet } from "./pages/dependency";
import type { SheetKey } from "./paint/page";
import { paint, type SheetPlan } from "./paint/paint";
import { placeSheets, withdrawSheets } from "./paint/sheets";
import { subjectOf, type Subject } from "./pages/subject";
import { summarySheet } from "./pages/summary";

export interface ReportOptions {
  /** The language fixed in the workbook. */
  language: Language;
  /** ISO day that stands on the Summary. */
  today: string;
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
 * Ends with the Summary in view. When it fails, sheets that it added are taken away again; a sheet that it was refreshing
 * may stand half written until the next run.
 *
 * @throws Problem "cancelled" when the signal was given before the first write; errors of Office.js as they come.
 */
export async function writeReport(
  context: Excel.RequestContext,
  classification: Classification,
  { language, today, onProgress, signal }: ReportOptions,
): Promise<ReportOutcome> {
  const subject = subjectOf(classification, language, today);
  const titles = new Map(makers.map(([key]) => [key, subject.texts.report.sheets[key]] as const));
  const plans = await inSlices(plansOf(subject), { signal });
  if (signal?.aborted) throw new Problem({ kind: "cancelled" });
  const places = await placeSheets(context, titles);
  const { sheets, foreignTables } = places;
  try {
    for (const [index, [key, plan]] of plans.entries()) {
      await paint(context, sheets.get(key)!, foreignTables, plan);
      onProgress?.((index + 1) / plans.length);
    }
    sheets.get("summary")!.sheet.activate();
    await context.sync();
  } catch (failure) {
    // The first failure is the one to tell of, also when the workbook takes no more orders at all.
    await withdrawSheets(context, places).catch(() => undefined);
    throw failure;
  }
  return {
    sheets: [...sheets.values()].map(({ key, sheet, name, fresh }) => ({
      key,
      sheetId: sheet.id,
      name,
      created: fresh,
    })),
  };
}
