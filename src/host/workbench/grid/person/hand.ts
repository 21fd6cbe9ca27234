/** What a person does in the grid: typing, clearing, inserting, pasting. */
import type { ExcelHost } from "../../../excel-host";
import { HostError } from "../../../model/host-error";
import type { Range } from "../../../model/range/range";
import { contains, sheetColumns, sheetRows } from "../../../model/reference";
import type { SheetState } from "../../../model/sheet/sheet-state";
import { entryText, typeEntry } from "../../../model/sheet/typed-entry";
import type { Worksheet } from "../../../model/sheet/worksheet";
import type { Area, CellValue } from "../../../workbook-record";
import type { UndoHistory } from "../../undo-history";

/** What a person puts into a block of cells: null leaves a cell as it is, "" empties it; text beginning with "=" is a formula. */
export interface Block {
  area: Area;
  contents: (CellValue | null)[][];
  /** Number formats that come with what is pasted, for cells that have none; null leaves a cell's. */
  numberFormats?: (string | null)[][];
}

/**
 * A person's hand in the workbook: everything that is done in the grid goes to the model through here, as Excel would take
 * it, with the events that an add-in hears. What the model refuses is told and leaves the workbook as it was.
 */
export class Hand {
  constructor(
    readonly host: ExcelHost,
    /** Told what the model refused. */
    readonly onRefused: (error: HostError) => void,
    /** Every change that a person makes begins a step of it. */
    readonly history: UndoHistory | null = null,
  ) {}

  sheet(id: string): SheetState {
    return this.worksheet(id).$sheet;
  }

  worksheet(id: string): Worksheet {
    return this.host.workbook.worksheets.getItem(id);
  }

  range(id: string, area: Area): Range {
    return this.worksheet(id).$range(area);
  }

  /** Does it, calculates, and lets those who show the workbook know. @returns false when it was refused */
  do(work: () => void): boolean {
    this.history?.beginStep();
    return this.#try(work);
  }

