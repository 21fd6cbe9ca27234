import type { Area, TableRecord } from "../../../workbook-record";
import { dataArea } from "../../../model/formula/structured-reference";
import { contains, intersection } from "../../../model/reference";
import type { SheetState } from "../../../model/sheet/sheet-state";
import { sortRows } from "../../../model/sheet/sort-rows";
import type { FilterCriteria } from "../../../model/table/filter";
import { cellArea, type Hand } from "./hand";

/** A list with a row of headers. */
export interface HeaderedList {
  table: TableRecord | null;
  /** Headers and rows, without totals. */
  area: Area;
  /** The rows below the headers. */
  data: Area;
}

/** What a person does with the list around a cell: a table, or cells with a row of headers. */
export class ListHand {
  constructor(readonly hand: Hand) {}

  /** Keeps the rows of the list that meet what is asked of its column. A list that is no table gets a filter. */
  filter(id: string, row: number, column: number, criteria: FilterCriteria): boolean {
    return this.hand.do(() => {
      const sheet = this.hand.sheet(id);
      const table = tableAt(sheet, row, column);
      if (table) {
        this.#filterOf(id, table).$apply(column - table.area.column, criteria);
        return;
      }
      const { area } = listAt(sheet, row, column);
      this.hand.worksheet(id).autoFilter.apply(this.hand.range(id, area), column - area.column, criteria);
    });
  }

  /** Shows the rows again that the filter of one column hid. */
  clearColumn(id: string, row: number, column: number): boolean {
    return this.hand.do(() => {
      const table = tableAt(this.hand.sheet(id), row, column);
      const { filter } = this.hand.sheet(id);
      if (table) {
        this.#filterOf(id, table).clearColumnCriteria(column - table.area.column);
      } else if (filter) {
        this.hand.worksheet(id).autoFilter.clearColumnCriteria(column - filter.area.column);
      }
    });
  }

  /** Shows all rows of the list around a cell again; of all lists of the sheet when the cell is in none. */
  clear(id: string, row: number, column: number): boolean {
    return this.hand.do(() => {
      const sheet = this.hand.sheet(id);
      const table = tableAt(sheet, row, column);
      for (const each of table ? [table] : sheet.tables.filter(({ filtered }) => filtered)) {
        this.hand.worksheet(id).tables.getItem(each.name).clearFilters();
      }
      if (!table) {
        this.hand.worksheet(id).autoFilter.clearCriteria();
      }
    });
  }

  /** Puts filter buttons on the headers of the list, or takes them away and shows all rows. */
  toggleButtons(id: string, row: number, column: number): boolean {
    return this.hand.do(() => {
      const sheet = this.hand.sheet(id);
      const table = tableAt(sheet, row, column);
      const { autoFilter } = this.hand.worksheet(id);
      if (table) {
        const shown = this.hand.worksheet(id).tables.getItem(table.name);
        if (table.showFilterButton) {
          shown.clearFilters();
        }
        shown.showFilterButton = !table.showFilterButton;
      } else if (sheet.filter) {
        autoFilter.remove();
      } else {
        autoFilter.apply(this.hand.range(id, listAt(sheet, row, column).area));
      }
    });
  }

  /** Sorts the list by the column of the cell. */
  sort(id: string, row: number, column: number, ascending: boolean): boolean {
    return this.hand.do(() => {
      const sheet = this.hand.sheet(id);
      sortRows(sheet, listAt(sheet, row, column).data, column, ascending);
    });
  }

  #filterOf(id: string, table: TableRecord) {
    return this.hand.worksheet(id).tables.getItem(table.name).autoFilter;
  }
}

/** The list whose headers have filter buttons on the screen: the table or filter around the cell, else the first of the sheet. */
export function buttonedList(sheet: SheetState, row: number, column: number): HeaderedList | null {
  const lists = [
    ...sheet.tables
      .filter((table) => table.showFilterButton && table.showHeaders)
      .map((table): HeaderedList => ofTable(table)),
    ...(sheet.filter ? [below(sheet.filter.area)] : []),
  ].filter(({ data }) => data.rows > 0);
  return lists.find(({ area }) => contains(area, cellArea(row, column))) ?? lists.at(0) ?? null;
}

function listAt(sheet: SheetState, row: number, column: number): HeaderedList {
  const table = tableAt(sheet, row, column);
  if (table) {
    return ofTable(table);
  }
  if (sheet.filter && intersection(sheet.filter.area, cellArea(row, column))) {
    return below(sheet.filter.area);
  }
  const { $area: area } = sheet.rangeOf(cellArea(row, column)).getSurroundingRegion();
  return hasHeaders(sheet, area) ? below(area) : { table: null, area, data: area };
}

function ofTable(table: TableRecord): HeaderedList {
  const { area, showTotals } = table;
  return { table, area: { ...area, rows: area.rows - (showTotals ? 1 : 0) }, data: dataArea(table) };
}

function below(area: Area): HeaderedList {
  return { table: null, area, data: { ...area, row: area.row + 1, rows: area.rows - 1 } };
}

/** Excel's guess, as far as it is known: a first row of texts over rows that hold something else, or look otherwise. */
function hasHeaders(sheet: SheetState, area: Area): boolean {
  if (area.rows < 2) {
    return false;
  }
  const columns = Array.from({ length: area.columns }, (_, index) => area.column + index);
  const filled = columns.filter((column) => sheet.cells.hasContent(area.row, column));
  const isText = (row: number, column: number) => sheet.cells.valueType(row, column) === "String";
  return (
    filled.length > 0 &&
    filled.every((column) => isText(area.row, column)) &&
    filled.some(
      (column) =>
        !isText(area.row + 1, column) ||
        sheet.formats.at(area.row, column).font?.bold !== sheet.formats.at(area.row + 1, column).font?.bold,
    )
  );
}

function tableAt(sheet: SheetState, row: number, column: number): TableRecord | undefined {
  return sheet.tables.find((table) => contains(table.area, cellArea(row, column)));
}
