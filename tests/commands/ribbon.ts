import type { ExcelHostOptions } from "../../src/host/excel-host";
import type { SheetRecord, WorkbookRecord } from "../../src/host/workbook-record";
import { type StartedExcel, startExcel } from "../excel";

/** Excel with the add-in's commands loaded, as the page loads them; nothing of an earlier page is left. */
export interface Ribbon extends StartedExcel {
  runs: (typeof import("../../src/commands/runs"))["runs"];
  /** A click on a button, until it is over. */
  click(functionName: string): Promise<void>;
  /** Whether the pane is open once everything that was asked for has happened. */
  paneOpens(): Promise<boolean>;
}

let open: StartedExcel | null = null;

/** Opens a workbook for one test, as a user has it who never opened the pane. */
export async function openRibbon(
  workbook: SheetRecord[] | WorkbookRecord,
  options: Partial<ExcelHostOptions> = {},
): Promise<Ribbon> {
  closeRibbon();
  const excel = await startExcel(workbook, options);
  open = excel;
  Object.defineProperty(globalThis, "window", { get: () => excel.window, configurable: true });
  jest.resetModules();
  const { runs } = await import("../../src/commands/runs");
  await import("../../src/commands");
  await Office.onReady();
  excel.host.journal.clear();
  return {
    ...excel,
    runs,
    click: (functionName) => excel.host.invokeCommand(functionName),
    async paneOpens() {
      // A request of its own: what was asked for before is answered before it.
      await excel.run((context) => context.sync());
      return excel.host.taskpane.visible;
    },
  };
}

export function closeRibbon(): void {
  open?.stop();
  open = null;
  Reflect.deleteProperty(globalThis, "window");
}
