import {
  type Activity,
  type HistoryRecord,
  type Movement,
  derivedScores,
  shareOfWallet,
  spanOf,
} from "../../analysis";
import type { Portfolio } from "../clients/portfolio";
import type { Policy } from "../policy/policy";

/** What a score can be derived from. */
export type DerivedFact =
  "size" | "growth" | "profitability" | "regularity" | "tenure" | "rhythm" | "shareOfWallet";

/** One fact of every client, the larger the better; NaN where it is not known. */
export interface FactColumn {
  fact: DerivedFact;
  values: Float64Array;
}

/** What an axis can be derived from where nobody gave scores. */
export interface Facts {
  record: HistoryRecord | null;
  activity: Activity | null;
  movement: Movement | null;
  /** Measure of regularity per client; NaN where it is not known. */
  variation: Float64Array;
}

/** Scores of both axes out of figures (methods §5). */
export function derivedMatrix(
  portfolio: Portfolio,
  facts: Facts,
  policy: Policy,
): { attractiveness: Float64Array; loyalty: Float64Array } {
  const { attractiveness, loyalty } = derivedFacts(portfolio, facts, policy);
  const scores = (columns: readonly FactColumn[]) =>
    derivedScores(
      columns.map(({ values }) => values),
      portfolio.clients.length,
      policy.kaism.scale,
    );
  return { attractiveness: scores(attractiveness), loyalty: scores(loyalty) };
}

/**
 * The facts behind the scores. Attractiveness: size, growth, profitability, regularity. Loyalty: time with us, rhythm, share
 * of wallet where it is known. A client without money takes no part.
 */
export function derivedFacts(
  portfolio: Portfolio,
  { record, activity, movement, variation }: Facts,
  { xyz }: Pick<Policy, "xyz">,
): { attractiveness: FactColumn[]; loyalty: FactColumn[] } {
  const { clients, amounts, profits, costs, potentials } = portfolio;
  const column = (fact: DerivedFact, of: (client: number) => number): FactColumn => ({
    fact,
    values: Float64Array.from(clients, (_, client) => (amounts[client] > 0 ? of(client) : NaN)),
  });
  const ratio = (a: number, b: number) => (b > 0 ? a / b : NaN);
  const sign = xyz.method === "variation" ? -1 : 1;
  const attractiveness = [
    column("size", (client) => amounts[client]),
    ...(movement
      ? [column("growth", (client) => ratio(movement.closing[client], movement.opening[client]))]
      : []),
    ...(profits && costs
      ? [column("profitability", (client) => ratio(profits[client], costs.revenue[client]))]
      : []),
    column("regularity", (client) => sign * variation[client]),
  ];
  const loyalty = [
    ...(record ? [column("tenure", (client) => tenure(record, client))] : []),
    ...(activity
      ? [column("rhythm", (client) => -ratio(activity.silences[client], activity.limits[client]))]
      : []),
    ...(potentials
      ? [column("shareOfWallet", (client) => shareOfWallet(amounts[client], potentials[client]) ?? NaN)]
      : []),
  ];
  return { attractiveness, loyalty };
}

/** Periods since the first purchase; NaN without one. */
function tenure({ history, purchases }: HistoryRecord, client: number): number {
  const first = purchases.starts[client];
  return first < purchases.starts[client + 1] ? spanOf(history) - purchases.places[first] : NaN;
}
