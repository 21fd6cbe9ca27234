import type { WhatStays } from "../../locales";
import { addressOf, Problem } from "../../portfolio";
import type { ColumnsTrace } from "../columns/columns-trace";
import { isSameName } from "../columns/new-places";
import type { RowsTrace } from "../columns/classify-rows";
import { headerOf } from "../columns/results/result-plan";
import { settingOfMade } from "../made-list/made-record";
import { nameOfMadeList, namesOf } from "../marks/own-names";
import { settingOfSheet } from "../settings/sheet-setting";
import { dataMarkOf, formMarkOf, markOf, unfinishedMarksOf } from "../report/paint/sheets";
import type { ReportTrace } from "../report/report-trace";
import { placeIn, queueRunsBack } from "../settings/keep-run";
import { runsKey } from "../settings/runs-setting";
import { ownMemorySheet, queueMemoryDeletion } from "../settings/runs-sheet";
import { settingKeys, storeSetting } from "../settings/settings";
import { requireWritable } from "../source/obstacles/obstacles";
import { readSource, type Source } from "../source/source";
import type { WorkbookState } from "../source/workbook-state";
import { namedCells } from "../marks/named-cells";
import { clearedColumns, takeClearedBack } from "./cleared-lists";
import { takeColumnsBack } from "./columns/dismantle-columns";
import { judgeSheets, queueSheets, type SheetsGone } from "./sheets/going-sheets";
import { movedLeft } from "../removal/moved-left";
import { type OwnMark, readMarks } from "./own-marks";
import { madeSheets, reportSheets, type OwnSheet } from "./sheets/own-sheets";
import { isUnreadable, type MarkedList, markedLists, readMarkedList } from "./own-work-found";
import { sampleSheets } from "./sheets/sample-sheets";
import { undoScoreColumns } from "./columns/undo-score-columns";
import {
  type ColumnsUndoing,
  mappingNow,
  mayHaveLeft,
  ownOf,
  planColumnsUndoing,
} from "./columns/undo-columns";
import { headersOf, isLeftStanding, type TakenBack, takingBack, takingListBack } from "./taking-back";
import type { ScoreColumnsTrace } from "../score-columns/add-score-columns";
import type { UndoableTrace } from "./undoable";
import { unmarkedResults } from "./unmarked/unmarked-results";

/**
 * Undoes a run: cells that still hold what it wrote get back what they held, its columns and sheets go, with marks and settings.
 * What somebody changed since then stays. Can be done again when it was stopped on the way.
 *
 * @throws Problem, and nothing else; `unfinished` where something has been taken back already
 */
export function undoRun(trace: UndoableTrace): Promise<TakenBack> {
  return takingBack("undo", (context, state, onWriting) =>
    "scoreColumns" in trace
      ? undoScoreColumns(context, trace.scoreColumns, onWriting)
      : undo(context, state, trace, onWriting),
  );
}

async function undo(
  context: Excel.RequestContext,
  state: WorkbookState,
  trace: Exclude<UndoableTrace, ScoreColumnsTrace>,
  onWriting: () => void,
): Promise<TakenBack> {
  const { sheets, unknown } = await createdSheets(context, state, trace);
  let { going, stays } = await judgeSheets(context, state, sheets);
  if ("sampleSheet" in trace) {
    onWriting();
    const deleted = await deleteSheets(context, state, going, trace, false);
    return { columns: [], sheets: deleted.sheets, stays: [...unknown, ...stays, ...deleted.stays] };
  }
  const goes = new Set(going.map(({ sheetId }) => sheetId));
  const columns = await undoColumns(context, trace.columns, state, goes, onWriting);
  const { pages, stays: refreshed } = await putReportBack(context, state, trace.report, onWriting);
  if (pages.length > 0 && stays.some(({ kind }) => kind === "referredSheet")) {
    // What counted on them may have been a page that proves the others.
    ({ going, stays } = await judgeSheets(context, state, sheets));
  }
  onWriting();
  const summary = trace.report?.sheets.find(({ key }) => key === "summary");
  const summaryNow = state.sheets.find(({ id }) => id === summary?.sheetId)?.name;
  // It says itself when it was outdated.
  const showsRun = refreshed.some((each) => each.kind === "sheetRefreshed" && each.sheet === summaryNow);
  const deleted = await deleteSheets(context, state, going, trace, showsRun);
  return {
    columns: columns.columns,
    gone: columns.gone,
    sheets: deleted.sheets,
    pages,
    stays: [
      ...columns.stays,
      ...unknown,
      ...stays,
      ...deleted.stays,
      ...refreshed,
      ...refreshedList(state, trace.made),
    ],
  };
}

