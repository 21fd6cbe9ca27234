import { type CellValue, entered } from "../cells/cell-value";

/** A header that somebody typed in the moment in which ours was cleared or written. */
export interface TypedHeader {
  /** The cell, by its mark: it moves with its cells while the mark stands. */
  marked: () => Excel.Range;
  text: CellValue;
  /** What stands there of ours; nothing where it was cleared. */
  standing?: CellValue;
}

/** Where a header stands. Zero-based. */
export interface HeaderCell {
  row: number;
  column: number;
}

/** Times that somebody may type there anew while it is given back. */
const mostTimes = 5;

/**
 * Gives headers back that were cleared or replaced, wherever their cells have moved since; what somebody has typed there meanwhile
 * stays instead. One round trip; none without headers.
 *
 * @returns where each of them stands
 */
export async function giveHeadersBack(
  context: Excel.RequestContext,
  headers: readonly TypedHeader[],
): Promise<HeaderCell[]> {
  const cells = headers.map((): HeaderCell => ({ row: 0, column: 0 }));
  let left = headers.map((header, at) => ({ ...header, at, standing: header.standing ?? "" }));
  for (let time = 0; left.length > 0 && time < mostTimes; time++) {
    const found = left.map(({ marked, text }) => {
      const cell = marked().load("formulas,rowIndex,columnIndex");
      marked().formulas = [[entered(text)]];
      return cell;
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- again only where somebody typed meanwhile
    await context.sync();
    left = left.flatMap((header, i) => {
      const { formulas, rowIndex, columnIndex } = found[i];
      cells[header.at] = { row: rowIndex, column: columnIndex };
      const [[cell]] = formulas as CellValue[][];
      const isTyped = cell !== header.standing && cell !== header.text;
      return isTyped ? [{ ...header, text: cell, standing: header.text }] : [];
    });
  }
  return cells;
}
