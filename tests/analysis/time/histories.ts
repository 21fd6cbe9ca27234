import * as fc from "fast-check";
import {
  type Activity,
  type ActivityRule,
  type History,
  type HistoryUnit,
  activitySteps,
  finish,
  recordSteps,
} from "../../../src/analysis";

export const rule: ActivityRule = { leadingZeros: "skip", declineBelow: 0.7 };

/** Rows of amounts as a history. */
export function historyOf(rows: readonly (readonly number[])[], unit: HistoryUnit = "month"): History {
  const periods = rows[0]?.length ?? 0;
  return { cells: Float64Array.from(rows.flat()), clients: rows.length, periods, unit };
}

/** Rows written as "x" for a purchase of 10 and "." for none. */
export const marks = (text: string): number[] => Array.from(text, (sign) => (sign === "x" ? 10 : 0));

export function activityOf(
  rows: readonly (readonly number[])[],
  unit: HistoryUnit = "month",
  known?: number,
  own: ActivityRule = rule,
): Activity {
  return finish(activitySteps(finish(recordSteps(historyOf(rows, unit))), own, known));
}

/** Cents that clients paid, with blanks, returns and silences. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 500_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -50_000, max: -1 }) },
);

/** Histories of clients, amounts in cents / 100. */
export const randomHistories = ({ clients = 12, periods = 30 } = {}) =>
  fc
    .integer({ min: 1, max: periods })
    .chain((length) =>
      fc.array(fc.array(cell, { minLength: length, maxLength: length }), {
        minLength: 1,
        maxLength: clients,
      }),
    )
    .map((rows) => rows.map((row) => row.map((amount) => amount / 100)));
