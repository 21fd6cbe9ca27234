import { ICommandService, type Injector, type IRange, type Workbook as UniverWorkbook } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";
import { ScrollToRangeOperation, SheetsScrollRenderController } from "@univerjs/preset-sheets-core";
import { SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import { sheetColumns, sheetRows } from "../../model/reference";
import type { SheetState } from "../../model/sheet/sheet-state";
import type { Area } from "../../workbook-record";
import { areaOf, rangeOf } from "./sheet-frame";

/** What brings a cell into view. */
interface ScrollPart {
  _getViewportBounding(): IRange | undefined;
  _scrollToCell(row: number, column: number, forceTop?: boolean, forceLeft?: boolean): boolean;
}

/** The selection of the model and the one on the screen: each follows the other. */
export class SelectionLink {
  /** True while a sheet comes into view: Univer selects there what was selected when it was left, and the model knows better. */
  isSettling = false;

  constructor(
    readonly injector: Injector,
    readonly view: UniverWorkbook,
    readonly activeSheet: () => SheetState,
  ) {}

  /** The block that is selected on the screen. */
  get shown(): IRange | null {
    return this.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range ?? null;
  }

  /**
   * Tells what a person selects on the active sheet.
   * @returns ends that
   */
  follow(select: (sheetId: string, area: Area) => void): () => void {
    const selections = this.injector.get(SheetsSelectionsService);
    const tell = () => {
      const range = this.shown;
      const sheetId = selections.currentSelectionParam?.sheetId;
      if (!this.isSettling && range && sheetId === this.activeSheet().id) {
        select(sheetId, this.#wholeLines(range));
      }
    };
    const moved = selections.selectionMoveEnd$.subscribe(tell);
    const set = selections.selectionSet$.subscribe(tell);
    return () => {
      moved.unsubscribe();
      set.unsubscribe();
    };
  }

  /** Shows what the model has selected, with its first cell in view. */
  show(): void {
    const { id, selection } = this.activeSheet();
    const { shown } = this;
    const worksheet = this.view.getActiveSheet();
    const range = rangeOf({
      ...selection,
      rows: Math.min(selection.rows, worksheet.getRowCount() - selection.row),
      columns: Math.min(selection.columns, worksheet.getColumnCount() - selection.column),
    });
    if (shown && isSame(shown, range)) {
      return;
    }
    const { startRow, startColumn } = range;
    const firstCell = { startRow, startColumn, endRow: startRow, endColumn: startColumn };
    const primary = {
      ...firstCell,
      actualRow: startRow,
      actualColumn: startColumn,
      isMerged: false,
      isMergedMainCell: false,
    };
    const commands = this.injector.get(ICommandService);
    commands.syncExecuteCommand(SetSelectionsOperation.id, {
      unitId: this.view.getUnitId(),
      subUnitId: id,
      selections: [{ range, primary, style: null }],
    });
    // Of the whole range Univer would show the end, Excel shows the beginning.
    commands.syncExecuteCommand(ScrollToRangeOperation.id, { range: firstCell });
  }

  get #scrolling(): SheetsScrollRenderController | null {
    const render = this.injector.get(IRenderManagerService).getRenderById(this.view.getUnitId());
    return render?.with(SheetsScrollRenderController) ?? null;
  }

  /** Rows and columns beside the frozen ones that are in view; null before anything is drawn. */
  inView(): { rows: [number, number]; columns: [number, number] } | null {
    const bounds = (this.#scrolling as unknown as ScrollPart | null)?._getViewportBounding();
    return bounds
      ? { rows: [bounds.startRow, bounds.endRow], columns: [bounds.startColumn, bounds.endColumn] }
      : null;
  }

  /**
   * Univer 0.25.1 leaves the view where it is for a cell in a frozen column or row, as if the whole line were in view: the
   * other direction is scrolled as well.
   */
  scrollFromFrozenPanes(): void {
    const part = this.#scrolling as unknown as ScrollPart | null;
    if (!part) {
      return;
    }
    const scroll = part._scrollToCell.bind(part);
    part._scrollToCell = (row, column, ...others) => {
      const bounds = part._getViewportBounding();
      const { startRow, startColumn } = this.view.getActiveSheet().getFreeze();
      return scroll(
        bounds && row < startRow ? bounds.startRow : row,
        bounds && column < startColumn ? bounds.startColumn : column,
        ...others,
      );
    };
  }

  /** Univer's sheets end soon after their last used cell; whole columns and rows are those of Excel. */
  #wholeLines(range: IRange): Area {
    const area = areaOf(range);
    const worksheet = this.view.getActiveSheet();
    const isColumns = range.startRow === 0 && area.rows >= worksheet.getRowCount();
    const isRows = range.startColumn === 0 && area.columns >= worksheet.getColumnCount();
    return { ...area, ...(isColumns && { rows: sheetRows }), ...(isRows && { columns: sheetColumns }) };
  }
}

function isSame(one: IRange, other: IRange): boolean {
  return (
    one.startRow === other.startRow &&
    one.endRow === other.endRow &&
    one.startColumn === other.startColumn &&
    one.endColumn === other.endColumn
  );
}
