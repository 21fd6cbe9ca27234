import { classifyRows, dossier, portfolioReport } from "../../../src/workbook";
import type { RunOptions } from "../../../src/workbook/run-options";
import { sheetOf } from "../../workbook-records";
import { invoices, request } from "../lists";
import { openWorkbook, problemOfRun } from "../session";

const runs = [
  ["of columns", "writing", (options: RunOptions) => classifyRows(onLines, options)],
  ["of the report", "report", (options: RunOptions) => portfolioReport(onLines, options)],
  [
    "of a dossier",
    "report",
    (options: RunOptions) => dossier({ ...onLines, client: "Quiet Harbour" }, options),
  ],
] as const;
const onLines = { ...request, sheet: "Journal" };

/** The user cancels as soon as a run has come to a stage. */
function cancelledAt(wanted: string): RunOptions {
  const abort = new AbortController();
  return { signal: abort.signal, onProgress: (stage) => stage === wanted && abort.abort() };
}

describe.each([
  ["first", 0],
  ["later", 1],
] as const)("a %s run on lines", (_, earlier) => {
  async function opened() {
    const excel = await openWorkbook([sheetOf("Journal", invoices)]);
    if (earlier > 0) {
      await classifyRows(request);
      const journal = excel.host.workbook.worksheets.getItem("Journal");
      journal.getRange("A8:E8").values = [[45_361, "A-7", "Old Foundry", "P", 300]];
    }
    return excel;
  }

  test.each(runs)("%s that is cancelled once its list of clients stands says so", async (__, stage, run) => {
    const { host } = await opened();
    const problem = await problemOfRun(run(cancelledAt(stage)));
    expect(problem).toEqual({ kind: "cancelled", made: "Clients" });
    const [table] = host.workbook.worksheets.getItem("Clients").tables.items;
    expect(table.getDataBodyRange().rowCount).toBe(3 + earlier);
  });

  test.each(runs)("%s that is cancelled before leaves the workbook as it was", async (__, ___, run) => {
    const { host } = await opened();
    const before = await host.toRecord();
    expect(await problemOfRun(run(cancelledAt("reading")))).toEqual({ kind: "cancelled" });
    expect(await host.toRecord()).toEqual(before);
  });
});
