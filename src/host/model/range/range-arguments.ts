import type { Area } from "../../workbook-record";
import { HostError } from "../host-error";
import { parseArea, sheetColumns, sheetRows, splitSheetName } from "../reference";
import type { SheetState } from "../sheet/sheet-state";

/** The block as an area. @throws HostError InvalidArgument when it is empty or leaves the sheet. */
export function blockOnSheet(row: number, column: number, rows: number, columns: number): Area {
  const whole = [row, column, rows, columns].every(Number.isInteger);
  if (
    !whole ||
    row < 0 ||
    column < 0 ||
    rows < 1 ||
    columns < 1 ||
    row + rows > sheetRows ||
    column + columns > sheetColumns
  ) {
    throw new HostError("InvalidArgument", "The range would leave the sheet.");
  }
  return { row, column, rows, columns };
}

/** The block of an address on a sheet, or of a defined name. @throws HostError InvalidArgument. */
export function areaOnSheet(sheet: SheetState, address: string): Area {
  const { sheet: named, rest } = splitSheetName(address.replace(/^=/, ""));
  const area = parseArea(rest);
  if (area !== null && (named === null || named.toLowerCase() === sheet.sheetName.toLowerCase())) {
    return area;
  }
  throw new HostError("InvalidArgument", `${address} is not a range of the sheet ${sheet.sheetName}.`);
}

export function shiftAxis(shift: string, rows: string, columns: string): "rows" | "columns" {
  if (shift !== rows && shift !== columns) {
    throw new HostError("InvalidArgument", `The direction must be ${rows} or ${columns}, not ${shift}.`);
  }
  return shift === rows ? "rows" : "columns";
}

export function required(number: number | undefined): number {
  if (number === undefined || !Number.isInteger(number)) {
    throw new HostError("InvalidArgument", `A whole number is needed, not ${number}.`);
  }
  return number;
}
