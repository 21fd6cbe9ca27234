import type { Area, PageRecord, SheetRecord, TableRecord } from "../../workbook-record";
import { intersection, parseArea, sheetColumns } from "../../model/reference";
import { WorkbookFileError } from "../../workbook-file-error";
import type { WorkbookColors } from "../vocabulary/colors";
import { decodedText } from "../package/file-text";
import type { XmlElement } from "../library";
import {
  defaultColumnWidth,
  defaultRowHeight,
  fileWidthOfCharacters,
  pointsOfFileWidth,
} from "../vocabulary/measures";
import { attribute, child, children, flag, numberAttribute, textOf } from "../package/package-parts";
import { headerSections, paperName, pointsPerInch } from "../vocabulary/page-choices";
import { allowedByDefault, forbiddenByDefault, passwordAttributes } from "../vocabulary/protection-options";
import type { ReadCells } from "./read-cells";
import type { FileFormat } from "./read-styles";

/** The margins that Excel gives a fresh sheet, in points. */
export const ordinaryMargins = { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 };

/** Text of a part without its cells, and the cells: the rest is small enough for a tree. */
export function withoutCells(xml: string): { frame: string; sheetData: string } {
  const match = /<((?:[\w.-]+:)?sheetData)(?:\s[^>]*)?>/.exec(xml);
  if (!match || match[0].endsWith("/>")) return { frame: xml, sheetData: "" };
  const end = xml.lastIndexOf(`</${match[1]}>`);
  if (end < 0) return { frame: xml, sheetData: xml.slice(match.index) };
  const close = end + match[1].length + 3;
  return {
    frame: `${xml.slice(0, match.index)}<sheetData/>${xml.slice(close)}`,
    sheetData: xml.slice(match.index, close),
  };
}

/**
 * Sizes of columns and rows. Sheets whose default sizes are not Excel's have them spelled out up to their last used
 * column and row, because a fresh sheet starts from Excel's.
 */
export function readSizes(
  sheet: XmlElement,
  read: ReadCells,
  formats: FileFormat[],
): Pick<SheetRecord, "columns" | "rows" | "standardWidth"> {
  const format = child(sheet, "sheetFormatPr");
  const lastColumn = read.cells.reduce((last, cell) => Math.max(last, cell.column), -1);
  const lastRow = read.cells.reduce((last, cell) => Math.max(last, cell.row), -1);

  const columns = new Map<number, SheetRecord["columns"][number]>();
  const characters = numberAttribute(format, "baseColWidth");
  const fileDefault =
    numberAttribute(format, "defaultColWidth") ??
    (characters === undefined ? undefined : fileWidthOfCharacters(characters));
  const ordinary = fileDefault === undefined ? defaultColumnWidth : pointsOfFileWidth(fileDefault);
  const isUnusual = Math.abs(ordinary - defaultColumnWidth) >= 0.75;
  if (isUnusual) {
    for (let index = 0; index <= lastColumn; index++) columns.set(index, { index, width: ordinary });
  }
  for (const column of children(child(sheet, "cols"), "col")) {
    requireColumns(numberAttribute(column, "min"), numberAttribute(column, "max"));
    const first = (numberAttribute(column, "min") ?? 1) - 1;
    const fileWidth = numberAttribute(column, "width");
    const hidden = flag(column, "hidden");
    const width = fileWidth === undefined ? undefined : pointsOfFileWidth(fileWidth);
    // A format for "all the rest" of the sheet names 16,384 columns: only hiding them means something there.
    const last = Math.min(
      (numberAttribute(column, "max") ?? 1) - 1,
      hidden ? 16_383 : Math.max(lastColumn, first + 255),
    );
    const differs = width !== undefined && width > 0 && Math.abs(width - defaultColumnWidth) >= 0.01;
    const format = formatOf(column, formats);
    for (let index = first; index <= last; index++) {
      if (!differs && !hidden && !format) columns.delete(index);
      else
        columns.set(index, {
          index,
          ...(differs && { width }),
          ...(hidden && { hidden }),
          ...(format && { format }),
        });
    }
  }

  const rows = new Map(read.rows.map((row) => [row.index, row]));
  const height = numberAttribute(format, "defaultRowHeight") ?? defaultRowHeight;
  if (flag(format, "customHeight") && height !== defaultRowHeight) {
    for (let index = 0; index <= lastRow; index++) rows.set(index, { height, index, ...rows.get(index) });
  }
  const byIndex = (one: { index: number }, other: { index: number }) => one.index - other.index;
  return {
    columns: [...columns.values()].sort(byIndex),
    ...(isUnusual && { standardWidth: ordinary }),
    rows: [...rows.values()].sort(byIndex),
  };
}

