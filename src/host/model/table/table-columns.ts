import type { Area, CellValue } from "../../workbook-record";
import { same } from "../workbook-state";
import { HostError } from "../host-error";
import type { Range } from "../range/range";
import { found } from "../required-item";
import { requireUnfiltered } from "../sheet/sheet-refusals";
import { dataArea } from "../formula/structured-reference";
import type { Table } from "./table";
import { Filter } from "./table-filter";
import { renameColumn } from "./table-names";
import { deleteTableColumn, insertTableColumn } from "./table-shape";

/** Excel.TableColumnCollection. */
export class TableColumnCollection {
  constructor(readonly $table: Table) {}

  get items(): TableColumn[] {
    return this.$table.$record.columns.map((column) => new TableColumn(this.$table, column.id));
  }

  get count(): number {
    return this.$table.$record.columns.length;
  }

  getCount(): number {
    return this.count;
  }

  getItem(key: number | string): TableColumn {
    return found(this.getItemOrNullObject(key), `The table ${this.$table.name} has no column ${key}.`);
  }

  getItemOrNullObject(key: number | string): TableColumn | null {
    const columns = this.$table.$record.columns;
    const column =
      columns.find((each) => (typeof key === "number" ? each.id === key : same(each.name, key))) ??
      // Ids of columns come back as text from older clients.
      columns.find((each) => String(each.id) === key);
    return column ? new TableColumn(this.$table, column.id) : null;
  }

  getItemAt(index: number): TableColumn {
    return found(this.items[index], `The table ${this.$table.name} has no column ${index}.`);
  }

  /**
   * Adds a column before `index`, or at the end. `values`: one value for all cells, or the header's and the data rows'.
   * @throws HostError InvalidArgument for another number of values.
   */
  add(index?: number | null, values?: unknown, name?: string): TableColumn {
    const table = this.$table;
    const record = table.$editable();
    const at = index ?? record.columns.length;
    if (!Number.isInteger(at) || at < 0 || at > record.columns.length) {
      throw new HostError("InvalidArgument", `There is no place ${index} among the columns.`);
    }
    requireUnfiltered(table.$sheet, record.area);
    const column = Array.isArray(values) ? values : null;
    const rows = record.area.rows;
    if (
      column !== null &&
      (column.length !== rows || !column.every((row) => Array.isArray(row) && row.length === 1))
    ) {
      throw new HostError("InvalidArgument", `A column of this table has ${rows} values with its header.`);
    }
    insertTableColumn(table.$sheet, record, at);
    const added = this.getItemAt(at);
    if (column !== null) {
      added.getRange().values = column;
    } else if (values !== undefined && values !== null) {
      added.getDataBodyRange().values = values as CellValue;
    }
    if (name !== undefined) {
      added.name = name;
    }
    table.$sheet.raiseChanged(added.getRange().$area, "ColumnInserted");
    return added;
  }
}

/** Excel.TableColumn. */
export class TableColumn {
  constructor(
    readonly $table: Table,
    readonly id: number,
  ) {}

  get index(): number {
    const index = this.$table.$record.columns.findIndex((column) => column.id === this.id);
    if (index < 0) {
      throw new HostError("InvalidReference", "The column has been deleted.");
    }
    return index;
  }

  get name(): string {
    return this.$table.$record.columns[this.index].name;
  }

  set name(name: string) {
    const { index } = this;
    const record = this.$table.$editable();
    if (typeof name !== "string" || name === "") {
      throw new HostError("InvalidArgument", "A column needs a name.");
    }
    renameColumn(this.$table.$sheet, record, index, name);
  }

  $part(area: Area): Range {
    return this.$table.$range({ ...area, column: area.column + this.index, columns: 1 });
  }

  /** The column's cells with header and totals: rows × 1. */
  get values(): CellValue[][] | null {
    return this.getRange().values;
  }

  set values(values: unknown) {
    this.getRange().values = values;
  }

  get filter(): Filter {
    return new Filter(this);
  }

  getRange(): Range {
    return this.$part(this.$table.$record.area);
  }

  getDataBodyRange(): Range {
    return this.$part(dataArea(this.$table.$record));
  }

  getHeaderRowRange(): Range {
    return this.$part(this.$table.getHeaderRowRange().$area);
  }

  getTotalRowRange(): Range {
    return this.$part(this.$table.getTotalRowRange().$area);
  }

  delete(): void {
    const record = this.$table.$editable();
    requireUnfiltered(this.$table.$sheet, record.area);
    const range = this.getRange().$area;
    deleteTableColumn(this.$table.$sheet, record, this.index);
    this.$table.$sheet.raiseChanged(range, "ColumnDeleted");
  }
}
