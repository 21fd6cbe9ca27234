import type { Area, TableRecord } from "../../workbook-record";
import { clearFilter } from "./filter";
import { HostError } from "../host-error";
import { Range, type RangeKin } from "../range/range";
import { areaOnSheet } from "../range/range-arguments";
import { requireAllowed } from "../sheet/sheet-refusals";
import type { SheetState } from "../sheet/sheet-state";
import { dataArea } from "../formula/structured-reference";
import { TableColumnCollection } from "./table-columns";
import { convertToRange, removeTable } from "./table-content";
import { TableAutoFilter } from "./table-filter";
import { renameTable } from "./table-names";
import { TableRowCollection } from "./table-rows";
import { resizeTable, setHeaders, setTotals } from "./table-shape";
import { tableIdentifier } from "../workbook-state";
import type { Worksheet } from "../sheet/worksheet";

/** Excel.Table. */
export class Table {
  static readonly $since = { resize: 1.13, getItemOrNullObject: 1.4 };

  constructor(
    readonly $sheet: SheetState,
    readonly $id: number,
    readonly $kin: RangeKin,
  ) {}

  get $record(): TableRecord {
    const record = this.$sheet.isDeleted
      ? undefined
      : this.$sheet.tables.find((table) => table.id === this.$id);
    if (record === undefined) {
      throw new HostError("InvalidReference", "The table has been deleted.");
    }
    return record;
  }

  $range(area: Area): Range {
    return new Range(this.$sheet, area, this.$kin);
  }

  $editable(): TableRecord {
    requireAllowed(this.$sheet, "");
    return this.$record;
  }

  get id(): string {
    return tableIdentifier(this.$record.id);
  }

  get legacyId(): string {
    return String(this.$record.id);
  }

  get name(): string {
    return this.$record.name;
  }

  set name(name: string) {
    renameTable(this.$sheet.workbook, this.$editable(), name);
  }

  get style(): string {
    return this.$record.style;
  }

  set style(style: string) {
    if (typeof style !== "string" || !/^(TableStyle(Light|Medium|Dark)\d{1,2})?$/.test(style)) {
      throw new HostError("InvalidArgument", `${style} is not a built-in table style.`);
    }
    this.$editable().style = style;
  }

  get showHeaders(): boolean {
    return this.$record.showHeaders;
  }

  set showHeaders(show: boolean) {
    setHeaders(this.$sheet, this.$editable(), show);
  }

  get showTotals(): boolean {
    return this.$record.showTotals;
  }

  set showTotals(show: boolean) {
    setTotals(this.$sheet, this.$editable(), show);
  }

  get showBandedRows(): boolean {
    return this.$record.showBandedRows;
  }

  set showBandedRows(show: boolean) {
    this.$editable().showBandedRows = show;
  }

  get showBandedColumns(): boolean {
    return this.$record.showBandedColumns;
  }

  set showBandedColumns(show: boolean) {
    this.$editable().showBandedColumns = show;
  }

  get showFilterButton(): boolean {
    return this.$record.showFilterButton;
  }

  set showFilterButton(show: boolean) {
    const record = this.$editable();
    if (!show) {
      this.clearFilters();
    }
    record.showFilterButton = show;
  }

  get highlightFirstColumn(): boolean {
    return this.$record.highlightFirstColumn;
  }

  set highlightFirstColumn(highlight: boolean) {
    this.$editable().highlightFirstColumn = highlight;
  }

  get highlightLastColumn(): boolean {
    return this.$record.highlightLastColumn;
  }

  set highlightLastColumn(highlight: boolean) {
    this.$editable().highlightLastColumn = highlight;
  }

  get worksheet(): Worksheet {
    return this.$kin.worksheetOf(this.$sheet);
  }

  get columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }

  get rows(): TableRowCollection {
    return new TableRowCollection(this);
  }

  get autoFilter(): TableAutoFilter {
    return new TableAutoFilter(this);
  }

  getRange(): Range {
    return this.$range(this.$record.area);
  }

  getDataBodyRange(): Range {
    return this.$range(dataArea(this.$record));
  }

  getHeaderRowRange(): Range {
    if (!this.$record.showHeaders) {
      throw new HostError("ItemNotFound", `The table ${this.name} has no header row.`);
    }
    return this.$range({ ...this.$record.area, rows: 1 });
  }

  getTotalRowRange(): Range {
    const { area, showTotals } = this.$record;
    if (!showTotals) {
      throw new HostError("ItemNotFound", `The table ${this.name} has no totals row.`);
    }
    return this.$range({ ...area, row: area.row + area.rows - 1, rows: 1 });
  }

  resize(newRange: Range | string): void {
    const record = this.$editable();
    const area = newRange instanceof Range ? newRange.$area : areaOnSheet(this.$sheet, newRange);
    if (newRange instanceof Range && newRange.$sheet !== this.$sheet) {
      throw new HostError("InvalidArgument", "The range is on another sheet.");
    }
    resizeTable(this.$sheet, record, area);
  }

  /** Deletes the table with its cells' contents and formats; nothing moves. */
  delete(): void {
    const record = this.$editable();
    this.clearFilters();
    removeTable(this.$sheet, record);
    this.$range(record.area).clear("All");
  }

  convertToRange(): Range {
    const record = this.$editable();
    this.clearFilters();
    convertToRange(this.$sheet, record);
    return this.$range(record.area);
  }

  clearFilters(): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    const record = this.$record;
    clearFilter(this.$sheet, dataArea(record), this.$sheet.filterOf(record));
    record.filtered = false;
  }

  reapplyFilters(): void {
    this.autoFilter.reapply();
  }

  _RegisterDataChangedEvent(): void {
    this.$sheet.workbook.listeners.add(`table ${this.id}`);
  }

  _UnregisterDataChangedEvent(): void {
    this.$sheet.workbook.listeners.delete(`table ${this.id}`);
  }
}
