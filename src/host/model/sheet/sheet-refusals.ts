import type { Area } from "../../workbook-record";
import { HostError } from "../host-error";
import { addressOf } from "../reference";
import type { SheetState } from "./sheet-state";

/** @throws HostError AccessDenied when the sheet is protected and a cell of the block is locked. */
export function requireEditableCells(sheet: SheetState, area: Area): void {
  if (sheet.protection === null) {
    return;
  }
  if (sheet.formats.some(area, (format) => format.locked !== false)) {
    throw new HostError(
      "AccessDenied",
      `The sheet ${sheet.sheetName} is protected and ${addressOf(area)} holds locked cells.`,
    );
  }
}

/** @throws HostError AccessDenied when the sheet is protected and formats may not be changed. */
export function requireAllowedFormatting(sheet: SheetState, area: Area): void {
  if (sheet.protection !== null && sheet.protection.options.allowFormatCells !== true) {
    throw new HostError(
      "AccessDenied",
      `The sheet ${sheet.sheetName} is protected: ${addressOf(area)} cannot be formatted.`,
    );
  }
}

/** @throws HostError AccessDenied when the sheet is protected and does not allow what `option` names (Excel.WorksheetProtectionOptions). */
export function requireAllowed(sheet: SheetState, option: string): void {
  if (sheet.protection !== null && sheet.protection.options[option] !== true) {
    throw new HostError("AccessDenied", `The sheet ${sheet.sheetName} is protected (${option}).`);
  }
}

/** Excel writes a block over filtered rows to the wrong cells (office-js #224): the host refuses instead. */
export function requireUnfiltered(sheet: SheetState, area: Area): void {
  if (area.rows === 1) {
    return;
  }
  for (const [row, by] of sheet.geometry.hiddenRows) {
    if (by === "filter" && row >= area.row && row < area.row + area.rows) {
      throw new HostError(
        "InvalidOperation",
        `${addressOf(area)} of ${sheet.sheetName} has rows hidden by a filter: Excel would write to the wrong cells (office-js #224).`,
      );
    }
  }
}
