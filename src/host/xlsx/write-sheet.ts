import type { CellRecord, SheetRecord, TableRecord } from "../workbook-record";
import { areaAddress, cellAddress } from "./address";
import { formulaInFile } from "./formula-in-file";
import type { Worksheet } from "./library";
import { defaultColumnWidth, defaultRowHeight, fileWidthOfPoints } from "./measures";
import { headerText, paperNumber, pointsPerInch } from "./page-choices";
import { allowedByDefault, forbiddenByDefault } from "./protection-options";
import { argb, type StyleBook } from "./write-styles";

/** Fills a sheet of the library with everything but charts, tables and conditional formats. */
export function writeSheet(sheet: Worksheet, record: SheetRecord, styles: StyleBook): void {
  writeCells(sheet, record, styles);
  for (const { index, width, hidden, format } of record.columns) {
    const column = sheet.getColumn(index + 1);
    column.width = fileWidthOfPoints(width ?? defaultColumnWidth);
    if (hidden) column.hidden = true;
    const style = styles.style(format, false);
    if (style) column.style = style;
  }
  for (const { index, height, hidden, format } of record.rows) {
    const row = sheet.getRow(index + 1);
    if (height !== undefined) row.height = height;
    if (hidden) row.hidden = true;
    const style = styles.style(format, false);
    if (style) row.style = style;
    // The library writes an empty row only when it has a height.
    if (height === undefined && (hidden || style)) {
      row.height = defaultRowHeight;
      row.customHeight = false;
    }
  }
  for (const area of record.merges) {
    sheet.mergeCellsWithoutStyle(
      area.row + 1,
      area.column + 1,
      area.row + area.rows,
      area.column + area.columns,
    );
  }
  if (record.filter) sheet.autoFilter = areaAddress(record.filter.area);
  sheet.views = [viewOf(record)];
  if (record.tabColor !== null) sheet.properties.tabColor = argb(record.tabColor);
  sheet.state = ({ Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const)[
    record.visibility
  ];
  sheet.sheetProtection = protectionOf(record);
  writePage(sheet, record);
}

function writeCells(sheet: Worksheet, record: SheetRecord, styles: StyleBook): void {
  const tableAt = tableFinder(record.tables);
  const rowFormats = new Map(record.rows.map(({ index, format }) => [index, format]));
  const columnFormats = new Map(record.columns.map(({ index, format }) => [index, format]));
  for (const cell of record.cells) {
    const target = sheet.getCell(cell.row + 1, cell.column + 1);
    if (cell.formula !== undefined)
      target.value = formulaValue(cell, tableAt(cell.row, cell.column)) as typeof target.value;
    else if (cell.value !== undefined) target.value = cell.value as typeof target.value;
    const format = cell.format ?? rowFormats.get(cell.row) ?? columnFormats.get(cell.column);
    const style = styles.style(format, cell.quotePrefix ?? false);
    if (style) target.style = style;
  }
}

function formulaValue(cell: CellRecord, table: string | undefined) {
  const formula = { formula: formulaInFile(cell.formula ?? "", table), result: cell.value };
  if (!cell.spill) return formula;
  return { ...formula, shareType: "array", ref: spillAddress(cell), isDynamicArray: true };
}

function spillAddress({ row, column, spill }: CellRecord): string {
  return spill ? areaAddress(spill) : cellAddress(row, column);
}

/** Name of the table at a cell, for formulas that mean "this row". */
export function tableFinder(
  tables: Pick<TableRecord, "name" | "area">[],
): (row: number, column: number) => string | undefined {
  return (row, column) =>
    tables.find(
      ({ area }) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    )?.name;
}

function viewOf(record: SheetRecord): Worksheet["views"][number] {
  const { rows, columns } = record.frozen;
  const frozen = rows > 0 || columns > 0;
  return {
    showGridLines: record.showGridlines,
    ...(frozen ? { state: "frozen", xSplit: columns, ySplit: rows } : { state: "normal" }),
  } as Worksheet["views"][number];
}

function protectionOf({ protection }: SheetRecord): Worksheet["sheetProtection"] {
  if (!protection) return null;
  const { options } = protection;
  const written: Record<string, boolean> = { sheet: true };
  for (const [option, name] of Object.entries(forbiddenByDefault))
    if (options[option] === true) written[name] = true;
  // The library says "false" for what is forbidden here.
  for (const [option, name] of Object.entries(allowedByDefault))
    if (options[option] !== true) written[name] = false;
  if (options.selectionMode === "Unlocked" || options.selectionMode === "None")
    written.selectLockedCells = false;
  if (options.selectionMode === "None") written.selectUnlockedCells = false;
  return written as Worksheet["sheetProtection"];
}

function writePage(sheet: Worksheet, { page }: SheetRecord): void {
  const { margins, fitToWidth, fitToHeight } = page;
  const inches = (points: number) => points / pointsPerInch;
  const setup = sheet.pageSetup;
  setup.orientation = page.orientation === "Landscape" ? "landscape" : "portrait";
  setup.paperSize = page.paperSize === null ? undefined : paperNumber(page.paperSize);
  setup.fitToPage = fitToWidth !== null || fitToHeight !== null;
  if (setup.fitToPage) {
    setup.fitToWidth = fitToWidth ?? 0;
    setup.fitToHeight = fitToHeight ?? 0;
  } else {
    setup.scale = page.scale ?? 100;
  }
  setup.horizontalCentered = page.centerHorizontally;
  setup.margins = {
    top: inches(margins.top),
    bottom: inches(margins.bottom),
    left: inches(margins.left),
    right: inches(margins.right),
    header: inches(margins.header),
    footer: inches(margins.footer),
  };
  sheet.headerFooter.oddHeader = headerText(page.header) || null;
  sheet.headerFooter.oddFooter = headerText(page.footer) || null;
  sheet.rowBreaks = page.rowBreaks.map((id) => ({ id, max: 16_383, man: 1 }));
}
