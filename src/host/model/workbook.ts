import { blankSheet } from "../blank-sheet";
import type { SheetRecord, WorkbookRecord } from "../workbook-record";
import { Application } from "./application";
import { chartStoreOf } from "./chart/chart-store";
import { conditionalFormatStoreOf } from "./format/conditional-format-store";
import { dataValidationStoreOf } from "./format/data-validation-store";
import { HostError } from "./host-error";
import { NamedItemCollection } from "./named-item";
import { found } from "./required-item";
import { Range, type RangeKin } from "./range/range";
import { SettingCollection } from "./setting";
import { SheetState } from "./sheet/sheet-state";
import { TableCollection, TableScopedCollection } from "./table/table-collection";
import { takeHeaderTexts } from "./table/table-names";
import { type SheetEvent, workbookTarget, type WorkbookOptions, WorkbookState } from "./workbook-state";
import { requireSheetName } from "./sheet/sheet-name";
import { Worksheet } from "./sheet/worksheet";

/**
 * Opens a workbook from its record, which is not changed. Results of formulas stay as the record has them until a
 * precedent changes or a calculation is asked for, as in Excel with "recalculate on load" off; formulas without a result are
 * calculated at once.
 */
export async function openWorkbook(record: WorkbookRecord, options: WorkbookOptions = {}): Promise<Workbook> {
  const state = new WorkbookState(options);
  const workbook = new Workbook(state);
  state.names = record.names.map((name) => ({ ...name }));
  state.settings = new Map(Object.entries(structuredClone(record.settings)));
  state.structureProtected = record.protected;
  state.precisionAsDisplayed = record.precisionAsDisplayed ?? false;
  state.sheets = record.sheets.map((sheet, index) =>
    workbook.$makeSheet(sheet, index, options.sheetIds?.[index]),
  );
  state.activeSheet = Math.min(Math.max(0, record.activeSheet), Math.max(0, state.sheets.length - 1));
  record.sheets.forEach((sheet, index) => state.sheets[index].loadCells(sheet.cells));
  for (const sheet of state.sheets) {
    chartStoreOf(sheet);
    conditionalFormatStoreOf(sheet);
    dataValidationStoreOf(sheet);
  }
  for (const [index, sheet] of record.sheets.entries()) {
    for (const { row, column, formula, value } of sheet.cells) {
      if (formula !== undefined && value === undefined) {
        state.sheets[index].cells.markChanged({ row, column, rows: 1, columns: 1 });
      }
    }
  }
  await state.calculate();
  return workbook;
}

/** Excel.Workbook: the root of the object model. */
export class Workbook {
  static readonly $since = {
    readOnly: 1.8,
    getActiveCell: 1.7,
    name: 1.7,
    isDirty: 1.9,
    autoSave: 1.9,
    usePrecisionAsDisplayed: 1.9,
  };
  readonly #worksheets = new Map<SheetState, Worksheet>();
  readonly #kin: RangeKin = {
    worksheetOf: (sheet) => this.#worksheetOf(sheet),
    tablesOf: (sheet, ids) => new TableScopedCollection(sheet, ids, this.#kin),
  };

  constructor(readonly $state: WorkbookState) {}

  $makeSheet(record: SheetRecord, index: number, id = this.$state.newSheetId()): SheetState {
    const sheet = new SheetState(
      this.$state,
      id,
      record,
      index,
      (owner, area) => new Range(owner, area, this.#kin),
    );
    sheet.onHeaderWritten = (area) => takeHeaderTexts(sheet, area);
    return sheet;
  }

  #worksheetOf(sheet: SheetState): Worksheet {
    let worksheet = this.#worksheets.get(sheet);
    if (worksheet === undefined) {
      worksheet = new Worksheet(sheet, this.#kin);
      this.#worksheets.set(sheet, worksheet);
    }
    return worksheet;
  }

  get application(): Application {
    return new Application(this.$state);
  }

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this, this.#kin);
  }

  get tables(): TableCollection {
    return new TableCollection(this.$state, null, this.#kin);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.$state, null, this.#kin);
  }

  get settings(): SettingCollection {
    return new SettingCollection(this.$state);
  }

  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.$state);
  }

  get name(): string {
    return this.$state.options.name ?? "Book1.xlsx";
  }

  get readOnly(): boolean {
    return this.$state.options.readOnly ?? false;
  }

  get autoSave(): boolean {
    return false;
  }

  get usePrecisionAsDisplayed(): boolean {
    return this.$state.precisionAsDisplayed;
  }

  /** @throws HostError InvalidSelection never here: the host selects single blocks only. */
  getSelectedRange(): Range {
    const sheet = this.$state.sheets[this.$state.activeSheet];
    return new Range(sheet, { ...sheet.selection }, this.#kin);
  }

  getActiveCell(): Range {
    return this.getSelectedRange().getCell(0, 0);
  }

  /** `getRange()` of an event's arguments. */
  _GetRangeForEventByReferenceId(referenceId: string): Range {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(referenceId);
    return found(range, "The cells of the event have been deleted.");
  }

  _GetRangeOrNullObjectForEventByReferenceId(referenceId: string): Range | null {
    const [sheetId, address] = referenceId.split("!");
    return this.worksheets.getItemOrNullObject(sheetId)?.getRange(address) ?? null;
  }

  /** The workbook as plain data. Wait for `$calculate()` before. */
  $toRecord(): WorkbookRecord {
    const { sheets, names, settings, activeSheet, structureProtected, precisionAsDisplayed } = this.$state;
    return {
      sheets: sheets.map((sheet) => sheet.toRecord()),
      names: structuredClone(names),
      settings: structuredClone(Object.fromEntries(settings)),
      activeSheet,
      protected: structureProtected,
      ...(precisionAsDisplayed && { precisionAsDisplayed }),
    };
  }

  /** Brings formulas up to date; undefined when there is nothing to wait for. The wire calls it before it reads. */
  $calculate(): Promise<void> | undefined {
    return this.$state.calculate();
  }

  /** Called by the wire at the end of a request: what was suspended "until next sync" goes on. */
  $endRequest(): Promise<void> | undefined {
    this.$state.calculationSuspended = false;
    const calculation = this.$state.calculate();
    if (calculation === undefined) {
      this.$state.changes.tell();
    }
    return calculation;
  }

  /** True while answers of custom functions are awaited: the wire waits for them before it reads. */
  get $isCalculating(): boolean {
    return this.$state.isCalculating;
  }

  /** What a custom function said with the error that a cell shows (Excel: the menu beside the cell); null for nothing. */
  $errorMessage(sheetName: string, row: number, column: number): string | null {
    const sheet = this.$state.sheetNamed(sheetName);
    return sheet && this.$state.errorMessage(sheet, row, column);
  }

  $dispose(): void {
    this.$state.dispose();
  }
}

