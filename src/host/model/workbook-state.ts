import { CalculationEngine } from "../engine";
import { FunctionCalls } from "../functions/function-calls";
import type { FunctionRuntime } from "../functions/invocation";
import type { RegisteredFunctions } from "../functions/registered-functions";
import type { FunctionAnswer } from "../functions/values";
import type { Area, NameRecord, TableRecord } from "../workbook-record";
import { FormatTable } from "./format/cell-format";
import { ChangeFeed } from "./change-feed";
import { circularCells } from "./circular-references";
import { NameIndex } from "./name-index";
import type { StructuralChange } from "./sheet-context";
import { EventListeners } from "./event-listeners";
import {
  type FormulaPlace,
  type FormulaScope,
  type ResolvedFormula,
  resolveFormula,
} from "./formula/formula-resolution";
import { type CellShift, type FormulaChange, rewriteFormula, shiftCellsOf } from "./formula/formula-rewrite";
import { isErrorText } from "./formula/error-texts";
import { HostError } from "./host-error";
import { addressOf, contains, intersection, quotedSheetName } from "./reference";
import type { SheetState } from "./sheet/sheet-state";

export interface WorkbookOptions {
  /** BCP 47: how numbers and dates are shown, and the decimal separator. Default "en-US". */
  locale?: string;
  /** File name. Default "Book1.xlsx". */
  name?: string;
  readOnly?: boolean;
  /** Identifiers of the record's sheets, of a workbook that goes on where another one stood. Default: new ones. */
  sheetIds?: readonly string[];
  /** Given by the wire: delivers an event of the rich API to the add-in. */
  raise?: (eventType: number, targetId: string, args: object) => void;
  /** Custom functions of the add-in, and who calls them. */
  functions?: { registered: RegisteredFunctions; runtime: FunctionRuntime };
}

const numberOfSheetId = (id: string): number => Number(id.split("-")[3]);

/** What the objects of the model share: sheets, names, formats, the engine, and how a change reaches all of them. */
export class WorkbookState implements FormulaScope {
  readonly engine = new CalculationEngine();
  readonly formats = new FormatTable((key, format) => this.engine.defineFormat(key, format));
  sheets: SheetState[] = [];
  names: NameRecord[] = [];
  readonly #nameIndex = new NameIndex();
  /** For those who show the workbook. */
  readonly changes = new ChangeFeed();
  settings = new Map<string, unknown>();
  activeSheet = 0;
  structureProtected = false;
  precisionAsDisplayed = false;
  /** Set by suspendApiCalculationUntilNextSync, lifted at the end of the request. */
  calculationSuspended = false;
  #nextId: number;
  readonly #followers: ((change: StructuralChange) => void)[] = [];

  /** Null when the add-in has no functions. */
  readonly #functionCalls: FunctionCalls | null;

  constructor(readonly options: WorkbookOptions) {
    this.#nextId = 1 + Math.max(0, ...(options.sheetIds ?? []).map(numberOfSheetId));
    this.#functionCalls = options.functions ? this.#callsOf(options.functions) : null;
    this.engine.forbidsSpill = (sheetId, area) => {
      const sheet = this.sheets.find((each) => each.id === sheetId);
      const blocks = [...(sheet?.tables.map((table) => table.area) ?? []), ...(sheet?.merges ?? [])];
      return blocks.some((block) => intersection(block, area) !== null);
    };
  }

  get locale(): string {
    return this.options.locale ?? "en-US";
  }

  /** An id of the kind that Excel gives to sheets. */
  newSheetId(): string {
    return `{00000000-0001-0000-${String(this.#nextId++).padStart(4, "0")}-000000000000}`;
  }

  nextTableId(): number {
    return 1 + Math.max(0, ...this.sheets.flatMap((sheet) => sheet.tables.map((table) => table.id)));
  }

  sheetNamed(name: string): SheetState | null {
    return this.sheets.find((sheet) => same(sheet.sheetName, name)) ?? null;
  }

  // FormulaScope

  table(name: string): { table: TableRecord; sheetName: string } | null {
    for (const sheet of this.sheets) {
      const table = sheet.tables.find((each) => same(each.name, name));
      if (table) {
        return { table, sheetName: sheet.sheetName };
      }
    }
    return null;
  }

  tableAt(sheetName: string, row: number, column: number): TableRecord | null {
    const cell = { row, column, rows: 1, columns: 1 };
    return this.sheetNamed(sheetName)?.tables.find((table) => contains(table.area, cell)) ?? null;
  }

  name(name: string, sheetName: string): NameRecord | null {
    const own = this.placeOfName(name, sheetName);
    return this.names[own < 0 ? this.placeOfName(name, null) : own] ?? null;
  }

