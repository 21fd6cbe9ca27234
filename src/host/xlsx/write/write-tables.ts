import type { SheetRecord, TableRecord } from "../../workbook-record";
import { areaAddress } from "../vocabulary/address";
import { encodedText, escapedXml } from "../package/file-text";
import { formulaInFile } from "../vocabulary/formula-in-file";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** What a totals row shows, by the number of SUBTOTAL that skips hidden rows. */
const totalsFunctions: Record<string, string> = {
  101: "average",
  102: "countNums",
  103: "count",
  104: "max",
  105: "min",
  107: "stdDev",
  109: "sum",
  110: "var",
};

/**
 * The part of a table. Excel repairs a file whose header cells read differently from the column names,
 * whose totals row differs from what the part says of it, or whose names repeat: all three come from the cells here.
 * @param id unique in the workbook
 */
export function tablePart(table: TableRecord, id: number, sheet: SheetRecord): string {
  const cells = tableCells(table, sheet);
  const ref = areaAddress(table.area);
  const filterArea = table.showTotals ? { ...table.area, rows: table.area.rows - 1 } : table.area;
  const filter =
    table.showFilterButton && table.showHeaders ? `<autoFilter ref="${areaAddress(filterArea)}"/>` : "";
  const columns = table.columns.map((column, index) => columnElement(table, column, index, cells)).join("");
  const style = table.style === "" ? "" : ` name="${escapedXml(table.style)}"`;
  const stripes = [
    ["showFirstColumn", table.highlightFirstColumn],
    ["showLastColumn", table.highlightLastColumn],
    ["showRowStripes", table.showBandedRows],
    ["showColumnStripes", table.showBandedColumns],
  ].map(([name, on]) => ` ${name}="${on ? 1 : 0}"`);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<table xmlns="${main}" id="${id}" name="${escapedXml(table.name)}" displayName="${escapedXml(table.name)}" ref="${ref}"` +
    `${table.showHeaders ? "" : ' headerRowCount="0"'}${table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}>` +
    `${filter}<tableColumns count="${table.columns.length}">${columns}</tableColumns>` +
    `<tableStyleInfo${style}${stripes.join("")}/></table>`
  );
}

export type CellAt = (row: number, column: number) => SheetRecord["cells"][number] | undefined;

/** The cells that the part tells something of: formulas, and the totals row. */
export function tableCells({ area }: TableRecord, sheet: SheetRecord): CellAt {
  const inside = new Map<number, SheetRecord["cells"][number]>();
  for (const cell of sheet.cells) {
    const within =
      cell.row >= area.row &&
      cell.row < area.row + area.rows &&
      cell.column >= area.column &&
      cell.column < area.column + area.columns;
    const tells = cell.formula !== undefined || cell.row === area.row + area.rows - 1;
    if (within && tells) inside.set((cell.row - area.row) * area.columns + cell.column - area.column, cell);
  }
  return (row, column) => inside.get(row * area.columns + column);
}

/**
 * The element of a column.
 * @param attributes further ones, with a space before each
 */
export function columnElement(
  table: TableRecord,
  column: TableRecord["columns"][number],
  index: number,
  cellAt: CellAt,
  attributes = "",
): string {
  const totals = table.showTotals
    ? totalsOf(table, column.name, cellAt(table.area.rows - 1, index))
    : { attributes: "", children: "" };
  const calculated = calculatedFormula(table, index, cellAt);
  const children =
    (calculated === undefined
      ? ""
      : `<calculatedColumnFormula>${escapedXml(calculated)}</calculatedColumnFormula>`) + totals.children;
  const open = `<tableColumn id="${column.id}" name="${escapedXml(encodedName(column.name))}"${totals.attributes}${attributes}`;
  return children === "" ? `${open}/>` : `${open}>${children}</tableColumn>`;
}

/** Line breaks inside a column name stand escaped in the attribute. */
export function encodedName(name: string): string {
  return encodedText(name).replace(/\n/g, "_x000a_");
}

function totalsOf(
  table: TableRecord,
  columnName: string,
  cell: SheetRecord["cells"][number] | undefined,
): { attributes: string; children: string } {
  if (cell?.formula !== undefined) {
    const formula = formulaInFile(cell.formula, table.name);
    const subtotal = /^SUBTOTAL\((\d+),(.+)\[(.+)\]\)$/i.exec(formula);
    const own =
      subtotal && subtotal[2].toLowerCase() === table.name.toLowerCase() && subtotal[3] === columnName;
    const known = own ? totalsFunctions[subtotal[1]] : undefined;
    if (known) return { attributes: ` totalsRowFunction="${known}"`, children: "" };
    return {
      attributes: ' totalsRowFunction="custom"',
      children: `<totalsRowFormula>${escapedXml(formula)}</totalsRowFormula>`,
    };
  }
  if (typeof cell?.value === "string" && cell.value !== "") {
    return { attributes: ` totalsRowLabel="${escapedXml(encodedName(cell.value))}"`, children: "" };
  }
  return { attributes: "", children: "" };
}

/** A column whose every row has the same formula about its own row goes on with it in new rows. */
export function calculatedFormula(table: TableRecord, index: number, cellAt: CellAt): string | undefined {
  const first = table.showHeaders ? 1 : 0;
  const last = table.area.rows - (table.showTotals ? 1 : 0);
  const formula = cellAt(first, index)?.formula;
  if (formula === undefined || !formula.includes("[")) return undefined;
  for (let row = first; row < last; row++) if (cellAt(row, index)?.formula !== formula) return undefined;
  return formulaInFile(formula, table.name);
}
