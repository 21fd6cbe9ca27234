import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { openExcelHost, type ExcelHost, type ExcelHostOptions } from "../../src/host/excel-host";
import { openOfficeWindow, type OfficeWindow } from "../../src/host/office-window";
import type { SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { sheetOf, workbookOf } from "../workbook-records";

const dist = path.join(__dirname, "../../dist");
const page = path.join(dist, "taskpane.html");

/** Excel with the built add-in loaded: what a user has who types a formula. */
export interface BuiltAddIn {
  host: ExcelHost;
  /** `Excel.run` of the genuine client in the add-in's page. */
  run: typeof Excel.run;
  page: OfficeWindow["window"];
  close(): void;
}

/**
 * Opens a workbook with the built page in front of it; its functions are registered from the built metadata.
 * @param blank what blank cells arrive as: builds of Excel differ.
 * @param more settings of the workbook, and the level of an earlier Excel.
 */
export async function openBuiltAddIn(
  language: "en-US" | "ru-RU",
  blank: "" | 0 = "",
  sheets: SheetRecord[] = [sheetOf("Sheet1", [])],
  {
    settings = {},
    apiLevel,
  }: Pick<ExcelHostOptions, "apiLevel"> & Partial<Pick<WorkbookRecord, "settings">> = {},
): Promise<BuiltAddIn> {
  if (!existsSync(page)) throw new Error("Build the add-in first: npm run build");
  const file = language === "ru-RU" ? "functions.ru-RU.json" : "functions.json";
  const metadata = JSON.parse(readFileSync(path.join(dist, file), "utf8"));
  const host = await openExcelHost(workbookOf(sheets, { settings }), {
    language,
    apiLevel,
    functions: { namespace: "KAM", metadata, blank },
  });
  const window = await openOfficeWindow(host, { page });
  return {
    host,
    run: window.Excel.run,
    page: window.window,
    close() {
      window.close();
      host.dispose();
    },
  };
}
