/** What belongs to the rows of a list that somebody has sorted or edited while it was written. */
import { type CellValue, entered } from "../../cells/cell-value";
import { type MarkedRun, readRows, weightOfRow } from "../../cells/read-rows";
import type { FoundRows } from "./found-rows";
import { isGone } from "../../office-problem";
import { requireRows } from "../../source/list-extent";
import { rowCountOf } from "../../source/list-place";
import { listStanding, type ListStanding, presentKeys, queueRowCount } from "./list-standing";
import { queueLooksByIdentity, type RestoredLook } from "./looks";
import { markedCells, markedHeader, rowOfMarks } from "../results/result-ranges";
import { sameCell, type PlannedColumn } from "../results/result-plan";
import { isBlankKey, keysOf, keyText } from "../results/row-identity";
import { cutRows, type RowPiece } from "../results/row-pieces";
import type { Effects } from "./run-effects";
import type { Writing } from "../writing";
import { writtenIn } from "../results/written-cells";

/** A row that was restored by position: what it is to have where nobody can tell whose it is, and what it got. */
export interface Restored {
  found: readonly CellValue[];
  given: readonly CellValue[];
}

/** Rows that were written below the last row of the list as it stood by then. */
export interface Strays {
  /** The last row of the list, with its key cells; null where the request did not say. */
  last: { row: number; key: string } | null;
  rows: readonly Stray[];
}

/** A row that was written below the list, and what it had before. */
interface Stray {
  row: number;
  written: readonly (CellValue | null)[];
  before: readonly CellValue[];
}

/** All that is known of rows while they are restored by identity. */
export interface Restoring {
  /** What belongs to rows, by their key cells. */
  belongings: ReadonlyMap<string, CellValue[][]>;
  /** What the rows had just before they were restored by position: rows that are nobody's get it again. */
  found: FoundRows;
  /** The same by place, for what has come to stand below the list since. */
  restored: ReadonlyMap<number, Restored>;
  strays: Strays;
  /** Number formats that were restored by position. */
  looks: readonly RestoredLook[];
  /** Key cells of a row when it was written; null where nobody knows. */
  dressedKeys: (row: number) => string | null;
}

/**
 * A request that writes was refused: by the table, which has fewer rows by now or is gone. Then it can be asked anew.
 * @throws the refusal, where it had another reason
 */
export async function afterRefusal(
  writing: Writing,
  effects: Effects,
  column: PlannedColumn,
  rowCount: number,
  refusal: unknown,
): Promise<Effects> {
  try {
    const now = await listStanding(writing, effects, column);
    if (now.rowCount < rowCount) return effects;
  } catch (failure) {
    if (isGone(failure)) return { ...effects, hasTable: false };
  }
  throw refusal;
}

