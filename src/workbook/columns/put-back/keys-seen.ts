/** Which rows a run wrote, by the key cells that its own requests found. */
import type { CellValue } from "../../cells/cell-value";
import { firstCellOf } from "../../marks/own-names";
import { type ListPlace, rowCountOf } from "../../source/list-place";
import { rowOfMarks } from "../results/result-ranges";
import { keyText, type RowIdentity } from "../results/row-identity";
import { formulasOf, type Writing, type WrittenPiece } from "../writing";

/**
 * Key cells of the rows that a piece wrote, as its own request found them; as they were classified when that answer did not
 * arrive. Null for rows that it did not look at: marks move with the list, and what it looked at stood where the list was read.
 *
 * @param identity of the rows as they stand now
 * @param present key cells of all rows now: asked for where somebody had moved columns, so that the request saw some of a row's cells only
 */
export async function keysSeen(
  { identity: asRead, source: { place } }: Writing,
  piece: WrittenPiece,
  identity: RowIdentity,
  present: () => Promise<readonly string[]>,
): Promise<(string | null)[]> {
  const rows = Array.from({ length: piece.count }, (_, r) => r);
  const classified = (row: number) => keyText(identity.classified(row));
  const found = foundBy(piece, asRead, identity, place);
  if (found === "elsewhere") return rows.map(() => null);
  if (found === null) return rows.map((r) => classified(piece.first + r));
  const { cells, moved } = found;
  const seen = rows.map((r) => cells[r + moved]);
  if (!seen.some((row) => row?.includes(undefined)))
    return seen.map((row) => (row ? keyText(row as CellValue[]) : null));
  const known = Array.from({ length: rowCountOf(place) }, (_, row) => classified(row));
  return wholeKeys(seen, new Set([...known, ...(await present())]));
}

/** What the request of a piece found: "elsewhere" where it looked at other rows or columns, null where its answer did not arrive. */
function foundBy(
  piece: WrittenPiece,
  asRead: RowIdentity,
  identity: RowIdentity,
  place: ListPlace,
): { cells: (CellValue | undefined)[][]; moved: number } | "elsewhere" | null {
  try {
    // New columns beside a region have no mark then; headers that stand where they were say that it has not moved.
    const mark = piece.extent.marks.at(0);
    const cell = mark ? firstCellOf(String(mark.formula)) : null;
    const moved = cell ? cell.row - place.own[0].rowsOff - rowOfMarks(place) : 0;
    const cells = piece.keys && asRead.foundFor(identity, piece.keys, moved);
    if (cells) return { cells, moved };
    return hadOtherResults(piece) ? "elsewhere" : null;
  } catch {
    // Not loaded.
    return null;
  }
}

/**
 * Whole keys of rows of which some cells were seen: the one that has the same there; null where there are several, or none.
 * @param keys of rows that may be meant
 */
function wholeKeys(
  seen: readonly ((CellValue | undefined)[] | undefined)[],
  keys: ReadonlySet<string>,
): (string | null)[] {
  const columns = seen
    .find((row) => row !== undefined)!
    .flatMap((cell, i) => (cell === undefined ? [] : [i]));
  const partOf = (cells: readonly (CellValue | undefined)[]) => keyText(columns.map((i) => cells[i]!));
  const byPart = new Map<string, string[]>();
  for (const key of keys) {
    const part = partOf(JSON.parse(key) as CellValue[]);
    byPart.set(part, [...(byPart.get(part) ?? []), key]);
  }
  return seen.map((row) => {
    if (!row) return null;
    const alike = byPart.get(partOf(row)) ?? [];
    if (alike.length === 1) return alike[0];
    // A row below the list.
    const isBlank = alike.length === 0 && columns.every((i) => row[i] === "");
    return isBlank ? keyText(row.map(() => "")) : null;
  });
}

/** Whether earlier results stood otherwise in the moment of the writing than when the list was read: somebody has moved rows. */
const hadOtherResults = ({ before, first }: WrittenPiece): boolean =>
  [...before].some(
    ([{ existing }, range]) =>
      existing !== null &&
      formulasOf(range)?.some(([cell], r) => cell !== (existing.contents[first + r] ?? "")),
  );
