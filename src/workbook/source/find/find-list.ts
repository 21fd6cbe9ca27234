import { Problem, tellsOtherThanSales } from "../../../portfolio";
import { hasColumnsOf, nearestCandidate } from "./alike-candidates";
import {
  candidatesIn,
  isTableMeant,
  readFacts,
  type Candidate,
  type FoundList,
  type TableFacts,
} from "./candidates";
import type { SourceReference } from "../../operations";
import type { SheetState, WorkbookState } from "../workbook-state";

/** Which list is meant: one that was chosen before, else the best of a sheet by its name. Neither: the run looks for one. */
export interface WantedList {
  source?: SourceReference;
  sheet?: string;
  /** The best of a sheet by its identifier, which a run has settled on before it found its list there. */
  onSheet?: string;
  /** The list that a run began with: that one or none, whatever else is said. */
  begun?: BegunList;
}

/** The list that a run works on, from its first reading to its end. */
export interface BegunList extends SourceReference {
  /** A cell in the middle of a plain region, by which it is told from others of its sheet; null for a table. */
  cell: { row: number; column: number } | null;
}

/** The list that was found, to be found again. */
export function begunWith(found: FoundList): BegunList {
  if (found.kind === "table") return { sheetId: found.sheet.id, tableId: found.table.id, cell: null };
  const { top, left, rowCount, columnCount } = found.region;
  const cell = { row: top + Math.ceil(rowCount / 2), column: left + Math.floor(columnCount / 2) };
  return { sheetId: found.sheet.id, tableId: null, cell };
}

/**
 * The list that a run is about: the chosen one; the named sheet's best; else the table under the selection, else the region
 * around it, else the best of the active sheet that reads as a list of clients, else the best of the workbook. Sheets of the
 * report are never looked through.
 *
 * @throws Problem sourceGone, sheetNotFound, emptySheet, noList
 */
export async function findList(
  context: Excel.RequestContext,
  state: WorkbookState,
  { source, sheet: sheetName, onSheet, begun }: WantedList,
): Promise<FoundList> {
  if (begun) return findBegun(context, state, begun);
  if (source) return findChosen(context, state, source);
  if (onSheet !== undefined) {
    const sheet = state.sheets.find(({ id }) => id === onSheet);
    if (!sheet) throw new Problem({ kind: "sourceGone", sheet: null });
    return bestOfSheet(context, state, sheet);
  }
  const { active, sheets } = state;
  if (sheetName !== undefined) return bestOfSheet(context, state, sheetNamed(sheets, sheetName));
  const activeSheet = sheets.find(({ name }) => name === active.sheet);
  const start = activeSheet && !activeSheet.isReport ? [activeSheet] : [];
  let unreadable: Candidate | undefined;
  let doubtful: Candidate | undefined;
  if (start.length > 0) {
    const facts = await readFacts(context, state, start);
    const table = facts[0].tables.find(({ id }) => id === active.table);
    if (table && isTableMeant(state, facts[0])) return foundTable(start[0], table);
    const [best] = await candidatesIn(context, state, facts);
    if (best?.isChosen) return best.found;
    if (best && best.reads > 0) {
      if (!mayBeAnother(best) && !tellsOtherThanSales(best.found.sheet.name)) return best.found;
      doubtful = best;
    } else unreadable = best;
  }
  const others = sheets.filter((sheet) => sheet.visible && !sheet.isReport && !start.includes(sheet));
  const candidates = await candidatesIn(context, state, await readFacts(context, state, others));
  const nearest = (list: Candidate) => nearestCandidate(list, candidates, state.ownNames);
  if (doubtful) {
    const [rather] = candidates;
    const isBetter = rather && mayBeAnother(doubtful) && isRather(rather, doubtful);
    const all = isBetter ? undefined : longerThanLargest(doubtful, candidates, state.ownNames);
    return nearest(all ?? (isBetter ? rather : doubtful)).found;
  }
  const best = candidates.length > 0 ? nearest(candidates[0]) : undefined;
  // A catalogue that happens to be in view says why it is no list of clients only where no other sheet has one.
  if (unreadable && !(best && best.reads > 0)) return unreadable.found;
  if (best) return best.found;
  if (start.length > 0 && others.length === 0 && active.used === null) {
    throw new Problem({ kind: "emptySheet", sheet: active.sheet });
  }
  const lookedAt = [...start, ...others].map(({ name }) => name);
  throw new Problem({ kind: "noList", sheet: null, sheets: lookedAt });
}

/** Sheets that say what should be, or what was: beside one of what is, it is not them that is meant. */
const plans =
  /(?<![a-zа-я])(?:план|планы|прогноз|бюджет|цели|архив|шаблон|черновик|plan|plans|forecast|budget|targets?|archive|template|draft)(?![a-zа-я])/i;
/** Sheets that show the largest clients: beside a longer list with the same columns it is that which is meant. */
const largest =
  /(?<![a-zа-я])(?:top|топ)[ -]?(?:\d+|(?:clients?|customers?|accounts?|клиент[а-я]*|покупател[а-я]*|контрагент[а-я]*)$)/i;
