import type { Area, CellValue, TableRecord } from "../workbook-record";
import { applyFilter, clearFilter, type FilterCriteria } from "./filter";
import { HostError } from "./host-error";
import { areaOnSheet, found, Range, type RangeKin } from "./range";
import { splitSheetName } from "./reference";
import type { SheetState } from "./sheet-state";
import { dataArea } from "./structured-reference";
import {
  convertToRange,
  createTable,
  currentOf,
  deleteTableColumn,
  insertTableColumn,
  insertTableRows,
  removeTable,
  renameColumn,
  renameTable,
  resizeTable,
  setHeaders,
  setTotals,
  tableShift,
} from "./table-content";
import { same, tableIdentifier, workbookTarget, type WorkbookState } from "./workbook-state";
import type { Worksheet } from "./worksheet";
import { requireAllowed, requireUnfiltered } from "./sheet-refusals";

function findTable(sheets: SheetState[], key: unknown): { sheet: SheetState; id: number } | null {
  for (const sheet of sheets) {
    const table = sheet.tables.find(
      (each) => tableIdentifier(each.id) === key || (typeof key === "string" && same(each.name, key)),
    );
    if (table) {
      return { sheet, id: table.id };
    }
  }
  return null;
}

/** Excel.TableCollection of the workbook or of one sheet. */
export class TableCollection {
  constructor(
    readonly $workbook: WorkbookState,
    readonly $sheet: SheetState | null,
    readonly $kin: RangeKin,
  ) {}

  get $sheets(): SheetState[] {
    return this.$sheet ? [this.$sheet] : this.$workbook.sheets;
  }

  get items(): Table[] {
    return this.$sheets.flatMap((sheet) =>
      sheet.tables.map((table) => new Table(sheet, table.id, this.$kin)),
    );
  }

  get count(): number {
    return this.items.length;
  }

  getCount(): number {
    return this.count;
  }

  getItem(key: string): Table {
    return found(this.getItemOrNullObject(key), `There is no table ${key}.`);
  }

  getItemOrNullObject(key: string): Table | null {
    const table = findTable(this.$sheets, key);
    return table && new Table(table.sheet, table.id, this.$kin);
  }

  getItemAt(index: number): Table {
    return found(this.items[index], `There is no table ${index}.`);
  }

  /** @throws HostError TableOverlap, MergedRangeConflict, InvalidArgument, AccessDenied. */
  add(address: string | Range, hasHeaders = false): Table {
    const { sheet, area } = this.$place(address);
    return new Table(sheet, createTable(sheet, area, hasHeaders).id, this.$kin);
  }

  $place(address: string | Range): { sheet: SheetState; area: Area } {
    if (address instanceof Range) {
      if (this.$sheet !== null && address.$sheet !== this.$sheet) {
        throw new HostError("InvalidArgument", "The range is on another sheet.");
      }
      return { sheet: address.$sheet, area: address.$area };
    }
    const { sheet: name } = splitSheetName(address);
    const active = this.$workbook.sheets[this.$workbook.activeSheet];
    const sheet = name === null ? (this.$sheet ?? active) : this.$workbook.sheetNamed(name);
    if (sheet === null || (this.$sheet !== null && sheet !== this.$sheet)) {
      throw new HostError("InvalidArgument", `${address} is not on this sheet.`);
    }
    return { sheet, area: areaOnSheet(sheet, address) };
  }

  get $target(): string {
    return this.$sheet?.id ?? workbookTarget;
  }

  _RegisterDataChangedEvent(): void {
    this.$workbook.listeners.add(`table ${this.$target}`);
  }

  _UnregisterDataChangedEvent(): void {
    this.$workbook.listeners.delete(`table ${this.$target}`);
  }
}

/** Excel.TableScopedCollection: tables of a range. */
export class TableScopedCollection {
  static readonly $since = { getItemOrNullObject: 1.14 };

  constructor(
    readonly $sheet: SheetState,
    readonly $ids: number[],
    readonly $kin: RangeKin,
  ) {}

  get items(): Table[] {
    return this.$ids.map((id) => new Table(this.$sheet, id, this.$kin));
  }

  getCount(): number {
    return this.$ids.length;
  }

  getFirst(): Table {
    return found(this.items[0], "There is no table in the range.");
  }

  getItem(key: string): Table {
    return found(this.getItemOrNullObject(key), `There is no table ${key} in the range.`);
  }

  getItemOrNullObject(key: string): Table | null {
    return this.items.find((table) => table.id === key || same(table.name, key)) ?? null;
  }
}

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
      table.$range(area).$write(values, false);
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
    filter.criteria.set(index, criteria);
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
