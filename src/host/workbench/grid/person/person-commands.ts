import type { IRange, Nullable } from "@univerjs/core";
import {
  CopySheetCommand,
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowCommand,
  InsertSheetCommand,
  MoveRangeMutation,
  RemoveColCommand,
  RemoveRowCommand,
  RemoveSheetCommand,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorCommand,
  SetWorksheetColWidthMutation,
  SetWorksheetHideCommand,
  SetWorksheetNameCommand,
  SetWorksheetOrderCommand,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  SetWorksheetShowCommand,
} from "@univerjs/sheets";
import { blockOf, type CellMatrix, fontOf } from "./cell-matrix";
import type { CommandGate } from "./command-gate";
import { type Hand, wholeColumns, wholeRows } from "./hand";
import { areaOf, points } from "../sheet-frame";

/** What the commands need to know of the grid at the moment. */
export interface GridMoment {
  /** Id of the sheet that is shown. */
  activeSheet(): string;
  /** The block that is selected. */
  selectedRange(): IRange | null;
  /** The text that was typed last, and no longer: the next call gives null. */
  takeTypedText(): string | null;
  /** Called when something was refused or left undone: the grid shows the model again. */
  showAgain(): void;
}

type SheetTarget = { subUnitId?: string };
type RangeTarget = SheetTarget & { range?: IRange };