  /** Where a name stands in `names`, −1 for none. @param scope name of the sheet that it belongs to; null for the workbook's own */
  placeOfName(name: string, scope: string | null): number {
    return this.#nameIndex.placeOf(this.names, name, scope);
  }

  spillOf(sheetName: string, row: number, column: number): Area | null {
    const sheet = this.sheetNamed(sheetName);
    return sheet === null ? null : this.engine.spillOf(sheet.id, row, column);
  }

  extentOf(sheetName: string): { rows: number; columns: number } | null {
    return this.sheetNamed(sheetName)?.cells.extent ?? null;
  }

  resolve(formula: string, place: FormulaPlace): ResolvedFormula {
    return resolveFormula(formula, place, this);
  }

  /** Gives the formulas that use names, tables or spills to the engine again; called after any of them changed. */
  resolveIndirectFormulas(): void {
    for (const sheet of this.sheets) {
      if (!sheet.cells.hasIndirectFormulas) {
        continue;
      }
      sheet.cells.forEachFormula((row, column, _formula, indirect) => {
        if (indirect && sheet.cells.resolveAgain(row, column)) {
          this.engine.markFormulasChanged();
          sheet.cells.markChanged({ row, column, rows: 1, columns: 1 });
        }
      });
    }
  }

  // Structural changes

  follow(follower: (change: StructuralChange) => void): void {
    this.#followers.push(follower);
  }

  /**
   * Rewrites everything that holds references: formulas, names, charts, conditional formats.
   * The sheets' own cells, tables and sizes have been moved before.
   */
  referencesChanged(
    change: FormulaChange,
    moved: {
      rows?: StructuralChange["rows"];
      columns?: StructuralChange["columns"];
      cells?: { sheetName: string; shift: CellShift };
      oldName?: { sheet: SheetState; name: string };
    },
  ): void {
    const nameBefore = (sheet: SheetState) =>
      moved.oldName?.sheet === sheet ? moved.oldName.name : sheet.sheetName;
    const names = this.names.map((name) => {
      const formula = rewriteFormula(name.formula, name.scope ?? "", change);
      return formula === name.formula ? name : { ...name, formula };
    });
    if (names.some((name, place) => name !== this.names[place])) this.names = names;
    for (const sheet of this.sheets) {
      sheet.cells.forEachFormula((row, column, formula) => {
        const rewritten = rewriteFormula(formula, nameBefore(sheet), change);
        if (rewritten !== formula) {
          sheet.cells.replaceFormula(row, column, rewritten);
          sheet.cells.markChanged({ row, column, rows: 1, columns: 1 });
        }
      });
    }
    this.resolveIndirectFormulas();
    this.engine.markFormulasChanged();
    const structural: StructuralChange = {
      rewrite: (formula, sheetName) =>
        rewriteFormula(
          formula,
          moved.oldName && same(moved.oldName.sheet.sheetName, sheetName) ? moved.oldName.name : sheetName,
          change,
        ),
      move: (area, sheetName) => change.move?.(area, sheetName) ?? (change.move ? null : area),
      moveCells: (area, sheetName) =>
        moved.cells && same(moved.cells.sheetName, sheetName)
          ? shiftCellsOf(area, moved.cells.shift)
          : [area],
      rows: moved.rows ?? null,
      columns: moved.columns ?? null,
    };
    this.#followers.forEach((follower) => follower(structural));
  }

  renameSheet(sheet: SheetState, name: string): void {
    const before = sheet.sheetName;
    if (before === name) {
      return;
    }
    sheet.sheetName = name;
    this.engine.renameSheet(sheet.id, name);
    this.names = this.names.map((each) =>
      each.scope !== null && same(each.scope, before) ? { ...each, scope: name } : each,
    );
    this.referencesChanged(
      { renameSheet: (sheetName) => (same(sheetName, before) ? name : undefined) },
      { oldName: { sheet, name: before } },
    );
  }

  /** Takes a sheet away with its own names; references to it become #REF!. */
  deleteSheet(sheet: SheetState): void {
    const active = this.sheets[this.activeSheet];
    this.sheets = this.sheets.filter((each) => each !== sheet);
    this.activeSheet = Math.max(0, this.sheets.indexOf(active));
    this.names = this.names.filter((each) => each.scope === null || !same(each.scope, sheet.sheetName));
    sheet.isDeleted = true;
    this.engine.removeSheet(sheet.id);
    this.referencesChanged(
      { renameSheet: (sheetName) => (same(sheetName, sheet.sheetName) ? null : undefined) },
      {},
    );
    this.raiseSheetEvent(sheet, "deleted", {});
  }

  // Calculation

  #calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";

  get calculationMode(): "Automatic" | "AutomaticExceptTables" | "Manual" {
    return this.#calculationMode;
  }

