import { isSameExtent, queueExtent } from "../source/list-extent";
import { columnAfter } from "../source/obstacles/obstacles";
import { placeNameOf } from "../marks/own-names";
import { addedIn, nameIn, newPosition } from "./results/result-ranges";
import { dressingOf, ownLook } from "./new-column-look";
import type { PlannedColumn } from "./results/result-plan";
import type { Writing } from "./writing";

/**
 * Marks the places of new columns beside a region before anything is written there: what stands at a position when the request
 * arrives need not be what stood there when the list was read, but a mark follows its cell. One request; it changes no cell.
 * The marks say that nothing of ours stands there yet: {@link takePlaces} makes them the marks of columns.
 *
 * @returns whether the sheet is open to writing, the places are free, without formats where they had none, and beside the list that was read
 */
export async function markPlaces(writing: Writing): Promise<boolean> {
  const { context, source, plan, identity } = writing;
  const { place, room } = source;
  const { area } = place;
  const added = addedIn(plan);
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const cells = sheet.getRangeByIndexes(area.top, columnAfter(place), area.rowCount, added.length);
  const filled = cells.getUsedRangeOrNullObject(true).load("rowIndex");
  const formatted = cells.getUsedRangeOrNullObject(false).load("rowIndex");
  const protection = sheet.protection.load("protected");
  const extent = queueExtent(context, place);
  const keys = identity.queue(context, 0, 1);
  for (const column of added) {
    addMark(
      writing,
      placeNameOf(column.name),
      sheet.getRangeByIndexes(area.top, newPosition(place, plan, column), 1, 1),
    );
  }
  await context.sync();
  return (
    !protection.protected &&
    filled.isNullObject &&
    (formatted.isNullObject || room.formatted) &&
    identity.isClassified(keys, 0) &&
    isSameExtent(extent, place)
  );
}

/** Queues the marked places to become marks of columns: what is written from now on is ours. */
export function takePlaces(writing: Writing, added: readonly PlannedColumn[]): void {
  const { context, source, formats } = writing;
  added.forEach((column, i) => {
    const held = nameIn(context, placeNameOf(column.name), null);
    const look = ownLook(column, dressingOf(source.room, i), formats);
    addMark(writing, column.name, held.getRange().getCell(0, 0), look);
    held.delete();
  });
}

/**
 * Queues a new mark, in the place of a dead one of the same name.
 * @param look what of its column's look is ours; "" for nothing
 */
export function addMark(
  {
    context,
    source: {
      place: { deadNames },
    },
  }: Pick<Writing, "context" | "source">,
  name: string,
  marked: Excel.Range,
  look = "",
): void {
  const { names } = context.workbook;
  const isDead = deadNames.some((dead) => dead.scope === null && isSameName(dead.name, name));
  if (isDead) names.getItem(name).delete();
  names.add(name, marked, look).visible = false;
}

/**
 * Queues a name to come and go: where nobody may add one, since somebody has protected the structure of the workbook, the request
 * stops here, before a column of the table comes that could not be marked, or goes whose mark could not.
 */
export function tryMark(writing: Pick<Writing, "context" | "source">, name: string): void {
  const { context, source } = writing;
  const table = context.workbook.tables.getItem(source.place.table!.id);
  addMark(writing, placeNameOf(name), table.getRange().getCell(0, 0));
  nameIn(context, placeNameOf(name), null).delete();
}

/** Excel takes names without regard to case. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