/** @returns false where a row may still hold what was written, since nobody can tell whose it is */
export async function restoreByIdentity(
  writing: Writing,
  effects: Effects,
  columns: readonly PlannedColumn[],
  restoring: Restoring,
): Promise<boolean> {
  const { belongings, found, looks, dressedKeys } = restoring;
  const { context, source } = writing;
  const { place } = source;
  const wasWritten = columns.map((column) => {
    const isWritten = writtenIn(column);
    const earlier = new Set(column.existing!.contents);
    return (cell: CellValue) => isWritten(cell) && !earlier.has(cell);
  });
  let present = effects;
  for (let attempt = 0; attempt < 3; attempt++) {
    const standing = await listStanding(writing, present, columns[0]);
    const { identity } = standing;
    if (identity.runs.length === 0) return false;
    const keys = await presentKeys(writing, standing, (key) => belongings.has(key));
    const belonging = belongingOf(keys, belongings);
    const strange = await strangeRows(writing, columns, belonging, keys, found);
    const end = keys.findLastIndex((key) => !isBlankKey(key)) + 1;
    const below = await belowList(writing, columns, keys, end, restoring);
    const rows = Array.from({ length: Math.max(keys.length, end + below.length) }, (_, row) => {
      const given = strange.get(row)?.given ?? null;
      return row < end ? (belonging[row] ?? given) : (below[row - end] ?? belonging[row] ?? given);
    });
    await queueLooksByIdentity(writing, looks, dressedKeys, keys);
    let isInPlace = true;
    const note = found.pass();
    for (const piece of piecesFromBelow(writing, columns, standing, end, rows.length)) {
      if (present.hasTable) requireRows(context, place, standing.rowCount);
      const queued = identity.queue(context, piece.first, piece.count, standing.moved);
      const mark = markedHeader(context, columns[0]).load("rowIndex");
      const before = columns.map((column) => markedCells(context, place, column, piece).load("formulas"));
      // Rows that came before the keys were read have moved others out of what was read.
      const { countRows } = queueRowCount(context, place, present.hasTable);
      columns.forEach((column, i) => {
        // null leaves a cell as it is: a row that was not there before keeps what it has.
        markedCells(context, place, column, piece).formulas = rows
          .slice(piece.first, piece.first + piece.count)
          .map((contents) => [contents === null ? null : entered(contents[i])]);
      });
      try {
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
        await context.sync();
      } catch (refusal) {
        present = await afterRefusal(writing, present, columns[0], standing.rowCount, refusal);
        isInPlace = false;
        break;
      }
      const shift = mark.rowIndex - rowOfMarks(place) - standing.moved;
      const seen = keysOf(queued).map(keyText);
      isInPlace &&=
        shift === 0 &&
        countRows(standing.moved) === standing.rowCount &&
        seen.every((key, r) => piece.first + r >= keys.length || key === keys[piece.first + r]);
      rows.slice(piece.first, piece.first + piece.count).forEach((given, r) => {
        if (given === null) return;
        const row = piece.first + r;
        note(seen[r + shift] ?? null, { row, found: cellsOf(before, r), given });
      });
    }
    const isOurs = (row: number) =>
      !below[row - end] && strange.get(row)?.holds.some((cell, i) => wasWritten[i](cell)) === true;
    if (isInPlace) return !rows.some((_, row) => isOurs(row));
  }
  return false;
}

/**
 * Rows to be restored, cut into requests. What stands below the last client comes first: a filter that stops it at rows of the list
 * leaves nothing where no later run looks.
 */
function piecesFromBelow(
  { source: { place } }: Writing,
  columns: readonly PlannedColumn[],
  { identity }: ListStanding,
  end: number,
  count: number,
): RowPiece[] {
  const below = { first: end, count: count - end };
  if (end === 0) return [below];
  const pieces = cutRows(identity, columns, Math.min(end, rowCountOf(place)));
  pieces.at(-1)!.count = end - pieces.at(-1)!.first;
  return below.count > 0 ? [below, ...pieces] : pieces;
}

/** Cells of a row, of some columns that are asked for. */
export const cellsOf = (columns: readonly Excel.Range[], row: number): CellValue[] =>
  columns.map(({ formulas }) => formulas[row][0] as CellValue);

/** A row that nobody can tell whose it is. */
interface StrangeRow {
  /** What it held before something was restored into it; null where nothing was: it stays as it is. */
  given: readonly CellValue[] | null;
  /** What it holds then. */
  holds: readonly CellValue[];
}

/** Rows to which nothing belongs. One round trip where there are some that cannot be told by their keys either. */
async function strangeRows(
  { context, source: { place } }: Writing,
  columns: readonly PlannedColumn[],
  belonging: readonly (readonly CellValue[] | null)[],
  keys: readonly string[],
  found: FoundRows,
): Promise<Map<number, StrangeRow>> {
  const byKey = found.ofKeys(keys);
  const strange = new Map<number, StrangeRow>();
  const unknown: number[] = [];
  belonging.forEach((contents, row) => {
    if (contents !== null) return;
    const held = byKey[row];
    if (held) strange.set(row, { given: held, holds: held });
    else unknown.push(row);
  });
  if (unknown.length === 0) return strange;
  const [first, last] = [unknown[0], unknown.at(-1)!];
  const asked = new Set(unknown);
  const runs = columns.map((column): MarkedRun => ({
    cells: (from: number, count: number) => markedCells(context, place, column, { first: from, count }),
    width: 1,
    as: "formulas",
  }));
  const weight = weightOfRow([columns.map(({ cells }) => cells?.[0] ?? "")]);
  await readRows(context, place.sheetId, runs, first, last - first + 1, weight, (from, matrices) => {
    matrices[0].forEach((_, r) => {
      const row = from + r;
      if (!asked.has(row)) return;
      const present = matrices.map((matrix) => matrix[r][0]);
      const held = found.ofContents(row, present, keys);
      strange.set(row, { given: held, holds: held ?? present });
    });
  });
  return strange;
}

