import type { ChartRecord, SheetRecord, WorkbookRecord } from "../../workbook-record";
import { ChartCaches } from "./chart-caches";
import { areaAddress } from "../vocabulary/address";
import { finishPackage } from "./finish-package";
import { Workbook, type Worksheet } from "../library";
import { PackageParts } from "../package/package-parts";
import type { AddInIdentity } from "../package/settings-part";
import { fileChart } from "./write-chart";
import { writeSheet } from "./write-sheet";
import { StyleBook } from "./write-styles";

/**
 * Bytes of a fresh workbook. Equal records give equal bytes: the package carries no time stamps.
 * The library writes styles, sheets and charts; cells and what it cannot say are added to the package afterwards.
 */
export async function written(record: WorkbookRecord, addIn: AddInIdentity): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.created = workbook.modified = new Date(0);
  workbook.views = [
    {
      x: 0,
      y: 0,
      width: 28_800,
      height: 15_000,
      firstSheet: 0,
      activeTab: record.activeSheet,
      visibility: "visible",
    },
  ];
  if (record.protected) workbook.protection = { lockStructure: true };
  const styles = new StyleBook();
  record.sheets.forEach((sheet) => styles.collect(sheet));
  const caches = new ChartCaches(record);
  for (const sheetRecord of record.sheets) {
    const sheet = workbook.addWorksheet(sheetRecord.name);
    sheetRecord.tables.forEach((table, index) => {
      // Only announced here: the part itself is written by us, its cells are those of the sheet.
      const columns = table.columns.map((_, column) => ({ name: `${column}` }));
      sheet.addTable({
        name: `_${sheet.id}_${index}`,
        ref: areaAddress(table.area).split(":")[0],
        headerRow: false,
        columns,
        rows: [],
      });
    });
    writeSheet(sheet, sheetRecord, styles);
    for (const chart of sheetRecord.charts) {
      const number = sheet.addChart({ type: "bar", series: [{ values: "A1" }] }, "A1:B2");
      const entry = workbook.getChartEntry(number);
      if (entry) entry.model = fileChart(chart, caches);
    }
  }
  showSample(workbook.worksheets[0], record, styles);
  const bytes = await workbook.xlsx.writeBuffer({ validate: false, zip: { level: 0 } });
  return finishPackage(new Uint8Array(bytes), record, styles, addIn);
}

/** Pieces of new parts, for a package that is there already. */
export interface FreshPieces {
  /** A worksheet for each new sheet: view, protection, page, but no columns, cells, tables or charts. */
  frames: string[];
  /** A part for each chart. */
  charts: Map<ChartRecord, string>;
}

/**
 * What the library writes for new sheets and charts.
 * @param record the whole workbook: charts show values of its cells
 */
export async function freshPieces(
  record: WorkbookRecord,
  sheets: readonly SheetRecord[],
  charts: readonly ChartRecord[],
): Promise<FreshPieces> {
  if (sheets.length === 0 && charts.length === 0) return { frames: [], charts: new Map() };
  const workbook = new Workbook();
  const styles = new StyleBook();
  sheets.forEach((sheet, index) => {
    writeSheet(workbook.addWorksheet(`sheet ${index}`), { ...sheet, columns: [] }, styles);
  });
  const holder = workbook.addWorksheet("charts");
  const caches = new ChartCaches(record);
  const numbers = charts.map((chart) => {
    const number = holder.addChart({ type: "bar", series: [{ values: "A1" }] }, "A1:B2");
    const entry = workbook.getChartEntry(number);
    if (entry) entry.model = fileChart(chart, caches);
    return number;
  });
  const bytes = await workbook.xlsx.writeBuffer({ validate: false, zip: { level: 0 } });
  const parts = await PackageParts.open(new Uint8Array(bytes));
  const textOf = (name: string) => parts.text(name) ?? "";
  return {
    frames: sheets.map((_, index) => textOf(`xl/worksheets/sheet${index + 1}.xml`)),
    charts: new Map(charts.map((chart, index) => [chart, textOf(`xl/charts/chart${numbers[index]}.xml`)])),
  };
}

/** Cells that make the library write the styles, a part for texts and, when needed, the metadata of dynamic arrays. */
function showSample(sheet: Worksheet, record: WorkbookRecord, styles: StyleBook): void {
  sheet.getCell(1, 1).value = "text";
  if (record.sheets.some(({ cells }) => cells.some(({ spill }) => spill))) {
    const dynamic = { formula: "1", result: 1, shareType: "array" as const, ref: "B1", isDynamicArray: true };
    sheet.getCell(1, 2).value = dynamic;
  }
  styles.sample.forEach((style, index) => (sheet.getCell(index + 2, 1).style = style));
}
