import {
  type Activity,
  type HistoryRecord,
  type Movement,
  derivedScores,
  shareOfWallet,
} from "../../analysis";
import type { Portfolio } from "../clients/portfolio";
import type { Policy } from "../policy/policy";

/** What an axis can be derived from where nobody gave scores. */
export interface Facts {
  record: HistoryRecord | null;
  activity: Activity | null;
  movement: Movement | null;
  /** Measure of regularity per client; NaN where it is not known. */
  variation: Float64Array;
}

/**
 * Scores of both axes out of figures (methods §5). Attractiveness: size, growth, profitability, regularity. Loyalty: years
 * with us, rhythm, share of wallet where it is known. A client without money takes no part.
 */
export function derivedMatrix(
  portfolio: Portfolio,
  { record, activity, movement, variation }: Facts,
  { xyz, kaism: { scale } }: Policy,
): { attractiveness: Float64Array; loyalty: Float64Array } {
  const { clients, amounts, profits, costs, potentials } = portfolio;
  const column = (of: (client: number) => number) =>
    Float64Array.from(clients, (_, client) => (amounts[client] > 0 ? of(client) : NaN));
  const ratio = (a: number, b: number) => (b > 0 ? a / b : NaN);
  const sign = xyz.method === "variation" ? -1 : 1;
  const attractiveness = [
    column((client) => amounts[client]),
    ...(movement ? [column((client) => ratio(movement.closing[client], movement.opening[client]))] : []),
    ...(profits && costs ? [column((client) => ratio(profits[client], costs.revenue[client]))] : []),
    column((client) => sign * variation[client]),
  ];
  const loyalty = [
    ...(record ? [column((client) => tenure(record, client))] : []),
    ...(activity ? [column((client) => -ratio(activity.silences[client], activity.limits[client]))] : []),
    ...(potentials ? [column((client) => shareOfWallet(amounts[client], potentials[client]) ?? NaN)] : []),
  ];
  return {
    attractiveness: derivedScores(attractiveness, clients.length, scale),
    loyalty: derivedScores(loyalty, clients.length, scale),
  };
}

/** Periods since the first purchase; NaN without one. */
function tenure({ history, purchases }: HistoryRecord, client: number): number {
  const first = purchases.starts[client];
  return first < purchases.starts[client + 1] ? history.periods - purchases.positions[first] : NaN;
}
