import {
  type Classification,
  classify,
  defaultPolicy,
  proposeMapping,
  readPortfolio,
} from "../../src/portfolio";
import { whatIf } from "../../src/portfolio";
import { classifyAmounts } from "../../src/analysis";
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
  ];
}
