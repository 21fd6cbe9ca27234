import { CellValueType, InterceptorEffectEnum, type Injector } from "@univerjs/core";
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import type { SheetState } from "../../../model/sheet/sheet-state";
import { decimalSeparatorOf, entryText } from "../../../model/sheet/typed-entry";
import { CellPictures } from "./cell-picture";
import { fitted, type ShownNumber } from "./number-fit";
import { pixels } from "../sheet-frame";
import { textMeasure, withLeading } from "./wrapped-text";

/** Before all of Univer's own interceptors, which then find texts that need nothing more. */
const firstOfAll = 1_000;

/** How cells are asked for at the moment. */
export interface CellDrawing {
  /** True while texts are asked for that nobody draws: numbers are told in full, however narrow their cells are. */
  wholeTexts: boolean;
}

/** Lets Univer draw in a cell, and put into the formula bar, what the model holds there. */
export function drawCells(injector: Injector, sheetOf: (id: string) => SheetState | undefined): CellDrawing {
  const drawing: CellDrawing = { wholeTexts: false };
  const interceptors = injector.get(SheetInterceptorService);
  const pictures = new CellPictures();
  const measure = textMeasure();
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: firstOfAll,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (_cell, { subUnitId, row, col }, next) => {
      const sheet = sheetOf(subUnitId);
      if (!sheet) {
        return next(undefined);
      }
      const width = () => widthAt(sheet, row, col);
      const whole = pictures.of(sheet, row, col);
      const picture = drawing.wholeTexts ? whole : fitted(whole, numberAt(sheet, row, col), width, measure);
      return withLeading(next(picture), width, measure);
    },
  });
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: firstOfAll,
    handler: (cell, { subUnitId, row, col }) => {
      const sheet = sheetOf(subUnitId);
      const text = sheet ? entryText(sheet, row, col) : "";
      return text === "" && !cell
        ? cell
        : { ...cell, f: undefined, p: undefined, t: CellValueType.STRING, v: text };
    },
  });
  return drawing;
}

function numberAt(sheet: SheetState, row: number, column: number): ShownNumber | null {
  const value = sheet.cells.value(row, column);
  return typeof value === "number"
    ? {
        value,
        isGeneral: (sheet.formats.at(row, column).numberFormat ?? "General") === "General",
        decimalSeparator: decimalSeparatorOf(sheet.workbook.locale),
      }
    : null;
}

/** Pixels that a cell is wide, with those that are merged with it. */
function widthAt(sheet: SheetState, row: number, column: number): number {
  const { geometry } = sheet;
  const columns = sheet.mergeAt(row, column)?.columns ?? 1;
  return pixels(geometry.leftOf(column + columns) - geometry.leftOf(column));
}
