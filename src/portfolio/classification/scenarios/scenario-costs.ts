import { isRecord } from "../../json-values";
import type { ScenarioCosts } from "./what-if";

export const noCosts: ScenarioCosts = { fixedCosts: 0, discounts: [] };

const mostTiers = 100;

/** From JSON that anybody may have changed; what cannot be read is not known. Never throws. */
export function parseScenarioCosts(json: unknown): ScenarioCosts {
  if (!isRecord(json)) return noCosts;
  const { fixedCosts, discounts } = json;
  return {
    fixedCosts: isAmount(fixedCosts) ? fixedCosts : 0,
    discounts: (Array.isArray(discounts) && parsedTiers(discounts)) || [],
  };
}

/** Null for tiers out of order and the like. */
function parsedTiers(json: readonly unknown[]): ScenarioCosts["discounts"] | null {
  if (json.length > mostTiers) return null;
  const tiers: { from: number; discount: number }[] = [];
  for (const tier of json) {
    if (!isRecord(tier)) return null;
    const { from, discount } = tier;
    if (!isAmount(from) || !isAmount(discount) || discount > 1) return null;
    if (tiers.length > 0 && from <= tiers[tiers.length - 1].from) return null;
    tiers.push({ from, discount });
  }
  return tiers;
}

const isAmount = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0;
