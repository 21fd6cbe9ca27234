import { type CellValue, entered } from "../../cells/cell-value";
import { requireRows } from "../../source/list-extent";
import { rowCountOf } from "../../source/list-place";
import { markedCells, markedHeader, rowOfMarks } from "../results/result-ranges";
import { sameCell, type PlannedColumn } from "../results/result-plan";
import { listStanding, presentKeys } from "./list-standing";
import { isBlankKey, keysOf, keyText, type RowIdentity } from "../results/row-identity";
import { FoundRows } from "./found-rows";
import { afterRefusal, cellsOf, type Restored, restoreByIdentity, type Strays } from "./by-identity";
import { keysSeen } from "./keys-seen";
import { queueLooks } from "./looks";
import type { Effects } from "./run-effects";
import { formulasOf, type Writing, type WrittenPiece } from "../writing";
import { enterAgain, type TypedCell, typedInto } from "./typed-over";

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
 * A text that has got a card is written again, which takes it away.
 *
 * @param contents null for a cell that stays as it is
 */
function queueContents(
  range: Excel.Range,
  contents: readonly (CellValue | null)[],
  present: readonly (readonly CellValue[])[] | null,
  hasCard: (row: number) => boolean,
): void {
  const differs = (cell: CellValue | null, r: number) =>
    cell !== null && (present === null || present[r][0] !== cell || hasCard(r));
  const first = contents.findIndex(differs);
  if (first < 0) return;
  const rows = contents.slice(first, contents.findLastIndex(differs) + 1);
  const cells = range.getCell(first, 0).getResizedRange(rows.length - 1, 0);
  if (rows.every((cell) => cell === "")) cells.clear("Contents");
  else cells.formulas = rows.map((cell) => [cell === null ? null : entered(cell)]);
}

/**
 * Whether a cell holds what was written there. Where it does not, somebody has typed something, or moved rows, since.
 * @param written null where nothing was
 * @param present undefined where it was not asked for
 */
const isStanding = (written: CellValue | null, present: CellValue | undefined): boolean =>
  written !== null && (present === undefined || sameCell(written, present));

/** Present contents of a column, where they were asked for. */
const presentIn = ({ done }: Writing, { last }: Effects, piece: WrittenPiece, column: PlannedColumn) =>
  piece === done.at(-1) ? (last.get(column) ?? null) : null;

/**
 * Gives the columns of earlier results their previous contents. By position while the rows are those that were written;
 * once somebody has moved rows meanwhile, each row gets what belonged to its client. Nothing is written where no column tells rows.
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
  const standing = await listStanding(writing, effects, columns[0]);
  const { moved, rowCount, identity } = standing;
  // No column is left that tells rows from each other: nobody knows whether they have moved.
  if (identity.runs.length === 0) return false;
  let effectsNow = effects;
  const seen = new Map<WrittenPiece, (string | null)[]>();
  let keysNow: ReturnType<typeof presentKeys> | undefined;
  const present = () => (keysNow ??= presentKeys(writing, standing));
  for (const { piece } of pieces) seen.set(piece, await keysSeen(writing, piece, identity, present));
  let belongings: Map<string, CellValue[][]> | undefined;
  const belonging = () => (belongings ??= belongingsOf(columns, identity, rowCountOf(place)));
  const hadBefore = (key: string) => belonging().get(key);
  const looks = queueLooks(writing, rowCount);
  let isInPlace = rowCount >= rowCountOf(place);
  const [restored, found] = [new Map<number, Restored>(), new FoundRows()];
  const note = found.pass();
  const typed: TypedCell[] = [];
  const strays = place.table ? noStrays : straysIn(columns, pieces, seen);
  for (const { piece, before } of pieces) {
    const keys = seen.get(piece)!;
    // What stands below a table that has lost rows is not ours.
    const count = Math.min(piece.count, rowCount - piece.first);
    if (count <= 0) continue;
    const rows = { first: piece.first, count };
    if (effects.hasTable) requireRows(context, place, rowCount);
    const queued = identity.queue(context, piece.first, count, moved);
    const mark = markedHeader(context, columns[0]).load("rowIndex");
    const cells = columns.map((column) => markedCells(context, place, column, rows).load("formulas"));
    const given = columns.map((column, i) => {
      const now = presentIn(writing, effects, piece, column);
      const hasCard = (row: number) => column.cards?.wanted.has(piece.first + row) === true;
      const own = before[i].slice(0, count).map(([cell], r) => {
        // A card comes with the text that stands there.
        const written = column.cells![piece.first + r] ?? (hasCard(r) ? cell : null);
        return isStanding(written, now?.[r][0]) ? cell : null;
      });
      queueContents(markedCells(context, place, column, rows), own, now, hasCard);
      return own;
    });
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request per megabyte
      await context.sync();
    } catch (refusal) {
      // What was written below the list goes all the same, and a filter at rows of the list stops it again then.
      if (strays.rows.length === 0)
        effectsNow = await afterRefusal(writing, effects, columns[0], rowCount, refusal);
      isInPlace = false;
      break;
    }
    const shift = mark.rowIndex - rowOfMarks(place) - moved;
    const now = keysOf(queued).map(keyText);
    isInPlace &&= shift === 0 && now.every((key, r) => key === keys[r]);
    const isAlone = isAsWritten(columns, piece, cells)
      ? areInPlace(keys, (r) => now[r + shift], before, hadBefore)
        ? () => true
        : writtenAlone(columns, piece)
      : null;
    typed.push(...typedInto(columns, piece, cells, given));
    for (let r = 0; r < count; r++) {
      const held = cellsOf(cells, r);
      const back = given.map((contents, i) => contents[r] ?? held[i]);
      // Below the list: somebody may have added a client there since, or changed columns so that nobody knows what was seen.
      const isBelow = isBlankKey(keys[r]) || isBlankKey(now[r + shift] ?? null);
      // A blank row of which nothing but blank cells were written is nobody's: somebody has cleared the list since.
      const isStray = isBelow && isSaid(columns, piece, r) && isWritten(columns, piece, r, held);
      const row = { row: piece.first + r, found: isStray || isAlone?.(r) ? back : held, given: back };
      restored.set(row.row, row);
      note(now[r + shift] ?? null, row);
    }
  }
  if (isInPlace) {
    await enterAgain(writing, typed);
    return true;
  }

  const known = new Set(belonging().keys());
  for (const { piece, before } of pieces) {
    seen.get(piece)!.forEach((key, r) => {
      if (key !== null && !known.has(key))
        remember(
          belonging(),
          key,
          before.map((contents) => contents[r][0]),
        );
    });
  }
  const dressedKeys = (row: number) => {
    const [piece, of] = [...seen].find(([{ first, count }]) => row >= first && row < first + count) ?? [];
    return piece ? of![row - piece.first] : null;
  };
  return restoreByIdentity(writing, effectsNow, columns, {
    belongings: belonging(),
    found,
    restored,
    strays,
    looks,
    dressedKeys,
  });
}

/** What the rows of a list had in earlier columns, by their key cells. */
function belongingsOf(
  columns: readonly PlannedColumn[],
  identity: RowIdentity,
  count: number,
): Map<string, CellValue[][]> {
  const belongings = new Map<string, CellValue[][]>();
  for (let row = 0; row < count; row++) {
    const contents = columns.map(({ existing }) => existing!.contents[row] ?? "");
    remember(belongings, keyText(identity.classified(row)), contents);
  }
  return belongings;
}

