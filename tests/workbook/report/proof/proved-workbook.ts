import type { WorkbookRecord } from "../../../../src/host/workbook-record";
import type { Language } from "../../../../src/locales";
import { defaultPolicy } from "../../../../src/portfolio";
import { portfolioReport, type RunRequest } from "../../../../src/workbook";
import { startExcel } from "../../../excel";

/** The workbook with its report and the proof of it, made as `npm run report` makes it; `meanwhile` has it last. */
export async function provedWorkbook(
  workbook: WorkbookRecord,
  language: Language,
  request: Partial<RunRequest> = {},
): Promise<WorkbookRecord> {
  const excel = await startExcel(workbook);
  try {
    await portfolioReport({
      today: "2026-01-15",
      displayLanguage: language,
      language,
      isUnattended: true,
      rules: { ...defaultPolicy, proof: true },
      ...request,
    });
    return await excel.host.toRecord();
  } finally {
    excel.stop();
  }
}
