import { sum } from "../../analysis";
import type { Classification, KeyStatus } from "../../portfolio";

/** What the Results begin with. Amounts in the unit of the list, shares as fractions. */
export interface KeyFigures {
  clients: number;
  clientsInA: number;
  total: number;
  keyClients: number;
  keyShare: number;
  largest: { client: number; name: string; share: number; status: KeyStatus };
  hhi: number;
  effectiveClients: number;
  /** Null when no periods are mapped; the money is that of a year, as where it is said what to do first. */
  atRisk: { clients: number; perYear: number; lost: number; unknown: number } | null;
}

export function keyFiguresOf(classification: Classification): KeyFigures {
  const { portfolio, shares, statuses, abc, total, concentration, activity } = classification;
  let largest = 0;
  for (let client = 1; client < shares.length; client++) {
    if (shares[client] > shares[largest]) largest = client;
  }
  const keyShares = shares.filter((_, client) => statuses[client] !== "regular");
  return {
    clients: portfolio.clients.length,
    clientsInA: abc.reduce((count, own) => count + (own === "A" ? 1 : 0), 0),
    total,
    keyClients: keyShares.length,
    keyShare: sum(keyShares),
    largest: {
      client: largest,
      name: portfolio.clients[largest],
      share: shares[largest],
      status: statuses[largest],
    },
    hhi: concentration.hhi,
    effectiveClients: concentration.effectiveClients,
    atRisk: activity && {
      clients: activity.statuses.filter((status) => status === "atRisk").length,
      perYear: sum(activity.atRiskPerYear.filter((_, client) => activity.statuses[client] === "atRisk")),
      lost: activity.statuses.filter((status) => status === "lost").length,
      unknown: activity.statuses.filter((status) => status === "notEnoughHistory").length,
    },
  };
}
