import { comparedWindows, placeOf, spanOf, total } from "../../../analysis";
import type { PeriodUnit } from "../../periods/period";
import type { Classification } from "../classification";

/** For how long those who buy have been clients, on average. */
export interface ClientAge {
  /** From the first purchase to the end of the last complete period, in periods of the list. */
  periods: number;
  unit: PeriodUnit;
  /** Some bought in the first period already: they may have been clients for longer than the list goes back. */
  isLeast: boolean;
}

/** Fewer periods say nothing of age. */
const FEWEST_PERIODS = 3;

/** Average age of the clients that bought in the last window of the bridge (methods §12); null where it is not known. */
export function clientAgeOf({ record, bridge }: Pick<Classification, "record" | "bridge">): ClientAge | null {
  if (!record || !bridge || record.history.periods < FEWEST_PERIODS) return null;
  const { history, purchases } = record;
  const { positions, starts } = purchases;
  const { middle } = comparedWindows(history)!;
  const firsts: number[] = [];
  for (let client = 0; client < history.clients; client++) {
    const [start, end] = [starts[client], starts[client + 1]];
    if (start < end && positions[end - 1] >= middle) firsts.push(placeOf(history, positions[start]));
  }
  if (firsts.length === 0) return null;
  return {
    periods: spanOf(history) - total(firsts) / firsts.length,
    unit: history.unit,
    isLeast: firsts.includes(0),
  };
}
