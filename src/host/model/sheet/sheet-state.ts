import type {
  Area,
  CellFormatRecord,
  CellRecord,
  CellValue,
  ChartRecord,
  ConditionalFormatRecord,
  DataValidationRecord,
  PageRecord,
  SheetRecord,
  TableRecord,
} from "../../workbook-record";
import type { CellShift } from "../formula/formula-rewrite";
import { shownText } from "./cell-entry";
import type { ReferencedCells, SheetContext, StructuralChange } from "../sheet-context";
import { FilterState } from "../table/filter";
import { HostError } from "../host-error";
import type { Range } from "../range/range";
import {
  absoluteAddressOf,
  addressOf,
  contains,
  parseArea,
  quotedSheetName,
  splitSheetName,
} from "../reference";
import { cellValue, SheetCells } from "./sheet-cells";
import { SheetFormats } from "./sheet-formats";
import { highestRow, lineHeight, wrappedHeight } from "../../text-size";
import { SheetGeometry } from "./sheet-geometry";
import { loadCells, recordOf } from "./sheet-record";
import { requireAllowed } from "./sheet-refusals";
import type { WorkbookState } from "../workbook-state";

/** Excel reads at most so many cells at once; beyond it gives null (Office Add-ins, "Resource limits and performance optimization"). */
export const mostCellsRead = 5_000_000;

export type SheetProtection = NonNullable<SheetRecord["protection"]> & {
  /** Kept in memory only: files hold a hash that nobody can turn back. */
  password: string | null;
};

/** One sheet of the workbook: what its Worksheet, Range, Table … objects read and write. */
export class SheetState implements SheetContext {
  readonly cells: SheetCells;
  readonly geometry = new SheetGeometry((row) => this.#automaticHeight(row));
  readonly chartRecords: ChartRecord[];
  conditionalFormatRecords: ConditionalFormatRecord[];
  dataValidationRecords: DataValidationRecord[];
  readonly formats: SheetFormats;
  visibility: SheetRecord["visibility"];
  tabColor: string | null;
  showGridlines: boolean;
  showHeadings = true;
  merges: Area[];
  frozen: { rows: number; columns: number };
  tables: TableRecord[];
  filter: SheetRecord["filter"];
  /** Criteria set through the API, of the tables by their ids and of the sheet's own filter under null. */
  readonly #filters = new Map<number | null, FilterState>();
  protection: SheetProtection | null;
  page: PageRecord;
  /** Cells put in and taken out since the workbook was opened, in their order. */
  readonly shifts: CellShift[] = [];
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  isDeleted = false;
  #ranges: WeakRef<Range>[] = [];

  /** Makes the sheet of a record; its cells are loaded by `loadCells` once all sheets and names are there. */
  constructor(
    readonly workbook: WorkbookState,
    readonly id: string,
    record: SheetRecord,
    index: number,
    /** Given by range.ts: the model's Range, which this file does not construct to stay clear of a circle. */
    readonly makeRange: (sheet: SheetState, area: Area) => Range,
  ) {
    this.sheetName = record.name;
    this.part = record.part;
    workbook.engine.addSheet(id, record.name, index, {});
    this.cells = new SheetCells(workbook.engine, id, {
      resolve: (formula, row, column) =>
        workbook.resolve(formula, { sheetName: this.sheetName, row, column }),
      extentGrew: () => workbook.resolveIndirectFormulas(),
    });
    this.formats = new SheetFormats(workbook.formats, this.cells, () => {
      this.geometry.changed();
      workbook.engine.touch(id);
    });
    for (const { row, column } of record.cells) {
      this.cells.reserve({ row, column, rows: 1, columns: 1 });
    }
    this.visibility = record.visibility;
    this.tabColor = record.tabColor;
    this.showGridlines = record.showGridlines;
    this.merges = record.merges.map((area) => ({ ...area }));
    this.frozen = { ...record.frozen };
    this.tables = structuredClone(record.tables);
    this.filter = structuredClone(record.filter);
    this.protection = record.protection && { ...structuredClone(record.protection), password: null };
    this.chartRecords = structuredClone(record.charts);
    this.conditionalFormatRecords = structuredClone(record.conditionalFormats);
    this.dataValidationRecords = structuredClone(record.dataValidations ?? []);
    this.page = structuredClone(record.page);
    if (record.standardWidth !== undefined) this.geometry.standardWidth = record.standardWidth;
    for (const column of record.columns) {
      if (column.width !== undefined) {
        this.geometry.columnWidths.set(column.index, column.width);
      }
      if (column.hidden) {
        this.geometry.hiddenColumns.add(column.index);
      }
      this.#loadLineFormat(this.formats.columns, column);
    }
    for (const row of record.rows) {
      if (row.height !== undefined) {
        this.geometry.rowHeights.set(row.index, row.height);
      }
      if (row.hidden) {
        this.geometry.hiddenRows.set(row.index, this.#isFilteredRow(row.index) ? "filter" : "person");
      }
      this.#loadLineFormat(this.formats.rows, row);
    }
  }

  sheetName: string;
  /** Part of the file that the sheet came from. */
  readonly part: string | undefined;

  #loadLineFormat(formats: Map<number, string>, line: { index: number; format?: CellFormatRecord }): void {
    const key = line.format && this.workbook.formats.keyOf(line.format);
    if (key !== undefined) {
      formats.set(line.index, key);
    }
  }

  /** The files do not say who hid a row: inside an active filter it was the filter. */
  #isFilteredRow(row: number): boolean {
    const areas = [
      ...(this.filter?.active ? [this.filter.area] : []),
      ...this.tables.filter((table) => table.filtered).map((table) => table.area),
    ];
    return areas.some((area) => row > area.row && row < area.row + area.rows);
  }

