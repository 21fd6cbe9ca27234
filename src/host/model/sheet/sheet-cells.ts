import { type CalculationEngine, CellValueType, type Grid, type GridCell } from "../../engine";
import type { Area, CellValue } from "../../workbook-record";
import { type CellEntry, isErrorText } from "./cell-entry";
import { formulaPieces } from "../formula/formula-text";
import { intersection, sheetColumns, sheetRows } from "../reference";

/** Tells what a formula reads to the engine that knows only plain references. */
export interface FormulaReader {
  /** The formula for the engine, and whether it depends on names, tables or spills (their changes then reach it). */
  resolve(formula: string, row: number, column: number): { formula: string; indirect: boolean };
  /** Called when the sheet outgrew what whole-column references were given to the engine as. */
  extentGrew(): void;
}

/** The cells of one sheet over the engine's grid: values, formulas, spills. Knows nothing of formats, tables and protection. */
export class SheetCells {
  #grid: Grid | null = null;
  /** Formulas on the sheet: without any, nothing needs to be calculated. */
  formulaCount = 0;
  /** True once a formula stood here that depends on names, tables or spills. */
  hasIndirectFormulas = false;
  /** Rows and columns that whole-column and whole-row references are read to: beyond the use of the sheet, in powers of two. */
  extent = { rows: 1_024, columns: 64 };
  /** The used blocks as they were last found, null when cells went since; and what came since. */
  #used: { all: Bounds; values: Bounds } | null = null;

  constructor(
    readonly engine: CalculationEngine,
    readonly sheetId: string,
    readonly formulas: FormulaReader,
  ) {}

  get grid(): Grid {
    return (this.#grid ??= this.engine.grid(this.sheetId));
  }

  /** Called when the sheet came back to a workbook that it had been taken out of: its grid is a new one. */
  beginAnew(): void {
    this.#grid = null;
    this.#used = null;
  }

  /** The cell's own record, without what another cell spills into it. */
  own(row: number, column: number): GridCell | undefined {
    return this.grid[row]?.[column];
  }

  /** Value as `Range.values` gives it: "" for blanks, errors as their texts. */
  value(row: number, column: number): CellValue {
    return (
      cellValue(this.grid[row]?.[column]) ??
      cellValue(this.engine.spilledCells(this.sheetId)[row]?.[column]) ??
      ""
    );
  }

  values(area: Area): CellValue[][] {
    const grid = this.grid;
    const spilled = this.engine.spilledCells(this.sheetId);
    return rowsOf(area, (row) => {
      const cells = grid[row];
      const spill = spilled[row];
      const values = new Array<CellValue>(area.columns).fill("");
      if (cells !== undefined || spill !== undefined) {
        for (let index = 0; index < area.columns; index++) {
          const column = area.column + index;
          values[index] = cellValue(cells?.[column]) ?? cellValue(spill?.[column]) ?? "";
        }
      }
      return values;
    });
  }

  /** Formulas as typed; where there is none, the value. */
  formulaTexts(area: Area): CellValue[][] {
    const values = this.values(area);
    for (let row = 0; row < area.rows; row++) {
      const cells = this.grid[area.row + row];
      for (let column = 0; cells !== undefined && column < area.columns; column++) {
        const formula = typedFormula(cells[area.column + column]);
        if (formula !== null) {
          values[row][column] = formula;
        }
      }
    }
    return values;
  }

  /** True when the cell holds text that was entered with an apostrophe. */
  isQuoted(row: number, column: number): boolean {
    return this.grid[row]?.[column]?.custom?.quoted === true;
  }

  /** The format that a function gave the number of the cell, own or spilled. */
  valueFormat(row: number, column: number): string | undefined {
    const cell = this.own(row, column);
    return cell !== undefined && hasContent(cell)
      ? cell.custom?.valueFormat
      : this.engine.spilledCells(this.sheetId)[row]?.[column]?.custom?.valueFormat;
  }

  /** "Empty", "String", "Double", "Boolean" or "Error": Excel.RangeValueType. */
  valueType(row: number, column: number): "Empty" | "String" | "Double" | "Boolean" | "Error" {
    const value = this.value(row, column);
    if (typeof value === "number") {
      return "Double";
    }
    if (typeof value === "boolean") {
      return "Boolean";
    }
    if (value === "") {
      return typedFormula(this.own(row, column)) === null ? "Empty" : "String";
    }
    return isErrorText(value) && !this.isQuoted(row, column) ? "Error" : "String";
  }

  /** Puts an entry into a cell; its format stays. The caller marks the area as changed. */
  write(row: number, column: number, entry: CellEntry): void {
    const cells = (this.grid[row] ??= {});
    const before = cells[column];
    this.#forget(before, row, column);
    const style = before?.s;
    if (entry.kind === "blank") {
      const isLess = before !== undefined && hasContent(before) && this.#used?.values.isEdge(row, column);
      if (isLess || (before !== undefined && !style && this.#used?.all.isEdge(row, column))) {
        this.#used = null;
      }
      if (style) {
        cells[column] = { s: style };
      } else {
        delete cells[column];
      }
      return;
    }
    const cell: GridCell = style ? { s: style } : {};
    switch (entry.kind) {
      case "formula":
        this.#setFormula(cell, entry.formula, row, column);
        break;
      case "number":
        cell.v = entry.value;
        cell.t = CellValueType.NUMBER;
        break;
      case "boolean":
        cell.v = entry.value ? 1 : 0;
        cell.t = CellValueType.BOOLEAN;
        break;
      case "error":
        cell.v = entry.error;
        cell.t = CellValueType.STRING;
        break;
      case "text":
        cell.v = entry.text;
        cell.t = CellValueType.STRING;
        if (entry.quoted) {
          cell.custom = { quoted: true };
        }
    }
    if ("card" in entry && entry.card !== undefined) {
      cell.custom = { ...cell.custom, card: entry.card };
    }
    cells[column] = cell;
    this.#used?.all.add(row, column);
    this.#used?.values.add(row, column);
  }

  #setFormula(cell: GridCell, formula: string, row: number, column: number): void {
    const { formula: resolved, indirect } = this.formulas.resolve(formula, row, column);
    cell.f = resolved;
    if (indirect) {
      cell.custom = { ...cell.custom, typed: formula };
      this.hasIndirectFormulas = true;
    }
    this.formulaCount++;
    this.engine.markFormulasChanged();
    this.engine.markEntered(this.sheetId, row, column);
  }

  /** A formula with the result that the file holds: it is not calculated until asked for. */
  load(
    row: number,
    column: number,
    formula: string,
    result: CellValue | { error: string } | undefined,
  ): void {
    const cell: GridCell = (this.grid[row] ??= {})[column] ?? {};
    this.#setFormula(cell, formula, row, column);
    Object.assign(cell, constantOf(result));
    this.grid[row][column] = cell;
  }

  /** What goes with a cell's content: its formula, and the block that its formula filled. */
  #forget(cell: GridCell | undefined, row: number, column: number): void {
    if (cell?.f) {
      this.formulaCount--;
      this.engine.markFormulasChanged();
      this.removeSpill(row, column);
    }
  }