/** Excel.WorkbookProtection: of the structure. */
export class WorkbookProtection {
  #password: string | null = null;

  constructor(readonly $state: WorkbookState) {}

  get protected(): boolean {
    return this.$state.structureProtected;
  }

  protect(password?: string): void {
    if (this.$state.structureProtected) {
      throw new HostError("AccessDenied", "The workbook is protected already.");
    }
    this.$state.structureProtected = true;
    this.#password = password ?? null;
  }

  unprotect(password?: string): void {
    if (this.#password !== null && this.#password !== password) {
      throw new HostError("AccessDenied", "The password is not right.");
    }
    this.$state.structureProtected = false;
  }
}

/** Excel.WorksheetCollection. */
export class WorksheetCollection {
  constructor(
    readonly $workbook: Workbook,
    readonly $kin: RangeKin,
  ) {}

  get $state(): WorkbookState {
    return this.$workbook.$state;
  }

  get items(): Worksheet[] {
    return this.$state.sheets.map((sheet) => this.$kin.worksheetOf(sheet));
  }

  /** A new sheet at the end, not active. Without a name it is the next "Sheet2". */
  add(name?: string): Worksheet {
    this.$state.requireEditableStructure();
    const given = name ?? this.#freeName();
    requireSheetName(given);
    if (this.$state.sheetNamed(given) !== null) {
      throw new HostError("ItemAlreadyExists", `There is a sheet ${given} already.`);
    }
    const sheet = this.$workbook.$makeSheet(blankSheet(given), this.$state.sheets.length);
    this.$state.sheets.push(sheet);
    sheet.loadCells([]);
    // Formulas that name a sheet which was missing find it now.
    this.$state.resolveIndirectFormulas();
    this.$state.raiseSheetEvent(sheet, "added", {});
    return this.$kin.worksheetOf(sheet);
  }

  #freeName(): string {
    for (let number = this.$state.sheets.length + 1; ; number++) {
      if (this.$state.sheetNamed(`Sheet${number}`) === null) {
        return `Sheet${number}`;
      }
    }
  }

  getCount(visibleOnly = false): number {
    return this.#seen(visibleOnly).length;
  }

  #seen(visibleOnly: boolean): SheetState[] {
    return this.$state.sheets.filter((sheet) => !visibleOnly || sheet.visibility === "Visible");
  }

  /** By name or id. */
  getItem(key: string): Worksheet {
    return found(this.getItemOrNullObject(key), `There is no sheet ${key}.`);
  }

  getItemOrNullObject(key: string): Worksheet | null {
    const sheet = this.$state.sheets.find((each) => each.id === key) ?? this.$state.sheetNamed(String(key));
    return sheet && this.$kin.worksheetOf(sheet);
  }

  getActiveWorksheet(): Worksheet {
    return this.$kin.worksheetOf(this.$state.sheets[this.$state.activeSheet]);
  }

  getFirst(visibleOnly = false): Worksheet {
    return this.$kin.worksheetOf(found(this.#seen(visibleOnly)[0], "There is no such sheet."));
  }

  getLast(visibleOnly = false): Worksheet {
    return this.$kin.worksheetOf(found(this.#seen(visibleOnly).at(-1), "There is no such sheet."));
  }

  #listen(kind: SheetEvent): void {
    this.$state.listeners.add(`${kind} ${workbookTarget}`);
  }

  #unlisten(kind: SheetEvent): void {
    this.$state.listeners.delete(`${kind} ${workbookTarget}`);
  }

  _RegisterDataChangedEvent(): void {
    this.#listen("changed");
  }

  _UnregisterDataChangedEvent(): void {
    this.#unlisten("changed");
  }

  _RegisterSelectionChangedEvent(): void {
    this.#listen("selection");
  }

  _UnregisterSelectionChangedEvent(): void {
    this.#unlisten("selection");
  }

  _RegisterActivatedEvent(): void {
    this.#listen("activated");
  }

  _UnregisterActivatedEvent(): void {
    this.#unlisten("activated");
  }

  _RegisterDeactivatedEvent(): void {
    this.#listen("deactivated");
  }

  _UnregisterDeactivatedEvent(): void {
    this.#unlisten("deactivated");
  }

  _RegisterAddedEvent(): void {
    this.#listen("added");
  }

  _UnregisterAddedEvent(): void {
    this.#unlisten("added");
  }

  _RegisterDeletedEvent(): void {
    this.#listen("deleted");
  }

  _UnregisterDeletedEvent(): void {
    this.#unlisten("deleted");
  }

  _RegisterRowSortedEvent(): void {
    this.#listen("rowSorted");
  }

  _UnregisterRowSortedEvent(): void {
    this.#unlisten("rowSorted");
  }
}
