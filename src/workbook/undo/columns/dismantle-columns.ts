import { addressOf, type Mapping, type Problem } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import { clearBelow } from "../../columns/clear-below";
import { mostHave, undressOurs } from "../../columns/dressed-headers";
import { type GoingPlace, MovingWidths } from "../../columns/widths/moving-widths";
import { giveStandardWidth, isWidthOf, type OwnLook } from "../../columns/new-column-look";
import { tryMark } from "../../columns/new-places";
import type { PlannedColumn } from "../../columns/results/result-plan";
import { writeResults } from "../../columns/result-columns";
import { RowIdentity } from "../../columns/results/row-identity";
import { markedCells, markedHeader, nameIn } from "../../columns/results/result-ranges";
import {
  type ClearedLook,
  clearLook,
  clearRowsCome,
  noRowsAlike,
  rowsLikeHeaders,
} from "../../columns/results/rows-like-header";
import type { FormatBefore } from "../../columns/share-format";
import { queueRows } from "../../columns/typed-cells";
import type { Writing } from "../../columns/writing";
import type { OwnColumn } from "../../marks/own-columns";
import { queueLeaving, sheetsToLookAt } from "../../removal/deleted-columns";
import { headerLook, headerLookOf, isSameLook } from "../../source/obstacles/header-look";
import { firstRowOf, type ListPlace, rowCountOf } from "../../source/list-place";
import type { Source } from "../../source/source";
import { giveBackTyped } from "./columns-again";
import { queueBelowList, undressBelowList } from "./below-list";
import { formatsBefore, formatsToMovedRows, queueFormatsBack } from "./share-formats";
import { type DeletedColumns, movedLeft } from "../../removal/moved-left";
import type { WhatStays } from "../../../locales";

/** A result column that goes. */
export interface GoingColumn {
  own: OwnColumn;
  /** Whether the cell of a row holds what Keyfolio wrote there. */
  isOurs: (row: number) => boolean;
  /** Whether the header is the one that Keyfolio gave. */
  hasOurHeader: boolean;
  look: OwnLook | undefined;
  /** Number format of a row before Keyfolio set its own; null: it set none. */
  formatBefore: FormatBefore | null;
}

/** What became of columns that were to go. */
export interface ColumnsGone {
  gone: OwnColumn[];
  stays: WhatStays[];
  /** Columns that were deleted from their table. */
  deleted: DeletedColumns[];
}

/** A column that goes, with the cells of it that stay. */
interface Judged extends GoingColumn {
  others: number[];
}

/** Everything else that shows whether the header still looks as Keyfolio made it. */
const looks = `columnWidth,${headerLook}`;

/**
 * Gives cells of result columns their previous contents and takes columns away: our cells are cleared first, by identity and all or
 * nothing; then, once they are empty, columns, formats and marks go. A cell that holds something else stays, with its column.
 *
 * @param changes columns that stay, with the cells that they get
 * @param goes sheets that go as a whole, by identifier: what counts on a column from there keeps none; null: nothing keeps any
 * @returns "sourceChanged" when somebody changed the list meanwhile: what was written was put back; Problem leftStanding when some
 * of it could not be, since nobody can tell whose row it is
 * @throws Problem filterActive, protectedSheet …; errors of Office.js
 */
export async function takeColumnsBack(
  context: Excel.RequestContext,
  source: Source,
  mapping: Mapping,
  changes: readonly PlannedColumn[],
  going: readonly GoingColumn[],
  goes: ReadonlySet<string> | null,
  onWriting: () => void,
): Promise<ColumnsGone | Problem | "sourceChanged"> {
  const { place } = source;
  const rowCount = rowCountOf(place);
  const judged = going.map((column): Judged => {
    const others: number[] = [];
    for (let row = 0; row < rowCount; row++) {
      if ((column.own.contents[row] ?? "") !== "" && !column.isOurs(row)) others.push(row);
    }
    return { ...column, others };
  });
  const clearing = judged.flatMap(({ own, isOurs }): PlannedColumn[] => {
    const cells = Array.from({ length: rowCount }, (_, row) =>
      (own.contents[row] ?? "") !== "" && isOurs(row) ? "" : null,
    );
    if (cells.every((cell) => cell === null)) return [];
    const { column, name, scope } = own;
    return [{ column, existing: own, name, scope, header: null, cells }];
  });
  const plan = [...changes, ...clearing];
  if (plan.length > 0) {
    let begun: Writing | undefined;
    const written = await writeResults(
      context,
      withoutDeadMarks(source),
      { portfolio: { mapping } },
      plan,
      null,
      {
        onWriting: (writing) => {
          begun = writing;
          onWriting();
        },
        keepsTyped: true,
      },
    );
    if (written === "sourceChanged") return begun?.standing ?? "sourceChanged";
  }
  if (source.below) {
    onWriting();
    await clearBelow(context, source);
  }
  if (judged.length === 0) return { gone: [], stays: [], deleted: [] };
  return dismantle(context, source, RowIdentity.of(source.list, mapping, place), judged, goes, onWriting);
}

