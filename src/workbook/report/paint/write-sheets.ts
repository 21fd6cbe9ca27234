import { addressOf, Problem, type WrittenOver } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { cutOff, isConflict, isDoneInTwo, isGone } from "../../office-problem";
import { formulasOn } from "../../marks/own-names";
import { type Away, endOf, takenAway } from "../../removal/marked-sheets";
import type { Contents } from "../../removal/own-cells";
import { checksumOn, lookBefore, refreshedPage, type RefreshedPage } from "./earlier-page";
import { hersOn, type Hers, type Known, typedInRows } from "./her-columns";
import { settleForm, type FormPlan } from "./form";
import type { Area, Page, SheetKey, Size } from "./page/page";
import { paint, type Painted, rowsOf, type SheetPlan } from "./paint";
import { memoryOf, type PageMemory, writtenOn } from "./memory/page-memory";
import { mostWritten } from "./memory/written-contents";
import { notesOf, withNotes } from "./page/page-notes";
import { TypedCells } from "./typed-cells";
import { growsBlock } from "./writing";
import {
  allMarksOf,
  dataMarkOf,
  formMarkOf,
  markOf,
  placeSheets,
  withdrawSheets,
  type Place,
  type Places,
} from "./sheets";

export interface ReportOutcome {
  /** Cells that name clients who are not in the list of their page: what was typed beside them stands there still. */
  remarks?: readonly string[];
  /** Cells of a page in which somebody had typed: what stood there stands at its end now, as notes. */
  notes?: readonly string[];
  /** The workbook rounds every figure as it is shown: the Proof sheet says that nothing can be proved there. */
  unprovable?: boolean;
  /** The sheets as they are called in the workbook, in the order of the report. */
  sheets: readonly WrittenSheet[];
}

/** A sheet of ours that a run has written. */
export interface WrittenSheet {
  key: SheetKey;
  sheetId: string;
  name: string;
  created: boolean;
  /** What stood there before; null on a sheet that was created. */
  refreshed: RefreshedPage | null;
}

/** A sheet as it was placed, and what stood on it. */
export type WrittenPlace = Place & {
  refreshed: RefreshedPage | null;
  /** Cells that name clients who are not in the list any more, beside what was typed about them. */
  remarks: readonly string[];
  /** Cells in which somebody had typed: what stood there stands at the end of the page now, as notes. */
  notes: readonly string[];
  /** What is to be remembered of it; absent for nothing. */
  memory?: PageMemory;
};

type PlanWithForm = SheetPlan & { form?: FormPlan };

/** Sheets that are to be written, and what with. */
export interface SheetsToWrite {
  /** In the order in which they shall stand. */
  titles: ReadonlyMap<SheetKey, string>;
  /** Whether a sheet that is missing is added. */
  isWanted: (key: SheetKey) => boolean;
  /**
   * @param sheets all of them; those that stand before this one in the order are written
   * @param isLast whether the sheet is written once more as it is found, and then stays so
   * @returns null where a sheet that stands is to stay as it is
   */
  planOf: (
    place: Place,
    sheets: ReadonlyMap<SheetKey, Place>,
    isLast: boolean,
  ) => PlanWithForm | null | Promise<PlanWithForm | null>;
  /** Part done, 0 to 1, after each sheet. */
  onProgress?: (fraction: number) => void;
}

/**
 * Writes sheets of ours, those that stand already in place. When it fails, sheets that it added are taken away again; one that
 * it was refreshing may stand half written until the next run.
 *
 * @throws Problem "cutOff" where sheets may stand half written; else errors of Office.js as they come
 */
