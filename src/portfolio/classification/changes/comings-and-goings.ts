/** When clients came and when those that are lost bought last, period by period. */
import { comparedWindows, total } from "../../../analysis";
import type { Classification } from "../classification";

/** One period of the last window. */
export interface ComingAndGoing {
  /** Position among all complete periods. */
  period: number;
  /** Clients whose first purchase falls into it. */
  came: number;
  /** Clients that are lost and bought in it for the last time, and what they bought in their last year. */
  went: number;
  wentAmount: number;
  /** Clients that had bought by then and had not gone before. */
  known: number;
  /** Those that went, over the known; null without any. */
  rate: number | null;
}

/**
 * Clients that came and went in each period of the last window W (methods §9, §12): whoever came in it is new in the bridge.
 * Empty where there is no window to look at.
 */
export function comingsAndGoings({ record, activity }: Classification): ComingAndGoing[] {
  if (!record || !activity) return [];
  const { history, purchases } = record;
  const { periods, clients } = history;
  const from = comparedWindows(history)?.middle ?? periods;
  const { positions, starts } = purchases;
  const came = new Int32Array(periods);
  const went = new Int32Array(periods);
  const amounts = Array.from({ length: periods }, (): number[] => []);
  for (let client = 0; client < clients; client++) {
    if (starts[client] === starts[client + 1]) continue;
    came[positions[starts[client]]]++;
    if (activity.statuses[client] !== "lost") continue;
    const last = positions[starts[client + 1] - 1];
    went[last]++;
    amounts[last].push(activity.atRiskPerYear[client]);
  }
  const found: ComingAndGoing[] = [];
  let [begun, gone] = [0, 0];
  for (let period = 0; period < periods; period++) {
    begun += came[period];
    const known = begun - gone;
    gone += went[period];
    if (period < from) continue;
    const rate = known > 0 ? went[period] / known : null;
    found.push({
      period,
      came: came[period],
      went: went[period],
      wentAmount: total(amounts[period]),
      known,
      rate,
    });
  }
  return found;
}

/** Clients of the whole window that are lost: how many, over all that had bought and not gone before it, and their money in a year. */
export function goneInWindow(
  points: readonly ComingAndGoing[],
): { clients: number; rate: number; amount: number } | null {
  const clients = points.reduce((sum, { went }) => sum + went, 0);
  const last = points.at(-1);
  if (clients === 0 || !last) return null;
  const all = last.known + clients - last.went;
  return { clients, rate: clients / all, amount: total(points.map(({ wentAmount }) => wentAmount)) };
}
