import { numfmt } from "../../engine";
import type { Area, CellValue } from "../../workbook-record";
import type { SheetContext } from "../sheet-context";
import { type CellProperties, cellProperties } from "../format/cell-properties";
import { ConditionalFormatCollection } from "../format/conditional-format";
import { DataValidation } from "../format/data-validation";
import { HostError } from "../host-error";
import { RangeAreas } from "./range-areas";
import { areaOnSheet, blockOnSheet, required, shiftAxis } from "./range-arguments";
import { RangeFormat } from "../format/range-format";
import {
  addressOf,
  boundingArea,
  contains,
  intersection,
  quotedSheetName,
  sheetColumns,
  sheetRows,
} from "../reference";
import { found } from "../required-item";
import { typedFormula } from "../sheet/sheet-cells";
import { writeIntoColumns } from "../sheet/calculated-columns";
import { clearContents, keepFirstValue } from "../sheet/sheet-entry";
import { requireAllowed, requireAllowedFormatting } from "../sheet/sheet-refusals";
import { regionAround, usedAreaWithin } from "../sheet/sheet-regions";
import { type SheetState, mostCellsRead } from "../sheet/sheet-state";
import type { TableScopedCollection } from "../table/table-collection";
import { tableShift } from "../table/table-shape";
import type { Worksheet } from "../sheet/worksheet";
import { valuesAsJson, writeValuesAsJson } from "./values-as-json";

/** What the ranges of a workbook need of the classes that are made of ranges themselves. */
export interface RangeKin {
  worksheetOf(sheet: SheetState): Worksheet;
  tablesOf(sheet: SheetState, ids: number[]): TableScopedCollection;
}

const normalStyle = "Normal";

/** Excel.Range: a block of cells of one sheet. It stays on its cells when the sheet changes its shape. */
export class Range {
  static readonly $since = {
    getCellProperties: 1.9,
    height: "1.10",
    left: "1.10",
    top: "1.10",
    width: "1.10",
    getMergedAreasOrNullObject: 1.13,
    getSpillingToRange: 1.12,
    getSpillingToRangeOrNullObject: 1.12,
    getSpillParent: 1.12,
    getSpillParentOrNullObject: 1.12,
    hasSpill: 1.12,
    valuesAsJson: 1.16,
  };
  /** Null once all its cells were deleted. */
  $areaOrNull: Area | null;

  constructor(
    readonly $sheet: SheetState,
    area: Area,
    readonly $kin: RangeKin,
  ) {
    this.$areaOrNull = area;
    $sheet.track(this);
  }

  get $area(): Area {
    if (this.$areaOrNull === null || this.$sheet.isDeleted) {
      throw new HostError("InvalidReference", "The cells of this range have been deleted.");
    }
    return this.$areaOrNull;
  }

  get $context(): SheetContext {
    return this.$sheet;
  }

  $at(area: Area): Range {
    return new Range(this.$sheet, area, this.$kin);
  }

  /** A block by its first cell and size. @throws HostError InvalidArgument when it leaves the sheet. */
  $block(row: number, column: number, rows: number, columns: number): Range {
    return this.$at(blockOnSheet(row, column, rows, columns));
  }

  get address(): string {
    return `${quotedSheetName(this.$sheet.sheetName)}!${addressOf(this.$area)}`;
  }

  get cellCount(): number {
    const count = this.$area.rows * this.$area.columns;
    // Range.cellCount: "returns -1 if the cell count exceeds 2^31-1 (2,147,483,647)".
    return count > 2_147_483_647 ? -1 : count;
  }

  get rowIndex(): number {
    return this.$area.row;
  }

  get columnIndex(): number {
    return this.$area.column;
  }

  get rowCount(): number {
    return this.$area.rows;
  }

  get columnCount(): number {
    return this.$area.columns;
  }

  /** Points from the left edge of the sheet. */
  get left(): number {
    return this.$sheet.geometry.leftOf(this.$area.column);
  }

  /** Points from the top edge of the sheet. */
  get top(): number {
    return this.$sheet.geometry.topOf(this.$area.row);
  }

  /** Points. */
  get width(): number {
    const { column, columns } = this.$area;
    return this.$sheet.geometry.leftOf(column + columns) - this.left;
  }

  /** Points. */
  get height(): number {
    const { row, rows } = this.$area;
    return this.$sheet.geometry.topOf(row + rows) - this.top;
  }