/** Dead marks are the business of the next run. */
const withoutDeadMarks = (source: Source): Source => ({
  ...source,
  place: { ...source.place, deadNames: [] },
});

/** Asks how the emptied columns look now, then takes them away with one request that asks again what they hold. */
async function dismantle(
  context: Excel.RequestContext,
  source: Source,
  identity: RowIdentity,
  judged: readonly Judged[],
  goes: ReadonlySet<string> | null,
  onWriting: () => void,
): Promise<ColumnsGone> {
  const { place } = source;
  const rowCount = rowCountOf(place);
  const table = place.table && context.workbook.tables.getItem(place.table.id);
  const others = table && goes ? await sheetsToLookAt(context, goes) : null;
  const columns = table?.columns.load("items/id,items/name,items/index") ?? null;
  const tableRange = table?.getRange().load("columnIndex") ?? null;
  const seen = judged.map(({ own }) => ({
    header: markedHeader(context, own).load("formulas,columnIndex"),
    format: markedHeader(context, own).format.load(looks),
  }));
  const beside = table ? [] : headersBeside(context, place, judged);
  const widths = table && new MovingWidths(context, [place.table!.id]);
  widths?.ask();
  await context.sync();
  const idOf = (i: number): number | null =>
    columns?.items[seen[i].header.columnIndex - tableRange!.columnIndex]?.id ?? null;
  const formats = await formatsBefore(context, source, judged);

  const whole = judged.map(({ own }) =>
    markedCells(context, place, own, { first: 0, count: rowCount }).load("formulas"),
  );
  const totals = judged.map((_, i) => {
    const id = idOf(i);
    return id !== null && place.table!.hasTotals
      ? table!.columns.getItem(id).getTotalRowRange().load("formulas")
      : null;
  });
  await context.sync();
  const stays: WhatStays[] = [];
  const gone: { i: number; column: Judged }[] = [];
  const staying: { i: number; column: Judged }[] = [];
  judged.forEach((column, i) => {
    const { own, others, hasOurHeader } = column;
    const cells = whole[i].formulas as CellValue[][];
    const filled = cells.flatMap(([cell], row) => (cell === "" ? [] : [row]));
    const total = totals[i]?.formulas[0][0] ?? "";
    const header = String(own.header);
    const at = (row: number) => addressOf(place.sheet, firstRowOf(place) + row, seen[i].header.columnIndex);
    if (filled.length > 0 || total !== "") {
      staying.push({ i, column });
      const row = filled[0] ?? rowCount;
      stays.push({ kind: "cells", header, address: at(row), count: filled.length || 1 });
    } else if (others.length === 0 && !hasOurHeader) {
      stays.push({ kind: "renamed", header, address: at(-1) });
      gone.push({ i, column });
    } else gone.push({ i, column });
  });
  if (gone.length === 0) return { gone: [], stays, deleted: [] };
  // Those of a table go with all that they look like.
  // The list's own headers may look otherwise by now, or one of ours may.
  const ours = judged.flatMap(({ look }, i) => (look?.header ? [headerLookOf(seen[i].format)] : []));
  const known = [mostHave(ours), ...beside.map(headerLookOf)].filter((each) => each !== null);
  const isDressed = gone.map(
    ({ i, column: { look } }) =>
      !table && look?.header && known.some((each) => isSameLook(headerLookOf(seen[i].format), each)),
  );
  const dressed = gone.flatMap(({ column: { own } }, at) =>
    isDressed[at] ? [{ at, header: markedHeader(context, own), rows: rowCount }] : [],
  );
  widths?.locate();
  const now = judged.map(({ own }) => markedHeader(context, own).load("columnIndex,format/columnWidth"));
  // Asks what is queued, too.
  const likeHeaders = await rowsLikeHeaders(context, dressed);
  const alike = gone.map((_, at) => likeHeaders[dressed.findIndex((each) => each.at === at)] ?? noRowsAlike);

  onWriting();
  if (table) tryMark({ context, source }, judged[0].own.name);
  const found = gone.map(({ column: { own } }) =>
    markedCells(context, place, own, { first: 0, count: rowCount }).load("formulas"),
  );
  const ids = gone.map(({ i }) => idOf(i));
  const heads = gone.map(({ column: { own } }) =>
    markedHeader(context, own).load("formulas,rowIndex,columnIndex"),
  );
  // Widths before columns go: the cells to their right move, and with them a column of the table that stays.
  for (const { i, column } of [...gone, ...(table ? staying : [])]) {
    const { own, look } = column;
    if (look?.width && isWidthOf(own, now[i].format.columnWidth)) {
      markedHeader(context, own).format.useStandardWidth = true;
    }
  }
  const leaving = gone.flatMap(({ i, column: { own, hasOurHeader } }, at): GoingPlace[] => {
    if (!place.table || !hasOurHeader || ids[at] === null) return [];
    const name = own.scope === null ? own.name : null;
    return [{ name, tableId: place.table.id, left: now[i].columnIndex }];
  });
  widths?.reset(leaving);
  for (const { i, column } of gone) {
    const { own, look } = column;
    const isAlone = !table || own.scope !== null;
    if (isAlone && look?.hidden && isWidthOf(own, now[i].format.columnWidth)) {
      giveStandardWidth(markedHeader(context, own), true);
    }
  }
  const staysInTable = (columns?.items ?? []).map(({ id }) => id).filter((id) => !ids.includes(id));
  const rows = table ? queueRows(table, staysInTable, rowCount) : [];
  const deleting = gone.flatMap(({ column }, at) =>
    column.hasOurHeader && ids[at] !== null ? [{ column, tableId: place.table!.id, columnId: ids[at] }] : [],
  );
  const looked = queueLeaving(context, deleting, others);
  const left = new Map(deleting.map(({ column }, i) => [column, looked[i]]));
  const goneFormats = [...formats].filter(([of]) => gone.some(({ column }) => column === of));
  const given = queueFormatsBack(context, source, identity, new Map(goneFormats));
  const below = table
    ? null
    : queueBelowList(
        context,
        place,
        gone.map(({ column }) => column),
      );
  const cleared: ClearedLook[] = [];
  gone.forEach(({ i, column: { own, look, hasOurHeader } }, at) => {
    const marked = () => markedHeader(context, own);
    if (!hasOurHeader) return;
    const id = ids[at];
    if (id !== null) {
      table!.columns.getItem(id).delete();
      return;
    }
    marked().clear("Contents");
    if (isDressed[at]) cleared.push(clearLook(marked, alike[at], rowCount));
    else if (look?.header && known[0]) undressOurs(marked().format, headerLookOf(seen[i].format), known[0]);
  });
  const renamed = gone.flatMap(({ column: { own, hasOurHeader } }) => (hasOurHeader ? [] : [own.name]));
  widths?.giveAgain(leaving, new Set(renamed));
  // Marks go last: a request that fails before leaves none of our cells without one. Those beside a table's columns show until then
  // where the cells have moved into which something is given back.
  const isBeside = (at: number) => ids[at] === null;
  const removeMarks = (which: (at: number) => boolean) => {
    gone.forEach(({ column: { own } }, at) => which(at) && nameIn(context, own.name, own.scope).delete());
  };
  removeMarks((at) => !isBeside(at));
  await context.sync();
  const deleted = deletedFrom(
    place,
    heads.flatMap(({ columnIndex }, at) =>
      gone[at].column.hasOurHeader && ids[at] !== null ? [columnIndex] : [],
    ),
  );
  const standing = movedLeft(stays, deleted);
  if (given) await formatsToMovedRows(context, source, given);
  await clearRowsCome(context, cleared);
  if (below) undressBelowList(context, place, below);
  const again = await giveBackTyped(
    context,
    source,
    gone.map(({ column }, i) => ({
      column,
      id: ids[i],
      left: left.get(column),
      found: found[i],
      head: heads[i],
    })),
    rows,
    standing,
  );
  removeMarks(isBeside);
  if (ids.some((_, at) => isBeside(at))) await context.sync();
  const { rest } = again;
  const then =
    rest.length === 0
      ? { gone: [], stays: [], deleted: [] }
      : await dismantle(context, withoutDeadMarks(source), identity, rest, goes, onWriting);
  return {
    gone: [...gone.flatMap(({ column }) => (again.standing.has(column) ? [] : [column.own])), ...then.gone],
    stays: [...movedLeft(standing, then.deleted), ...then.stays],
    deleted: [...deleted, ...then.deleted],
  };
}

