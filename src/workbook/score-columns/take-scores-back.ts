import type { WhatStays } from "../../locales";
import { addressOf } from "../../portfolio";
import { MovingWidths } from "../columns/moving-widths";
import { isSameWidth } from "../columns/new-column-look";
import { type ClearedLook, clearLook, clearRowsCome, rowsLikeHeaders } from "../columns/rows-like-header";
import { giveCellsBack, queueRows } from "../columns/typed-cells";
import type { Area, CellValue } from "../cells/cell-value";
import { namedCells } from "../marks/named-cells";
import { clearOwnCells, clearOwnValidations, isMixed, isOwnType, queueCells } from "./own-validations";
import { giveHeadersBack } from "../marks/typed-headers";
import { readScoreComment, type ScoreMark, scoreWidth } from "../marks/score-marks";

/** A column for scores as it stands now. */
export interface ScoreColumn extends ScoreMark {
  /** Name of its mark. */
  name: string;
  /** Whether the mark stands: a run may have been cut off between a table's column and its mark. */
  isMarked: boolean;
  sheetId: string;
  sheet: string;
  /** Header and rows, as far as the mark goes. */
  area: Area;
  table: { id: string; name: string; columnId: number } | null;
  /** The header as somebody may have changed it. */
  shown: string;
  /** Cells below the header that hold something. */
  filled: { count: number; address: string } | null;
  isProtected: boolean;
}

const position = "rowIndex,columnIndex,rowCount,columnCount";
const sheetRows = 1_048_576;

/** Columns for scores by the names of their marks; those whose cells are gone are left out. Three requests. */
export async function findScoreColumns(
  context: Excel.RequestContext,
  marks: readonly string[],
): Promise<ScoreColumn[]> {
  const { names, tables } = context.workbook;
  const items = marks.map((name) => names.getItemOrNullObject(name).load("name,formula,comment"));
  await context.sync();
  const placed = items.flatMap((item, i) => {
    if (item.isNullObject || !namedCells(String(item.formula))) return [];
    // From the mark: it goes with its cells while somebody moves them, or renames their sheet.
    const mark = item.getRangeOrNullObject().load(position);
    const sheet = mark.worksheet.load("id,name");
    const head = mark.getCell(0, 0).load("formulas");
    const used = mark.getEntireColumn().getUsedRangeOrNullObject(true).load("rowIndex,formulas");
    const protection = sheet.protection.load("protected");
    const inTables = head.getTables(false).load("items/id,items/name,items/showHeaders,items/showTotals");
    return [{ name: marks[i], comment: item.comment, sheet, mark, head, used, protection, inTables }];
  });
  if (placed.length === 0) return [];
  await context.sync();
  const standing = placed
    .filter(({ sheet, mark }) => !sheet.isNullObject && !mark.isNullObject)
    .map((column) => {
      const table = column.inTables.items.at(0);
      if (!table) return { ...column, table: null };
      const item = tables.getItem(table.id);
      return {
        ...column,
        table: {
          id: table.id,
          name: table.name,
          hasHeaders: table.showHeaders,
          columns: item.columns.load("items/id,items/name"),
          range: item.getRange().load("rowIndex,columnIndex,rowCount"),
          mark: names.getItem(column.name).getRangeOrNullObject().load("columnIndex"),
        },
      };
    });
  await context.sync();
  return standing.flatMap(({ name, comment, sheet, mark, head, used, protection, table }) => {
    if (table?.mark.isNullObject) return [];
    const area = {
      top: mark.rowIndex,
      left: mark.columnIndex,
      rowCount: mark.rowCount,
      columnCount: mark.columnCount,
    };
    const column = table?.columns.items[table.mark.columnIndex - table.range.columnIndex];
    const first = table ? table.range.rowIndex + (table.hasHeaders ? 1 : 0) : area.top + 1;
    const last = table ? table.range.rowIndex + table.range.rowCount : sheetRows;
    const cells = used.isNullObject ? [] : (used.formulas as CellValue[][]);
    const rows = cells
      .flatMap(([cell], i) => (cell === "" ? [] : [used.rowIndex + i]))
      .filter((row) => row >= first && row < last);
    return [
      {
        ...readScoreComment(comment),
        name,
        isMarked: true,
        sheetId: sheet.id,
        sheet: sheet.name,
        area,
        table: table && column ? { id: table.id, name: table.name, columnId: column.id } : null,
        shown: column?.name ?? String(head.formulas[0][0]),
        filled:
          rows.length === 0
            ? null
            : { count: rows.length, address: addressOf(sheet.name, rows[0], area.left) },
        isProtected: protection.protected,
      },
    ];
  });
}

