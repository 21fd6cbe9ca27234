import {
  likenessOf,
  type ListLayout,
  namesClients,
  nearestToSales,
  Problem,
  proposeMapping,
  type SourceList,
} from "../../../portfolio";
import type { CellColumns } from "../../cells/cell-columns";
import type { Area, CellValue } from "../../cells/cell-value";

/** What else decides between the lists of a workbook. */
export interface RankingFacts {
  sheet: string;
  decimalSeparator: "." | ",";
  /** Header cells of earlier results. */
  own: readonly { row: number; column: number }[];
  /** The active cell where it stands on the sheet. */
  active: { row: number; column: number } | null;
}

/** A list with what decides, the first first. */
export interface RankedList {
  layout: ListLayout;
  rank: readonly number[];
  /** As {@link readLevel} says. */
  reads: number;
  isSelected: boolean;
  /** Whether the cursor was put there. */
  isChosen: boolean;
}

export const compareRanks = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
};

/**
 * Lists of one sheet, best first: the one with the cursor, unless the cursor stands in A1, where every workbook is opened;
 * then the one that reads best as a list of clients.
 *
 * @param reaches whether the active cell stands in a list, or further down than it was read
 */
export function rankedLists(
  layouts: readonly ListLayout[],
  cells: CellColumns,
  facts: RankingFacts,
  reaches: (layout: ListLayout, active: { row: number; column: number }) => boolean,
): RankedList[] {
  const { active } = facts;
  const wasMoved = active !== null && (active.row > 0 || active.column > 0);
  const ranked = layouts
    .map((layout): RankedList => {
      const isSelected = active !== null && reaches(layout, active);
      const isChosen = isSelected && wasMoved;
      const reads = readLevel(layout, cells, facts);
      const rank = [Number(isChosen), reads, Number(isSelected), ...rankOf(layout, facts)];
      return { layout, rank, reads, isSelected, isChosen };
    })
    .sort((a, b) => compareRanks(b.rank, a.rank));
  return nearestFirst(ranked);
}

/** Of lists with the same columns, that of the sales first, and not that of their margin or of the budget; the chosen one stays. */
function nearestFirst(ranked: readonly RankedList[]): RankedList[] {
  const [first, ...others] = ranked;
  if (!first || first.isChosen || first.reads === 0) return [...ranked];
  const likeness = likenessOfLayout(first.layout);
  const titleOf = ({ layout: { title = "" } }: RankedList) => title;
  const isAlike = ({ reads, layout }: RankedList) => reads > 0 && likenessOfLayout(layout) === likeness;
  const nearest = nearestToSales(first, others, titleOf, isAlike);
  return [nearest, ...ranked.filter((each) => each !== nearest)];
}

const likenessOfLayout = ({ columns }: ListLayout): string => likenessOf(columns.map(({ header }) => header));

/** A list that was classified before, then the longer one. */
export function rankOf({ top, contrast, rowCount }: ListLayout, { own }: RankingFacts): number[] {
  return [Math.min(contrast, 1), own.some((cell) => cell.row === top) ? 1 : 0, rowCount];
}

export const areaOfLayout = ({ top, left, rowCount, columnCount }: ListLayout): Area => ({
  top,
  left,
  rowCount: rowCount + 1,
  columnCount,
});

export function holds(layout: ListLayout, { row, column }: { row: number; column: number }): boolean {
  const { top, left, rowCount, columnCount } = areaOfLayout(layout);
  return row >= top && row < top + rowCount && column >= left && column < left + columnCount;
}

const sampledRows = 200;

/** How well a list reads: 2 with a header that names clients, 1 by its content, 0 not at all. */
export function readLevel(
  { top, left, rowCount, columns }: ListLayout,
  cells: CellColumns,
  { sheet, decimalSeparator }: RankingFacts,
): number {
  const rows = Math.max(0, Math.min(cells.top + cells.rowCount - top - 1, rowCount, sampledRows));
  const list: SourceList = {
    kind: "region",
    name: sheet,
    sheet,
    top,
    left,
    rowCount: rows,
    columns: columns.map(({ position, header }) => ({
      index: position - left,
      header,
      headerFormat: "General",
      ...firstRows(cells, position, top + 1, rows),
    })),
    decimalSeparator,
  };
  try {
    const client = proposeMapping(list).columns.find(({ role }) => role === "client");
    return client && namesClients(client.header) ? 2 : 1;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // A question to the user is no refusal.
    return (error.detail.kind as string) === "doubtful" ? 1 : 0;
  }
}

function firstRows(
  cells: CellColumns,
  column: number,
  first: number,
  count: number,
): Pick<SourceList["columns"][number], "numbers" | "others"> {
  const numbers = new Float64Array(count).fill(Number.NaN);
  const others = new Map<number, string | boolean>();
  for (let row = 0; row < count; row++) {
    const cell: CellValue = cells.at(first + row, column);
    if (typeof cell === "number") numbers[row] = cell;
    else if (cell !== "") others.set(row, cell);
  }
  return { numbers, others };
}
