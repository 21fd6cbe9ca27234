import { Problem } from "../../portfolio";
import type { AskedBeside } from "../cells/read-rows";
import type { FoundList } from "./candidates";
import { isSameArea } from "./list-extent";
import { addressOfArea } from "./list-place";
import { sizeOfRange } from "./workbook-state";

/**
 * Asks in every request that reads a list how far its cells go. What moves between two of them, and stands where it stood before the
 * last one, would be read as if it had never moved.
 *
 * `check` throws Problem sourceChanged where the cells had moved by the request that came back last.
 */
export function standingCells(context: Excel.RequestContext, found: FoundList): AskedBeside {
  const { worksheets, tables } = context.workbook;
  const before = found.kind === "table" ? found.table.area : found.used;
  let size: Excel.Range;
  return {
    ask: () => {
      const whole =
        found.kind === "table"
          ? tables.getItem(found.table.id).getRange()
          : worksheets.getItem(found.sheet.id).getUsedRangeOrNullObject(true);
      size = whole.load(sizeOfRange);
    },
    check: () => {
      if (!isSameArea(size, before))
        throw new Problem({ kind: "sourceChanged", address: addressOfArea(found.sheet.name, before) });
    },
  };
}
