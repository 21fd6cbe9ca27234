import type { WorkbookRecord } from "../../src/host/workbook-record";
import type { LeftStanding } from "../../src/portfolio";
import { sameCell } from "../../src/workbook/columns/results/result-plan";
import type { Ending } from "./operations";
import { isCode } from "./scene";
import { classesIn, contentOf, ownColumnsIn } from "./user-world";
import { hers } from "./world";

/** A cell of ours that is not what it was. */
export interface ChangedClass {
  /** As in {@link classesIn}. */
  key: string;
  is: unknown;
  text: string;
  header: string;
  /** As Excel counts. */
  row: number;
}

/** Own cells that are not what they were for their client. */
export function changedClasses(before: WorkbookRecord, after: WorkbookRecord): ChangedClass[] {
  const earlier = classesIn(before);
  const changed: ChangedClass[] = [];
  for (const { list, kind, sheet: name, row, column, last } of ownColumnsIn(after)) {
    const sheet = after.sheets.find((each) => each.name === name)!;
    const at = (r: number, c: number) => sheet.cells.find((cell) => cell.row === r && cell.column === c);
    const header = String(contentOf(at(row, column)));
    for (let r = row + 1; r <= last; r++) {
      const code = sheet.cells.find((cell) => cell.row === r && isCode(cell.value))?.value;
      if (code === undefined) continue;
      const key = `${list} ${kind} ${String(code)}`;
      const was = earlier.get(key) ?? "";
      const is = contentOf(at(r, column));
      if (is !== hers && !sameCell(was as string, is as string)) {
        changed.push({
          key,
          is,
          text: `${kind} of ${String(code)}, ${JSON.stringify(was)} before, ${JSON.stringify(is)} now`,
          header,
          row: r + 1,
        });
      }
    }
  }
  return changed;
}

/** Cells of which a message says that results may stand there, of other clients perhaps. */
export const standingIn = (problem: Ending["problem"]): LeftStanding | null =>
  problem?.kind === "leftStanding"
    ? problem
    : problem?.kind === "unfinished"
      ? (problem.standing ?? null)
      : null;
