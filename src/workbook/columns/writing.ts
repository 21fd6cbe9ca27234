import type { Language } from "../../locales";
import type { CellValue } from "../cells/cell-value";
import type { Problem } from "../../portfolio";
import type { QueuedExtent } from "../source/list-extent";
import type { LookBefore } from "./new-column-look";
import type { PlannedColumn } from "./results/result-plan";
import type { QueuedKeys, RowIdentity } from "./results/row-identity";
import type { RowPiece } from "./results/row-pieces";
import type { Source } from "../source/source";

/** One request of a run that writes, with what it found before it wrote. */
export interface WrittenPiece extends RowPiece {
  keys: QueuedKeys | null;
  extent: QueuedExtent;
  /** `formulas` of the rows that it writes, but for new columns of a table (see `writtenRows`). */
  before: ReadonlyMap<PlannedColumn, Excel.Range>;
  /** `formulas` of the headers of earlier columns that it replaces. */
  headers: ReadonlyMap<PlannedColumn, Excel.Range>;
  /** Number formats of the rows of a new column of shares, where there may be some to keep. */
  formats: Excel.Range | null;
  /** Cells in use, formats included, in new columns beside a region that had none when it was read. */
  touched: Excel.Range | null;
  /** Merged cells in each column that the run writes, asked by its last request: what is written under them is not seen. */
  merged: readonly Excel.RangeAreas[];
  /** Number formats of rows of earlier shares that it dresses. */
  looks: readonly DressedRows[];
  /** Whether it came back, and went through as a whole. */
  isAnswered: boolean;
}

/** Rows of a column whose number format is replaced; the range had it loaded before. */
export interface DressedRows extends RowPiece {
  column: PlannedColumn;
  /** The one that they get; null where each gets its own. */
  format: string | null;
  before: Excel.Range;
}

/** Rows of a column that a piece writes: the first piece of a new column begins with its header cell, row -1. */
export const writtenRows = (column: PlannedColumn, { first, count }: RowPiece, isFirst: boolean): RowPiece =>
  column.existing === null && isFirst ? { first: -1, count: count + 1 } : { first, count };

/** A run that writes, up to the request that is under way: all that is needed to take it back. */
export interface Writing {
  context: Excel.RequestContext;
  source: Source;
  plan: readonly PlannedColumn[];
  identity: RowIdentity;
  /** Null where the language of the workbook is left alone. */
  language: Language | null;
  done: WrittenPiece[];
  /** New columns that the last request dresses, with what they looked like before. */
  dressed: ReadonlyMap<PlannedColumn, LookBefore>;
  /** New columns in which our cells were found while the run was taken back: their look is ours too. */
  held: Set<PlannedColumn>;
  /** New columns of the table that came again while they were taken back, since somebody had typed there or counts on them: they stay. */
  cameAgain: Set<PlannedColumn>;
  /** Number formats of the rows of a new column of shares, as the list was read; null where there are none to keep. */
  formats: readonly string[] | null;
  /** Number formats of rows of earlier shares that belong to no client any more (see `leftoverFormats`). */
  leftover: readonly string[] | null;
  /** What may still show results of the run after it was taken back, since nobody can tell any more whose rows they are. */
  standing: Problem | null;
}

/** Formulas of a range, or null when the request that should have loaded them was answered by an error. */
export function formulasOf(range: Excel.Range): CellValue[][] | null {
  try {
    return range.formulas as CellValue[][];
  } catch {
    return null;
  }
}
