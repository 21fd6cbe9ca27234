import type { Area } from "../workbook-record";
import { ChartCollection } from "./chart";
import { applyFilter, clearFilter, type FilterCriteria } from "./filter";
import { HostError } from "./host-error";
import { NamedItemCollection } from "./named-item";
import { PageBreakCollection, PageLayout } from "./page-layout";
import { areaOnSheet, blockOnSheet, found, Range, type RangeKin } from "./range";
import { colorOf } from "./range-format";
import { parseArea, sheetColumns, sheetRows, splitSheetName } from "./reference";
import type { SheetState } from "./sheet-state";
import { TableCollection } from "./table";
import type { SheetEvent, WorkbookState } from "./workbook-state";
import { requireAllowed } from "./sheet-refusals";
import { regionAround, usedAreaWithin } from "./sheet-regions";

/** Excel.Worksheet. */
export class Worksheet {
  static readonly $since = { getRanges: 1.9, onFormulaChanged: 1.13 };

  constructor(
    readonly $state: SheetState,
    readonly $kin: RangeKin,
  ) {}

  get $sheet(): SheetState {
    if (this.$state.isDeleted) {
      throw new HostError("InvalidReference", "The sheet has been deleted.");
    }
    return this.$state;
  }

  get $workbook(): WorkbookState {
    return this.$state.workbook;
  }

  $range(area: Area): Range {
    return new Range(this.$sheet, area, this.$kin);
  }

  get id(): string {
    return this.$sheet.id;
  }

  get name(): string {
    return this.$sheet.sheetName;
  }

  set name(name: string) {
    this.$workbook.requireEditableStructure();
    requireSheetName(name);
    const other = this.$workbook.sheetNamed(name);
    if (other !== null && other !== this.$sheet) {
      throw new HostError("ItemAlreadyExists", `There is a sheet ${name} already.`);
    }
    this.$workbook.renameSheet(this.$sheet, name);
  }

  get position(): number {
    return this.$workbook.sheets.indexOf(this.$sheet);
  }

  set position(position: number) {
    this.$workbook.requireEditableStructure();
    const { sheets } = this.$workbook;
    if (!Number.isInteger(position) || position < 0 || position >= sheets.length) {
      throw new HostError("InvalidArgument", `There is no position ${position} among the sheets.`);
    }
    const active = sheets[this.$workbook.activeSheet];
    const others = sheets.filter((sheet) => sheet !== this.$sheet);
    others.splice(position, 0, this.$sheet);
    this.$workbook.sheets = others;
    this.$workbook.activeSheet = others.indexOf(active);
  }

  get visibility(): string {
    return this.$sheet.visibility;
  }

  set visibility(visibility: string) {
    this.$workbook.requireEditableStructure();
    if (visibility !== "Visible" && visibility !== "Hidden" && visibility !== "VeryHidden") {
      throw new HostError("InvalidArgument", `${visibility} is no visibility.`);
    }
    if (visibility !== "Visible") {
      this.$leaveVisibleSheet();
    }
    this.$sheet.visibility = visibility;
  }

  /** A workbook keeps one sheet in sight; the next one to the right (or left) becomes the active one. */
  $leaveVisibleSheet(): void {
    const { sheets, activeSheet } = this.$workbook;
    const index = sheets.indexOf(this.$sheet);
    const visible = (sheet: SheetState) => sheet !== this.$sheet && sheet.visibility === "Visible";
    const next = sheets.slice(index + 1).find(visible) ?? sheets.slice(0, index).findLast(visible);
    if (next === undefined) {
      throw new HostError("InvalidOperation", "A workbook needs a visible sheet.");
    }
    if (activeSheet === index) {
      this.$workbook.activate(next);
    }
  }

  /** `#RRGGBB`, or "" without a colour. */
  get tabColor(): string {
    return this.$sheet.tabColor ?? "";
  }

  set tabColor(color: string) {
    this.$sheet.tabColor = color === "" ? null : colorOf(color);
  }

  get showGridlines(): boolean {
    return this.$sheet.showGridlines;
  }

  set showGridlines(show: boolean) {
    this.$sheet.showGridlines = show;
  }

  get showHeadings(): boolean {
    return this.$sheet.showHeadings;
  }

  set showHeadings(show: boolean) {
    this.$sheet.showHeadings = show;
  }

  get standardHeight(): number {
    return 15;
  }

