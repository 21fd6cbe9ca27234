import { asText, type CellValue } from "../cells/cell-value";
import { readRows, weightOfRow } from "../cells/read-rows";
import { firstCellOf } from "../marks/own-names";
import { queueExtent, rowsNow } from "../source/list-extent";
import { firstRowOf, rowCountOf } from "../source/list-place";
import { markedCells, markedHeader, rowOfMarks } from "./result-ranges";
import { sameCell, type PlannedColumn } from "./result-plan";
import { listStanding, type ListStanding } from "./list-standing";
import { keysOf, keyText, type RowIdentity } from "./row-identity";
import { writtenIn } from "./written-cells";
import { queueLooks, queueLooksByIdentity, type RestoredLook } from "./put-back-looks";
import { cutRows } from "./row-pieces";
import type { Effects } from "./run-effects";
import type { Writing, WrittenPiece } from "./writing";

/** Formulas of a range, or null when the request that should have loaded them was answered by an error. */
export function formulasOf(range: Excel.Range): CellValue[][] | null {
  try {
    return range.formulas as CellValue[][];
  } catch {
    return null;
  }
}

/** A cell's formula or constant, to be entered again as what it was. */
export const entered = (cell: CellValue): CellValue =>
  typeof cell === "string" && !cell.startsWith("=") ? asText(cell) : cell;

/** What stood in a column before a piece was written; null when the piece took no effect. */
function contentsBefore(
  { done }: Writing,
  { last }: Effects,
  piece: WrittenPiece,
  column: PlannedColumn,
): CellValue[][] | null {
  const known = formulasOf(piece.before.get(column)!);
  if (known) return known;
  // Refused or lost: our own cells standing there say which.
  const rows = Array.from({ length: piece.count }, (_, r) => piece.first + r);
  const present = piece === done.at(-1) ? last.get(column) : undefined;
  const isOurs = rows.every((row, r) => {
    const cell = column.cells![row];
    return present !== undefined && (cell === null || sameCell(cell, present[r][0]));
  });
  return isOurs ? rows.map((row) => [column.existing?.contents[row] ?? ""]) : null;
}

/**
 * Queues cells to be as they were; blank ones are emptied, not filled with empty text. Where the present contents are known,
 * only the rows that differ are touched: under a filter that somebody has set, cells that took no effect must be left alone.
 */
function queueContents(
  range: Excel.Range,
  contents: readonly (readonly CellValue[])[],
  present: readonly (readonly CellValue[])[] | null,
): void {
  const differs = (row: readonly CellValue[], r: number) => present === null || present[r][0] !== row[0];
  const first = contents.findIndex(differs);
  if (first < 0) return;
  const rows = contents.slice(first, contents.findLastIndex(differs) + 1);
  const cells = range.getCell(first, 0).getResizedRange(rows.length - 1, 0);
  if (rows.every(([cell]) => cell === "")) cells.clear("Contents");
  else cells.formulas = rows.map(([cell]) => [entered(cell)]);
}

/** Present contents of a column, where they were asked for. */
const presentIn = ({ done }: Writing, { last }: Effects, piece: WrittenPiece, column: PlannedColumn) =>
  piece === done.at(-1) ? (last.get(column) ?? null) : null;

/**
 * Gives the columns of earlier results their previous contents. By position while the rows are those that were written;
 * once somebody has moved rows meanwhile, each row gets what belonged to its client.
 *
 * @returns false where a row may still hold what was written, since nobody can tell whose it is
 */
