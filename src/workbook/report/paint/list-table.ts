import { supports } from "../../api-level";
import type { Area, Content, ListArea, Page } from "./page/page";
import type { Place } from "./sheets";

interface TableLook {
  style: string;
  showBandedRows: boolean;
}

/** A list has no banded rows. */
const plainLook: TableLook = { style: "TableStyleLight1", showBandedRows: false };

/**
 * Prepares what tables stand in our cells for the new list: resized where its header stays in place (ExcelApi 1.13),
 * otherwise turned into plain cells, which keeps references to it alive. So is one of formulas, since Excel makes different ones that are
 * written into a blank column one and the same (office-js #2093, #5909).
 * @returns true when the list's table is kept, otherwise the look of the one to be made
 */
export function settleTables(
  { tables, previous, isUnfinished }: Place,
  page: Page,
  foreignTables: ReadonlySet<string>,
  rangeOf: (area: Area) => Excel.Range,
): true | TableLook {
  const list = page.list?.area;
  const resizable = supports("1.13");
  let kept = false;
  let look = plainLook;
  for (const { table, area } of tables) {
    const inside =
      area.row >= previous.row &&
      area.column >= previous.column &&
      area.row < previous.row + previous.rows &&
      area.column < previous.column + previous.columns;
    if (!inside) continue;
    // Values written over rows that a filter hides can land elsewhere (office-js #224).
    table.clearFilters();
    const rows = table.showTotals ? area.rows - 1 : area.rows;
    if (table.showTotals) table.showTotals = false;
    const inPlace =
      list &&
      area.row === previous.row + list.row &&
      area.column === previous.column + list.column &&
      previous.columns === page.area.columns &&
      // A run that was cut off may have widened the marked cells, not the table.
      area.columns >= list.columns;
    // Columns that the user added to the table stay in it. Inside the page they are of a list that had more of them.
    const columns = list && list.column + area.columns > page.area.columns ? area.columns : list?.columns;
    const fits = list && rows === list.rows && columns === area.columns;
    if (list && !kept && inPlace && (fits || resizable) && !holdsFormulas(page, list)) {
      kept = true;
      // It is not sure that the run that was cut off came to its name and style.
      if (isUnfinished)
        dress(table, page.list!, table.name.startsWith(page.list!.name) ? null : foreignTables);
      if (!fits) table.resize(rangeOf({ ...list, columns: columns! }));
    } else {
      if (inPlace && !isUnfinished) look = { style: table.style, showBandedRows: table.showBandedRows };
      table.convertToRange();
    }
  }
  return kept || look;
}

function holdsFormulas({ cells }: Page, { row, rows, column, columns }: Area): boolean {
  const isFormula = (content: Content) => typeof content === "object" && content !== null;
  return cells
    .slice(row, row + rows)
    .some((contents) => contents?.slice(column, column + columns).some(isFormula));
}

/**
 * Makes the list a table, under our name or, where that belongs to a table of the user, a numbered one.
 * @param columns of the table
 */
export function addTable(
  sheet: Excel.Worksheet,
  list: ListArea,
  look: TableLook,
  foreignTables: ReadonlySet<string>,
  rangeOf: (area: Area) => Excel.Range,
  columns = list.area.columns,
): void {
  dress(sheet.tables.add(rangeOf({ ...list.area, columns }), true), list, foreignTables, look);
}

/** @param foreignTables null where the name stays */
function dress(
  table: Excel.Table,
  { name }: ListArea,
  foreignTables: ReadonlySet<string> | null,
  { style, showBandedRows }: TableLook = plainLook,
): void {
  if (foreignTables) {
    let free = name;
    for (let attempt = 2; foreignTables.has(free.toLowerCase()); attempt++) free = name + attempt;
    table.name = free;
  }
  table.style = style;
  table.showBandedRows = showBandedRows;
}
