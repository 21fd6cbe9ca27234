import type { ListPlace } from "../list-place";
import { obstaclesOf, queueObstacles, requireWritable } from "./obstacles";
import type { WorkbookState } from "../workbook-state";

/**
 * Names what somebody put in the way after the list was read, a filter, a protection or merged cells, rather than Excel's own error.
 * @param newColumns how many columns the results add to the list
 * @throws Problem as {@link requireWritable}
 */
export async function requireNothingNewInTheWay(
  context: Excel.RequestContext,
  { place, workbook }: { place: ListPlace; workbook: WorkbookState },
  newColumns: number,
): Promise<void> {
  let obstacles;
  try {
    const queued = queueObstacles(context, place, true);
    await context.sync();
    obstacles = obstaclesOf(queued, place, workbook);
  } catch {
    return;
  }
  requireWritable(obstacles, place, newColumns);
}
