import type { IWorksheetData } from "@univerjs/core";
import type { SheetState } from "../../model/sheet/sheet-state";
import {
  columnHeadingPixels,
  defaultColumnPixels,
  defaultRowPixels,
  frameOf,
  rowHeadingPixels,
} from "./sheet-frame";

/** A sheet as Univer opens it. Its cells are the model's own: drawn and never written. */
export function sheetSnapshot(sheet: SheetState): IWorksheetData {
  return {
    ...frameOf(sheet),
    id: sheet.id,
    cellData: sheet.cells.grid as IWorksheetData["cellData"],
    defaultRowHeight: defaultRowPixels,
    defaultColumnWidth: defaultColumnPixels,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    rowHeader: { width: rowHeadingPixels },
    columnHeader: { height: columnHeadingPixels },
    rightToLeft: 0,
  };
}
