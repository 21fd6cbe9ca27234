import { type XyzClass, finish, groupTotals, xyz } from "../../analysis";
import type { Portfolio } from "../clients/portfolio";
import { quartersFrom } from "../periods/period-window";
import type { Policy } from "../policy/policy";
import { STEP, type Steps, within } from "../steps";

/** The history that regularity is judged by: the chosen periods, or quarters made of them. Clients × periods, row-major. */
export interface RegularityHistory {
  cells: Float64Array;
  periods: number;
  /** Who bought or gave back before the first of them. */
  begunBefore: Uint8Array;
}

export function regularityHistory(portfolio: Portfolio, policy: Policy): RegularityHistory {
  return finish(regularityHistorySteps(portfolio, policy));
}

function* regularityHistorySteps(portfolio: Portfolio, { xyz: { step } }: Policy): Steps<RegularityHistory> {
  const { clients, history, window } = portfolio;
  const quarters = step === "quarter" ? quartersFrom(window.periods) : null;
  const periods = window.periods.length;
  const begunBefore = begunBeforeOf(portfolio, (quarters ?? window).periods[0]?.start ?? "");
  if (!quarters) return { cells: history, periods, begunBefore };
  const count = quarters.periods.length;
  const cell = (client: number, period: number) => {
    const quarter = quarters.quarterOf[period];
    return quarter < 0 ? -1 : client * count + quarter;
  };
  const cells = Int32Array.from(history, (_, i) => cell(Math.floor(i / periods), i % periods));
  yield 0.6;
  return { cells: groupTotals(history, cells, clients.length * count), periods: count, begunBefore };
}

/** The chosen months of one client and the whole quarters that they make; null where the periods are no months. */
export function monthsAndQuartersOf(
  portfolio: Portfolio,
  client: number,
): Record<"months" | "quarters", { amounts: Float64Array; begunBefore: boolean }> | null {
  const { periods } = portfolio.window;
  const quarters = periods[0]?.unit === "month" ? quartersFrom(periods) : null;
  if (!quarters) return null;
  const amounts = portfolio.history.subarray(client * periods.length, (client + 1) * periods.length);
  const hasBegunBefore = (start: string) => begunBefore(portfolio, start)(client);
  return {
    months: { amounts, begunBefore: hasBegunBefore(periods[0].start) },
    quarters: {
      amounts: groupTotals(amounts, quarters.quarterOf, quarters.periods.length),
      begunBefore: hasBegunBefore(quarters.periods[0]?.start ?? ""),
    },
  };
}

/** Whose history began before a day, 1 per client: zeros of the chosen periods are zeros of theirs (methods §1). */
export function begunBeforeOf(portfolio: Portfolio, start: string): Uint8Array {
  const hasBegun = begunBefore(portfolio, start);
  return Uint8Array.from(portfolio.clients, (_, client) => (hasBegun(client) ? 1 : 0));
}

function begunBefore({ wholeHistory }: Portfolio, start: string): (client: number) => boolean {
  const { periods, amounts } = wholeHistory;
  const earlier = periods.filter((period) => period.start < start).length;
  return (client) => {
    const from = client * periods.length;
    for (let at = from; at < from + earlier; at++) if (amounts[at] !== 0) return true;
    return false;
  };
}

/** Regularity of each client (methods §4). */
export function* regularitySteps(
  portfolio: Portfolio,
  policy: Policy,
): Steps<{ classes: XyzClass[]; measures: Float64Array }> {
  const { cells, periods, begunBefore } = yield* within(0, 0.5, regularityHistorySteps(portfolio, policy));
  const clients = portfolio.clients.length;
  const classes: XyzClass[] = [];
  const measures = new Float64Array(clients);
  for (let from = 0; from < clients; from += STEP) {
    const to = Math.min(clients, from + STEP);
    const part = xyz(
      cells.subarray(from * periods, to * periods),
      to - from,
      periods,
      policy.xyz,
      begunBefore.subarray(from, to),
    );
    classes.push(...part.classes);
    measures.set(part.measures, from);
    yield 0.5 + (0.5 * to) / clients;
  }
  return { classes, measures };
}