  get tables(): TableCollection {
    return new TableCollection(this.$workbook, this.$sheet, this.$kin);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.$workbook, this.$sheet, this.$kin);
  }

  get charts(): ChartCollection {
    return new ChartCollection(this.$sheet);
  }

  get pageLayout(): PageLayout {
    return new PageLayout(this.$sheet, this.$kin);
  }

  get horizontalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.$sheet, this.$kin);
  }

  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this);
  }

  get protection(): WorksheetProtection {
    return new WorksheetProtection(this);
  }

  get autoFilter(): AutoFilter {
    return new AutoFilter(this);
  }

  /** The whole sheet without an address; a name that stands for cells of this sheet is taken too. */
  getRange(address?: string): Range {
    if (address === undefined || address === "") {
      return this.$range({ row: 0, column: 0, rows: sheetRows, columns: sheetColumns });
    }
    return this.$range(this.$areaOf(address));
  }

  /** An address, a name or a structured reference that means cells of this sheet. */
  $areaOf(address: string): Area {
    if (parseArea(splitSheetName(address).rest) !== null) {
      return areaOnSheet(this.$sheet, address);
    }
    const table = this.tables.getItemOrNullObject(address);
    if (table) {
      return table.getDataBodyRange().$area;
    }
    const { formula } = this.$workbook.resolve(address, { sheetName: this.name, row: 0, column: 0 });
    return areaOnSheet(this.$sheet, formula);
  }

  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }

  getRangeByIndexes(startRow: number, startColumn: number, rowCount: number, columnCount: number): Range {
    return this.$range(blockOnSheet(startRow, startColumn, rowCount, columnCount));
  }

  /** A blank sheet gives its first cell (Worksheet.getUsedRange: "it will not throw an error"). */
  getUsedRange(valuesOnly = false): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }

  getUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const area = this.$sheet.cells.usedArea(valuesOnly);
    return area && this.$range({ ...area });
  }

  activate(): void {
    if (this.$sheet.visibility !== "Visible") {
      throw new HostError("InvalidOperation", `The sheet ${this.name} is hidden and cannot be activated.`);
    }
    this.$workbook.activate(this.$sheet);
  }

  /** @throws HostError InvalidOperation for a very hidden sheet (Worksheet.delete) and for the last visible one (the code is a guess). */
  delete(): void {
    this.$workbook.requireEditableStructure();
    if (this.$sheet.visibility === "VeryHidden") {
      throw new HostError("InvalidOperation", "A very hidden sheet cannot be deleted.");
    }
    if (this.$sheet.visibility === "Visible") {
      this.$leaveVisibleSheet();
    }
    this.$workbook.deleteSheet(this.$sheet);
  }

  calculate(markAllDirty = false): Promise<void> {
    if (markAllDirty) {
      this.$sheet.cells.markChanged(
        this.$sheet.cells.usedArea(false) ?? { row: 0, column: 0, rows: 1, columns: 1 },
      );
    }
    return this.$workbook.calculateNow(false);
  }

  getNext(visibleOnly = false): Worksheet {
    return found(this.getNextOrNullObject(visibleOnly), "There is no sheet behind this one.");
  }

  getNextOrNullObject(visibleOnly = false): Worksheet | null {
    const next = this.$workbook.sheets
      .slice(this.position + 1)
      .find((sheet) => !visibleOnly || sheet.visibility === "Visible");
    return next ? this.$kin.worksheetOf(next) : null;
  }

  getPrevious(visibleOnly = false): Worksheet {
    return found(this.getPreviousOrNullObject(visibleOnly), "There is no sheet before this one.");
  }

  getPreviousOrNullObject(visibleOnly = false): Worksheet | null {
    const previous = this.$workbook.sheets
      .slice(0, this.position)
      .findLast((sheet) => !visibleOnly || sheet.visibility === "Visible");
    return previous ? this.$kin.worksheetOf(previous) : null;
  }

  $listen(kind: SheetEvent): void {
    this.$workbook.listeners.add(`${kind} ${this.id}`);
  }

  $unlisten(kind: SheetEvent): void {
    this.$workbook.listeners.delete(`${kind} ${this.$state.id}`);
  }

  _RegisterDataChangedEvent(): void {
    this.$listen("changed");
  }

  _UnregisterDataChangedEvent(): void {
    this.$unlisten("changed");
  }

  _RegisterSelectionChangedEvent(): void {
    this.$listen("selection");
  }

  _UnregisterSelectionChangedEvent(): void {
    this.$unlisten("selection");
  }

  _RegisterActivatedEvent(): void {
    this.$listen("activated");
  }

  _UnregisterActivatedEvent(): void {
    this.$unlisten("activated");
  }

  _RegisterDeactivatedEvent(): void {
    this.$listen("deactivated");
  }

  _UnregisterDeactivatedEvent(): void {
    this.$unlisten("deactivated");
  }
}

/** "Rename a worksheet" (Microsoft Support): not blank, ≤ 31 characters, none of / \ ? * : [ ], no apostrophe at an end, not "History". */
export function requireSheetName(name: unknown): asserts name is string {
  if (
    typeof name !== "string" ||
    name === "" ||
    name.length > 31 ||
    /[/\\?*:[\]]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === "history"
  ) {
    throw new HostError("InvalidArgument", `${String(name)} cannot be the name of a sheet.`);
  }
}

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

