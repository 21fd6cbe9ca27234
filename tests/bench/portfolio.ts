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
import type { SourceColumn, SourceList } from "../../src/portfolio/list/source-list";
import { histories } from "./histories";
import { type Measurement, medianTime } from "./measurement";

const clients = 100_000;
const periods = 12;
const today = "2025-06-30";
const none = new Map<number, string>();

/** The cells of a list as the workbook gives them: nothing of it was looked at before. */
function cellsOf(history: Float64Array): SourceList {
  const texts = (index: number, header: string, textOf: (row: number) => string): SourceColumn => ({
    index,
    header,
    headerFormat: "General",
    numbers: new Float64Array(clients).fill(NaN),
    others: new Map(Array.from({ length: clients }, (_, row) => [row, textOf(row)])),
  });
  const months = Array.from({ length: periods }, (_, month): SourceColumn => ({
    index: 2 + month,
    header: `2024-${String(month + 1).padStart(2, "0")}`,
    headerFormat: "General",
    numbers: Float64Array.from({ length: clients }, (_, row) => history[row * periods + month]),
    others: none,
  }));
  return {
    kind: "region",
    name: "Clients",
    sheet: "Clients",
    top: 0,
    left: 0,
    rowCount: clients,
    columns: [
      texts(0, "Client", (row) => `Client number ${row}`),
      texts(1, "Manager", (row) => `Manager ${(row * 7919) % 60}`),
      ...months,
    ],
    decimalSeparator: ".",
  };
}

/** What the way from cells to classes costs beside its innermost part, and one click of a what-if. */
export function portfolioMeasurements(): Measurement[] {
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
