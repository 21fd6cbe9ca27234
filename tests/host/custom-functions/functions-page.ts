import { join } from "node:path";
import { type ExcelHost, type ExcelHostOptions, openExcelHost } from "../../../src/host/excel-host";
import type { AddInFunctions, FunctionMetadata } from "../../../src/host/functions/metadata";
import { type OfficeWindow, openOfficeWindow } from "../../../src/host/office-window";
import type { SheetRecord } from "../../../src/host/workbook-record";
import { sheetOf, workbookOf } from "../../workbook-records";

/** A page of small functions, and Excel in front of it. */
export interface FunctionsPage {
  host: ExcelHost;
  page: OfficeWindow;
  /** Arguments that the page's functions saw, oldest first. */
  seen: unknown[][];
  close(): void;
}

const any = (name: string, more: object = {}) => ({ name, type: "any", dimensionality: "scalar", ...more });
const block = (name: string, more: object = {}) => any(name, { dimensionality: "matrix", ...more });

const definition = (
  name: string,
  parameters: FunctionMetadata["parameters"] = [],
  options: FunctionMetadata["options"] = {},
): FunctionMetadata => ({ id: name, name, parameters, options });

/** What the page of tests/fixtures/functions.html associates. */
export const testFunctions: FunctionMetadata[] = [
  definition("ECHO", [any("value", { optional: true }), any("other", { optional: true })]),
  definition("KIND", [any("value", { optional: true })]),
  definition("ECHOBLOCK", [block("block", { optional: true })]),
  definition("FORMAT", [block("block"), any("format")]),
  definition("DOUBLE", [block("block")]),
  definition("FIRST", [any("count", { type: "number" })]),
  definition("ADD", [any("one", { type: "number" }), any("other", { type: "number", optional: true })]),
  definition("SPELL", [any("text", { type: "string" }), any("loud", { type: "boolean", optional: true })]),
  definition("TOTAL", [any("numbers", { repeating: true })]),
  definition("FAIL", [any("how"), any("message", { optional: true })]),
  definition("LATER", [any("value"), any("milliseconds", { type: "number", optional: true })]),
  definition("HELD", [any("key")]),
  definition("WATCHED", [any("key")], { cancelable: true }),
  definition("PLACE", [], { requiresAddress: true }),
  definition("NOWHERE", []),
];

export const pagePath = join(__dirname, "../../fixtures/functions.html");

/** Opens a workbook with the test page's functions in the namespace KAM. */
export async function openFunctionsPage(
  sheets: SheetRecord[] = [sheetOf("Sheet1", [])],
  functions: Partial<AddInFunctions> = {},
  options: Partial<ExcelHostOptions> = {},
): Promise<FunctionsPage> {
  const host = await openExcelHost(workbookOf(sheets), {
    language: "en-US",
    functions: {
      namespace: "KAM",
      metadata: { functions: testFunctions, allowErrorForDataTypeAny: true },
      ...functions,
    },
    ...options,
  });
  const page = await openOfficeWindow(host, { page: pagePath });
  return {
    host,
    page,
    seen: page.window.seen as unknown[][],
    close() {
      page.close();
      host.dispose();
    },
  };
}
