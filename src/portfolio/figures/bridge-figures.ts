import type { MoneyBridge } from "../../analysis";

/** A bridge as JSON: opening + new + returned + growth − decline − lost = closing. */
export function bridgeFigures(bridge: MoneyBridge) {
  return {
    periods: bridge.periods,
    opening: bridge.opening,
    new: bridge.new,
    returned: bridge.returned,
    growth: bridge.growth,
    decline: bridge.decline,
    lost: bridge.lost,
    closing: bridge.closing,
    netRetention: bridge.netRetention,
    grossRetention: bridge.grossRetention,
    clientsKept: bridge.clientsKept,
  };
}
