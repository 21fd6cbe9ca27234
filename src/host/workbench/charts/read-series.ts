import type { SheetState } from "../../model/sheet/sheet-state";
import type { ReferencedSeries } from "./referenced-series";

/** The cells that a reference means, row by row. */
export function readSeries(sheet: SheetState, reference: string): ReferencedSeries | null {
  const cells = sheet.resolve(reference);
  if (cells === null) {
    return null;
  }
  const { area } = cells;
  const { hiddenRows, hiddenColumns } = (sheet.workbook.sheetNamed(cells.sheetName) ?? sheet).geometry;
  return {
    values: cells.values.flat(),
    texts: cells.texts.flat(),
    numberFormats: cells.numberFormats.flat(),
    hidden: cells.values.flatMap((row, r) =>
      row.map((_, c) => hiddenRows.has(area.row + r) || hiddenColumns.has(area.column + c)),
    ),
  };
}
