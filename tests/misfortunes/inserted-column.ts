import type { ExcelHost } from "../../src/host/excel-host";
import type { WorkbookRecord } from "../../src/host/workbook-record";
import { classifyRows } from "../../src/workbook";
import { limits } from "../../src/workbook/cells/read-rows";
import { type Cell, sheetOf, workbookOf } from "../workbook-records";

const managers = ["Ivanova", "Petrov", "Sokolov"];

/**
 * A first run beside a list of so many rows, which needs several requests that write; between the first two of them somebody
 * inserts a column left of the list.
 *
 * @param cut limits for the run, where the list is too short to need several requests
 * @returns what is not as it must be: her last column, the results right of it
 */
export async function insertedBetweenWrites(
  open: (record: WorkbookRecord) => Promise<ExcelHost>,
  rowCount: number,
  cut: Partial<typeof limits> = {},
): Promise<string[]> {
  const rows = Array.from({ length: rowCount }, (_, i): Cell[] => [
    `Client ${i}`,
    managers[i % managers.length],
    ((i * 7919) % 10_007) + 0.5,
  ]);
  const host = await open(workbookOf([sheetOf("Clients", [["Client", "Manager", "Sales"], ...rows])]));
  const sheet = host.workbook.worksheets.getItem("Clients");
  const writes = () =>
    host.journal.requests.filter(({ operations }) => operations.includes("Range.values=")).length;
  let isInserted = false;
  for (let k = 1; k < 60; k++) {
    host.faults.beforeRequest(k, () => {
      if (isInserted || writes() !== 1) return;
      isInserted = true;
      sheet.getRange("A:A").insert("Right");
    });
  }
  const usual = { ...limits };
  try {
    Object.assign(limits, cut);
    await classifyRows({ today: "2025-06-30", displayLanguage: "en-US" });
  } finally {
    Object.assign(limits, usual);
    host.faults.clear();
  }
  if (!isInserted) return ["needed one request only"];
  const amounts = sheet.getRange(`D2:D${rowCount + 1}`).values!;
  const lost = rows.filter(([, , amount], i) => amounts[i][0] !== amount).length;
  const headers = sheet.getRange("A1:J1").values![0].join();
  return [
    ...(lost > 0 ? [`lost ${lost} of ${rowCount} amounts`] : []),
    ...(headers === ",Client,Manager,Sales,Share,Status,ABC,Reason,Action," ? [] : [`stands as ${headers}`]),
  ];
}
