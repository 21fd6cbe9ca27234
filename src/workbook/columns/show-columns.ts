import { problemOf } from "../office-problem";
import { showCells } from "../following/show-cells";
import { namesOf } from "../marks/own-names";
import type { ColumnsTrace } from "./columns-trace";

/**
 * Brings the columns that a run wrote into view, wherever they stand now: the first of the new ones, else of all. Nothing happens
 * where somebody took it out meanwhile.
 *
 * @throws Problem as `showCells` does
 */
export async function showColumns({ plan }: ColumnsTrace): Promise<void> {
  const column = plan.find(({ existing }) => existing === null) ?? plan.at(0);
  if (!column) return;
  const { name, scope } = column;
  let address: string | null;
  try {
    address = await Excel.run(async (context) => {
      const mark = namesOf(context, scope).getItemOrNullObject(name);
      const range = mark.getRangeOrNullObject().load("address");
      await context.sync();
      return range.isNullObject ? null : range.address;
    });
  } catch (error) {
    throw problemOf(error);
  }
  if (address !== null) await showCells(address);
}

/** Whether a run wrote columns that were not there before. */
export function hasNewColumns({ plan }: ColumnsTrace): boolean {
  return plan.some(({ existing }) => existing === null);
}
