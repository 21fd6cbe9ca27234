import { findListsSteps, inSlices, Problem, type ListLayout } from "../../../portfolio";
import { active, tableArea, type FoundList } from "../find/candidates";
import { CellColumns } from "../../cells/cell-columns";
import type { Area, CellValue } from "../../cells/cell-value";
import type { Mark } from "../../marks/own-columns";
import { readRows, runsOf } from "../../cells/read-rows";
import { areaOfLayout, holds, rankedLists, type RankingFacts } from "../find/list-rank";
import { notReadBeside } from "../find/not-read";
import type { StandingCells } from "./standing-cells";
import type { WorkbookState } from "../workbook-state";

/** Cells of the list by columns, and those of earlier results as they would have to be put back. */
export interface ListCells {
  /** Header row and body. */
  area: Area;
  cells: CellColumns;
  contents: ReadonlyMap<number, readonly CellValue[]>;
  /** Header and columns of a list among plain cells; null for a table, which knows its own. */
  layout: ListLayout | null;
  /** Other lists of the sheet, and columns apart from this one, that are not read. */
  notRead: readonly Area[];
}

/**
 * Reads a found list to its end, by pieces of about 1 MB; earlier results as formulas, everything else as values.
 * @throws Problem noList when the cells hold no list any more; what `standing` throws when they have moved meanwhile
 */
export async function readCells(
  context: Excel.RequestContext,
  found: FoundList,
  marks: readonly Mark[],
  workbook: WorkbookState,
  standing: StandingCells,
  onProgress: (fraction: number) => void,
): Promise<ListCells> {
  const block = found.kind === "table" ? tableArea(found.table) : regionRows(found, marks);
  const own = new Set(marks.map(({ position }) => position));
  const columns = Array.from({ length: block.columnCount }, (_, i) => block.left + i);
  const cells = new CellColumns(block.top, block.rowCount, new Set([...columns, ...own]));
  const contents = new Map([...own].map((position) => [position, [] as CellValue[]]));
  const source = columns.filter((column) => !own.has(column));
  const runs = [...runsOf(source, "values"), ...runsOf(own, "formulas")];
  const first = Math.max(0, block.top);
  standing.begin(runs);
  await readRows(
    context,
    found.sheet.id,
    runs,
    first,
    block.rowCount - (first - block.top),
    found.bytesOfRow,
    (row, matrices) => {
      standing.note(row, matrices);
      matrices.forEach((matrix, i) => {
        const { left, as } = runs[i];
        if (as === "values") cells.put(row, left, matrix);
        else {
          for (let r = 0; r < matrix.length; r++) {
            matrix[r].forEach((cell, c) => (contents.get(left + c)![row - block.top + r] = cell));
          }
        }
      });
      onProgress((row - block.top + (matrices[0]?.length ?? 0)) / block.rowCount);
    },
    standing,
  );
  if (found.kind === "table") {
    found.table.headers.forEach((header, i) => {
      if (!found.table.showHeaders) cells.column(block.left + i)?.put(0, header);
    });
    return { area: block, cells, contents, layout: null, notRead: [] };
  }
  for (const { area } of found.tables) cells.hide(area.top, area.left, area.rowCount, area.columnCount);
  // A column that the user emptied is none of ours any more, whatever marks it.
  const filled = new Set([...own].filter((position) => contents.get(position)!.some((cell) => cell !== "")));
  const layouts = await inSlices(findListsSteps(cells, filled));
  const ranking: RankingFacts = {
    sheet: found.sheet.name,
    decimalSeparator: workbook.decimalSeparator,
    own: marks.map(({ row, position }) => ({ row, column: position })),
    active: active(workbook, found.sheet),
  };
  const [ranked, ...others] = layouts.length > 1 ? rankedLists(layouts, cells, ranking, holds) : [];
  const best = ranked?.layout ?? layouts[0];
  if (!best) throw new Problem({ kind: "noList", sheet: found.sheet.name });
  const area = areaOfLayout(best);
  const isOutside = (column: number) => column < block.left || column >= block.left + block.columnCount;
  const read = notReadBeside(best, others, cells, filled);
  const apart = found.region.top === best.top ? found.notRead.columns.filter(isOutside) : [];
  const notRead = [
    ...read.lists,
    ...found.notRead.lists.filter(({ left }) => isOutside(left)),
    ...[...read.columns, ...apart].map((left) => ({ ...area, left, columnCount: 1 })),
  ];
  return { area, cells, contents, layout: best, notRead };
}

const fewCells = 100_000;

/**
 * All used rows of the region's columns; of all used columns when they are few, for a better list may stand further down, and
 * when earlier results stand somewhere else.
 */
function regionRows(found: Extract<FoundList, { kind: "region" }>, marks: readonly Mark[]): Area {
  const { used, region, sampledTo } = found;
  const right = region.left + region.columnCount;
  const isOutside = ({ position }: Mark) => position < region.left || position >= right;
  const others = used.columnCount - region.columnCount;
  if (marks.some(isOutside) || others * used.rowCount <= fewCells) return used;
  const end = right === sampledTo ? used.left + used.columnCount : right;
  return { ...used, left: region.left, columnCount: end - region.left };
}
