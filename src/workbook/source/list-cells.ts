import { Problem } from "../../portfolio";
import { tableArea, type FoundList } from "./candidates";
import { CellColumns } from "../cells/cell-columns";
import type { Area, CellValue } from "../cells/cell-value";
import type { Mark } from "../marks/own-columns";
import { readRows, runsOf } from "../cells/read-rows";
import { findRegion } from "./region";
import type { WorkbookState } from "./workbook-state";

/** Cells of the list by columns, and those of earlier results as they would have to be put back. */
export interface ListCells {
  /** Header row and body. */
  area: Area;
  cells: CellColumns;
  contents: ReadonlyMap<number, readonly CellValue[]>;
}

/**
 * Reads a found list to its end, by pieces of about 1 MB; earlier results as formulas, everything else as values.
 * @throws Problem noList when the cells hold no list any more
 */
export async function readCells(
  context: Excel.RequestContext,
  found: FoundList,
  marks: readonly Mark[],
  workbook: WorkbookState,
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
  await readRows(
    context,
    found.sheet.id,
    runs,
    first,
    block.rowCount - (first - block.top),
    found.bytesOfRow,
    (row, matrices) => {
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
  );
  if (found.kind === "table") {
    found.table.headers.forEach((header, i) => {
      if (!found.table.showHeaders) cells.column(block.left + i)?.put(0, header);
    });
    return { area: block, cells, contents };
  }
  for (const { area } of found.tables) cells.hide(area.top, area.left, area.rowCount, area.columnCount);
  const active = workbook.active.sheet === found.sheet.name ? workbook.active.cell : null;
  const region = findRegion(cells, own, active);
  if (!region) throw new Problem({ kind: "noList", sheet: found.sheet.name });
  return { area: { ...region, rowCount: region.rowCount + 1 }, cells, contents };
}

/** All used rows of the region's columns; of all used columns when earlier results stand somewhere else. */
function regionRows(found: Extract<FoundList, { kind: "region" }>, marks: readonly Mark[]): Area {
  const { used, region, sampledTo } = found;
  const right = region.left + region.columnCount;
  const isOutside = ({ position }: Mark) => position < region.left || position >= right;
  if (marks.some(isOutside)) return used;
  const end = right === sampledTo ? used.left + used.columnCount : right;
  return { ...used, left: region.left, columnCount: end - region.left };
}
