/** What the history tells of each client: who still buys, and what became of its money. */
import {
  type Activity,
  type ConcentrationPoint,
  type History,
  type HistoryRecord,
  type Movement,
  type Replay,
  activitySteps,
  concentrationOverTimeSteps,
  finish,
  movementSteps,
  recordSteps,
  replaySteps,
} from "../../../analysis";
import type { Portfolio } from "../../clients/portfolio";
import type { Policy } from "../../policy/policy";
import { missingPeriods, placeOnCalendar } from "../../periods/period-window";
import { type Steps, within } from "../../steps";
import type { Classification } from "../classification";

/** Null throughout when no period is complete. */
export interface OverTime {
  record: HistoryRecord | null;
  activity: Activity | null;
  movement: Movement | null;
}

/**
 * Over all complete periods, for a rhythm does not begin with the window, in the periods of the list itself also where
 * the classes go by quarters: three months of silence are more than one quarter.
 */
export function* overTimeSteps(portfolio: Portfolio, policy: Policy): Steps<OverTime> {
  const history = historyOf(portfolio, portfolio.wholeHistory.amounts, portfolio.clients.length);
  if (!history) return { record: null, activity: null, movement: null };
  const record = yield* within(0, 0.3, recordSteps(history));
  const activity = yield* within(0.3, 0.8, activitySteps(record, activityRule(policy)));
  return { record, activity, movement: yield* within(0.8, 1, movementSteps(history)) };
}

/** Rows of cells by the complete periods of a portfolio; null when there are none. */
export function historyOf(
  { wholeHistory: { periods } }: Portfolio,
  cells: Float64Array,
  rows: number,
): History | null {
  if (periods.length === 0) return null;
  const calendar = missingPeriods(periods) > 0 ? { calendar: periods.map(placeOnCalendar) } : {};
  return { cells, clients: rows, periods: periods.length, unit: periods[0].unit, ...calendar };
}

export function activityRule({ xyz: { leadingZeros }, activity: { declineBelow } }: Policy) {
  return { leadingZeros, declineBelow };
}

/** How good the alarms were on the list's own past (methods §9); null when the history is too short. */
export function replayOf(classification: Classification): Replay | null {
  return finish(replayOfSteps(classification));
}

/** The same, step by step. */
export function* replayOfSteps({ record, movement, policy }: Classification): Steps<Replay | null> {
  return record && (yield* replaySteps(record, movement, activityRule(policy)));
}

/** Concentration in a rolling window, by revenue (methods §7); empty when the history is too short. */
export function concentrationOverTimeOf(classification: Classification): ConcentrationPoint[] {
  return finish(concentrationOverTimeOfSteps(classification));
}

/** The same, step by step. */
export function* concentrationOverTimeOfSteps({
  record,
  portfolio,
  policy: { ladder },
}: Classification): Steps<ConcentrationPoint[]> {
  if (!record) return [];
  const { unnamed } = portfolio.wholeHistory;
  return yield* concentrationOverTimeSteps(record.history, unnamed, ladder, ladder.by);
}