function requireColumns(first: number | undefined, last: number | undefined): void {
  const isSound =
    first !== undefined && last !== undefined && first >= 1 && last >= first && last <= sheetColumns;
  if (!isSound) throw new WorkbookFileError("damaged", `there are no columns ${first} to ${last}`);
}

export function readView(
  sheet: XmlElement,
  colors: WorkbookColors,
): Pick<SheetRecord, "frozen" | "showGridlines" | "tabColor"> {
  const view = child(child(sheet, "sheetViews"), "sheetView");
  const pane = child(view, "pane");
  const isFrozen = (attribute(pane, "state") ?? "").startsWith("frozen");
  return {
    tabColor: colors.of(child(child(sheet, "sheetPr"), "tabColor")) ?? null,
    showGridlines: flag(view, "showGridLines", true),
    frozen: {
      rows: isFrozen ? (numberAttribute(pane, "ySplit") ?? 0) : 0,
      columns: isFrozen ? (numberAttribute(pane, "xSplit") ?? 0) : 0,
    },
  };
}

export function readMerges(sheet: XmlElement): Area[] {
  return children(child(sheet, "mergeCells"), "mergeCell").flatMap(
    (merge) => parseArea(attribute(merge, "ref") ?? "") ?? [],
  );
}

/** A filter is active when it has a criterion: a mere button does not hide anything. */
export function hasCriteria(autoFilter: XmlElement | undefined): boolean {
  return children(autoFilter, "filterColumn").some((column) =>
    column.children.some((node) => node.type === "element"),
  );
}

export function readFilter(sheet: XmlElement): SheetRecord["filter"] {
  const filter = child(sheet, "autoFilter");
  const area = parseArea(attribute(filter, "ref") ?? "");
  return area && { area, active: hasCriteria(filter) };
}

