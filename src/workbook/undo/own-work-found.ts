import { headerText, type Mapping, Problem } from "../../portfolio";
import { namesOf, resultColumnOf } from "../marks/own-names";
import { scoreHeadersIn } from "../marks/score-marks";
import { blankColumns, isUnnamed, type OwnColumn } from "../marks/own-columns";
import { requireWritable } from "../source/obstacles";
import { hasHiddenHeader } from "../source/list-place";
import { readSource, type Source, type SourceOptions } from "../source/source";
import type { WorkbookState } from "../source/workbook-state";
import { formatsUnder } from "../columns/new-column-look";
import { columnTarget, lookOf } from "./column-target";
import type { GoingColumn } from "./dismantle-columns";
import type { OwnMark } from "./own-marks";
import { isHeaderOfOurs } from "../columns/result-texts";
import { isOwnResult } from "../marks/own-results";
import { findReferences } from "../removal/references";
import { byPlace } from "./undo-columns";
import { staysBelow } from "./stays-below";
import type { WhatStays } from "../../locales";

/** A list with result columns beside it, by one of their marks. */
export interface MarkedList {
  sheetId: string;
  sheet: string;
  marks: readonly OwnMark[];
}

/** Lists with result columns, on sheets that do not go as a whole. */
export function markedLists(
  state: WorkbookState,
  marks: readonly OwnMark[],
  goes: ReadonlySet<string>,
): MarkedList[] {
  const lists = new Map<string, MarkedList & { marks: OwnMark[] }>();
  for (const mark of marks) {
    const result = resultColumnOf(mark.name);
    const sheet = mark.place && state.sheets.find(({ name }) => name === mark.place!.sheet);
    if (!result || !sheet || goes.has(sheet.id)) continue;
    const key = JSON.stringify([sheet.id, mark.place!.area.top, result.list]);
    const list = lists.get(key) ?? { sheetId: sheet.id, sheet: sheet.name, marks: [] };
    lists.set(key, list);
    list.marks.push(mark);
  }
  return [...lists.values()];
}

const unreadable: ReadonlySet<string> = new Set(["sourceGone", "noList", "emptySheet", "sheetNotFound"]);

/** Whether reading was stopped since there is no list any more. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof Problem && unreadable.has(error.detail.kind);

/** The list of some marks as it stands now, table or plain cells; null where it is none any more. */
export async function readMarkedList(
  context: Excel.RequestContext,
  { sheetId, marks }: MarkedList,
  options: Pick<SourceOptions, "isRun" | "mayHaveLeft"> = {},
): Promise<Source | null> {
  // Where they stand by now: cells may have moved since they were found.
  const asked = marks.map(({ name, scope }) => {
    const cell = namesOf(context, scope).getItemOrNullObject(name).getRangeOrNullObject().getCell(0, 0);
    cell.load("rowIndex,columnIndex").worksheet.load("name");
    return { cell, tables: cell.getTables(false).load("items/id") };
  });
  const names = context.workbook.names.load("items/name,items/formula");
  await context.sync();
  const standing = asked.filter(({ cell }) => !cell.isNullObject);
  if (standing.length === 0) return null;
  const [{ cell, tables }] = standing;
  const tableId = tables.items.at(0)?.id ?? null;
  const markedAs = resultColumnOf(marks[0].name)!.list;
  const row = cell.rowIndex + 1;
  const scores = scoreHeadersIn(names).filter(
    (each) => each.sheet === cell.worksheet.name && each.row === cell.rowIndex,
  );
  let left = Math.min(...standing.map((each) => each.cell.columnIndex));
  while (scores.some(({ column }) => column === left - 1)) left--;
  const cells = tableId
    ? [null]
    : [
        { row, column: cell.columnIndex },
        { row, column: Math.max(0, left - 1) },
      ];
  for (const at of cells) {
    try {
      const begun = { sheetId, tableId, cell: at };
      const source = await readSource(context, { ...options, begun, markedAs });
      const found = new Set(ownColumnsIn(source).map(({ name }) => name.toLowerCase()));
      if (marks.some(({ name }) => found.has(name.toLowerCase()))) return source;
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
  }
  return null;
}

/** Result columns of a list, also those from which everything but their marks has been taken. */
const ownColumnsIn = ({ place }: Source): OwnColumn[] => [...place.own, ...blankColumns(place.deadNames)];

/** A few columns are enough to tell rows from each other while they are written. */
const identifyingColumns = 4;

export function identifyingMapping({ list }: Source): Mapping {
  const headers = list.columns.slice(0, identifyingColumns).map((column) => headerText(list, column));
  return { version: 1, columns: headers.map((header) => ({ header, role: "client" })) };
}

/**
 * Which result columns of a list go: those whose marks stand, unless something of the user's counts on them.
 *
 * @param evenChanged the user wants them gone, whatever was written into them
 * @throws Problem filterActive, protectedSheet …
 */
export async function judgeColumns(
  context: Excel.RequestContext,
  source: Source,
  goes: ReadonlySet<string>,
  evenChanged: boolean,
): Promise<{ going: GoingColumn[]; stays: WhatStays[] }> {
  requireWritable(source.obstacles, source.place, 0);
  const looks = await lookOf(context, ownColumnsIn(source));
  const going = ownColumnsIn(source).map((own): GoingColumn => {
    const isOurs = (row: number) => evenChanged || isOwnResult(own.column, own.contents[row] ?? "");
    return {
      own,
      isOurs,
      hasOurHeader:
        evenChanged ||
        hasHiddenHeader(source.place) ||
        isUnnamed(own) ||
        isHeaderOfOurs(own.column, own.header),
      look: looks.get(own.name),
      formatBefore: byPlace(formatsUnder(looks.get(own.name))),
    };
  });
  const stays = staysBelow(source.place, source.below);
  if (evenChanged) return { going, stays };
  const targets = going.map((column) => columnTarget(source, column));
  const kept = new Set<OwnColumn>();
  for (const [target, by] of await findReferences(context, targets, goes)) {
    if (by.length === 0) continue;
    const { own } = target.going;
    kept.add(own);
    stays.push({ kind: "referredColumn", header: String(own.header), address: target.address, by });
  }
  return { going: going.filter(({ own }) => !kept.has(own)), stays };
}