/**
 * What belongs to each row: by everything that identifies it; where somebody has edited it since, by its texts alone or by its
 * numbers alone, where nothing else has the same.
 */
function belongingOf(
  keys: readonly string[],
  belongings: ReadonlyMap<string, readonly CellValue[][]>,
): (CellValue[] | null)[] {
  const left = new Map([...belongings].map(([key, all]) => [key, [...all]]));
  const belonging = keys.map((key) => left.get(key)?.shift() ?? null);
  for (const type of ["string", "number"]) {
    const partOf = (key: string) =>
      (JSON.parse(key) as CellValue[]).map((cell) => (typeof cell === type ? cell : ""));
    const places = new Map<string, { keys: string[]; rows: number[] }>();
    const placesOf = (key: string) => {
      const part = partOf(key);
      const text = keyText(part);
      const place = places.get(text) ?? { keys: [], rows: [] };
      if (part.some((cell) => cell !== "")) places.set(text, place);
      return place;
    };
    left.forEach((all, key) => all.forEach(() => placesOf(key).keys.push(key)));
    belonging.forEach((contents, row) => contents === null && placesOf(keys[row]).rows.push(row));
    for (const place of places.values()) {
      if (place.keys.length === 1 && place.rows.length === 1)
        belonging[place.rows[0]] = left.get(place.keys[0])!.shift()!;
    }
  }
  return belonging;
}

/**
 * Rows below the last client of the list. Those that were restored by position, and by now are none of the list's: what they had; null
 * where something else stands, since rows above have gone. And rows that were written below the list, as far as rows that came since
 * have pushed them.
 *
 * @param first the first row below the last client
 */
async function belowList(
  { context, source: { place } }: Writing,
  columns: readonly PlannedColumn[],
  keys: readonly string[],
  first: number,
  { restored, strays }: Restoring,
): Promise<(readonly CellValue[] | null)[]> {
  const stray = new Map<number, Stray[]>();
  for (const pushed of pushedBy(keys, strays)) {
    for (const each of strays.rows) {
      const row = each.row + pushed;
      stray.set(row, [...(stray.get(row) ?? []), each]);
    }
  }
  const last = Math.max(first, ...[...restored.keys(), ...stray.keys()].map((row) => row + 1));
  if (last === first) return [];
  const rows = { first, count: last - first };
  const present = columns.map((column) => markedCells(context, place, column, rows).load("formulas"));
  await context.sync();
  return Array.from({ length: rows.count }, (_, r) => {
    const cells = cellsOf(present, r);
    const row = restored.get(first + r);
    if (row?.given.every((cell, i) => sameCell(entered(cell), cells[i]))) return row.found;
    const written = (stray.get(first + r) ?? []).find((each) =>
      each.written.every((cell, i) => sameCell(cell ?? each.before[i], cells[i])),
    );
    return written?.before ?? null;
  });
}

/**
 * By how many rows what stands below a list may have been pushed on: as far as its last row has moved; and as many as have come into
 * it, whichever row somebody's sorting has made the last one.
 */
function pushedBy(keys: readonly string[], { last }: Strays): Set<number> {
  if (!last) return new Set([0]);
  const end = keys.findLastIndex((key) => !isBlankKey(key));
  return new Set([keys.lastIndexOf(last.key) - last.row, end - last.row].map((rows) => Math.max(0, rows)));
}
