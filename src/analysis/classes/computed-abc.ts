import { RunningSum } from "../exact/sum";
import { spline } from "./spline";

/** Points of the curve: fine steps for many clients, coarse ones for few, as in the R package ABCanalysis. */
const MANY = 101;

/**
 * The amounts at which A and B end when the limits are computed from the data: A holds what lies left of the point of the
 * curve (clients, largest first, against the money that they bring) nearest to “no effort, all the yield”, or of the point
 * where one more client brings less than the average one, whichever comes first; C begins at the point nearest to all the
 * yield at the effort of the later of the two. Source: Ultsch and Lötsch, PLoS ONE 10(6), 2015, e0129767; figures as in
 * the R package ABCanalysis 1.2.1.
 *
 * Whoever brings nothing is effort too: it counts in the population, as in that package.
 *
 * @param ascending amounts above 0 in ascending order, at least one.
 * @param clients all of them, those with amounts ≤ 0 too.
 * @returns `above`: A are amounts above it. `from`: B are the others from it on.
 */
export function computedLimits(ascending: Float64Array, clients: number): { above: number; from: number } {
  const positive = ascending.length;
  const x = new Float64Array(clients + 1);
  const y = new Float64Array(clients + 1);
  const running = new RunningSum();
  for (let i = 1; i <= clients; i++) {
    if (i <= positive) running.add(ascending[positive - i]);
    x[i] = i / clients;
    y[i] = running.value;
  }
  const whole = running.value;
  const { value } = spline(
    x,
    y.map((amount) => amount / whole),
  );
  const steps = clients < MANY ? 100 : 1000;
  const effort = Float64Array.from({ length: steps + 1 }, (_, i) => i * (clients < MANY ? 0.01 : 0.001));
  const found = effort.map(value);
  const full = found.findIndex((part) => part >= 1);
  const yields = found.map((part, i) => (full >= 0 && full < steps && i >= full ? 1 : part));

  const nearest = (at: number) => firstSmallest(effort, (i) => (at - effort[i]) ** 2 + (1 - yields[i]) ** 2);
  const pareto = nearest(0);
  const { slope } = spline(effort, yields);
  const breakEven = firstSmallest(effort, (i) => Math.abs(slope((i + 1) / effort.length) - 1));
  const [a, b] = breakEven < pareto ? [breakEven, pareto] : [pareto, breakEven];
  const c = nearest(effort[b]);
  const amountAt = (index: number) => {
    const rank = roundHalfEven(effort[index] * clients);
    return rank === 0 ? Infinity : ascending[Math.max(0, positive - rank)];
  };
  return { above: amountAt(a), from: amountAt(c) };
}

function firstSmallest(points: Float64Array, of: (index: number) => number): number {
  let best = 0;
  let smallest = of(0);
  for (let i = 1; i < points.length; i++) {
    const value = of(i);
    if (value < smallest) [best, smallest] = [i, value];
  }
  return best;
}

/** As R rounds: half to the even neighbour. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest === 0.5) return below % 2 === 0 ? below : below + 1;
  return Math.round(value);
}