/** Whether a column is still as Keyfolio made it, or what of it somebody has made his own. */
export function whatKeepsScores({ name, header, shown, filled, sheet, area }: ScoreColumn): WhatStays | null {
  if (filled) return { kind: "scores", header: shown || header, ...filled };
  const isOurs = shown === header || shown === "" || shown === name;
  return isOurs ? null : { kind: "renamed", header: shown, address: addressOf(sheet, area.top, area.left) };
}

/** What became of columns for scores that were to go. */
export interface ScoresTaken {
  gone: ScoreColumn[];
  staying: ScoreColumn[];
  /** What of those that were found, and then what somebody typed into one in the moment in which it went. */
  stays: WhatStays[];
}

/** Takes away the columns for scores in which nothing stands, with their marks. The others stay, and are told. */
export async function takeScoresBack(
  context: Excel.RequestContext,
  marks: readonly string[],
): Promise<ScoresTaken> {
  return takeFoundBack(context, await findScoreColumns(context, marks));
}

/** The same of columns that have been found. */
export async function takeFoundBack(
  context: Excel.RequestContext,
  found: readonly ScoreColumn[],
): Promise<ScoresTaken> {
  const staying = found.filter((column) => whatKeepsScores(column) !== null);
  const going = found.filter((column) => whatKeepsScores(column) === null);
  const typed = await dismantleScores(context, going);
  return { gone: going, staying, stays: [...staying.map((column) => whatKeepsScores(column)!), ...typed] };
}

/** The rows below a header. */
export const bodyOf = (whole: Excel.Range): Excel.Range => whole.getOffsetRange(1, 0).getResizedRange(-1, 0);

/** Whether a column still has the width that it got when it came. */
export const isOwnWidth = ({ width }: ScoreColumn, { columnWidth }: Excel.RangeFormat): boolean =>
  width && isSameWidth(columnWidth, scoreWidth);

/**
 * Takes columns away that were found empty, in one request that asks again what stands in them: what somebody types in that moment
 * comes again under its header.
 */