const noProtectionOptions = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

/** Excel.WorksheetProtection. */
export class WorksheetProtection {
  constructor(readonly $worksheet: Worksheet) {}

  get protected(): boolean {
    return this.$worksheet.$sheet.protection !== null;
  }

  get options(): Record<string, unknown> | null {
    const { protection } = this.$worksheet.$sheet;
    return protection && { ...noProtectionOptions, ...protection.options };
  }

  /** @throws HostError AccessDenied for a sheet that is protected already (WorksheetProtection.protect: "Fails if the worksheet has already been protected"). */
  protect(options: Record<string, unknown> = {}, password?: string): void {
    if (this.protected) {
      throw new HostError("AccessDenied", "The sheet is protected already.");
    }
    this.$worksheet.$sheet.protection = {
      options: { ...options },
      hasPassword: Boolean(password),
      password: password || null,
    };
  }

  /** A password that only a file's hash knows cannot be checked and is not accepted. */
  unprotect(password?: string): void {
    const sheet = this.$worksheet.$sheet;
    if (
      sheet.protection?.hasPassword &&
      (sheet.protection.password === null || sheet.protection.password !== password)
    ) {
      throw new HostError("AccessDenied", "The password is not right.");
    }
    sheet.protection = null;
  }
}

/** Excel.AutoFilter of a sheet: the filter that is not a table's. */
export class AutoFilter {
  static readonly $since = { clearColumnCriteria: 1.14 };

  constructor(readonly $worksheet: Worksheet) {}

  get $sheet(): SheetState {
    return this.$worksheet.$sheet;
  }

  get enabled(): boolean {
    return this.$sheet.filter !== null;
  }

  get isDataFiltered(): boolean {
    return this.$sheet.filter !== null && this.$sheet.filterOf(null).isDataFiltered;
  }

  get criteria(): (FilterCriteria | Record<string, never>)[] {
    const columns = this.$sheet.filter?.area.columns ?? 0;
    return Array.from(
      { length: columns },
      (_, index) => this.$sheet.filterOf(null).criteria.get(index) ?? {},
    );
  }

  get $data(): Area {
    const { area } = found(this.$sheet.filter, "The sheet has no filter.");
    return { ...area, row: area.row + 1, rows: area.rows - 1 };
  }

  $refresh(): void {
    const filter = this.$sheet.filterOf(null);
    applyFilter(this.$sheet, this.$data, filter);
    if (this.$sheet.filter) {
      this.$sheet.filter.active = filter.isDataFiltered;
    }
  }

  /** @throws HostError InvalidArgument when the range belongs to a table: tables have filters of their own. */
  apply(range: Range | string, columnIndex?: number, criteria?: FilterCriteria): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    const asked = range instanceof Range ? range.$area : areaOnSheet(this.$sheet, range);
    const area = asked.rows === 1 && asked.columns === 1 ? regionAround(this.$sheet, asked) : asked;
    const used = usedAreaWithin(this.$sheet, area, true) ?? area;
    if (
      this.$sheet.filter &&
      (this.$sheet.filter.area.row !== area.row || this.$sheet.filter.area.column !== area.column)
    ) {
      this.remove();
    }
    this.$sheet.filter ??= { area: area.rows === sheetRows ? used : { ...area }, active: false };
    if (columnIndex !== undefined && criteria !== undefined) {
      if (
        !Number.isInteger(columnIndex) ||
        columnIndex < 0 ||
        columnIndex >= this.$sheet.filter.area.columns
      ) {
        throw new HostError("InvalidArgument", `The filter has no column ${columnIndex}.`);
      }
      this.$sheet.filterOf(null).criteria.set(columnIndex, criteria);
      this.$refresh();
    }
  }

  reapply(): void {
    if (this.$sheet.filter) {
      this.$refresh();
    }
  }

  clearColumnCriteria(columnIndex: number): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    this.$sheet.filterOf(null).criteria.delete(columnIndex);
    this.$refresh();
  }

  clearCriteria(): void {
    requireAllowed(this.$sheet, "allowAutoFilter");
    if (this.$sheet.filter) {
      clearFilter(this.$sheet, this.$data, this.$sheet.filterOf(null));
      this.$sheet.filter.active = false;
    }
  }

  remove(): void {
    this.clearCriteria();
    this.$sheet.filter = null;
    this.$sheet.forgetFilter();
  }

  getRange(): Range {
    return found(this.getRangeOrNullObject(), "The sheet has no filter.");
  }

  getRangeOrNullObject(): Range | null {
    const { filter } = this.$sheet;
    return filter && this.$worksheet.$range({ ...filter.area });
  }
}