/** Gives what a person does with Univer's keys, menus and tabs to the model. */
export function connectCommands(gate: CommandGate, hand: Hand, moment: GridMoment): void {
  const sheetOf = ({ subUnitId }: SheetTarget = {}) => subUnitId ?? moment.activeSheet();
  const rangeOf = ({ range }: RangeTarget = {}) => range ?? moment.selectedRange();

  // Content

  gate.replaceCommand<RangeTarget & { value: unknown }>(SetRangeValuesCommand.id, (params) => {
    const text = moment.takeTypedText();
    const range = rangeOf(params);
    const block = text === null && isMatrix(params?.value) ? blockOf(params.value) : null;
    if (text !== null && range) {
      hand.type(sheetOf(params), areaOf(range), text);
    } else if (block) {
      // Text that is put in place of another.
      hand.write(sheetOf(params), block);
    }
    moment.showAgain();
  });
  gate.replaceMutation(SetRangeValuesMutation, ({ subUnitId, cellValue }) => {
    const block = cellValue && blockOf(cellValue as CellMatrix);
    const font = cellValue && fontOf(cellValue as CellMatrix);
    if (block) {
      hand.write(subUnitId, block);
    } else if (font) {
      hand.setFont(subUnitId, font.area, font.font);
    }
    moment.showAgain();
  });

  // Rows, columns, cells

  const lines = (
    id: string,
    kind: "insert" | "delete",
    areaIn: (range: IRange) => ReturnType<typeof wholeRows>,
  ) =>
    gate.replaceCommand<RangeTarget>(id, (params) => {
      const range = rangeOf(params);
      if (range) {
        const area = areaIn(range);
        if (kind === "insert") {
          hand.insert(sheetOf(params), area, "Down");
        } else {
          hand.delete(sheetOf(params), area, "Up");
        }
      }
    });
  const rowsIn = ({ startRow, endRow }: IRange) => wholeRows(startRow, endRow - startRow + 1);
  const columnsIn = ({ startColumn, endColumn }: IRange) =>
    wholeColumns(startColumn, endColumn - startColumn + 1);
  lines(InsertRowCommand.id, "insert", rowsIn);
  lines(RemoveRowCommand.id, "delete", rowsIn);
  lines(InsertColCommand.id, "insert", columnsIn);
  lines(RemoveColCommand.id, "delete", columnsIn);

  const cells = (id: string, shift: "Down" | "Right" | "Up" | "Left") =>
    gate.replaceCommand<RangeTarget>(id, (params) => {
      const range = rangeOf(params);
      if (!range) {
        return;
      }
      if (shift === "Down" || shift === "Right") {
        hand.insert(sheetOf(params), areaOf(range), shift);
      } else {
        hand.delete(sheetOf(params), areaOf(range), shift);
      }
    });
  cells(InsertRangeMoveDownCommand.id, "Down");
  cells(InsertRangeMoveRightCommand.id, "Right");
  cells(DeleteRangeMoveUpCommand.id, "Up");
  cells(DeleteRangeMoveLeftCommand.id, "Left");
  // Cut and paste, and dragging a block elsewhere: the contents move, references to them stay where they were.
  gate.replaceMutation(MoveRangeMutation, ({ from, to }) => {
    for (const { subUnitId, value } of [from, to]) {
      const block = blockOf(value as CellMatrix);
      if (block) {
        hand.write(subUnitId, block);
      }
    }
    moment.showAgain();
  });

  // Sizes

  gate.replaceMutation(SetWorksheetColWidthMutation, ({ subUnitId, ranges, colWidth }) => {
    const widths = sizes(ranges, (range) => [range.startColumn, range.endColumn], colWidth);
    hand.setColumnWidths(subUnitId, widths);
    moment.showAgain();
  });
  gate.replaceMutation(SetWorksheetRowHeightMutation, ({ subUnitId, ranges, rowHeight }) => {
    hand.setRowHeights(
      subUnitId,
      sizes(ranges, (range) => [range.startRow, range.endRow], rowHeight),
    );
    moment.showAgain();
  });
  gate.replaceMutation(SetWorksheetRowIsAutoHeightMutation, ({ subUnitId, ranges, autoHeightInfo }) => {
    // Univer also says "not by itself any more" here when a height was dragged.
    if (autoHeightInfo === 1) {
      each(ranges, ({ startRow, endRow }) => hand.fitRows(subUnitId, startRow, endRow - startRow + 1));
    }
    moment.showAgain();
  });
  const hiding = (hidden: boolean) => (params: { subUnitId: string; ranges: IRange[] }) => {
    each(params.ranges, ({ startRow, endRow }) =>
      hand.hideRows(params.subUnitId, startRow, endRow - startRow + 1, hidden),
    );
  };
  gate.replaceMutation(SetRowHiddenMutation, hiding(true));
  gate.replaceMutation(SetRowVisibleMutation, hiding(false));
  const hidingColumns = (hidden: boolean) => (params: { subUnitId: string; ranges: IRange[] }) => {
    each(params.ranges, ({ startColumn, endColumn }) =>
      hand.hideColumns(params.subUnitId, startColumn, endColumn - startColumn + 1, hidden),
    );
  };
  gate.replaceMutation(SetColHiddenMutation, hidingColumns(true));
  gate.replaceMutation(SetColVisibleMutation, hidingColumns(false));
  gate.replaceMutation(SetFrozenMutation, ({ subUnitId, startRow, startColumn }) => {
    hand.freeze(subUnitId, Math.max(0, startRow), Math.max(0, startColumn));
    moment.showAgain();
  });

  // Sheets

  gate.replaceCommand<{ index?: number } | undefined>(InsertSheetCommand.id, (params) => {
    hand.addSheet(params?.index ?? Number.MAX_SAFE_INTEGER);
  });
  gate.replaceCommand<SheetTarget>(RemoveSheetCommand.id, (params) => {
    hand.deleteSheet(sheetOf(params));
  });
  gate.replaceCommand<SheetTarget & { name: string }>(SetWorksheetNameCommand.id, (params) => {
    hand.renameSheet(sheetOf(params), params.name);
    moment.showAgain();
  });
  gate.replaceCommand<SheetTarget & { order: number }>(SetWorksheetOrderCommand.id, (params) => {
    hand.moveSheet(sheetOf(params), params.order);
    moment.showAgain();
  });
  gate.replaceCommand<SheetTarget>(SetWorksheetHideCommand.id, (params) => {
    hand.showSheet(sheetOf(params), false);
  });
  gate.replaceCommand<SheetTarget>(SetWorksheetShowCommand.id, (params) => {
    hand.showSheet(sheetOf(params), true);
  });
  gate.replaceCommand<SheetTarget & { value: string }>(SetTabColorCommand.id, (params) => {
    hand.colorTab(sheetOf(params), params.value);
  });
  gate.replaceCommand(CopySheetCommand.id, () => moment.showAgain());
}

function isMatrix(value: unknown): value is CellMatrix {
  return typeof value === "object" && value !== null && Object.keys(value).every((key) => /^\d+$/.test(key));
}

function each(ranges: readonly IRange[], visit: (range: IRange) => void): void {
  ranges.forEach(visit);
}

/** Sizes in points by line, from Univer's pixels for all or by line. */
function sizes(
  ranges: readonly IRange[],
  linesOf: (range: IRange) => [first: number, last: number],
  size: number | Record<number, Nullable<number>>,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const range of ranges) {
    const [first, last] = linesOf(range);
    for (let line = first; line <= last; line++) {
      const pixelCount = typeof size === "number" ? size : size[line];
      if (typeof pixelCount === "number") {
        found.set(line, points(pixelCount));
      }
    }
  }
  return found;
}
