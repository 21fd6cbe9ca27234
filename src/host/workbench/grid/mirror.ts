import type { Workbook as UniverWorkbook, Worksheet as UniverWorksheet } from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import type { SheetState } from "../../model/sheet/sheet-state";
import type { WorkbookState } from "../../model/workbook-state";
import type { CommandGate } from "./person/command-gate";
import { sheetSnapshot } from "./sheet-snapshot";
import { frameOf, type SheetFrame } from "./sheet-frame";

/** Brings Univer's workbook to what the model holds: its sheets, and of the active one the frame and the cells. */
export class Mirror {
  /** What was shown last of a sheet. */
  readonly #shown = new Map<string, { state: string; frame: string; revision: number }>();

  constructor(
    readonly model: WorkbookState,
    readonly view: UniverWorkbook,
    readonly gate: CommandGate,
  ) {
    for (const sheet of model.sheets) {
      this.#remember(sheet, frameOf(sheet));
    }
    // Univer would copy the cells, which are the model's own.
    gate.carryOut(InsertSheetMutation, ({ sheet, index }) => view.addWorksheet(sheet.id, index, sheet));
  }

  /** Shows the model as it is now. @returns the sheets whose cells or frames were not as shown */
  show(): SheetState[] {
    const active = this.model.sheets[this.model.activeSheet];
    this.#showSheets(active);
    const changed = this.showSheet(active) ? [active] : [];
    if (this.view.getActiveSheet()?.getSheetId() !== active.id) {
      this.gate.show(SetWorksheetActiveOperation, this.#target(active.id));
    }
    return changed;
  }

  /** The frame of a sheet as it was shown last, as text: it changes when rows or columns change their sizes. */
  frameOf(sheet: SheetState): string {
    return this.#shown.get(sheet.id)?.frame ?? "";
  }

  /** Brings one sheet up to date. @returns false when it was */
  showSheet(sheet: SheetState): boolean {
    const worksheet = this.view.getSheetBySheetId(sheet.id);
    const before = this.#shown.get(sheet.id);
    if (!worksheet || !before) {
      return false;
    }
    const state = this.#stateOf(sheet);
    if (state === before.state) {
      return false;
    }
    const revision = this.model.engine.revisionOf(sheet.id);
    const frame = frameOf(sheet);
    const isFramed = JSON.stringify(frame) === before.frame;
    this.#remember(sheet, frame);
    if (isFramed && revision === before.revision) {
      return false;
    }
    if (!isFramed) {
      this.#showFrame(worksheet, frame);
    }
    // Nothing is written: the cells are the model's own. Univer draws again what it is told has changed.
    this.gate.show(SetRangeValuesMutation, { ...this.#target(sheet.id), cellValue: {} });
    return true;
  }

  #remember(sheet: SheetState, frame: SheetFrame): void {
    this.#shown.set(sheet.id, {
      state: this.#stateOf(sheet),
      frame: JSON.stringify(frame),
      revision: this.model.engine.revisionOf(sheet.id),
    });
  }

  /** Everything that a frame or a drawing of the cells depends on, as a text that is made at once for any number of rows. */
  #stateOf(sheet: SheetState): string {
    const { sheetName, tabColor, visibility, merges, frozen, showGridlines, geometry } = sheet;
    return JSON.stringify([
      this.model.engine.revisionOf(sheet.id),
      geometry.revision,
      sheetName,
      tabColor,
      visibility,
      merges,
      frozen,
      showGridlines,
    ]);
  }

  #target(subUnitId: string): { unitId: string; subUnitId: string } {
    return { unitId: this.view.getUnitId(), subUnitId };
  }

  #showFrame(worksheet: UniverWorksheet, frame: SheetFrame): void {
    const target = this.#target(worksheet.getSheetId());
    const config = worksheet.getConfig();
    // Univer's own parts hold on to these two objects.
    replaceContent(config.rowData, frame.rowData);
    replaceContent(config.columnData, frame.columnData);
    if (JSON.stringify(config.mergeData) !== JSON.stringify(frame.mergeData)) {
      worksheet.setMergeData(frame.mergeData);
    }
    if (JSON.stringify(config.freeze) !== JSON.stringify(frame.freeze)) {
      this.gate.show(SetFrozenMutation, { ...target, ...frame.freeze });
    }
    if (config.showGridlines !== frame.showGridlines) {
      this.gate.show(ToggleGridlinesMutation, { ...target, showGridlines: frame.showGridlines });
    }
    this.gate.show(SetWorksheetColumnCountMutation, { ...target, columnCount: frame.columnCount });
    this.gate.show(SetWorksheetRowCountMutation, { ...target, rowCount: frame.rowCount });
  }

  #showSheets(active: SheetState): void {
    const { sheets } = this.model;
    const order = () => this.view.getSheetOrders() as string[];
    for (const [index, sheet] of sheets.entries()) {
      if (!this.view.getSheetBySheetId(sheet.id)) {
        this.#remember(sheet, frameOf(sheet));
        this.gate.show(InsertSheetMutation, {
          unitId: this.view.getUnitId(),
          index,
          sheet: sheetSnapshot(sheet),
        });
      }
    }
    const kept = new Set(sheets.map(({ id }) => id));
    for (const id of [...order()]) {
      if (!kept.has(id)) {
        this.#leave(id, active);
        this.#shown.delete(id);
        this.gate.show(RemoveSheetMutation, { ...this.#target(id), subUnitName: "" });
      }
    }
    for (const [index, sheet] of sheets.entries()) {
      this.#showTab(sheet, active, index, order().indexOf(sheet.id));
    }
  }

  /** Before a sheet goes out of view: Univer would choose another one by itself, and the model has chosen. */
  #leave(id: string, active: SheetState): void {
    if (this.view.getActiveSheet()?.getSheetId() === id) {
      this.gate.show(SetWorksheetActiveOperation, this.#target(active.id));
    }
  }

  #showTab(sheet: SheetState, active: SheetState, index: number, shownAt: number): void {
    const config = this.view.getSheetBySheetId(sheet.id)?.getConfig();
    if (!config) {
      return;
    }
    const target = this.#target(sheet.id);
    const { name, tabColor, hidden } = tabOf(sheet);
    if (shownAt !== index) {
      this.gate.show(SetWorksheetOrderMutation, { ...target, fromOrder: shownAt, toOrder: index });
    }
    if (config.name !== name) {
      this.gate.show(SetWorksheetNameMutation, { ...target, name });
    }
    if (config.tabColor !== tabColor) {
      this.gate.show(SetTabColorMutation, { ...target, color: tabColor });
    }
    if (config.hidden !== hidden) {
      if (hidden) {
        this.#leave(sheet.id, active);
      }
      this.gate.show(SetWorksheetHideMutation, { ...target, hidden });
    }
  }
}

function tabOf(sheet: SheetState): Pick<SheetFrame, "name" | "tabColor" | "hidden"> {
  return {
    name: sheet.sheetName,
    tabColor: sheet.tabColor ?? "",
    hidden: sheet.visibility === "Visible" ? 0 : 1,
  };
}

function replaceContent<T extends object>(target: T, content: T): void {
  for (const key of Object.keys(target)) {
    delete target[key as keyof T];
  }
  Object.assign(target, content);
}
