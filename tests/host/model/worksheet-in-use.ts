import type { ExcelHostOptions } from "../../../src/host/excel-host";
import type { SheetRecord, WorkbookRecord } from "../../../src/host/workbook-record";
import { type StartedExcel, startExcel } from "../../excel";
import { sheetOf } from "../../workbook-records";

type Matrix = unknown[][];
type ReadableProperty = "values" | "formulas" | "text" | "numberFormat" | "valueTypes" | "address";

/** Excel with its active sheet at hand, through the genuine client. */
export interface WorksheetInUse {
  excel: StartedExcel;
  /** Runs a batch on the active sheet and synchronises at its end. */
  run<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T): Promise<T>;
  /** Writes `Range.values`; a single value stands for the whole range. */
  write(address: string, values: unknown): Promise<void>;
  read<P extends ReadableProperty>(address: string, property: P): Promise<Excel.Range[P]>;
  values(address: string): Promise<Matrix>;
  /** The error code of a batch that Excel refuses; undefined when it does not. */
  refusal(
    work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown,
  ): Promise<string | undefined>;
  stop(): void;
}

export async function useWorksheet(
  workbook: WorkbookRecord | SheetRecord[] = [sheetOf("Sheet1", [])],
  options: Partial<ExcelHostOptions> = {},
): Promise<WorksheetInUse> {
  const excel = await startExcel(workbook, options);
  const use: WorksheetInUse = {
    excel,
    run: (work) =>
      excel.run(async (context) => {
        const result = await work(context.workbook.worksheets.getActiveWorksheet(), context);
        await context.sync();
        return result;
      }),
    write: (address, values) =>
      use.run((sheet) => {
        sheet.getRange(address).values = values as Matrix;
      }),
    read: (address, property) =>
      use.run(async (sheet, context) => {
        const range = sheet.getRange(address);
        range.load(property);
        await context.sync();
        return range[property];
      }),
    values: (address) => use.read(address, "values"),
    refusal: async (work) => {
      try {
        await use.run(async (sheet, context) => {
          await work(sheet, context);
        });
        return undefined;
      } catch (error) {
        return (error as OfficeExtension.Error).code ?? String(error);
      }
    },
    stop: () => excel.stop(),
  };
  return use;
}
