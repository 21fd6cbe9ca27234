import type { Area } from "../../workbook-record";
import { AutoFilter } from "../table/auto-filter";
import { ChartCollection } from "../chart/chart";
import { colorOf } from "../format/color";
import { WorksheetFreezePanes } from "./freeze-panes";
import { HostError } from "../host-error";
import { NamedItemCollection } from "../named-item";
import { PageBreakCollection } from "../page/page-breaks";
import { PageLayout } from "../page/page-layout";
import { Range, type RangeKin } from "../range/range";
import { areaOnSheet, blockOnSheet } from "../range/range-arguments";
import { parseArea, sheetColumns, sheetRows, splitSheetName } from "../reference";
import { found } from "../required-item";
import { requireSheetName } from "./sheet-name";
import type { SheetState } from "./sheet-state";
import { TableCollection } from "../table/table-collection";
import type { SheetEvent, WorkbookState } from "../workbook-state";
import { WorksheetProtection } from "./worksheet-protection";

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