export async function writeSheets(
  context: Excel.RequestContext,
  { titles, isWanted, planOf, onProgress }: SheetsToWrite,
): Promise<ReadonlyMap<SheetKey, WrittenPlace>> {
  const places = await placeSheets(context, titles, isWanted);
  const { sheets } = places;
  const begun = new Set<SheetKey>();
  const written = new Map<SheetKey, WrittenPlace>();
  const plans = new Map<SheetKey, PlanWithForm>();
  const planned: typeof planOf = async (place, all, isLast) => {
    const plan = await planOf(place, all, isLast);
    if (plan) plans.set(place.key, plan);
    return plan;
  };
  try {
    for (const [index, key] of [...sheets.keys()].entries()) {
      begun.add(key);
      const done = await paintUndisturbed(context, places, key, titles, planned);
      const place = sheets.get(key)!;
      if (done) written.set(key, { ...place, ...done, refreshed: place.added ? null : done.refreshed });
      // A sheet that was there before is finished; one that was added comes and goes with the others.
      if (!sheets.get(key)!.added) begun.delete(key);
      onProgress?.((index + 1) / sheets.size);
    }
  } catch (failure) {
    const refreshed = [...sheets.values()].filter(({ key, added }) => !added && begun.has(key));
    const { left, typed } = await withdraw(context, places, plans);
    throw endOf(failure, {
      left: [...refreshed.map(({ name }) => name), ...left],
      typed: [...typedBefore(failure), ...typed],
    });
  }
  return written;
}

export const outcomeOf = (sheets: ReadonlyMap<SheetKey, WrittenPlace>): ReportOutcome => ({
  remarks: [...sheets.values()].flatMap(({ remarks }) => remarks),
  notes: [...sheets.values()].flatMap(({ notes }) => notes),
  sheets: [...sheets.values()].map(({ key, sheet, name, added, refreshed }) => ({
    key,
    sheetId: sheet.id,
    name,
    created: added,
    refreshed,
  })),
});

/** What a problem says of cells in which somebody had typed. */
const typedBefore = (failure: unknown): readonly WrittenOver[] =>
  (failure instanceof Problem && failure.detail.kind === "cutOff" && failure.detail.typed) || [];

/** Writings of a sheet on which somebody inserts or deletes rows meanwhile, or of one that names cells which move. */
const attempts = 3;

async function paintUndisturbed(
  context: Excel.RequestContext,
  { sheets, foreignTables }: Places,
  key: SheetKey,
  titles: ReadonlyMap<SheetKey, string>,
  planOf: SheetsToWrite["planOf"],
): Promise<Omit<WrittenPlace, keyof Place> | null> {
  let known: Known | null = null;
  let place = sheets.get(key)!;
  let look: ReturnType<typeof lookBefore> | null = null;
  const typed = new TypedCells(formulasOn(key));
  const isNew = place.added;
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt === attempts;
    const planned = await planOf(place, sheets, isLast);
    if (planned === null) return null;
    const hers = hersOn(place, planned.page, known);
    const { typed: standing } = planned;
    if (standing) typed.add(standing.typed);
    const notes = standing ? notesOf(standing, typed.cells) : null;
    const page = withNotes(hers?.page ?? planned.page, notes, standing?.words.title ?? "");
    // Nothing is told where it is not known what runs wrote there.
    const isKnown = standing !== undefined && !isNew && !standing.written.isUnknown;
    const contents = standing && writtenOn(page, isKnown ? Infinity : mostWritten);
    const plan = {
      ...planned,
      page,
      written: planned.written ?? checksumOn(key, rowsOf(page, page.area)),
      memory: planned.memory ?? memoryOf(key, page, notes, contents),
      ...(contents &&
        (isNew ? contents.isKept : isKnown) && {
          look: typed.look(place.name, standing.written.with(contents)),
          ours: typed.ours,
        }),
    };
    look ??= place.added ? "rearranged" : lookBefore(context, place);
    let outcome: Painted | null | Refusal;
    try {
      outcome = await (isLast ? paint : paintUnlessRefused)(context, place, foreignTables, plan, hers);
    } catch (failure) {
      typed.takeIn();
      throw typed.found.length > 0 ? cutOff([place.name], failure, false, typed.found) : failure;
    }
    const [refusal, moved] = outcome instanceof Refusal ? [outcome, null] : [null, outcome];
    const isTyped = typed.takeIn();
    if (isLast && (moved?.known || isTyped)) {
      const left = place.previous.column + (hers?.to ?? 0);
      const inRows = moved?.known ? typedInRows(place.name, moved.known, left) : [];
      throw cutOff([place.name], null, false, [...inRows, ...(isTyped ? typed.found : [])]);
    }
    if (!isTyped && !refusal && (!moved || isLast)) {
      if (plan.form) await settleForm(context, key, plan.form);
      const isKept = typeof look !== "string" && formulasOn(key) === "ours";
      const formulas = isKept ? await standingFormulas(context, key) : null;
      return {
        refreshed: refreshedPage(key, look, plan, formulas),
        remarks: remarksIn(place, hers),
        notes: typed.addresses,
        memory: plan.memory,
      };
    }
    const again = await placeSheets(context, new Map([[key, titles.get(key)!]]), () => false);
    const found = again.sheets.get(key);
    // Somebody has deleted the sheet.
    if (!found) throw refusal?.cause ?? new Problem({ kind: "office", code: "ItemNotFound" });
    // What is moved while it is written is not what it was.
    if (outcome !== null) look = "rearranged";
    if (!refusal) known = moved?.known ?? null;
    place = moved ? { ...found, previous: withLeft(found.previous, moved, page.area) } : found;
  }
}

