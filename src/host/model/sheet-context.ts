import type {
  Area,
  CellValue,
  ChartRecord,
  ConditionalFormatRecord,
  DataValidationRecord,
} from "../workbook-record";

/** What charts and conditional formats need to know of the sheet they stand on. `worksheet.$context` is one. */
export interface SheetContext {
  /** Changes when the sheet is renamed. */
  readonly sheetName: string;
  /** The sheet's own charts, in drawing order: the store that `$toRecord()` writes out. */
  readonly chartRecords: ChartRecord[];
  /** The sheet's own conditional formats: the store that `$toRecord()` writes out. */
  readonly conditionalFormatRecords: ConditionalFormatRecord[];
  /** What may be typed where on the sheet: the store that `$toRecord()` writes out. */
  readonly dataValidationRecords: DataValidationRecord[];
  /** An object for `getRange()` of a conditional format and the like. Zero-based. */
  rangeOf(area: Area): unknown;
  /** Cells behind a reference such as `='Client list'!$B$2:$B$9`, read after the pending calculation; null when it is not a reference to cells (any more). */
  resolve(reference: string): ReferencedCells | null;
  /** The reference of a block of this sheet as Excel writes it into a series: `=Sheet1!$A$1:$B$2`. */
  referenceTo(area: Area): string;
  /** Points from the sheet's left edge to the left edge of a column; hidden columns have no width. */
  leftOf(column: number): number;
  /** Points from the sheet's top edge to the top edge of a row; hidden rows have no height. */
  topOf(row: number): number;
  /** Refuses with AccessDenied when the sheet is protected and drawings may not be edited. */
  requireEditableObjects(): void;
  /** Calls `follow` after rows, columns or cells of any sheet were inserted, deleted or moved, and after renames and deletions of sheets. */
  onStructuralChange(follow: (change: StructuralChange) => void): void;
}

export interface ReferencedCells {
  sheetName: string;
  area: Area;
  /** Rows × columns, as `Range.values`: "" for blanks, "#DIV/0!" for errors. */
  values: CellValue[][];
  /** As `Range.text`. */
  texts: string[][];
  /** en-US patterns, as `Range.numberFormat`. */
  numberFormats: string[][];
}

/** A change of the workbook's shape that references have to follow. */
export interface StructuralChange {
  /**
   * A formula or reference (leading "=" optional) as it reads after the change; `#REF!` where its cells were deleted.
   * `sheetName` (name after the change) is the sheet that references without a sheet name belong to.
   */
  rewrite(formula: string, sheetName: string): string;
  /** Where a block of the sheet now stands, null when nothing of it is left. `sheetName` as in `rewrite`. */
  move(area: Area, sheetName: string): Area | null;
  /** Where the cells of a block now stand: what only some of them have done tears it. */
  moveCells(area: Area, sheetName: string): Area[];
  /** Whole rows inserted (`count` > 0) or deleted (`count` < 0) at `index`, or null. For drawings that move with cells. */
  readonly rows: { sheetName: string; index: number; count: number } | null;
  /** Whole columns, likewise. */
  readonly columns: { sheetName: string; index: number; count: number } | null;
}

/** The part of the model's `Range` that charts and conditional formats take as an argument. */
export interface CellBlock {
  readonly $area: Area;
  readonly $context: SheetContext;
}
