import type {
  Area,
  CellFormatRecord,
  CellRecord,
  CellValue,
  ChartRecord,
  ConditionalFormatRecord,
  PageRecord,
  SheetRecord,
  TableRecord,
} from "../workbook-record";
import { isErrorText, readEntry, shownText } from "./cell-entry";
import { chartStoreOf } from "./chart-store";
import type { ReferencedCells, SheetContext, StructuralChange } from "./chart-host";
import { conditionalFormatStoreOf } from "./conditional-format-store";
import { FilterState } from "./filter";
import { HostError } from "./host-error";
import type { Range } from "./range";
import {
  absoluteAddressOf,
  addressOf,
  contains,
  intersection,
  parseArea,
  quotedSheetName,
  sheetColumns,
  sheetRows,
  splitSheetName,
} from "./reference";
import { cellValue, constantOf, SheetCells, typedFormula } from "./sheet-cells";
import { lineHeight, SheetGeometry, wrappedLines } from "./sheet-geometry";
import type { WorkbookState } from "./workbook-state";

/** Excel reads at most so many cells at once; beyond it gives null (Office Add-ins, "Resource limits and performance optimization"). */
export const mostCellsRead = 5_000_000;
/** Range operations end here (same page: 33,554,000 cells for set and get together; it is the limit of one operation). */
const mostCellsWritten = 5_000_000;

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
  readonly rowFormats = new Map<number, string>();
  readonly columnFormats = new Map<number, string>();
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
    workbook.engine.addSheet(id, record.name, index, {});
    this.cells = new SheetCells(workbook.engine, id, {
      resolve: (formula, row, column) =>
        workbook.resolve(formula, { sheetName: this.sheetName, row, column }),
      extentGrew: () => workbook.resolveIndirectFormulas(),
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
    this.page = structuredClone(record.page);
    for (const column of record.columns) {
      if (column.width !== undefined) {
        this.geometry.columnWidths.set(column.index, column.width);
      }
      if (column.hidden) {
        this.geometry.hiddenColumns.add(column.index);
      }
      this.#loadLineFormat(this.columnFormats, column);
    }
    for (const row of record.rows) {
      if (row.height !== undefined) {
        this.geometry.rowHeights.set(row.index, row.height);
      }
      if (row.hidden) {
        this.geometry.hiddenRows.set(row.index, this.#isFilteredRow(row.index) ? "filter" : "person");
      }
      this.#loadLineFormat(this.rowFormats, row);
    }
  }

  sheetName: string;

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

  loadCells(records: CellRecord[]): void {
    const { formats, engine } = this.workbook;
    const grid = this.cells.grid;
    const spills = records.flatMap(({ row, column, spill }) => (spill ? [{ row, column, area: spill }] : []));
    const spilled: Record<number, Record<number, object>> = {};
    for (const record of records) {
      const { row, column, value, formula, format, quotePrefix } = record;
      const cells = (grid[row] ??= {});
      const key = format && formats.keyOf(format);
      const isSpilled = record.spilled === true;
      if (isSpilled) {
        (spilled[row] ??= {})[column] = constantOf(value);
      }
      const cell = {
        ...(isSpilled ? {} : constantOf(value)),
        ...(key && { s: key }),
        ...(quotePrefix && { custom: { quoted: true as const } }),
      };
      if (Object.keys(cell).length > 0) {
        cells[column] = cell;
      }
      if (formula !== undefined) {
        this.cells.load(row, column, formula, value);
        if (record.spill) {
          (spilled[row] ??= {})[column] = constantOf(value);
        }
      }
    }
    if (spills.length > 0) {
      engine.setSpills(this.id, spills, spilled as never);
    }
    // From now on they follow changes of rows, columns and names.
    chartStoreOf(this);
    conditionalFormatStoreOf(this);
  }

  toRecord(): SheetRecord {
    const { columnWidths, hiddenColumns, rowHeights, hiddenRows } = this.geometry;
    const lines = (...sources: Iterable<number>[]) =>
      [...new Set(sources.flatMap((source) => [...source]))].sort((a, b) => a - b);
    return {
      name: this.sheetName,
      visibility: this.visibility,
      tabColor: this.tabColor,
      showGridlines: this.showGridlines,
      cells: this.#cellRecords(),
      columns: lines(columnWidths.keys(), hiddenColumns, this.columnFormats.keys()).map((index) => ({
        index,
        ...(columnWidths.has(index) && { width: columnWidths.get(index) }),
        ...(hiddenColumns.has(index) && { hidden: true }),
        ...(this.columnFormats.has(index) && {
          format: this.workbook.formats.get(this.columnFormats.get(index)),
        }),
      })),
      rows: lines(rowHeights.keys(), hiddenRows.keys(), this.rowFormats.keys()).map((index) => ({
        index,
        ...(rowHeights.has(index) && { height: rowHeights.get(index) }),
        ...(hiddenRows.has(index) && { hidden: true }),
        ...(this.rowFormats.has(index) && { format: this.workbook.formats.get(this.rowFormats.get(index)) }),
      })),
      merges: structuredClone(this.merges),
      frozen: { ...this.frozen },
      tables: structuredClone(this.tables),
      filter: structuredClone(this.filter),
      protection: this.#protectionRecord(),
      conditionalFormats: structuredClone(this.conditionalFormatRecords),
      charts: structuredClone(this.chartRecords),
      page: structuredClone(this.page),
    };
  }

  #protectionRecord(): SheetRecord["protection"] {
    const record: Partial<SheetProtection> | null = structuredClone(this.protection);
    delete record?.password;
    return record as SheetRecord["protection"];
  }

  #cellRecords(): CellRecord[] {
    const { engine, formats } = this.workbook;
    const records: CellRecord[] = [];
    const { grid } = this.cells;
    const spilled = engine.spilledCells(this.id);
    const rows = [...new Set([...Object.keys(grid), ...Object.keys(spilled)].map(Number))].sort(
      (a, b) => a - b,
    );
    for (const row of rows) {
      const columns = [
        ...new Set([...Object.keys(grid[row] ?? {}), ...Object.keys(spilled[row] ?? {})].map(Number)),
      ].sort((a, b) => a - b);
      for (const column of columns) {
        const cell = grid[row]?.[column];
        const value = cellValue(cell) ?? cellValue(spilled[row]?.[column]);
        const formula = typedFormula(cell);
        const spill = formula === null ? null : engine.spillOf(this.id, row, column);
        const quoted = cell?.custom?.quoted === true;
        const record: CellRecord = {
          row,
          column,
          ...(value !== null && { value: isErrorText(value) && !quoted ? { error: value } : value }),
          ...(formula !== null && { formula }),
          ...(spill !== null && spill.rows * spill.columns > 1 && { spill }),
          ...(formula === null && cellValue(cell) === null && value !== null && { spilled: true }),
          ...(quoted && { quotePrefix: true }),
          ...(cell?.s && { format: formats.get(cell.s) }),
        };
        if (Object.keys(record).length > 2) {
          records.push(record);
        }
      }
    }
    return records;
  }

  // Formats

  formatKeyAt(row: number, column: number): string | undefined {
    const cell = this.cells.own(row, column);
    return cell?.s ?? this.rowFormats.get(row) ?? this.columnFormats.get(column);
  }

  formatAt(row: number, column: number): CellFormatRecord {
    return this.workbook.formats.get(this.formatKeyAt(row, column));
  }

  /** Changes the formats of a block; whole rows and columns keep theirs aside, so that they cost nothing. */
  changeFormats(area: Area, change: (format: CellFormatRecord) => CellFormatRecord): void {
    const { formats } = this.workbook;
    // The same change of the same format is made once.
    const known = new Map<string | undefined, string | undefined>();
    const changed = (key: string | undefined) => {
      if (!known.has(key)) {
        known.set(key, formats.keyOf(change(formats.get(key))));
      }
      return known.get(key);
    };
    if (area.rows === sheetRows || area.columns === sheetColumns) {
      this.#changeLineFormats(area, changed);
    } else {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          this.#setFormat(row, column, changed(this.formatKeyAt(row, column)));
        }
      }
    }
    this.geometry.changed();
  }

  /** Changes formats cell by cell; changes of one `key` to one format are made once. Null leaves the cell. */
  changeFormatsByCell(
    area: Area,
    change: (
      format: CellFormatRecord,
      row: number,
      column: number,
    ) => { key: string; format: () => CellFormatRecord } | null,
  ): void {
    const { formats } = this.workbook;
    const known = new Map<string, string | undefined>();
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const before = this.formatKeyAt(row, column);
        const changed = change(formats.get(before), row, column);
        if (changed !== null) {
          const name = `${before ?? ""} ${changed.key}`;
          if (!known.has(name)) {
            known.set(name, formats.keyOf(changed.format()));
          }
          this.#setFormat(row, column, known.get(name));
        }
      }
    }
    this.geometry.changed();
  }

  #setFormat(row: number, column: number, key: string | undefined): void {
    const inherited = this.rowFormats.get(row) ?? this.columnFormats.get(column);
    // A cell of a formatted column that is set back to the default needs to say so.
    this.cells.setFormat(row, column, key === undefined && inherited !== undefined ? plainKey : key);
  }

  #changeLineFormats(area: Area, changed: (key: string | undefined) => string | undefined): void {
    const wholeColumns = area.rows === sheetRows;
    const own: [number, number, string][] = [];
    this.cells.forEachIn(area, (row, column, cell) => {
      if (cell.s) {
        own.push([row, column, cell.s]);
      }
    });
    const lines = wholeColumns ? this.columnFormats : this.rowFormats;
    const first = wholeColumns ? area.column : area.row;
    const count = wholeColumns ? area.columns : area.rows;
    const crossing = wholeColumns ? this.rowFormats : this.columnFormats;
    for (let line = first; line < first + count; line++) {
      for (const [other, key] of crossing) {
        const [row, column] = wholeColumns ? [other, line] : [line, other];
        if (this.cells.own(row, column)?.s === undefined) {
          own.push([row, column, key]);
        }
      }
      const key = changed(lines.get(line));
      if (key === undefined) {
        lines.delete(line);
      } else {
        lines.set(line, key);
      }
    }
    own.forEach(([row, column, key]) => this.#setFormat(row, column, changed(key)));
  }

  // Values

  readable(area: Area): boolean {
    return area.rows * area.columns <= mostCellsRead;
  }

  texts(area: Area): string[][] {
    const values = this.cells.values(area);
    return values.map((row, rowIndex) =>
      row.map((value, columnIndex) => this.#text(value, area.row + rowIndex, area.column + columnIndex)),
    );
  }

  #text(value: CellValue, row: number, column: number): string {
    return shownText(value, this.formatAt(row, column).numberFormat ?? "General", this.workbook.locale);
  }

  /**
   * Writes a block as `Range.values` does; null leaves a cell untouched.
   * @throws HostError InvalidArgument for another shape or an unreadable formula, AccessDenied for locked cells of a
   * protected sheet, InvalidOperation over filtered rows. Nothing is written then.
   */
  writeValues(area: Area, matrix: unknown[][], formulasOnly = false): void {
    this.requireEditableCells(area);
    this.requireUnfiltered(area);
    if (area.rows * area.columns > mostCellsWritten) {
      throw new HostError("RangeExceedsLimit", "The cells to be written are too many.");
    }
    const entries = matrix.map((row, rowIndex) =>
      row.map((value, columnIndex) => {
        if (value === null || value === undefined) {
          return null;
        }
        const key = this.formatKeyAt(area.row + rowIndex, area.column + columnIndex);
        const isText = key !== undefined && this.workbook.formats.get(key).numberFormat === "@";
        return readEntry(
          value,
          isText && !(formulasOnly && typeof value === "string" && value.startsWith("=")),
        );
      }),
    );
    for (let rowIndex = 0; rowIndex < area.rows; rowIndex++) {
      for (let columnIndex = 0; columnIndex < area.columns; columnIndex++) {
        const entry = entries[rowIndex][columnIndex];
        const row = area.row + rowIndex;
        const column = area.column + columnIndex;
        // What is written into a merged block's inner cells is lost.
        if (entry === null || this.#isInsideMerge(row, column)) {
          continue;
        }
        this.cells.write(row, column, entry);
        if (
          entry.kind === "number" &&
          entry.format !== undefined &&
          this.formatAt(row, column).numberFormat === undefined
        ) {
          const { formats } = this.workbook;
          this.cells.setFormat(
            row,
            column,
            formats.keyOf({ ...this.formatAt(row, column), numberFormat: entry.format }),
          );
        }
      }
    }
    this.contentChanged(area);
  }

  /** Empties cells; their formats stay. */
  clearContents(area: Area): void {
    this.requireEditableCells(area);
    this.requireUnfiltered(area);
    this.#clear(area);
    this.contentChanged(area);
  }

  #clear(area: Area): void {
    const filled: [number, number][] = [];
    this.cells.forEachIn(area, (row, column) => filled.push([row, column]));
    filled.forEach(([row, column]) => this.cells.write(row, column, { kind: "blank" }));
  }

  /** What merging leaves of a block: its first cell's content, or the first there is, moved there. */
  keepFirstValue(block: Area): void {
    let kept: CellValue | undefined;
    this.cells.forEachIn(block, (_row, _column, cell) => {
      kept ??= typedFormula(cell) ?? cellValue(cell) ?? undefined;
    });
    const first = this.cells.own(block.row, block.column);
    const firstStays = typedFormula(first) !== null || cellValue(first) !== null;
    const others: [number, number][] = [];
    this.cells.forEachIn(block, (row, column) => {
      if (row !== block.row || column !== block.column) {
        others.push([row, column]);
      }
    });
    others.forEach(([row, column]) => this.cells.write(row, column, { kind: "blank" }));
    if (!firstStays && kept !== undefined) {
      this.cells.write(
        block.row,
        block.column,
        readEntry(typeof kept === "string" && !kept.startsWith("=") ? `'${kept}` : kept, false),
      );
    }
    this.contentChanged(block);
  }

  /** The smallest block inside `area` with all its used cells; null for none. */
  usedAreaWithin(area: Area, valuesOnly: boolean): Area | null {
    const used = this.cells.usedArea(valuesOnly);
    const block = used && intersection(used, area);
    if (used === null || block === null || contains(area, used)) {
      return block;
    }
    let found: { top: number; bottom: number; left: number; right: number } | null = null;
    for (let row = block.row; row < block.row + block.rows; row++) {
      for (let column = block.column; column < block.column + block.columns; column++) {
        if (valuesOnly ? this.cells.hasContent(row, column) : this.cells.isUsed(row, column)) {
          found ??= { top: row, bottom: row, left: column, right: column };
          found.bottom = row;
          found.left = Math.min(found.left, column);
          found.right = Math.max(found.right, column);
        }
      }
    }
    return (
      found && {
        row: found.top,
        rows: found.bottom - found.top + 1,
        column: found.left,
        columns: found.right - found.left + 1,
      }
    );
  }

  /** The block around `area` that blank rows and columns enclose (Range.getSurroundingRegion). */
  regionAround(area: Area): Area {
    let { row: top, column: left } = area;
    let bottom = top + area.rows - 1;
    let right = left + area.columns - 1;
    const someInRow = (row: number) => {
      for (let column = Math.max(0, left - 1); column <= right + 1; column++) {
        if (this.cells.hasContent(row, column)) {
          return true;
        }
      }
      return false;
    };
    const someInColumn = (column: number) => {
      for (let row = Math.max(0, top - 1); row <= bottom + 1; row++) {
        if (this.cells.hasContent(row, column)) {
          return true;
        }
      }
      return false;
    };
    for (let grown = true; grown;) {
      grown = false;
      while (bottom + 1 < sheetRows && someInRow(bottom + 1)) {
        bottom++;
        grown = true;
      }
      while (top > 0 && someInRow(top - 1)) {
        top--;
        grown = true;
      }
      while (right + 1 < sheetColumns && someInColumn(right + 1)) {
        right++;
        grown = true;
      }
      while (left > 0 && someInColumn(left - 1)) {
        left--;
        grown = true;
      }
    }
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
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

  /** @throws HostError AccessDenied when the sheet is protected and formats may not be changed. */
  requireAllowedFormatting(area: Area): void {
    if (this.protection !== null && this.protection.options.allowFormatCells !== true) {
      throw new HostError(
        "AccessDenied",
        `The sheet ${this.sheetName} is protected: ${addressOf(area)} cannot be formatted.`,
      );
    }
  }

  /** After cells were written or cleared: blocked spills try again, headers of tables take their texts. */
  contentChanged(area: Area): void {
    this.cells.markChanged(area);
    for (const spill of this.workbook.engine.spills(this.id)) {
      if (intersection(spill.area, area)) {
        this.cells.markChanged({ row: spill.row, column: spill.column, rows: 1, columns: 1 });
      }
    }
    this.geometry.changed();
    this.onHeaderWritten(area);
  }

  /** Set by tables.ts: a written header cell renames its column. */
  onHeaderWritten: (area: Area) => void = () => undefined;

  #isInsideMerge(row: number, column: number): boolean {
    if (this.merges.length === 0) {
      return false;
    }
    const merge = this.mergeAt(row, column);
    return merge !== null && (merge.row !== row || merge.column !== column);
  }

  mergeAt(row: number, column: number): Area | null {
    return this.merges.find((merge) => contains(merge, { row, column, rows: 1, columns: 1 })) ?? null;
  }

  // Refusals

  /** @throws HostError AccessDenied when the sheet is protected and a cell of the block is locked. */
  requireEditableCells(area: Area): void {
    if (this.protection === null) {
      return;
    }
    if (this.someFormat(area, (format) => format.locked !== false)) {
      throw new HostError(
        "AccessDenied",
        `The sheet ${this.sheetName} is protected and ${addressOf(area)} holds locked cells.`,
      );
    }
  }

  /** True when the condition holds for the format of some cell of the block. */
  someFormat(area: Area, condition: (format: CellFormatRecord) => boolean): boolean {
    const { formats } = this.workbook;
    const keys = new Set<string | undefined>();
    for (const key of this.formatKeysIn(area)) {
      if (!keys.has(key)) {
        keys.add(key);
        if (condition(formats.get(key))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The format keys of the cells of a block, row by row; what lies beyond the used cells and formatted lines counts once. */
  *formatKeysIn(area: Area): Iterable<string | undefined> {
    const used = this.cells.usedArea(false);
    const lastRow = Math.max(
      used ? used.row + used.rows : 0,
      1 + Math.max(-1, ...this.rowFormats.keys()),
      area.row + 1,
    );
    const lastColumn = Math.max(
      used ? used.column + used.columns : 0,
      1 + Math.max(-1, ...this.columnFormats.keys()),
      area.column + 1,
    );
    // One row and one column more than is used stand for all the others.
    const rows = Math.min(area.rows, lastRow + 1 - area.row);
    const columns = Math.min(area.columns, lastColumn + 1 - area.column);
    for (let row = area.row; row < area.row + rows; row++) {
      for (let column = area.column; column < area.column + columns; column++) {
        yield this.formatKeyAt(row, column);
      }
    }
  }

  /** @throws HostError AccessDenied when the sheet is protected and does not allow what `option` names (Excel.WorksheetProtectionOptions). */
  requireAllowed(option: string): void {
    if (this.protection !== null && this.protection.options[option] !== true) {
      throw new HostError("AccessDenied", `The sheet ${this.sheetName} is protected (${option}).`);
    }
  }

  requireEditableObjects(): void {
    this.requireAllowed("allowEditObjects");
  }

  /** Excel writes a block over filtered rows to the wrong cells (office-js #224): the host refuses instead. */
  requireUnfiltered(area: Area): void {
    if (area.rows === 1) {
      return;
    }
    for (const [row, by] of this.geometry.hiddenRows) {
      if (by === "filter" && row >= area.row && row < area.row + area.rows) {
        throw new HostError(
          "InvalidOperation",
          `${addressOf(area)} of ${this.sheetName} has rows hidden by a filter: Excel would write to the wrong cells (office-js #224).`,
        );
      }
    }
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
      numberFormats: state.numberFormats(area),
    };
  }

  numberFormats(area: Area): string[][] {
    return Array.from({ length: area.rows }, (_row, row) =>
      Array.from(
        { length: area.columns },
        (_column, column) => this.formatAt(area.row + row, area.column + column).numberFormat ?? "General",
      ),
    );
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
    const line = this.rowFormats.get(row);
    if (line !== undefined) {
      height = Math.max(height, lineHeight(this.workbook.formats.get(line).font?.size ?? 11));
    }
    for (const [column, cell] of Object.entries(this.cells.grid[row] ?? {})) {
      const format = this.workbook.formats.get(cell.s);
      const size = lineHeight(format.font?.size ?? 11);
      let lines = 1;
      if (format.wrapText && cellValue(cell) !== null && this.mergeAt(row, Number(column)) === null) {
        lines = wrappedLines(
          this.#text(this.cells.value(row, Number(column)), row, Number(column)),
          format,
          this.geometry.widthOf(Number(column)),
        );
      }
      height = Math.max(height, size * lines);
    }
    return Math.min(height, highestRow);
  }
}

/** "Excel specifications and limits": row height in points. */
const highestRow = 409;
/** A format key that says "the default" in a formatted row or column. */
const plainKey = "format-plain";
