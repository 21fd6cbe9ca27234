import "core-js/actual/iterator";
import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  ICommandService,
  type ICellData,
  type IStyleData,
  type IWorksheetData,
  LocaleType,
  LogLevel,
  numfmt,
  Univer,
  UniverInstanceType,
  type Workbook as UniverWorkbook,
  type Worksheet as UniverWorksheet,
} from "@univerjs/core";
import {
  AstTreeBuilder,
  CELL_INVERTED_INDEX_CACHE,
  FormulaDataModel,
  IFormulaRuntimeService,
  IFunctionService,
  Lexer,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  UniverFormulaEnginePlugin,
} from "@univerjs/engine-formula";
import { SheetSkeletonService, UniverSheetsPlugin } from "@univerjs/sheets";
import { type EvaluateFunction, ExternalFunction } from "./engine-functions";
import { ParsedFormulas } from "./engine-parsed-formulas";
import { sheetColumns, sheetRows } from "./model/reference";
import type { Area, CellFormatRecord, CellValue, ValueCard } from "./workbook-record";

/** Excel's number formats: texts of numbers and the reading of typed numbers and dates. */
export { numfmt };

/** A cell of the engine's grid. `v` is the value or the last result, `f` the formula in plain references. */
export interface GridCell {
  v?: CellValue | null;
  t?: CellValueType | null;
  f?: string | null;
  /** Key of the cell's format. */
  s?: string | null;
  custom?: { [key: string]: unknown } & CellExtras;
}

export interface CellExtras {
  /** The formula as typed, where the engine was given another text (structured references, names). */
  typed?: string;
  /** Entered with a leading apostrophe. */
  quoted?: true;
  /** Depends on itself: the engine was given 0 instead of the formula. */
  circular?: true;
  /** What its functions said with their errors, by "row,column" within the block that the formula fills. */
  messages?: Record<string, string>;
  /** What the value carries besides itself. */
  card?: ValueCard;
  /** The number format that a function gave its result, for a cell without one of its own. */
  valueFormat?: string;
}

export type GridRow = Record<number, GridCell>;
export type Grid = Record<number, GridRow>;
export { CellValueType };

const index = CELL_INVERTED_INDEX_CACHE;
const setInIndex = index.set.bind(index);
index.set = (unit, sheet, column, value, row, isResult = false) => {
  // The index answers for the rows of its intervals only; a row outside is read anew when it is needed.
  if (!isResult || !index.shouldContinueBuildingCache(unit, sheet, column, row)) {
    setInIndex(unit, sheet, column, value, row, isResult);
  }
};
/** Looking up so few rows in the index takes longer than comparing them: it is asked for all values of their column. */
const fewRows = 16;
const canUseIndex = index.canUseCache.bind(index);
index.canUseCache = (unit, sheet, column, first, last) =>
  last - first < fewRows
    ? { rowsInCache: [], rowsNotInCache: [] }
    : canUseIndex(unit, sheet, column, first, last);

let enginesMade = 0;
let calculations: Promise<unknown> = Promise.resolve();

/**
 * The spreadsheet engine: grids of cells with formulas, and their calculation. The one place that knows Univer.
 *
 * Univer's grids are plain objects, read and written directly (a mutation per block costs ten times as much); whoever
 * writes says so with `markChanged`, and `calculate` then brings the dependents up to date. The plugin that starts
 * calculations by a timer 100 ms after a change is left out for that.
 *
 * Work-arounds for 0.25.1, each with a test in tests/host/engine.test.ts:
 * - Iterator helpers that Node 20 lacks (`core-js/actual/iterator`).
 * - Dependents of a spill that shrinks keep their old values: what a spill covered before is calculated once more.
 * - Every result searches the whole index of its column's values (dream-num/univer#7453), which makes a column of formulas
 *   and a long spill quadratic: rows that the index does not hold yet are left out of it.
 * - Comparing one cell goes through all values that the index has of its column: it is asked for longer ranges only.
 * - Formulas spill into tables and merged cells: `forbidsSpill`.
 * - Only the last 5,000 parsed formulas are kept, and each is asked for twice (engine-parsed-formulas.ts).
 * - `#BUSY!` is no error to it (engine-functions.ts).
 * - A result may change the cell's number format and what the cell knows besides: results are stripped of both.
 * - Caches are shared by all instances in a process: each engine has a name of its own, and calculations wait for each other.
 */
