import type { Area, CellValue } from "../../workbook-record";
import { type CellEntry, readEntry } from "./cell-entry";
import { HostError } from "../host-error";
import { intersection } from "../reference";
import { cellValue, typedFormula } from "./sheet-cells";
import { requireEditableCells, requireUnfiltered } from "./sheet-refusals";
import type { SheetState } from "./sheet-state";

/** Resource limits of Excel: so many cells in one operation. */
const mostCellsWritten = 5_000_000;

/**
 * Writes a block as `Range.values` does; null leaves a cell untouched. In cells of the format Text a formula is a text, too.
 * @param isFilled whether they are formulas that Excel itself carries on: these are none
 * @throws HostError InvalidArgument for another shape or an unreadable formula, AccessDenied for locked cells of a
 * protected sheet, InvalidOperation over filtered rows. Nothing is written then.
 */
export function writeValues(sheet: SheetState, area: Area, matrix: unknown[][], isFilled = false): void {
  writeEntries(sheet, area, matrix, (value, row, column) => {
    if (value === null || value === undefined) {
      return null;
    }
    const key = sheet.formats.keyAt(row, column);
    const isText = key !== undefined && sheet.workbook.formats.get(key).numberFormat === "@";
    return readEntry(value, isText && !isFilled);
  });
}

/**
 * Writes what a block of values becomes; null leaves a cell untouched. Nothing is written when one is refused.
 * @throws HostError as `writeValues` for what may not be written; what `entryOf` throws
 */
export function writeEntries(
  sheet: SheetState,
  area: Area,
  matrix: readonly (readonly unknown[])[],
  entryOf: (value: unknown, row: number, column: number) => CellEntry | null,
): void {
  requireEditableCells(sheet, area);
  requireUnfiltered(sheet, area);
  if (area.rows * area.columns > mostCellsWritten) {
    throw new HostError("RangeExceedsLimit", "The cells to be written are too many.");
  }
  const entries = matrix.map((row, rowIndex) =>
    row.map((value, columnIndex) => entryOf(value, area.row + rowIndex, area.column + columnIndex)),
  );
  for (let rowIndex = 0; rowIndex < area.rows; rowIndex++) {
    for (let columnIndex = 0; columnIndex < area.columns; columnIndex++) {
      const entry = entries[rowIndex][columnIndex];
      const row = area.row + rowIndex;
      const column = area.column + columnIndex;
      // What is written into a merged block's inner cells is lost.
      if (entry === null || isInsideMerge(sheet, row, column)) {
        continue;
      }
      sheet.cells.write(row, column, entry);
      if (
        entry.kind === "number" &&
        entry.format !== undefined &&
        sheet.formats.at(row, column).numberFormat === undefined
      ) {
        const { formats } = sheet.workbook;
        sheet.cells.setFormat(
          row,
          column,
          formats.keyOf({ ...sheet.formats.at(row, column), numberFormat: entry.format }),
        );
      }
    }
  }
  contentChanged(sheet, area);
}

/** Empties cells; their formats stay. */
export function clearContents(sheet: SheetState, area: Area): void {
  requireEditableCells(sheet, area);
  requireUnfiltered(sheet, area);
  emptyCells(sheet, area);
  contentChanged(sheet, area);
}

function emptyCells(sheet: SheetState, area: Area): void {
  const filled: [number, number][] = [];
  sheet.cells.forEachIn(area, (row, column) => filled.push([row, column]));
  filled.forEach(([row, column]) => sheet.cells.write(row, column, { kind: "blank" }));
}

/** What merging leaves of a block: its first cell's content, or the first there is, moved there. */
export function keepFirstValue(sheet: SheetState, block: Area): void {
  let kept: CellValue | undefined;
  sheet.cells.forEachIn(block, (_row, _column, cell) => {
    kept ??= typedFormula(cell) ?? cellValue(cell) ?? undefined;
  });
  const first = sheet.cells.own(block.row, block.column);
  const firstStays = typedFormula(first) !== null || cellValue(first) !== null;
  const others: [number, number][] = [];
  sheet.cells.forEachIn(block, (row, column) => {
    if (row !== block.row || column !== block.column) {
      others.push([row, column]);
    }
  });
  others.forEach(([row, column]) => sheet.cells.write(row, column, { kind: "blank" }));
  if (!firstStays && kept !== undefined) {
    sheet.cells.write(
      block.row,
      block.column,
      readEntry(typeof kept === "string" && !kept.startsWith("=") ? `'${kept}` : kept, false),
    );
  }
  contentChanged(sheet, block);
}

/** After cells were written or cleared: blocked spills try again, headers of tables take their texts. */
export function contentChanged(sheet: SheetState, area: Area): void {
  sheet.cells.markChanged(area);
  for (const spill of sheet.workbook.engine.spills(sheet.id)) {
    if (intersection(spill.area, area)) {
      sheet.cells.markChanged({ row: spill.row, column: spill.column, rows: 1, columns: 1 });
    }
  }
  sheet.geometry.changed();
  sheet.onHeaderWritten(area);
}

function isInsideMerge(sheet: SheetState, row: number, column: number): boolean {
  if (sheet.merges.length === 0) {
    return false;
  }
  const merge = sheet.mergeAt(row, column);
  return merge !== null && (merge.row !== row || merge.column !== column);
}
