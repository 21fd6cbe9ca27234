import { addressOf, Problem } from "../../portfolio";
import { marksPlace, namesOf, resultColumnOf } from "../marks/own-names";
import { marksScores } from "../marks/score-marks";
import { problemOf } from "../office-problem";
import { ownMemorySheet, queueMemoryDeletion } from "../settings/runs-sheet";
import { findUnmarked } from "../score-columns/unmarked-scores";
import { firstRowOf } from "../source/list-place";
import { readWorkbookState, type WorkbookState } from "../source/workbook-state";
import { clearedColumns, takeClearedBack } from "./cleared-lists";
import { takeColumnsBack } from "./columns/dismantle-columns";
import { judgeSheets, queueSheets, type SheetsGone } from "./sheets/going-sheets";
import { MarkSet, readMarks, type OwnMark } from "./own-marks";
import { type DeletedColumns, movedLeft } from "../removal/moved-left";
import { madeSheets, reportSheets, type OwnSheet } from "./sheets/own-sheets";
import {
  identifyingMapping,
  judgeColumns,
  markedLists,
  readMarkedList,
  type MarkedList,
} from "./own-work-found";
import { type JudgedScores, judgeScoreColumns, removeScoreColumns } from "./columns/undo-score-columns";
import { unmarkedStays } from "./unmarked-stays";
import { withUnfinished } from "./sheets/unfinished-sheets";
import type { WhatStays } from "../../locales";
import { headersOf, type TakenBack, takingBack, takingListBack } from "./taking-back";

/** What Keyfolio has in a workbook, and what would happen to it. */
export interface OwnWorkFound {
  /** Lists with the headers of their result columns that would go. */
  columns: readonly { sheet: string; headers: readonly string[] }[];
  sheets: readonly string[];
  /** Rules, choices and the like are kept in the workbook. */
  hasSettings: boolean;
  /** What would stay, and why; with `evenChanged` it would go, too, where that can be. */
  stays: readonly WhatStays[];
}

export interface RemovalOptions {
  /** Also what somebody has written into, or counts on: the user has seen what that is and wants it gone. */
  evenChanged?: boolean;
}

const settingOfOurs = /^keyfolio\./;

/**
 * Looks what Keyfolio has in the workbook, by its marks; nothing is written.
 * @throws Problem, and nothing else
 */
export async function findOwnWork(): Promise<OwnWorkFound> {
  try {
    return await Excel.run(async (context) => {
      const { state, marks } = await readMarks(context, await readWorkbookState(context));
      const { going, stays } = await judgeSheets(context, state, await ownSheets(context, state, marks));
      const goes = new Set(going.map(({ sheetId }) => sheetId));
      const found: WhatStays[] = [...stays];
      const columns: { sheet: string; headers: string[] }[] = [];
      for (const list of markedLists(state, marks, goes)) {
        const source = await readMarkedList(context, list);
        if (!source) {
          if (!(await clearedColumns(context, list))) found.push(unreadableList(list));
          continue;
        }
        const judged = await judgeColumns(context, source, goes, false);
        found.push(...judged.stays, ...judged.going.flatMap((column) => changedIn(source, column)));
        columns.push({ sheet: list.sheet, headers: headersOf(judged.going.map(({ own }) => own)) });
      }
      const scores = await judgeScores(context, marks, goes);
      found.push(...scores.stays, ...(await unmarkedStays(context, state, goes)));
      for (const { sheet, header } of scores.going) columns.push({ sheet, headers: [header] });
      return {
        columns: columns.filter(({ headers }) => headers.length > 0),
        sheets: going.map(({ name }) => name),
        hasSettings: state.settings.size > 0,
        stays: found,
      };
    });
  } catch (error) {
    throw problemOf(error);
  }
}

/** Marks of columns for scores; one on a copied sheet belongs to the copy, which is the user's. */
const namesOfScores = (marks: readonly OwnMark[]): string[] =>
  marks.flatMap(({ name, scope }) => (scope === null && marksScores(name) ? [name] : []));

/** Columns for scores; and those of either kind that Excel cut a run off on before they were marked, which go by the same way. */
async function judgeScores(
  context: Excel.RequestContext,
  marks: readonly OwnMark[],
  goes: ReadonlySet<string>,
): Promise<JudgedScores> {
  const isOurs = (name: string) => marksScores(name) || resultColumnOf(name) !== null;
  return judgeScoreColumns(context, namesOfScores(marks), goes, await findUnmarked(context, isOurs));
}

type Judged = Awaited<ReturnType<typeof judgeColumns>>["going"][number];
type Read = NonNullable<Awaited<ReturnType<typeof readMarkedList>>>;

/** What would stay of a column. */
function changedIn({ place }: Read, { own, isOurs, hasOurHeader }: Judged): WhatStays[] {
  const header = String(own.header);
  const others = own.contents.flatMap((cell, row) => (cell !== "" && !isOurs(row) ? [row] : []));
  const at = (row: number) => addressOf(place.sheet, firstRowOf(place) + row, own.position);
  if (others.length > 0) return [{ kind: "cells", header, address: at(others[0]), count: others.length }];
  return hasOurHeader ? [] : [{ kind: "renamed", header, address: at(-1) }];
}

const unreadableList = ({ sheet, marks }: MarkedList): WhatStays => ({
  kind: "listUnreadable",
  sheet,
  headers: marks.map(({ place }) => addressOf(sheet, place!.area.top, place!.area.left)),
});