  #try(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof HostError)) {
        throw error;
      }
      this.onRefused(error);
      return false;
    } finally {
      void this.host.workbook.$endRequest();
    }
  }

  /** A text typed into a cell; into every cell of a block with Ctrl+Enter. */
  type(id: string, area: Area, text: string): boolean {
    return this.do(() => {
      const sheet = this.sheet(id);
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          if (entryText(sheet, row, column) !== text) {
            typeEntry(sheet, row, column, text);
          }
        }
      }
    });
  }

  /** A block pasted, filled or cut: row by row where a filter hides rows between. */
  write(id: string, { area, contents, numberFormats }: Block): boolean {
    return this.do(() => {
      const { geometry, formats } = this.sheet(id);
      const isFiltered = contents.some(
        (_row, index) => geometry.hiddenRows.get(area.row + index) === "filter",
      );
      if (!isFiltered) {
        this.range(id, area).formulas = contents;
        numberFormats?.forEach((row, r) =>
          row.forEach((format, c) => {
            const { numberFormat } = formats.at(area.row + r, area.column + c);
            if (format !== null && numberFormat === undefined) {
              this.range(id, cellArea(area.row + r, area.column + c)).numberFormat = [[format]];
            }
          }),
        );
        return;
      }
      contents.forEach((row, index) => {
        if (!geometry.hiddenRows.has(area.row + index)) {
          this.range(id, { ...area, row: area.row + index, rows: 1 }).formulas = [row];
        }
      });
    });
  }

  insert(id: string, area: Area, shift: "Down" | "Right"): boolean {
    return this.do(() => this.range(id, area).insert(shift));
  }

  delete(id: string, area: Area, shift: "Up" | "Left"): boolean {
    return this.do(() => this.range(id, area).delete(shift));
  }

  /** Widths in points by column; a width of 0 hides. */
  setColumnWidths(id: string, widths: ReadonlyMap<number, number>): boolean {
    return this.do(() =>
      widths.forEach((width, column) => (this.range(id, wholeColumns(column, 1)).format.columnWidth = width)),
    );
  }

  setRowHeights(id: string, heights: ReadonlyMap<number, number>): boolean {
    return this.do(() =>
      heights.forEach((height, row) => (this.range(id, wholeRows(row, 1)).format.rowHeight = height)),
    );
  }

  fitColumns(id: string, column: number, columns: number): boolean {
    return this.do(() => this.range(id, wholeColumns(column, columns)).format.autofitColumns());
  }

  fitRows(id: string, row: number, rows: number): boolean {
    return this.do(() => this.range(id, wholeRows(row, rows)).format.autofitRows());
  }

  hideRows(id: string, row: number, rows: number, hidden: boolean): boolean {
    return this.do(() => (this.range(id, wholeRows(row, rows)).rowHidden = hidden));
  }

  hideColumns(id: string, column: number, columns: number, hidden: boolean): boolean {
    return this.do(() => (this.range(id, wholeColumns(column, columns)).columnHidden = hidden));
  }

  freeze(id: string, rows: number, columns: number): boolean {
    return this.do(() => (this.sheet(id).frozen = { rows, columns }));
  }

  /** Bold, italic and underline of a block. */
  setFont(id: string, area: Area, font: { bold?: boolean; italic?: boolean; underline?: boolean }): boolean {
    return this.do(() => {
      const range = this.range(id, area);
      if (font.bold !== undefined) {
        range.format.font.bold = font.bold;
      }
      if (font.italic !== undefined) {
        range.format.font.italic = font.italic;
      }
      if (font.underline !== undefined) {
        range.format.font.underline = font.underline ? "Single" : "None";
      }
    });
  }

  /** A number format (en-US pattern) for a block. */
  setNumberFormat(id: string, area: Area, pattern: string): boolean {
    return this.do(() => (this.range(id, area).numberFormat = pattern));
  }

  // Sheets

  /** A new sheet at the place, which becomes the active one. */
  addSheet(place: number): boolean {
    return this.do(() => {
      const { worksheets } = this.host.workbook;
      const sheet = worksheets.add();
      sheet.position = Math.min(place, worksheets.getCount() - 1);
      sheet.activate();
    });
  }

  deleteSheet(id: string): boolean {
    const isDone = this.do(() => this.worksheet(id).delete());
    if (isDone) {
      this.history?.forget();
      this.host.workbook.$state.changes.tell();
    }
    return isDone;
  }

  renameSheet(id: string, name: string): boolean {
    return this.do(() => (this.worksheet(id).name = name));
  }

  moveSheet(id: string, place: number): boolean {
    return this.do(() => (this.worksheet(id).position = place));
  }

  showSheet(id: string, visible: boolean): boolean {
    return this.do(() => {
      const worksheet = this.worksheet(id);
      worksheet.visibility = visible ? "Visible" : "Hidden";
      if (visible) {
        worksheet.activate();
      }
    });
  }

  colorTab(id: string, color: string): boolean {
    return this.do(() => (this.worksheet(id).tabColor = color));
  }

  activate(id: string): boolean {
    return this.#try(() => this.worksheet(id).activate());
  }

  /** @returns false when it was selected already */
  select(id: string, area: Area): boolean {
    const sheet = this.sheet(id);
    const { workbook } = sheet;
    const isActive = workbook.sheets[workbook.activeSheet] === sheet;
    if (isActive && contains(area, sheet.selection) && contains(sheet.selection, area)) {
      return false;
    }
    return this.#try(() => sheet.select(area));
  }
}

export function wholeRows(row: number, rows: number): Area {
  return { row, rows, column: 0, columns: sheetColumns };
}

export function wholeColumns(column: number, columns: number): Area {
  return { row: 0, rows: sheetRows, column, columns };
}

export function cellArea(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}