/** The list of clients of an earlier run, made of lines again: it keeps what the run wrote. */
function refreshedList(state: WorkbookState, made: RowsTrace["made"]): WhatStays[] {
  const sheet = state.sheets.find(
    ({ id }) => made?.kind === "refresh" && made.isChanged && id === made.sheetId,
  );
  return sheet ? [{ kind: "sheetRefreshed", sheet: sheet.name, why: "asked" }] : [];
}

/** Pages that stood there before the run. What writes pages is a file of its own beside the page's script. */
async function putReportBack(
  context: Excel.RequestContext,
  state: WorkbookState,
  report: ReportTrace | undefined,
  onWriting: () => void,
): Promise<{ pages: string[]; stays: WhatStays[] }> {
  if (!report?.sheets.some(({ created }) => !created)) return { pages: [], stays: [] };
  const { putPagesBack } = await import(/* webpackChunkName: "report" */ "../report/pages-back");
  return putPagesBack(context, state, report.sheets, onWriting);
}

/** The sheets that the run added, as far as they are still there. */
async function createdSheets(
  context: Excel.RequestContext,
  before: WorkbookState,
  trace: Exclude<UndoableTrace, ScoreColumnsTrace>,
): Promise<{ sheets: OwnSheet[]; unknown: WhatStays[] }> {
  const found = (state: WorkbookState, known: readonly OwnSheet[], ids: ReadonlySet<string>) => {
    const sheets = known.filter(({ sheetId }) => ids.has(sheetId));
    const unknown = state.sheets.filter(
      ({ id }) => ids.has(id) && !sheets.some(({ sheetId }) => sheetId === id),
    );
    return {
      sheets,
      unknown: unknown.map(({ name }): WhatStays => ({ kind: "sheetChanged", sheet: name, address: null })),
    };
  };
  if ("sampleSheet" in trace) {
    const { state, marks } = await readMarks(context, before);
    return found(state, await sampleSheets(context, state, marks), new Set([trace.sampleSheet]));
  }
  const created = new Set(trace.report?.sheets.flatMap(({ created: is, sheetId }) => (is ? [sheetId] : [])));
  if (trace.made?.kind === "new") created.add(trace.made.sheetId);
  if (created.size === 0) return { sheets: [], unknown: [] };
  const { state, marks } = await readMarks(context, before);
  return found(state, [...reportSheets(state, marks), ...(await madeSheets(context, state, marks))], created);
}

/** Gives the list's result columns back what they held, unless they go with their sheet. */
async function undoColumns(
  context: Excel.RequestContext,
  trace: ColumnsTrace | null,
  state: WorkbookState,
  goes: ReadonlySet<string>,
  onWriting: () => void,
): Promise<{ columns: string[]; gone: string[]; stays: WhatStays[] }> {
  const sheet = trace && (await sheetOfRun(context, trace, state));
  if (!trace || !sheet || goes.has(sheet.id)) return { columns: [], gone: [], stays: [] };
  const headers = trace.plan.map(headerOf);
  return takingListBack(sheet.name, async () => {
    const source = await readListOfRun(context, trace, state);
    if (!source) {
      const isNothing = await takeAwayCleared(context, trace, state, sheet, onWriting);
      return {
        columns: [],
        gone: [],
        stays: isNothing ? [] : [{ kind: "listUnreadable", sheet: sheet.name, headers }],
      };
    }
    requireWritable(source.obstacles, source.place, 0);
    const { changes, going, stays } = await planColumnsUndoing(context, trace, source, goes);
    const done = await columnsBack(context, trace, source, changes, going, goes, onWriting);
    if (done === "sourceChanged" || done instanceof Problem) return done;
    trace.isGoingBack = false;
    const columns = [...changes.map(({ existing }) => existing!), ...done.gone];
    return {
      columns: headersOf(columns),
      gone: headersOf(done.gone),
      stays: [
        ...movedLeft(stays, done.deleted),
        ...done.stays,
        ...movedColumns(trace, source),
        ...(await unmarkedResults(context, trace, source)),
      ],
    };
  });
}

/** The sheet of a run's list; where somebody has deleted it, the one to which she has cut the columns before. */
async function sheetOfRun(
  context: Excel.RequestContext,
  trace: ColumnsTrace,
  state: WorkbookState,
): Promise<{ id: string; name: string } | undefined> {
  const sheet = state.sheets.find(({ id }) => id === trace.begun.sheetId);
  if (sheet) return sheet;
  const list = await listByMarks(context, trace, state);
  return list && { id: list.sheetId, name: list.sheet };
}

