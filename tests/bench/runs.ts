import { classifyRows, readList } from "../../src/workbook";
import { startExcel } from "../excel";
import { sheetOf, type Cell } from "../workbook-records";
import { histories } from "./histories";
import { median, type Measurement } from "./measurement";

const clients = 100_000;
const periods = 12;

function list(): Cell[][] {
  const header: Cell[] = ["Client", "Manager"];
  for (let month = 1; month <= periods; month++) header.push(`2024-${String(month).padStart(2, "0")}`);
  return [
    header,
    ...histories(clients, periods).map((amounts, i): Cell[] => [
      `Client number ${i}`,
      `Manager ${(i * 7919) % 60}`,
      ...amounts,
    ]),
  ];
}

/**
 * What reading a large list and classifying it in place cost through the genuine client on the host: the own part is what
 * is not spent in the host's answers. It holds the client's own packing and unpacking of requests.
 */
export async function runMeasurements(): Promise<Measurement[]> {
  const excel = await startExcel([sheetOf("Clients", list())]);
  const measure = async (name: string, runs: number, work: () => Promise<unknown>): Promise<Measurement> => {
    const [totals, own]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run++) {
      excel.host.journal.clear();
      const start = performance.now();
      await work();
      const total = performance.now() - start;
      const transport = excel.host.journal.entries.reduce((sum, entry) => sum + entry.milliseconds, 0);
      totals.push(total);
      own.push(Math.max(0, total - transport));
    }
    return { name, runs, total: median(totals), own: median(own) };
  };
  const request = { today: "2025-06-30", displayLanguage: "en-US" };
  try {
    return [
      await measure("reading a list of 100,000 × 12", 3, () => readList(null)),
      await measure("classifying it in place, the first time", 1, () => classifyRows(request)),
      await measure("again, nothing to write", 2, () => classifyRows(request)),
    ];
  } finally {
    excel.stop();
  }
}
