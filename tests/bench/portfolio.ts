import { classifyAmounts } from "../../src/analysis";
import {
  type Classification,
  type ResultColumn,
  classify,
  defaultPolicy,
  proposeMapping,
  readPortfolio,
  resultColumns,
  whatIf,
} from "../../src/portfolio";
import { explainedCell } from "../../src/taskpane/why/explained-cell";
import { histories } from "./histories";
import { cellsOf, clients, periods, today } from "./large-list";
import { type Measurement, medianTime } from "./measurement";
import { sliceTimes } from "./slices";

/** What the way from cells to classes costs beside its innermost part, and one click of a what-if. */
export async function portfolioMeasurements(): Promise<Measurement[]> {
  const history = Float64Array.from(histories(clients, periods).flat());
  const core = medianTime(9, () => classifyAmounts(history, clients, periods, defaultPolicy));
  const list = cellsOf(history);
  const mapping = proposeMapping(list);
  const runs = 5;
  const fresh = Array.from({ length: runs + 1 }, () => cellsOf(history));
  let classification: Classification | null = null;
  const reading = medianTime(runs, () => readPortfolio(fresh.pop()!, mapping, defaultPolicy, today));
  const portfolio = readPortfolio(list, mapping, defaultPolicy, today);
  const classes = medianTime(runs, () => {
    classification = classify(portfolio, defaultPolicy);
  });
  let picked = 0;
  const click = medianTime(9, () =>
    whatIf(classification!, {
      clients: new Set([picked++, 17, 99_999]),
      change: { kind: "leaves" },
      fixedCosts: 0,
      discounts: [],
    }),
  );
  const why = whyTimes(classification!);
  const slices = await sliceTimes(list);
  const size = "100,000 × 12";
  return [
    {
      name: `reading clients from cells, ${size}`,
      runs,
      total: reading,
      peer: { name: "core", figure: core },
      goal: "≤ 2",
    },
    {
      name: `everything that is classified, ${size}`,
      runs,
      total: classes,
      peer: { name: "core", figure: core },
    },
    { name: `what if three clients leave, a click, ${size}`, runs: 9, total: click, goal: "≤ 16 ms" },
    {
      name: `a limit is typed: the longest time without a pause until all is classified, ${size}`,
      runs: slices.runs,
      total: slices.longest,
      goal: "≤ 50 ms",
    },
    {
      name: `cancelling meanwhile, the slowest of some moments, ${size}`,
      runs: slices.runs,
      total: slices.cancelling,
      goal: "≤ 100 ms",
    },
    {
      name: `why, the slowest of some cells for the first time, ${size}`,
      runs: 1,
      total: why.first,
      goal: "≤ 100 ms",
    },
    { name: `why, the slowest of some cells, ${size}`, runs: why.runs, total: why.later, goal: "≤ 100 ms" },
  ];
}

/** Explanations of cells in the list and in the report, from the selection to sentences. */
function whyTimes(classification: Classification): { first: number; later: number; runs: number } {
  const inList = (row: number, result: ResultColumn | null) =>
    ({ sheet: "Clients", row, column: 0, result, name: `Client number ${row - 1}`, report: null }) as const;
  const inReport = (label: string) =>
    ({
      ...{ sheet: "Summary", row: 5, column: 3, result: null, name: "" },
      report: { table: null, value: 5, left: [label], above: [] },
    }) as const;
  const cells = [
    ...resultColumns.map((result, at) => inList(99_000 - 7_000 * at, result)),
    inList(500, null),
    inReport("Concentration (HHI)"),
    inReport("Gini coefficient"),
  ];
  const times = cells.map((cell) => {
    const start = performance.now();
    const found = explainedCell(classification, cell, "en");
    if (!found) throw new Error(`nothing explains ${JSON.stringify(cell)}`);
    return performance.now() - start;
  });
  const runs = 5;
  const again = cells.map((cell) => medianTime(runs, () => explainedCell(classification, cell, "en")));
  return { first: Math.max(...times), later: Math.max(...again), runs };
}
