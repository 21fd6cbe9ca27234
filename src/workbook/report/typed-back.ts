/** What somebody writes onto a page in the moment in which it gets back what it held. */
import { addressOf, Problem, type WrittenOver } from "../../portfolio";
import { type CellValue, entered } from "../cells/cell-value";
import { isDoneInTwo } from "../office-problem";
import { checksumOn } from "./paint/earlier-page";
import { type Area, overlap, type SheetKey } from "./paint/page/page";
import { allMarksOf, dataMarkOf, markOf } from "./paint/sheets";

export type Cells = readonly (readonly CellValue[])[];

/** Cells of a page, or of its chart data, as they are known, and once more in the request that begins to write over them. */
export interface Seen {
  key: SheetKey;
  /** What the sheet is called. */
  name: string;
  /** The name that covers them. */
  mark: string;
  before: Cells;
  /** What they are to hold, where some of them may hold it already; null where nothing has been written yet. */
  earlier: Cells | null;
  last: Excel.Range;
  /** The page on which these are the chart data. */
  page: Excel.Range | null;
  /** Cells that are merged on the page of before, counted from its first one. */
  merges: readonly Area[];
}

/** Whether Excel has answered what was asked of cells. */
export function isKnown(range: Excel.Range): boolean {
  try {
    return range.formulas !== undefined;
  } catch {
    return false;
  }
}

const heightOf = (cells: Cells): number => cells.length;
const widthOf = (cells: Cells): number => cells[0]?.length ?? 0;

/** A cell, by its distance from the first of those that were seen. */
interface Hers {
  row: number;
  column: number;
  cell: CellValue;
}

/** Which of the cells hold neither what is known of them nor what they are to hold. */
export function hersIn(key: SheetKey, cells: Cells, before: Cells, earlier: Cells | null): Hers[] {
  const own = earlier ? [before, earlier] : [before];
  const isAligned = [heightOf, widthOf].every((of) => of(cells) === Math.max(...own.map(of)));
  // Cells that somebody has put between them have moved the others on.
  const known = isAligned ? null : new Set(own.flatMap((of) => of.flat()).map((cell) => sumOf(key, cell)));
  const isOurs = (cell: CellValue, row: number, column: number): boolean => {
    if (known) return cell === "" || known.has(sumOf(key, cell));
    if (cell === (before[row]?.[column] ?? "")) return true;
    return earlier !== null && (cell === "" || sumOf(key, cell) === sumOf(key, earlier[row]?.[column] ?? ""));
  };
  return cells.flatMap((line, row) =>
    line.flatMap((cell, column) => (isOurs(cell, row, column) ? [] : [{ row, column, cell }])),
  );
}

const sumOf = (key: SheetKey, cell: CellValue): string => checksumOn(key, [[cell]]);

/**
 * Puts back what somebody wrote onto pages between the look at them and the request that wrote over them.
 *
 * @param half sheets that stand half written
 * @returns pages on which there was something
 * @throws Problem unfinished with what there was, where Excel refuses that
 */
export async function giveTypedBack(
  context: Excel.RequestContext,
  seen: readonly Seen[],
  half: readonly string[] = [],
): Promise<ReadonlySet<SheetKey>> {
  const typed = seen.flatMap((each) => {
    if (!isKnown(each.last)) return [];
    const hers = hersIn(each.key, each.last.formulas as Cells, each.before, each.earlier);
    return hers.length > 0 ? [{ each, hers, anchors: anchorsOf(each) }] : [];
  });
  if (typed.length === 0) return new Set();
  const { names } = context.workbook;
  const given = new Set<SheetKey>();
  const isDone = await isDoneInTwo(async () => {
    const found = typed.map(({ anchors }) =>
      anchors.map(({ mark }) => names.getItemOrNullObject(mark).getRangeOrNullObject().load("rowIndex")),
    );
    await context.sync();
    for (const [i, { each, hers, anchors }] of typed.entries()) {
      const anchor = anchors.find((_, at) => !found[i][at].isNullObject);
      // The sheet has gone by somebody's own hand.
      if (!anchor) continue;
      given.add(each.key);
      const first = names.getItem(anchor.mark).getRange().getCell(0, 0);
      for (const merged of each.merges.filter((area) => hers.some((cell) => isHiddenIn(cell, area)))) {
        first
          .getOffsetRange(merged.row, merged.column)
          .getResizedRange(merged.rows - 1, merged.columns - 1)
          .unmerge();
      }
      for (const { row, column, cell } of hers) {
        first.getOffsetRange(anchor.down + row, anchor.right + column).formulas = [[entered(cell)]];
      }
    }
    await context.sync();
  });
  if (!isDone) {
    const cells = typed.flatMap(({ each, hers }) => hers.map((cell) => writtenOver(each, cell)));
    throw new Problem({ kind: "unfinished", work: "undo", sheets: half, typed: cells });
  }
  return given;
}

/** Whether a cell is one of merged cells, of which Excel keeps only what the first one holds. */
const isHiddenIn = ({ row, column }: Hers, merged: Area): boolean =>
  overlap({ row, column, rows: 1, columns: 1 }, merged) && (row > merged.row || column > merged.column);

const writtenOver = ({ name, last }: Seen, { row, column, cell }: Hers): WrittenOver => ({
  address: addressOf(name, last.rowIndex + row, last.columnIndex + column),
  content: String(cell),
});

/** Names by which the first of the cells is found, and how far it is from theirs: chart data may have none any more. */
function anchorsOf({ key, mark, last, page }: Seen): { mark: string; down: number; right: number }[] {
  const at = (marks: readonly string[], down = 0, right = 0) =>
    marks.map((name) => ({ mark: name, down, right }));
  const ofPage = allMarksOf(markOf(key));
  if (!page) return at([mark, ...ofPage]);
  const [down, right] = [last.rowIndex - page.rowIndex, last.columnIndex - page.columnIndex];
  return [...at([mark, ...allMarksOf(dataMarkOf(key))]), ...at(ofPage, down, right)];
}
