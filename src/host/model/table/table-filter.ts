import { type FilterCriteria, applyFilter, requireKnownFilter } from "./filter";
import { HostError } from "../host-error";
import { Range } from "../range/range";
import { areaOnSheet } from "../range/range-arguments";
import { found } from "../required-item";
import { requireAllowed } from "../sheet/sheet-refusals";
import type { SheetState } from "../sheet/sheet-state";
import { dataArea } from "../formula/structured-reference";
import type { Table } from "./table";
import type { TableColumn } from "./table-columns";
import { currentOf } from "./table-shape";

/** Excel.Filter of a table column. */
export class Filter {
  constructor(readonly $column: TableColumn) {}

  get criteria(): FilterCriteria | null {
    const { $table, index } = this.$column;
    return $table.$sheet.filterOf($table.$record).criteria.get(index) ?? null;
  }

  apply(criteria: FilterCriteria): void {
    this.$column.$table.autoFilter.$apply(this.$column.index, criteria);
  }

  applyValuesFilter(values: FilterCriteria["values"]): void {
    this.apply({ filterOn: "Values", values });
  }

  applyCustomFilter(criterion1: string, criterion2?: string, operator = "And"): void {
    this.apply({ filterOn: "Custom", criterion1, criterion2, operator });
  }

  clear(): void {
    this.$column.$table.autoFilter.clearColumnCriteria(this.$column.index);
  }
}

/** Excel.AutoFilter of a table. */
export class TableAutoFilter {
  static readonly $type = "AutoFilter";
  static readonly $since = { clearColumnCriteria: 1.14 };

  constructor(readonly $table: Table) {}

  get $sheet(): SheetState {
    return this.$table.$sheet;
  }

  get enabled(): boolean {
    return this.$table.$record.showFilterButton;
  }

  get isDataFiltered(): boolean {
    return this.$sheet.filterOf(this.$table.$record).isDataFiltered;
  }

  /** One record per column; an empty one where nothing is filtered. */
  get criteria(): (FilterCriteria | Record<string, never>)[] {
    const filter = this.$sheet.filterOf(this.$table.$record);
    return this.$table.$record.columns.map((_column, index) => filter.criteria.get(index) ?? {});
  }

  $apply(index: number, criteria: FilterCriteria): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    const record = this.$table.$record;
    const filter = this.$sheet.filterOf(record);
    filter.criteria.set(index, requireKnownFilter(criteria));
    applyFilter(this.$sheet, dataArea(record), filter);
    record.filtered = true;
  }

  apply(range: Range | string, columnIndex?: number, criteria?: FilterCriteria): void {
    const area = range instanceof Range ? range.$area : areaOnSheet(this.$sheet, range);
    if (area.row !== this.$table.$record.area.row || area.column !== this.$table.$record.area.column) {
      throw new HostError("InvalidArgument", "The range is not the table's.");
    }
    if (columnIndex !== undefined && criteria !== undefined) {
      this.$apply(columnIndex, criteria);
    }
  }

  clearColumnCriteria(columnIndex: number): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    const record = this.$table.$record;
    const filter = this.$sheet.filterOf(record);
    filter.criteria.delete(columnIndex);
    applyFilter(this.$sheet, dataArea(record), filter);
    record.filtered = filter.isDataFiltered;
  }

  clearCriteria(): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    this.$table.clearFilters();
  }

  reapply(): void {
    const record = this.$table.$record;
    applyFilter(this.$sheet, dataArea(record), this.$sheet.filterOf(record));
  }

  remove(): void {
    this.clearCriteria();
    this.$table.$editable().showFilterButton = false;
  }

  getRange(): Range {
    return found(this.getRangeOrNullObject(), "The table has no filter.");
  }

  getRangeOrNullObject(): Range | null {
    const { area, showFilterButton, showTotals } = currentOf(this.$sheet, this.$table.$record);
    return showFilterButton ? this.$table.$range({ ...area, rows: area.rows - (showTotals ? 1 : 0) }) : null;
  }
}
