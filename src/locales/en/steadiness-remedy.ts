import type { SteadinessRemedy, XyzCounts } from "../../portfolio/classification/steadiness";
import { numbersIn } from "../wording/numbers";

const { number } = numbersIn.en;

const changes: Record<SteadinessRemedy["change"], string> = {
  widerLimits: "limits of 50% and 100%",
  quarters: "quarters",
  frequency: "how often they buy",
};

/** Other rules of XYZ, and the classes that they would give. */
export function steadinessRemedy(change: SteadinessRemedy["change"], counts: XyzCounts): string {
  const given = (["X", "Y", "Z", "N"] as const).filter((own) => counts[own] > 0);
  return `${changes[change]} (${given.map((own) => `${own} ${number(counts[own])}`).join(", ")})`;
}
