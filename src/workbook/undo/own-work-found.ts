import { headerText, type Mapping, Problem } from "../../portfolio";
import { namesOf, resultColumnOf } from "../marks/own-names";
import { scoreHeadersIn } from "../marks/score-marks";
import { blankColumns, isUnnamed, type OwnColumn } from "../marks/own-columns";
import { requireWritable } from "../source/obstacles/obstacles";
import { hasHiddenHeader } from "../source/list-place";
import type { BegunList } from "../source/find/find-list";
import { readSource, type Source, type SourceOptions } from "../source/source";
import type { WorkbookState } from "../source/workbook-state";
import { formatsUnder } from "../columns/new-column-look";
import { columnTarget, lookOf, referredColumn } from "./columns/column-target";
import type { GoingColumn } from "./columns/dismantle-columns";
import type { OwnMark } from "./own-marks";
import { isHeaderOfOurs } from "../columns/results/result-texts";
import { isOwnResult } from "../marks/own-results";
import { findReferences } from "../removal/references";
import { byPlace } from "./columns/undo-columns";
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
  const readAt = async (begun: BegunList): Promise<Source | null> => {
    try {
      const source = await readSource(context, { ...options, begun, markedAs });
      const found = new Set(ownColumnsIn(source).map(({ name }) => name.toLowerCase()));
      return marks.some(({ name }) => found.has(name.toLowerCase())) ? source : null;
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return null;
    }
  };
  if (tableId) return readAt({ sheetId, tableId, cell: null });
  const at = (column: number) => readAt({ sheetId, tableId, cell: { row, column } });
  const found = (await at(cell.columnIndex)) ?? (await at(Math.max(0, left - 1)));
  if (found) return found;
  const beside = await tableLeftOf(context, sheetId, cell);
  return beside === null ? null : readAt({ sheetId, tableId: beside, cell: null });
}

/**
 * The nearest table that has its header row where a mark stands, and the mark right of it: somebody may have made it of her own columns
 * where a blank column stands between them and ours.
 */
async function tableLeftOf(
  context: Excel.RequestContext,
  sheetId: string,
  { rowIndex, columnIndex }: Excel.Range,
): Promise<string | null> {
  const tables = context.workbook.worksheets.getItem(sheetId).tables.load("items/id,items/showHeaders");
  await context.sync();
  const asked = tables.items.map((table) => ({
    table,
    range: table.getRange().load("rowIndex,columnIndex,columnCount"),
  }));
  if (asked.length > 0) await context.sync();
  const rightOf = ({ range }: (typeof asked)[number]) => range.columnIndex + range.columnCount;
  const beside = asked
    .filter((each) => each.table.showHeaders && each.range.rowIndex === rowIndex)
    .filter((each) => rightOf(each) <= columnIndex)
    .sort((one, other) => rightOf(other) - rightOf(one));
  return beside.at(0)?.table.id ?? null;
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
    kept.add(target.going.own);
    stays.push(referredColumn(source, target, by));
  }
  return { going: going.filter(({ own }) => !kept.has(own)), stays };
}
