import type { WhatStays } from "../../locales";
import { addressOf } from "../../portfolio";
import { MovingWidths } from "../columns/widths/moving-widths";
import {
  type ClearedLook,
  clearLook,
  clearRowsCome,
  rowsLikeHeaders,
} from "../columns/results/rows-like-header";
import { giveCellsBack, queueRows } from "../columns/typed-cells";
import type { CellValue } from "../cells/cell-value";
import { isDoneInTwo } from "../office-problem";
import { queueLeaving, sheetsToLookAt } from "../removal/deleted-columns";
import { type LostReference, repairReferences } from "../removal/last-look";
import { type DeletedColumns, movedLeft } from "../removal/moved-left";
import { mostPlaces } from "../removal/references";
import { commentOfBegun } from "../marks/score-marks";
import {
  findScoreColumns,
  giveOwnWidthBack,
  scoredRowsOf,
  type ScoreColumn,
  whatKeepsScores,
} from "./find-scores";
import { findUnmarkedScores } from "./unmarked-scores";
import { HeadersSeen } from "./headers-seen";
import {
  clearOwnCells,
  clearOwnValidations,
  giveHersBack,
  isMixed,
  isOwnValidation,
  queueCells,
  queueClearing,
  queueValidation,
  type ReplacedValidation,
} from "./own-validations";
import { giveHeadersBack } from "../marks/typed-headers";

/** What became of columns for scores that were to go. */
export interface ScoresTaken {
  /** Those that somebody had made his own when they were found. */
  staying: ScoreColumn[];
  /** Those that came again, still marked, since somebody came to count on them in the moment in which they went. */
  referred: ScoreColumn[];
  /** What of those that stay, and then what somebody did to others in the moment in which they went. */
  stays: WhatStays[];
  /** Columns that were deleted from their tables. */
  deleted: DeletedColumns[];
}

/** Takes away the columns for scores in which nothing stands, with their marks. The others stay, and are told. */
export async function takeScoresBack(
  context: Excel.RequestContext,
  marks: readonly string[],
): Promise<ScoresTaken> {
  return takeFoundBack(context, await findScoreColumns(context, marks));
}

/** The same of columns that have been found. @param goes as of {@link dismantleScores} */
export async function takeFoundBack(
  context: Excel.RequestContext,
  found: readonly ScoreColumn[],
  goes: ReadonlySet<string> = new Set(),
): Promise<ScoresTaken> {
  const staying = found.filter((column) => whatKeepsScores(column) !== null);
  const going = found.filter((column) => whatKeepsScores(column) === null);
  const { stays, referred, deleted } = await dismantleScores(context, going, goes);
  const kept = staying.map((column) => whatKeepsScores(column)!);
  return { staying, referred, stays: [...movedLeft(kept, deleted), ...stays], deleted };
}

/**
 * Takes columns away that were found empty, in one request that asks again what stands in them and what counts on them: what
 * somebody types in that moment comes again under its header, and so does a column of a table on which a formula counts by then.
 *
 * @param goes sheets that go as a whole, by identifier: their formulas do not count
 */
