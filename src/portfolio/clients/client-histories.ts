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
}

/** Adds the periods of rows up to the histories of clients. */
export function* readHistoriesSteps(
  { columns: { periods, complete } }: MappedList,
  amounts: ReadAmounts,
  { client, clients }: ClientRows,
): Steps<Histories> {
  const historyOf = (mapped: readonly MappedPeriod[]) =>
    clientHistorySteps(mapped.map(amounts.ofPeriod), client, clients.length);
  const chosen = yield* within(0, 0.6, historyOf(periods));
  const isWhole = samePeriods(periodsOf(complete), periodsOf(periods));
  return { chosen, whole: isWhole ? chosen : yield* within(0.6, 1, historyOf(complete)) };
}

/** Amount per client and period, row-major: clients × columns. */
function* clientHistorySteps(
  columns: readonly Float64Array[],
  rowClient: Int32Array,
  clients: number,
): Steps<Float64Array> {
  const cells = new Float64Array(clients * columns.length);
  for (const [c, column] of columns.entries()) {
    fillColumn(cells, groupTotals(column, rowClient, clients), c, columns.length);
    yield (c + 1) / columns.length;
  }
  return cells;
}
