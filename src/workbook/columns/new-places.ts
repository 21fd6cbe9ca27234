import type { ListPlace } from "../source/list-place";
import { isSameExtent, queueExtent } from "../source/list-extent";
import { columnAfter } from "../source/obstacles";
import { placeNameOf } from "../marks/own-names";
import { addedIn, nameIn, newPosition } from "./result-ranges";
import type { PlannedColumn } from "./result-plan";
import type { Writing } from "./writing";

/**
 * Marks the places of new columns beside a region before anything is written there: what stands at a position when the request
 * arrives need not be what stood there when the list was read, but a mark follows its cell. One request; it changes no cell.
 * The marks say that nothing of ours stands there yet: {@link takePlaces} makes them the marks of columns.
 *
 * @returns whether the sheet is open to writing, the places are free, without formats where they had none, and beside the list that was read
 */
export async function markPlaces({ context, source, plan, identity }: Writing): Promise<boolean> {
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
      context,
      place,
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
export function takePlaces(
  context: Excel.RequestContext,
  place: ListPlace,
  added: readonly PlannedColumn[],
): void {
  for (const { name } of added) {
    const held = nameIn(context, placeNameOf(name), null);
    addMark(context, place, name, held.getRange().getCell(0, 0));
    held.delete();
  }
}

/** Queues a new mark, in the place of a dead one of the same name. */
export function addMark(
  context: Excel.RequestContext,
  { deadNames }: ListPlace,
  name: string,
  marked: Excel.Range,
): void {
  const { names } = context.workbook;
  const isDead = deadNames.some((dead) => dead.scope === null && isSameName(dead.name, name));
  if (isDead) names.getItem(name).delete();
  names.add(name, marked).visible = false;
}

/** Excel takes names without regard to case. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