/** A list of figures on a sheet that sums up others is shorter than the list of clients by more than this. */
const muchLonger = 2;

const rowsOf = ({ area }: Candidate): number => area.rowCount - 1;

/** Whether the list of the sheet in view may not be the one that is meant: its header names no clients, or the sheet is a plan. */
const mayBeAnother = ({ reads, found }: Candidate): boolean =>
  reads < 2 || plans.test(found.sheet.name) || largest.test(found.sheet.name);

/** Whether a list of another sheet is rather meant than such a one. */
function isRather(other: Candidate, inView: Candidate): boolean {
  if (other.reads < 2 || plans.test(other.found.sheet.name)) return false;
  if (plans.test(inView.found.sheet.name)) return true;
  return inView.reads < 2 && rowsOf(other) > muchLonger * rowsOf(inView);
}

/** The list of all clients beside that of the largest ones in view; undefined where there is none. */
function longerThanLargest(
  inView: Candidate,
  others: readonly Candidate[],
  names: WorkbookState["ownNames"],
): Candidate | undefined {
  if (!largest.test(inView.found.sheet.name)) return undefined;
  const hasItsColumns = hasColumnsOf(inView, names);
  return others.find(
    (other) =>
      other.reads >= inView.reads &&
      rowsOf(other) > rowsOf(inView) &&
      !plans.test(other.found.sheet.name) &&
      !tellsOtherThanSales(other.found.sheet.name) &&
      hasItsColumns(other),
  );
}

const foundTable = (sheet: SheetState, table: TableFacts): FoundList => ({
  kind: "table",
  sheet,
  names: [],
  bytesOfRow: table.bytesOfRow,
  table,
});

/** A table wherever it was moved to; of a sheet the cells outside its tables, or its best table when they hold no list any more. */
async function findChosen(
  context: Excel.RequestContext,
  state: WorkbookState,
  { sheetId, tableId }: SourceReference,
): Promise<FoundList> {
  const table = tableId === null ? undefined : state.tables.find(({ id }) => id === tableId);
  const sheet = state.sheets.find(({ id, name }) => (table ? name === table.sheet : id === sheetId));
  if (!sheet || (tableId !== null && !table)) {
    throw new Problem({ kind: "sourceGone", sheet: sheet?.name ?? null });
  }
  return bestOfSheet(context, state, sheet, ({ found }) =>
    table ? found.kind === "table" && found.table.id === table.id : found.kind === "region",
  );
}

/**
 * The list that a run began with, wherever it was moved to on its sheet, and no other.
 * @throws Problem sourceGone, noList
 */
async function findBegun(
  context: Excel.RequestContext,
  state: WorkbookState,
  begun: BegunList,
): Promise<FoundList> {
  const { cell, sheetId, tableId } = begun;
  if (cell === null) return findChosen(context, state, begun);
  const focused = { ...state, focus: { sheetId, cell } };
  const around = await tableAround(context, state, sheetId, cell);
  const found = await findChosen(context, focused, { sheetId, tableId: around ?? tableId });
  if (around === null && found.kind === "table") {
    throw new Problem({ kind: tableId === null ? "noList" : "sourceGone", sheet: found.sheet.name });
  }
  return found;
}

/** The table that somebody has made of a region meanwhile, by a cell in the middle of that; null where there is none. */
async function tableAround(
  context: Excel.RequestContext,
  { sheets, tables }: WorkbookState,
  sheetId: string,
  { row, column }: { row: number; column: number },
): Promise<string | null> {
  const sheet = sheets.find(({ id }) => id === sheetId);
  if (!sheet || !tables.some((table) => table.sheet === sheet.name)) return null;
  const cell = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, 1, 1);
  const around = cell.getTables(false).load("items/id");
  await context.sync();
  return around.items[0]?.id ?? null;
}

async function bestOfSheet(
  context: Excel.RequestContext,
  state: WorkbookState,
  sheet: SheetState,
  isWanted: (candidate: { found: FoundList }) => boolean = () => true,
): Promise<FoundList> {
  const [facts] = await readFacts(context, state, [sheet]);
  if (facts.used === null && facts.tables.length === 0) {
    throw new Problem({ kind: "emptySheet", sheet: sheet.name });
  }
  const candidates = await candidatesIn(context, state, [facts]);
  const best = candidates.find(isWanted) ?? candidates[0];
  if (best) return best.found;
  throw new Problem({ kind: "noList", sheet: sheet.name });
}

/** Excel takes sheet names without regard to case. */
function sheetNamed(sheets: readonly SheetState[], name: string): SheetState {
  const found =
    sheets.find((sheet) => sheet.name === name) ??
    sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new Problem({
    kind: "sheetNotFound",
    sheet: name,
    sheets: sheets.filter(({ visible }) => visible).map((sheet) => sheet.name),
  });
}