/** The sheets that bear our marks; the sample bears none, and may have come into the workbook by anybody's hand. */
async function ownSheets(
  context: Excel.RequestContext,
  state: WorkbookState,
  marks: readonly OwnMark[],
): Promise<OwnSheet[]> {
  const known = [...reportSheets(state, marks), ...(await madeSheets(context, state, marks))];
  return withUnfinished(state, marks, known);
}

/**
 * Takes everything that Keyfolio has in the workbook away: result columns, sheets, names and settings, found by its marks. What
 * somebody has made his own stays, with its mark, and is told. Can be done again when it was stopped on the way.
 *
 * @throws Problem, and nothing else; `unfinished` where something is gone already
 */
export function removeKeyfolio({ evenChanged = false }: RemovalOptions = {}): Promise<TakenBack> {
  return takingBack("remove", (context, state, onWriting) => remove(context, state, evenChanged, onWriting));
}

async function remove(
  context: Excel.RequestContext,
  before: WorkbookState,
  evenChanged: boolean,
  onWriting: () => void,
): Promise<TakenBack> {
  const { state, marks } = await readMarks(context, before);
  const sheets = await ownSheets(context, state, marks);
  const judged = await judgeSheets(context, state, sheets, evenChanged);
  const { going } = judged;
  const goes = new Set(going.map(({ sheetId }) => sheetId));
  const columns: string[] = [];
  let stays = judged.stays;
  // What is in the way of one list is said before anything of another one has gone.
  let scores = await judgeScores(context, marks, goes);
  const lists = markedLists(state, marks, goes);
  for (const list of lists) {
    const source = await readMarkedList(context, list);
    if (source) await judgeColumns(context, source, goes, true);
  }
  for (const list of lists) {
    const taken = await removeColumns(context, list, goes, evenChanged, onWriting);
    columns.push(...taken.columns);
    stays = [...movedLeft(stays, taken.deleted), ...taken.stays];
    scores = { ...scores, stays: movedLeft(scores.stays, taken.deleted) };
  }
  stays = [...stays, ...(await unmarkedStays(context, state, goes))];
  onWriting();
  const takenScores = await removeScoreColumns(context, scores, evenChanged);
  columns.push(...takenScores.columns);
  stays = [...movedLeft(stays, takenScores.deleted), ...takenScores.stays];
  const deleted = await removeRest(context, state, sheets, going, evenChanged);
  return { columns, sheets: deleted.sheets, stays: [...stays, ...deleted.stays] };
}

async function removeColumns(
  context: Excel.RequestContext,
  list: MarkedList,
  goes: ReadonlySet<string>,
  evenChanged: boolean,
  onWriting: () => void,
): Promise<{ columns: string[]; stays: WhatStays[]; deleted: DeletedColumns[] }> {
  return takingListBack(list.sheet, async () => {
    const source = await readMarkedList(context, list);
    if (!source) {
      const cleared = await clearedColumns(context, list);
      if (!cleared) return { columns: [], stays: [unreadableList(list)], deleted: [] };
      onWriting();
      await takeClearedBack(context, cleared);
      return { columns: [], stays: [], deleted: [] };
    }
    const { going, stays } = await judgeColumns(context, source, goes, evenChanged);
    const keeping = evenChanged ? null : goes;
    const mapping = identifyingMapping(source);
    const done = await takeColumnsBack(context, source, mapping, [], going, keeping, onWriting);
    if (done === "sourceChanged" || done instanceof Problem) return done;
    const { deleted } = done;
    return { columns: headersOf(done.gone), stays: [...movedLeft(stays, deleted), ...done.stays], deleted };
  });
}

/** Marks that mean something only where a run put them; those of result columns do on a copied sheet as well. */
const marksNoColumn = /^keyfolio\.(?:sheet|chartData|form|clients|score|place|memory)(?:\.|$)/i;

/** The last request: sheets, marks of what is gone, settings; those of what stays are kept. */
async function removeRest(
  context: Excel.RequestContext,
  state: WorkbookState,
  sheets: readonly OwnSheet[],
  toGo: readonly OwnSheet[],
  evenChanged: boolean,
): Promise<SheetsGone> {
  const { settings } = context.workbook;
  settings.load("items/key");
  const memory = await ownMemorySheet(context);
  const { marks, state: now } = await readMarks(context, state);
  const { gone: going, giveBack } = await queueSheets(context, toGo, evenChanged);
  if (memory) queueMemoryDeletion(context, memory);
  const staying = sheets.filter((sheet) => !going.includes(sheet));
  const keptSettings = new Set(staying.flatMap(({ settings: keys }) => keys));
  const gone = new MarkSet(going.flatMap((sheet) => sheet.marks));
  const kept = new MarkSet(staying.flatMap((sheet) => sheet.marks));
  const goneIds = new Set(going.map(({ sheetId }) => sheetId));
  // Also those of a page on which a run was cut off.
  const goneSheets = new Set(now.sheets.flatMap(({ id, name }) => (goneIds.has(id) ? [name] : [])));
  for (const mark of marks) {
    const { name, scope, place, isLost } = mark;
    // Names of a sheet go with it.
    if (scope !== null && goneIds.has(scope)) continue;
    const isGone = gone.has(mark) || (place !== null && goneSheets.has(place.sheet));
    const isOfCopy = scope !== null && marksNoColumn.test(name) && !kept.has(mark);
    if (isLost || marksPlace(name) || isGone || isOfCopy) namesOf(context, scope).getItem(name).delete();
  }
  for (const { key } of settings.items) {
    if (settingOfOurs.test(key) && !keptSettings.has(key)) settings.getItem(key).delete();
  }
  await context.sync();
  return giveBack();
}
