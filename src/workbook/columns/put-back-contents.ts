import { asText, type CellValue } from "../cells/cell-value";
import { readRows, weightOfRow } from "../cells/read-rows";
import { firstRowOf, rowCountOf } from "../source/list-place";
import { markedCells } from "./result-ranges";
import { sameCell, type PlannedColumn } from "./result-plan";
import { keysOf, keyText } from "./row-identity";
import { cutRows } from "./row-pieces";
import type { Effects } from "./run-effects";
import type { DressedRows, Writing, WrittenPiece } from "./writing";

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

/** Queues rows to have the number formats again that they had, as far as it is known. */
function queueLook({ context, source }: Writing, { column, first, count, before }: DressedRows): void {
  let formats;
  try {
    formats = before.numberFormat as string[][];
  } catch {
    return;
  }
  markedCells(context, source.place, column, { first, count }).numberFormat = formats;
}

/** Present contents of a column, where they were asked for. */
const presentIn = ({ done }: Writing, { last }: Effects, piece: WrittenPiece, column: PlannedColumn) =>
  piece === done.at(-1) ? (last.get(column) ?? null) : null;

/**
 * Gives the columns of earlier results their previous contents. By position while the rows are those that were written;
 * once somebody has moved rows meanwhile, each row gets what belonged to its client.
 */
export async function restoreContents(writing: Writing, effects: Effects): Promise<void> {
  const { context, source, plan, identity, done } = writing;
  const { place } = source;
  const columns = plan.filter(
    (column) => column.existing !== null && column.cells !== null && effects.live.has(column),
  );
  const pieces = done.flatMap((piece) => {
    const before = columns.map((column) => contentsBefore(writing, effects, piece, column));
    const keys = keysSeen(writing, piece);
    return before.every((contents) => contents !== null) ? [{ piece, before, keys }] : [];
  });
  if (columns.length === 0 || pieces.length === 0) return;
  for (const { looks } of done) for (const look of looks) queueLook(writing, look);
  let isInPlace = true;
  const found = new Map<number, CellValue[]>();
  for (const { piece, before, keys } of pieces) {
    const queued = identity.queue(context, piece.first, piece.count);
    const cells = columns.map((column) => markedCells(context, place, column, piece).load("formulas"));
    columns.forEach((column, i) => {
      queueContents(
        markedCells(context, place, column, piece),
        before[i],
        presentIn(writing, effects, piece, column),
      );
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
    await context.sync();
    isInPlace &&= keysOf(queued).every((cells, r) => keyText(cells) === keys[r]);
    keys.forEach((_, r) =>
      found.set(
        piece.first + r,
        cells.map(({ formulas }) => formulas[r][0] as CellValue),
      ),
    );
  }
  if (isInPlace) return;

  const belongings = new Map<string, CellValue[][]>();
  const remember = (key: string, contents: CellValue[]) =>
    belongings.set(key, [...(belongings.get(key) ?? []), contents]);
  for (let row = 0; row < rowCountOf(place); row++) {
    const contents = columns.map(({ existing }) => existing!.contents[row] ?? "");
    remember(keyText(identity.classified(row)), contents);
  }
  const known = new Set(belongings.keys());
  for (const { before, keys } of pieces) {
    keys.forEach((key, r) => {
      if (!known.has(key))
        remember(
          key,
          before.map((contents) => contents[r][0]),
        );
    });
  }
  await restoreByIdentity(writing, columns, belongings, found);
}

/** Key cells of a piece as its own request found them; as they were classified when that answer did not arrive. */
function keysSeen({ identity }: Writing, piece: WrittenPiece): string[] {
  try {
    if (piece.keys) return keysOf(piece.keys).map(keyText);
  } catch {
    // Not loaded.
  }
  return Array.from({ length: piece.count }, (_, r) => keyText(identity.classified(piece.first + r)));
}

/** @param found what the rows had just before they were restored by position: rows that are nobody's get it again */
async function restoreByIdentity(
  writing: Writing,
  columns: readonly PlannedColumn[],
  belongings: ReadonlyMap<string, CellValue[][]>,
  found: ReadonlyMap<number, CellValue[]>,
): Promise<void> {
  const { context, source, identity } = writing;
  const { place } = source;
  for (let attempt = 0; attempt < 3; attempt++) {
    const keys = await presentKeys(writing);
    const seen = new Map<string, number>();
    const rows = keys.map((key, row) => {
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      return belongings.get(key)?.[nth] ?? found.get(row) ?? null;
    });
    let isInPlace = true;
    for (const piece of cutRows(identity, columns, keys.length)) {
      const queued = identity.queue(context, piece.first, piece.count);
      columns.forEach((column, i) => {
        // null leaves a cell as it is: a row that was not there before keeps what it has.
        markedCells(context, place, column, piece).formulas = rows
          .slice(piece.first, piece.first + piece.count)
          .map((contents) => [contents === null ? null : entered(contents[i])]);
      });
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
      await context.sync();
      isInPlace &&= keysOf(queued).every((cells, r) => keyText(cells) === keys[piece.first + r]);
    }
    if (isInPlace) return;
  }
}

/** Key cells of the list's rows as they stand now. */
async function presentKeys({ context, source, identity }: Writing): Promise<string[]> {
  const { place } = source;
  const keys: string[] = [];
  await readRows(
    context,
    place.sheetId,
    identity.runs,
    firstRowOf(place),
    rowCountOf(place),
    weightOfRow([identity.classified(0)]),
    (_, matrices) => {
      matrices[0].forEach((_row, r) => keys.push(keyText(matrices.flatMap((matrix) => matrix[r]))));
    },
  );
  return keys;
}
