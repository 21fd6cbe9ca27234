import { HostError } from "../host-error";
import { Range } from "../range/range";
import { areaOnSheet } from "../range/range-arguments";
import { sheetColumns, sheetRows } from "../reference";
import { found } from "../required-item";
import type { Worksheet } from "./worksheet";

/** Excel.WorksheetFreezePanes. */
export class WorksheetFreezePanes {
  constructor(readonly $worksheet: Worksheet) {}

  freezeRows(count = 0): void {
    this.$worksheet.$sheet.frozen = { rows: frozenCount(count), columns: 0 };
  }

  freezeColumns(count = 0): void {
    this.$worksheet.$sheet.frozen = { rows: 0, columns: frozenCount(count) };
  }

  freezeAt(frozenRange: Range | string): void {
    const sheet = this.$worksheet.$sheet;
    const area = frozenRange instanceof Range ? frozenRange.$area : areaOnSheet(sheet, frozenRange);
    sheet.frozen = {
      rows: area.rows === sheetRows ? 0 : area.row + area.rows,
      columns: area.columns === sheetColumns ? 0 : area.column + area.columns,
    };
  }

  unfreeze(): void {
    this.$worksheet.$sheet.frozen = { rows: 0, columns: 0 };
  }

  getLocation(): Range {
    return found(this.getLocationOrNullObject(), "There are no frozen panes.");
  }

  getLocationOrNullObject(): Range | null {
    const { rows, columns } = this.$worksheet.$sheet.frozen;
    if (rows === 0 && columns === 0) {
      return null;
    }
    return this.$worksheet.$range({
      row: 0,
      column: 0,
      rows: rows || sheetRows,
      columns: columns || sheetColumns,
    });
  }
}

function frozenCount(count: number): number {
  if (!Number.isInteger(count) || count < 0) {
    throw new HostError("InvalidArgument", `${count} rows or columns cannot be frozen.`);
  }
  return count;
}
