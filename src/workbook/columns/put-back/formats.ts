/** The number formats that cells beside a region had under a new column of shares, and have again once it is taken back. */
import type { CellValue } from "../../cells/cell-value";
import { readFormats } from "../../cells/read-rows";
import { listStanding, type ListStanding, presentKeys } from "./list-standing";
import { resultsOfRows } from "./own-rows";
import { keysSeen } from "./keys-seen";
import { addedIn, markedCells } from "../results/result-ranges";
import type { PlannedColumn } from "../results/result-plan";
import { keyText } from "../results/row-identity";
import { matchRows } from "../results/row-matching";
import type { Effects } from "./run-effects";
import { formatsByRow, isShareFormat } from "../share-format";
import type { Writing } from "../writing";

/** Number formats for the rows of a list as it stood when it was asked for them. */
export interface FormatsAgain {
  column: PlannedColumn;
  standing: ListStanding;
  keys: readonly string[];
  /** One per row; null for a cell that does not show ours: it is left alone. */
  formats: readonly (string | null)[];
}

/** Of a row of which nothing is known. */
const noKey = keyText([]);

/**
 * Which cells show our number format, wherever somebody has moved rows since, and what they had before. Rows are told by their key
 * cells and by what was written beside them.
 *
 * @returns null where there is nothing to give back
 */
export async function formatsAgain(writing: Writing, effects: Effects): Promise<FormatsAgain | null> {
  const { context, source, plan, formats, done } = writing;
  const { place } = source;
  const column = addedIn(plan).find((each) => each.column === "share" && effects.live.has(each));
  if (!column || formats === null || done.length === 0) return null;
  const standing = await listStanding(writing, effects, column);
  const results = resultsOfRows(writing, effects);
  // Where the cells in use end below the list, rows that came into it move no end.
  const rowCount = Math.max(standing.rowCount, results.now.findLastIndex((text) => text !== "") + 1);
  // Somebody may have renamed all columns that tell rows from each other.
  const keys =
    standing.identity.runs.length > 0
      ? await presentKeys(writing, { ...standing, rowCount })
      : Array.from({ length: rowCount }, () => noKey);
  const cells = (first: number, count: number) => markedCells(context, place, column, { first, count });
  const now = await readFormats(context, place.sheetId, { cells }, 0, rowCount);
  const present = () => Promise.resolve(keys);
  const seen = await Promise.all(done.map((piece) => keysSeen(writing, piece, standing.identity, present)));
  const written = seen.flat().map((key) => key ?? noKey);
  const rows = rowsByKeys(written, keys, results);
  const isDressed = now.map((format) => format === column.numberFormat || isShareFormat(format));
  const known = formatsBefore(writing, formats, written).slice(0, results.then.length);
  const before = formatsByRow(known, rows)(isDressed);
  return {
    column,
    standing,
    keys,
    formats: isDressed.map((is, row) => (is ? before(row) : null)),
  };
}

/** Which row that was written each row is now; −1 for one that was not. */
function rowsByKeys(
  written: readonly string[],
  keys: readonly string[],
  { then, now }: ReturnType<typeof resultsOfRows>,
): Int32Array {
  const isCleared = now.every((text) => text === "");
  return matchRows(
    { keys: written, clients: written.map(textsOf), results: then },
    { keys, clients: keys.map(textsOf), results: keys.map((_, row) => now[row] ?? "") },
    [],
    // Where nothing of the run stands, a row without results is one that somebody has edited.
    isCleared ? null : "",
  );
}

/** What of a row's key cells is text: what stays where somebody edits an amount. */
const textsOf = (key: string): string =>
  keyText((JSON.parse(key) as CellValue[]).map((cell) => (typeof cell === "string" ? cell : "")));

/**
 * Number formats that the rows of a column had before they were written, as far as the answers arrived; else as the list was read.
 * A row that has got ours in an earlier piece, and was moved into a later one, had what the earlier one found.
 *
 * @param keys of the rows as they were written
 */
function formatsBefore({ done }: Writing, read: readonly string[], keys: readonly string[]): string[] {
  const formats = [...read];
  for (const { first, formats: range } of done) {
    try {
      range?.numberFormat.forEach(([format], r) => {
        const row = first + r;
        const isOurs = isShareFormat(String(format)) && !isShareFormat(read[row] ?? "");
        const earlier = isOurs && row > 0 ? keys.lastIndexOf(keys[row], row - 1) : -1;
        formats[row] = !isOurs ? String(format) : (formats[earlier] ?? read[row]);
      });
    } catch {
      // Not loaded.
    }
  }
  return formats;
}

/** Number formats that rows had when they were written; null where they are those that were read. */
export function formatsFound(writing: Writing): string[] | null {
  const { formats: read } = writing;
  const found = read && formatsBefore(writing, read, []);
  return found === null || found.every((format, row) => format === read![row]) ? null : found;
}

/**
 * Queues number formats to be given back.
 * @returns queues the cells to look as they did, where they are another row's
 */
export function queueFormats(writing: Writing, { column, formats }: FormatsAgain): () => void {
  const { context, source } = writing;
  const cells = () => markedCells(context, source.place, column, { first: 0, count: formats.length });
  const found = cells().load("numberFormat");
  cells().numberFormat = formats.map((format) => [format]) as string[][];
  return () => {
    cells().numberFormat = formats.map((format, row) => [
      format === null ? null : (found.numberFormat as string[][])[row][0],
    ]) as string[][];
  };
}
