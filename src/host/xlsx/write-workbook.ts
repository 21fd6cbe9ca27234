import type { WorkbookRecord } from "../workbook-record";
import { ChartCaches } from "./chart-caches";
import { areaAddress } from "./address";
import { finishPackage } from "./finish-package";
import { Workbook } from "./library";
import type { AddInIdentity } from "./settings-part";
import { fileChart } from "./write-chart";
import { writeSheet } from "./write-sheet";
import { StyleBook } from "./write-styles";

/**
 * Bytes of a fresh workbook. Equal records give equal bytes: the package carries no time stamps.
 * The library writes cells, styles, sheets and charts; what it cannot say is added to the package afterwards.
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
  const bytes = await workbook.xlsx.writeBuffer({ validate: false, zip: { level: 0 } });
  return finishPackage(new Uint8Array(bytes), record, addIn);
}
