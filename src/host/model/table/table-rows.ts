import type { CellValue } from "../../workbook-record";
import { HostError } from "../host-error";
import type { Range } from "../range/range";
import { requireUnfiltered } from "../sheet/sheet-refusals";
import { dataArea } from "../formula/structured-reference";
import type { Table } from "./table";
import { insertTableRows, tableShift } from "./table-shape";

/** Excel.TableRowCollection. */
export class TableRowCollection {
  constructor(readonly $table: Table) {}

  get items(): TableRow[] {
    return Array.from({ length: this.count }, (_, index) => new TableRow(this.$table, index));
  }

  get count(): number {
    return dataArea(this.$table.$record).rows;
  }

  getCount(): number {
    return this.count;
  }

  getItemAt(index: number): TableRow {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) {
      throw new HostError("ItemNotFound", `The table has no row ${index}.`);
    }
    return new TableRow(this.$table, index);
  }

  /** Adds rows before `index`, or at the end. */
  add(index?: number | null, values?: unknown): TableRow {
    const table = this.$table;
    const record = table.$editable();
    const matrix = Array.isArray(values) ? values : null;
    const count = matrix?.length ?? 1;
    const at = index === undefined || index === null || index === -1 ? null : index;
    if (at !== null && (!Number.isInteger(at) || at < 0 || at > this.count)) {
      throw new HostError("InvalidArgument", `There is no place ${index} among the rows.`);
    }
    if (matrix?.some((row) => !Array.isArray(row) || row.length !== record.columns.length) || count === 0) {
      throw new HostError("InvalidArgument", `A row of this table has ${record.columns.length} values.`);
    }
    requireUnfiltered(table.$sheet, record.area);
    const first = at ?? this.count;
    const area = insertTableRows(table.$sheet, record, at, count);
    if (values !== undefined && values !== null) {
      table.$range(area).$write(values);
    }
    table.$sheet.raiseChanged(area, "RowInserted");
    return new TableRow(table, first);
  }
}

/** Excel.TableRow. */
export class TableRow {
  constructor(
    readonly $table: Table,
    readonly index: number,
  ) {}

  get values(): CellValue[][] | null {
    return this.getRange().values;
  }

  set values(values: unknown) {
    this.getRange().values = values;
  }

  getRange(): Range {
    return this.$table.getDataBodyRange().getRow(this.index);
  }

  delete(): void {
    this.$table.$editable();
    const { $area } = this.getRange();
    tableShift(this.$table.$sheet, { kind: "delete", axis: "rows", area: $area });
    this.$table.$sheet.raiseChanged($area, "RowDeleted");
  }
}
