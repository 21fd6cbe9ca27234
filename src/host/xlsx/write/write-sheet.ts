import type { SheetRecord } from "../../workbook-record";
import { areaAddress } from "../vocabulary/address";
import type { Worksheet } from "../library";
import { defaultColumnWidth, fileWidthOfPoints } from "../vocabulary/measures";
import { headerText, paperNumber, pointsPerInch } from "../vocabulary/page-choices";
import { allowedByDefault, forbiddenByDefault } from "../vocabulary/protection-options";
import { argb, type StyleBook } from "./write-styles";

/** What the library writes of a sheet: sizes and formats of columns, view, filter, protection, print set-up. */
export function writeSheet(sheet: Worksheet, record: SheetRecord, styles: StyleBook): void {
  for (const { index, width, hidden, format } of record.columns) {
    // A width that every column has need not be said; said, it would be gone after reading.
    if (!hidden && !format && (width === undefined || width === defaultColumnWidth)) continue;
    const column = sheet.getColumn(index + 1);
    column.width = fileWidthOfPoints(width ?? defaultColumnWidth);
    if (hidden) column.hidden = true;
    if (format) column.style = styles.style(format, false);
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
  setup.showGridLines = page.printGridlines ?? false;
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