export async function restoreContents(writing: Writing, effects: Effects): Promise<boolean> {
  const { context, source, plan, done } = writing;
  const { place } = source;
  const columns = plan.filter(
    (column) => column.existing !== null && column.cells !== null && effects.live.has(column),
  );
  const pieces = done.flatMap((piece) => {
    const before = columns.map((column) => contentsBefore(writing, effects, piece, column));
    return before.every((contents) => contents !== null) ? [{ piece, before }] : [];
  });
  if (columns.length === 0 || pieces.length === 0) return true;
  const { moved, rowCount, identity } = await listStanding(writing, effects, columns[0]);
  const looks = queueLooks(writing, rowCount);
  const seen = new Map(pieces.map(({ piece }) => [piece, keysSeen(writing, piece, identity)]));
  let isInPlace = rowCount >= rowCountOf(place);
  const found = new Map<number, CellValue[]>();
  const below: BelowTable = new Map();
  for (const { piece, before } of pieces) {
    const keys = seen.get(piece)!;
    // What stands below a table that has lost rows is not ours.
    const count = Math.min(piece.count, rowCount - piece.first);
    if (count <= 0) continue;
    const rows = { first: piece.first, count };
    const queued = identity.queue(context, piece.first, count, moved);
    const mark = markedHeader(context, columns[0]).load("rowIndex");
    const extent = effects.hasTable ? queueExtent(context, place) : null;
    const cells = columns.map((column) => markedCells(context, place, column, rows).load("formulas"));
    columns.forEach((column, i) => {
      queueContents(
        markedCells(context, place, column, rows),
        before[i].slice(0, count),
        presentIn(writing, effects, piece, column),
      );
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
    await context.sync();
    isInPlace &&=
      mark.rowIndex === rowOfMarks(place) + moved &&
      keysOf(queued).every((found, r) => keyText(found) === keys[r]);
    for (let r = 0; r < count; r++) {
      const row = piece.first + r;
      const contents = cells.map(({ formulas }) => formulas[r][0] as CellValue);
      const end = extent ? rowsNow(extent, place, 0) : Infinity;
      const written = before.map((of) => of[r][0]);
      if (row >= end) rememberBelow(below, row - end, contents, written);
      else found.set(row, contents);
    }
  }
  if (isInPlace && below.size === 0) return true;

  const belongings = new Map<string, CellValue[][]>();
  const remember = (key: string, contents: CellValue[]) =>
    belongings.set(key, [...(belongings.get(key) ?? []), contents]);
  for (let row = 0; row < rowCountOf(place); row++) {
    const contents = columns.map(({ existing }) => existing!.contents[row] ?? "");
    remember(keyText(identity.classified(row)), contents);
  }
  const known = new Set(belongings.keys());
  for (const { piece, before } of pieces) {
    seen.get(piece)!.forEach((key, r) => {
      if (key !== null && !known.has(key))
        remember(
          key,
          before.map((contents) => contents[r][0]),
        );
    });
  }
  return restoreByIdentity(writing, effects, columns, belongings, { found, below }, looks, (row) => {
    const [piece, of] = [...seen].find(([{ first, count }]) => row >= first && row < first + count) ?? [];
    return piece ? of![row - piece.first] : null;
  });
}

/**
 * Key cells of the rows that a piece wrote, as its own request found them; as they were classified when that answer did not
 * arrive. Null for rows that it did not look at: marks move with the list, and what it looked at stood where the list was read.
 */
function keysSeen(
  { identity: asRead, source: { place } }: Writing,
  piece: WrittenPiece,
  identity: RowIdentity,
): (string | null)[] {
  const rows = Array.from({ length: piece.count }, (_, r) => r);
  try {
    const keys = piece.keys && asRead.foundFor(identity, piece.keys)?.map(keyText);
    if (keys) {
      const [mark] = piece.extent.marks;
      const row = firstCellOf(String(mark.formula))?.row ?? rowOfMarks(place);
      return rows.map((r) => keys[r + row - rowOfMarks(place)] ?? null);
    }
  } catch {
    // Not loaded.
  }
  return rows.map((r) => keyText(identity.classified(piece.first + r)));
}

/**
 * Cells below a table that were written because the table lost rows just before the request, with what they held in that moment:
 * by rows below its last one, since they move with its end.
 */
type BelowTable = Map<number, { before: CellValue[]; written: readonly CellValue[] }>;

/** Remembers what a request found in a row below a table. @returns false where it was not what had been written there */
function rememberBelow(
  below: BelowTable,
  row: number,
  found: readonly CellValue[],
  written: readonly CellValue[] | null,
): boolean {
  const known = below.get(row);
  const isTheirs = (cell: CellValue, i: number) =>
    !known || (!sameCell(cell, known.written[i]) && !sameCell(cell, known.before[i]));
  const before = found.map((cell, i) => (isTheirs(cell, i) ? cell : known!.before[i]));
  below.set(row, { before, written: written ?? before });
  return !found.some(isTheirs);
}

/**
 * @param found what the rows had just before they were restored by position: rows that are nobody's get it again
 * @param below the same of cells that were below a table by then
 * @param looks number formats that were restored by position
 * @param dressedKeys key cells of a row when it was written; null where nobody knows
 * @returns as {@link restoreContents}
 */
async function restoreByIdentity(
  writing: Writing,
  effects: Effects,
  columns: readonly PlannedColumn[],
  belongings: ReadonlyMap<string, CellValue[][]>,
  { found, below }: { found: ReadonlyMap<number, CellValue[]>; below: BelowTable },
  looks: readonly RestoredLook[],
  dressedKeys: (row: number) => string | null,
): Promise<boolean> {
  const { context, source } = writing;
  const { place } = source;
  const wasWritten = columns.map((column) => {
    const isWritten = writtenIn(column);
    const earlier = new Set(column.existing!.contents);
    return (cell: CellValue) => isWritten(cell) && !earlier.has(cell);
  });
  for (let attempt = 0; attempt < 3; attempt++) {
    const standing = await listStanding(writing, effects, columns[0]);
    const { identity } = standing;
    const keys = await presentKeys(writing, standing);
    const seen = new Map<string, number>();
    const belonging = keys.map((key, row) => {
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      return belongings.get(key)?.[nth] ?? found.get(row) ?? null;
    });
    const last = Math.max(keys.length, ...[...below.keys()].map((row) => keys.length + row + 1));
    const rows = [
      ...belonging,
      ...range(keys.length, last).map((row) => below.get(row - keys.length)?.before ?? null),
    ];
    await queueLooksByIdentity(writing, looks, dressedKeys, keys);
    let isInPlace = true;
    const pieces = cutRows(identity, columns, Math.min(rows.length, rowCountOf(place)));
    pieces.at(-1)!.count = rows.length - pieces.at(-1)!.first;
    for (const piece of pieces) {
      const queued = identity.queue(context, piece.first, piece.count, standing.moved);
      const mark = markedHeader(context, columns[0]).load("rowIndex");
      const extent = effects.hasTable ? queueExtent(context, place) : null;
      const cells = columns.map((column) => markedCells(context, place, column, piece).load("formulas"));
      columns.forEach((column, i) => {
        // null leaves a cell as it is: a row that was not there before keeps what it has.
        markedCells(context, place, column, piece).formulas = rows
          .slice(piece.first, piece.first + piece.count)
          .map((contents) => [contents === null ? null : entered(contents[i])]);
      });
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
      await context.sync();
      isInPlace &&=
        mark.rowIndex === rowOfMarks(place) + standing.moved &&
        keysOf(queued).every(
          (cells, r) => piece.first + r >= keys.length || keyText(cells) === keys[piece.first + r],
        );
      const end = extent ? rowsNow(extent, place, 0) : Infinity;
      for (let row = Math.max(end, piece.first); row < piece.first + piece.count; row++) {
        const contents = cells.map(({ formulas }) => formulas[row - piece.first][0] as CellValue);
        if (!rememberBelow(below, row - end, contents, rows[row])) isInPlace = false;
      }
    }
    const isOurs = (row: number) =>
      belongings.get(keys[row]) === undefined &&
      found.get(row)?.some((cell, i) => wasWritten[i](cell)) === true;
    if (isInPlace) return !rows.some((_, row) => isOurs(row));
  }
  return false;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Key cells of the list's rows as they stand now. */
async function presentKeys(
  { context, source }: Writing,
  { moved, rowCount, identity }: ListStanding,
): Promise<string[]> {
  const { place } = source;
  const keys: string[] = [];
  await readRows(
    context,
    place.sheetId,
    identity.runs,
    firstRowOf(place) + moved,
    rowCount,
    weightOfRow([identity.classified(0)]),
    (_, matrices) => {
      matrices[0].forEach((_row, r) => keys.push(keyText(matrices.flatMap((matrix) => matrix[r]))));
    },
  );
  return keys;
}
