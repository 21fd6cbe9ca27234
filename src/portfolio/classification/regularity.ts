import { type XyzClass, finish, groupTotals, xyz } from "../../analysis";
import type { Portfolio } from "../clients/portfolio";
import { quartersFrom } from "../periods/period-window";
import type { Policy } from "../policy/policy";
import { STEP, type Steps, within } from "../steps";

/** The history that regularity is judged by: the chosen periods, or quarters made of them. Clients × periods, row-major. */
export interface RegularityHistory {
  cells: Float64Array;
  periods: number;
}

export function regularityHistory(portfolio: Portfolio, policy: Policy): RegularityHistory {
  return finish(regularityHistorySteps(portfolio, policy));
}

function* regularityHistorySteps(
  { clients, history, window }: Portfolio,
  { xyz: { step } }: Policy,
): Steps<RegularityHistory> {
  const quarters = step === "quarter" ? quartersFrom(window.periods) : null;
  const periods = window.periods.length;
  if (!quarters) return { cells: history, periods };
  const count = quarters.periods.length;
  const cell = (client: number, period: number) => {
    const quarter = quarters.quarterOf[period];
    return quarter < 0 ? -1 : client * count + quarter;
  };
  const cells = Int32Array.from(history, (_, i) => cell(Math.floor(i / periods), i % periods));
  yield 0.6;
  return { cells: groupTotals(history, cells, clients.length * count), periods: count };
}

/** Regularity of each client (methods §4). */
export function* regularitySteps(
  portfolio: Portfolio,
  policy: Policy,
): Steps<{ classes: XyzClass[]; measures: Float64Array }> {
  const { cells, periods } = yield* within(0, 0.5, regularityHistorySteps(portfolio, policy));
  const clients = portfolio.clients.length;
  const classes: XyzClass[] = [];
  const measures = new Float64Array(clients);
  for (let from = 0; from < clients; from += STEP) {
    const to = Math.min(clients, from + STEP);
    const part = xyz(cells.subarray(from * periods, to * periods), to - from, periods, policy.xyz);
    classes.push(...part.classes);
    measures.set(part.measures, from);
    yield 0.5 + (0.5 * to) / clients;
  }
  return { classes, measures };
}