export async function dismantleScores(
  context: Excel.RequestContext,
  going: readonly ScoreColumn[],
  goes: ReadonlySet<string>,
): Promise<Omit<ScoresTaken, "staying">> {
  if (going.length === 0) return { stays: [], referred: [], deleted: [] };
  const { names, tables } = context.workbook;
  const asked = going.map((column) => {
    const { name, isMarked, table } = column;
    const marked = () =>
      isMarked || !table
        ? names.getItem(name).getRange()
        : tables.getItem(table.id).columns.getItem(table.columnId).getRange();
    return { column, marked };
  });
  // The validation of the rows without the header, which has none.
  const scoredRows = asked.map(({ column, marked }) => scoredRowsOf(column, marked));
  const bodies = scoredRows.map((rows) => rows?.() ?? null);
  const looks = new HeadersSeen(asked);
  const types = bodies.map((body) => body && queueValidation(body.load("rowCount")));
  const places = going.flatMap(({ name, table, area: { left } }) =>
    table ? [{ name, tableId: table.id, left }] : [],
  );
  const columnsOf = new Map(
    places.map(({ tableId }) => [tableId, tables.getItem(tableId).columns.load("items/id")]),
  );
  const others = places.length > 0 ? await sheetsToLookAt(context, goes) : null;
  const widths = places.length > 0 ? new MovingWidths(context, columnsOf.keys()) : null;
  widths?.ask();
  await context.sync();
  const ofTables = going.flatMap((column) => (column.table ? [{ column, ...column.table }] : []));
  const isGoing = (tableId: string, columnId: number) =>
    ofTables.some((each) => each.id === tableId && each.columnId === columnId);
  const carrying = [...columnsOf].flatMap(([id, { items }]) => {
    const first = items.findIndex((column) => isGoing(id, column.id));
    const others = items.slice(first).filter((column) => !isGoing(id, column.id));
    return rowsOfColumns(context, id, others);
  });
  if (carrying.length > 0) {
    // Here as well as once ours have gone: the table may be gone by then.
    await isDoneInTwo(() => clearOwnValidations(context, carrying));
    columnsOf.forEach((columns) => columns.load("items/id"));
    widths?.ask();
    await context.sync();
  }
  widths?.locate();
  // Of those in tables it is asked with all that stands there.
  const ofRegions = asked.filter(({ column }) => !column.table);
  const formats = ofRegions.map(({ marked }) => marked().format.load("columnWidth"));
  const cellsOf = bodies.map((body, i) =>
    body !== null && isMixed(types[i]!) && going[i].table === null ? queueCells(body) : [],
  );
  const dressed = asked
    .filter(({ column }) => looks.areOurs(column))
    .map(({ column, marked }) => ({
      column,
      header: marked().getCell(0, 0),
      rows: Math.max(0, column.area.rowCount - 1),
    }));
  // Asks what is queued, too.
  const likeHeaders = await rowsLikeHeaders(context, dressed);
  // Widths before columns go: those to their right move.
  ofRegions.forEach(({ column, marked }, i) => giveOwnWidthBack(column, marked().getCell(0, 0), formats[i]));
  widths?.reset(places);
  const heads = asked.map(({ marked }) => marked().getCell(0, 0).load("formulas,rowIndex,columnIndex"));
  const ids = ofTables.map(({ id, columnId }) => ({ tableId: id, columnId }));
  const looked = queueLeaving(context, ids, others);
  const leaving = new Map(ofTables.map(({ column }, i) => [column, looked[i]]));
  const rowsOf = new Map(
    [...columnsOf].map(([id, { items }]) => {
      const stays = items.map((column) => column.id).filter((column) => !isGoing(id, column));
      const rows = Math.max(...going.map(({ table, area }) => (table?.id === id ? area.rowCount : 0)));
      return [id, queueRows(tables.getItem(id), stays, rows)];
    }),
  );
  // Of the structure: nobody may change a name then.
  const protection = context.workbook.protection.load("protected");
  const cleared: ClearedLook[] = [];
  const rules: ReplacedValidation[] = [];
  const found = asked.map(({ column, marked }, i) => {
    const { table } = column;
    const ofTable = table && tables.getItem(table.id).columns.getItem(table.columnId).load("name");
    const cells = (ofTable ? ofTable.getDataBodyRange() : bodies[i])?.load("formulas") ?? null;
    if (ofTable) ofTable.delete();
    else {
      const header = marked().getCell(0, 0);
      header.clear("Contents");
      const at = dressed.findIndex((each) => each.column === column);
      if (at >= 0) {
        const whole = marked().load("rowCount");
        cleared.push(
          clearLook(
            () => marked().getCell(0, 0),
            likeHeaders[at],
            dressed[at].rows,
            () => whole.rowCount - 1,
          ),
        );
      } else looks.undressOurs(column, header);
      if (types[i] !== null && isOwnValidation(types[i])) rules.push(queueClearing(scoredRows[i]!));
      rules.push(...clearOwnCells(cellsOf[i]));
    }
    const left = ofTable ? null : (bodies[i]?.dataValidation.load("type") ?? null);
    return { cells, ofTable, left };
  });
  widths?.giveAgain(places);
  const remaining = [...columnsOf.keys()].map((id) => ({
    id,
    columns: tables.getItem(id).columns.load("items/id"),
  }));
  await context.sync();
  if (giveHersBack(rules)) await context.sync();
  await clearRowsCome(context, cleared);
  await clearOwnValidations(
    context,
    found.flatMap(({ left }, i) => (left && left.type !== "None" ? [scoredRows[i]!] : [])),
  );
  const deleted = deletedFrom(going.map((column, i) => ({ column, left: heads[i].columnIndex })));
  const referencesOf = new Map([...leaving].map(([column, { references }]) => [column, references()]));
  const comesAgain = whoseTablesComeAgain(referencesOf);
  const staying = going.flatMap((column, i) => {
    const cells = (found[i].cells?.formulas ?? []) as CellValue[][];
    const count = cells.filter(([cell]) => cell !== "").length;
    const { shown } = column;
    const [[cell]] = heads[i].formulas as CellValue[][];
    const head = found[i].ofTable?.name ?? cell;
    const isRenamed = head !== shown && head !== "";
    const isHers = count > 0 || isRenamed;
    const isAgain = comesAgain(column);
    if (!isHers && !isAgain) return [];
    const header = isRenamed ? head : shown;
    const at = { row: heads[i].rowIndex, column: heads[i].columnIndex };
    return [{ column, marked: asked[i].marked, cells, count, header, at, isHers, isAgain }];
  });
  const beside = staying.filter(({ column }) => !column.table);
  const standing = await giveHeadersBack(
    context,
    beside.map(({ marked, header }) => ({ marked: () => marked().getCell(0, 0), text: header })),
  );
  beside.forEach((each, i) => (each.at = standing[i]));
  const again = staying.flatMap(({ column, cells, header, isHers, isAgain }) => {
    const { name, isMarked, table } = column;
    if (!table) return [];
    const index = isAgain ? leaving.get(column)!.item.index : undefined;
    const add = ({ columns }: Excel.Table) => {
      const added = columns.add(index, undefined, String(header));
      if (!isHers && isMarked && !protection.protected) {
        names.getItem(name).delete();
        names.add(name, added.getRange(), commentOfBegun(column)).visible = false;
      }
      return added;
    };
    const typed = cells.map(([cell]) => cell);
    return [{ index, table: tables.getItem(table.id), rows: rowsOf.get(table.id)!, cells: typed, add }];
  });
  // Each to the place from which it went, so that all cells stand where formulas were found.
  again.sort((one, other) => (one.index ?? Infinity) - (other.index ?? Infinity));
  await giveCellsBack(context, again);
  await repairReferences(context, [...referencesOf.values()].flat());
  const ours = staying.filter(({ isHers }) => !isHers).map(({ column }) => column);
  const referred = ours.filter((column) => referencesOf.get(column)!.length > 0);
  const rest = ours.filter((column) => !referred.includes(column));
  const indexOf = (column: ScoreColumn) => leaving.get(column)!.item.index;
  const stays = staying.flatMap(({ column, count, header, at, isHers }): WhatStays[] => {
    const { sheet, table } = column;
    const shown = String(header || column.header);
    if (!isHers) {
      if (!referred.includes(column)) return [];
      const isLeft = (each: ScoreColumn) => each.table!.id === table!.id && indexOf(each) < indexOf(column);
      const address = leaving.get(column)!.address(rest.filter(isLeft).length);
      const by = referencesOf.get(column)!.slice(0, mostPlaces);
      return [{ kind: "referredColumn", header: shown, address, by: by.map(({ place }) => place) }];
    }
    const address = addressOf(sheet, at.row, at.column);
    return count > 0
      ? [{ kind: "scores", header: shown, count, address }]
      : [{ kind: "renamed", header: shown, address }];
  });
  // Columns that somebody has put in right of ours: Excel lets them take the rule over.
  const carried = remaining.flatMap(({ id, columns }) => {
    const gone = ofTables.filter((each) => each.id === id).map(({ column }) => indexOf(column));
    return rowsOfColumns(context, id, columns.items.slice(Math.min(...gone)));
  });
  await isDoneInTwo(() => clearOwnValidations(context, carried));
  // Last: beside a region a mark shows where its header has moved, and where Excel refuses it, nothing of ours stands any more.
  const marks = going.filter((column) => (column.isMarked || !column.table) && !ours.includes(column));
  for (const { name } of marks) names.getItem(name).delete();
  if (marks.length > 0) await context.sync();
  if (rest.length === 0) return { stays, referred, deleted };
  const taken = await takeFoundBack(context, await findAgain(context, rest), goes);
  return {
    stays: [...movedLeft(stays, taken.deleted), ...taken.stays],
    referred: [...referred, ...taken.referred],
    deleted: [...deleted, ...taken.deleted],
  };
}