  /** Empties the block that a cell's formula filled. */
  removeSpill(row: number, column: number): void {
    const area = this.engine.spillOf(this.sheetId, row, column);
    if (area === null) {
      return;
    }
    const cells = this.engine.spilledCells(this.sheetId);
    for (let each = area.row; each < area.row + area.rows; each++) {
      for (let other = area.column; other < area.column + area.columns; other++) {
        delete cells[each]?.[other];
      }
    }
    const spills = this.engine
      .spills(this.sheetId)
      .filter((spill) => spill.row !== row || spill.column !== column);
    this.engine.setSpills(this.sheetId, spills, cells);
    this.#used = null;
    this.markChanged(area);
  }

  /** Changes the format key of a cell, making the cell when there is none. */
  setFormat(row: number, column: number, key: string | undefined): void {
    this.engine.touch(this.sheetId);
    const cells = (this.grid[row] ??= {});
    const cell = cells[column];
    if (key !== undefined) {
      (cells[column] ??= {}).s = key;
      this.#used?.all.add(row, column);
    } else if (cell !== undefined) {
      delete cell.s;
      if (isBare(cell)) {
        delete cells[column];
        if (this.#used?.all.isEdge(row, column)) {
          this.#used = null;
        }
      }
    }
  }

  /** Tells the engine and this sheet's memory that cells changed. Cells blocked from spilling try again. */
  markChanged(area: Area): void {
    this.engine.markChanged(this.sheetId, area);
    this.#extend(area);
  }