  get isEntireColumn(): boolean {
    return this.$area.rows === sheetRows;
  }

  get isEntireRow(): boolean {
    return this.$area.columns === sheetColumns;
  }

  get worksheet(): Worksheet {
    return this.$kin.worksheetOf(this.$sheet);
  }

  get format(): RangeFormat {
    return new RangeFormat(this.$sheet, () => this.$area);
  }

  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this);
  }

  get dataValidation(): DataValidation {
    return new DataValidation(this.$sheet, () => this.$area);
  }

  // Content

  /** Null beyond 5,000,000 cells, as in Excel. */
  get values(): CellValue[][] | null {
    return this.#read((area) => this.$sheet.cells.values(area));
  }

  set values(values: unknown) {
    this.$write(values);
  }

  /** Values with what they carry besides themselves: their cards. */
  get valuesAsJson(): object[][] | null {
    return this.#read((area) => valuesAsJson(this.$sheet, area));
  }

  set valuesAsJson(values: unknown) {
    const matrix = this.#matrix(values);
    const area = this.$area;
    if (matrix.length !== area.rows) {
      throw new HostError("RangeExceedsLimit", "Whole rows and columns cannot be filled with a value.");
    }
    writeValuesAsJson(this.$sheet, area, matrix);
    this.$sheet.raiseChanged(area, "RangeEdited");
  }

  get formulas(): CellValue[][] | null {
    return this.#read((area) => this.$sheet.cells.formulaTexts(area));
  }

  set formulas(formulas: unknown) {
    this.$write(formulas);
  }

  get text(): string[][] | null {
    return this.#read((area) => this.$sheet.texts(area));
  }

  get valueTypes(): string[][] | null {
    return this.#read((area) =>
      Array.from({ length: area.rows }, (_row, row) =>
        Array.from({ length: area.columns }, (_column, column) =>
          this.$sheet.cells.valueType(area.row + row, area.column + column),
        ),
      ),
    );
  }

  get numberFormat(): string[][] | null {
    return this.#read((area) => this.$sheet.formats.patterns(area));
  }

  set numberFormat(formats: unknown) {
    const area = this.$area;
    const matrix = this.#matrix(formats);
    requireAllowedFormatting(this.$sheet, area);
    for (const format of new Set(matrix.flat())) {
      if (
        format !== null &&
        format !== undefined &&
        (typeof format !== "string" || !isNumberFormat(format))
      ) {
        throw new HostError("InvalidArgument", `${String(format)} is not a number format.`);
      }
    }
    const uniform = matrix.isUniform ? matrix[0][0] : undefined;
    if (typeof uniform === "string") {
      this.$sheet.formats.change(area, (format) => ({ ...format, numberFormat: uniform }));
      return;
    }
    this.$sheet.formats.changeByCell(area, (format, row, column) => {
      const pattern = matrix[row - area.row][column - area.column];
      return typeof pattern === "string"
        ? { key: pattern, format: () => ({ ...format, numberFormat: pattern }) }
        : null;
    });
  }

  /** The formats of the single cells. That too many cells are refused with this code is a guess. */
  getCellProperties(options: unknown): CellProperties[][] {
    const area = this.$area;
    if (area.rows * area.columns > mostCellsRead) {
      throw new HostError("RangeExceedsLimit", "The cells whose properties are asked for are too many.");
    }
    return cellProperties(this.$sheet, area, options);
  }

  #read<T>(read: (area: Area) => T[][]): T[][] | null {
    const area = this.$area;
    return area.rows * area.columns > mostCellsRead ? null : read(area);
  }

  /** A block of exactly this shape; a single value stands for all cells. */
  #matrix(values: unknown): unknown[][] & { isUniform?: boolean } {
    const { rows, columns } = this.$area;
    if (!Array.isArray(values)) {
      if (rows * columns > mostCellsRead && !this.isEntireColumn && !this.isEntireRow) {
        throw new HostError("RangeExceedsLimit", "The cells to be written are too many.");
      }
      const isLine = rows === sheetRows || columns === sheetColumns;
      const row = new Array<unknown>(isLine ? 1 : columns).fill(values);
      return Object.assign(new Array<unknown[]>(isLine ? 1 : rows).fill(row), { isUniform: true });
    }
    this._ValidateArraySize(values.length, Array.isArray(values[0]) ? values[0].length : 0);
    if (!values.every((row) => Array.isArray(row) && row.length === columns)) {
      throw new HostError("InvalidArgument", `Every row must have ${columns} values.`);
    }
    return values;
  }

  $write(values: unknown): void {
    const matrix = this.#matrix(values);
    const area = this.$area;
    if (matrix.length !== area.rows) {
      throw new HostError("RangeExceedsLimit", "Whole rows and columns cannot be filled with a value.");
    }
    writeIntoColumns(this.$sheet, area, matrix);
    this.$sheet.raiseChanged(area, "RangeEdited");
  }

  /** Asked by the client before it sends a large matrix in pieces. */
  _ValidateArraySize(rows: number, columns: number): void {
    const area = this.$area;
    if (rows !== area.rows || columns !== area.columns) {
      throw new HostError(
        "InvalidArgument",
        `The number of rows or columns in the input array doesn't match the size or dimensions of the range: ${rows} × ${columns} for ${area.rows} × ${area.columns}.`,
      );
    }
  }

  /** Removes "All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks" or "ResetContents" (Excel.ClearApplyTo). */
  clear(applyTo: string = "All"): void {
    const area = this.$area;
    if (
      !["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"].includes(applyTo)
    ) {
      throw new HostError("InvalidArgument", `Range.clear does not know ${applyTo}.`);
    }
    if (applyTo === "Hyperlinks" || applyTo === "RemoveHyperlinks") {
      return;
    }
    if (applyTo !== "Formats") {
      clearContents(this.$sheet, area);
    }
    if (applyTo === "All") this.dataValidation.clear();
    if (applyTo === "All" || applyTo === "Formats") {
      this.style = normalStyle;
      // As Home > Clear > Clear Formats does.
      this.conditionalFormats.clearAll();
    }
    if (applyTo !== "Formats") {
      this.$sheet.raiseChanged(area, "RangeEdited");
    }
  }

  /** All cells of the host have this style, with formats of their own above it. */
  get style(): string {
    return normalStyle;
  }

  /** Takes formats of their own off the cells; conditional formats stay. */
  set style(style: string) {
    if (style !== normalStyle) {
      throw new HostError("InvalidArgument", `The host knows the style ${normalStyle} only, not ${style}.`);
    }
    requireAllowedFormatting(this.$sheet, this.$area);
    this.$sheet.formats.change(this.$area, () => ({}));
  }

  /** Deletes the cells; those behind move "Up" or "Left". */
  delete(shift: string): void {
    this.$shift("delete", shiftAxis(shift, "Up", "Left"));
  }

  /** Inserts blank cells in place of these, which move "Down" or "Right"; returns the blank block. */
  insert(shift: string): Range {
    return this.$at(this.$shift("insert", shiftAxis(shift, "Down", "Right")));
  }

  /** Whole rows move along rows and whole columns along columns, whatever the direction that was given. */
  $shift(kind: "insert" | "delete", asked: "rows" | "columns"): Area {
    const area = this.$area;
    const lines = this.isEntireRow ? "Rows" : this.isEntireColumn ? "Columns" : "";
    const axis = lines === "Rows" ? "rows" : lines === "Columns" ? "columns" : asked;
    const verb = kind === "insert" ? "Insert" : "Delete";
    requireAllowed(this.$sheet, lines && `allow${verb}${lines}`);
    tableShift(this.$sheet, { kind, area, axis });
    const what = lines === "" ? "Cell" : lines.slice(0, -1);
    this.$sheet.raiseChanged(area, what + (kind === "insert" ? "Inserted" : "Deleted"));
    return area;
  }

  /** Merges the block (or each of its rows); only the first cell's content stays. */
  merge(across = false): void {
    const area = this.$area;
    requireAllowedFormatting(this.$sheet, area);
    if (this.$sheet.tables.some((table) => intersection(table.area, area))) {
      // Excel's user interface greys the command out inside tables; the code is a guess.
      throw new HostError("InvalidOperation", "Cells of a table cannot be merged.");
    }
    const blocks = across
      ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }))
      : [area];
    for (const block of blocks) {
      this.$sheet.merges = this.$sheet.merges.filter((merge) => !intersection(merge, block));
      if (block.rows * block.columns > 1) {
        keepFirstValue(this.$sheet, block);
        this.$sheet.merges.push(block);
      }
    }
    this.$sheet.geometry.changed();
  }

  unmerge(): void {
    const area = this.$area;
    requireAllowedFormatting(this.$sheet, area);
    this.$sheet.merges = this.$sheet.merges.filter((merge) => !intersection(merge, area));
    this.$sheet.geometry.changed();
  }

  /** The merged blocks of this range. */
  getMergedAreasOrNullObject(): RangeAreas | null {
    const merges = this.$sheet.merges.filter((merge) => intersection(merge, this.$area));
    return merges.length === 0 ? null : new RangeAreas(merges.map((area) => this.$at(area)));
  }

  // Other blocks

  getCell(row: number, column: number): Range {
    const area = this.$area;
    return this.$block(area.row + required(row), area.column + required(column), 1, 1);
  }

  getRow(row: number): Range {
    const area = this.$area;
    return this.$block(area.row + required(row), area.column, 1, area.columns);
  }

  getColumn(column: number): Range {
    const area = this.$area;
    return this.$block(area.row, area.column + required(column), area.rows, 1);
  }

  getOffsetRange(rowOffset: number, columnOffset: number): Range {
    const area = this.$area;
    return this.$block(
      area.row + required(rowOffset),
      area.column + required(columnOffset),
      area.rows,
      area.columns,
    );
  }

  getResizedRange(deltaRows: number, deltaColumns: number): Range {
    const area = this.$area;
    return this.$block(
      area.row,
      area.column,
      area.rows + required(deltaRows),
      area.columns + required(deltaColumns),
    );
  }

  getAbsoluteResizedRange(numRows: number, numColumns: number): Range {
    const area = this.$area;
    return this.$block(area.row, area.column, required(numRows), required(numColumns));
  }

  getBoundingRect(anotherRange: Range | string): Range {
    return this.$at(boundingArea(this.$area, this.$other(anotherRange)));
  }

  getIntersection(anotherRange: Range | string): Range {
    const range = this.getIntersectionOrNullObject(anotherRange);
    if (range === null) {
      throw new HostError("ItemNotFound", "The ranges have no cells in common.");
    }
    return range;
  }

  getIntersectionOrNullObject(anotherRange: Range | string): Range | null {
    const area = intersection(this.$area, this.$other(anotherRange));
    return area && this.$at(area);
  }

  $other(range: Range | string): Area {
    if (typeof range === "string") {
      return areaOnSheet(this.$sheet, range);
    }
    if (range.$sheet !== this.$sheet) {
      throw new HostError("InvalidArgument", "The ranges are on different sheets.");
    }
    return range.$area;
  }

  getEntireColumn(): Range {
    return this.$at({ ...this.$area, row: 0, rows: sheetRows });
  }

  getEntireRow(): Range {
    return this.$at({ ...this.$area, column: 0, columns: sheetColumns });
  }

  getLastRow(): Range {
    const area = this.$area;
    return this.$at({ ...area, row: area.row + area.rows - 1, rows: 1 });
  }

  getLastColumn(): Range {
    const area = this.$area;
    return this.$at({ ...area, column: area.column + area.columns - 1, columns: 1 });
  }

  getLastCell(): Range {
    return this.getLastRow().getLastColumn();
  }

  /** Positive counts go on in the direction of the name, negative ones count inside; 0 is refused (Range.getRowsAbove). */
  getRowsAbove(count = 1): Range {
    const { row, column, columns, rows } = this.$area;
    return count > 0
      ? this.$block(row - count, column, count, columns)
      : this.$block(row, column, Math.min(-count, rows) || 0, columns);
  }

  getRowsBelow(count = 1): Range {
    const { row, column, columns, rows } = this.$area;
    return count > 0
      ? this.$block(row + rows, column, count, columns)
      : this.$block(row + rows + count, column, -count, columns);
  }

  getColumnsAfter(count = 1): Range {
    const { row, column, columns, rows } = this.$area;
    return count > 0
      ? this.$block(row, column + columns, rows, count)
      : this.$block(row, column + columns + count, rows, -count);
  }

  getColumnsBefore(count = 1): Range {
    const { row, column, columns, rows } = this.$area;
    return count > 0
      ? this.$block(row, column - count, rows, count)
      : this.$block(row, column, rows, Math.min(-count, columns) || 0);
  }

  getUsedRange(valuesOnly = false): Range {
    const range = this.getUsedRangeOrNullObject(valuesOnly);
    if (range === null) {
      throw new HostError("ItemNotFound", `There are no used cells in ${this.address}.`);
    }
    return range;
  }

  getUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const area = usedAreaWithin(this.$sheet, this.$area, valuesOnly);
    return area && this.$at(area);
  }

  /** The block up to blank rows and columns around this one, as Ctrl+* selects. */
  getSurroundingRegion(): Range {
    return this.$at(regionAround(this.$sheet, this.$area));
  }

  getTables(fullyContained = false): TableScopedCollection {
    const area = this.$area;
    const tables = this.$sheet.tables.filter((table) =>
      fullyContained ? contains(area, table.area) : intersection(area, table.area) !== null,
    );
    return this.$kin.tablesOf(
      this.$sheet,
      tables.map((table) => table.id),
    );
  }

  get hasSpill(): boolean | null {
    const area = this.$area;
    const spills = this.$sheet.workbook.engine
      .spills(this.$sheet.id)
      .filter((spill) => spill.area.rows * spill.area.columns > 1);
    if (!spills.some((spill) => intersection(spill.area, area))) {
      return false;
    }
    return spills.some((spill) => contains(spill.area, area)) ? true : null;
  }

  getSpillingToRangeOrNullObject(): Range | null {
    const { row, column } = this.$singleCell("getSpillingToRange");
    const cell = this.$sheet.cells.own(row, column);
    const area =
      typedFormula(cell) === null ? null : this.$sheet.workbook.engine.spillOf(this.$sheet.id, row, column);
    return area && this.$at(area);
  }

  getSpillingToRange(): Range {
    return found(this.getSpillingToRangeOrNullObject(), `${this.address} does not spill.`);
  }

  getSpillParentOrNullObject(): Range | null {
    const cell = { ...this.$singleCell("getSpillParent"), rows: 1, columns: 1 };
    const spill = this.$sheet.workbook.engine
      .spills(this.$sheet.id)
      .find((each) => contains(each.area, cell));
    return spill ? this.$block(spill.row, spill.column, 1, 1) : null;
  }

  getSpillParent(): Range {
    return found(this.getSpillParentOrNullObject(), `Nothing spills into ${this.address}.`);
  }

  $singleCell(member: string): { row: number; column: number } {
    const { row, column, rows, columns } = this.$area;
    if (rows * columns > 1) {
      throw new HostError("InvalidOperation", `Range.${member} needs a single cell.`);
    }
    return { row, column };
  }

  // Hiding

  /** True, false, or null where some rows are hidden and some are not. */
  get rowHidden(): boolean | null {
    const { row, rows } = this.$area;
    return uniform(row, rows, (each) => this.$sheet.geometry.hiddenRows.has(each));
  }

  set rowHidden(hidden: boolean) {
    requireAllowed(this.$sheet, "allowFormatRows");
    const { row, rows } = this.$area;
    for (let each = row; each < row + rows; each++) {
      if (hidden) {
        this.$sheet.geometry.hiddenRows.set(each, this.$sheet.geometry.hiddenRows.get(each) ?? "person");
      } else {
        this.$sheet.geometry.hiddenRows.delete(each);
      }
    }
    this.$sheet.geometry.changed();
  }

  get columnHidden(): boolean | null {
    const { column, columns } = this.$area;
    return uniform(column, columns, (each) => this.$sheet.geometry.hiddenColumns.has(each));
  }

  set columnHidden(hidden: boolean) {
    requireAllowed(this.$sheet, "allowFormatColumns");
    const { column, columns } = this.$area;
    for (let each = column; each < column + columns; each++) {
      this.$sheet.geometry.hiddenColumns[hidden ? "add" : "delete"](each);
    }
    this.$sheet.geometry.changed();
  }

  /** True when no cell of the range can be seen. */
  get hidden(): boolean | null {
    const { rowHidden, columnHidden } = this;
    return rowHidden === true || columnHidden === true
      ? true
      : rowHidden === null || columnHidden === null
        ? null
        : false;
  }

  // Doing

  select(): void {
    this.$sheet.select(this.$area);
  }

  /** Calculates the formulas of the range (and what they need), whatever the calculation mode. */
  calculate(): Promise<void> {
    this.$sheet.cells.markChanged(this.$area);
    return this.$sheet.workbook.calculateNow(false);
  }
}

export function uniform(first: number, count: number, test: (index: number) => boolean): boolean | null {
  const value = test(first);
  for (let index = first + 1; index < first + count; index++) {
    if (test(index) !== value) {
      return null;
    }
  }
  return value;
}

function isNumberFormat(pattern: string): boolean {
  try {
    return numfmt.isValidFormat(pattern);
  } catch {
    return false;
  }
}
