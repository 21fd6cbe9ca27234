import { classifyRows, portfolioReport, readList } from "../../src/workbook";
import { startExcel, type StartedExcel } from "../excel";
import { sheetOf, type Cell } from "../workbook-records";
import { histories } from "./histories";
import { median, type Measurement } from "./measurement";

const periods = 12;
const request = { today: "2025-06-30", displayLanguage: "en-US" };

function list(clients: number): Cell[][] {
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

/** Work through the genuine client on the host: as long as it takes, and what of it is not spent in the host's answers. */
async function timed(
  { host }: StartedExcel,
  runs: number,
  work: () => Promise<unknown>,
): Promise<{ total: number; own: number }> {
  const [totals, own]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    host.journal.clear();
    const start = performance.now();
    await work();
    const total = performance.now() - start;
    const transport = host.journal.entries.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    totals.push(total);
    own.push(Math.max(0, total - transport));
  }
  return { total: median(totals), own: median(own) };
}

/** Rows of a request of the bare work: Excel refuses to answer, or to be asked, with more than 5 MB. */
const block = 10_000;

/** The cells of the list and of what stands beside it, in blocks, by the same client; nobody keeps or looks at them. */
const readBare = (excel: StartedExcel) =>
  excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Clients");
    const used = sheet.getUsedRange().load("rowCount,columnCount");
    await context.sync();
    const { rowCount, columnCount } = used;
    for (let row = 0; row < rowCount; row += block) {
      const rows = Math.min(block, rowCount - row);
      const range = sheet.getRangeByIndexes(row, 0, rows, columnCount).load("values");
      await context.sync();
      if ((range.values as unknown[][]).length !== rows) throw new Error(`${rows} rows were asked for`);
      // Office.js keeps every range, with its values, until the run ends; also one that is only untracked.
      range.track().untrack();
    }
    return { rowCount, columnCount };
  });

/** What a run wrote beside the list, written once more by the same client: in blocks, of which only the writing is timed. */
async function timedWriting(excel: StartedExcel, runs: number): Promise<{ total: number; own: number }> {
  const { rowCount, columnCount } = await readBare(excel);
  const left = 2 + periods;
  const blocks: unknown[][][] = [];
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Clients");
    for (let row = 0; row < rowCount; row += block) {
      const rows = Math.min(block, rowCount - row);
      const range = sheet.getRangeByIndexes(row, left, rows, columnCount - left).load("values");
      await context.sync();
      blocks.push(range.values as unknown[][]);
      range.track().untrack();
    }
  });
  return timed(excel, runs, () =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Clients");
      for (const [i, values] of blocks.entries()) {
        const range = sheet.getRangeByIndexes(i * block, left, values.length, columnCount - left);
        range.values = values;
        await context.sync();
      }
    }),
  );
}

/**
 * What reading a large list, classifying it in place and its report cost: the own part is what is not spent in the host's
 * answers. It holds the client's own packing and unpacking of requests, as that of the bare reading and writing does.
 */
export async function runMeasurements(
  clients: number,
  runs: number,
  parts: { report?: boolean } = {},
): Promise<Measurement[]> {
  const named = (name: string) => `${name}, ${clients.toLocaleString("en")} × ${periods}`;
  const excel = await startExcel([sheetOf("Clients", list(clients))]);
  try {
    await excel.run((context) => context.sync());
    const reading = await timed(excel, runs, () => readList(null));
    const bareList = await timed(excel, runs, () => readBare(excel));
    const first = await timed(excel, 1, () => classifyRows(request));
    const again = await timed(excel, runs, () => classifyRows(request));
    const bareReading = await timed(excel, runs, () => readBare(excel));
    const bareWriting = await timedWriting(excel, runs);
    const report = parts.report ? await timed(excel, 1, () => portfolioReport(request)) : null;
    const beside = (name: string, figure: number, goal: string) => ({ peer: { name, figure }, goal });
    return [
      { name: named("reading a list"), runs, ...reading, ...beside("bare reading", bareList.own, "") },
      {
        name: named("classifying it in place, the first time"),
        runs: 1,
        ...first,
        ...beside("bare reading and writing", bareList.own + bareWriting.own, "≤ 1.3"),
      },
      {
        name: named("again, nothing to write"),
        runs,
        ...again,
        ...beside("bare reading", bareReading.own, "≤ 1.1"),
      },
      ...(report
        ? [{ name: named("its report, to the last sheet"), runs: 1, ...report, goal: "≤ 4 s" }]
        : []),
    ];
  } finally {
    excel.stop();
  }
}