  /** A custom function answered: the cell that called it is calculated again, whatever the calculation mode. */
  markAnswered(row: number, column: number): void {
    if (this.own(row, column)?.f) {
      const area = { row, column, rows: 1, columns: 1 };
      if (this.engine.isManual) {
        this.engine.markEntered(this.sheetId, row, column);
      } else {
        this.markChanged(area);
      }
    }
  }

  /** Makes room for cells that are about to be loaded. */
  reserve(area: Area): void {
    this.#extend(area);
  }

  /** Whole rows and columns that are marked as changed hold no more cells for that. True when the extent grew. */
  #extend(area: Area): boolean {
    const rows = area.rows === sheetRows ? 0 : area.row + area.rows;
    const columns = area.columns === sheetColumns ? 0 : area.column + area.columns;
    if (rows <= this.extent.rows && columns <= this.extent.columns) {
      return false;
    }
    this.extent = {
      rows: Math.min(sheetRows, powerOfTwo(Math.max(rows, this.extent.rows))),
      columns: Math.min(sheetColumns, powerOfTwo(Math.max(columns, this.extent.columns))),
    };
    this.formulas.extentGrew();
    return true;
  }

  /** Values that a formula put into a block, its own cell's among them. */
  spilledBlock(area: Area): [row: number, column: number, cell: GridCell][] {
    const cells = this.engine.spilledCells(this.sheetId);
    const block: [number, number, GridCell][] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = cells[row]?.[column];
        if (cell) {
          block.push([row, column, cell]);
        }
      }
    }
    return block;
  }

  /** Called after cells were moved past this class. */
  formulasMoved(): void {
    this.#used = null;
    this.engine.touch(this.sheetId);
    this.engine.markFormulasChanged();
  }

  /** The formula of the cell again in the engine's terms, after names or tables changed; true when it reads differently. */
  resolveAgain(row: number, column: number): boolean {
    const cell = this.own(row, column);
    if (!cell?.custom?.typed) {
      return false;
    }
    const { formula, indirect } = this.formulas.resolve(cell.custom.typed, row, column);
    if (cell.custom.circular) {
      delete cell.custom.circular;
      cell.f = formula;
      if (!indirect) {
        delete cell.custom.typed;
      }
      return true;
    }
    if (formula === cell.f) {
      return false;
    }
    cell.f = formula;
    return true;
  }

  /** Gives the engine 0 for a formula that depends on itself, until it is read again. */
  setCircular(row: number, column: number): void {
    const cell = this.own(row, column);
    if (cell?.f) {
      cell.custom = { ...cell.custom, typed: cell.custom?.typed ?? cell.f, circular: true };
      cell.f = "=0";
      this.hasIndirectFormulas = true;
    }
  }

  /** Puts another text in place of a formula, keeping its result; true when it reads differently to the engine. */
  replaceFormula(row: number, column: number, formula: string): boolean {
    const cell = this.own(row, column);
    if (!cell?.f) {
      return false;
    }
    const before = cell.f;
    delete cell.custom?.typed;
    delete cell.custom?.circular;
    this.formulaCount--;
    this.#setFormula(cell, formula, row, column);
    return cell.f !== before;
  }

  /** Every formula of the sheet, as typed. */
  forEachFormula(visit: (row: number, column: number, formula: string, indirect: boolean) => void): void {
    if (this.formulaCount === 0) {
      return;
    }
    for (const row in this.grid) {
      const cells = this.grid[row];
      for (const column in cells) {
        const formula = typedFormula(cells[column]);
        if (formula !== null) {
          visit(Number(row), Number(column), formula, cells[column].custom?.typed !== undefined);
        }
      }
    }
  }

  /** True for a value or a formula, own or spilled. */
  hasContent(row: number, column: number): boolean {
    const cell = this.own(row, column);
    return (
      (cell !== undefined && hasContent(cell)) ||
      this.engine.spilledCells(this.sheetId)[row]?.[column] !== undefined
    );
  }

  /** True for content or a format of its own. */
  isUsed(row: number, column: number): boolean {
    return this.own(row, column) !== undefined || this.hasContent(row, column);
  }

  /** The smallest block that holds all cells with a value (or, unless `valuesOnly`, a format); null for none. */
  usedArea(valuesOnly: boolean): Area | null {
    this.#used ??= this.#findUsed();
    return (valuesOnly ? this.#used.values : this.#used.all).area;
  }

  #findUsed(): { all: Bounds; values: Bounds } {
    const all = new Bounds();
    const values = new Bounds();
    for (const key in this.grid) {
      const cells = this.grid[key];
      const row = Number(key);
      for (const columnKey in cells) {
        const column = Number(columnKey);
        all.add(row, column);
        if (!values.has(row, column) && hasContent(cells[columnKey])) {
          values.add(row, column);
        }
      }
    }
    for (const { area } of this.engine.spills(this.sheetId)) {
      for (const bounds of [all, values]) {
        bounds.add(area.row, area.column);
        bounds.add(area.row + area.rows - 1, area.column + area.columns - 1);
      }
    }
    return { all, values };
  }

  #hadSpills = false;

  /** Called after the engine calculated: spills may have grown or shrunk. True when the extent of the sheet grew. */
  afterCalculation(): boolean {
    const spills = this.engine.spills(this.sheetId);
    if (spills.length > 0 || this.#hadSpills) {
      this.#used = null;
    }
    this.#hadSpills = spills.length > 0;
    return spills
      .filter(({ row, column }) => !spillsWholeLines(typedFormula(this.own(row, column))))
      .some(({ area }) => this.#extend(area));
  }

  /** Cells of the block with something in them, row by row; formulas and own values only. */
  forEachIn(area: Area, visit: (row: number, column: number, cell: GridCell) => void): void {
    const used = this.usedArea(false);
    const block = used && intersection(used, area);
    if (block === null) {
      return;
    }
    for (let row = block.row; row < block.row + block.rows; row++) {
      const cells = this.grid[row];
      if (cells === undefined) {
        continue;
      }
      for (let column = block.column; column < block.column + block.columns; column++) {
        const cell = cells[column];
        if (cell !== undefined) {
          visit(row, column, cell);
        }
      }
    }
  }
}

