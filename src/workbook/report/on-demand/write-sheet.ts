import type { Language } from "../../../locales";
import {
  identityOf,
  Problem,
  type Classification,
  type Scenario,
  type WrittenOver,
} from "../../../portfolio";
import { checksumOf } from "../../cells/rows-checksum";
import { cutOff, inSpiteOfTrouble, isDoneInTwo } from "../../office-problem";
import { settingOfSheet } from "../../settings/sheet-setting";
import type { WorkbookState } from "../../source/workbook-state";
import type { FormPlan } from "../paint/form";
import type { OnDemandKey, SheetKey } from "../paint/page/page";
import type { SheetPlan } from "../paint/paint";
import type { Place } from "../paint/sheets";
import { writtenOn } from "../paint/memory/page-memory";
import { withPercentsIn } from "../paint/percent-dress";
import { TypedCells } from "../paint/typed-cells";
import { WrittenContents } from "../paint/memory/written-contents";
import { outcomeOf, type ReportOutcome, type WrittenPlace, writeSheets } from "../paint/write-sheets";
import { reportWordsOf } from "../pages/subject";
import { dossierSheet } from "./dossier";
import { scenarioSheet } from "./scenario";
import { noteDown, typedOver } from "./kept-notes";
import { keyOfSubject, type SheetSubject } from "./subjects";

/** A sheet that somebody asks for. */
export type OnDemandSheet = { kind: "dossier"; client: number } | { kind: "scenario"; scenario: Scenario };

interface Description {
  subject: SheetSubject;
  /** @param key of the sheet: it may say its number */
  titleOf: (key: OnDemandKey) => string;
  planOf: (key: OnDemandKey) => SheetPlan & { form?: FormPlan };
}

/**
 * Writes a sheet about a subject: the one that it has had, wherever somebody has moved it and whatever it is called, else a new
 * one. The page is ours; the form below it belongs to the user.
 *
 * @throws Problem protectedWorkbook, "cutOff"; else errors of Office.js as they come
 */
export async function writeSheetOnDemand(
  context: Excel.RequestContext,
  state: WorkbookState,
  classification: Classification,
  wanted: OnDemandSheet,
  { language, staysInView }: { language: Language; staysInView?: boolean },
): Promise<ReportOutcome> {
  const { subject, titleOf, planOf } =
    wanted.kind === "dossier"
      ? dossierOf(classification, wanted.client, language)
      : scenarioOf(classification, wanted.scenario, language);
  const key = keyOfSubject(wanted.kind, subject, state);
  const plan = withPercentsIn(language, planOf(key));
  const isKnown = state.settings.has(settingOfSheet(key));
  if (state.structureProtected && !isKnown) throw new Problem({ kind: "protectedWorkbook" });
  const { settings } = context.workbook;
  const before = WrittenContents.parse(
    (state.settings.get(settingOfSheet(key)) as Partial<SheetSubject>)?.written,
  );
  const now = writtenOn(plan.page);
  const keep = (written: WrittenContents) =>
    settings.add(settingOfSheet(key), {
      ...subject,
      written: written.text,
    } as unknown as string);
  // Before the sheet: one that stands without it would be nobody's; and should the run be cut off, both are ours.
  const ours = before.with(now);
  keep(ours);
  const { notes: words } = reportWordsOf(language).report.dossier;
  const noteThose = (cells: readonly WrittenOver[]) => noteDown(context, key, cells, words, plan.page.widths);
  const typed = new TypedCells();
  typed.add(isKnown ? await typedOver(context, key, before) : []);
  await noteThose(typed.cells);
  // What comes after that look, and before the page is written over, stands in the answers of the requests that do.
  const noteTheRest = () => {
    typed.takeIn();
    return noteThose(typed.found);
  };
  let sheets: ReadonlyMap<SheetKey, WrittenPlace>;
  try {
    sheets = await writeSheets(context, {
      titles: new Map([[key, titleOf(key)]]),
      isWanted: () => true,
      planOf: (place) => {
        const asks = place.added || !before.isUnknown || !isKnown;
        return { ...asHighAs(place, plan), ...(asks && { look: typed.look(place.name, ours) }) };
      },
    });
  } catch (failure) {
    const cut = failure instanceof Problem && failure.detail.kind === "cutOff" ? failure.detail : null;
    if (!(await isDoneInTwo(noteTheRest))) {
      throw cutOff(cut?.sheets ?? [], failure, false, [...(cut?.typed ?? []), ...typed.found]);
    }
    const isGone = cut === null;
    if (isGone && !isKnown) {
      await inSpiteOfTrouble(context, () => settings.getItemOrNullObject(settingOfSheet(key)).delete());
    }
    throw failure;
  }
  const { sheet, name } = sheets.get(key)!;
  if (!(await isDoneInTwo(noteTheRest))) throw cutOff([name], null, false, typed.found);
  if (!before.isWithin(now)) await inSpiteOfTrouble(context, () => keep(now));
  if (!staysInView) await inSpiteOfTrouble(context, () => sheet.activate());
  return { ...outcomeOf(sheets), notes: typed.addresses };
}

function dossierOf(classification: Classification, client: number, language: Language): Description {
  const { clients, codes } = classification.portfolio;
  const title = sheetName(reportWordsOf(language).report.dossier.sheet(clients[client]));
  return {
    subject: { version: 1, of: identityOf(clients[client]), code: codes?.[client] ?? "" },
    titleOf: () => title,
    planOf: () => dossierSheet(classification, client, language),
  };
}

const numberOf = (key: OnDemandKey): number => Number(/\d+$/.exec(key)![0]);

function scenarioOf(classification: Classification, scenario: Scenario, language: Language): Description {
  const { clients } = classification.portfolio;
  const { change, fixedCosts, discounts } = scenario;
  const names = [...scenario.clients].map((client) => identityOf(clients[client])).sort();
  const words = reportWordsOf(language).report.scenario;
  return {
    subject: {
      version: 1,
      of: checksumOf([[JSON.stringify([names, change, fixedCosts, discounts])]]),
      code: "",
    },
    titleOf: (key) => words.sheet(numberOf(key)),
    planOf: (key) => scenarioSheet(classification, scenario, numberOf(key), language),
  };
}

/** What Excel takes as the name of a sheet. */
function sheetName(title: string): string {
  return title
    .replace(/[\\/?*[\]:\p{C}]+/gu, " ")
    .replace(/ +/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim();
}

const slightestRow = 3;

/** A page that needs fewer rows than it has had keeps them, low: what stands below it stays where it is. */
function asHighAs({ added, previous }: Place, plan: ReturnType<Description["planOf"]>): typeof plan {
  if (!added) while (plan.page.area.rows < previous.rows) plan.page.gap(slightestRow);
  return plan;
}