/** Columns of the run that do not stand beside its list any more: what they hold belongs to no row of it. */
const movedColumns = ({ plan }: ColumnsTrace, { place, workbook }: Source): WhatStays[] =>
  plan.flatMap((column) => {
    const { name, scope } = column;
    const isMoved = scope === null && place.takenNames.includes(name.toLowerCase());
    const cell =
      isMoved && workbook.ownNames.find((own) => own.scope === null && isSameName(own.name, name))?.cell;
    return cell
      ? [
          {
            kind: "movedColumn",
            header: headerOf(column),
            address: addressOf(cell.sheet, cell.row, cell.column),
          },
        ]
      : [];
  });

/** The header row in which most of a run's columns stand. */
async function listByMarks(
  context: Excel.RequestContext,
  trace: ColumnsTrace,
  before: WorkbookState,
): Promise<MarkedList | undefined> {
  const { state, marks } = await marksOfRun(context, trace, before);
  const lists = markedLists(state, marks, new Set());
  return lists.sort((one, other) => other.marks.length - one.marks.length).at(0);
}

/**
 * The list of a run as it stands now; where it is another one than its columns belong to, such as of a table that is none any more, by
 * their marks. Null where it is none any more.
 */
async function readListOfRun(
  context: Excel.RequestContext,
  trace: ColumnsTrace,
  state: WorkbookState,
): Promise<Source | null> {
  const options = {
    // Earlier classes cannot go back into merged cells.
    isRun: trace.plan.some(({ existing, cells }) => existing !== null && cells !== null),
    ...(trace.isGoingBack && { mayHaveLeft: mayHaveLeft(trace) }),
  };
  let found: Source | null = null;
  try {
    found = await readSource(context, { ...options, begun: trace.begun, markedAs: trace.place.id });
    if (trace.plan.some((column) => ownOf(found!, column))) return found;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
  const list = await listByMarks(context, trace, state);
  // Without columns of the run the list that was found is right: there is nothing to be done.
  return list ? readMarkedList(context, list, options) : found;
}

/** Marks of a run's columns that stand. */
async function marksOfRun(
  context: Excel.RequestContext,
  { plan }: ColumnsTrace,
  before: WorkbookState,
): Promise<{ state: WorkbookState; marks: OwnMark[] }> {
  const { state, marks } = await readMarks(context, before);
  return { state, marks: marks.filter((mark) => plannedOf(plan, mark)) };
}

const plannedOf = (plan: ColumnsTrace["plan"], mark: OwnMark) =>
  plan.find(({ name, scope }) => name === mark.name && scope === mark.scope);

/** @returns whether nothing stands in the run's columns any more, since somebody has cleared the list; then marks of new ones go */
async function takeAwayCleared(
  context: Excel.RequestContext,
  trace: ColumnsTrace,
  state: WorkbookState,
  { id, name }: { id: string; name: string },
  onWriting: () => void,
): Promise<boolean> {
  const { marks } = await marksOfRun(context, trace, state);
  // The column of a mark that says `#REF!` was deleted, as long as others stand in the header row; else nobody knows what became of it.
  const standing = marks.filter(({ place }) => place !== null);
  if (standing.length === 0 && marks.length > 0) return false;
  const cleared = await clearedColumns(context, { sheetId: id, sheet: name, marks: standing });
  if (!cleared) return false;
  onWriting();
  await takeClearedBack(
    context,
    cleared.filter(({ mark }) => plannedOf(trace.plan, mark)!.existing === null),
  );
  return true;
}

/** Takes columns back, and keeps in mind where a row may hold now what belongs to another one. */
async function columnsBack(
  context: Excel.RequestContext,
  trace: ColumnsTrace,
  source: Source,
  changes: ColumnsUndoing["changes"],
  going: ColumnsUndoing["going"],
  goes: ReadonlySet<string>,
  onWriting: () => void,
): ReturnType<typeof takeColumnsBack> {
  try {
    const mapping = mappingNow(trace, source);
    const done = await takeColumnsBack(context, source, mapping, changes, going, goes, onWriting);
    trace.isGoingBack ||= isLeftStanding(done);
    return done;
  } catch (error) {
    trace.isGoingBack ||= isLeftStanding(error);
    throw error;
  }
}

/** Names that a run gave to what it added, and those that stand while a page is written or gets back what it held. */
function ownNamesOf({ columns, made, report }: RowsTrace & { report?: ReportTrace }): string[] {
  return [
    ...(columns?.plan.flatMap(({ existing, name }) => (existing === null ? [name] : [])) ?? []),
    ...(made?.kind === "new" ? [nameOfMadeList(made.number)] : []),
    ...(report?.sheets.flatMap(({ created, key }) =>
      created
        ? [markOf(key), dataMarkOf(key), formMarkOf(key)]
        : [markOf(key), dataMarkOf(key)].flatMap(unfinishedMarksOf),
    ) ?? []),
  ];
}

const stands = ({ sheets }: WorkbookState, sheetId: string): boolean =>
  sheets.some(({ id }) => id === sheetId);

/** The last request: sheets, with their marks and records, and what the run did to names, language and view. */
async function deleteSheets(
  context: Excel.RequestContext,
  state: WorkbookState,
  going: readonly OwnSheet[],
  trace: Exclude<UndoableTrace, ScoreColumnsTrace>,
  showsRun: boolean,
): Promise<SheetsGone> {
  const { names, settings, worksheets } = context.workbook;
  const run = "sampleSheet" in trace ? null : trace;
  const language = run?.columns?.language ?? run?.report?.language;
  const stored = settings.getItemOrNullObject(settingKeys.language).load("value");
  const active = worksheets.getActiveWorksheet().load("id");
  const before = worksheets.getItemOrNullObject(trace.activeSheet).load("id,visibility");
  const deadBefore = run?.columns?.place.deadNames ?? [];
  const forgotten = run?.made?.kind === "new" ? run.made.forgotten : { names: [], settings: [] };
  const lost = [
    ...deadBefore.filter(({ scope }) => scope === null || stands(state, scope)),
    ...forgotten.names.map(({ name }) => ({ name, scope: null })),
  ].map((name) => ({
    ...name,
    item: namesOf(context, name.scope).getItemOrNullObject(name.name).load("name"),
  }));
  const dead = run ? ownNamesOf(run) : [];
  const left = dead.map((name) => names.getItemOrNullObject(name).load("formula"));
  const memory = placeIn(run?.runs?.after) ? await ownMemorySheet(context) : null;
  const runs = run?.runs ? settings.getItemOrNullObject(runsKey).load("value") : null;
  const record =
    run?.made?.kind === "new" ? settings.getItemOrNullObject(settingOfMade(run.made.number)) : null;
  const subjects = (run?.report?.sheets ?? [])
    .filter(({ created, sheetId }) => created && !stands(state, sheetId))
    .map(({ key }) => settings.getItemOrNullObject(settingOfSheet(key)));
  await context.sync();
  const reported = new Set([...(run?.report?.sheets ?? []), ...going].map(({ sheetId }) => sheetId));
  // Before sheets go: once the one in view has gone, nobody knows any more whether the user chose what is in view then.
  if (!before.isNullObject && before.visibility === "Visible" && reported.has(active.id)) {
    before.activate();
  }
  const { gone, giveBack } = await queueSheets(context, going);
  const ofWorkbook = gone.flatMap(({ marks }) => marks.filter(({ scope }) => scope === null));
  // Names of a sheet go with it.
  for (const { name } of ofWorkbook) names.getItemOrNullObject(name).delete();
  for (const { settings: keys } of gone) {
    for (const key of keys) settings.getItemOrNullObject(key).delete();
  }
  // What is left of sheets and columns that went before, when this was stopped on the way, or by somebody's own hand.
  const known = new Set(lost.map(({ name }) => name.toLowerCase()));
  const goneMarks = new Set(ofWorkbook.map(({ name }) => name));
  left.forEach((item, i) => {
    const isDead = !item.isNullObject && namedCells(String(item.formula)) === null;
    if (isDead && !goneMarks.has(dead[i]) && !known.has(dead[i].toLowerCase())) item.delete();
  });
  if (runs && queueRunsBack(context, run!.runs!, runs, showsRun) && memory)
    queueMemoryDeletion(context, memory);
  for (const subject of subjects) if (!subject.isNullObject) subject.delete();
  if (record && !record.isNullObject && run!.made && !stands(state, run!.made.sheetId)) record.delete();
  if (
    language &&
    language.before !== language.after &&
    !stored.isNullObject &&
    stored.value === language.after
  ) {
    if (language.before === undefined) settings.getItem(settingKeys.language).delete();
    else storeSetting(context, settingKeys.language, language.before);
  }
  for (const { name, scope, item } of lost) {
    if (!item.isNullObject) continue;
    namesOf(context, scope).add(name, "=#REF!").visible = false;
  }
  for (const { key, value } of forgotten.settings) settings.add(key, value as string);
  await context.sync();
  return giveBack();
}
