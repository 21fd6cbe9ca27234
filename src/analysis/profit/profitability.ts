import { descendingOrder } from "../exact/order";
import { RunningSum, total } from "../exact/sum";

/** n numbers each, one per client; NaN where it is not known. */
export interface ProfitColumns {
  profits: ArrayLike<number>;
  revenues: ArrayLike<number>;
  costs?: ArrayLike<number> | null;
  costsToServe?: ArrayLike<number> | null;
}

export interface Profitability {
  /** Clients with a known profit and any revenue, cost or profit. */
  clients: number;
  /** Those of them that earn nothing: profit ≤ 0. */
  unprofitable: number;
  /** Their part, a fraction; null without clients. */
  unprofitablePart: number | null;
  total: number;
  /** What the profitable ones earn, and what the others consume of it (above 0). */
  earned: number;
  consumed: number;
  /** Cost to serve per 100 of revenue; null without either. */
  costToServePer100: number | null;
}

/** Whether a client earns nothing although there was business: methods §8. Unknown profit is no loss. */
export function isUnprofitable(client: number, columns: ProfitColumns): boolean {
  return isConcerned(client, columns) && !(columns.profits[client] > 0);
}

function isConcerned(client: number, { profits, revenues, costs, costsToServe }: ProfitColumns): boolean {
  if (Number.isNaN(profits[client])) return false;
  const any = (column: ArrayLike<number> | null | undefined) => Boolean(column && column[client]);
  return any(profits) || any(revenues) || any(costs) || any(costsToServe);
}

/** What the clients earn together and who earns nothing. Source: methods §8. O(n). */
export function profitability(columns: ProfitColumns): Profitability {
  const { profits, revenues, costsToServe } = columns;
  const positions = Array.from(profits, (_, client) => client);
  const concerned = positions.filter((client) => isConcerned(client, columns));
  const unprofitable = concerned.filter((client) => isUnprofitable(client, columns));
  const sumOf = (column: ArrayLike<number>, clients: readonly number[]) =>
    total(clients.map((client) => column[client] || 0));
  const earned = sumOf(
    profits,
    concerned.filter((client) => profits[client] > 0),
  );
  const revenue = sumOf(revenues, positions);
  return {
    clients: concerned.length,
    unprofitable: unprofitable.length,
    unprofitablePart: concerned.length > 0 ? unprofitable.length / concerned.length : null,
    total: sumOf(profits, concerned),
    earned,
    consumed: -sumOf(profits, unprofitable) + 0,
    costToServePer100: costsToServe && revenue > 0 ? (100 * sumOf(costsToServe, positions)) / revenue : null,
  };
}

/** The whale curve: clients by profit, the most profitable first, and the part of the total that they have earned so far. */
export interface WhaleCurve {
  /** Positions of clients with a known profit. */
  order: Uint32Array;
  /** Cumulative profit ÷ total, as fractions; above 1 where later clients consume profit. */
  cumulative: Float64Array;
}

/** @returns null when the total is not above 0. Source: methods §8. O(n). */
export function whaleCurve(profits: ArrayLike<number>): WhaleCurve | null {
  const known = Uint32Array.from(Array.from(profits, (_, client) => client)).filter(
    (client) => !Number.isNaN(profits[client]),
  );
  const values = Float64Array.from(known, (client) => profits[client]);
  const whole = total(values);
  if (!(whole > 0)) return null;
  const order = descendingOrder(values).map((at) => known[at]);
  const running = new RunningSum();
  const cumulative = Float64Array.from(order, (client) => {
    running.add(profits[client]);
    return running.value / whole;
  });
  return { order, cumulative };
}
