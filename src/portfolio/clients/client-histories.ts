import { groupTotals } from "../../analysis";
import { samePeriods } from "../periods/period";
import { type Steps, within } from "../steps";
import { type ReadAmounts, fillColumn } from "./amount-columns";
import type { ClientRows } from "./rows/client-rows";
import type { MappedList } from "./mapped-list";
import { type MappedPeriod, periodsOf } from "./source-columns";

/** Amounts per client and period. */
export interface Histories {
  /** Of the chosen periods, row-major clients × periods. */
  chosen: Float64Array;
  /** Of all complete periods; the same array where all of them are chosen. */
  whole: Float64Array;
  /** Of rows without a client, one number per period. */
  unnamedChosen: Float64Array;
  unnamedWhole: Float64Array;
}

/** Adds the periods of rows up to the histories of clients. */
export function* readHistoriesSteps(
  { columns: { periods, complete } }: MappedList,
  amounts: ReadAmounts,
  { client, clients, unnamed }: ClientRows,
): Steps<Histories> {
  const historyOf = (mapped: readonly MappedPeriod[]) =>
    periodTotalsSteps(mapped.map(amounts.ofPeriod), client, clients.length);
  const unnamedIn = (mapped: readonly MappedPeriod[]) =>
    Float64Array.from(mapped, (period) => groupTotals(amounts.ofPeriod(period), unnamed, 1)[0]);
  const chosen = yield* within(0, 0.6, historyOf(periods));
  const isWhole = samePeriods(periodsOf(complete), periodsOf(periods));
  const whole = isWhole ? chosen : yield* within(0.6, 0.9, historyOf(complete));
  const unnamedChosen = unnamedIn(periods);
  yield 0.95;
  return { chosen, whole, unnamedChosen, unnamedWhole: isWhole ? unnamedChosen : unnamedIn(complete) };
}

/** Amount per group of rows and period, row-major: groups × columns. */
export function* periodTotalsSteps(
  columns: readonly Float64Array[],
  rowGroup: Int32Array,
  groups: number,
): Steps<Float64Array> {
  const cells = new Float64Array(groups * columns.length);
  for (const [c, column] of columns.entries()) {
    fillColumn(cells, groupTotals(column, rowGroup, groups), c, columns.length);
    yield (c + 1) / columns.length;
  }
  return cells;
}