/** @param columns with the columns of the sheet in which they stood when they were deleted, zero-based */
function deletedFrom(columns: readonly { column: ScoreColumn; left: number }[]): DeletedColumns[] {
  const ofTables = columns.filter(({ column }) => column.table !== null);
  return [...new Set(ofTables.map(({ column }) => column.table!.id))].map((id) => {
    const of = ofTables.filter(({ column }) => column.table!.id === id);
    const { sheet, area } = of[0].column;
    return { sheet, top: area.top, rowCount: area.rowCount, columns: of.map(({ left }) => left) };
  });
}

/** Cells of a table's columns that may have taken a rule of ours over: rows, and that of totals. */
const rowsOfColumns = (
  { workbook: { tables } }: Excel.RequestContext,
  tableId: string,
  columns: readonly Excel.TableColumn[],
): (() => Excel.Range)[] =>
  columns.flatMap(({ id }) => {
    const column = () => tables.getItem(tableId).columns.getItem(id);
    return [() => column().getDataBodyRange(), () => column().getRange().getLastCell()];
  });

/** Tells columns that come again: all that went from a table on one of which something counts. */
function whoseTablesComeAgain(
  references: ReadonlyMap<ScoreColumn, readonly LostReference[]>,
): (column: ScoreColumn) => boolean {
  const counted = [...references].filter(([, lost]) => lost.length > 0);
  const tables = new Set(counted.map(([{ table }]) => table!.id));
  return ({ table }) => table !== null && tables.has(table.id);
}

/** Columns that came again as they stand now. */
async function findAgain(
  context: Excel.RequestContext,
  columns: readonly ScoreColumn[],
): Promise<ScoreColumn[]> {
  const marks = columns.flatMap(({ name, isMarked }) => (isMarked ? [name] : []));
  const unmarked = marks.length < columns.length ? await findUnmarkedScores(context) : [];
  const isOne = ({ name }: ScoreColumn) => columns.some((column) => column.name === name);
  return [...(await findScoreColumns(context, marks)), ...unmarked.filter(isOne)];
}