export function readProtection(sheet: XmlElement): SheetRecord["protection"] {
  const protection = child(sheet, "sheetProtection");
  if (!protection || !flag(protection, "sheet")) return null;
  const options: Record<string, unknown> = {};
  for (const [option, name] of Object.entries(forbiddenByDefault))
    options[option] = !flag(protection, name, true);
  for (const [option, name] of Object.entries(allowedByDefault))
    options[option] = !flag(protection, name, false);
  const noLocked = flag(protection, "selectLockedCells");
  const noUnlocked = flag(protection, "selectUnlockedCells");
  options.selectionMode = noUnlocked ? "None" : noLocked ? "Unlocked" : "Normal";
  const hash = passwordAttributes.flatMap((name) => {
    const value = attribute(protection, name);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    options,
    hasPassword: hash.length > 0,
    ...(hash.length > 0 && { passwordHash: Object.fromEntries(hash) as Record<string, string> }),
  };
}

/** Print set-up; print area and titles are defined names and come with them. */
export function readPage(sheet: XmlElement): PageRecord {
  const setup = child(sheet, "pageSetup");
  const fit = flag(child(child(sheet, "sheetPr"), "pageSetUpPr"), "fitToPage");
  const options = child(sheet, "printOptions");
  const margins = child(sheet, "pageMargins");
  const margin = (name: keyof PageRecord["margins"]) => {
    const inches = numberAttribute(margins, name);
    return inches === undefined ? ordinaryMargins[name] : Math.round(inches * pointsPerInch * 1e6) / 1e6;
  };
  const fitTo = (name: string) => (fit ? (numberAttribute(setup, name) ?? 1) || null : null);
  const scale = numberAttribute(setup, "scale");
  const headerFooter = child(sheet, "headerFooter");
  const sections = (name: string) => headerSections(decodedText(textOf(child(headerFooter, name))));
  return {
    orientation: attribute(setup, "orientation") === "landscape" ? "Landscape" : "Portrait",
    paperSize: paperName(numberAttribute(setup, "paperSize") ?? 0),
    fitToWidth: fitTo("fitToWidth"),
    fitToHeight: fitTo("fitToHeight"),
    scale: fit || scale === undefined || scale === 100 ? null : scale,
    centerHorizontally: flag(options, "horizontalCentered"),
    ...(flag(options, "gridLines") && { printGridlines: true }),
    printArea: null,
    titleRows: null,
    margins: {
      top: margin("top"),
      bottom: margin("bottom"),
      left: margin("left"),
      right: margin("right"),
      header: margin("header"),
      footer: margin("footer"),
    },
    header: sections("oddHeader"),
    footer: sections("oddFooter"),
    rowBreaks: children(child(sheet, "rowBreaks"), "brk")
      .filter((brk) => flag(brk, "man"))
      .flatMap((brk) => numberAttribute(brk, "id") ?? []),
  };
}

/** A table part (`xl/tables/tableN.xml`). @throws WorkbookFileError damaged for one that stands nowhere on a sheet */
export function readTable(table: XmlElement): TableRecord {
  const area = parseArea(attribute(table, "ref") ?? "");
  if (!area) throw new WorkbookFileError("damaged", "a table stands nowhere on its sheet");
  const style = child(table, "tableStyleInfo");
  const filter = child(table, "autoFilter");
  const columns = children(child(table, "tableColumns"), "tableColumn").map((column, index) => ({
    id: numberAttribute(column, "id") ?? index + 1,
    name: decodedText(attribute(column, "name") ?? ""),
  }));
  return {
    id: numberAttribute(table, "id") ?? 0,
    name: decodedText(attribute(table, "displayName") ?? attribute(table, "name") ?? ""),
    area,
    columns,
    showHeaders: (numberAttribute(table, "headerRowCount") ?? 1) > 0,
    showTotals: (numberAttribute(table, "totalsRowCount") ?? 0) > 0,
    style: attribute(style, "name") ?? "",
    showBandedRows: flag(style, "showRowStripes"),
    showBandedColumns: flag(style, "showColumnStripes"),
    showFilterButton: filter !== undefined,
    highlightFirstColumn: flag(style, "showFirstColumn"),
    highlightLastColumn: flag(style, "showLastColumn"),
    filtered: hasCriteria(filter),
  };
}

/** @throws WorkbookFileError damaged when tables lie over one another or do not have the columns of their block, each of its own name */
export function requireSoundTables(tables: readonly TableRecord[]): void {
  tables.forEach(({ name, area, columns }, index) => {
    const names = new Set(columns.map((column) => column.name.toLowerCase()));
    const isTorn = columns.length !== area.columns || names.size < columns.length;
    if (isTorn || tables.slice(0, index).some((other) => intersection(other.area, area) !== null)) {
      throw new WorkbookFileError("damaged", `the table ${name} cannot stand where it is said to`);
    }
  });
}

/** Columns that have a format of their own. */
export function readFormattedColumns(sheet: XmlElement, formats: FileFormat[]): Set<number> {
  const formatted = new Set<number>();
  for (const column of children(child(sheet, "cols"), "col")) {
    if (!formatOf(column, formats)) continue;
    const last = numberAttribute(column, "max") ?? 0;
    for (let index = (numberAttribute(column, "min") ?? 1) - 1; index < last; index++) formatted.add(index);
  }
  return formatted;
}

/** Style 0 is the ordinary one: cells have it anyway. */
function formatOf(column: XmlElement, formats: FileFormat[]): FileFormat["format"] {
  const style = numberAttribute(column, "style") ?? 0;
  // It would become one of those that are added to the workbook.
  if (style !== 0 && !(style in formats)) throw new WorkbookFileError("damaged", `there is no look ${style}`);
  return style === 0 ? undefined : formats[style].format;
}
