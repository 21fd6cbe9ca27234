import type { KeyLadder } from "../classes/key-ladder";
import { type KeyRule, keyTest, statusesByTest } from "../classes/key-rule";
import { shares } from "../classes/share";
import { concentration } from "../dependence/concentration";
import { snap } from "../exact/snap";
import type { Steps } from "../exact/steps";
import { sum, total } from "../exact/sum";
import { type History, comparedWindows, firstOfLast, spanOf } from "./history";

/** How concentrated the money was in one full window. */
export interface ConcentrationPoint {
  /** Position of the last period of the window. */
  period: number;
  /** Of the positive pool, as fractions; null when no amount is positive. */
  cr1: number | null;
  cr5: number | null;
  hhi: number | null;
  /** Clients that are key by their share of the window's money; null when that is not above 0. */
  keyClients: number | null;
}

/**
 * Concentration in a rolling window of W periods, one point per full window, oldest first. Source: methods §7, over time.
 * O(windows · clients · log clients).
 *
 * @param unnamed money without a client, one number per period: it is part of the whole.
 */
export function* concentrationOverTimeSteps(
  whole: History,
  unnamed: ArrayLike<number>,
  ladder: KeyLadder,
  by: KeyRule,
): Steps<ConcentrationPoint[]> {
  const windows = comparedWindows(whole);
  const points: ConcentrationPoint[] = [];
  if (!windows) return points;
  const { history, periods: window } = windows;
  const { cells, clients, periods } = history;
  for (let end = 1; end <= periods; end++) {
    if (spanOf(history, end) < window) continue;
    yield (end - 1) / periods;
    const from = firstOfLast(history, window, end);
    const amounts = new Float64Array(clients);
    for (let client = 0; client < clients; client++) {
      const start = client * periods;
      amounts[client] = snap(sum(cells, start + from, start + end));
    }
    const money = total([...amounts, sum(unnamed, from, end)]);
    const found = concentration(amounts);
    const { shares: parts, problem } = shares(amounts, money);
    points.push({
      period: end - 1,
      cr1: found?.cr1 ?? null,
      cr5: found?.cr5 ?? null,
      hhi: found?.hhi ?? null,
      keyClients: problem
        ? null
        : statusesByTest(amounts, parts, ladder, keyTest(by, ladder.key, amounts)).filter(
            (status) => status !== "regular",
          ).length,
    });
  }
  return points;
}