export class CalculationEngine {
  /** Univer keeps parsed formulas by unit for the whole process: engines with one name would read each other's cells. */
  readonly #unitId = `workbook-${++enginesMade}`;
  readonly #univer: Univer;
  readonly #workbook: UniverWorkbook;
  readonly #commands: ICommandService;
  readonly #formulas: FormulaDataModel;
  readonly #parsed: ParsedFormulas;
  #changed: { sheetId: string; area: Area }[] = [];
  #formulasChanged = false;
  #sawCircularReference = false;
  /** Changes that wait for `calculateNow` in manual mode. */
  #deferred: { sheetId: string; area: Area }[] = [];
  /** In manual mode only entered formulas are calculated at once. */
  isManual = false;
  readonly #revisions = new Map<string, number>();
  #hiddenRows: Record<string, Record<number, { hd: BooleanNumber }>> = {};
  #disposed = false;

  /** Where formulas may not spill besides cells that hold something: set by the model, which knows tables and merged cells. */
  forbidsSpill: (sheetId: string, area: Area) => boolean = () => false;

  constructor() {
    this.#univer = new Univer({
      locale: LocaleType.EN_US,
      locales: { [LocaleType.EN_US]: {} },
      logLevel: LogLevel.ERROR,
    });
    this.#univer.registerPlugins([[UniverFormulaEnginePlugin], [UniverSheetsPlugin]]);
    this.#workbook = this.#univer.createUnit<object, UniverWorkbook>(UniverInstanceType.UNIVER_SHEET, {
      id: this.#unitId,
      sheetOrder: [],
      sheets: {},
      styles: {},
    });
    // A workbook without sheets gets one that nobody asked for.
    this.#workbook.getSheets().forEach((sheet) => this.#workbook.removeSheet(sheet.getSheetId()));
    const injector = this.#univer.__getInjector();
    // Nothing is drawn here: a skeleton would hold the height of each of a million rows per sheet.
    injector.get(SheetSkeletonService).dispose();
    this.#commands = injector.get(ICommandService);
    this.#formulas = injector.get(FormulaDataModel);
    this.#parsed = new ParsedFormulas(injector.get(Lexer), injector.get(AstTreeBuilder));
    const runtime = injector.get(IFormulaRuntimeService);
    const enableCycleDependency = runtime.enableCycleDependency.bind(runtime);
    runtime.enableCycleDependency = () => {
      this.#sawCircularReference = true;
      enableCycleDependency();
    };
    const spills = runtime as unknown as {
      _checkIfArrayFormulaRangeHasData(
        unit: string,
        sheet: string,
        row: number,
        column: number,
        range: UniverRange,
      ): boolean;
    };
    const isBlocked = spills._checkIfArrayFormulaRangeHasData.bind(runtime);
    spills._checkIfArrayFormulaRangeHasData = (unit, sheet, row, column, range) =>
      (!isSingle(range) && this.forbidsSpill(sheet, areaOf(range))) ||
      isBlocked(unit, sheet, row, column, range);
    this.#commands.beforeCommandExecuted((command) => {
      if (command.id === SetFormulaCalculationResultMutation.id) {
        const results = (command.params as { unitData?: UnitResults }).unitData?.[this.#unitId] ?? {};
        for (const [sheetId, cells] of Object.entries(results)) {
          keepOnlyValues(cells, this.grid(sheetId));
          this.touch(sheetId);
        }
      }
    });
  }

  /** Makes functions known that formulas call by these names ("KAM.KEYSHARE"). `evaluate` is called during a calculation. */
  registerFunctions(names: readonly string[], evaluate: EvaluateFunction): void {
    const functions = this.#univer.__getInjector().get(IFunctionService);
    functions.registerExecutors(...names.map((name) => new ExternalFunction(name, evaluate)));
  }

  addSheet(sheetId: string, name: string, index: number, cellData: Grid): void {
    this.#workbook.addWorksheet(sheetId, index, {
      id: sheetId,
      name,
      cellData: cellData as IWorksheetData["cellData"],
      rowCount: sheetRows,
      columnCount: sheetColumns,
    } as Partial<IWorksheetData>);
    this.#formulasChanged = true;
  }

  removeSheet(sheetId: string): void {
    this.#workbook.removeSheet(sheetId);
    this.#revisions.delete(sheetId);
    delete this.#hiddenRows[sheetId];
    delete this.#formulas.getArrayFormulaRange()[this.#unitId]?.[sheetId];
    delete this.#formulas.getArrayFormulaCellData()[this.#unitId]?.[sheetId];
    this.#changed = this.#changed.filter((change) => change.sheetId !== sheetId);
    this.#deferred = this.#deferred.filter((change) => change.sheetId !== sheetId);
    this.#formulasChanged = true;
  }

  renameSheet(sheetId: string, name: string): void {
    this.#sheet(sheetId).getConfig().name = name;
    this.#formulasChanged = true;
  }

  /** Makes a format known under its key; cells refer to it by `s`. */
  defineFormat(key: string, format: CellFormatRecord): void {
    this.#workbook.getStyles().addCustomStyle(key, styleOf(format));
  }

  grid(sheetId: string): Grid {
    return this.#sheet(sheetId).getCellMatrix().getMatrix() as Grid;
  }

  /** A number that grows whenever cells or their formats may have changed: whoever shows them compares it. */
  revisionOf(sheetId: string): number {
    return this.#revisions.get(sheetId) ?? 0;
  }

  /** Tells that cells look different, whether or not something depends on them. */
  touch(sheetId: string): void {
    this.#revisions.set(sheetId, this.revisionOf(sheetId) + 1);
  }

  /** Tells that cells were written, moved or removed. */
  markChanged(sheetId: string, area: Area): void {
    this.touch(sheetId);
    const list = this.isManual ? this.#deferred : this.#changed;
    const last = list.at(-1);
    if (last?.sheetId !== sheetId || !covers(last.area, area)) {
      list.push({ sheetId, area });
    }
  }

  /** Tells that cells have moved before they were calculated: their dependents read them where they stand now. */
  moveChanges(sheetId: string, move: (area: Area) => Area[]): void {
    const moved = (changes: readonly { sheetId: string; area: Area }[]) =>
      changes.flatMap((change) =>
        change.sheetId === sheetId ? move(change.area).map((area) => ({ sheetId, area })) : [change],
      );
    this.#changed = moved(this.#changed);
    this.#deferred = moved(this.#deferred);
  }

  /** Tells that a formula was entered: it is calculated even in manual mode. */
  markEntered(sheetId: string, row: number, column: number): void {
    if (this.isManual) {
      this.#changed.push({ sheetId, area: { row, column, rows: 1, columns: 1 } });
    }
  }

  /** Brings back what was changed in manual mode. */
  recallDeferred(): void {
    this.#changed.push(...this.#deferred);
    this.#deferred = [];
  }

  /** True when the last calculation met a formula that depends on itself. */
  get sawCircularReference(): boolean {
    return this.#sawCircularReference;
  }

  /** Tells that formulas came, went or moved: what is remembered of their dependence is dropped. */
  markFormulasChanged(): void {
    this.#formulasChanged = true;
  }

  /** The block that the array formula of a cell fills; null when it fills but its own cell. */
  spillOf(sheetId: string, row: number, column: number): Area | null {
    const range = this.#spillRanges(sheetId)[row]?.[column];
    return range ? areaOf(range) : null;
  }

  #spillRanges(sheetId: string): SpillRanges {
    return (this.#formulas.getArrayFormulaRange()[this.#unitId]?.[sheetId] ?? {}) as SpillRanges;
  }

  /** All spills of a sheet, by the cell of their formula. */
  spills(sheetId: string): { row: number; column: number; area: Area }[] {
    return Object.entries(this.#spillRanges(sheetId)).flatMap(([row, columns]) =>
      Object.entries(columns ?? {}).flatMap(([column, range]) =>
        range ? [{ row: Number(row), column: Number(column), area: areaOf(range) }] : [],
      ),
    );
  }

  /** Cells that are filled by array formulas that stand elsewhere. */
  spilledCells(sheetId: string): Grid {
    return (this.#formulas.getArrayFormulaCellData()[this.#unitId]?.[sheetId] ?? {}) as Grid;
  }

  /** Replaces what is known of the spills of a sheet: at opening, and after cells moved. */
  setSpills(sheetId: string, spills: { row: number; column: number; area: Area }[], cells: Grid): void {
    const ranges = this.#formulas.getArrayFormulaRange();
    const data = this.#formulas.getArrayFormulaCellData();
    const own: Record<number, Record<number, UniverRange>> = {};
    for (const { row, column, area } of spills) {
      (own[row] ??= {})[column] = rangeOf(area);
    }
    (ranges[this.#unitId] ??= {})[sheetId] = own as never;
    (data[this.#unitId] ??= {})[sheetId] = cells as never;
  }

  /** Drops what was marked as changed: nobody depends on it. */
  forgetChanges(): void {
    this.#changed = [];
  }

  /** True when `calculate` has something to do. */
  get pending(): boolean {
    return this.#changed.length > 0;
  }

  /** Calculates the formulas that depend on what was marked as changed; `everything` calculates all formulas. */
  async calculate(everything = false): Promise<void> {
    this.#sawCircularReference = false;
    const changed = this.#changed;
    this.#changed = [];
    if (this.#disposed || (changed.length === 0 && !everything)) {
      return;
    }
    const turn = calculations.then(() => this.#run(changed, everything));
    calculations = turn.catch(() => undefined);
    await turn;
  }

  async #run(changed: { sheetId: string; area: Area }[], everything: boolean): Promise<void> {
    let dirty = changed.map(({ sheetId, area }) => ({ unitId: this.#unitId, sheetId, range: rangeOf(area) }));
    let force = everything;
    // A spill that shrinks leaves cells whose dependents were not told; at most one more round per nesting of spills.
    for (let round = 0; !this.#disposed && (force || dirty.length > 0) && round < deepestSpill; round++) {
      const before = this.#allSpills();
      await this.#execute(dirty, force);
      const after = new Map(this.#allSpills().map((spill) => [spill.key, spill.area]));
      const shrunk = before.filter(
        ({ key, area }) => !after.has(key) || !covers(after.get(key) as Area, area),
      );
      dirty = shrunk.map(({ sheetId, area }) => ({ unitId: this.#unitId, sheetId, range: rangeOf(area) }));
      force = false;
    }
  }

  #allSpills(): { key: string; sheetId: string; area: Area }[] {
    return this.#workbook.getSheets().flatMap((sheet) => {
      const sheetId = sheet.getSheetId();
      return this.spills(sheetId).map(({ row, column, area }) => ({
        key: `${sheetId} ${row} ${column}`,
        sheetId,
        area,
      }));
    });
  }

  #execute(dirtyRanges: object[], forceCalculation: boolean): Promise<void> {
    const clearDependencyTreeCache: Record<string, Record<string, string>> = {};
    if (this.#formulasChanged) {
      clearDependencyTreeCache[this.#unitId] = Object.fromEntries(
        this.#workbook.getSheets().map((sheet) => [sheet.getSheetId(), "1"]),
      );
      this.#formulasChanged = false;
    }
    return new Promise((resolve, reject) => {
      const listening = this.#commands.onCommandExecuted((command) => {
        const state = (command.params as { functionsExecutedState?: number } | undefined)
          ?.functionsExecutedState;
        if (command.id === SetFormulaCalculationNotificationMutation.id && state !== undefined) {
          listening.dispose();
          this.#parsed.forget();
          resolve();
        }
      });
      const started = this.#commands.syncExecuteCommand(
        SetFormulaCalculationStartMutation.id,
        {
          commands: [],
          dirtyRanges,
          forceCalculation,
          clearDependencyTreeCache,
          dirtyNameMap: {},
          dirtyDefinedNameMap: {},
          dirtySuperTableMap: {},
          dirtyUnitFeatureMap: {},
          dirtyUnitOtherFormulaMap: {},
          maxIteration: 1,
          rowData: { [this.#unitId]: this.#hiddenRows },
        },
        { onlyLocal: true },
      );
      if (!started) {
        listening.dispose();
        reject(new Error("The calculation could not be started."));
      }
    });
  }

  /** Rows that SUBTOTAL and AGGREGATE leave out, in place of those told before. */
  setHiddenRows(sheetId: string, rows: Iterable<number>): void {
    this.#hiddenRows[sheetId] = Object.fromEntries([...rows].map((row) => [row, { hd: BooleanNumber.TRUE }]));
  }

  dispose(): void {
    this.#disposed = true;
    this.#changed = [];
    const end = () => this.#univer.dispose();
    calculations = calculations.then(end, end);
  }

  #sheet(sheetId: string): UniverWorksheet {
    const sheet = this.#workbook.getSheetBySheetId(sheetId);
    if (!sheet) {
      throw new Error(`The engine has no sheet ${sheetId}.`);
    }
    return sheet;
  }
}

/** Spills that depend on spills that depend on spills …: more levels than any sensible sheet has. */
const deepestSpill = 20;

interface UniverRange {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

type SpillRanges = Record<number, Record<number, UniverRange | null>>;
type SheetResults = Record<number, Record<number, ICellData | null>>;
type UnitResults = Record<string, Record<string, SheetResults>>;

/** The format that a function gave its number is kept with the cell; Univer would put it in the place of all that stands there. */
function keepOnlyValues(results: SheetResults, grid: Grid): void {
  for (const [row, cells] of Object.entries(results)) {
    for (const [column, result] of Object.entries(cells)) {
      const own = grid[Number(row)]?.[Number(column)];
      const valueFormat = (result?.custom as CellExtras | undefined)?.valueFormat;
      if (own && own.custom?.valueFormat !== valueFormat) {
        own.custom = { ...own.custom, valueFormat };
      }
      delete result?.s;
      delete result?.custom;
    }
  }
}

function rangeOf(area: Area): UniverRange {
  return {
    startRow: area.row,
    endRow: area.row + area.rows - 1,
    startColumn: area.column,
    endColumn: area.column + area.columns - 1,
  };
}

function isSingle(range: UniverRange): boolean {
  return range.startRow === range.endRow && range.startColumn === range.endColumn;
}

function areaOf(range: UniverRange): Area {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

function covers(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

const horizontalAlignments: Record<string, HorizontalAlign> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};
const verticalAlignments: Record<string, VerticalAlign> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const borderStyles: Record<string, BorderStyleTypes> = {
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
  Double: BorderStyleTypes.DOUBLE,
  Dash: BorderStyleTypes.DASHED,
  Dot: BorderStyleTypes.DOTTED,
  Hair: BorderStyleTypes.HAIR,
};

/** The format as Univer draws it; what Univer cannot show (fill alignment, locks) stays with the model. */
export function styleOf(format: CellFormatRecord): IStyleData {
  const { font, borders } = format;
  const flag = (value: boolean | undefined) => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  const border = (side: "top" | "bottom" | "left" | "right") => {
    const line = borders?.[side];
    return line && { s: borderStyles[line.style], cl: { rgb: line.color } };
  };
  const style: IStyleData = {
    ...(format.numberFormat !== undefined && { n: { pattern: format.numberFormat } }),
    ...(font?.name !== undefined && { ff: font.name }),
    ...(font?.size !== undefined && { fs: font.size }),
    ...(font?.bold !== undefined && { bl: flag(font.bold) }),
    ...(font?.italic !== undefined && { it: flag(font.italic) }),
    ...(font?.underline !== undefined && { ul: { s: flag(font.underline) } }),
    ...(font?.color !== undefined && { cl: { rgb: font.color } }),
    ...(format.fill !== undefined && { bg: { rgb: format.fill } }),
    ...(borders && { bd: { t: border("top"), b: border("bottom"), l: border("left"), r: border("right") } }),
    ...(format.horizontal !== undefined && { ht: horizontalAlignments[format.horizontal] }),
    ...(format.vertical !== undefined && { vt: verticalAlignments[format.vertical] }),
    ...(format.wrapText && { tb: WrapStrategy.WRAP }),
    ...(format.indent !== undefined && { pd: { l: format.indent * indentPixels } }),
    ...(format.textRotation !== undefined && { tr: { a: -format.textRotation } }),
  };
  return style;
}

/** An indent is about three spaces wide. */
const indentPixels = 9;