/** The smallest block around the cells that were added. */
class Bounds {
  #top = Infinity;
  #bottom = -1;
  #left = Infinity;
  #right = -1;

  has(row: number, column: number): boolean {
    return row >= this.#top && row <= this.#bottom && column >= this.#left && column <= this.#right;
  }

  /** Whether the block may be smaller without this cell. */
  isEdge(row: number, column: number): boolean {
    return row <= this.#top || row >= this.#bottom || column <= this.#left || column >= this.#right;
  }

  add(row: number, column: number): void {
    this.#top = Math.min(this.#top, row);
    this.#bottom = Math.max(this.#bottom, row);
    this.#left = Math.min(this.#left, column);
    this.#right = Math.max(this.#right, column);
  }

  get area(): Area | null {
    return this.#bottom < 0
      ? null
      : {
          row: this.#top,
          rows: this.#bottom - this.#top + 1,
          column: this.#left,
          columns: this.#right - this.#left + 1,
        };
  }
}

function rowsOf<T>(area: Area, row: (index: number) => T): T[] {
  const rows = new Array<T>(area.rows);
  for (let index = 0; index < area.rows; index++) {
    rows[index] = row(area.row + index);
  }
  return rows;
}

/** The cell's value; null when it has none. */
export function cellValue(cell: GridCell | null | undefined): CellValue | null {
  const value = cell?.v;
  if (value === undefined || value === null || cell == null) {
    return null;
  }
  return cell.t === CellValueType.BOOLEAN ? value === true || value === 1 || value === "TRUE" : value;
}

/** The formula as typed; null when the cell has none. */
export function typedFormula(cell: GridCell | null | undefined): string | null {
  return cell?.f ? (cell.custom?.typed ?? cell.f) : null;
}

/** The engine's cell for a constant or a stored result. */
export function constantOf(value: CellValue | { error: string } | undefined): Pick<GridCell, "v" | "t"> {
  switch (typeof value) {
    case "undefined":
      return {};
    case "number":
      return { v: value, t: CellValueType.NUMBER };
    case "boolean":
      return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "string":
      return { v: value, t: CellValueType.STRING };
    default:
      return { v: value.error, t: CellValueType.STRING };
  }
}

/** `=A:A` spills as far as the extent reaches: it must not push the extent further. */
function spillsWholeLines(formula: string | null): boolean {
  return formulaPieces(formula ?? "").some(
    (piece) => piece.kind === "reference" && (piece.first.row === null || piece.first.column === null),
  );
}

function hasContent(cell: GridCell): boolean {
  return Boolean(cell.f) || (cell.v !== undefined && cell.v !== null);
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(atLeast));
}

function isBare(cell: GridCell): boolean {
  return !hasContent(cell) && !cell.s;
}