  /** Going back to automatic calculates what changed meanwhile. */
  set calculationMode(mode: "Automatic" | "AutomaticExceptTables" | "Manual") {
    this.#calculationMode = mode;
    this.engine.isManual = mode === "Manual";
    if (mode !== "Manual") {
      this.engine.recallDeferred();
    }
  }

  /** Brings formulas up to date; nothing to wait for when nothing is to be done. */
  calculate(): Promise<void> | undefined {
    return (this.engine.pending || this.isCalculating) && !this.calculationSuspended
      ? this.#calculate(false)
      : undefined;
  }

  /** Calculates whatever the mode: what changed, or everything. */
  calculateNow(everything: boolean): Promise<void> {
    this.engine.recallDeferred();
    return this.#calculate(everything);
  }

  /** True while a calculation waits for answers of custom functions, or will. */
  get isCalculating(): boolean {
    return this.#functionCalls?.isAwaited ?? false;
  }

  #lastCalculation: Promise<void> = Promise.resolve();

  async #calculate(everything: boolean): Promise<void> {
    const calls = this.#functionCalls;
    const calculation =
      calls === null
        ? this.#calculateOnce(everything)
        : this.#lastCalculation.then(() => this.#calculateWithFunctions(calls, everything));
    this.#lastCalculation = calculation.catch(() => undefined);
    await calculation;
    this.changes.tell();
  }

  /** What functions answer is calculated with in a further round, and so on for functions of functions. */
  async #calculateWithFunctions(calls: FunctionCalls, everything: boolean): Promise<void> {
    let all = everything;
    for (let round = 0; round < deepestCall; round++) {
      calls.beginRound();
      await this.#calculateOnce(all);
      calls.endRound();
      all = false;
      if (!(await calls.settled())) {
        return;
      }
    }
  }

  #callsOf({ registered, runtime }: NonNullable<WorkbookOptions["functions"]>): FunctionCalls {
    const sheetOf = (id: string) => this.sheets.find((sheet) => sheet.id === id);
    const calls = new FunctionCalls(registered, runtime, {
      addressOf: ({ sheetId, row, column }) =>
        `${quotedSheetName(sheetOf(sheetId)?.sheetName ?? "")}!${addressOf({ row, column, rows: 1, columns: 1 })}`,
      markAnswered: ({ sheetId, row, column }) => sheetOf(sheetId)?.cells.markAnswered(row, column),
      calculateLater: () => void this.calculate(),
    });
    this.engine.registerFunctions(registered.names, (name, args, place) => {
      const answer = calls.evaluate(name, args, place);
      const cell = sheetOf(place.sheetId)?.cells.own(place.row, place.column);
      if (cell) {
        cell.custom = { ...cell.custom, messages: answer ? messagesOf(answer) : undefined };
      }
      return answer;
    });
    return calls;
  }

  /** What a custom function said with the error that the cell shows. */
  errorMessage(sheet: SheetState, row: number, column: number): string | null {
    const { cells } = sheet;
    if (!isErrorText(cells.value(row, column))) {
      return null;
    }
    const at = { row, column, rows: 1, columns: 1 };
    const spill = this.engine.spills(sheet.id).find(({ area }) => contains(area, at));
    const origin = spill ?? at;
    const messages = cells.own(origin.row, origin.column)?.custom?.messages;
    return messages?.[`${row - origin.row},${column - origin.column}`] ?? null;
  }

  dispose(): void {
    this.#functionCalls?.dispose();
    this.engine.dispose();
  }

  async #calculateOnce(everything: boolean): Promise<void> {
    const hasFormulas = this.sheets.some((sheet) => sheet.cells.formulaCount > 0);
    if (!hasFormulas) {
      this.engine.forgetChanges();
      return;
    }
    this.sheets.forEach((sheet) => this.engine.setHiddenRows(sheet.id, sheet.geometry.hiddenRows.keys()));
    if (this.#hasCircularCells) {
      this.#hasCircularCells = false;
      this.resolveIndirectFormulas();
    }
    const spillsBefore = this.#spillsAsText();
    await this.engine.calculate(everything);
    if (this.engine.sawCircularReference) {
      await this.#calculateWithoutCircles();
    }
    // A spill beyond what whole-column references were read to: those are read again. So are references such as A1#.
    for (let spills = spillsBefore; ;) {
      const grown = this.sheets.filter((sheet) => sheet.cells.afterCalculation()).length > 0;
      const now = this.#spillsAsText();
      if (now !== spills) {
        spills = now;
        this.resolveIndirectFormulas();
      } else if (!grown) {
        return;
      }
      await this.engine.calculate();
    }
  }

  /** All spills as one text, to notice that some changed. */
  #spillsAsText(): string {
    return JSON.stringify(this.sheets.map((sheet) => this.engine.spills(sheet.id)));
  }

  #hasCircularCells = false;

  /** Excel shows 0 for formulas that depend on themselves, unless iterative calculation is on. */
  async #calculateWithoutCircles(): Promise<void> {
    for (const { sheet, row, column } of circularCells(this.sheets)) {
      this.#hasCircularCells = true;
      sheet.cells.setCircular(row, column);
      this.engine.markChanged(sheet.id, { row, column, rows: 1, columns: 1 });
    }
    this.engine.markFormulasChanged();
    this.engine.recallDeferred();
    await this.engine.calculate();
  }

  /** Refuses a change of the workbook's shape while it is protected. */
  requireEditableStructure(): void {
    if (this.structureProtected) {
      throw new HostError("AccessDenied", "The workbook's structure is protected.");
    }
  }

  /** Makes a sheet the active one. */
  activate(sheet: SheetState): void {
    const index = this.sheets.indexOf(sheet);
    if (index === this.activeSheet) {
      return;
    }
    const before = this.sheets[this.activeSheet];
    this.activeSheet = index;
    if (before) {
      this.raiseSheetEvent(before, "deactivated", {});
    }
    this.raiseSheetEvent(sheet, "activated", {});
  }

  /** Events that somebody listens to: kind and the id of the object that was asked. */
  readonly listeners = new EventListeners();

  /** Tells listeners of the sheet and of the collection of sheets. */
  raiseSheetEvent(sheet: SheetState, kind: SheetEvent, args: object): void {
    const type = sheetEvents[kind];
    const full = { source: "Local", ...args, worksheetId: sheet.id, type };
    for (const target of [sheet.id, workbookTarget]) {
      if (this.listeners.has(`${kind} ${target}`)) {
        this.options.raise?.(type, target, full);
      }
    }
  }

  /** Tells listeners of the tables of the sheet, and of the workbook, that a table came or went. */
  raiseTableEvent(sheet: SheetState, kind: TableEvent, table: TableRecord): void {
    const type = tableEvents[kind];
    const gone = kind === "tableDeleted" ? { tableName: table.name } : {};
    const args = {
      tableId: tableIdentifier(table.id),
      worksheetId: sheet.id,
      source: "Local",
      type,
      ...gone,
    };
    for (const target of [sheet.id, workbookTarget]) {
      if (this.listeners.has(`${kind} ${target}`)) {
        this.options.raise?.(type, target, args);
      }
    }
  }

  /** Tells of changed cells: listeners of the sheet and of every table that the cells belong to. */
  raiseChanged(
    sheet: SheetState,
    area: Area,
    changeType: string,
    source: "Local" | "Remote" = "Local",
  ): void {
    if (this.listeners.size === 0) {
      return;
    }
    const args = {
      address: addressOf(area),
      changeType,
      source,
      shiftDirection: "None",
      referenceId: `${sheet.id}!${addressOf(area)}`,
    };
    this.raiseSheetEvent(sheet, "changed", args);
    for (const table of sheet.tables.filter((each) => intersection(each.area, area))) {
      const tableId = tableIdentifier(table.id);
      for (const target of [tableId, sheet.id, workbookTarget]) {
        if (this.listeners.has(`table ${target}`)) {
          this.options.raise?.(tableChangedEvent, target, { ...args, worksheetId: sheet.id, tableId });
        }
      }
    }
  }
}