const remember = (belongings: Map<string, CellValue[][]>, key: string, contents: CellValue[]) =>
  belongings.set(key, [...(belongings.get(key) ?? []), contents]);

/** Whether a row of a piece holds what was written into it. */
const isWritten = (
  columns: readonly PlannedColumn[],
  { first }: WrittenPiece,
  row: number,
  held: readonly CellValue[],
): boolean =>
  columns.every(({ cells }, i) => {
    const written = cells![first + row];
    return written === null || sameCell(written, held[i]);
  });

/** Whether anything but blank cells was written into a row of a piece. */
const isSaid = (columns: readonly PlannedColumn[], { first }: WrittenPiece, row: number): boolean =>
  columns.some(({ cells }) => (cells![first + row] ?? "") !== "");

const noStrays: Strays = { last: null, rows: [] };

/** Rows whose key cells were blank when they were written: rows had gone, so that the list had ended above them. */
function straysIn(
  columns: readonly PlannedColumn[],
  pieces: readonly { piece: WrittenPiece; before: readonly CellValue[][][] }[],
  seen: ReadonlyMap<WrittenPiece, readonly (string | null)[]>,
): Strays {
  const rows = pieces.flatMap(({ piece, before }) =>
    seen.get(piece)!.map((key, r) => ({ before, r, row: piece.first + r, key })),
  );
  const last = rows.findLastIndex(({ key }) => key !== null && !isBlankKey(key));
  return {
    last: last < 0 ? null : { row: rows[last].row, key: rows[last].key! },
    rows: rows.slice(last + 1).flatMap(({ before, r, row, key }) =>
      key === null
        ? []
        : [
            {
              row,
              written: columns.map(({ cells }) => cells![row]),
              before: before.map((contents) => contents[r][0]),
            },
          ],
    ),
  };
}

/**
 * Whether cells hold exactly what a piece wrote, and its own request said what they held before. Then a row that got something that
 * no other one got has not moved since: it had before what that request found there, whosever it is.
 */
function isAsWritten(
  columns: readonly PlannedColumn[],
  piece: WrittenPiece,
  cells: readonly Excel.Range[],
): boolean {
  return (
    columns.every((column) => formulasOf(piece.before.get(column)!) !== null) &&
    cells[0].formulas.every((_, r) => isWritten(columns, piece, r, cellsOf(cells, r)))
  );
}

/**
 * Whether rows stand where they were written: those whose key cells its request saw do, and in the others stood before what belongs
 * to those who stand there now.
 * @param keys as that request found them, null where it did not look
 * @param keyNow undefined where nobody has looked now
 * @param hadBefore what belongs to rows with these key cells; undefined for somebody who has come since
 */
function areInPlace(
  keys: readonly (string | null)[],
  keyNow: (row: number) => string | undefined,
  before: readonly CellValue[][][],
  hadBefore: (key: string) => readonly (readonly CellValue[])[] | undefined,
): boolean {
  const blank = before.map(() => "");
  return keys.every((key, r) => {
    const now = keyNow(r);
    if (key !== null || now === undefined) return key === now;
    const had = hadBefore(now) ?? [blank];
    return had.some((contents) => contents.every((cell, i) => sameCell(cell, before[i][r][0])));
  });
}

/** Which rows of a piece got something that no other one got. */
function writtenAlone(columns: readonly PlannedColumn[], piece: WrittenPiece): (row: number) => boolean {
  const { first, count } = piece;
  const texts = Array.from({ length: count }, (_, r) =>
    JSON.stringify(columns.map(({ cells }) => cells![first + r])),
  );
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return (r) => isSaid(columns, piece, r) && times.get(texts[r]) === 1;
}
