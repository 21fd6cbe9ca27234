import { type ExcelHost, type ExcelHostOptions, openExcelHost } from "../src/host/excel-host";
import { type OfficeWindow, openOfficeWindow } from "../src/host/office-window";
import type { SheetRecord, WorkbookRecord } from "../src/host/workbook-record";
import { workbookOf } from "./workbook-records";

/** Excel for a test: a workbook open in the stand-in host, with the genuine Office.js in front of it. */
export interface StartedExcel {
  host: ExcelHost;
  window: OfficeWindow["window"];
  /** `Excel.run` of the genuine client. */
  run: typeof Excel.run;
  /** Closes page and workbook and takes the globals away again. */
  stop(): void;
}

/**
 * Opens the workbook, boots Office.js and sets the globals `Office`, `Excel` and `OfficeExtension`, as in a page.
 * The journal begins empty. Call `stop()` at the end (`afterEach`).
 * What comes from the page belongs to another realm: compare with `toEqual` (not `toStrictEqual`), recognise errors by
 * `instanceof OfficeExtension.Error` (not `Error`).
 */
export async function startExcel(
  workbook: WorkbookRecord | SheetRecord[],
  options: Partial<ExcelHostOptions> = {},
): Promise<StartedExcel> {
  const record = Array.isArray(workbook) ? workbookOf(workbook) : workbook;
  const host = await openExcelHost(record, { language: "en-US", ...options });
  const page = await openOfficeWindow(host);
  const names = ["Office", "Excel", "OfficeExtension"] as const;
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of names) {
    // By a getter: jest takes the insides of values that it finds in the globals apart when a test file is over.
    Object.defineProperty(globalThis, name, { get: () => page[name], configurable: true });
  }
  host.journal.clear();
  return {
    host,
    window: page.window,
    run: page.Excel.run,
    stop() {
      names.forEach((name, index) => {
        const descriptor = before[index];
        if (descriptor) {
          Object.defineProperty(globalThis, name, descriptor);
        } else {
          Reflect.deleteProperty(globalThis, name);
        }
      });
      page.close();
      host.dispose();
    },
  };
}
