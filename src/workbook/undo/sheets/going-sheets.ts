import { addressOf, Problem, type WrittenOver } from "../../../portfolio";
import type { WorkbookState } from "../../source/workbook-state";
import {
  cellsOfDeleted,
  type Deleted,
  type Deletion,
  lostReferences,
  queueDeletion,
  queueSheetAgain,
} from "../../removal/deleted-sheets";
import { wholeSheet } from "../../removal/formula-references";
import { type LostReference, repairReferences } from "../../removal/last-look";
import { SheetReading, whatKeeps, type OwnSheet } from "./own-sheets";
import { findReferredSheets, mostPlaces } from "../../removal/references";
import type { WhatStays } from "../../../locales";

/**
 * Which of the sheets that Keyfolio made can go: those that hold what was written and nothing else, on which nothing of the
 * user's counts, as long as another sheet stays in sight.
 *
 * @param evenChanged the user wants them gone, whatever was added to them
 */
export async function judgeSheets(
  context: Excel.RequestContext,
  state: WorkbookState,
  sheets: readonly OwnSheet[],
  evenChanged = false,
): Promise<{ going: OwnSheet[]; stays: WhatStays[] }> {
  const stays: WhatStays[] = [];
  let going: OwnSheet[] = [];
  for (const sheet of sheets) {
    const keeps = await whatKeeps(context, sheet);
    if (keeps === null || (evenChanged && isOfContents(keeps))) going.push(sheet);
    else stays.push(keeps);
  }
  if (!evenChanged) going = await withoutReferred(context, going, stays);
  const goes = new Set(going.map(({ sheetId }) => sheetId));
  const last = going.at(0);
  if (last && !state.sheets.some(({ id, visible }) => visible && !goes.has(id))) {
    going = going.filter((sheet) => sheet !== last);
    stays.push({ kind: "lastSheet", sheet: last.name });
    if (!evenChanged && hasFormulasOfOurs(last)) going = await withoutReferred(context, going, stays);
  }
  return { going, stays };
}

/** Sheets on which nothing counts; the others are told. */
async function withoutReferred(
  context: Excel.RequestContext,
  sheets: readonly OwnSheet[],
  stays: WhatStays[],
): Promise<OwnSheet[]> {
  const targets = sheets.map((own) => ({ ...wholeSheet(own.name, own.tables), own, sheetId: own.sheetId }));
  const referred = await findReferredSheets(context, targets);
  const kept = new Set(referred.map(({ target }) => target.own));
  stays.push(
    ...referred.map(({ target, by }): WhatStays => ({ kind: "referredSheet", sheet: target.own.name, by })),
  );
  return sheets.filter((sheet) => !kept.has(sheet));
}

const isOfContents = ({ kind }: WhatStays): boolean => kind === "sheetChanged" || kind === "sheetUnfinished";

/** What became of sheets that were to go. */
export interface SheetsGone {
  /** What those were called that have gone. */
  sheets: string[];
  stays: WhatStays[];
}

/** Whether it counts on other sheets of ours. */
const hasFormulasOfOurs = ({ blocks }: OwnSheet): boolean =>
  blocks.some(({ formulas }) => formulas === "ours");

/** Sheets that are about to go. */
interface QueuedSheets {
  /** Those whose marks and settings go with them. */
  gone: OwnSheet[];
  /** To be called once the request was sent. @throws Problem unfinished, as {@link giveSheetsBack} */
  giveBack: () => Promise<SheetsGone>;
}

/**
 * Queues sheets to be deleted, unless something has come to stand there; Proof goes in a request before, so that the pages which it
 * proves stay where it does.
 */
export async function queueSheets(
  context: Excel.RequestContext,
  sheets: readonly OwnSheet[],
  evenChanged = false,
): Promise<QueuedSheets> {
  if (evenChanged) {
    const { deleted } = await queueDeletion(context, sheets, { evenChanged });
    const names = () => deleted.map(({ sheet }) => sheet.name);
    return {
      gone: deleted.map(({ own }) => own),
      giveBack: () => Promise.resolve({ sheets: names(), stays: [] }),
    };
  }
  const gone: OwnSheet[] = [];
  let before: SheetsGone = { sheets: [], stays: [] };
  const deletion = await queueDeletion(context, sheets, {
    first: {
      is: hasFormulasOfOurs,
      then: async (first, others) => {
        gone.push(...first.deleted.map(({ own }) => own));
        before = await giveSheetsBack(context, first);
        return before.stays.length === 0 ? others : withoutReferred(context, others, before.stays);
      },
    },
  });
  gone.push(...deletion.deleted.map(({ own }) => own));
  return {
    gone,
    giveBack: async () => {
      const after = await giveSheetsBack(context, deletion);
      return { sheets: [...after.sheets, ...before.sheets], stays: [...before.stays, ...after.stays] };
    },
  };
}

/**
 * A sheet into which somebody wrote in the moment in which it was deleted, or on which a formula came to count, comes again, with
 * all that it held, as a sheet of his; and the formula with it.
 * @throws Problem unfinished with what somebody wrote, where Excel refuses that
 */
async function giveSheetsBack(
  context: Excel.RequestContext,
  { deleted, kept }: Deletion<OwnSheet>,
): Promise<SheetsGone> {
  const stays: WhatStays[] = kept.map(({ name }) => ({ kind: "sheetChanged", sheet: name, address: null }));
  const again = new Set<Deleted<OwnSheet>>();
  const lost: LostReference[] = [];
  const typed: WrittenOver[] = [];
  for (const each of deleted) {
    const { own, used } = each;
    if (!used) continue;
    const { name } = each.sheet;
    const cells = cellsOfDeleted(used);
    const reading = new SheetReading(own, used.isNullObject ? 0 : used.columnIndex);
    cells.forEach((row, r) => reading.take(used.rowIndex + r, row));
    const isChanged = reading.foreign !== null || !reading.isWritten;
    const references = lostReferences(context, each);
    if (!isChanged && references.length === 0) continue;
    queueSheetAgain(context, name, used);
    again.add(each);
    lost.push(...references);
    cells.forEach((row, r) =>
      row.map(String).forEach((content, c) => {
        const address = addressOf(name, used.rowIndex + r, used.columnIndex + c);
        if (own.held?.has(content) === false) typed.push({ address, content });
      }),
    );
    stays.push(
      isChanged
        ? { kind: "sheetChanged", sheet: name, address: null }
        : {
            kind: "referredSheet",
            sheet: name,
            by: references.slice(0, mostPlaces).map(({ place }) => place),
          },
    );
  }
  try {
    if (again.size > 0) await context.sync();
  } catch (error) {
    // Nobody can add a sheet any more, such as since somebody has protected the structure.
    if (typed.length === 0) throw error;
    const problem = new Problem({ kind: "unfinished", work: "undo", typed });
    problem.cause = error;
    throw problem;
  }
  await repairReferences(context, lost);
  const sheets = deleted.flatMap((each) => (again.has(each) ? [] : [each.sheet.name]));
  return { sheets, stays };
}
