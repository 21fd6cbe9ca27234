import { Problem } from "../../../portfolio";
import type { CellValue } from "../../cells/cell-value";
import type { AskedBeside, ColumnRun } from "../../cells/read-rows";
import { RowsSample } from "../../cells/rows-sample";
import type { FoundList } from "../find/candidates";
import { isSameArea } from "../list-extent";
import { addressOfArea } from "../list-place";
import { sizeOfRange } from "../workbook-state";

/** A question whether a list stands as it was read. */
export interface StandingCells extends AskedBeside {
  /** Begins with the rows of these columns. */
  begin: (runs: readonly ColumnRun[]) => void;
  /** Keeps some rows of a piece that has been read: they are asked for again. */
  note: (first: number, matrices: readonly CellValue[][][]) => void;
}

/**
 * Asks in every request that reads a list how far its cells go, and in the last one, and all after it, whether the rows of earlier ones
 * stand where they were read. What moves between two of them, and stands where it stood before the last one, would be read as if it had
 * never moved; of rows that somebody sorts in between, some would be read twice and others never.
 *
 * `check` throws Problem sourceChanged where the cells had moved by the request that came back last.
 */
export function standingCells(context: Excel.RequestContext, found: FoundList): StandingCells {
  const { worksheets, tables } = context.workbook;
  const before = found.kind === "table" ? found.table.area : found.used;
  let size: Excel.Range;
  let sample: RowsSample | undefined;
  let isRead = false;
  return {
    begin: (runs) => {
      sample = new RowsSample(context, found.sheet.id, runs);
    },
    note: (first, matrices) => sample!.note(first, matrices),
    ask: (isLast) => {
      const whole =
        found.kind === "table"
          ? tables.getItem(found.table.id).getRange()
          : worksheets.getItem(found.sheet.id).getUsedRangeOrNullObject(true);
      size = whole.load(sizeOfRange);
      // What is asked for once the rows are read belongs to the rows as they stood then.
      sample?.ask(isLast || isRead);
      isRead ||= isLast;
    },
    check: () => {
      if (!isSameArea(size, before) || sample?.isStanding() === false)
        throw new Problem({ kind: "sourceChanged", address: addressOfArea(found.sheet.name, before) });
    },
  };
}
