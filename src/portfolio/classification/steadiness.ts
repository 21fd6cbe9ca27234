import { type XyzClass, above, xyzClass } from "../../analysis";
import type { Portfolio } from "../clients/portfolio";
import type { Policy } from "../policy/policy";
import { type Steps, within } from "../steps";
import { regularitySteps } from "./regularity";

/** Number of clients in each class. */
export type XyzCounts = Readonly<Record<XyzClass, number>>;

/** Other rules of XYZ, tried on this portfolio, by which no class holds nearly everybody. */
export interface SteadinessRemedy {
  change: "widerLimits" | "quarters" | "frequency";
  xyz: Policy["xyz"];
  counts: XyzCounts;
}

/** More clients than this in one class: the limits do not tell them apart. Source: methods §4. */
const ONE_CLASS_PART = 0.9;
const wider = { xLimit: 0.5, yLimit: 1 };

export function countsOf(classes: readonly XyzClass[]): XyzCounts {
  const counts = { X: 0, Y: 0, Z: 0, N: 0 };
  for (const own of classes) counts[own]++;
  return counts;
}

/** The class that holds nearly all clients; null where none does. */
export function crowdedClass(counts: XyzCounts): XyzClass | null {
  const clients = counts.X + counts.Y + counts.Z + counts.N;
  return (["X", "Y", "Z", "N"] as const).find((own) => above(counts[own] / clients, ONE_CLASS_PART)) ?? null;
}

/** Whether anything is known of how steadily clients buy: not without periods, nor where every history is too short. */
export function knowsSteadiness({ xyz }: { xyz: readonly XyzClass[] }): boolean {
  return xyz.some((own) => own !== "N");
}

/** What would tell the clients apart where the rules do not; nothing that was tried in vain. */
export function* steadinessRemediesSteps(
  portfolio: Portfolio,
  policy: Policy,
  { classes, measures }: { classes: readonly XyzClass[]; measures: Float64Array },
): Steps<readonly SteadinessRemedy[]> {
  if (portfolio.window.periods.length === 0 || crowdedClass(countsOf(classes)) === null) return [];
  const { xyz } = policy;
  const remedies: SteadinessRemedy[] = [];
  const keep = (change: SteadinessRemedy["change"], tried: Policy["xyz"], given: readonly XyzClass[]) => {
    const counts = countsOf(given);
    if (crowdedClass(counts) === null) remedies.push({ change, xyz: tried, counts });
  };
  if (xyz.method === "variation") {
    const tried = { ...xyz, variation: { ...xyz.variation, ...wider } };
    keep(
      "widerLimits",
      tried,
      Array.from(measures, (measure) => xyzClass(measure, tried)),
    );
  }
  yield 0.1;
  if (xyz.step === "period") {
    const tried = { ...xyz, step: "quarter" as const };
    const given = yield* within(0.1, 0.6, regularitySteps(portfolio, { ...policy, xyz: tried }));
    keep("quarters", tried, given.classes);
  }
  if (xyz.method === "variation") {
    const tried = { ...xyz, method: "frequency" as const };
    const given = yield* within(0.6, 1, regularitySteps(portfolio, { ...policy, xyz: tried }));
    keep("frequency", tried, given.classes);
  }
  return remedies;
}
