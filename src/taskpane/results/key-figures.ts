import {
  keyBySharesOf,
  knowsActivity,
  quietOf,
  riskOf,
  type Classification,
  type KeyStatus,
  type Risk,
} from "../../portfolio";

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
  hasPeriods: boolean;
  /** Null when no periods are mapped, or too few to tell who is quiet. */
  risk: (Risk & { unknown: number }) | null;
}

export function keyFiguresOf(classification: Classification): KeyFigures {
  const { portfolio, shares, statuses, abc, total, concentration, activity } = classification;
  let largest = 0;
  for (let client = 1; client < shares.length; client++) {
    if (shares[client] > shares[largest]) largest = client;
  }
  const keys = keyBySharesOf(classification);
  const risk = riskOf(classification);
  return {
    clients: portfolio.clients.length,
    clientsInA: abc.reduce((count, own) => count + (own === "A" ? 1 : 0), 0),
    total,
    keyClients: keys.clients,
    keyShare: keys.share,
    largest: {
      client: largest,
      name: portfolio.clients[largest],
      share: shares[largest],
      status: statuses[largest],
    },
    hhi: concentration.hhi,
    effectiveClients: concentration.effectiveClients,
    hasPeriods: activity !== null,
    risk:
      risk && knowsActivity(classification)
        ? { ...risk, unknown: quietOf(activity!, "notEnoughHistory").clients }
        : null,
  };
}
