import { STEP, type Steps } from "../exact/steps";
import { firstCountedPeriod } from "../classes/counted-periods";
import { type History, checkHistory, placeOf } from "./history";

/** When each client bought. A purchase is a period with an amount above 0; a return is none. Source: methods §9. */
export interface Purchases {
  /** Positions of the periods with a purchase, client after client, ascending inside each. */
  positions: Int32Array;
  /** Where each of them stands by the calendar, counted from the first period; the same numbers where no period is missing. */
  places: Int32Array;
  /** Where the purchases of a client begin in `positions`: clients + 1 numbers. */
  starts: Int32Array;
  /** Position of the first cell that is neither blank nor 0; `periods` when the client never began. */
  begun: Int32Array;
}

/** Finds the purchases of a history. O(clients · periods). */
export function* purchasesSteps(history: History): Steps<Purchases> {
  checkHistory(history);
  const { cells, clients, periods } = history;
  const starts = new Int32Array(clients + 1);
  const begun = new Int32Array(clients);
  let count = 0;
  for (let i = 0; i < cells.length; i++) if (cells[i] > 0) count++;
  const positions = new Int32Array(count);
  let at = 0;
  for (let client = 0; client < clients; client++) {
    if (client % STEP === 0) yield client / clients;
    const start = client * periods;
    begun[client] = firstCountedPeriod(cells, start, start + periods, "skip") - start;
    for (let period = begun[client]; period < periods; period++) {
      if (cells[start + period] > 0) positions[at++] = period;
    }
    starts[client + 1] = at;
  }
  const places = history.calendar ? positions.map((position) => placeOf(history, position)) : positions;
  return { positions, places, starts, begun };
}

/** Number of purchases of a client in its first `known` periods. */
export function purchasesUntil({ positions, starts }: Purchases, client: number, known: number): number {
  const start = starts[client];
  let end = starts[client + 1];
  while (end > start && positions[end - 1] >= known) end--;
  return end - start;
}