export async function dismantleScores(
  context: Excel.RequestContext,
  going: readonly ScoreColumn[],
): Promise<WhatStays[]> {
  if (going.length === 0) return [];
  const { names, tables } = context.workbook;
  const asked = going.map((column) => {
    const { name, isMarked, table } = column;
    const marked = () =>
      isMarked || !table
        ? names.getItem(name).getRange()
        : tables.getItem(table.id).columns.getItem(table.columnId).getRange();
    return { column, marked, width: marked().format.load("columnWidth") };
  });
  // The validation of the rows without the header, which has none.
  const bodies = asked.map(({ column, marked }) => (column.area.rowCount > 1 ? bodyOf(marked()) : null));
  const types = bodies.map((body) => body?.load("rowCount").dataValidation.load("type") ?? null);
  const places = going.flatMap(({ name, table, area: { left } }) =>
    table ? [{ name, tableId: table.id, left }] : [],
  );
  const columnsOf = new Map(
    places.map(({ tableId }) => [tableId, tables.getItem(tableId).columns.load("items/id")]),
  );
  const widths = places.length > 0 ? new MovingWidths(context) : null;
  widths?.ask();
  await context.sync();
  widths?.locate();
  const cellsOf = bodies.map((body, i) =>
    body !== null && isMixed(types[i]!.type) && going[i].table === null ? queueCells(body) : [],
  );
  const dressed = asked
    .filter(({ column: { look, table } }) => look && !table)
    .map(({ column, marked }) => ({
      column,
      header: marked().getCell(0, 0),
      rows: Math.max(0, column.area.rowCount - 1),
    }));
  // Asks what is queued, too.
  const counts = await rowsLikeHeaders(context, dressed);
  // Widths before columns go: those to their right move.
  for (const { column, marked, width } of asked) {
    if (isOwnWidth(column, width)) marked().getCell(0, 0).format.useStandardWidth = true;
  }
  widths?.reset(places);
  const heads = asked.map(({ marked }) => marked().getCell(0, 0).load("formulas,rowIndex,columnIndex"));
  const leaving = new Set(going.flatMap(({ table }) => table?.columnId ?? []));
  const rowsOf = new Map(
    [...columnsOf].map(([id, { items }]) => {
      const stays = items.map((column) => column.id).filter((column) => !leaving.has(column));
      const rows = Math.max(...going.map(({ table, area }) => (table?.id === id ? area.rowCount : 0)));
      return [id, queueRows(tables.getItem(id), stays, rows)];
    }),
  );
  const cleared: ClearedLook[] = [];
  const found = asked.map(({ column, marked }, i) => {
    const { table } = column;
    const ofTable = table && tables.getItem(table.id).columns.getItem(table.columnId).load("name");
    const cells = (ofTable ? ofTable.getDataBodyRange() : bodies[i])?.load("formulas") ?? null;
    if (ofTable) ofTable.delete();
    else {
      const header = marked().getCell(0, 0);
      header.clear("Contents");
      if (column.look) {
        const at = dressed.findIndex((each) => each.column === column);
        const [alike, rows] = at < 0 ? [0, 0] : [counts[at], dressed[at].rows];
        cleared.push(clearLook(() => marked().getCell(0, 0), alike, rows));
      }
      if (types[i] !== null && isOwnType(types[i].type)) bodies[i]!.dataValidation.clear();
      clearOwnCells(cellsOf[i]);
    }
    const left = ofTable ? null : (bodies[i]?.dataValidation.load("type") ?? null);
    return { cells, ofTable, left };
  });
  widths?.giveAgain(places);
  await context.sync();
  await clearRowsCome(context, cleared);
  await clearOwnValidations(
    context,
    found.flatMap(({ left }, i) => (left && left.type !== "None" ? [() => bodyOf(asked[i].marked())] : [])),
  );
  const typed = going.flatMap((column, i) => {
    const cells = (found[i].cells?.formulas ?? []) as CellValue[][];
    const count = cells.filter(([cell]) => cell !== "").length;
    const { shown } = column;
    const [[cell]] = heads[i].formulas as CellValue[][];
    const head = found[i].ofTable?.name ?? cell;
    const isRenamed = head !== shown && head !== "";
    if (count === 0 && !isRenamed) return [];
    const header = isRenamed ? head : shown;
    const at = { row: heads[i].rowIndex, column: heads[i].columnIndex };
    return [{ column, marked: asked[i].marked, cells, count, header, at }];
  });
  const beside = typed.filter(({ column }) => !column.table);
  const standing = await giveHeadersBack(
    context,
    beside.map(({ marked, header }) => ({ marked: () => marked().getCell(0, 0), text: header })),
  );
  beside.forEach((each, i) => (each.at = standing[i]));
  const ofTables = typed.flatMap(({ column: { table }, cells, header }) => {
    if (!table) return [];
    const add = ({ columns }: Excel.Table) => columns.add(undefined, undefined, String(header));
    return [
      {
        table: tables.getItem(table.id),
        rows: rowsOf.get(table.id)!,
        cells: cells.map(([cell]) => cell),
        add,
      },
    ];
  });
  await giveCellsBack(context, ofTables);
  const stays = typed.map(({ column: { sheet }, count, header, at }): WhatStays => {
    const shown = String(header);
    const address = addressOf(sheet, at.row, at.column);
    return count > 0
      ? { kind: "scores", header: shown, count, address }
      : { kind: "renamed", header: shown, address };
  });
  // Last: beside a region a mark shows where its header has moved, and where Excel refuses it, nothing of ours stands any more.
  const marks = going.filter(({ isMarked, table }) => isMarked || !table);
  for (const { name } of marks) names.getItem(name).delete();
  if (marks.length > 0) await context.sync();
  return stays;
}