/** Cells that name the rows which are there for what the user has typed alone. */
function remarksIn({ name, previous }: Place, hers: Hers | null): string[] {
  if (!hers) return [];
  const { area, nameColumn } = hers.page.list!;
  return hers.kept.map((row) =>
    addressOf(name, previous.row + row, previous.column + area.column + nameColumn!),
  );
}

/**
 * The cells of a page as it stands, and of what is left of an earlier one below it or right of it: that has moved on by as much as the
 * page has grown since it was written.
 */
const withLeft = (page: Area, left: Size, written: Size): Area => ({
  ...page,
  rows: Math.max(page.rows, left.rows + page.rows - written.rows),
  columns: Math.max(page.columns, left.columns + page.columns - written.columns),
});

/** Excel refused to write a page as it was found; it may be found anew. */
class Refusal extends Error {}

/**
 * @returns the refusal where cells below the chart data could not come: written once more, it gets columns of its own; or where the
 *   page has fewer or more cells by now
 */
async function paintUnlessRefused(
  context: Excel.RequestContext,
  place: Place,
  foreignTables: ReadonlySet<string>,
  plan: SheetPlan & { written: string },
  hers: Hers | null,
): Promise<Painted | null | Refusal> {
  try {
    return await paint(context, place, foreignTables, plan, hers);
  } catch (cause) {
    if (isGone(cause) || (growsBlock(place, plan.page) && isConflict(cause)))
      return new Refusal("", { cause });
    throw cause;
  }
}

/** What stands on a page that has just been written. @returns nothing where Excel does not say */
async function standingFormulas(context: Excel.RequestContext, key: SheetKey): Promise<CellValue[][]> {
  let found: CellValue[][] = [];
  await isDoneInTwo(async () => {
    const range = context.workbook.names.getItem(markOf(key)).getRange().load("formulas");
    await context.sync();
    found = range.formulas as CellValue[][];
  });
  return found;
}

/** Takes the sheets away that this run added. */
async function withdraw(
  context: Excel.RequestContext,
  places: Places,
  plans: ReadonlyMap<SheetKey, PlanWithForm>,
): Promise<Away> {
  const added = [...places.sheets.values()].filter((place) => place.added).map(({ name }) => name);
  if (added.length === 0) return { left: [], typed: [] };
  const contents = new Map([...plans].flatMap(([key, plan]) => contentsOf(key, plan)));
  return takenAway(added, () => withdrawSheets(context, places, contents));
}

/** What a plan writes, by each of the marks of its sheet. */
function contentsOf(key: SheetKey, { page, form }: PlanWithForm): (readonly [string, Contents])[] {
  const blocks: (readonly [string, Page, Area])[] = [
    [markOf(key), page, page.area],
    [dataMarkOf(key), page, page.data],
    ...(form ? [[formMarkOf(key), form.page, form.page.area] as const] : []),
  ];
  return blocks.flatMap(([mark, of, area]) => {
    const contents = { rows: [...rowsOf(of, area)], formulas: formulasOn(key) };
    return allMarksOf(mark).map((name) => [name, contents] as const);
  });
}
