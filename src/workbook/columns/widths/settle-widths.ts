import { resultColumnOf } from "../../marks/own-names";
import type { ListPlace } from "../../source/list-place";
import type { Source } from "../../source/source";
import { MovingWidths } from "./moving-widths";

/** Where somebody has deleted results from a table, widths are settled before new ones come. @returns the list with the room that there is then */
export async function withSettledWidths(context: Excel.RequestContext, source: Source): Promise<Source> {
  const { place, room } = source;
  const isLost = place.deadNames.some(
    ({ name, isLost }) => isLost && resultColumnOf(name)?.list === place.id,
  );
  if (!isLost || room.isUnderChart) return source;
  const free = await settleWidths(context, place);
  const standardWidths = room.standardWidths.map((isStandard, i) => isStandard || i < free);
  return { ...source, room: { ...room, standardWidths } };
}

/**
 * Where somebody has deleted columns of ours from a table, those to their right have moved into widths that were not made for them, and
 * the last ones stand right of the table, where new columns come: each column gets its width again. Three requests.
 *
 * @returns how many columns of the sheet right of the table get their own width again
 */
export async function settleWidths(
  context: Excel.RequestContext,
  { table, id: list }: Pick<ListPlace, "table" | "id">,
): Promise<number> {
  if (!table) return 0;
  const widths = new MovingWidths(context, [table.id], list);
  try {
    widths.ask();
    await context.sync();
    widths.locate();
    await context.sync();
    const free = widths.settle(table.id);
    await context.sync();
    return free;
  } catch {
    // What is in the way of a width stops what is written next, with its reason.
    return 0;
  }
}
