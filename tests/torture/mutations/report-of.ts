/** The report of one list with its proof, by sources of which one may be changed: a process of its own, which may hang. */
import path from "node:path";
import { transformSync } from "@swc/core";
import type { provedWorkbook as ProvedWorkbook } from "../../workbook/report/proof/proved-workbook";
import type { WorkbookRecord } from "../../../src/host/workbook-record";
import { richList } from "./rich-list";

export interface ReportRequest {
  changed: { file: string; text: string } | null;
}

export type ReportAnswer = { record: WorkbookRecord } | { stopped: string };

const own = path.join(__dirname, "../../..");
/** The host is no part of the product; everything above it is loaded anew. */
const reloaded = ["src", "tests/workbook"].map((folder) => path.join(own, folder) + path.sep);
const kept = path.join(own, "src", "host") + path.sep;

const load = require.extensions[".ts"]!;

async function reportOf({ changed }: ReportRequest): Promise<ReportAnswer> {
  for (const file of Object.keys(require.cache)) {
    if (reloaded.some((folder) => file.startsWith(folder)) && !file.startsWith(kept)) {
      delete require.cache[file];
    }
  }
  require.extensions[".ts"] = (module, file) => {
    if (file !== changed?.file) return load(module, file);
    const { code } = transformSync(changed.text, {
      jsc: { target: "es2022", parser: { syntax: "typescript" } },
      module: { type: "commonjs" },
      filename: file,
    });
    (module as unknown as { _compile(code: string, file: string): void })._compile(code, file);
  };
  try {
    // Every time anew.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { provedWorkbook } = require("../../workbook/report/proof/proved-workbook") as {
      provedWorkbook: typeof ProvedWorkbook;
    };
    return { record: await provedWorkbook(richList(), "en") };
  } catch (error) {
    return { stopped: String((error as Error).message || error).slice(0, 200) };
  }
}

process.on("message", (request: ReportRequest) => {
  void reportOf(request).then((answer) => process.send!(answer));
});