/** Functions of functions of functions …: Excel allows 64 levels in one formula, and cells depend on cells. */
const deepestCall = 100;

function messagesOf(answer: FunctionAnswer): Record<string, string> | undefined {
  const messages: Record<string, string> = {};
  const rows = "error" in answer ? [[answer]] : Array.isArray(answer.value) ? answer.value : [];
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (typeof cell === "object" && "error" in cell && cell.error.message !== undefined) {
        messages[`${r},${c}`] = cell.error.message;
      }
    }),
  );
  return Object.keys(messages).length > 0 ? messages : undefined;
}

/** Names of sheets, tables and ranges do not differ by case. */
export function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** OfficeExtension.Constants.eventWorkbookId. */
export const workbookTarget = "Workbook";
/** Numbers of the events on the wire, from the client's own event registrations. */
const sheetEvents = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  rowSorted: 19,
};
export type SheetEvent = keyof typeof sheetEvents;
const tableChangedEvent = 101;
const tableEvents = { tableAdded: 102, tableDeleted: 103 };
export type TableEvent = keyof typeof tableEvents;

/** A table's id as the add-in sees it. */
export function tableIdentifier(id: number): string {
  return `{00000000-000C-0000-FFFF-FFFF${id.toString(16).toUpperCase().padStart(8, "0")}}`;
}