/** @param columns zero-based, as they stood when they were deleted */
function deletedFrom({ sheet, area, table }: ListPlace, columns: readonly number[]): DeletedColumns[] {
  const rowCount = area.rowCount + (table?.hasTotals ? 1 : 0);
  return columns.length === 0 ? [] : [{ sheet, top: area.top, rowCount, columns }];
}

/**
 * Looks that columns beside a region were dressed like: of the header left of those that came together, and of the list's last own one,
 * since between them other columns of ours may have gone.
 */
function headersBeside(
  context: Excel.RequestContext,
  { headers, sheetId, area }: ListPlace,
  columns: readonly Judged[],
): Excel.RangeFormat[] {
  const dressed = columns.flatMap(({ own, look }) => (look?.header ? [own] : []));
  const isDressed = new Set(dressed.map(({ position }) => position));
  return dressed
    .filter(({ position }) => !isDressed.has(position - 1))
    .flatMap((own) => {
      const { position } = own;
      const last = Math.max(...headers.map((each) => each.position).filter((each) => each < position));
      const sheet = context.workbook.worksheets.getItem(sheetId);
      return [
        ...(position > 0 ? [markedHeader(context, own).getOffsetRange(0, -1)] : []),
        ...(last >= 0 && last < position - 1 ? [sheet.getCell(area.top, last)] : []),
      ].map((cell) => cell.format.load(headerLook));
    });
}