  /** Rows that a filter hid and that cells moved out of its block stay hidden, by nobody's filter (a guess). */
  keepHiddenRows(): void {
    for (const [row, by] of this.geometry.hiddenRows) {
      if (by === "filter" && !this.#isFilteredRow(row)) this.geometry.hiddenRows.set(row, "person");
    }
  }

  /** The criteria of a table, or of the sheet's own filter. */
  filterOf(table: TableRecord | null): FilterState {
    const key = table?.id ?? null;
    let filter = this.#filters.get(key);
    if (filter === undefined) {
      filter = new FilterState();
      filter.unknownCriteria = table === null ? this.filter?.active === true : table.filtered;
      this.#filters.set(key, filter);
    }
    return filter;
  }

  /** Forgets the criteria of the sheet's own filter. */
  forgetFilter(): void {
    this.#filters.delete(null);
  }

  /** Called once all sheets and names are there. */
  loadCells(records: CellRecord[]): void {
    loadCells(this, records);
  }

  toRecord(): SheetRecord {
    return recordOf(this);
  }

  /** Makes the block the selection, and its sheet the active one. */
  select(area: Area): void {
    if (this.visibility !== "Visible") {
      throw new HostError(
        "InvalidOperation",
        `The sheet ${this.sheetName} is hidden and cannot be activated.`,
      );
    }
    this.selection = { ...area };
    this.workbook.activate(this);
    this.workbook.raiseSheetEvent(this, "selection", { address: addressOf(area) });
  }

  raiseChanged(area: Area, changeType: string): void {
    this.workbook.raiseChanged(this, area, changeType);
  }

  /** Set by tables.ts: a written header cell renames its column. */
  onHeaderWritten: (area: Area) => void = () => undefined;

  requireEditableObjects(): void {
    requireAllowed(this, "allowEditObjects");
  }

  mergeAt(row: number, column: number): Area | null {
    return this.merges.find((merge) => contains(merge, { row, column, rows: 1, columns: 1 })) ?? null;
  }

  texts(area: Area): string[][] {
    const values = this.cells.values(area);
    return values.map((row, rowIndex) =>
      row.map((value, columnIndex) => this.#text(value, area.row + rowIndex, area.column + columnIndex)),
    );
  }

  #text(value: CellValue, row: number, column: number): string {
    return shownText(value, this.shownFormat(row, column), this.workbook.locale);
  }

  /** The format that the value of a cell is shown in: the cell's own, else that which came with the value. */
  shownFormat(row: number, column: number): string {
    const own = this.formats.at(row, column).numberFormat ?? "General";
    return own === "General" ? (this.cells.valueFormat(row, column) ?? own) : own;
  }

  // SheetContext

  rangeOf(area: Area): Range {
    return this.makeRange(this, area);
  }

  /** Keeps a range object on its cells while the sheet changes its shape. */
  track(range: Range): void {
    this.#ranges.push(new WeakRef(range));
    if (this.#ranges.length > 20_000) {
      this.#ranges = this.#ranges.filter((reference) => reference.deref() !== undefined);
    }
  }

  moveTrackedRanges(move: (area: Area) => Area | null): void {
    for (const reference of this.#ranges) {
      const range = reference.deref();
      if (range?.$areaOrNull) {
        range.$areaOrNull = move(range.$areaOrNull);
      }
    }
  }

  resolve(reference: string): ReferencedCells | null {
    const { sheet, rest } = splitSheetName(reference.replace(/^=/, ""));
    const area = parseArea(rest);
    const state = sheet === null ? this : this.workbook.sheetNamed(sheet);
    if (area === null || state === null) {
      return null;
    }
    return {
      sheetName: state.sheetName,
      area,
      values: state.cells.values(area),
      texts: state.texts(area),
      numberFormats: state.formats.patterns(area),
    };
  }

  referenceTo(area: Area): string {
    return `=${quotedSheetName(this.sheetName)}!${absoluteAddressOf(area)}`;
  }

  leftOf(column: number): number {
    return this.geometry.leftOf(column);
  }

  topOf(row: number): number {
    return this.geometry.topOf(row);
  }

  onStructuralChange(follow: (change: StructuralChange) => void): void {
    this.workbook.follow(follow);
  }

  /** Excel makes a row as high as its largest font and its wrapped texts need, unless it was given a height. */
  #automaticHeight(row: number): number {
    let height = lineHeight(11);
    const line = this.formats.rows.get(row);
    if (line !== undefined) {
      height = Math.max(height, lineHeight(this.workbook.formats.get(line).font?.size ?? 11));
    }
    const cells = this.cells.grid[row];
    for (const key in cells) {
      const cell = cells[key];
      if (!cell.s) {
        continue;
      }
      const column = Number(key);
      const format = this.workbook.formats.get(cell.s);
      const wraps = format.wrapText && cellValue(cell) !== null && this.mergeAt(row, column) === null;
      const needed = wraps
        ? wrappedHeight(
            this.#text(this.cells.value(row, column), row, column),
            format,
            this.geometry.widthOf(column),
          )
        : lineHeight(format.font?.size ?? 11);
      height = Math.max(height, needed);
    }
    return Math.min(height, highestRow);
  }
}
